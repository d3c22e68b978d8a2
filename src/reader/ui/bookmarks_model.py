"""The shelf of bookmarks as a tree: folders and what lies in them."""

from collections.abc import Sequence
from uuid import uuid4

from PySide6.QtCore import (
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QStandardItem, QStandardItemModel

from reader.notebook.bookmarks import Shelf
from reader.notebook.records import Bookmark, Folder, Record
from reader.ui.lines import Line
from reader.ui.result_delegate import RESULT_ROLE, Result

RECORD_ROLE = Qt.ItemDataRole.UserRole + 10
"""The Bookmark or Folder of a row."""

_NOTE_SHOWN = 160  # characters; the whole note is in the tip and in its dialog


class BookmarksModel(QStandardItemModel):
    """Bookmarks outside all folders first, then each folder with its own."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._shelf = Shelf((), ())
        # Numbers mean something in this window's notebook only.
        self._dragged = f"application/x-evidence-reader-{uuid4().hex}"

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

    def mimeTypes(self) -> list[str]:
        """What is dragged stays in this list."""
        return [self._dragged]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Name the row that is dragged."""
        data = QMimeData()
        record = self.record(indexes[0]) if indexes else None
        if record is not None:
            data.setData(self._dragged, _key_text(record).encode("ascii"))
        return data

    def dragged(self, data: QMimeData) -> Record | None:
        """What is being dragged; None if it is nothing of this list, or is gone."""
        key = bytes(data.data(self._dragged).data()).decode("ascii", "replace")
        records: list[Record] = [*self._shelf.folders, *self._shelf.bookmarks]
        return next((each for each in records if _key_text(each) == key), None)

    def _children(self, parent: QModelIndex) -> list[QModelIndex]:
        return [self.index(row, 0, parent) for row in range(self.rowCount(parent))]

    def _folder_item(self, folder: Folder) -> QStandardItem:
        item = QStandardItem(folder.name)
        item.setData(folder, RECORD_ROLE)
        item.setData(Result((Line(folder.name, strong=True),)), RESULT_ROLE)
        spoken = self.tr("Folder {name}").format(name=folder.name)
        item.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
        item.setEditable(False)
        return item

    def _bookmark_item(self, bookmark: Bookmark) -> QStandardItem:
        text, lines = bookmark.title, [Line(bookmark.title)]
        if bookmark.note:
            text = self.tr("{title}\nNote: {note}").format(
                title=bookmark.title, note=bookmark.note
            )
            note = " ".join(bookmark.note.split())
            if len(note) > _NOTE_SHOWN:
                note = f"{note[:_NOTE_SHOWN].rstrip()}…"
            lines.append(Line(self.tr("Note: {note}").format(note=note), quiet=True))
        item = QStandardItem(text)
        item.setData(bookmark, RECORD_ROLE)
        item.setData(Result(tuple(lines)), RESULT_ROLE)
        item.setToolTip(text)
        item.setEditable(False)
        item.setDropEnabled(False)
        return item


def _key(record: Record) -> tuple[type[Record], int]:
    """Tell records apart; a folder and a bookmark may have the same number."""
    return type(record), record.id


def _key_text(record: Record) -> str:
    return f"{type(record).__name__} {record.id}"
