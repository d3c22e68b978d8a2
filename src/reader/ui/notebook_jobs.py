"""What the window has the notebook do: jobs for the worker, and what they return."""

import threading
from collections.abc import Callable
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from reader.model.errors import KnownError
from reader.model.frozen import dataclass
from reader.notebook.bookmarks import Shelf
from reader.notebook.digest import ReadDay, by_topic
from reader.notebook.history import Day, Place
from reader.notebook.kept import Visit
from reader.notebook.settings import Settings
from reader.notebook.store import FILE_NAME, Notebook

if TYPE_CHECKING:
    from reader.notebook.carry import BroughtIn
    from reader.notebook.print_log import Printed

_RECENT = 6
_VISITS = 5000  # the most that the list of days is made of


def open_notebook(folder: Path) -> Notebook:
    """Open the notebook; where that cannot be, an empty one that says why."""
    try:
        return Notebook.open(folder)
    except KnownError as error:
        return Notebook.empty(error)


def with_defaults(opener: Callable[[], Notebook], defaults: Settings) -> Notebook:
    """Open a notebook whose settings begin as this computer has them."""
    notebook = opener()
    notebook.settings.defaults = defaults
    return notebook


def look_into_notebook(folder: Path) -> Notebook:
    """Open the notebook if there is one, but make none: that would be a trace."""
    if (folder / FILE_NAME).exists():
        return open_notebook(folder)
    return Notebook.in_memory()


@dataclass(frozen=True, slots=True)
class Opened:
    """What is known once the notebook is open."""

    settings: Settings
    refusal: KnownError | None


@dataclass(frozen=True, slots=True)
class LastPlace:
    """Where reading of a topic stopped; None if that is not known."""

    slug: str
    place: Place | None


@dataclass(frozen=True, slots=True)
class Kept:
    """A change of the history or the settings is on disk."""

    history: bool


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written into a file.

    Attributes:
        visits: None where only bookmarks were to be written.
    """

    path: Path
    bookmarks: int
    visits: int | None


@dataclass(frozen=True, slots=True)
class Arrived:
    """What a file was found to hold, and has been added."""

    contents: "BroughtIn"


class FirstLook:
    """The first question: a window may wait a moment for it before it shows."""

    def __init__(self) -> None:
        self._done = threading.Event()
        self._settings: Settings | None = None

    def __call__(self, notebook: Notebook) -> Opened:
        """Read the settings, on the worker."""
        self._settings = notebook.settings.load()
        self._done.set()
        return Opened(self._settings, notebook.refusal)

    def settings(self, seconds: float) -> Settings | None:
        """The settings; None if they do not come within these seconds."""
        self._done.wait(seconds)
        return self._settings


@dataclass(frozen=True, slots=True)
class DaysQuestion:
    """What was read, by day and topic; with words, only what has these words."""

    words: str

    def __call__(self, notebook: Notebook) -> tuple[ReadDay, ...]:
        """Read the history."""
        if not self.words:
            return by_topic(notebook.history.days(limit=_VISITS))
        found = notebook.history.search(self.words, limit=_VISITS)
        by_day = groupby(found, _local_date)
        return by_topic(tuple([Day(day, tuple(each)) for day, each in by_day]))


@dataclass(frozen=True, slots=True)
class SaveFile:
    """Write everything, or the bookmarks alone, into a file."""

    path: Path
    only_bookmarks: bool

    def __call__(self, notebook: Notebook) -> Exported:
        """Write the file."""
        if self.only_bookmarks:
            from reader.notebook.exchange import export_bookmarks

            return Exported(self.path, export_bookmarks(notebook, self.path), None)
        from reader.notebook.carry import save_everything

        saved = save_everything(notebook, self.path)
        return Exported(self.path, saved.bookmarks, saved.visits)


@dataclass(frozen=True, slots=True)
class BringIn:
    """Add what a file holds."""

    path: Path
    with_history: bool

    def __call__(self, notebook: Notebook) -> Arrived:
        """Add it."""
        from reader.notebook.carry import bring_in

        return Arrived(bring_in(notebook, self.path, with_history=self.with_history))


@dataclass(frozen=True, slots=True)
class PrintLogState:
    """What is known of the list of what was printed.

    Attributes:
        lines: How many it has.
        saved: The file it was just written into, if it was.
    """

    lines: int
    saved: Path | None = None


@dataclass(frozen=True, slots=True)
class LogPrint:
    """Put what was printed on the list."""

    printed: "tuple[Printed, ...]"

    def __call__(self, notebook: Notebook) -> PrintLogState:
        """Write it."""
        from reader.notebook.print_log import PrintLog

        log = PrintLog(notebook)
        log.record(self.printed)
        return PrintLogState(log.count())


@dataclass(frozen=True, slots=True)
class SavePrintLog:
    """Write the list of what was printed into a file."""

    path: Path

    def __call__(self, notebook: Notebook) -> PrintLogState:
        """Write the file."""
        from reader.notebook.print_log import PrintLog

        return PrintLogState(PrintLog(notebook).save(self.path), self.path)


def read_print_log(notebook: Notebook) -> PrintLogState:
    """Count the lines of the list of what was printed."""
    from reader.notebook.print_log import PrintLog

    return PrintLogState(PrintLog(notebook).count())


def clear_print_log(notebook: Notebook) -> PrintLogState:
    """Forget the list of what was printed."""
    from reader.notebook.print_log import PrintLog

    PrintLog(notebook).clear()
    return PrintLogState(0)


def read_settings(notebook: Notebook) -> Settings:
    """Read the settings."""
    return notebook.settings.load()


def read_shelf(notebook: Notebook) -> Shelf:
    """Read all bookmarks and folders."""
    return notebook.bookmarks.shelf()


def read_recent(notebook: Notebook) -> tuple[Visit, ...]:
    """Read which topics were read last."""
    return notebook.history.recent_topics(_RECENT)


def _local_date(visit: Visit) -> date:
    return visit.at.astimezone().date()
