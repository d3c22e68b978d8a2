"""Draws every screen, dialog and theme as PNG.

    python tools/screens.py build/screens

No screen is needed: Qt's offscreen platform draws them. The person's own notebook
is not touched.
"""

import os
import sys
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from reader.app import StartRequest, build_window
from reader.library.store import Library
from reader.notebook.settings import Theme
from reader.notebook.store import Notebook
from reader.resources import library_path
from reader.ui.handout_dialog import HandoutDialog
from reader.ui.kiosk import Kiosk
from reader.ui.navigation import Place
from reader.ui.page_contents import Contents
from reader.ui.pane_switch import Pane
from reader.ui.topic_links import SourceTarget
from reader.ui.topic_objects import Drawing
from reader.ui.window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Callable

TOPIC = "amyotrophic-lateral-sclerosis"
WITH_ARRAYS = "acute-myocardial-infarction"
SIZE = (1240, 800)
SMALL = (1024, 640)
SETTLING = 400  # milliseconds for workers to answer and pages to be painted


@dataclass
class Clock:
    """Seconds that pass when they are told to."""

    now: float = 0.0

    def __call__(self) -> float:
        """Tell the seconds."""
        return self.now


@dataclass(frozen=True)
class Fixed:
    """A clock that stands still."""

    now: datetime

    def __call__(self) -> datetime:
        """Tell the moment."""
        return self.now


class Studio:
    """A window on the shipped library, and a folder for its pictures."""

    def __init__(self, window: MainWindow, folder: Path, home: Path) -> None:
        self.window = window
        self.home = home
        self._folder = folder

    def settle(self) -> None:
        """Let the workers answer and the window paint."""
        loop = QEventLoop()
        QTimer.singleShot(SETTLING, loop.quit)
        loop.exec()

    def take(self, name: str, widget: QWidget | None = None) -> None:
        """Draw a widget, the window unless another is named."""
        self.settle()
        (widget or self.window).grab().save(str(self._folder / f"{name}.png"))
        print(name)

    def resize(self, size: tuple[int, int]) -> None:
        """Give the window another size."""
        self.window.resize(*size)
        self.settle()

    def show(self, slug: str, section: str = "") -> None:
        """Open a topic at a section."""
        self.window.open_place(Place(slug, section))
        self.settle()

    def search(self, words: str) -> None:
        """Type into the search field."""
        self.window.focus_search()
        self.window.finder.box.setText(words)
        self.settle()

    def explain_first_badge(self) -> None:
        """Open "Why this badge?" for the first claim of the page."""
        topic = self.window.view.topic()
        claim = self.window.view.claims()[0]
        if topic is not None:
            self.window.view.go_to_claim(claim)
            self.window.side.show_claim(topic, claim)

    def find_arrays(self) -> None:
        """Go to the first pair of icon arrays of the page."""
        view = self.window.view
        block = view.document().begin()
        while block.isValid():
            for run in block.textFormats():
                if run.format.objectType() == Drawing.ARRAYS:
                    view.show_position(block.position() + run.start)
                    return
            block = block.next()

    def dress(self, theme: Theme, percent: int = 100) -> None:
        """Choose a theme and a text size."""
        settings = self.window.keeper.settings
        changed = replace(settings, theme=theme, text_size=percent)
        self.window.appearance.take(changed)
        self.settle()

    def dialog(self, name: str, action: str) -> None:
        """Open a dialog by its action, draw it and close it."""
        self.window.own_actions[action].trigger()
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, HandoutDialog):
            dialog.resize(self.window.size())  # the screen that nobody sees is small
            while not dialog.preview.view.is_drawn():
                self.settle()
        self.take_dialog(name)

    def take_dialog(self, name: str) -> None:
        """Draw the dialog that is open, and close it."""
        self.settle()
        for dialog in self.window.findChildren(QDialog):
            if dialog.isVisible():
                self.take(name, dialog)
                dialog.close()
        self.settle()


def take_window(studio: Studio) -> None:
    """The window in its states."""
    studio.resize(SIZE)
    studio.take("start")
    studio.show(TOPIC)
    studio.take("reading")
    studio.show(TOPIC, "what-helps")
    studio.take("evidence")
    studio.explain_first_badge()
    studio.take("why")
    for section in ("cell-therapy", "heard", "red-flags", "questions"):
        studio.show(TOPIC, section)
        studio.take(section)
    studio.search("breathing mask")
    studio.take("search")
    studio.search("zzzz")
    studio.take("nothing-found")
    studio.search("")


def take_finding(studio: Studio) -> None:
    """The start page of whoever comes back, results, filters and near names."""
    finder = studio.window.finder
    studio.window.desk.go_home()
    for name, theme, percent, size in (
        ("", Theme.LIGHT, 100, SIZE),
        ("-dark-200", Theme.DARK, 200, SIZE),
        ("-contrast", Theme.HIGH_CONTRAST, 100, SIZE),
        ("-300", Theme.LIGHT, 300, SMALL),
    ):
        studio.resize(size)
        studio.dress(theme, percent)
        studio.window.pane_layout.switch.chosen.emit(Pane.PAGE)
        studio.take(f"start-again{name}")
        bar = studio.window.start.verticalScrollBar()
        bar.setValue(bar.maximum())
        studio.take(f"start-systems{name}")
        bar.setValue(0)
        studio.search("breathing")
        finder.filters.levels.choose("high")
        studio.settle()
        studio.take(f"filtered{name}")
        finder.filters.systems.choose("eyes")
        studio.settle()
        studio.take(f"filtered-nothing{name}")
        finder.filters.show_all()
        studio.search("parkinsn")
        studio.take(f"near-names{name}")
        studio.search("")
    studio.resize(SIZE)
    studio.dress(Theme.LIGHT)


def take_shelves(studio: Studio) -> None:
    """Bookmarks and history with something in them, plain, dark and large."""
    studio.window.own_actions["bookmarks"].trigger()
    studio.take("bookmarks-empty")
    fill_notebook(studio)
    for name, theme, percent in (
        ("", Theme.LIGHT, 100),
        ("-dark", Theme.DARK, 100),
        ("-200", Theme.LIGHT, 200),
        ("-300", Theme.HIGH_CONTRAST, 300),
    ):
        studio.dress(theme, percent)
        studio.window.own_actions["bookmarks"].trigger()
        studio.take(f"bookmarks{name}")
        studio.window.own_actions["history"].trigger()
        studio.take(f"history{name}")
    take_folder_dialog(studio, "-300")
    studio.dress(Theme.LIGHT)
    take_folder_dialog(studio)


def fill_notebook(studio: Studio) -> None:
    """Folders, notes and a week of reading."""
    now = datetime.now(UTC)
    with Notebook.open(studio.home) as notebook:
        shelf = notebook.bookmarks
        family = shelf.create_folder("For Dad").subject
        shelf.create_folder("Ask at the clinic in March")
        shelf.add(TOPIC, title="Amyotrophic lateral sclerosis (ALS)")
        shelf.add("how-to-spot-hype", title="How to spot hype", folder_id=family)
        note = "Ask Dr Okafor whether the breathing mask can wait until spring."
        title = "Amyotrophic lateral sclerosis (ALS): Living with it"
        shelf.add(TOPIC, title=title, section="living", note=note, folder_id=family)
    for days, slug, title in (
        (30, "how-we-grade", "How we grade"),
        (4, "knee-osteoarthritis", "Knee osteoarthritis"),
        (1, "what-stem-cells-are", "What stem cells are"),
        (1, TOPIC, "Amyotrophic lateral sclerosis (ALS)"),
    ):
        moment = now - timedelta(days=days)
        with Notebook.open(studio.home, clock=Fixed(moment)) as notebook:
            notebook.history.record(slug, title=title)
    studio.window.keeper.look_elsewhere()
    studio.settle()


def take_folder_dialog(studio: Studio, name: str = "") -> None:
    """Where a bookmark shall lie, and the dialog to move all that is kept."""
    studio.window.own_actions["bookmarks"].trigger()
    studio.settle()
    studio.window.finder.bookmarks.ask_folder()
    studio.take_dialog(f"move-to-folder{name}")
    studio.dialog(f"move{name}", "move")


def take_no_trace(studio: Studio) -> None:
    """Leaving no trace, and the question before something is kept."""
    window = studio.window
    window.own_actions["no-trace"].trigger()
    studio.show(TOPIC)
    studio.take("no-trace")
    window.own_actions["bookmark-section"].trigger()
    studio.take_dialog("no-trace-question")
    studio.dress(Theme.DARK, 200)
    studio.take("no-trace-dark-200")
    studio.resize(SMALL)
    studio.dress(Theme.LIGHT, 300)
    studio.take("no-trace-300")
    studio.resize(SIZE)
    studio.dress(Theme.LIGHT)
    window.own_actions["no-trace"].trigger()
    studio.take("no-trace-left")


def take_kiosk(app: QApplication, library: Library, folder: Path) -> None:
    """The public window, and the last seconds of its count."""
    with ExitStack() as stack:
        window = build_window(app, library, StartRequest(kiosk=True), [], stack)
        window.begin(Place(), None)
        clock = Clock()
        kiosk = Kiosk(window, idle=180, may_print=True, clock=clock)
        kiosk.begin()
        studio = Studio(window, folder, folder)
        studio.resize(SIZE)
        studio.take("kiosk")
        studio.show(TOPIC)
        studio.take("kiosk-reading")
        for name, theme, percent in (
            ("", Theme.LIGHT, 100),
            ("-dark-200", Theme.DARK, 200),
            ("-300", Theme.HIGH_CONTRAST, 300),
        ):
            studio.dress(theme, percent)
            kiosk.watch.touch()
            clock.now += 168
            kiosk.watch.tick()
            studio.take_dialog(f"kiosk-notice{name}")
        kiosk.watch.touch()
        window.hide()


def take_reading(studio: Studio) -> None:
    """Words found on a page, the lists beside it, a source, icon arrays."""
    window = studio.window
    studio.show(TOPIC)
    for words, name in (("breathing", "find"), ("low", "find-badge"), ("zzz", "none")):
        window.own_actions["find"].trigger()
        window.reading.bar.show_words(words)
        studio.take(f"page-{name}")
    window.reading.bar.show_words("breathing")
    for contents in Contents:
        window.side.contents.choose(contents)
        studio.take(f"page-{contents.name.lower()}")
    for theme, percent in ((Theme.DARK, 200), (Theme.HIGH_CONTRAST, 300)):
        studio.resize(SMALL)
        studio.dress(theme, percent)
        studio.take(f"page-find-{percent}")
        window.own_actions["page-list"].trigger()
        studio.take(f"page-list-{percent}")
        studio.explain_first_badge()
        studio.take(f"page-why-{percent}")
    studio.dress(Theme.LIGHT)
    studio.resize(SIZE)
    window.reading.finder.close()
    window.side.contents.choose(Contents.HEADINGS)
    studio.show(TOPIC, "what-helps")
    window.view.source_activated.emit(SourceTarget(source_of(window)))
    window.view.go_to_source(source_of(window))
    studio.take("page-source")
    take_arrays(studio)


def source_of(window: MainWindow) -> str:
    """A source of the open page, not its first."""
    topic = window.view.topic()
    return topic.sources[2].id if topic else ""


def take_arrays(studio: Studio) -> None:
    """A claim in whole people, in every theme, large, and in a narrow window."""
    for theme, percent in (
        (Theme.LIGHT, 100),
        (Theme.DARK, 200),
        (Theme.HIGH_CONTRAST, 300),
    ):
        for name, size in (("", SIZE), ("-small", SMALL)):
            studio.resize(size)
            studio.dress(theme, percent)
            studio.show(WITH_ARRAYS, "what-helps")
            studio.find_arrays()
            studio.take(f"arrays-{percent}{name}")
    studio.dress(Theme.LIGHT)
    studio.resize(SIZE)


def take_dialogs(studio: Studio) -> None:
    """Every dialog."""
    studio.show(TOPIC)
    for name, action in {
        "preview": "print",
        "settings": "settings",
        "shortcuts": "shortcuts",
        "about": "about",
    }.items():
        studio.dialog(name, action)


def main() -> None:
    """Draw everything into the folder named on the command line."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    app.setStyle("Fusion")
    parts: tuple[Callable[[Studio], None], ...] = (
        take_window,
        take_shelves,
        take_finding,
        take_no_trace,
        take_reading,
        take_dialogs,
    )
    with ExitStack() as stack:
        home = stack.enter_context(tempfile.TemporaryDirectory())
        library = stack.enter_context(Library.open(library_path()))
        start = StartRequest(notebook=Path(home))
        window = build_window(app, library, start, [], stack)
        window.begin(Place(), None)
        window.show()
        studio = Studio(window, folder, Path(home))
        studio.settle()
        for part in parts:
            part(studio)
        window.close()
        take_kiosk(app, library, folder)


if __name__ == "__main__":
    main()
