"""Buttons side by side, and one with a menu where there is no room for them."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QMenu, QPushButton, QSizePolicy, QWidget

from reader.ui.refitting import RefittingWidget

_GAP = 4  # pixels
_MOST = 3  # columns
_LOW = 18  # lines; a window that is lower has no room for rows of buttons


class ButtonGrid(RefittingWidget):
    """Deals its buttons out anew whenever another number of columns fits.

    Where they would stand one below the other, or take the room of the list above
    them, both of which very large text brings about, a single button opens a menu of
    the same commands.
    """

    def __init__(
        self,
        buttons: Sequence[QPushButton],
        words: str,
        commands: Sequence[QAction],
        parent: QWidget,
    ) -> None:
        """Make the grid.

        Args:
            buttons: The buttons.
            words: What the single button says.
            commands: What its menu has.
            parent: The owner.
        """
        super().__init__(parent)
        self._buttons = tuple(buttons)
        self.single = QPushButton(words, self)
        self.single.setProperty("compact", True)
        menu = QMenu(self.single)
        menu.addActions(list(commands))
        self.single.setMenu(menu)
        self.single.hide()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        for button in self._buttons:
            button.setProperty("compact", True)
            button.setAccessibleDescription(button.toolTip())
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.fit()

    def fit(self) -> None:
        """Deal the buttons out, or show the single one."""
        widest = max(button.sizeHint().width() for button in self._buttons)
        columns = max(1, min(_MOST, (self.width() + _GAP) // (widest + _GAP)))
        if self.window().height() < _LOW * self.fontMetrics().height():
            columns = 1
        if columns == self.columns:
            return
        self.columns = columns
        self.single.setVisible(columns == 1)
        for button in self._buttons:
            button.setVisible(columns > 1)
        if columns == 1:
            self._grid.addWidget(self.single, 0, 0)
            return
        for place, button in enumerate(self._buttons):
            self._grid.addWidget(button, place // columns, place % columns)
        for column in range(_MOST):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
