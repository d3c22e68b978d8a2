"""Asks for a few words: a note, the name of a folder."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from reader.ui.fitting import fit_to_words

_LETTERS = 52  # of a line


class TextDialog(QDialog):
    """One field with a label; `open` shows it, `answered` says what was typed."""

    answered = Signal(str)

    def __init__(
        self, parent: QWidget, *, title: str, label: str, text: str, long: bool
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._short = QLineEdit(text, self)
        self._long = QPlainTextEdit(text, self)
        self._long.setTabChangesFocus(True)
        self._is_long = long
        used, unused = (self._long, self._short) if long else (self._short, self._long)
        unused.hide()
        used.setAccessibleName(label)
        words = QLabel(label, self)
        words.setWordWrap(True)
        words.setBuddy(used)
        buttons = QDialogButtonBox(self)
        buttons.setStandardButtons(
            QDialogButtonBox.StandardButton.Save
            | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.accepted.connect(self._on_accepted)
        layout = QVBoxLayout(self)
        layout.addWidget(words)
        layout.addWidget(used)
        layout.addWidget(buttons)
        used.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the room that the words need at this text size."""
        super().showEvent(event)
        fit_to_words(self, _LETTERS)

    @property
    def field(self) -> QWidget:
        """The field that is typed into."""
        return self._long if self._is_long else self._short

    @property
    def text(self) -> str:
        """What stands in the field now."""
        return self._long.toPlainText() if self._is_long else self._short.text()

    @Slot()
    def _on_accepted(self) -> None:
        self.answered.emit(self.text)
