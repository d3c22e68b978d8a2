"""Asks the library as a person types, and keeps to the newest answer.

There is no pause before asking. A question that is overtaken while it waits is
never asked, so a fast typist costs one search under way and one that waits.
"""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from reader.library.store import Library
from reader.model.listing import SearchResults
from reader.ui.tasks import Answer, Worker

_LANE = "search"
_LIMIT = 50


@dataclass(frozen=True, slots=True)
class SearchQuestion:
    """A search, to be made on the worker."""

    text: str
    limit: int = _LIMIT

    def __call__(self, library: Library) -> SearchResults:
        """Search the library."""
        return library.search(self.text, limit=self.limit)


class SearchController(QObject):
    """Turns what is typed into results."""

    found = Signal(object)  # SearchResults
    failed = Signal(object)  # ReaderError
    cleared = Signal()

    def __init__(self, worker: Worker[Library], parent: QObject) -> None:
        super().__init__(parent)
        self._worker = worker
        self._waiting = False
        worker.answered.connect(self._on_answered)

    @property
    def is_waiting(self) -> bool:
        """Whether the newest question has not been answered yet."""
        return self._waiting

    @Slot(str)
    def search(self, query: str) -> None:
        """Ask for this query; an empty one clears without asking."""
        if query:
            self._waiting = True
            self._worker.ask(_LANE, SearchQuestion(query))
        else:
            self._waiting = False
            self._worker.forget(_LANE)
            self.cleared.emit()

    @Slot(object)
    def _on_answered(self, answer: Answer) -> None:
        if answer.lane != _LANE:
            return
        self._waiting = False
        if isinstance(answer.value, SearchResults):
            self.found.emit(answer.value)
        elif answer.error is not None:
            self.failed.emit(answer.error)
