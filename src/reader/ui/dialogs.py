"""Everything that opens over the window; each is loaded when it is first wanted."""

import logging
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QWidget

from reader.library.store import Library
from reader.model.errors import ReaderError
from reader.model.topic import Topic
from reader.ui.actions import Actions
from reader.ui.appearance import Appearance
from reader.ui.keeping import Keeper
from reader.ui.messages import Message, message_for
from reader.ui.notebook_jobs import Exported
from reader.ui.tasks import Worker

if TYPE_CHECKING:
    from reader.ui.handout_dialog import HandoutDialog
    from reader.ui.handouts import Handouts
    from reader.ui.save_pdf import Saved


LOGGER = logging.getLogger(__name__)

_SETTLED = 2_500  # milliseconds after the start, which nothing shall hold up


class Dialogs(QObject):
    """Opens dialogs without holding up the window."""

    said = Signal(object)  # Message

    def __init__(
        self,
        window: QWidget,
        *,
        actions: Actions,
        library: Library,
        worker: Worker[Library],
        keeper: Keeper,
        appearance: Appearance,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._own = actions
        self._library = library
        self._worker = worker
        self._keeper = keeper
        self._appearance = appearance
        self.confined = False
        self.may_save = True
        """Whether people may write files on this computer."""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.get_ready)
        self._soon.start(_SETTLED)
        keeper.exported.connect(self._on_exported)

    @Slot()
    def settings(self) -> None:
        """Let the person set how the reader looks and what it remembers."""
        from reader.ui.settings_dialog import SettingsDialog

        keeper = self._keeper
        dialog = SettingsDialog(
            keeper.settings, self._window, keeper.policy.locked, keeper
        )
        if dialog.print_log is not None:
            dialog.print_log.allow_saving(allowed=self.may_save)
        dialog.chosen.connect(self._appearance.take)
        dialog.clinic_wanted.connect(self.clinic)
        self._open(dialog)

    @Slot()
    def shortcuts(self) -> None:
        """Show what every key does."""
        from reader.ui.shortcut_sheet import ShortcutSheet

        sheet = ShortcutSheet(
            self._own.offered(), self._window, keeps=not self.confined
        )
        self._open(sheet)

    @Slot()
    def about(self) -> None:
        """Say what this program is and who made what."""
        from reader.ui.about import AboutDialog

        checked = max((e.checked for e in self._library.topics()), default="")
        self._open(AboutDialog(self._library.info, self._window, checked))

    # ---- handouts ----------------------------------------------------------------

    @cached_property
    def handed_out(self) -> "Handouts":
        """Whatever belongs to handouts."""
        from reader.ui.handouts import HandoutParts, Handouts

        made = Handouts(
            HandoutParts(self._window, self._library, self._worker, self._keeper)
        )
        made.saver.saved.connect(self._on_saved)
        made.saver.failed.connect(self._on_save_failed)
        return made

    @Slot()
    def get_ready(self) -> None:
        """Have the handout dialog loaded by the worker, so that it opens at once."""
        self._worker.run(_load_handouts)

    def print_topic(self, topic: Topic) -> None:
        """Offer a handout of the open page, with the very pages that will print."""
        self._offer((topic,))

    @Slot(object)
    def make_handouts(self, slugs: tuple[str, ...]) -> None:
        """Offer one stack of these topics."""
        self._offer(()).add_topics(slugs)

    @Slot()
    def handouts(self) -> None:
        """Ask for a list of topics, to offer one stack of them."""
        offered = self._offer(())
        asked = self.handed_out.ask_topics(offered)
        asked.rejected.connect(offered.leave_if_empty)

    def save_topic(self, topic: Topic) -> None:
        """Ask for a file and write the pages into it."""
        self.handed_out.save(topic)

    @Slot()
    def clinic(self) -> None:
        """Show the profile of the clinic, over the dialog that asks for it."""
        asking = self.sender()
        over = asking if isinstance(asking, QDialog) else self._window
        self.handed_out.show_clinic(over)

    def _offer(self, topics: tuple[Topic, ...]) -> "HandoutDialog":
        return self.handed_out.open(
            topics, confined=self.confined, may_save=self.may_save
        )

    @Slot()
    def move(self) -> None:
        """Offer to save all that is kept in one file, or to bring one in."""
        from reader.ui.move_dialog import MoveDialog

        self._open(MoveDialog(self._keeper, self._window))

    @Slot(object)
    def _on_exported(self, exported: Exported) -> None:
        name, count = exported.path.name, exported.bookmarks
        if exported.visits is None:
            words = self.tr("Your bookmarks are saved as {name}: {count} in all.")
        else:
            words = self.tr(
                "All that you keep is saved as {name}, with {count} bookmarks."
            )
        self.said.emit(Message(words.format(name=name, count=count)))

    @Slot(object)
    def _on_saved(self, saved: "Saved") -> None:
        name = saved.path.name
        self.said.emit(Message(self.tr("Saved as {name}.").format(name=name)))

    @Slot(object)
    def _on_save_failed(self, error: ReaderError) -> None:
        self.said.emit(message_for(error))

    def open_web(self, url: str) -> None:
        """Hand an address to the person's own browser; never in a kiosk."""
        if not self.confined:
            QDesktopServices.openUrl(QUrl(url))

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


def _load_handouts(library: Library) -> None:
    """Load what the handout dialog is made of, and what prints and draws for it."""
    import reader.ui.handouts
    from reader.ui.handout_jobs import load_press

    del library
    load_press()
    LOGGER.debug("%s is at hand", reader.ui.handouts.__name__)
