"""What the person keeps, seen from the window: asked and changed on a worker.

The notebook syncs to disk on every change and may have to wait for another
window's, so nothing here touches it on the thread of the window.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from reader.model.errors import KnownError, ReaderError
from reader.notebook.bookmarks import Shelf
from reader.notebook.history import Day, Place, Visit
from reader.notebook.settings import DEFAULTS, Settings
from reader.notebook.store import Notebook
from reader.notebook.undo import Undo
from reader.ui.tasks import Answer, Worker

_RECENT = 6


def open_notebook(folder: Path) -> Notebook:
    """Open the notebook; where that cannot be, an empty one that says why."""
    try:
        return Notebook.open(folder)
    except KnownError as error:
        return Notebook.empty(error)


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
class _Kept:
    """A change of the history or the settings is on disk."""

    history: bool


@dataclass(frozen=True, slots=True)
class Exported:
    """So many bookmarks were written into a file."""

    path: Path
    count: int


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


class Keeper(QObject):
    """Asks the notebook and changes it; says what came of it."""

    opened = Signal(object)  # Opened
    shelf_changed = Signal(object)  # Shelf
    recent_changed = Signal(object)  # tuple of Visit
    days_read = Signal(object)  # tuple of Day
    place_found = Signal(object)  # LastPlace
    acted = Signal(object)  # Undo
    undone = Signal(object)  # Undo, which does the act again
    exported = Signal(object)  # Exported
    history_changed = Signal()
    failed = Signal(object)  # ReaderError

    def __init__(self, worker: Worker[Notebook], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._settings = DEFAULTS
        self._settled = False
        self._quiet: set[int] = set()
        self._undoing: set[int] = set()
        self._complained = False
        self._stuck = False
        self.shelf = Shelf((), ())
        self.recent: tuple[Visit, ...] = ()
        worker.answered.connect(self._on_answered)

    @property
    def settings(self) -> Settings:
        """The settings as this window has them."""
        return self._settings

    def open(self, seconds: float) -> None:
        """Open the notebook; wait for the settings, but no longer than this.

        Where they come later they are used then, so that a window never hangs on a
        slow disk or on another program's lock.
        """
        look = FirstLook()
        self._worker.ask("opened", look)
        self._take(look.settings(seconds))

    def take_late(self, settings: Settings) -> bool:
        """Use settings that came late; False if there is nothing new in them."""
        before = self._settings
        if not self._settled:
            self._take(settings)
        return self._settings != before

    def _take(self, settings: Settings | None) -> None:
        if settings is not None:
            self._settings = settings
            self._settled = True

    def change_settings(self, wanted: Settings) -> None:
        """Use these settings from now on and keep them."""
        before, self._settings = self._settings, wanted
        self._settled = True

        def save(notebook: Notebook) -> _Kept:
            notebook.settings.save(wanted, before=before)
            return _Kept(history=False)

        if wanted != before:
            self._quiet.add(self._worker.run(save))

    def close(self, shape: Settings) -> None:
        """Keep the shape of the window, which closes.

        Not where the last write already failed: the program would only wait for the
        same lock again, with no window left to say so.
        """
        if not self._stuck:
            self.change_settings(shape)

    def refresh(self) -> None:
        """Read the shelf and what was read last."""
        self._worker.ask("shelf", _read_shelf)
        self._worker.ask("recent", _read_recent)

    def look_elsewhere(self) -> None:
        """Refresh if another window has written."""
        self._worker.ask("elsewhere", Notebook.changed_elsewhere)

    def act(self, change: Callable[[Notebook], Undo]) -> None:
        """Change the shelf; `acted` says how to take it back."""
        self._worker.run(change)

    def undo(self, undo: Undo) -> None:
        """Take a change of the shelf back."""
        job = self._worker.run(lambda notebook: notebook.bookmarks.undo(undo))
        self._undoing.add(job)

    def export_bookmarks(self, path: Path) -> None:
        """Write all bookmarks into a file; `exported` says when it is done."""
        from reader.notebook.exchange import export_bookmarks

        def write(notebook: Notebook) -> Exported:
            return Exported(path, export_bookmarks(notebook, path))

        self._worker.run(write)

    def import_bookmarks(self, path: Path) -> None:
        """Add the bookmarks of a file; `acted` says how to take them out again."""
        from reader.notebook.exchange import import_bookmarks

        def add(notebook: Notebook) -> Undo:
            return import_bookmarks(notebook, path).undo

        self.act(add)

    def record(self, slug: str, title: str) -> None:
        """Remember that a topic is being read, unless history is off."""

        def write(notebook: Notebook) -> _Kept:
            notebook.history.record(slug, title=title)
            return _Kept(history=True)

        if self._settings.keep_history:
            self._quiet.add(self._worker.run(write))

    def leave(self, slug: str, section: str, fraction: float) -> None:
        """Remember where reading of a topic stopped, unless history is off."""

        def write(notebook: Notebook) -> _Kept:
            notebook.history.set_last_place(slug, section or None, fraction)
            return _Kept(history=False)

        if self._settings.keep_history and not self._stuck:
            self._quiet.add(self._worker.run(write))

    def ask_place(self, slug: str) -> None:
        """Ask where reading of a topic stopped."""

        def read(notebook: Notebook) -> LastPlace:
            return LastPlace(slug, notebook.history.last_place(slug))

        self._worker.ask("place", read)

    def ask_days(self, words: str = "") -> None:
        """Ask for the history by day, or for what of it has these words."""
        self._worker.ask("days", _DaysQuestion(words))

    def clear_history(self, day: date | None = None) -> None:
        """Forget what was read on one day, or everything."""

        def clear(notebook: Notebook) -> _Kept:
            if day is None:
                notebook.history.clear_all()
            else:
                notebook.history.clear_day(day)
            return _Kept(history=True)

        self._worker.run(clear)

    @Slot(object)
    def _on_answered(self, answer: Answer) -> None:
        quiet = answer.number in self._quiet
        self._quiet.discard(answer.number)
        if not answer.lane:
            self._stuck = answer.error is not None
        if answer.error is not None:
            self._fail(answer.error, quiet=quiet)
        elif answer.lane:
            self._deliver(answer.lane, answer.value)
        elif isinstance(answer.value, Undo):
            taken_back = answer.number in self._undoing
            self._undoing.discard(answer.number)
            (self.undone if taken_back else self.acted).emit(answer.value)
            self.refresh()
        elif isinstance(answer.value, Exported):
            self.exported.emit(answer.value)
        elif isinstance(answer.value, _Kept) and answer.value.history:
            self._worker.ask("recent", _read_recent)
            self.history_changed.emit()

    def _fail(self, error: ReaderError, *, quiet: bool) -> None:
        """Report; but say only once that what nobody asked for was not kept."""
        if not (quiet and self._complained):
            self.failed.emit(error)
        self._complained = self._complained or quiet

    def _deliver(self, lane: str, value: object) -> None:
        if lane == "shelf" and isinstance(value, Shelf):
            self.shelf = value
            self.shelf_changed.emit(value)
        elif lane == "recent" and isinstance(value, tuple):
            self.recent = value
            self.recent_changed.emit(value)
        elif lane == "days":
            self.days_read.emit(value)
        elif lane == "place":
            self.place_found.emit(value)
        elif lane == "opened":
            self._complained = isinstance(value, Opened) and value.refusal is not None
            self.opened.emit(value)
        elif lane == "elsewhere" and value:
            self.refresh()
            self.history_changed.emit()


@dataclass(frozen=True, slots=True)
class _DaysQuestion:
    words: str

    def __call__(self, notebook: Notebook) -> tuple[Day, ...]:
        if not self.words:
            return notebook.history.days()
        found = notebook.history.search(self.words)
        by_day = groupby(found, _local_date)
        return tuple([Day(day, tuple(visits)) for day, visits in by_day])


def _local_date(visit: Visit) -> date:
    return visit.at.astimezone().date()


def _read_shelf(notebook: Notebook) -> Shelf:
    return notebook.bookmarks.shelf()


def _read_recent(notebook: Notebook) -> tuple[Visit, ...]:
    return notebook.history.recent_topics(_RECENT)
