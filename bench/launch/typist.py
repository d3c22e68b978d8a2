"""The whole window, with somebody who types names into it, key by key."""

import json
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import reader.app
from reader.cli.main import run
from reader.ui.window import MainWindow

PAUSE = 100
"""Milliseconds between two looks at whether the window has its list of topics."""


class Typist(QObject):
    """Presses a key, waits until the list of results is painted, presses the next."""

    def __init__(self, window: MainWindow, names: list[str]) -> None:
        super().__init__(window)
        self._finder = window.finder
        self._rest = [*names]
        self._keys: list[str] = []
        self._pressed = 0.0
        self._answered = False
        self.taken: list[float] = []
        self._finder.results.viewport().installEventFilter(self)
        self._finder.results_model.modelReset.connect(self._on_reset)
        QTimer.singleShot(PAUSE, self.begin)

    @Slot()
    def begin(self) -> None:
        """Start when the topics are listed, and start anew with each name."""
        if not self._finder.shelves.model().rowCount():
            QTimer.singleShot(PAUSE, self.begin)
            return
        self._finder.box.clear()
        if not self._rest:
            print(json.dumps(self.taken))
            QApplication.exit()
            return
        self._keys = [*self._rest.pop(0)]
        QTimer.singleShot(PAUSE, self.press)

    @Slot()
    def press(self) -> None:
        """Press the next key of this name."""
        while self._keys and self._keys[0] == " ":
            # A space changes nothing that is looked for.
            QTest.keyClicks(self._finder.box, self._keys.pop(0))
        if not self._keys:
            self.begin()
            return
        key = self._keys.pop(0)
        self._answered = False
        self._pressed = time.perf_counter()
        QTest.keyClicks(self._finder.box, key)

    @Slot()
    def _on_reset(self) -> None:
        self._answered = self._pressed > 0
        if self._answered and not self._finder.results_model.rowCount():
            self._painted()  # the pane that says so is painted in this very round

    def eventFilter(  # noqa: N802 - the name that Qt calls
        self, _watched: QObject, event: QEvent
    ) -> bool:
        """Wait for the first paint after the answer."""
        if event.type() == QEvent.Type.Paint and self._answered:
            self._painted()
        return False

    def _painted(self) -> None:
        self._answered = False
        QTimer.singleShot(0, self.note)

    @Slot()
    def note(self) -> None:
        """Keep the time, and go on."""
        if self._pressed:
            self.taken.append(time.perf_counter() - self._pressed)
            self._pressed = 0.0
        self.press()


def main(library: str, notebook: str, names: str) -> int:
    """Type every name of a JSON file into the window of a library."""
    wanted = json.loads(Path(names).read_text(encoding="utf-8"))

    class TypedWindow(MainWindow):
        """The window itself with a typist beside it."""

        def _lay_out(self) -> None:
            super()._lay_out()
            Typist(self, wanted)

    vars(reader.app)["MainWindow"] = TypedWindow
    return run(["--library", library, "--notebook", notebook])
