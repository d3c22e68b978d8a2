"""Says when a view was first painted, on the one clock that all processes share."""

import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QAbstractScrollArea


class PaintMark(QObject):
    """Prints one line when the first paint of a view has been handled."""

    def __init__(self, view: QAbstractScrollArea) -> None:
        super().__init__(view)
        self._viewport = view.viewport()
        self._viewport.installEventFilter(self)

    def eventFilter(  # noqa: N802 - the name that Qt calls
        self, _watched: QObject, event: QEvent
    ) -> bool:
        """Wait for the paint event; what follows it comes in the next round."""
        if event.type() == QEvent.Type.Paint:
            self._viewport.removeEventFilter(self)
            QTimer.singleShot(0, self.say)
        return False

    @Slot()
    def say(self) -> None:
        """Print the time, in seconds."""
        sys.stdout.write(f"{time.monotonic()}\n")
        sys.stdout.flush()
