"""Draws screens and dialogs in every theme, at small and large sizes, and mirrored.

    python -m tools.looks build/screens

Another part of `make screens`, beside `tools/screens.py`.
"""

import sys
import tempfile
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from reader.app import StartRequest, build_window
from reader.library.store import Library
from reader.notebook.settings import Spacing, Theme
from reader.resources import library_path
from reader.ui.language import speak_as_the_computer
from reader.ui.navigation import Place
from reader.ui.pane_switch import Pane
from tools.screens import SIZE, SMALL, TOPIC, Studio

THEMES = (Theme.LIGHT, Theme.DARK, Theme.HIGH_CONTRAST)
DIALOGS = ("print", "settings", "shortcuts", "about", "move")


def take_themes(studio: Studio) -> None:
    """Each theme at 100 and 200 %: the start page, a page, every dialog, the menu."""
    for theme in THEMES:
        for percent in (100, 200):
            look = f"{theme.value}-{percent}"
            studio.dress(theme, percent)
            studio.window.desk.go_home()
            studio.take(f"{look}-start")
            studio.show(TOPIC, "what-helps")
            studio.take(look)
            for name in DIALOGS:
                studio.dialog(f"{look}-{name}", name)
            take_menu(studio, f"{look}-menu")


def take_menu(studio: Studio, name: str) -> None:
    """The menu of all that can be done."""
    menu = studio.window.tools.more_menu
    menu.popup(studio.window.mapToGlobal(studio.window.rect().topLeft()))
    studio.take(name, menu)
    menu.hide()


def take_panes(studio: Studio) -> None:
    """A small window at 100 and 300 %: one pane at a time, and every dialog."""
    studio.resize(SMALL)
    for percent in (100, 300):
        studio.dress(Theme.LIGHT, percent)
        studio.show(TOPIC, "what-helps")
        studio.take(f"small-{percent}")
    for pane in Pane:
        studio.window.ways.choose(pane)
        studio.take(f"small-300-{pane.name.lower()}")
    for name in DIALOGS:
        studio.dialog(f"small-300-{name}", name)
    studio.dress(Theme.LIGHT)
    studio.resize(SIZE)


def take_spacings(studio: Studio) -> None:
    """The page with its letters, words and lines closer and wider."""
    window = studio.window
    for spacing in (Spacing.COMPACT, Spacing.WIDE, Spacing.NORMAL):
        window.appearance.take(replace(window.keeper.settings, spacing=spacing))
        studio.show(TOPIC)
        studio.take(f"spacing-{spacing.value}")


def take_mirrored(studio: Studio) -> None:
    """The window as a language has it that is read from right to left."""
    studio.show(TOPIC, "what-helps")
    studio.take("mirrored")
    studio.explain_first_badge()
    studio.take("mirrored-why")
    studio.search("breathing mask")
    studio.take("mirrored-search")
    studio.search("")
    studio.window.desk.go_home()
    studio.take("mirrored-start")
    for name in DIALOGS:
        studio.dialog(f"mirrored-{name}", name)
    take_menu(studio, "mirrored-menu")


def main() -> None:
    """Draw everything into the folder named on the command line."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([sys.argv[0], "-style", "Fusion"])
    speak_as_the_computer(app)
    for direction, parts in (
        (Qt.LayoutDirection.LeftToRight, (take_themes, take_panes, take_spacings)),
        (Qt.LayoutDirection.RightToLeft, (take_mirrored,)),
    ):
        app.setLayoutDirection(direction)
        with ExitStack() as stack:
            home = stack.enter_context(tempfile.TemporaryDirectory())
            library = stack.enter_context(Library.open(library_path()))
            start = StartRequest(notebook=Path(home))
            window = build_window(app, library, start, [], stack)
            window.begin(Place(), None)
            window.show()
            studio = Studio(window, folder, Path(home))
            studio.resize(SIZE)
            for part in parts:
                part(studio)
            window.close()


if __name__ == "__main__":
    main()
