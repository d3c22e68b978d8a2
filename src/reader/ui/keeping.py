"""What the person keeps, seen from the window: asked and changed on a worker.

The notebook syncs to disk on every change and may have to wait for another
window's, so nothing here touches it on the thread of the window.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from reader.model.errors import ReaderError
from reader.model.frozen import dataclass
from reader.notebook.bookmarks import Shelf
from reader.notebook.policy import FREE, Policy
from reader.notebook.settings import Settings
from reader.notebook.store import Notebook
from reader.notebook.undo import Action, Undo
from reader.ui.notebook_jobs import (
    Arrived,
    BringIn,
    DaysQuestion,
    Exported,
    FirstLook,
    Kept,
    LastPlace,
    LogPrint,
    Opened,
    PrintLogState,
    SaveFile,
    SavePrintLog,
    clear_print_log,
    read_print_log,
    read_recent,
    read_settings,
    read_shelf,
)
from reader.ui.tasks import Answer, Worker

if TYPE_CHECKING:
    from reader.notebook.kept import Visit
    from reader.notebook.print_log import Printed

_OF_HISTORY = frozenset({Action.FORGET_DAY, Action.FORGET_TOPIC, Action.IMPORT})


@dataclass(frozen=True, slots=True)
class Wish:
    """Something that would leave a trace, and that the person has not allowed yet.

    Attributes:
        job: What would be done.
        subject: What it is about, such as the title of a bookmark; may be empty.
    """

    job: Callable[[Notebook], object]
    subject: str


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
    brought_in = Signal(object)  # Arrived
    settings_changed = Signal()  # by a file that was brought in, or taken out again
    permission_wanted = Signal(object)  # Wish
    history_changed = Signal()
    print_log_known = Signal(object)  # PrintLogState
    failed = Signal(object)  # ReaderError

    def __init__(
        self,
        worker: Worker[Notebook],
        opener: Callable[[], Notebook] | None = None,
        *,
        traceless: bool = False,
        policy: Policy = FREE,
    ) -> None:
        """Begin with nothing known.

        Args:
            worker: Has the notebook.
            opener: Opens the notebook that keeps, where the worker has another one
                because no trace is to be left.
            traceless: Write nothing unless it is allowed; see `set_traceless`.
            policy: What is decided about the settings of this computer.
        """
        super().__init__()
        self._worker = worker
        self._opener = opener
        self._traceless = traceless
        self._read: set[str] = set()
        self.policy = policy
        self._settings = policy.defaults
        self._settled = False
        self._quiet: set[int] = set()
        self._undoing: set[int] = set()
        self._complained = False
        self._stuck = False
        self.shelf = Shelf((), ())
        self.recent: tuple[Visit, ...] = ()
        self.has_read = False
        """Whether it is known what was read last, if only that it is nothing."""
        worker.answered.connect(self._on_answered)

    @property
    def settings(self) -> Settings:
        """The settings as this window has them."""
        return self._settings

    @property
    def traceless(self) -> bool:
        """Whether nothing is written unless the person allows it."""
        return self._traceless

    def set_traceless(self, *, traceless: bool) -> None:
        """Write nothing of one's own accord, or do so again.

        Neither what is read, nor where, nor a setting; a change of the bookmarks asks
        for permission first. What was read meanwhile is never written later either.
        """
        self._traceless = traceless
        self._read.clear()
        if not traceless:
            self._open_for_good()

    def _open_for_good(self) -> None:
        if self._opener is not None:
            self._worker.reopen(self._opener)
            self._opener = None
            self._worker.ask("opened", FirstLook())

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
            self._settings = self.policy.applied_to(settings)
            self._settled = True

    def change_settings(self, wanted: Settings) -> None:
        """Use these settings from now on and keep them; what is locked stays."""
        wanted = self.policy.applied_to(wanted)
        before, self._settings = self._settings, wanted
        self._settled = True

        def save(notebook: Notebook) -> Kept:
            notebook.settings.save(wanted, before=before)
            return Kept(history=False)

        if wanted != before and not self._traceless:
            self._quiet.add(self._worker.run(save))

    def adopt(self, settings: Settings) -> None:
        """Use what another window has set, and has kept; its shape is its own."""
        self._settings = replace(
            settings,
            window_geometry=self._settings.window_geometry,
            window_state=self._settings.window_state,
        )
        self._settled = True

    def close(self, shape: Settings) -> None:
        """Keep the shape of the window, which closes.

        Not where the last write already failed: the program would only wait for the
        same lock again, with no window left to say so.
        """
        if not self._stuck:
            self.change_settings(shape)

    def refresh(self) -> None:
        """Read the shelf and what was read last."""
        self._worker.ask("shelf", read_shelf)
        self._worker.ask("recent", read_recent)

    def look_elsewhere(self) -> None:
        """Refresh if another window has written."""
        self._worker.ask("elsewhere", Notebook.changed_elsewhere)

    def act(self, change: Callable[[Notebook], Undo], subject: str = "") -> None:
        """Change the shelf; `acted` says how to take it back.

        Args:
            change: The change.
            subject: What it is about, for the question whether it may leave a trace.
        """
        self._run_if_allowed(change, subject)

    def allow(self, wish: Wish) -> None:
        """Do what the person has allowed although no trace is to be left."""
        self._open_for_good()
        self._worker.run(wish.job)

    def _run_if_allowed(self, job: Callable[[Notebook], object], subject: str) -> None:
        if self._traceless:
            self.permission_wanted.emit(Wish(job, subject))
        else:
            self._worker.run(job)

    def undo(self, undo: Undo) -> None:
        """Take a change of the shelf, or a forgetting of history, back."""
        job = self._worker.run(lambda notebook: notebook.undo(undo))
        self._undoing.add(job)

    def save_file(self, path: Path, *, only_bookmarks: bool = False) -> None:
        """Write what is kept into a file; `exported` says when it is done."""
        self._worker.run(SaveFile(path, only_bookmarks))

    def bring_in(self, path: Path) -> None:
        """Add what a file holds; `brought_in` says what, and how to take it out.

        The history of another computer is left out where history is off.
        """
        with_history = self._settings.keep_history
        self._run_if_allowed(BringIn(path, with_history), path.name)

    def record(self, slug: str, title: str) -> None:
        """Remember that a topic is being read, unless history is off."""

        def write(notebook: Notebook) -> Kept:
            notebook.history.record(slug, title=title)
            return Kept(history=True)

        if self._settings.keep_history and not self._traceless:
            self._read.add(slug)
            self._quiet.add(self._worker.run(write))

    def leave(self, slug: str, section: str, fraction: float) -> None:
        """Remember where reading of a topic stopped, if its reading is remembered."""

        def write(notebook: Notebook) -> Kept:
            notebook.history.set_last_place(slug, section or None, fraction)
            return Kept(history=False)

        wanted = self._settings.keep_history and slug in self._read
        if wanted and not self._stuck:
            self._quiet.add(self._worker.run(write))

    def ask_place(self, slug: str) -> None:
        """Ask where reading of a topic stopped."""

        def read(notebook: Notebook) -> LastPlace:
            return LastPlace(slug, notebook.history.last_place(slug))

        self._worker.ask("place", read)

    def ask_days(self, words: str = "") -> None:
        """Ask for the history by day, or for what of it has these words."""
        self._worker.ask("days", DaysQuestion(words))

    def forget_topic(self, slug: str) -> None:
        """Forget that a topic was ever read; `acted` says how to take it back."""
        # Else leaving the page, if it is the open one, would remember it again.
        self._read.discard(slug)
        self._worker.run(lambda notebook: notebook.history.forget_topic(slug))

    def forget_day(self, day: date) -> None:
        """Forget what was read on one day; `acted` says how to take it back."""
        self._read.clear()
        self._worker.run(lambda notebook: notebook.history.clear_day(day))

    def forget_all(self) -> None:
        """Forget everything that was read, for good."""

        def clear(notebook: Notebook) -> Kept:
            notebook.history.clear_all()
            return Kept(history=True)

        self._read.clear()
        self._worker.run(clear)

    def log_print(self, printed: "tuple[Printed, ...]") -> None:
        """Remember what was printed, if the person wants such a list."""
        if self._settings.print_log and not self._traceless and printed:
            self._quiet.add(self._worker.run(LogPrint(printed)))

    def ask_print_log(self) -> None:
        """Ask how long the list of what was printed is; `print_log_known` says it."""
        self._worker.run(read_print_log)

    def save_print_log(self, path: Path) -> None:
        """Write the list of what was printed into a file."""
        self._worker.run(SavePrintLog(path))

    def clear_print_log(self) -> None:
        """Forget the list of what was printed, for good."""
        self._worker.run(clear_print_log)

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
        else:
            self._done(answer)

    def _done(self, answer: Answer) -> None:
        """Say what a job has changed, and read that anew."""
        value = answer.value
        if isinstance(value, Undo):
            taken_back = answer.number in self._undoing
            self._undoing.discard(answer.number)
            (self.undone if taken_back else self.acted).emit(value)
            self._read_anew(value.action)
        elif isinstance(value, Exported):
            self.exported.emit(value)
        elif isinstance(value, Kept):
            if value.history:
                self._worker.ask("recent", read_recent)
                self.history_changed.emit()
        elif isinstance(value, PrintLogState):
            self.print_log_known.emit(value)
        elif isinstance(value, Arrived):
            self.brought_in.emit(value)
            self._read_anew(Action.IMPORT)

    def _read_anew(self, action: Action) -> None:
        self.refresh()
        if action in _OF_HISTORY:
            self.history_changed.emit()
        if action is Action.IMPORT and not self._traceless:
            self._worker.ask("settings", read_settings)

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
            self.has_read = True
            self.recent_changed.emit(value)
        elif lane == "settings" and isinstance(value, Settings):
            self._settings = self.policy.applied_to(value)
            self.settings_changed.emit()
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
