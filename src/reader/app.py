"""Builds the parts of the window, joins them and runs Qt."""

import gc
import logging
import os
import re
import signal
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from reader.library.store import Library
from reader.machine import NOBODY, Machine, read_machine
from reader.model.errors import KnownError, NotFoundError, UnreadableError
from reader.model.frozen import dataclass
from reader.model.topic import Topic
from reader.notebook.location import data_folder, log_folder, make_folder
from reader.notebook.policy import FREE, Policy, policy_of
from reader.notebook.store import Notebook
from reader.portable import portable_folder
from reader.resources import library_path
from reader.ui.appearance import Appearance
from reader.ui.application import make_application, say_in_a_window
from reader.ui.faults import FaultReporter
from reader.ui.fonts import load_fonts
from reader.ui.keeping import Keeper
from reader.ui.logbook import close_logbook, log_to_terminal, open_logbook
from reader.ui.navigation import Place
from reader.ui.notebook_jobs import (
    look_into_notebook,
    open_notebook,
    with_defaults,
)
from reader.ui.tasks import Worker
from reader.ui.window import MainWindow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from reader.ui.windows import Windows

LOGGER = logging.getLogger(__name__)

_SETTINGS_WAIT = 0.3  # seconds that the window waits for the settings


@dataclass(frozen=True, slots=True)
class StartRequest:
    """What the person asked for on the command line.

    Attributes:
        topic: The slug of a topic to open; "" for the start page.
        section: A section of it.
        code: An ICD-10 code; the closest topic is opened.
        library: Another library than the shipped one.
        notebook: Another folder for what the person keeps.
        no_trace: Nothing is remembered until the person turns that off.
        kiosk: A public window that keeps nothing at all.
        idle: The seconds without input after which a kiosk starts afresh.
        kiosk_print: A kiosk may print.
        file: A file of what a person keeps, to be offered for adding.
        by_desktop: The desktop handed a link or file over: no terminal shows what is
            wrong with it.
        machine: What holds for everybody on this computer.
        policy: What that says of the settings.
    """

    topic: str = ""
    section: str = ""
    code: str = ""
    library: Path | None = None
    notebook: Path | None = None
    no_trace: bool = False
    kiosk: bool = False
    idle: int = 180
    kiosk_print: bool = False
    file: Path | None = None
    by_desktop: bool = False
    machine: Machine = NOBODY
    policy: Policy = FREE

    @property
    def library_file(self) -> Path:
        """The library to read.

        Raises:
            UnreadableError: The shipped one is wanted, and missing.
        """
        return self.library or self.machine.library or library_path()

    @property
    def keeps_nothing(self) -> bool:
        """Whether no notebook is wanted, not even one to look into."""
        return self.kiosk or self.machine.no_trace


def run(start: StartRequest) -> int:
    """Open the window and stay until it is closed.

    Returns:
        The exit code: 0.

    Raises:
        KnownError: There is no display.
        NotFoundError: There is no such topic or code.
        UnreadableError: The library cannot be read.
    """
    _demand_display()
    # Qt's loop lets no Python handler run; what is kept is safe at any moment.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    app = make_application()
    start = as_decided_here(start)
    with _open_library(start) as library:
        topic = _first_topic(library, start)
        return _run(app, library, topic, start)


def say_what_is_wrong(error: KnownError) -> None:
    """Say in a window what a desktop shows nobody: no terminal is there."""
    if _has_display():
        app = make_application()
        say_in_a_window(error)
        del app


def as_decided_here(start: StartRequest) -> StartRequest:
    """What was asked for, as far as this computer allows it.

    Raises:
        UnreadableError: What was decided for this computer cannot be read.
    """
    try:
        machine = read_machine()
        policy = policy_of(machine)
    except UnreadableError as error:
        say_in_a_window(error)
        raise
    if machine is NOBODY:
        return start
    return replace(
        start,
        notebook=start.notebook or _notebook_of(machine),
        no_trace=start.no_trace or machine.no_trace,
        kiosk=start.kiosk or machine.kiosk,
        idle=machine.idle if machine.idle is not None else start.idle,
        kiosk_print=start.kiosk_print or machine.kiosk_print,
        machine=machine,
        policy=policy,
    )


def _notebook_of(machine: Machine) -> Path | None:
    """The folder that the computer names; a portable program has its own."""
    return None if portable_folder() is not None else machine.notebook_folder()


def _run(
    app: "QApplication", library: Library, topic: Topic | None, start: StartRequest
) -> int:
    early: list[KnownError] = []
    reporter = FaultReporter()
    with ExitStack() as stack:
        log = _start_log(start, early)
        if log is not None:
            stack.callback(close_logbook, log)
        reporter.install()
        stack.callback(reporter.uninstall)
        own = stack.enter_context(ExitStack())
        window = build_window(app, library, start, early, own)
        reporter.happened.connect(window.report)

        def join() -> None:
            windows = open_more_from(window, own, app, library, start)
            stack.callback(windows.close)
            reporter.happened.disconnect(window.report)
            reporter.happened.connect(windows.report)

        window.doors.joiner = join
        window.begin(Place(topic.slug if topic else "", start.section), topic)
        for complaint in early:
            window.report(complaint)
        _show(window, start)
        if start.file is not None and not start.keeps_nothing:
            _offer(start.file, window)
        # What stands now stays to the end. To go over it all again, as Python does
        # after some pages, held the window up by 15 ms.
        gc.freeze()
        gc.enable()
        # In seconds: how long the worker keeps Python while the window waits for it,
        # which it may at each call. Ten times as long, as is usual, made it stutter.
        sys.setswitchinterval(0.0005)
        return app.exec()


def _offer(file: Path, window: MainWindow) -> None:
    from reader.ui.offered_file import OfferedFile

    OfferedFile(file, window.keeper, window).ask()


def _show(window: MainWindow, start: StartRequest) -> None:
    if not start.kiosk:
        window.show()
        return
    from reader.ui.kiosk import Kiosk

    Kiosk(window, idle=start.idle, may_print=start.kiosk_print).begin()


def build_window(
    app: "QApplication",
    library: Library,
    start: StartRequest,
    early: list[KnownError],
    stack: ExitStack,
) -> MainWindow:
    """Make the parts; the stack closes the workers when the window is gone."""
    keeper = _keeper(start, stack)
    keeper.open(_SETTINGS_WAIT)
    try:
        load_fonts()
    except KnownError as error:
        early.append(error)
    return _join(app, library, start, keeper, stack)


def open_more_from(
    window: MainWindow,
    own: ExitStack,
    app: "QApplication",
    library: Library,
    start: StartRequest,
) -> "Windows":
    """Let more windows be opened from the first one.

    Args:
        window: The first window.
        own: Closes what it works with; done when it is closed before others are.
        app: The program.
        library: What all windows read from.
        start: What was asked for at the start.
    """
    from reader.ui.windows import Windows

    def make(stack: ExitStack, like: MainWindow) -> MainWindow:
        same = replace(start, no_trace=like.keeper.traceless)
        keeper = _keeper(same, stack)
        keeper.open(_SETTINGS_WAIT)
        keeper.adopt(like.keeper.settings)
        return _join(app, library, same, keeper, stack)

    windows = Windows(make, library.topic)
    windows.adopt(window, own)
    return windows


def _join(
    app: "QApplication",
    library: Library,
    start: StartRequest,
    keeper: Keeper,
    stack: ExitStack,
) -> MainWindow:
    opener = partial(Library.open, start.library_file)
    libraries = Worker[Library](opener, "the library")
    stack.callback(libraries.close)
    appearance = Appearance(app, keeper, keeper)
    appearance.apply()
    window = MainWindow(library, libraries, keeper, appearance)
    if start.machine is not NOBODY:
        from reader.ui.machine_rules import keep_rules

        keep_rules(window, start.machine)
    return window


def _keeper(start: StartRequest, stack: ExitStack) -> Keeper:
    folder = start.notebook or data_folder()
    opener: Callable[[], Notebook] = partial(open_notebook, folder)
    later = None
    if start.keeps_nothing:
        opener = Notebook.in_memory
    elif start.no_trace:
        opener, later = partial(look_into_notebook, folder), opener
    if start.policy is not FREE:
        opener = partial(with_defaults, opener, start.policy.defaults)
        later = later and partial(with_defaults, later, start.policy.defaults)
    worker = Worker[Notebook](opener, "the notebook")
    stack.callback(worker.close)
    traceless = start.kiosk or start.no_trace
    return Keeper(worker, later, traceless=traceless, policy=start.policy)


def _demand_display() -> None:
    """See that a window can be opened, since Qt itself would abort.

    Raises:
        KnownError: There is no display.
    """
    if _has_display():
        return
    message = "There is no display to open a window on."
    advice = (
        "Start it from a desktop; 'evidence-reader search' and "
        "'evidence-reader show' work without one."
    )
    raise KnownError(message, advice)


def _has_display(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether a window can be opened at all."""
    if not sys.platform.startswith("linux"):
        return True
    if environment.get("QT_QPA_PLATFORM") or environment.get("WAYLAND_DISPLAY"):
        return True
    display = environment.get("DISPLAY", "")
    # A display of this computer has a socket named after its number.
    here = re.match(r"(?:unix)?:(\d+)", display)
    if here is None:
        return bool(display)
    return Path(f"/tmp/.X11-unix/X{here[1]}").exists()  # noqa: S108 - X11's own place


@contextmanager
def _open_library(start: StartRequest) -> Iterator[Library]:
    """Open the library; say in a window what is wrong with the shipped one.

    Raises:
        UnreadableError: The library cannot be read.
    """
    try:
        library = Library.open(start.library_file)
    except UnreadableError as error:
        # Whoever named a file stands at a command line and reads the answer there.
        if start.library is None:
            say_in_a_window(error)
        raise
    with library:
        yield library


def _first_topic(library: Library, start: StartRequest) -> Topic | None:
    """The topic to open first; None for the start page.

    Raises:
        NotFoundError: There is no such topic or code.
    """
    slug = start.topic
    if start.code and not slug:
        entries = library.by_code(start.code)
        if not entries:
            message = f"No page has the code {start.code!r}."
            raise NotFoundError(message, "Check the code, or search for the name.")
        slug = entries[0].slug
    try:
        return library.topic(library.slug_of(slug)) if slug else None
    except NotFoundError as error:
        if start.by_desktop:
            say_in_a_window(error)
        raise


def _start_log(start: StartRequest, early: list[KnownError]) -> logging.Handler | None:
    """Log to a file beside the notebook; without one where none can be written.

    Where no trace is to be left, not even a folder is made.
    """
    if start.kiosk or start.no_trace:
        return log_to_terminal()
    folder = log_folder() if start.notebook is None else start.notebook / "logs"
    try:
        return open_logbook(make_folder(folder))
    except KnownError as error:
        early.append(error)
    return None
