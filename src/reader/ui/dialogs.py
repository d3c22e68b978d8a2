"""Everything that opens over the window; each is loaded when it is first wanted."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QWidget

from reader.library.store import Library
from reader.model.errors import ReaderError
from reader.model.topic import Topic
from reader.notebook.settings import Paper as KeptPaper
from reader.ui.actions import Actions
from reader.ui.appearance import Appearance
from reader.ui.keeping import Keeper
from reader.ui.messages import Message, message_for
from reader.ui.notebook_jobs import Exported
from reader.ui.tasks import Worker

if TYPE_CHECKING:
    from reader.handout.options import Paper
    from reader.ui.save_pdf import SaveAsPdf, Saved


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
        self.saver: SaveAsPdf | None = None
        self.confined = False
        keeper.exported.connect(self._on_exported)

    @Slot()
    def settings(self) -> None:
        """Let the person set how the reader looks and what it remembers."""
        from reader.ui.settings_dialog import SettingsDialog

        dialog = SettingsDialog(self._keeper.settings, self._window)
        dialog.chosen.connect(self._appearance.take)
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

        self._open(AboutDialog(self._library.info, self._window))

    def print_topic(self, topic: Topic) -> None:
        """Show the very pages that will be printed."""
        from reader.ui.print_preview import PrintPreview

        preview = PrintPreview((topic,), self._worker, self._paper(), self._window)
        preview.allow_saving(allowed=not self.confined)
        preview.paper_chosen.connect(self._on_paper_chosen)
        self._open(preview)

    def save_topic(self, topic: Topic) -> None:
        """Ask for a file and write the pages into it."""
        from reader.handout.options import HandoutOptions
        from reader.ui.printing import MakeHandout
        from reader.ui.save_pdf import SaveAsPdf

        if self.saver is None:
            self.saver = SaveAsPdf(self._worker, self._window)
            self.saver.saved.connect(self._on_saved)
            self.saver.failed.connect(self._on_save_failed)
        self.saver.ask(MakeHandout((topic,), HandoutOptions(paper=self._paper())))

    def _paper(self) -> "Paper":
        from reader.handout.options import Paper

        return Paper(self._keeper.settings.paper.value)

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

    @Slot(str)
    def _on_paper_chosen(self, paper: str) -> None:
        settings = replace(self._keeper.settings, paper=KeptPaper(paper))
        self._keeper.change_settings(settings)

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
