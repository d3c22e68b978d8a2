"""Paints what a document cannot: rounded boxes behind it, the focus ring over it."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPainterPath,
    QPen,
    QTextCursor,
    QTextDocument,
    QTextTable,
)

from reader.ui.theme import Theme
from reader.ui.topic_document import TopicPage
from reader.ui.topic_writer import BoxKind, box_kind

_CORNER = 8.0
_RULE = 5.0
_RING = 2.5
_ROOM = 2.0


def paint_boxes(painter: QPainter, page: TopicPage, seen: QRectF) -> None:
    """Paint the boxes that are seen, in the document's coordinates."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for box in page.boxes:
        room = _room(page.document, box)
        if room.intersects(seen):
            _paint_box(painter, room, box_kind(box), page.style.theme)


def _room(document: QTextDocument, box: QTextTable) -> QRectF:
    format_ = box.format()
    # Qt answers with the corner of the first cell's words and the size of the whole.
    padding = format_.cellPadding()
    room = document.documentLayout().frameBoundingRect(box)
    return QRectF(
        room.left() - padding,
        room.top() - padding,
        room.width() - format_.leftMargin() - format_.rightMargin(),
        room.height() - format_.topMargin() - format_.bottomMargin(),
    )


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
    painter.fillRect(side, QColor(rule))
    painter.restore()


def _colours(kind: BoxKind, theme: Theme) -> tuple[str, str]:
    if kind is BoxKind.ALERT:
        return theme.alert, theme.alert_rule
    if kind is BoxKind.SUMMARY:
        return theme.box, theme.box_rule
    return theme.page, theme.rule


def paint_focus_ring(
    painter: QPainter, document: QTextDocument, cursor: QTextCursor, theme: Theme
) -> None:
    """Paint a ring around the link that the keyboard is on, if it is on one."""
    if not holds_link(cursor):
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.focus), _RING))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for line in selection_rects(document, cursor):
        ring = line.adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM)
        painter.drawRoundedRect(ring, _CORNER / 2, _CORNER / 2)


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
    probe = QTextCursor(cursor)
    last = probe.document().characterCount() - 1
    probe.setPosition(min(position, last))
    return probe.charFormat().anchorHref()


def selection_rects(document: QTextDocument, cursor: QTextCursor) -> Iterator[QRectF]:
    """The room of a selection inside one paragraph, line by line."""
    block = document.findBlock(cursor.selectionStart())
    layout = block.layout()
    origin = document.documentLayout().blockBoundingRect(block).topLeft()
    start = cursor.selectionStart() - block.position()
    end = min(cursor.selectionEnd() - block.position(), block.length() - 1)
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first = max(start, line.textStart())
        last = min(end, line.textStart() + line.textLength())
        if first < last:
            left, right = _x(line.cursorToX(first)), _x(line.cursorToX(last))
            corner = QPointF(min(left, right), line.y()) + origin
            yield QRectF(corner.x(), corner.y(), abs(right - left), line.height())


def _x(place: object) -> float:
    """The first number of what Qt's binding gives for a cursor's place."""
    return float(place[0] if isinstance(place, tuple) else place)  # type: ignore[arg-type]
