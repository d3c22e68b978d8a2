"""A text browser for a written page: boxes, rings, links by key, nothing fetched."""

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
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from reader.ui.fonts import BODY_PIXELS, font
from reader.ui.topic_document import TopicPage
from reader.ui.topic_objects import OBJECT
from reader.ui.topic_paint import holds_link, paint_boxes, paint_ring


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
        cursor = self.textCursor()
        if self.hasFocus() and holds_link(cursor):
            paint_ring(over, self._page, cursor.selectionStart())
        over.end()

    def focusNextPrevChild(self, next_: bool) -> bool:  # noqa: FBT001 - Qt's signature
        """Walk the links from where the person reads, not from the page's end."""
        if holds_link(self.textCursor()):
            return super().focusNextPrevChild(next_)
        self.lay_out()
        edge = QPoint(0, 0) if next_ else self.viewport().rect().bottomRight()
        here = self.cursorForPosition(edge).position()
        bar = self.verticalScrollBar()
        top = bar.value()
        found = super().focusNextPrevChild(next_)
        while found and self._is_passed(here, next_=next_):
            bar.setValue(top)
            found = super().focusNextPrevChild(next_)
        return found

    def _is_passed(self, here: int, *, next_: bool) -> bool:
        start = self.textCursor().selectionStart()
        return start < here if next_ else start > here

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
