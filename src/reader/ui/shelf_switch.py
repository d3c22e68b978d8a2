"""Chooses which list stands under the search field."""

from enum import Enum

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QGridLayout,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from reader.ui.tab_order import stop_at_checked

_GAP = 4  # pixels
_USUAL = 2  # columns


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
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
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
        self._arrange(_USUAL)
        self._group.button(Shelf.SYSTEMS.value).setChecked(True)
        stop_at_checked(self._group)
        self._group.buttonToggled.connect(self._on_toggled)

    def sizeHint(self) -> QSize:
        """Two buttons side by side, each with all its words."""
        widest = self._widest()
        return QSize(_USUAL * widest + _GAP, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """As narrow as one button."""
        return QSize(self._widest(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Deal the buttons out anew when another number of columns fits."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Do so as well when the words are larger or smaller."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()
            self.updateGeometry()

    def _widest(self) -> int:
        return max(button.sizeHint().width() for button in self._group.buttons())

    def _fit(self) -> None:
        fitting = (self.width() + _GAP) // (self._widest() + _GAP)
        # Three would leave one alone in a second row.
        self._arrange(len(Shelf) if fitting >= len(Shelf) else min(fitting, _USUAL))

    def _arrange(self, columns: int) -> None:
        columns = max(1, columns)
        if columns == self._columns:
            return
        self._columns = columns
        for shelf in Shelf:
            button = self._group.button(shelf.value)
            self._grid.addWidget(button, *divmod(shelf.value, columns))
        for column in range(len(Shelf)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

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
            stop_at_checked(self._group)
            self.chosen.emit(self.shelf)
