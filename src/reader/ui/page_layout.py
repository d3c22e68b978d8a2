"""Lays out a page a stretch at a time, so that keys are heard between."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QTextDocument

_STRETCH = 8000
"""Letters that are laid out at a time: 3 to 5 ms."""


class PageLayout(QObject):
    """Lays out one document at a time.

    Signals:
        finished: The document is laid out to its end.
    """

    finished = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._document: QTextDocument | None = None
        self._done = 0
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._go_on)

    @property
    def under_way(self) -> bool:
        """Whether `finished` is still to come."""
        return self._document is not None

    def begin(self, document: QTextDocument) -> None:
        """Lay out a document from the next turn of the event loop on."""
        self._document = document
        self._done = 0
        self._turn.start(0)

    def stop(self) -> None:
        """Leave the rest of the document to whoever asks for it."""
        self._document = None
        self._turn.stop()

    @Slot()
    def _go_on(self) -> None:
        if self._document is None:
            return
        self._done += _STRETCH
        layout = self._document.documentLayout()
        if self._done < self._document.characterCount():
            # Qt lays a page out as far as it is asked where something stands.
            layout.blockBoundingRect(self._document.findBlock(self._done))
            self._turn.start(0)
            return
        layout.documentSize()
        self.stop()
        self.finished.emit()
