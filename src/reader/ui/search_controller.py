"""Asks the library as a person types, and keeps to the newest answer.

There is no pause before asking. A question that is overtaken while it waits is
never asked, so a fast typist costs one search under way and one that waits. What
can wait, the counts beside the filters and near names, is asked when typing rests.
"""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from reader.library.store import Library
from reader.model.frozen import dataclass
from reader.model.listing import Filters, NearName, SearchResults, Tally
from reader.ui.tasks import Answer, Worker

_LANE = "search"
_LATER = "search, second thoughts"
MOST_HITS = 50
"""More than that nobody reads; other words lead further."""
_REST = 150  # milliseconds without a key, after which typing rests


@dataclass(frozen=True, slots=True)
class SearchQuestion:
    """A search, to be made on the worker."""

    text: str
    filters: Filters
    limit: int = MOST_HITS

    def __call__(self, library: Library) -> SearchResults:
        """Search the library."""
        return library.search(
            self.text,
            limit=self.limit,
            system=self.filters.system,
            certainty=self.filters.certainty,
        )


@dataclass(frozen=True, slots=True)
class SecondThoughts:
    """What can be said of a search a moment later.

    Attributes:
        tally: How many topics it meets.
        near: Names like what was typed, where nothing was met.
    """

    tally: Tally
    near: tuple[NearName, ...]


@dataclass(frozen=True, slots=True)
class SecondQuestion:
    """Counts the topics of a search, on the worker; looks for near names if none."""

    text: str
    filters: Filters

    def __call__(self, library: Library) -> SecondThoughts:
        """Ask the library."""
        tally = library.tally(
            self.text, system=self.filters.system, certainty=self.filters.certainty
        )
        near = () if tally.anywhere else library.near_names(self.text)
        return SecondThoughts(tally, near)


class SearchController(QObject):
    """Turns what is typed into results."""

    found = Signal(object)  # SearchResults
    thought = Signal(object)  # SecondThoughts, on the results found last
    failed = Signal(object)  # ReaderError
    cleared = Signal()

    def __init__(self, worker: Worker[Library], parent: QObject) -> None:
        super().__init__(parent)
        self._worker = worker
        self._waiting = False
        self._query = ""
        self.filters = Filters()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self._ask_later)
        worker.answered.connect(self._on_answered)

    @property
    def is_waiting(self) -> bool:
        """Whether the newest question has not been answered yet."""
        return self._waiting

    @Slot(str)
    def search(self, query: str) -> None:
        """Ask for this query; an empty one clears without asking."""
        self._query = query
        self._rest.stop()
        self._worker.forget(_LATER)
        if query:
            self._waiting = True
            self._worker.ask(_LANE, SearchQuestion(query, self.filters))
        else:
            self._waiting = False
            self._worker.forget(_LANE)
            self.cleared.emit()

    @Slot(object)
    def narrow(self, filters: Filters) -> None:
        """Want only such results, now and for all that is typed from now on."""
        if filters != self.filters:
            self.filters = filters
            if self._query:
                self.search(self._query)

    @Slot()
    def _ask_later(self) -> None:
        self._worker.ask(_LATER, SecondQuestion(self._query, self.filters))

    @Slot(object)
    def _on_answered(self, answer: Answer) -> None:
        if answer.lane == _LATER and isinstance(answer.value, SecondThoughts):
            self.thought.emit(answer.value)
        if answer.lane != _LANE:
            return
        self._waiting = False
        if isinstance(answer.value, SearchResults):
            self._rest.start()
            self.found.emit(answer.value)
        elif answer.error is not None:
            self.failed.emit(answer.error)
