"""The handout dialog: how soon its pages stand there, at first and after a change."""

import json
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

import reader.app
from reader.cli.main import run
from reader.ui.handout_choices import HandoutChoices
from reader.ui.handout_dialog import HandoutDialog
from reader.ui.window import MainWindow

READY = 4000
"""Milliseconds after which a window has loaded what the dialog is made of."""
PAUSE = 150
"""Milliseconds between two changes: a person looks at what came of the first."""
LATE = 10_000
"""Milliseconds after which nothing will be drawn any more."""
NOTE = "Telephone"
"""Without a space: one at its end would be cut off, and change nothing."""

Change = tuple[str, Callable[[], object]]
"""What is changed, by its name."""


def changes(choices: HandoutChoices) -> Iterator[Change]:
    """Every choice there and back, then a note letter by letter, twice."""
    for _ in range(2):
        for name, box in (
            ("ink", choices.inks),
            ("paper", choices.papers),
            ("size of print", choices.prints),
            ("one page or all", choices.extents),
        ):
            for place in (*range(1, box.count()), 0):
                yield name, partial(box.setCurrentIndex, place)
        for wanted in (True, False):
            yield (
                "line for the name",
                partial(choices.patient.name_line.setChecked, wanted),
            )
        for end in range(1, 1 + len(NOTE)):
            write = partial(choices.patient.note.setPlainText, NOTE[:end])
            yield "letter of a note", write
        yield "no note", choices.patient.note.clear


class Watch(QObject):
    """Opens the dialog, notes its first paint and first pages, and then each change."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._painted = self._made = self._since = 0.0
        self._name = "first"
        self._changes: Iterator[Change] = iter(())
        self._taken: list[tuple[str, float]] = []
        self._late = QTimer(self, singleShot=True, interval=LATE)
        self._late.timeout.connect(self._give_up)
        QTimer.singleShot(READY, self.open)

    @Slot()
    def open(self) -> None:
        """Open the dialog on the page that is shown."""
        self._window.own_actions["print"].trigger()
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, HandoutDialog):
            dialog.installEventFilter(self)
            dialog.maker.made.connect(self._on_made)
            dialog.maker.drawn.connect(self._on_drawn)
            self._changes = changes(dialog.choices)
        self._late.start()

    def eventFilter(  # noqa: N802 - the name that Qt calls
        self, watched: QObject, event: QEvent
    ) -> bool:
        """Note the first paint."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self._painted = time.perf_counter()
        return False

    @Slot()
    def _on_made(self) -> None:
        self._made = self._made or time.perf_counter()

    @Slot()
    def _on_drawn(self) -> None:
        if not self._name:  # more pages of what was measured
            return
        self._taken.append((self._name, time.perf_counter() - self._since))
        self._name = ""
        self._late.stop()
        QTimer.singleShot(PAUSE, self._go_on)

    @Slot()
    def _go_on(self) -> None:
        change = next(self._changes, None)
        if change is None:
            first = self._made - self._painted
            print(json.dumps({"first": first, "changes": self._taken[1:]}))
            QApplication.exit()
            return
        self._name, act = change
        self._late.start()
        self._since = time.perf_counter()
        act()

    @Slot()
    def _give_up(self) -> None:
        sys.stderr.write(f"no pages came of {self._name!r}\n")
        QApplication.exit(1)


def main(slug: str, notebook: str) -> int:
    """Open the window and the dialog on a topic; print seconds."""

    class WatchedWindow(MainWindow):
        """The window itself; nothing else of it is touched."""

        def _lay_out(self) -> None:
            super()._lay_out()
            Watch(self)

    vars(reader.app)["MainWindow"] = WatchedWindow
    return run(["--topic", slug, "--notebook", notebook])
