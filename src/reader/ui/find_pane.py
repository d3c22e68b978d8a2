"""The pane on the left: the search field, its results, and the shelves."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reader.model.errors import ReaderError
from reader.model.listing import Hit, SearchResults, TopicEntry
from reader.model.systems import System
from reader.ui.announce import announce
from reader.ui.browse import AlphabetModel, AlphabetView, ShelvesModel, ShelvesView
from reader.ui.keeping import Keeper
from reader.ui.messages import message_for
from reader.ui.navigation import Place
from reader.ui.search_box import SearchBox
from reader.ui.search_controller import SearchController
from reader.ui.shelf_switch import Shelf, ShelfSwitch

if TYPE_CHECKING:
    from reader.ui.bookmarks_pane import BookmarksPane
    from reader.ui.history_pane import HistoryPane
    from reader.ui.nothing_found import NothingFound
    from reader.ui.results import ResultsModel, ResultsView

_NARROWEST, _WIDEST = 310, 400  # pixels, until the person drags the edge
_SEEN_AT_ONCE = 40  # topics; a longer list starts with its shelves closed


class FindPane(QWidget):
    """Everything that leads to a page; says which place was chosen."""

    place_chosen = Signal(object)  # Place

    def __init__(
        self, search: SearchController, keeper: Keeper, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("find-pane")
        self.box = SearchBox(self)
        self.status = QLabel(self)
        self.status.setWordWrap(True)
        self.status.setProperty("muted", True)
        self.status.hide()
        self._search = search
        self._keeper = keeper
        self._topics: tuple[TopicEntry, ...] = ()
        self._open_when_found = False
        self._shelves_model = ShelvesModel(self)
        self.shelves = ShelvesView(self._shelves_model, self)
        self.switch = ShelfSwitch(self)
        self._lists = QStackedWidget(self)
        self._lists.addWidget(self.shelves)
        self._browsing = QWidget(self)
        browsing = QVBoxLayout(self._browsing)
        browsing.setContentsMargins(0, 0, 0, 0)
        browsing.addWidget(self.switch)
        browsing.addWidget(self._lists, 1)
        self.below = QStackedWidget(self)
        self.below.addWidget(self._browsing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 6, 10)
        layout.setSpacing(8)
        layout.addWidget(self.box)
        layout.addWidget(self.status)
        layout.addWidget(self.below, 1)
        self._join()

    def _join(self) -> None:
        self.box.query_changed.connect(self._on_query_changed)
        self.box.entered.connect(self._on_entered)
        self.box.left_downwards.connect(self._on_left_downwards)
        self._search.found.connect(self._on_found)
        self._search.failed.connect(self._on_failed)
        self._search.cleared.connect(self.show_shelves)
        self.shelves.opened.connect(self._on_slug_opened)
        self.switch.chosen.connect(self._on_shelf_chosen)

    # What the first screen does not show is loaded and made when it is wanted: all
    # of it together would cost a start 25 ms.

    @cached_property
    def results_model(self) -> "ResultsModel":
        """The answers to the last search."""
        from reader.ui.results import ResultsModel

        return ResultsModel(self)

    @cached_property
    def results(self) -> "ResultsView":
        """The list of these answers."""
        from reader.ui.results import ResultsView

        view = ResultsView(self.results_model, self.below)
        view.opened.connect(self._on_hit_opened)
        view.left_upwards.connect(self.focus_search)
        view.typed.connect(self._on_typed)
        self.below.addWidget(view)
        return view

    @cached_property
    def _nothing(self) -> "NothingFound":
        from reader.ui.nothing_found import NothingFound

        pane = NothingFound(self.below)
        pane.browse_wanted.connect(self._on_browse_wanted)
        self.below.addWidget(pane)
        return pane

    @cached_property
    def alphabet(self) -> AlphabetView:
        """All topics from A to Z."""
        model = AlphabetModel(self)
        model.show_topics(self._topics)
        view = AlphabetView(model, self._lists)
        view.opened.connect(self._on_slug_opened)
        self._lists.addWidget(view)
        return view

    @cached_property
    def bookmarks(self) -> "BookmarksPane":
        """The bookmarks."""
        from reader.ui.bookmarks_pane import BookmarksPane

        pane = BookmarksPane(self._keeper, self._lists)
        pane.opened.connect(self.place_chosen)
        self._lists.addWidget(pane)
        return pane

    @cached_property
    def history(self) -> "HistoryPane":
        """What was read."""
        from reader.ui.history_pane import HistoryPane

        pane = HistoryPane(self._keeper, self._lists)
        pane.opened.connect(self.place_chosen)
        self._lists.addWidget(pane)
        return pane

    def sizeHint(self) -> QSize:
        """Wide enough for the switch in full words, but the page comes first."""
        wanted = self.fontMetrics().averageCharWidth() * 38
        return QSize(min(max(_NARROWEST, wanted), _WIDEST), 600)

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for a small window."""
        return QSize(240, 200)

    def show_topics(self, topics: tuple[TopicEntry, ...]) -> None:
        """Fill the shelves."""
        self._topics = topics
        self._shelves_model.show_topics(topics)
        if "alphabet" in self.__dict__:
            self.alphabet.show_topics(topics)
        if len(topics) <= _SEEN_AT_ONCE:
            self.shelves.expandAll()

    def mark(self, slug: str) -> None:
        """Stand on the open topic in the tree, where that can be seen."""
        self.shelves.mark(slug)

    @Slot()
    def focus_search(self) -> None:
        """Go to the search field; what stands in it is selected."""
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()

    @Slot()
    def show_shelves(self) -> None:
        """Show the shelves in place of results."""
        if "results_model" in self.__dict__:
            self.results_model.clear()
        self.status.hide()
        self.below.setCurrentWidget(self._browsing)

    def show_shelf(self, shelf: Shelf) -> None:
        """Show one list and take the focus there."""
        self.box.clear()
        self.show_shelves()
        self.switch.choose(shelf)
        self._focus_list()

    def start_afresh(self) -> None:
        """Show what the first screen has, and nothing of what was typed."""
        # Not `clear`, which Ctrl+Z could take back.
        self.box.setText("")
        self.show_shelves()
        self.switch.choose(Shelf.SYSTEMS)
        self.shelves.collapseAll()
        self.show_topics(self._topics)

    def show_system(self, system: System) -> None:
        """Show the topics of one body system."""
        self.box.clear()
        self.show_shelves()
        self.switch.choose(Shelf.SYSTEMS)
        self.shelves.show_system(system)

    def _focus_list(self) -> None:
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

    @Slot(object)
    def _on_found(self, results: SearchResults) -> None:
        self.results_model.show_results(results)
        count = len(results.hits)
        if count:
            self.results.scrollToTop()
            self.below.setCurrentWidget(self.results)
        else:
            self._nothing.show_query(results.query)
            self.below.setCurrentWidget(self._nothing)
        self._say(self._sentence(results))
        if self._open_when_found:
            self._open_when_found = False
            self.results.open_first()

    def _sentence(self, results: SearchResults) -> str:
        count = len(results.hits)
        if not count:
            return self.tr("Nothing found")
        if results.corrected:
            return self.tr("Results for “{corrected}”: {count}").format(
                corrected=results.corrected, count=count
            )
        return self.tr("Results: {count}").format(count=count)

    @Slot(object)
    def _on_failed(self, error: ReaderError) -> None:
        self.results_model.clear()
        message = message_for(error)
        self._say(f"{message.text} {message.advice}".strip())

    def _say(self, sentence: str) -> None:
        self.status.setText(sentence)
        self.status.show()
        announce(self.box, sentence)

    @Slot(str)
    def _on_query_changed(self, query: str) -> None:
        self._open_when_found = False
        self._search.search(query)

    @Slot()
    def _on_entered(self) -> None:
        # The list may still show what was found for fewer letters.
        if self._search.is_waiting:
            self._open_when_found = True
        else:
            self.results.open_first()

    @Slot()
    def _on_left_downwards(self) -> None:
        if self.below.currentWidget() is self._browsing:
            self._focus_list()
        elif self.below.currentWidget() is self.results:
            self.results.enter()

    @Slot(str)
    def _on_typed(self, letters: str) -> None:
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)
        self.box.end(False)
        self.box.insert(letters)

    @Slot(object)
    def _on_hit_opened(self, hit: Hit) -> None:
        self.place_chosen.emit(Place(hit.slug, hit.section))

    @Slot(str)
    def _on_slug_opened(self, slug: str) -> None:
        self.place_chosen.emit(Place(slug))

    @Slot()
    def _on_browse_wanted(self) -> None:
        self.show_shelf(Shelf.SYSTEMS)

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
