"""Bookmarks to a file and back: for another computer, or to be safe."""

from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.ui.keeping import Keeper


class CarryBookmarks(QObject):
    """Asks for a file, and has the keeper write or read it."""

    def __init__(self, keeper: Keeper, parent: QWidget) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._parent = parent

    @Slot()
    def ask_export(self) -> None:
        """Let the person choose a file to write."""
        dialog = self._dialog(self.tr("Save your bookmarks in a file"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        dialog.selectFile(self.tr("bookmarks.json"))
        dialog.fileSelected.connect(self.export_to)
        dialog.open()

    @Slot()
    def ask_import(self) -> None:
        """Let the person choose a file to add."""
        dialog = self._dialog(self.tr("Add bookmarks from a file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.import_from)
        dialog.open()

    def _dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self._parent, title)
        dialog.setNameFilter(self.tr("Bookmarks (*.json)"))
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    @Slot(str)
    def export_to(self, name: str) -> None:
        """Write all bookmarks into this file."""
        self._keeper.export_bookmarks(Path(name))

    @Slot(str)
    def import_from(self, name: str) -> None:
        """Add what this file holds; nothing that is kept changes."""
        self._keeper.import_bookmarks(Path(name))
