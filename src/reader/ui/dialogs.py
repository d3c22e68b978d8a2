"""Everything that opens over the window; each is loaded when it is first wanted."""

from PySide6.QtCore import QObject, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QWidget

from reader.library.store import Library
from reader.model.topic import Topic
from reader.ui.actions import Actions
from reader.ui.appearance import Appearance
from reader.ui.keeping import Keeper


class Dialogs(QObject):
    """Opens dialogs without holding up the window."""

    said = Signal(object)  # Message

    def __init__(
        self,
        window: QWidget,
        actions: Actions,
        library: Library,
        keeper: Keeper,
        appearance: Appearance,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._own = actions
        self._library = library
        self._keeper = keeper
        self._appearance = appearance

    @Slot()
    def settings(self) -> None:
        """Let the person set how the reader looks and what it remembers."""
        from reader.ui.settings_dialog import SettingsDialog  # noqa: PLC0415 - only when wanted

        dialog = SettingsDialog(self._keeper.settings, self._window)
        dialog.chosen.connect(self._appearance.take)
        self._open(dialog)

    @Slot()
    def shortcuts(self) -> None:
        """Show what every key does."""
        from reader.ui.shortcut_sheet import ShortcutSheet  # noqa: PLC0415 - only when wanted

        self._open(ShortcutSheet(self._own.specs(), self._window))

    @Slot()
    def about(self) -> None:
        """Say what this program is and who made what."""
        from reader.ui.about import AboutDialog  # noqa: PLC0415 - only when wanted

        self._open(AboutDialog(self._library.info, self._window))

    def print_topic(self, topic: Topic) -> None:
        """Show the very pages that will be printed."""

    def save_topic(self, topic: Topic) -> None:
        """Ask for a file and write the pages into it."""

    def open_web(self, url: str) -> None:
        """Hand an address to the person's own browser."""
        QDesktopServices.openUrl(QUrl(url))

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
