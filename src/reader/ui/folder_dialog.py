"""Asks for the folder that a bookmark shall lie in."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.notebook.records import Bookmark, Folder
from reader.ui.bookmark_moves import BookmarkMove
from reader.ui.fitting import fit_to_words
from reader.ui.wrapping import WrappedRows

_FOLDER_ROLE = Qt.ItemDataRole.UserRole
_LETTERS = 52  # of a line
_LEAST_HEIGHT = 360  # pixels
_NO_FOLDER = 0  # no folder has this number


class FolderDialog(QDialog):
    """A list of the folders; says what move was chosen."""

    chosen = Signal(object)  # BookmarkMove

    def __init__(
        self, bookmark: Bookmark, folders: tuple[Folder, ...], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._bookmark = bookmark
        self.setWindowTitle(self.tr("Move to folder"))
        words = QLabel(
            self.tr("Where shall “{title}” lie?").format(title=bookmark.title), self
        )
        words.setWordWrap(True)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Folders"))
        self.list.setWordWrap(True)
        self.list.setItemDelegate(WrappedRows(self.list))
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._add(self.tr("Outside all folders"), _NO_FOLDER)
        for folder in folders:
            self._add(folder.name, folder.id)
        words.setBuddy(self.list)
        buttons = QDialogButtonBox(self)
        move = buttons.addButton(
            self.tr("Move"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        move.setDefault(True)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.list.itemActivated.connect(self._on_activated)
        self.accepted.connect(self._on_accepted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 22, 24, 18)
        layout.setSpacing(12)
        layout.addWidget(words)
        layout.addWidget(self.list, 1)
        if not folders:
            hint = QLabel(
                self.tr("There is no folder yet. “New folder” makes one."), self
            )
            hint.setWordWrap(True)
            hint.setProperty("muted", True)
            layout.addWidget(hint)
        layout.addWidget(buttons)
        self.list.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the room that the words need at this text size."""
        super().showEvent(event)
        fit_to_words(self, _LETTERS, _LEAST_HEIGHT)

    def _add(self, words: str, folder_id: int) -> None:
        item = QListWidgetItem(words, self.list)
        item.setData(_FOLDER_ROLE, folder_id)
        if (self._bookmark.folder_id or _NO_FOLDER) == folder_id:
            self.list.setCurrentItem(item)

    @Slot(QListWidgetItem)
    def _on_activated(self, _item: QListWidgetItem) -> None:
        self.accept()

    @Slot()
    def _on_accepted(self) -> None:
        item = self.list.currentItem()
        folder_id = int(item.data(_FOLDER_ROLE)) or None
        if folder_id != self._bookmark.folder_id:
            self.chosen.emit(BookmarkMove(self._bookmark.id, folder_id))
