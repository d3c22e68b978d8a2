"""The licences of what others made, as they ship with the program."""

from pathlib import Path

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from reader.ui.fitting import fit_to_words

_LETTERS = 84  # of a line, as the file has them
_LEAST = 460  # pixels


class LicencesDialog(QDialog):
    """One long text, to be scrolled, searched by eye and copied."""

    def __init__(self, path: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Licences of others"))
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Licences of others"))
        self.text.setPlainText(self._read(path))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 18)
        column.setSpacing(12)
        column.addWidget(self.text, 1)
        column.addWidget(buttons)
        self.text.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the room that the lines need, where there is so much."""
        super().showEvent(event)
        fit_to_words(self, _LETTERS, _LEAST)

    def _read(self, path: Path) -> str:
        try:
            return path.read_text("utf-8", errors="replace")
        except OSError:
            return self.tr("The file {path} cannot be read.").format(path=path)
