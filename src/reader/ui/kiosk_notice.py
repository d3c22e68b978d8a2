"""Asks whether anybody is still there, and counts the last seconds."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.ui.announce import announce
from reader.ui.fitting import fit_to_words

_LETTERS = 56  # of a line
_SAID_ALOUD = frozenset({10, 5})  # seconds; every one would drown all else


class KioskNotice(QDialog):
    """Stands over everything; any key and any touch sends it away."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Are you still there?"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("kiosk-notice")
        self._heard = False
        heading = QLabel(self.tr("Are you still there?"), self)
        heading.setProperty("heading", True)
        heading.setObjectName("start-title")
        heading.setWordWrap(True)
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.words.setObjectName("start-lead")
        self.stay = QPushButton(self.tr("I am still reading"), self)
        self.stay.setDefault(True)
        self.stay.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 28, 32, 24)
        column.setSpacing(16)
        column.addWidget(heading)
        column.addWidget(self.words)
        column.addWidget(self.stay)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the room that the words need at this text size."""
        super().showEvent(event)
        fit_to_words(self, _LETTERS)

    def show_left(self, seconds: int) -> None:
        """Show how many seconds are left."""
        words = self.tr(
            "In {seconds} seconds this goes back to the start page, for whoever comes "
            "next. Press any key or touch the screen to go on reading."
        ).format(seconds=seconds)
        self.words.setText(words)
        self.words.setAccessibleName(words)
        self.stay.setAccessibleDescription(words)
        if not self._heard or seconds in _SAID_ALOUD:
            self._heard = True
            announce(self, words)
