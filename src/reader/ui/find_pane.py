"""The pane on the left: the search field, its results, and the shelves."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reader.model.errors import ReaderError
from reader.model.listing import Filters, Hit, SearchResults, TopicEntry
from reader.model.systems import System
from reader.ui import elsewhere
from reader.ui.announce import announce
from reader.ui.appearance import Appearance
from reader.ui.browse import AlphabetView
from reader.ui.browse_pane import BrowsePane
from reader.ui.keeping import Keeper
from reader.ui.messages import message_for
from reader.ui.navigation import Place
from reader.ui.search_box import SearchBox
from reader.ui.search_controller import MOST_HITS, SearchController, SecondThoughts
from reader.ui.shelf_switch import Shelf

if TYPE_CHECKING:
    from reader.ui.bookmarks_pane import BookmarksPane
    from reader.ui.filter_bar import FilterBar
    from reader.ui.history_pane import HistoryPane
    from reader.ui.nothing_found import NothingFound
    from reader.ui.results import ResultsModel, ResultsView

_NARROWEST, _WIDEST = 310, 400  # pixels, unless the words need more
_IDLE = 400  # milliseconds after the shelves are filled
_EDGES = 16  # pixels beside the switch, both together


class FindPane(QWidget):
    """Everything that leads to a page; says which place was chosen."""

    place_chosen = Signal(object)  # Place
    elsewhere_chosen = Signal(object)  # Place, to be opened in a new window
    handouts_wanted = Signal(object)  # tuple of slugs

    def __init__(
        self,
        search: SearchController,
        keeper: Keeper,
        appearance: Appearance,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("find-pane")
        self.box = SearchBox(self)
        self.status = QLabel(self)
        self.status.setWordWrap(True)
        self.status.setProperty("muted", True)
        self.status.hide()
        self._search = search
        self._appearance = appearance
        self._topics: tuple[TopicEntry, ...] = ()
        self._open_when_found = False
        self._elsewhere = False
        self._alone = False
        self._browsing = BrowsePane(keeper, self)
        self.shelves = self._browsing.shelves
        self.switch = self._browsing.switch
        self.below = QStackedWidget(self)
        self.below.addWidget(self._browsing)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(10, 10, 6, 10)
        self._column.setSpacing(8)
        self._above = QHBoxLayout()
        self._above.addWidget(self.status, 1)
        self._column.addWidget(self.box)
        self._column.addLayout(self._above)
        self._column.addWidget(self.below, 1)
        self._join()

    def _join(self) -> None:
        self.box.query_changed.connect(self._on_query_changed)
        self.box.entered.connect(self._on_entered)
        self.box.left_downwards.connect(self._on_left_downwards)
        self._search.found.connect(self._on_found)
        self._search.thought.connect(self._on_thought)
        self._search.failed.connect(self._on_failed)
        self._search.cleared.connect(self.show_shelves)
        self._browsing.place_chosen.connect(self.place_chosen)
        self._browsing.elsewhere_chosen.connect(self.elsewhere_chosen)
        self._browsing.handouts_wanted.connect(self.handouts_wanted)

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

        view = ResultsView(self.results_model, self._appearance, self.below)
        view.opened.connect(self._on_hit_opened)
        view.left_upwards.connect(self.focus_search)
        view.typed.connect(self._on_typed)
        self._offer_elsewhere(view)
        self.below.addWidget(view)
        return view

    @cached_property
    def nothing(self) -> "NothingFound":
        """What is said where nothing is found."""
        from reader.ui.nothing_found import NothingFound

        pane = NothingFound(self.below)
        pane.browse_wanted.connect(self._on_browse_wanted)
        pane.all_wanted.connect(self._on_all_wanted)
        pane.place_chosen.connect(self._choose)
        self.below.addWidget(pane)
        return pane

    @cached_property
    def filters(self) -> "FilterBar":
        """What narrows the results; stands above them."""
        from reader.ui.filter_bar import FilterBar

        bar = FilterBar(self)
        shelves = {topic.system for topic in self._topics}
        bar.offer_systems(tuple([each for each in System if each in shelves]))
        bar.narrowed.connect(self._on_narrowed)
        bar.left.connect(self.focus_search)
        bar.hide()
        self._column.insertWidget(1, bar)
        self._above.addWidget(bar.all)
        for first, then in (
            (self.box, bar.systems),
            (bar.systems, bar.levels),
            (bar.levels, bar.all),
        ):
            self.setTabOrder(first, then)
        return bar

    @property
    def alphabet(self) -> AlphabetView:
        """All topics from A to Z."""
        return self._browsing.alphabet

    @property
    def bookmarks(self) -> "BookmarksPane":
        """The bookmarks."""
        return self._browsing.bookmarks

    @property
    def history(self) -> "HistoryPane":
        """What was read."""
        return self._browsing.history

    @property
    def words_of_results(self) -> str:
        """The words whose results are shown; "" while the shelves are."""
        if "results" not in self.__dict__:
            return ""
        return self.box.text() if self.below.currentWidget() is self.results else ""

    def sizeHint(self) -> QSize:
        """Wide enough for the switch in full words, but the page comes first."""
        wanted = self.fontMetrics().averageCharWidth() * 38
        least = self.switch.sizeHint().width() + _EDGES
        least = max(least, self.box.wanted_width() + _EDGES)
        return QSize(max(min(max(_NARROWEST, wanted), _WIDEST), least), 600)

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for a small window."""
        words = (self.switch.minimumSizeHint().width(), self.box.wanted_width())
        return QSize(max(words) + _EDGES, super().minimumSizeHint().height())

    def show_topics(self, topics: tuple[TopicEntry, ...]) -> None:
        """Fill the shelves."""
        self._topics = topics
        self._browsing.show_topics(topics)
        QTimer.singleShot(_IDLE, self._prepare)

    @Slot()
    def _prepare(self) -> None:
        """Make the filters before the first letter, which would else wait for them."""
        self.filters.forget_counts()

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
        if "filters" in self.__dict__:
            self.filters.hide()
            self.filters.all.hide()
        self.below.setCurrentWidget(self._browsing)

    def show_shelf(self, shelf: Shelf) -> None:
        """Show one list and take the focus there."""
        self.box.clear()
        self.show_shelves()
        self.switch.choose(shelf)
        self._browsing.take_focus()

    def stay_alone(self) -> None:
        """Offer no other window."""
        self._alone = True
        self._browsing.stay_alone()

    def _offer_elsewhere(self, view: QAbstractItemView) -> None:
        if not self._alone:
            elsewhere.offer(view, self._open_elsewhere)

    def start_afresh(self) -> None:
        """Show what the first screen has, and nothing of what was typed."""
        # Not `clear`, which Ctrl+Z could take back.
        self.box.setText("")
        if "filters" in self.__dict__:
            self.filters.show_all()
        self.show_shelves()
        self._browsing.start_afresh()

    def show_system(self, system: System) -> None:
        """Show the topics of one body system."""
        self.box.clear()
        self.show_shelves()
        self._browsing.show_system(system)

    @Slot(object)
    def _on_found(self, results: SearchResults) -> None:
        self.results_model.show_results(results)
        self.filters.setVisible(bool(results.hits) or self.filters.filters.there)
        self.filters.all.setVisible(self.filters.filters.there)
        if results.hits:
            self.results.scrollToTop()
            self.below.setCurrentWidget(self.results)
        else:
            self.nothing.show_query(results.query, self.filters.words())
            self.below.setCurrentWidget(self.nothing)
        self._say(self._sentence(results))
        if self._open_when_found:
            self._open_when_found = False
            self.results.open_first()
        self._elsewhere = False

    def _sentence(self, results: SearchResults) -> str:
        count = len(results.hits)
        words = self.tr("Results: {count}")
        if count >= MOST_HITS:
            words = self.tr("The first {count} results")
        if not count:
            words = self.tr("Nothing found")
        elif results.corrected:
            words = self.tr("Results for “{corrected}”: {count}")
        sentence = words.format(corrected=results.corrected, count=count)
        narrowed = self.filters.words()
        if not narrowed:
            return sentence
        only = self.tr("{sentence} (only: {narrowed})")
        return only.format(sentence=sentence, narrowed=narrowed)

    @Slot(object)
    def _on_thought(self, thoughts: SecondThoughts) -> None:
        """Say what was thought of a moment after the results."""
        self.filters.show_tally(thoughts.tally)
        if self.below.currentWidget() is not self.nothing:
            return
        self.nothing.show_elsewhere(thoughts.tally.anywhere)
        self.nothing.show_near(thoughts.near)
        if thoughts.near:
            names = self.tr(", ").join([near.title for near in thoughts.near])
            guess = self.tr("Did you mean: {names}?").format(names=names)
            announce(self.box, guess)

    @Slot(object)
    def _on_failed(self, error: ReaderError) -> None:
        self.results_model.clear()
        message = message_for(error)
        self.nothing.show_failure(message)
        self.below.setCurrentWidget(self.nothing)
        self._say(f"{message.text} {message.advice}".strip())

    def _say(self, sentence: str) -> None:
        self.status.setText(sentence)
        self.status.show()
        announce(self.box, sentence)

    @Slot(str)
    def _on_query_changed(self, query: str) -> None:
        self._open_when_found = False
        self._elsewhere = False
        self._search.search(query)

    @Slot(object)
    def _on_narrowed(self, filters: Filters) -> None:
        self._search.narrow(filters)

    @Slot()
    def _on_all_wanted(self) -> None:
        self.filters.show_all()
        self.focus_search()

    @Slot()
    def _on_entered(self) -> None:
        # The list may still show what was found for fewer letters.
        if self._search.is_waiting:
            self._open_when_found = True
            self._elsewhere = elsewhere.is_asked_for()
        else:
            self.results.open_first()

    @Slot()
    def _on_left_downwards(self) -> None:
        shown = self.below.currentWidget()
        if shown is self._browsing:
            self._browsing.take_focus()
        elif shown is self.results:
            self.results.enter()
        else:
            self.nothing.take_focus()

    @Slot(str)
    def _on_typed(self, letters: str) -> None:
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)
        self.box.end(False)
        self.box.insert(letters)

    @Slot(object)
    def _on_hit_opened(self, hit: Hit) -> None:
        self._choose(Place(hit.slug, hit.section))

    @Slot()
    def _open_elsewhere(self) -> None:
        hit = self.results.chosen()
        if hit is not None:
            self.elsewhere_chosen.emit(Place(hit.slug, hit.section))

    @Slot(object)
    def _choose(self, place: Place) -> None:
        wanted = self._elsewhere or elsewhere.is_asked_for()
        if wanted and not self._alone:
            self.elsewhere_chosen.emit(place)
        else:
            self.place_chosen.emit(place)

    @Slot()
    def _on_browse_wanted(self) -> None:
        self.show_shelf(Shelf.SYSTEMS)
