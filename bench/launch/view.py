"""Topics shown one after the other in a view, timed from the click to the paint."""

import gc
import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextBrowser

from reader.library.store import Library
from reader.resources import library_path
from reader.ui.fonts import load_fonts
from reader.ui.theme import LIGHT
from reader.ui.topic_view import TopicView

WIDTH, HEIGHT = 780, 740
EXPOSED = 200
"""Milliseconds in which a window is certainly there."""


def reader(turns: str, *slugs: str) -> None:
    """Read each topic from the library, show it and paint it; print the seconds."""
    app = QApplication([sys.argv[0]])
    app.setStyle("Fusion")
    load_fonts()
    with Library.open(library_path()) as library:
        view = TopicView(LIGHT, library.picture)
        # As the program does when its first screen stands.
        view.prepare()
        gc.freeze()

        def show(slug: str) -> None:
            view.show_topic(library.topic(slug))

        _print_times(view, show, int(turns) * slugs)


def bare(turns: str, *paths: str) -> None:
    """Read each file of HTML, show it and paint it; print the seconds."""
    app = QApplication([sys.argv[0]])
    app.setStyle("Fusion")
    view = QTextBrowser()

    def show(path: str) -> None:
        view.setHtml(Path(path).read_text(encoding="utf-8"))

    _print_times(view, show, int(turns) * paths)


def _print_times(
    view: QTextBrowser, show: Callable[[str], None], wanted: Sequence[str]
) -> None:
    view.resize(WIDTH, HEIGHT)
    view.show()
    QTest.qWait(EXPOSED)
    taken = []
    for each in wanted:
        start = time.perf_counter()
        show(each)
        view.viewport().repaint()
        taken.append(time.perf_counter() - start)
    print(json.dumps(taken))
