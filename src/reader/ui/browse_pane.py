"""What stands under an empty search field: four lists, of which one is shown."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QStackedWidget, QVBoxLayout, QWidget

from reader.model.listing import TopicEntry
from reader.model.systems import System
from reader.ui import elsewhere
from reader.ui.browse import AlphabetModel, AlphabetView, ShelvesModel, ShelvesView
from reader.ui.keeping import Keeper
from reader.ui.navigation import Place
from reader.ui.shelf_switch import Shelf, ShelfSwitch

if TYPE_CHECKING:
    from reader.ui.bookmarks_pane import BookmarksPane
    from reader.ui.history_pane import HistoryPane

_SEEN_AT_ONCE = 40  # topics; a longer list starts with its shelves closed


class BrowsePane(QWidget):
    """The shelves, the list from A to Z, the bookmarks and the history."""

    place_chosen = Signal(object)  # Place
    elsewhere_chosen = Signal(object)  # Place, to be opened in a new window
    handouts_wanted = Signal(object)  # tuple of slugs

    def __init__(self, keeper: Keeper, parent: QWidget) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._topics: tuple[TopicEntry, ...] = ()
        self._elsewhere = False
        self._alone = False
        self._shelves_model = ShelvesModel(self)
        self.shelves = ShelvesView(self._shelves_model, self)
        self.switch = ShelfSwitch(self)
        self._lists = QStackedWidget(self)
        self._lists.addWidget(self.shelves)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.switch)
        layout.addWidget(self._lists, 1)
        self.shelves.opened.connect(self._on_slug_opened)
        self.switch.chosen.connect(self._on_shelf_chosen)

    # What the first screen does not show is loaded and made when it is wanted.

    @cached_property
    def alphabet(self) -> AlphabetView:
        """All topics from A to Z."""
        model = AlphabetModel(self)
        model.show_topics(self._topics)
        view = AlphabetView(model, self._lists)
        view.opened.connect(self._on_slug_opened)
        self._offer_elsewhere(view)
        self._lists.addWidget(view)
        return view

    @cached_property
    def bookmarks(self) -> "BookmarksPane":
        """The bookmarks."""
        from reader.ui.bookmarks_pane import BookmarksPane

        pane = BookmarksPane(self._keeper, self._lists)
        pane.opened.connect(self._choose)
        pane.handouts_wanted.connect(self.handouts_wanted)
        self._offer_elsewhere(pane.view)
        self._lists.addWidget(pane)
        return pane

    @cached_property
    def history(self) -> "HistoryPane":
        """What was read."""
        from reader.ui.history_pane import HistoryPane

        pane = HistoryPane(self._keeper, self._lists)
        pane.opened.connect(self._choose)
        self._offer_elsewhere(pane.view)
        self._lists.addWidget(pane)
        return pane

    def show_topics(self, topics: tuple[TopicEntry, ...]) -> None:
        """Fill the shelves."""
        if not self._topics:
            self._offer_elsewhere(self.shelves)
        self._topics = topics
        self._shelves_model.show_topics(topics)
        if "alphabet" in self.__dict__:
            self.alphabet.show_topics(topics)
        if len(topics) <= _SEEN_AT_ONCE:
            self.shelves.expandAll()

    def show_system(self, system: System) -> None:
        """Show the topics of one body system and take the focus there."""
        self.switch.choose(Shelf.SYSTEMS)
        self.shelves.show_system(system)

    def stay_alone(self) -> None:
        """Offer no other window."""
        self._alone = True
        elsewhere.withdraw(self.shelves)

    def _offer_elsewhere(self, view: QAbstractItemView) -> None:
        if not self._alone:
            elsewhere.offer(view, self._open_elsewhere)

    def start_afresh(self) -> None:
        """Show the shelves as they were at the beginning."""
        self.switch.choose(Shelf.SYSTEMS)
        self.shelves.collapseAll()
        self.show_topics(self._topics)

    def take_focus(self) -> None:
        """Take the focus to the list, or to the switch where there is none."""
        target = self._list()
        if target.isVisible():
            if not target.currentIndex().isValid():
                target.setCurrentIndex(target.model().index(0, 0))
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.switch.take_focus()
            if self.switch.shelf is Shelf.HISTORY:
                self.history.focus_when_read()

    def _list(self) -> QAbstractItemView:
        """The list that is chosen, without what stands around it."""
        match self.switch.shelf:
            case Shelf.SYSTEMS:
                return self.shelves
            case Shelf.ALPHABET:
                return self.alphabet
            case Shelf.BOOKMARKS:
                return self.bookmarks.view
            case Shelf.HISTORY:
                return self.history.view

    @Slot()
    def _open_elsewhere(self) -> None:
        """Do what Return does, but into a new window."""
        self._elsewhere = True
        match self.switch.shelf:
            case Shelf.SYSTEMS:
                self.shelves.open_current()
            case Shelf.ALPHABET:
                self.alphabet.open_current()
            case Shelf.BOOKMARKS:
                self.bookmarks.open_chosen()
            case Shelf.HISTORY:
                self.history.open_chosen()
        self._elsewhere = False

    @Slot(str)
    def _on_slug_opened(self, slug: str) -> None:
        self._choose(Place(slug))

    @Slot(object)
    def _choose(self, place: Place) -> None:
        wanted = self._elsewhere or elsewhere.is_asked_for()
        if wanted and not self._alone:
            self.elsewhere_chosen.emit(place)
        else:
            self.place_chosen.emit(place)

    @Slot(object)
    def _on_shelf_chosen(self, shelf: Shelf) -> None:
        self._lists.setCurrentWidget(self._page(shelf))
        if shelf is Shelf.HISTORY:
            self.history.refresh()

    def _page(self, shelf: Shelf) -> QWidget:
        match shelf:
            case Shelf.SYSTEMS:
                return self.shelves
            case Shelf.ALPHABET:
                return self.alphabet
            case Shelf.BOOKMARKS:
                return self.bookmarks
            case Shelf.HISTORY:
                return self.history
