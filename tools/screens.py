"""Draws every screen, dialog and theme, and a handout, as PNG.

    python tools/screens.py build/screens

No screen is needed: Qt's offscreen platform draws them. The person's own notebook
is not touched.
"""

import os
import sys
import tempfile
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QEventLoop, QIODevice, QSize, QTimer
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from reader.app import StartRequest, build_window
from reader.handout.options import HandoutOptions
from reader.handout.pdf import render_pdf
from reader.library.store import Library
from reader.notebook.settings import Theme
from reader.resources import library_path
from reader.ui.navigation import Place
from reader.ui.window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Callable

TOPIC = "amyotrophic-lateral-sclerosis"
SIZE = (1240, 800)
SMALL = (1024, 640)
SETTLING = 400  # milliseconds for workers to answer and pages to be painted
DOTS_PER_INCH = 90
POINTS_PER_INCH = 72


class Studio:
    """A window on the shipped library, and a folder for its pictures."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        self.window = window
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

    def dress(self, theme: Theme, percent: int = 100) -> None:
        """Choose a theme and a text size."""
        settings = self.window.keeper.settings
        changed = replace(settings, theme=theme, text_size=percent)
        self.window.appearance.take(changed)
        self.settle()

    def dialog(self, name: str, action: str) -> None:
        """Open a dialog by its action, draw it and close it."""
        self.window.own_actions[action].trigger()
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


def take_shelves(studio: Studio) -> None:
    """Bookmarks and history with something in them."""
    studio.window.own_actions["bookmark"].trigger()
    studio.settle()
    studio.window.own_actions["bookmarks"].trigger()
    studio.take("bookmarks")
    studio.window.own_actions["history"].trigger()
    studio.take("history")


def take_looks(studio: Studio) -> None:
    """Each theme at 100 and 200 %, and the narrow window at 300 %."""
    for theme in (Theme.LIGHT, Theme.DARK, Theme.HIGH_CONTRAST):
        for percent in (100, 200):
            studio.dress(theme, percent)
            studio.show(TOPIC, "what-helps")
            studio.take(f"{theme.value}-{percent}")
    studio.resize(SMALL)
    for percent in (100, 300):
        studio.dress(Theme.LIGHT, percent)
        studio.show(TOPIC, "what-helps")
        studio.take(f"small-{percent}")
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


def draw_handout(library: Library, folder: Path) -> None:
    """The pages of a handout, in colour and as a photocopier sees them."""
    topic = library.topic(TOPIC)
    pdf = render_pdf([topic], HandoutOptions(), library.picture)
    buffer = QBuffer()
    buffer.setData(pdf)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    for number in range(document.pageCount()):
        points = document.pagePointSize(number)
        size = (points * DOTS_PER_INCH / POINTS_PER_INCH).toSize()
        page = _on_white(document.render(number, size), size)
        page.save(str(folder / f"handout-{number + 1:02}.png"))
        grey = page.convertToFormat(QImage.Format.Format_Grayscale8)
        grey.save(str(folder / f"handout-{number + 1:02}-grey.png"))
    print(f"handout: {document.pageCount()} pages")


def _on_white(page: QImage, size: QSize) -> QImage:
    white = QImage(size, QImage.Format.Format_RGB32)
    white.fill(QColor("white"))
    painter = QPainter(white)
    painter.drawImage(0, 0, page)
    painter.end()
    return white


def main() -> None:
    """Draw everything into the folder named on the command line."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    app.setStyle("Fusion")
    parts: tuple[Callable[[Studio], None], ...] = (
        take_window,
        take_shelves,
        take_looks,
        take_dialogs,
    )
    with ExitStack() as stack:
        home = stack.enter_context(tempfile.TemporaryDirectory())
        library = stack.enter_context(Library.open(library_path()))
        start = StartRequest(notebook=Path(home))
        window = build_window(app, library, start, [], stack)
        window.begin(Place(), None)
        window.show()
        studio = Studio(window, folder)
        studio.settle()
        for part in parts:
            part(studio)
        draw_handout(library, folder)
        window.close()


if __name__ == "__main__":
    main()
