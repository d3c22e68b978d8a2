"""Chooses which list stands under the search field."""

from enum import Enum

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QGridLayout,
    QSizePolicy,
    QToolButton,
    QWidget,
)


class Shelf(Enum):
    """A list that can stand under the search field."""

    SYSTEMS = 0
    ALPHABET = 1
    BOOKMARKS = 2
    HISTORY = 3


class ShelfSwitch(QWidget):
    """Four buttons of which one is down; arrow keys move between them."""

    chosen = Signal(object)  # Shelf

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        words = {
            Shelf.SYSTEMS: self.tr("By body system"),
            Shelf.ALPHABET: self.tr("A to Z"),
            Shelf.BOOKMARKS: self.tr("Bookmarks"),
            Shelf.HISTORY: self.tr("History"),
        }
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        for shelf, text in words.items():
            button = QToolButton(self)
            button.setText(text)
            button.setCheckable(True)
            button.setProperty("switch", True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setIconSize(QSize(18, 18))
            self._group.addButton(button, shelf.value)
            grid.addWidget(button, shelf.value // 2, shelf.value % 2)
        self._group.button(Shelf.SYSTEMS.value).setChecked(True)
        self._group.buttonToggled.connect(self._on_toggled)

    @property
    def shelf(self) -> Shelf:
        """The list that is chosen."""
        return Shelf(self._group.checkedId())

    def choose(self, shelf: Shelf) -> None:
        """Press the button of a list."""
        self._group.button(shelf.value).setChecked(True)

    def withdraw(self, shelf: Shelf) -> None:
        """Take the button of a list away."""
        self._group.button(shelf.value).hide()

    def take_focus(self) -> None:
        """Put the focus on the button that is down."""
        self._group.button(self._group.checkedId()).setFocus(
            Qt.FocusReason.ShortcutFocusReason
        )

    def set_icon(self, shelf: Shelf, icon: QIcon) -> None:
        """Give the button of a list its icon."""
        button = self._group.button(shelf.value)
        button.setIcon(icon)

    @Slot(QAbstractButton, bool)
    def _on_toggled(self, _button: QAbstractButton, down: bool) -> None:  # noqa: FBT001 - Qt's signal
        if down:
            self.chosen.emit(self.shelf)
