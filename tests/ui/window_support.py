"""A whole window on a small library, and what is left when it is closed."""

import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from reader.app import StartRequest, as_decided_here, build_window
from reader.library.store import Library
from reader.ui.navigation import Place
from reader.ui.window import MainWindow
from tests.fixtures.source_folder import compile_folder, marlow_page, write_sources

_TIRED = ["The nerves of the hand are long and thin, and they tire."] * 20
LONG = "\n\n".join([*_TIRED, "### At night", *_TIRED])


def compile_library(folder: Path) -> Path:
    """The invented illness with a long section, compiled."""
    page = marlow_page(why=LONG)
    write_sources(folder, **{"nervous/marlow-syndrome.md": page})
    target = folder / "library.db"
    compile_folder(folder, target)
    return target


@dataclass(frozen=True)
class Readers:
    """Opens windows on one library and one notebook."""

    library: Path
    notebook: Path
    qtbot: QtBot

    @contextmanager
    def open(
        self,
        width: int = 1240,
        height: int = 800,
        *,
        no_trace: bool = False,
        kiosk: bool = False,
    ) -> Iterator[MainWindow]:
        """Open a window, wait for its shelves, and close it whole.

        Args:
            width: In pixels.
            height: In pixels.
            no_trace: As `--no-trace` asks for it.
            kiosk: As `--kiosk` asks for it.
        """
        before = set(QApplication.topLevelWidgets())
        with ExitStack() as stack:
            window = self._build(stack, no_trace=no_trace, kiosk=kiosk)
            window.resize(width, height)
            window.show()
            self.qtbot.waitUntil(lambda: window.finder.shelves.model().rowCount() > 0)
            yield window
            window.close()
        Shiboken.delete(window)
        assert names_of(set(QApplication.topLevelWidgets()) - before) == []
        assert [
            t.name for t in threading.enumerate() if t.name.startswith("the ")
        ] == []
        _undress()

    def _build(self, stack: ExitStack, *, no_trace: bool, kiosk: bool) -> MainWindow:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        library = stack.enter_context(Library.open(self.library))
        start = as_decided_here(
            StartRequest(
                library=self.library,
                notebook=self.notebook,
                no_trace=no_trace,
                kiosk=kiosk,
            )
        )
        window = build_window(app, library, start, [], stack)
        window.begin(Place(), None)
        return window


def names_of(widgets: set[QWidget]) -> list[str]:
    """What widgets are, for a failure to be understood."""
    return [repr(widget) for widget in widgets]


def _undress() -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setStyleSheet("")
    app.setPalette(QPalette())
