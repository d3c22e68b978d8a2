"""How long a window is deaf at a stretch while a page is opened or changed."""

import json
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QAbstractEventDispatcher, QObject, QTimer, Slot
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QTextBrowser

import reader.app
from reader.cli.main import run
from reader.ui.handout_dialog import HandoutDialog
from reader.ui.navigation import Place
from reader.ui.topic_links import ClaimTarget
from reader.ui.window import MainWindow

QUIET = 120
"""Milliseconds after which a page is painted and laid out to its end."""
READY = 800
"""Milliseconds after which a window has painted its lists."""

Step = tuple[str, Callable[[], object]]
"""What is done, by its name."""


class Listener(QObject):
    """Does one thing after another, and times the rounds of the event loop.

    The event loop hears a key at the start of each round; how long the longest round
    takes is how long a key has to wait at most. A timer without a pause keeps the
    loop from sleeping.
    """

    def __init__(self, window: QMainWindow, steps: Iterator[Step]) -> None:
        super().__init__(window)
        self._steps = steps
        self._name = ""
        self._heard = 0.0
        self._longest = 0.0
        self.taken: list[tuple[str, float]] = []
        self._restless = QTimer(self)
        loop = QAbstractEventDispatcher.instance()
        loop.awake.connect(self.listen)
        loop.aboutToBlock.connect(self.listen)
        QTimer.singleShot(READY, self.go_on)

    @Slot()
    def listen(self) -> None:
        """Note how long it is since the last round."""
        now = time.perf_counter()
        self._longest = max(self._longest, now - self._heard)
        self._heard = now

    @Slot()
    def go_on(self) -> None:
        """Keep what was found, and do the next thing."""
        if self._name:
            self.taken.append((self._name, self._longest))
            self._name = ""
        step = next(self._steps, None)
        if step is None:
            print(json.dumps(self.taken))
            QApplication.exit()
            return
        self._name, act = step
        QTimer.singleShot(QUIET, self.go_on)
        self._longest = 0.0
        self._heard = time.perf_counter()
        self._restless.start(0)
        act()


def _reading(window: MainWindow, slugs: list[str], longest: int) -> Iterator[Step]:
    """Open every page and come back to it near its end; change the first few."""
    bar = window.view.verticalScrollBar()
    for number, slug in enumerate(slugs):
        yield f"click {slug}", partial(window.open_place, Place(slug))
        if number < longest:
            yield from _changes(window, slug)
        yield "", partial(bar.setValue, bar.maximum())
        if number < longest:
            yield from _changes(window, slug)
            yield from _changes_beside_a_badge(window, slug)
        yield "", partial(window.open_place, Place(slugs[number - 1]))
        yield f"back {slug}", window.own_actions["back"].trigger
        # Else the page would open where it was left, and not at its head.
        yield "", partial(bar.setValue, 0)


def _changes(window: MainWindow, slug: str) -> Iterator[Step]:
    light, dark = window.tools.themes.actions()[1:3]
    for action in (dark, light):
        yield f"theme {slug}", action.trigger
    for name in ("larger", "normal"):
        yield f"size {slug}", window.own_actions[name].trigger


def _changes_beside_a_badge(window: MainWindow, slug: str) -> Iterator[Step]:
    for claim in window.view.claims()[:1]:
        yield "", partial(window.view.badge_activated.emit, ClaimTarget(claim))
        for _, act in _changes(window, slug):
            yield f"badge {slug}", act


def _using(window: MainWindow, slug: str) -> Iterator[Step]:
    """Do whatever else a person does, on one page."""
    own = window.own_actions
    for letter in "amyo":
        yield "key", partial(QTest.keyClick, window.finder.box, letter)
    yield "", window.finder.start_afresh
    yield "", partial(window.open_place, Place(slug))
    yield from [("panel", own["panel"].trigger)] * 4
    for name in ("bookmarks", "history", "page-list"):
        yield f"list {name}", own[name].trigger
    yield from _moving(window)
    for name in ("settings", "move", "shortcuts", "about", "print") * 2:
        yield f"dialog {name}", own[name].trigger
        yield from [(f"dialog {name}", _nothing)] * 4  # until a handout is there
        yield "", _close_dialog
    yield from _handing_out(window)
    for _ in range(2):
        yield "window", own["new-window"].trigger
        yield "window", _nothing
        yield "close", partial(_close_others, window)


def _handing_out(window: MainWindow) -> Iterator[Step]:
    """Change what is printed, as often as there are sizes of print."""
    yield "", window.own_actions["print"].trigger
    yield from [("", _nothing)] * 4
    for place in (1, 2, 0):
        yield "handout", partial(_choose_print, place)
        yield from [("handout", _nothing)] * 2
    yield "", _close_dialog


def _choose_print(place: int) -> None:
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, HandoutDialog):
        dialog.choices.prints.setCurrentIndex(place)


def _moving(window: MainWindow) -> Iterator[Step]:
    """Go through a page by badges, by scrolling and by words."""
    for claim in window.view.claims()[:4]:
        target = ClaimTarget(claim)
        yield "why", partial(window.view.badge_activated.emit, target)
    bar = window.view.verticalScrollBar()
    for part in range(21):
        yield "scroll", partial(bar.setValue, bar.maximum() * part // 20)
    yield "find", window.own_actions["find"].trigger
    for words in ("s", "st", "stem"):
        yield "find", partial(window.reading.bar.show_words, words)
    yield "find", window.own_actions["find-next"].trigger


def _nothing() -> None:
    """Go on listening."""


def _close_dialog() -> None:
    dialog = QApplication.activeModalWidget()
    if dialog is not None:
        dialog.close()


def _close_others(window: MainWindow) -> None:
    for other in QApplication.topLevelWidgets():
        if isinstance(other, MainWindow) and other is not window:
            other.close()


def _day(window: MainWindow, slugs: list[str], longest: int) -> Iterator[Step]:
    yield from _reading(window, slugs, longest)
    yield from _using(window, slugs[0])


def reader_window(notebook: str, longest: str, *slugs: str) -> int:
    """Do all that in the whole window, with every page; print name and seconds."""

    class HeardWindow(MainWindow):
        """The window itself with a listener beside it."""

        def _lay_out(self) -> None:
            super()._lay_out()
            # A second window is opened as any other.
            vars(reader.app)["MainWindow"] = MainWindow
            Listener(self, _day(self, [*slugs], int(longest)))

    vars(reader.app)["MainWindow"] = HeardWindow
    return run(["--notebook", notebook])


def bare(*paths: str) -> int:
    """Show each file of HTML in a bare window; print name and seconds."""
    app = QApplication([sys.argv[0]])
    window = QMainWindow()
    browser = QTextBrowser(window)
    window.setCentralWidget(browser)
    window.resize(1240, 800)
    pages = [Path(path).read_text(encoding="utf-8") for path in paths]
    steps = ((f"click {n}", partial(browser.setHtml, p)) for n, p in enumerate(pages))
    Listener(window, steps)
    window.show()
    return app.exec()
