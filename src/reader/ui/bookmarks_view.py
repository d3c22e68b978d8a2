"""The tree of bookmarks, in which rows can be dragged to another place."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from reader.notebook.records import Record
from reader.ui.bookmark_moves import Side
from reader.ui.bookmarks_model import BookmarksModel
from reader.ui.kept_tree import KeptTree

_EXPAND_AFTER = 600  # milliseconds over a closed folder
_EDGE_SHARE, _EDGE_LEAST, _EDGE_MOST = 5.5, 2, 12  # of a row's height; pixels


@dataclass(frozen=True, slots=True)
class Drop:
    """Something was let go.

    Attributes:
        moved: What it was.
        target: The row under the mouse; None for the empty space.
        side: Where on that row.
    """

    moved: Record
    target: Record | None
    side: Side


class BookmarksView(KeptTree):
    """Says what was dropped where; it moves no row itself."""

    dropped = Signal(object)  # Drop

    def __init__(self, model: BookmarksModel, parent: QWidget) -> None:
        super().__init__("", parent)
        self._shelf = model
        self.setModel(model)
        self.setObjectName("bookmarks")
        self.setAccessibleName(self.tr("Bookmarks"))
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setAutoExpandDelay(_EXPAND_AFTER)

    def dropEvent(self, event: QDropEvent) -> None:
        """Say it; the rows change when the notebook has changed."""
        moved = self._shelf.dragged(event.mimeData())
        point = event.position().toPoint()
        index = self.indexAt(point)
        self.stopAutoScroll()
        self.setState(QAbstractItemView.State.NoState)
        self.viewport().update()
        event.accept()
        if moved is not None:
            drop = Drop(moved, self._shelf.record(index), self._side(index, point))
            self.dropped.emit(drop)

    def _side(self, index: QModelIndex, point: QPoint) -> Side:
        """Where on a row a point lies, by the rule that Qt draws its line by."""
        rect = self.visualRect(index)
        edge = min(max(round(rect.height() / _EDGE_SHARE), _EDGE_LEAST), _EDGE_MOST)
        if point.y() - rect.top() < edge:
            return Side.ABOVE
        if rect.bottom() - point.y() < edge:
            return Side.BELOW
        if index.flags() & Qt.ItemFlag.ItemIsDropEnabled:
            return Side.ON
        return Side.ABOVE if point.y() < rect.center().y() else Side.BELOW
