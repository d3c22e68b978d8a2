"""Leads from one pane to another where there is room for one at a time."""

from enum import Enum

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QToolButton, QWidget


class Pane(Enum):
    """A part of the window, from where reading starts to where it ends."""

    FIND = 0
    PAGE = 1
    SIDE = 2


class PaneSwitch(QWidget):
    """A button for each pane; they are made when they are first shown.

    Signals:
        chosen: A `Pane`.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("pane-switch")
        self._buttons: dict[Pane, QToolButton] = {}
        self.hide()

    def button(self, pane: Pane) -> QToolButton:
        """The button of a pane."""
        return self._buttons[pane]

    def show_pane(self, pane: Pane, *, has_side: bool) -> None:
        """Show which pane is seen, and which there are.

        Args:
            pane: The pane that is seen.
            has_side: A page is open, so that there is a panel beside it.
        """
        if not self._buttons:
            self._make()
        for each, button in self._buttons.items():
            button.setChecked(each is pane)
        self._buttons[Pane.SIDE].setEnabled(has_side)
        self.show()

    def _make(self) -> None:
        from reader.ui.flow_layout import FlowLayout
        from reader.ui.switch_button import make_switch_button

        row = FlowLayout(self)
        row.setContentsMargins(10, 6, 10, 6)
        for pane, words in {
            Pane.FIND: self.tr("Find"),
            Pane.PAGE: self.tr("Page"),
            Pane.SIDE: self.tr("On this page"),
        }.items():
            button = make_switch_button(words, self)
            button.clicked.connect(self._on_clicked)
            self._buttons[pane] = button
            row.addWidget(button)

    @Slot()
    def _on_clicked(self) -> None:
        pressed = self.sender()
        for pane, button in self._buttons.items():
            if button is pressed:
                self.chosen.emit(pane)
