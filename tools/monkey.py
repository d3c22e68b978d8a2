"""Ten thousand random things done to the window, and what they leave behind.

    python tools/monkey.py --seed 7 --actions 10000

No screen is needed, no notebook but one in a folder that goes again, and the same
seed does the same things. It fails where there was an exception, a message of Qt or
of the log, where a window is left deaf or blind, or where memory, widgets or threads
grow. Figures of memory are for Linux.
"""

import os
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from enum import Enum, auto
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["CUPS_SERVER"] = "/nowhere"  # else it would print, on real paper

import click
from PySide6.QtCore import QEventLoop, QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

import reader.speech.finding
from reader.app import StartRequest, build_window, open_more_from
from reader.library.store import Library
from reader.notebook.settings import DEFAULTS
from reader.resources import library_path
from reader.speech.voice import Utterance
from reader.ui.navigation import Place
from reader.ui.shelf_switch import Shelf
from reader.ui.windows import Windows
from tools.monkey_hands import Hands, Toys
from tools.monkey_witness import Census, Witness, count, growth, keep_one_heap

SIZE = (1240, 800)
REST_EVERY = 100  # actions
_PAUSES = (0, 0, 0, 5, 30)  # milliseconds between two actions
_CALM = 250  # milliseconds in which workers answer and pages are laid out
_LONGEST = 20  # times that long, on a busy computer
_SENTENCE = 0.05  # seconds
_READ = 40  # topics at hand


class _Stage(Enum):
    """What a step is for."""

    PLAY = auto()
    TIDY = auto()
    CALM = auto()
    LOOK = auto()


class QuietVoice:
    """Says nothing, and takes a moment for each sentence."""

    def say(self, utterance: Utterance) -> None:
        """Wait, or until it is silenced."""
        silence = threading.Event()
        if utterance.begin(silence.clear, silence.set):
            silence.wait(_SENTENCE)
            utterance.end()

    def close(self) -> None:
        """There is nothing to close."""


class DeafBrowser(QObject):
    """Takes every address that would leave the program."""

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        """Do nothing with it."""


class Monkey(QObject):
    """Does what its hands think of, and now and then rests and counts.

    Each step is a round of the event loop of its own; the next one is arranged before
    this one is done, since a menu keeps a loop of its own until it is closed.
    """

    finished = Signal()

    def __init__(
        self, windows: Windows, hands: Hands, witness: Witness, actions: int
    ) -> None:
        super().__init__()
        self.counts: list[Census] = []
        self._windows = windows
        self._hands = hands
        self._witness = witness
        self._left = actions
        self._stage = _Stage.PLAY
        self._waited = 0
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._step)

    def begin(self) -> None:
        """Begin; `finished` says when it is over."""
        self._next.start(0)

    @Slot()
    def _step(self) -> None:
        if self._stage is _Stage.PLAY and self._left:
            self._next.start(_PAUSES[self._left % len(_PAUSES)])
            self._left -= 1
            if self._left % REST_EVERY == 0:
                self._stage = _Stage.TIDY
            name, act = self._hands.choose()
            self._witness.diary.append(name)
            act()
        elif self._stage is _Stage.TIDY:
            self._next.start(0)
            self._stage = _Stage.TIDY if self._hands.tidy() else _Stage.CALM
        elif self._stage is _Stage.CALM:
            self._next.start(_CALM)
            self._stage = _Stage.LOOK
            self._calm_down()
        elif self._is_restless() and self._waited < _LONGEST:
            self._next.start(_CALM)
            self._waited += 1
            # The offscreen platform may give no window the focus that a dialog had.
            self._windows.open[0].activateWindow()
        else:
            self._stage, self._waited = _Stage.PLAY, 0
            self._look()
            if self._left:
                self._next.start(0)
            else:
                self.finished.emit()

    def _calm_down(self) -> None:
        """Come back to the first screen, as it was at the beginning."""
        window = self._windows.open[0]
        window.showNormal()
        window.resize(*SIZE)
        window.appearance.take(DEFAULTS)
        window.no_trace.follow(traceless=False)
        window.finder.show_shelf(Shelf.SYSTEMS)
        window.start_afresh()
        window.activateWindow()

    def _is_restless(self) -> bool:
        paints = self._windows.open[0].updatesEnabled()
        return not paints or QApplication.focusWidget() is None

    def _look(self) -> None:
        window = self._windows.open[0]
        if not window.updatesEnabled():
            self._witness.complain("the window paints nothing any more")
        if QApplication.focusWidget() is None:
            self._witness.complain("the focus is nowhere")
        self.counts.append(count())


@contextmanager
def stage(
    app: QApplication, library: Path, notebook: Path
) -> Iterator[tuple[Windows, Library]]:
    """A first window, and whatever others are opened from it."""
    start = StartRequest(library=library, notebook=notebook)
    browser = DeafBrowser()
    schemes = ("http", "https", "file", "mailto")
    with ExitStack() as stack:
        for scheme in schemes:
            # The binding takes text alone, whatever its stub says.
            take: Any = "take"
            QDesktopServices.setUrlHandler(scheme, browser, take)
            stack.callback(QDesktopServices.unsetUrlHandler, scheme)
        opened = stack.enter_context(Library.open(library))
        own = stack.enter_context(ExitStack())
        first = build_window(app, opened, start, [], own)
        windows = open_more_from(first, own, app, opened, start)
        stack.callback(windows.close)
        first.begin(Place(), None)
        first.resize(*SIZE)
        first.show()
        first.activateWindow()
        yield windows, opened
        for window in windows.open:
            window.close()


def play(
    windows: Windows, library: Library, witness: Witness, *, seed: int, actions: int
) -> list[Census]:
    """Let a monkey play; what it did and heard is with the witness."""
    entries = library.topics()
    few = entries[:: max(1, len(entries) // _READ)]
    toys = Toys([library.topic(entry.slug) for entry in few])
    monkey = Monkey(windows, Hands(windows, toys, seed), witness, actions)
    loop = QEventLoop()
    monkey.finished.connect(loop.quit)
    monkey.begin()
    loop.exec()
    monkey.deleteLater()
    return monkey.counts


def make_quiet_voice() -> QuietVoice:
    """Stands in for `find_voice`."""
    return QuietVoice()


def report(witness: Witness, counts: list[Census]) -> int:
    """Print what came of it.

    Returns:
        The exit code: 1 where something is wrong.
    """
    for complaint in witness.complaints:
        print(complaint, end="\n\n")
    print(f"{len(witness.diary)} actions, {len(witness.complaints)} complaints")
    print(f"{'':9} {'first':>9} {'last':>9}  third of the counts, warm")
    found = growth(counts)
    for each in found:
        print(each)
    trail = [f"{each.memory:.0f}" for each in counts[:: max(1, len(counts) // 20)]]
    print("memory on the way, in MiB:", *trail)
    return int(bool(witness.complaints) or any(each.is_too_much for each in found))


@click.command()
@click.option("--seed", default=7, show_default=True)
@click.option("--actions", default=10_000, show_default=True)
@click.option("--library", type=click.Path(path_type=Path), default=library_path)
def main(seed: int, actions: int, library: Path) -> None:
    """Play, report and fail where something is wrong."""
    keep_one_heap()
    app = QApplication([])
    app.setStyle("Fusion")
    app.setApplicationName("evidence-reader")
    vars(reader.speech.finding)["find_voice"] = make_quiet_voice
    witness = Witness()
    with tempfile.TemporaryDirectory() as folder, witness.listening():
        with stage(app, library, Path(folder)) as (windows, opened):
            counts = play(windows, opened, witness, seed=seed, actions=actions)
        threads = [each.name for each in threading.enumerate()]
        if any(name.startswith("the ") for name in threads):
            witness.complain(f"threads are left: {threads}")
    sys.exit(report(witness, counts))


if __name__ == "__main__":
    main()
