"""A text browser for a written page: boxes, rings, links by key, nothing fetched."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QByteArray,
    QMimeData,
    QPoint,
    QRect,
    QRectF,
    Qt,
    QUrl,
    Signal,
)
from PySide6.QtGui import (
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from reader.ui.fonts import BODY_PIXELS, font
from reader.ui.topic_document import TopicPage
from reader.ui.topic_objects import OBJECT
from reader.ui.topic_paint import (
    holds_link,
    link_end,
    paint_boxes,
    paint_frame,
    paint_ring,
)


class PageBrowser(QTextBrowser):
    """Shows a `TopicPage`; what links mean is up to who listens.

    Signals:
        text_size_step: +1 or -1, from the wheel with Ctrl.
    """

    text_size_step = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: TopicPage | None = None
        self._ours: QTextDocument | None = None
        self._marked = ""
        self._pressed = QPoint()
        self._read: list[QTextEdit.ExtraSelection] = []
        self._found: list[QTextEdit.ExtraSelection] = []
        self._framed: tuple[int, int] | None = None
        self._badges_found: tuple[tuple[int, int], ...] = ()
        self._ringed: int | None = None
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        # Its own, or Qt gives every page the typeface of the window when that grows.
        self.setFont(font(BODY_PIXELS))
        # A bar that comes and goes would set every page twice.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    def show_page(self, page: TopicPage) -> None:
        """Show a page in place of the one before, which is thrown away."""
        old, self._ours = self._ours, page.document
        self._page = page
        # They belong to the page before; whoever made them marks the new page anew.
        self._ringed = None
        if self._read or self._found or self._badges_found:
            self._read, self._found = [], []
            self._framed, self._badges_found = None, ()
            super().setExtraSelections([])
        self.setDocument(page.document)
        # Qt deletes the document that it made itself; ours is for us to delete.
        # Kept, since asking a document for its parent makes the binding load
        # every kind of QObject that it knows: 15 ms of a start.
        if old is not None:
            old.deleteLater()

    def lay_out(self) -> None:
        """Have the whole page laid out, for whoever asks where something stands.

        Qt does it bit by bit, and until it is done it takes the last letter for the
        one between two paragraphs, and does not know how far one can scroll.
        """
        self.document().documentLayout().documentSize()

    def mark_claim(self, claim: str) -> None:
        """Ring the badge that is explained elsewhere; "" for none."""
        self._marked = claim
        self.viewport().update()

    def ring_badge(self, start: int | None) -> None:
        """Ring the badge that starts with a letter, as what is read aloud; or none."""
        self._ringed = start
        self.viewport().update()

    def setExtraSelections(
        self, selections: Sequence[QTextEdit.ExtraSelection]
    ) -> None:
        """Mark a stretch, as what is read aloud; words that were found stay marked."""
        self._read = list(selections)
        super().setExtraSelections([*self._found, *self._read])

    def mark_found(
        self,
        selections: Sequence[QTextEdit.ExtraSelection],
        badges: Sequence[tuple[int, int]] = (),
        framed: tuple[int, int] | None = None,
    ) -> None:
        """Mark words that were found, with a frame around the place shown now.

        Args:
            selections: The words.
            badges: From which letter to which badges go, which a ground would hide;
                each gets a broken line.
            framed: From which letter to which the frame goes; None for no frame.
        """
        self._found = list(selections)
        self._badges_found = tuple(badges)
        self._framed = framed
        super().setExtraSelections([*self._found, *self._read])
        self.viewport().update()

    def select_link(self, start: int) -> None:
        """Put the keyboard on the link that starts with a letter, as Tab does."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        end = link_end(self.document(), start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def link_at_cursor(self) -> tuple[int, str]:
        """The first letter and the address of the link that was just followed."""
        start = self.textCursor().selectionStart()
        href = self.link_of_letter(start)
        while href and start > 0 and self.link_of_letter(start - 1) == href:
            start -= 1
        return start, href

    def link_of_letter(self, position: int) -> str:
        """The address of the link that a letter is in; "" for none."""
        probe = QTextCursor(self.document())
        probe.setPosition(min(position + 1, self.document().characterCount() - 1))
        return probe.charFormat().anchorHref()

    def link_rect(self) -> QRect:
        """Where the link stands that was just followed, on the screen."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            cursor.setPosition(cursor.selectionStart())
        else:
            cursor = self.cursorForPosition(self._pressed)
        rect = self.cursorRect(cursor)
        return QRect(self.viewport().mapToGlobal(rect.topLeft()), rect.size())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the boxes, the words over them, and the rings over both."""
        if self._page is None:
            super().paintEvent(event)
            return
        origin = QPoint(
            self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        )
        under = QPainter(self.viewport())
        under.translate(-origin)
        paint_boxes(under, self._page, QRectF(event.rect().translated(origin)))
        under.end()
        super().paintEvent(event)
        over = QPainter(self.viewport())
        over.translate(-origin)
        if self._marked in self._page.badges:
            paint_ring(over, self._page, self._page.badges[self._marked])
        if self._ringed is not None:
            paint_ring(over, self._page, self._ringed)
        for start, end in self._badges_found:
            paint_frame(over, self._page, start, end, broken=True)
        if self._framed is not None:
            paint_frame(over, self._page, *self._framed)
        cursor = self.textCursor()
        if self.hasFocus() and holds_link(cursor):
            paint_ring(over, self._page, cursor.selectionStart())
        over.end()

    def focusNextPrevChild(self, next_: bool) -> bool:  # noqa: FBT001 - Qt's signature
        """Walk the links from where the person reads, not from the page's end."""
        if holds_link(self.textCursor()):
            return super().focusNextPrevChild(next_)
        self.lay_out()
        bar = self.verticalScrollBar()
        top = bar.value()
        self._stand_beside(self._edge(next_=next_), next_=next_)
        bar.setValue(top)
        return super().focusNextPrevChild(next_)

    def _edge(self, *, next_: bool) -> int:
        """The first letter that is seen, or the last."""
        room = self.viewport().rect()
        corner = room.topLeft() if next_ else room.bottomRight()
        return self.cursorForPosition(corner).position()

    def _stand_beside(self, here: int, *, next_: bool) -> None:
        """Select a letter, since Qt looks for links only from what is selected."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(here)
        way = QTextCursor.MoveOperation
        beside = way.PreviousCharacter if next_ else way.NextCharacter
        cursor.movePosition(beside, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Remember where a link was clicked, for what is shown beside it."""
        self._pressed = event.position().toPoint()
        super().mouseReleaseEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl, ask for another text size; else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.text_size_step.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy words only; a badge is copied as the words it stands for."""
        made = QMimeData()
        words = self.textCursor().selection().toPlainText()
        made.setText(words.replace(OBJECT, ""))
        return made

    def loadResource(self, type_: int, name: QUrl | str) -> object:
        """Nothing is ever fetched for a page: not from a disk, not from afar."""
        del type_, name
        return QByteArray()
