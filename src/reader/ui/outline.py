"""The headings of the open page as a list that a screen reader can walk."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from reader.ui.topic_view import TopicView
from reader.ui.topic_writer import Mark
from reader.ui.wrapping import isolate

_ID = Qt.ItemDataRole.UserRole
_DEPTH = Qt.ItemDataRole.UserRole + 1
_INDENT = 16
_SIDE = 13
_DEEP = 1000
_DEEPEST = 3


class Outline(QListWidget):
    """Lists sections and their headings, follows the reading, and leads there.

    Signals:
        heading_requested: The id of the heading that was chosen.
    """

    heading_requested = Signal(str)

    def __init__(self, view: TopicView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self.setAccessibleName(self.tr("On this page"))
        self.setAccessibleDescription(
            self.tr("Headings of the open page. Enter goes to one.")
        )
        self.setWordWrap(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self._indented = Indented(self)
        self.setItemDelegate(self._indented)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.page_changed.connect(self._list_headings)
        view.heading_changed.connect(self._follow_reading)
        self.clicked.connect(self._go)
        self.activated.connect(self._go)

    def headings(self) -> list[str]:
        """The ids of the headings in the list, in reading order."""
        return [self.item(row).data(_ID) for row in range(self.count())]

    def _list_headings(self) -> None:
        marks = [mark for mark in self._view.headings() if mark.level <= _DEEPEST]
        if self.headings() != [mark.id for mark in marks]:
            self.clear()
            self._indented.heights.clear()
            for mark in marks:
                self.addItem(self._item(mark))
        self._follow_reading(self._view.current_heading())

    def _item(self, mark: Mark) -> QListWidgetItem:
        item = QListWidgetItem(mark.title)
        item.setData(_ID, mark.id)
        item.setData(_DEPTH, max(0, mark.level - 2))
        spoken = self.tr("{title}, heading level {level}")
        said = spoken.format(title=mark.title, level=mark.level)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        return item

    def _follow_reading(self, heading: str) -> None:
        """Mark the heading that is read under, or the last one before it."""
        listed = set(self.headings())
        shown = ""
        for mark in self._view.headings():
            if mark.id in listed:
                shown = mark.id
            if mark.id == heading:
                break
        for row, known in enumerate(self.headings()):
            if known == shown:
                self.setCurrentRow(row)

    def _go(self, index: QModelIndex) -> None:
        heading = index.data(_ID)
        self._view.go_to(heading)
        self.heading_requested.emit(heading)


class Indented(QStyledItemDelegate):
    """Sets headings inside a section in from the left, all their lines.

    Attributes:
        heights: How high words are in a room and at a line height, all in pixels. Qt
            asks several times for every change of page, size and colours.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.heights: dict[tuple[str, int, int], int] = {}

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Take the indent off the room that the row has."""
        super().initStyleOption(option, index)
        depth = index.data(_DEPTH) or 0
        isolate(option)
        if option.direction is Qt.LayoutDirection.RightToLeft:
            option.rect.setRight(option.rect.right() - depth * _INDENT)
        else:
            option.rect.setLeft(option.rect.left() + depth * _INDENT)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """As many lines as the words need; Qt forgets the style sheet's padding."""
        list_ = self.parent()
        if not isinstance(list_, QListWidget):
            return super().sizeHint(option, index)
        depth = index.data(_DEPTH) or 0
        room = list_.viewport().width() - depth * _INDENT - 2 * _SIDE
        words, metrics = index.data(Qt.ItemDataRole.DisplayRole), list_.fontMetrics()
        known = words, room, metrics.height()
        if known not in self.heights:
            place = QRect(0, 0, max(_SIDE, room), _DEEP)
            wrapped = metrics.boundingRect(place, Qt.TextFlag.TextWordWrap, words)
            self.heights[known] = wrapped.height()
        # The marks of `isolate` may come from a typeface with higher lines.
        mirrored = list_.layoutDirection() is Qt.LayoutDirection.RightToLeft
        more = metrics.height() // 2 if mirrored else 0
        return QSize(room, self.heights[known] + _SIDE + more)
