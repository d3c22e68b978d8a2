"""The profile of a clinic: see it, change it, take it from a file, or have none."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.handout.clinic import Clinic, Logo
from reader.handout.clinic_write import faults_of
from reader.handout.colour import is_colour
from reader.model.errors import ReaderError
from reader.model.topic import Topic
from reader.ui import tab_order
from reader.ui.announce import announce
from reader.ui.clinic_form import ClinicForm
from reader.ui.clinic_jobs import DrawLetterhead, Profile, ReadClinicFile, ReadLogo
from reader.ui.clinic_profile import ClinicProfile
from reader.ui.clinic_sign_offs import SignOffs
from reader.ui.fitting import ScrolledColumn, fit_to_words, room_for
from reader.ui.flow_layout import FlowLayout
from reader.ui.letterhead_picture import LetterheadPicture
from reader.ui.messages import Message, MessageBar, message_for
from reader.ui.tasks import Answer

LANE = "letterhead"
_LETTERS = 66  # of a line
_AROUND = 74  # pixels around the form, with a bar to scroll by
_PAUSE = 150  # milliseconds in which nothing is typed before it is drawn anew


class ClinicDialog(QDialog):
    """A form with a picture of the letterhead. Nothing holds before Save.

    Signals:
        changed: The clinic that holds from now on, or None.
    """

    changed = Signal(object)

    def __init__(
        self,
        profile: ClinicProfile,
        parent: QWidget,
        topics: Sequence[Topic] = (),
    ) -> None:
        """Make it.

        Args:
            profile: What holds now, and the way to its file.
            parent: What the dialog stands over.
            topics: The pages of the handout at hand; the first can be signed off.
        """
        super().__init__(parent)
        self._profile = profile
        self._jobs: set[int] = set()
        self._saving = False
        self._wanted = True
        self.setWindowTitle(self.tr("Your clinic"))
        self._sheet = QWidget(self)
        self.messages = MessageBar(self)
        self.about = self._label(muted=False)
        self.picture = LetterheadPicture(self._sheet)
        self.form = ClinicForm(self._sheet)
        self.sign_offs = SignOffs(topics, self._sheet)
        self.presets = self._label(muted=True)
        self.use = self._button(self.tr("&Use a file…"))
        self.none = self._button(self.tr("N&o profile"))
        self.cancel = self._button(self.tr("Cancel"))
        self.save = self._button(self.tr("Save"))
        self.save.setDefault(True)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_PAUSE)
        self._lay_out()
        self._connect()
        self._show_profile(profile.profile)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the room that the words need at this text size."""
        super().showEvent(event)
        letter = self.fontMetrics().averageCharWidth()
        room = min(room_for(self).width(), letter * _LETTERS)
        needed = self.form.sizeHint().width() + _AROUND
        self.form.wrap_rows(wrap=needed > room)
        fit_to_words(self, _LETTERS)

    def focusNextPrevChild(self, next_: bool) -> bool:  # noqa: FBT001 - Qt's signature
        """Go through the dialog as it is read."""
        return tab_order.step(self, self, next_=next_)

    @property
    def clinic(self) -> Clinic | None:
        """The profile as the dialog has it now; None for none."""
        if not self._wanted:
            return None
        return replace(self.form.clinic, sign_offs=self.sign_offs.sign_offs)

    # ---- building ----------------------------------------------------------------

    def _label(self, *, muted: bool) -> QLabel:
        label = QLabel(self._sheet)
        label.setWordWrap(True)
        label.setProperty("muted", muted)
        return label

    def _button(self, words: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        return button

    def _lay_out(self) -> None:
        heading = QLabel(self.tr("Pages your clinic has reviewed"), self._sheet)
        heading.setProperty("heading", True)
        heading.setWordWrap(True)
        inner = QVBoxLayout(self._sheet)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(12)
        for widget in (
            self.about,
            self.picture,
            self.form,
            heading,
            self.sign_offs,
            self.presets,
        ):
            inner.addWidget(widget)
        inner.addStretch(1)
        buttons = FlowLayout(to_end=True)
        for button in (self.use, self.none, self.cancel, self.save):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 18)
        column.setSpacing(14)
        column.addWidget(self.messages)
        column.addWidget(ScrolledColumn(self._sheet, self), 1)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self._profile.worker.answered.connect(self._on_answered)
        self._profile.changed.connect(self._on_kept)
        self._profile.failed.connect(self._on_failed)
        self.form.changed.connect(self._on_changed)
        self.sign_offs.changed.connect(self._on_changed)
        self.form.logo_wanted.connect(self.ask_logo)
        self._later.timeout.connect(self._draw)
        self.use.clicked.connect(self.ask_file)
        self.none.clicked.connect(self._on_none)
        self.cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._on_save)

    # ---- what is shown -----------------------------------------------------------

    def _show_profile(self, profile: Profile) -> None:
        self.about.setText(self._about(profile))
        self.show_clinic(profile.clinic or Clinic(""))
        only = profile.shared
        self.form.only_show(only=only)
        self.sign_offs.only_show(only=only)
        self.save.setEnabled(not only)
        self.none.setVisible(not only)
        self.none.setEnabled(profile.path is not None)
        if profile.error is not None:
            self.messages.show_message(message_for(profile.error))

    def _about(self, profile: Profile) -> str:
        if profile.shared:
            return self.tr(
                "This profile is for everyone on this computer. Whoever looks after "
                "the computer can change it, in {path}. You can use a file of your own."
            ).format(path=_breakable(profile.path))
        return self.tr(
            "What you fill in stands on every handout. It stays on this computer. "
            "Saving writes the file anew: remarks that someone put into it are lost."
        )

    def show_clinic(self, clinic: Clinic) -> None:
        """Fill the form; nothing holds before it is saved."""
        self._wanted = True
        self.form.show_clinic(clinic)
        self.sign_offs.show_sign_offs(clinic.sign_offs)
        count = len(clinic.presets)
        self.presets.setVisible(count > 0)
        self.presets.setText(
            self.tr("The profile has %n preset(s) for handouts.", "", count)
        )
        self._draw()

    @Slot()
    def _on_changed(self) -> None:
        self._wanted = True
        self._later.start()

    @Slot()
    def _draw(self) -> None:
        clinic = self.form.clinic
        if not is_colour(clinic.colour):
            clinic = replace(clinic, colour="")
        self._profile.worker.ask(LANE, DrawLetterhead(clinic))

    # ---- files -------------------------------------------------------------------

    @Slot()
    def ask_logo(self) -> None:
        """Let the person choose a picture."""
        words = self.tr("Pictures")
        self._ask(self.tr("Choose a logo"), f"{words} (*.svg *.png)", self.take_logo)

    @Slot()
    def ask_file(self) -> None:
        """Let the person choose a profile that someone has made."""
        words = self.tr("Profiles of clinics")
        self._ask(self.tr("Use a file"), f"{words} (*.toml)", self.take_file)

    def _ask(self, title: str, names: str, then: Callable[[str], None]) -> None:
        dialog = QFileDialog(self, title)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(names)
        dialog.fileSelected.connect(then)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def take_logo(self, name: str) -> None:
        """Have this picture as the logo, if it can be one."""
        self._jobs.add(self._profile.worker.run(ReadLogo(Path(name))))

    @Slot(str)
    def take_file(self, name: str) -> None:
        """Fill the form from this file, if it can be used."""
        self._jobs.add(self._profile.worker.run(ReadClinicFile(Path(name))))

    # ---- saving ------------------------------------------------------------------

    @Slot()
    def _on_none(self) -> None:
        self.show_clinic(Clinic(""))
        self._later.stop()
        self._wanted = False
        words = self.tr("Handouts will have no letterhead once you save.")
        self.messages.show_message(Message(words))
        self.save.setFocus()

    @Slot()
    def _on_save(self) -> None:
        clinic = self.clinic
        faults = faults_of(clinic) if clinic is not None else ()
        if faults:
            self.messages.show_message(
                Message(" ".join(self._said(fault.words) for fault in faults))
            )
            return
        self._saving = True
        self.save.setEnabled(False)
        self._profile.keep(clinic)

    def _said(self, words: str) -> str:
        """A fault with the label of the field in place of the key of the file."""
        for key, label in self.form.labels.items():
            words = words.replace(f"“{key}”", f"“{label}”")
        return words

    # ---- answers -----------------------------------------------------------------

    @Slot(object)
    def _on_answered(self, answer: Answer) -> None:
        if answer.lane == LANE:
            if isinstance(answer.value, bytes):
                self.picture.show_pdf(answer.value)
        elif not answer.lane and answer.number in self._jobs:
            self._jobs.discard(answer.number)
            self._on_read(answer)

    def _on_read(self, answer: Answer) -> None:
        if answer.error is not None:
            self.messages.show_message(message_for(answer.error))
        elif isinstance(answer.value, Logo):
            self.messages.dismiss()
            self.form.show_logo(answer.value)
            announce(self, self.tr("The logo is in the letterhead."))
        elif isinstance(answer.value, Clinic):
            self.messages.dismiss()
            self._edit(answer.value)

    def _edit(self, clinic: Clinic) -> None:
        """Show a profile as the person's own, whoever's the one before was."""
        self.form.only_show(only=False)
        self.sign_offs.only_show(only=False)
        self.save.setEnabled(True)
        self.show_clinic(clinic)
        words = self.tr("The file is in the form. It holds once you save.")
        self.messages.show_message(Message(words))

    @Slot(object)
    def _on_kept(self, clinic: Clinic | None) -> None:
        if self._saving:
            self._saving = False
            self.changed.emit(clinic)
            self.accept()
        else:
            self._show_profile(self._profile.profile)

    @Slot(object)
    def _on_failed(self, error: ReaderError) -> None:
        if self._saving:
            self._saving = False
            self.save.setEnabled(True)
        self.messages.show_message(message_for(error))

    def done(self, result: int) -> None:
        """Close, but not while a file is being written."""
        if self._saving:
            announce(self, self.tr("Still at work, one moment."))
            return
        self._later.stop()
        self._profile.worker.forget(LANE)
        self._profile.worker.answered.disconnect(self._on_answered)
        self._profile.changed.disconnect(self._on_kept)
        self._profile.failed.disconnect(self._on_failed)
        super().done(result)


def _breakable(path: Path | None) -> str:
    """A path that can go on in a next line after each part."""
    return str(path or "").replace("/", "/\u200b").replace("\\", "\\\u200b")
