"""Opens whatever belongs to handouts; made when the first one is wanted."""

from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QDialog, QWidget

from reader.handout.options import HandoutOptions, Paper
from reader.library.store import Library
from reader.machine import CLINIC_FILE, machine_folder
from reader.model.errors import KnownError
from reader.model.topic import Topic
from reader.notebook.location import data_folder
from reader.ui.clinic_jobs import ClinicPlaces
from reader.ui.clinic_profile import ClinicProfile
from reader.ui.handout_dialog import HandoutDialog
from reader.ui.handout_jobs import MakeHandout, TopicsAtHand
from reader.ui.keeping import Keeper
from reader.ui.save_pdf import SaveAsPdf, Saved
from reader.ui.tasks import Worker


class HandoutParts(NamedTuple):
    """The parts of a window that handouts need."""

    window: QWidget
    library: Library
    worker: Worker[Library]
    keeper: Keeper


class Handouts(QObject):
    """The handout dialog, the list of topics, the clinic, and Save as PDF."""

    def __init__(self, parts: HandoutParts) -> None:
        super().__init__(parts.window)
        self._parts = parts
        places = ClinicPlaces(data_folder(), machine_folder() / CLINIC_FILE)
        self.profile = ClinicProfile(parts.worker, places, self)
        self.saver = SaveAsPdf(parts.worker, self.profile, parts.window)
        self.saver.saved.connect(self._on_saved)

    def open(
        self, topics: tuple[Topic, ...], *, confined: bool, may_save: bool
    ) -> HandoutDialog:
        """Offer a handout of these topics.

        Args:
            topics: The topics; more can be added.
            confined: There is no way to files and lists.
            may_save: It may be written into a file.
        """
        parts = self._parts
        dialog = HandoutDialog(topics, parts.worker, parts.keeper, parts.window)
        if confined:
            dialog.confine()
        if not may_save:
            dialog.outlet.forbid_saving()
        dialog.topics_wanted.connect(self._on_topics_wanted)
        dialog.clinic_wanted.connect(self._on_clinic_wanted)
        dialog.sent.connect(parts.keeper.log_print)
        self.profile.changed.connect(dialog.memory.show_clinic)
        self.profile.failed.connect(dialog.outlet.show_failure)
        self.profile.load()
        _open(dialog)
        return dialog

    def save(self, topic: Topic) -> None:
        """Ask for a file and write the pages of a topic into it."""
        self.profile.load()
        options = HandoutOptions(paper=Paper(self._parts.keeper.settings.paper.value))
        at_hand = TopicsAtHand((topic,))
        self.saver.ask(MakeHandout(at_hand, (topic.slug,), options))

    @Slot(object)
    def _on_saved(self, saved: Saved) -> None:
        self._parts.keeper.log_print(saved.printed)

    def show_clinic(self, over: QWidget) -> None:
        """Show the profile of the clinic over a window or dialog."""
        from reader.ui.clinic_dialog import ClinicDialog

        topics = self._first_topic(over) if isinstance(over, HandoutDialog) else ()
        self.profile.load()
        _open(ClinicDialog(self.profile, over, topics))

    def _first_topic(self, dialog: HandoutDialog) -> tuple[Topic, ...]:
        """The first topic of a handout, which the clinic may sign off."""
        for line in dialog.choices.topics.lines[:1]:
            try:
                return (self._parts.library.topic(line.slug),)
            except KnownError as error:
                dialog.outlet.show_failure(error)
        return ()

    @Slot()
    def _on_clinic_wanted(self) -> None:
        asking = self.sender()
        if isinstance(asking, HandoutDialog):
            self.show_clinic(asking)

    @Slot()
    def _on_topics_wanted(self) -> None:
        asking = self.sender()
        if isinstance(asking, HandoutDialog):
            self.ask_topics(asking)

    def ask_topics(self, dialog: HandoutDialog) -> QDialog:
        """Ask for a list of topics, and print them, too."""
        from reader.ui.topic_list_dialog import TopicListDialog

        asked = TopicListDialog(self._parts.worker, self._parts.keeper, dialog)
        asked.chosen.connect(dialog.add_topics)
        _open(asked)
        return asked


def _open(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
