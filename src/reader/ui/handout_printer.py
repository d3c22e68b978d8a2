"""Which printer, and how many copies."""

from typing import NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QSpinBox, QWidget

from reader.ui.flow_layout import FlowLayout

_MOST_COPIES = 99


class Printers(NamedTuple):
    """The printers of this computer.

    Attributes:
        names: All of them.
        usual: The one that is used where nothing else is said; "" where there is none.
    """

    names: tuple[str, ...]
    usual: str


class PrinterRow(QWidget):
    """The printers of this computer in a list.

    Signals:
        settings_wanted: The print window of the system is asked for.
    """

    settings_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._known = False
        self.remembered = ""
        """The printer that was used last; chosen if it is there."""
        self.printers = QComboBox(self)
        self.printers.addItem(self.tr("Looking for printers…"), "")
        self.printers.setEnabled(False)
        self.copies = QSpinBox(self)
        self.copies.setRange(1, _MOST_COPIES)
        self.copies.setAccessibleName(self.tr("Copies"))
        self.settings = QPushButton(self.tr("Printer settin&gs…"), self)
        self.settings.setAutoDefault(False)
        words = self.tr(
            "Opens the print window of this computer: both sides, several pages on a "
            "sheet, some pages only"
        )
        self.settings.setToolTip(words)
        self.settings.setAccessibleDescription(words)
        self.settings.setProperty("compact", True)
        self.settings.clicked.connect(self.settings_wanted)
        named = QLabel(self.tr("Prin&ter"), self)
        named.setBuddy(self.printers)
        counted = QLabel(self.tr("&Copies"), self)
        counted.setBuddy(self.copies)
        row = FlowLayout(self)
        for each in (named, self.printers, counted, self.copies, self.settings):
            row.addWidget(each)

    @property
    def chosen(self) -> str:
        """The name of the printer; "" where none is known."""
        return str(self.printers.currentData() or "")

    @property
    def has_none(self) -> bool:
        """Whether it is known that there is no printer."""
        return self._known and not self.chosen

    def show_printers(self, found: Printers) -> None:
        """List the printers there are."""
        self._known = True
        self.printers.clear()
        for name in found.names:
            self.printers.addItem(name, name)
        if not found.names:
            self.printers.addItem(self.tr("No printer"), "")
        self.choose(found.usual)
        self.choose(self.remembered)
        self.printers.setEnabled(bool(found.names))

    @Slot(str)
    def choose(self, name: str) -> None:
        """Stand on a printer, if it is in the list."""
        place = self.printers.findData(name)
        if place >= 0:
            self.printers.setCurrentIndex(place)
