"""Everything a person keeps, in one file: to another computer, or to be safe."""

from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.notebook.carry_format import SUFFIX
from reader.ui.fitting import ScrolledColumn, fit_to_words
from reader.ui.keeping import Keeper
from reader.ui.wrapping import WrappingCheckBox

_LETTERS = 60  # of a line
_BOOKMARKS_SUFFIX = "json"


class MoveDialog(QDialog):
    """Asks what to do and for a file; the keeper writes or reads it."""

    def __init__(self, keeper: Keeper, parent: QWidget) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self.setWindowTitle(self.tr("Move to another computer"))
        self.only_bookmarks = WrappingCheckBox(
            self.tr("&Only bookmarks and notes, to give to someone else"), self
        )
        self.save = QPushButton(self.tr("&Save in a file…"), self)
        self.bring = QPushButton(self.tr("&Bring in a file…"), self)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        sheet = QWidget(self)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._heading(self.tr("From this computer")))
        column.addWidget(
            self._words(
                self.tr(
                    "One file takes your bookmarks, folders, notes, history and "
                    "settings. Carry it on a stick. Whoever has the file can read it."
                ),
                self.save,
            )
        )
        column.addWidget(self.only_bookmarks)
        column.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(12)
        column.addWidget(self._heading(self.tr("To this computer")))
        column.addWidget(
            self._words(
                self.tr(
                    "What the file holds is added. Nothing that is here is replaced, "
                    "and you can undo it."
                ),
                self.bring,
            )
        )
        column.addWidget(self.bring, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        around = QVBoxLayout(self)
        around.setContentsMargins(24, 22, 24, 18)
        around.addWidget(ScrolledColumn(sheet, self), 1)
        around.addWidget(buttons)
        self.save.clicked.connect(self.ask_save)
        self.bring.clicked.connect(self.ask_bring)
        self.save.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the room that the words need at this text size."""
        super().showEvent(event)
        fit_to_words(self, _LETTERS)

    def _heading(self, words: str) -> QLabel:
        label = QLabel(words, self)
        label.setProperty("heading", True)
        return label

    def _words(self, words: str, button: QPushButton) -> QLabel:
        label = QLabel(words, self)
        label.setWordWrap(True)
        button.setAccessibleDescription(words)
        return label

    @Slot()
    def ask_save(self) -> None:
        """Let the person choose a file to write."""
        alone = self.only_bookmarks.isChecked()
        dialog = QFileDialog(self, self.tr("Save what you keep in a file"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        suffix = _BOOKMARKS_SUFFIX if alone else SUFFIX
        words = self.tr("Bookmarks") if alone else self.tr("What you keep")
        dialog.setNameFilter(f"{words} (*.{suffix})")
        dialog.setDefaultSuffix(suffix)
        dialog.selectFile(f"{words}.{suffix}")
        dialog.fileSelected.connect(self.save_to)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def ask_bring(self) -> None:
        """Let the person choose a file to add."""
        dialog = QFileDialog(self, self.tr("Bring in a file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        words = self.tr("Files of Evidence Reader")
        dialog.setNameFilter(f"{words} (*.{SUFFIX} *.{_BOOKMARKS_SUFFIX})")
        dialog.fileSelected.connect(self.bring_from)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def save_to(self, name: str) -> None:
        """Write what is kept into this file."""
        alone = self.only_bookmarks.isChecked()
        self._keeper.save_file(Path(name), only_bookmarks=alone)
        self.accept()

    @Slot(str)
    def bring_from(self, name: str) -> None:
        """Add what this file holds; nothing that is kept changes."""
        self._keeper.bring_in(Path(name))
        self.accept()
