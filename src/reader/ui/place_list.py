"""A list of things that stand on the open page, which follows the reading."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QWidget

from reader.ui.outline import Indented
from reader.ui.topic_view import TopicView


class Entry(NamedTuple):
    """Something that stands on the page.

    Attributes:
        position: The letter of the document where it stands.
        text: What the list shows.
        spoken: What a screen reader says.
    """

    position: int
    text: str
    spoken: str


class PlaceList(QListWidget):
    """Shows entries and marks the last one above the place that is read.

    Signals:
        chosen: The row of the entry that was chosen.
        outdated: The page has changed; whoever knows the entries lists them anew.
    """

    chosen = Signal(int)
    outdated = Signal()

    def __init__(self, view: TopicView, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = view
        self._entries: tuple[Entry, ...] = ()
        self._stale = True
        self.setWordWrap(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setItemDelegate(Indented(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.page_changed.connect(self._on_page_changed)
        view.place_changed.connect(self._follow)
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    def entries(self) -> tuple[Entry, ...]:
        """What is listed."""
        return self._entries

    def show_entries(self, entries: Sequence[Entry], none: str) -> None:
        """List entries, or a sentence that says that there are none."""
        self._entries = tuple(entries)
        self._stale = False
        self.clear()
        for entry in self._entries:
            item = QListWidgetItem(entry.text, self)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, entry.spoken)
        if not self._entries:
            item = QListWidgetItem(none, self)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        self._follow()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for the entries of the page that is open now."""
        super().showEvent(event)
        self._refresh()

    @Slot()
    def _on_page_changed(self) -> None:
        self._stale = True
        self._refresh()

    def _refresh(self) -> None:
        if self._stale and self.isVisible():
            self.outdated.emit()
        elif self.isVisible():
            self._follow()

    @Slot()
    def _follow(self) -> None:
        if self._stale or not self.isVisible() or self.hasFocus():
            return
        starts = [entry.position for entry in self._entries]
        above = bisect_right(starts, self._view.reading_position()) - 1
        self.setCurrentRow(max(0, above))

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        if index.row() < len(self._entries):
            self.chosen.emit(index.row())
