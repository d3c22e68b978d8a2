"""Save as PDF, straight from the page: asks for a file, then writes it."""

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.library.store import Library
from reader.model.errors import ReaderError
from reader.notebook.print_log import Printed
from reader.ui.clinic_profile import ClinicProfile
from reader.ui.handout_jobs import LookUp, MakeHandout, SaveHandout
from reader.ui.handout_log import printed_of
from reader.ui.handout_sending import Done
from reader.ui.tasks import Answer, Worker


@dataclass(frozen=True, slots=True)
class Saved:
    """A file was written.

    Attributes:
        printed: The topic in it, for the list of what was printed.
    """

    path: Path
    printed: tuple[Printed, ...] = ()


@dataclass(frozen=True, slots=True)
class MakeAndSave:
    """Makes a handout and writes it, away from the window."""

    make: MakeHandout
    path: Path

    def __call__(self, library: Library) -> Saved:
        """The file that was written.

        Raises:
            KnownError: The file cannot be written, or a bundled font is missing.
        """
        made = self.make(library)
        if made is None:
            return Saved(self.path)
        SaveHandout(made.pdf, self.path)(library)
        lines = LookUp(self.make.at_hand, self.make.slugs)(library)
        paper, pages = self.make.options.paper, len(made.sizes)
        done = Done(self.path, self.make.slugs, paper, pages)
        return Saved(self.path, printed_of(done, lines))


class SaveAsPdf(QObject):
    """One saving at a time."""

    saved = Signal(object)  # Saved
    failed = Signal(object)  # ReaderError

    def __init__(
        self, worker: Worker[Library], profile: ClinicProfile, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._profile = profile
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
        dialog.selectFile(f"{make.slugs[0]}.pdf")
        dialog.fileSelected.connect(self.save_to)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def save_to(self, name: str) -> None:
        """Make the handout, on the paper of the clinic, and write it into a file."""
        if self._make is not None:
            options = replace(self._make.options, clinic=self._profile.clinic)
            job = MakeAndSave(replace(self._make, options=options), Path(name))
            self._jobs.add(self._worker.run(job))

    @Slot(object)
    def _on_answered(self, answer: Answer) -> None:
        if answer.lane or answer.number not in self._jobs:
            return
        self._jobs.discard(answer.number)
        if isinstance(answer.value, Saved):
            self.saved.emit(answer.value)
        elif isinstance(answer.error, ReaderError):
            self.failed.emit(answer.error)
