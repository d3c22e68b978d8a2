"""Builds the parts of the window, joins them and runs Qt."""

import gc
import logging
import os
import re
import signal
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QMessageBox

from reader.library.store import Library
from reader.model.errors import KnownError, NotFoundError, UnreadableError
from reader.model.topic import Topic
from reader.notebook.location import data_folder, log_folder, make_folder
from reader.notebook.store import Notebook
from reader.resources import library_path
from reader.ui.appearance import Appearance
from reader.ui.faults import FaultReporter
from reader.ui.fonts import load_fonts
from reader.ui.keeping import Keeper
from reader.ui.language import speak_as_the_computer
from reader.ui.logbook import close_logbook, log_to_terminal, open_logbook
from reader.ui.navigation import Place
from reader.ui.notebook_jobs import look_into_notebook, open_notebook
from reader.ui.tasks import Worker
from reader.ui.window import MainWindow

if TYPE_CHECKING:
    from reader.ui.windows import Windows

LOGGER = logging.getLogger(__name__)

_SETTINGS_WAIT = 0.3  # seconds that the window waits for the settings
_NOBODY_LOOKS = frozenset({"offscreen", "minimal"})


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
    # By option, since setStyle answers with a style, and to know what a style is the
    # binding makes its eleven enumerations: 6 ms.
    app = QApplication([sys.argv[0], "-style", "Fusion"])
    app.setApplicationName("evidence-reader")
    app.setApplicationDisplayName("Evidence Reader")
    app.setDesktopFileName("evidence-reader")
    speak_as_the_computer(app)
    with _open_library(start) as library:
        topic = _first_topic(library, start)
        return _run(app, library, topic, start)


def _run(
    app: QApplication, library: Library, topic: Topic | None, start: StartRequest
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
        # What stands now stays to the end. To go over it all again, as Python does
        # after some pages, held the window up by 15 ms.
        gc.freeze()
        return app.exec()


def _show(window: MainWindow, start: StartRequest) -> None:
    if not start.kiosk:
        window.show()
        return
    from reader.ui.kiosk import Kiosk

    Kiosk(window, idle=start.idle, may_print=start.kiosk_print).begin()


def build_window(
    app: QApplication,
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
    app: QApplication,
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
    app: QApplication,
    library: Library,
    start: StartRequest,
    keeper: Keeper,
    stack: ExitStack,
) -> MainWindow:
    path = start.library or library_path()
    libraries = Worker[Library](partial(Library.open, path), "the library")
    stack.callback(libraries.close)
    appearance = Appearance(app, keeper, keeper)
    appearance.apply()
    return MainWindow(library, libraries, keeper, appearance)


def _keeper(start: StartRequest, stack: ExitStack) -> Keeper:
    folder = start.notebook or data_folder()
    opener: Callable[[], Notebook] = partial(open_notebook, folder)
    later = None
    if start.kiosk:
        opener = Notebook.in_memory
    elif start.no_trace:
        opener, later = partial(look_into_notebook, folder), opener
    worker = Worker[Notebook](opener, "the notebook")
    stack.callback(worker.close)
    return Keeper(worker, later, traceless=start.kiosk or start.no_trace)


def _demand_display() -> None:
    """See that a window can be opened, since Qt itself would abort.

    Raises:
        KnownError: There is no display.
    """
    if not sys.platform.startswith("linux"):
        return
    if not _has_display(os.environ):
        message = "There is no display to open a window on."
        advice = (
            "Start it from a desktop; 'evidence-reader search' and "
            "'evidence-reader show' work without one."
        )
        raise KnownError(message, advice)


def _has_display(environment: Mapping[str, str]) -> bool:
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
        library = Library.open(start.library or library_path())
    except UnreadableError as error:
        # Whoever named a file stands at a command line and reads the answer there.
        if start.library is None:
            _say_in_a_window(error)
        raise
    with library:
        yield library


def _say_in_a_window(error: KnownError) -> None:
    if QApplication.platformName() in _NOBODY_LOOKS:
        return
    box = QMessageBox()
    box.setIcon(QMessageBox.Icon.Critical)
    box.setText(error.message)
    box.setInformativeText(error.advice)
    box.exec()


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
    return library.topic(slug) if slug else None


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
