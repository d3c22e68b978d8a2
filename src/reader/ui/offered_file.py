"""A file of what a person keeps that was opened on the desktop: is it to be added?"""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QMessageBox, QWidget

from reader.ui.keeping import Keeper


class OfferedFile(QObject):
    """Asks once, and adds what the file holds when the person wants that."""

    def __init__(self, path: Path, keeper: Keeper, window: QWidget) -> None:
        super().__init__(window)
        self._path = path
        self._keeper = keeper
        self._window = window

    def ask(self) -> None:
        """Ask over the window."""
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Bring in a file?"))
        words = self.tr("Add what the file “{name}” holds to what you keep here?")
        box.setText(words.format(name=self._path.name))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setInformativeText(
            self.tr("Nothing that is here is replaced, and you can undo it.")
        )
        add = box.addButton(self.tr("&Add it"), QMessageBox.ButtonRole.AcceptRole)
        leave = box.addButton(self.tr("&Not now"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(add)
        box.setEscapeButton(leave)
        add.clicked.connect(self._on_wanted)
        box.open()

    @Slot()
    def _on_wanted(self) -> None:
        self._keeper.bring_in(self._path)
