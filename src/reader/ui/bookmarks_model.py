"""The shelf of bookmarks as a tree: folders and what lies in them."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from reader.notebook.bookmarks import Shelf
from reader.notebook.records import Bookmark, Folder, Record

RECORD_ROLE = Qt.ItemDataRole.UserRole + 1
"""The Bookmark or Folder of a row."""


class BookmarksModel(QStandardItemModel):
    """Bookmarks outside all folders first, then each folder with its own."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._shelf = Shelf((), ())

    @property
    def shelf(self) -> Shelf:
        """What is shown."""
        return self._shelf

    def show_shelf(self, shelf: Shelf) -> None:
        """Show this shelf in place of the one before."""
        self._shelf = shelf
        self.clear()
        root = self.invisibleRootItem()
        parents: dict[int | None, QStandardItem] = {None: root}
        for folder in shelf.folders:
            parents[folder.id] = self._folder_item(folder)
        for bookmark in shelf.bookmarks:
            parents[bookmark.folder_id].appendRow(self._bookmark_item(bookmark))
        for folder in shelf.folders:
            root.appendRow(parents[folder.id])

    def record(self, index: QModelIndex | QPersistentModelIndex) -> Record | None:
        """What stands in a row."""
        record = index.data(RECORD_ROLE) if index.isValid() else None
        return record if isinstance(record, Bookmark | Folder) else None

    def index_of(self, record: Record) -> QModelIndex:
        """Where a bookmark or folder of this number stands; not valid if gone."""
        rows = [self.index(row, 0) for row in range(self.rowCount())]
        for top in rows:
            for index in [top, *self._children(top)]:
                found = self.record(index)
                if found is not None and _key(found) == _key(record):
                    return index
        return QModelIndex()

    def _children(self, parent: QModelIndex) -> list[QModelIndex]:
        return [self.index(row, 0, parent) for row in range(self.rowCount(parent))]

    def _folder_item(self, folder: Folder) -> QStandardItem:
        item = QStandardItem(folder.name)
        item.setData(folder, RECORD_ROLE)
        spoken = self.tr("Folder {name}").format(name=folder.name)
        item.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
        item.setEditable(False)
        font = item.font()
        font.setBold(True)
        item.setFont(font)
        return item

    def _bookmark_item(self, bookmark: Bookmark) -> QStandardItem:
        text = bookmark.title
        if bookmark.note:
            text = self.tr("{title}\nNote: {note}").format(
                title=bookmark.title, note=bookmark.note
            )
        item = QStandardItem(text)
        item.setData(bookmark, RECORD_ROLE)
        item.setToolTip(text)
        item.setEditable(False)
        return item


def _key(record: Record) -> tuple[type[Record], int]:
    """Tell records apart; a folder and a bookmark may have the same number."""
    return type(record), record.id
