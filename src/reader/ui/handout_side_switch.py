"""Leads from the choices to the pages where there is no room for both."""

from enum import Enum

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QToolButton, QWidget

from reader.ui.flow_layout import FlowLayout
from reader.ui.switch_button import make_switch_button


class Side(Enum):
    """A half of the dialog."""

    CHOICES = 0
    PAGES = 1


class SideSwitch(QWidget):
    """A button for each half.

    Signals:
        chosen: A `Side`.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.side = Side.CHOICES
        row = FlowLayout(self)
        self.buttons: dict[Side, QToolButton] = {}
        for side, words in {
            Side.CHOICES: self.tr("Choices"),
            Side.PAGES: self.tr("Pages"),
        }.items():
            button = make_switch_button(words, self)
            button.clicked.connect(self._on_clicked)
            self.buttons[side] = button
            row.addWidget(button)
        self.hide()

    def show_side(self, side: Side) -> None:
        """Show which half is seen."""
        self.side = side
        for each, button in self.buttons.items():
            button.setChecked(each is side)

    @Slot()
    def _on_clicked(self) -> None:
        pressed = self.sender()
        for side, button in self.buttons.items():
            if button is pressed:
                self.chosen.emit(side)
