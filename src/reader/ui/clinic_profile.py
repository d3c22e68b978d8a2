"""Which clinic handouts are made for; looked up when a handout is first wanted."""

from PySide6.QtCore import QObject, Signal, Slot

from reader.handout.clinic import Clinic
from reader.library.store import Library
from reader.ui.clinic_jobs import ClinicPlaces, Profile, ReadProfile, WriteProfile
from reader.ui.tasks import Answer, Worker


class ClinicProfile(QObject):
    """Holds the profile for the window.

    A file that cannot be used means handouts without a letterhead, and a sentence.

    Signals:
        changed: The clinic, or None; also when it was found for the first time.
        failed: A `ReaderError`: why a file cannot be used or written.
    """

    changed = Signal(object)
    failed = Signal(object)

    def __init__(
        self, worker: Worker[Library], places: ClinicPlaces, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.worker = worker
        self._places = places
        self._profile: Profile | None = None
        self._jobs: set[int] = set()
        self._reading = 0
        worker.answered.connect(self._on_answered)

    @property
    def profile(self) -> Profile:
        """The profile as far as it is known."""
        return self._profile or Profile()

    @property
    def clinic(self) -> Clinic | None:
        """The clinic, if there is one."""
        return self.profile.clinic

    @Slot()
    def load(self) -> None:
        """Look for the profile; `changed` tells what is known and what is found.

        It is looked for each time: another window may have changed it, or a colleague.
        """
        if self._profile is not None:
            self.changed.emit(self.clinic)
        if not self._jobs:
            self._reading = self.worker.run(ReadProfile(self._places))
            self._jobs.add(self._reading)

    def keep(self, clinic: Clinic | None) -> None:
        """Write a clinic as the person's own profile; None puts theirs away."""
        self._jobs.add(self.worker.run(WriteProfile(self._places, clinic)))

    @Slot(object)
    def _on_answered(self, answer: Answer) -> None:
        if answer.lane or answer.number not in self._jobs:
            return
        self._jobs.discard(answer.number)
        if isinstance(answer.value, Profile):
            known = answer.number == self._reading and answer.value == self._profile
            self._profile = answer.value
            if not known:
                self.changed.emit(self.clinic)
        error = answer.error or self.profile.error
        if error is not None:
            self.failed.emit(error)
