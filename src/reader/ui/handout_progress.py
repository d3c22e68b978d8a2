"""How far a long job is, told from the worker to the window, and a way to stop it."""

import threading
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QWidget,
)

from reader.ui.announce import announce


@dataclass(frozen=True, slots=True)
class Step:
    """So many of so many are done."""

    done: int
    count: int


class Progress(QObject):
    """The job calls it; the window hears `moved` and may `stop` it.

    Signals:
        moved: A `Step`, on the thread of the window.
    """

    moved = Signal(object)
    _told = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._stopped = threading.Event()
        self._told.connect(self._on_told, Qt.ConnectionType.QueuedConnection)

    def __call__(self, done: int, count: int) -> bool:
        """Say how much is done; the answer is whether to go on."""
        if not self._stopped.is_set():
            self._told.emit(Step(done, count))
        return not self._stopped.is_set()

    @property
    def stopped(self) -> bool:
        """Whether the person wants no more of it."""
        return self._stopped.is_set()

    @Slot()
    def stop(self) -> None:
        """Stop at the next step."""
        self._stopped.set()

    @Slot(object)
    def _on_told(self, step: Step) -> None:
        if not self.stopped:
            self.moved.emit(step)


class ProgressLine(QFrame):
    """How far something is, with a button to stop it.

    Signals:
        stop_wanted: The button was pressed.
    """

    stop_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("progress-line")
        self.label = QLabel(self)
        self.label.setWordWrap(True)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("How much is done"))
        self.stop = QPushButton(self.tr("Stop"), self)
        self.stop.setAutoDefault(False)
        self.stop.clicked.connect(self.stop_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.label, 2)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop)
        self.hide()

    def begin(self, words: str) -> None:
        """Show what is done now, and that it is not known how long it takes."""
        self.label.setText(words)
        self.bar.setRange(0, 0)
        self.show()
        announce(self, words)

    def show_step(self, step: Step) -> None:
        """Show how far it is."""
        self.bar.setRange(0, step.count)
        self.bar.setValue(step.done)
