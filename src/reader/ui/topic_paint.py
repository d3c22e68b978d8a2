"""Paints what a document cannot: rounded boxes behind it, the focus ring over it."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPainterPath,
    QPen,
    QTextCursor,
    QTextDocument,
    QTextLine,
    QTextTable,
)

from reader.ui.theme import Theme
from reader.ui.topic_document import TopicPage
from reader.ui.topic_objects import LIFT, OBJECT
from reader.ui.topic_writer import BoxKind, box_kind

_CORNER = 8.0
_RULE = 5.0
_RING = 2.5
_ROOM = 2.0


def paint_boxes(painter: QPainter, page: TopicPage, seen: QRectF) -> None:
    """Paint the boxes that are seen, in the document's coordinates."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    layout = page.document.documentLayout()
    # Lays the page out as far as it is seen; to ask where a box further down stands
    # would lay it out as far as that.
    layout.hitTest(seen.bottomLeft(), Qt.HitTestAccuracy.FuzzyHit)
    for box in page.boxes:
        # By number, since to make a cursor there would lay it out, too.
        first = page.document.findBlock(box.firstPosition())
        if not first.layout().lineCount():
            break
        room = box_room(page.document, box)
        if room.intersects(seen):
            _paint_box(painter, room, box_kind(box), page.style.theme)


def box_room(document: QTextDocument, box: QTextTable) -> QRectF:
    """The room of a box with its padding; lays the page out no further than that.

    Qt's own answer, `frameBoundingRect`, lays out all of it.
    """
    layout = document.documentLayout()
    padding = box.format().cellPadding()
    first = document.findBlock(box.firstPosition())
    last = document.findBlock(box.lastPosition())
    room = layout.blockBoundingRect(first)
    above = first.blockFormat().topMargin() + padding
    indent = first.layout().lineAt(0).x()
    right = indent + first.blockFormat().rightMargin() + padding
    room.adjust(-padding, -above, right, 0)
    top = layout.blockBoundingRect(last).top()
    line = last.layout().lineAt(last.layout().lineCount() - 1)
    below = last.blockFormat().bottomMargin() + padding
    room.setBottom(top + line.y() + line.height() + below)
    return room


def _paint_box(painter: QPainter, room: QRectF, kind: BoxKind, theme: Theme) -> None:
    if kind is BoxKind.CARD:
        line = QRectF(room).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(QColor(theme.rule), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(line, _CORNER, _CORNER)
        return
    path = QPainterPath()
    path.addRoundedRect(room, _CORNER, _CORNER)
    ground, rule = _colours(kind, theme)
    painter.fillPath(path, QColor(ground))
    if ground == theme.page and kind is not BoxKind.QUOTE:
        painter.strokePath(path, QPen(QColor(theme.rule), 1))
    painter.save()
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    side = QRectF(room)
    side.setWidth(_RULE)
    # Not fillRect, for which the binding makes all gradients known first: 2 ms.
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(rule))
    painter.drawRect(side)
    painter.restore()


def _colours(kind: BoxKind, theme: Theme) -> tuple[str, str]:
    if kind is BoxKind.ALERT:
        return theme.alert, theme.alert_rule
    if kind is BoxKind.SUMMARY:
        return theme.box, theme.box_rule
    return theme.page, theme.rule


def paint_ring(painter: QPainter, page: TopicPage, start: int) -> None:
    """Paint a ring around the link that starts with a letter of the document."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(page.style.theme.focus), _RING))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    drawn = page.document.characterAt(start) == OBJECT
    below = LIFT * page.style.badge if drawn else 0
    for line in _rects(page.document, start, link_end(page.document, start)):
        ring = line.adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM - below)
        painter.drawRoundedRect(ring, _CORNER / 2, _CORNER / 2)


def paint_frame(
    painter: QPainter, page: TopicPage, start: int, end: int, *, broken: bool = False
) -> None:
    """Paint a frame around letters of one paragraph, line by line."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    style = Qt.PenStyle.DashLine if broken else Qt.PenStyle.SolidLine
    painter.setPen(QPen(QColor(page.style.theme.accent), _RING, style))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for line in _rects(page.document, start, end):
        painter.drawRect(line.adjusted(-_ROOM, -1, _ROOM, 1))


def link_end(document: QTextDocument, start: int) -> int:
    """The letter after the link that starts here."""
    probe = QTextCursor(document)
    probe.setPosition(start + 1)
    href = probe.charFormat().anchorHref()
    end = start + 1
    while probe.movePosition(QTextCursor.MoveOperation.NextCharacter):
        if probe.charFormat().anchorHref() != href:
            break
        end = probe.position()
    return end


def holds_link(cursor: QTextCursor) -> bool:
    """Whether the selection is exactly one link, as the Tab key leaves it."""
    if not cursor.hasSelection():
        return False
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    inside = _link_before(cursor, start + 1)
    return bool(inside) and inside not in {
        _link_before(cursor, start),
        _link_before(cursor, end + 1),
    }


def _link_before(cursor: QTextCursor, position: int) -> str:
    """Where the letter before a position leads; "" for a paragraph's end or none."""
    probe = QTextCursor(cursor)
    if position >= probe.document().characterCount():
        return ""
    probe.setPosition(position)
    # There Qt tells the format of the letter that follows.
    return "" if probe.atBlockStart() else probe.charFormat().anchorHref()


def _rects(document: QTextDocument, first: int, end: int) -> Iterator[QRectF]:
    """The room of some letters inside one paragraph, line by line."""
    block = document.findBlock(first)
    layout = block.layout()
    origin = document.documentLayout().blockBoundingRect(block).topLeft()
    start, stop = first - block.position(), min(end - block.position(), block.length())
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        left = max(start, line.textStart())
        right = min(stop, line.textStart() + line.textLength())
        if left < right:
            edges = sorted((_x(line, left), _x(line, right)))
            corner = QPointF(edges[0], line.y()) + origin
            size = QSizeF(edges[1] - edges[0], line.naturalTextRect().height())
            yield QRectF(corner, size)


def _x(line: QTextLine, letter: int) -> float:
    """Where a letter starts in its line; the binding answers with the letter too."""
    answer = line.cursorToX(letter)
    place: float = answer[0] if isinstance(answer, tuple) else 0.0
    return place
