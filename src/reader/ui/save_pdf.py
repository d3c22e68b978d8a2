"""Save as PDF, straight from the page: asks for a file, then writes it."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.library.store import Library
from reader.model.errors import ReaderError
from reader.ui.printing import MakeHandout, SaveHandout
from reader.ui.tasks import Answer, Worker


@dataclass(frozen=True, slots=True)
class MakeAndSave:
    """Makes a handout and writes it, away from the window."""

    make: MakeHandout
    path: Path

    def __call__(self, library: Library) -> Path:
        """The file that was written.

        Raises:
            KnownError: The file cannot be written, or a bundled font is missing.
        """
        return SaveHandout(self.make(library), self.path)(library)


@dataclass(frozen=True, slots=True)
class Saved:
    """A file was written."""

    path: Path


class SaveAsPdf(QObject):
    """One saving at a time."""

    saved = Signal(object)  # Saved
    failed = Signal(object)  # ReaderError

    def __init__(self, worker: Worker[Library], parent: QWidget) -> None:
        super().__init__(parent)
        self._worker = worker
        self._parent = parent
        self._make: MakeHandout | None = None
        self._jobs: set[int] = set()
        worker.answered.connect(self._on_answered)

    def ask(self, make: MakeHandout) -> None:
        """Let the person choose a file."""
        self._make = make
        dialog = QFileDialog(self._parent, self.tr("Save the handout as PDF"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("PDF files (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(f"{make.topics[0].slug}.pdf")
        dialog.fileSelected.connect(self.save_to)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def save_to(self, name: str) -> None:
        """Make the handout and write it into this file."""
        if self._make is not None:
            job = MakeAndSave(self._make, Path(name))
            self._jobs.add(self._worker.run(job))

    @Slot(object)
    def _on_answered(self, answer: Answer) -> None:
        if answer.lane or answer.number not in self._jobs:
            return
        self._jobs.discard(answer.number)
        if isinstance(answer.value, Path):
            self.saved.emit(Saved(answer.value))
        elif isinstance(answer.error, ReaderError):
            self.failed.emit(answer.error)
