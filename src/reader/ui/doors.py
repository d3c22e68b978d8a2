"""The ways out of one window into another."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from reader.ui import elsewhere
from reader.ui.actions import Actions
from reader.ui.find_pane import FindPane
from reader.ui.navigation import Place

if TYPE_CHECKING:
    from collections.abc import Callable


class Doors(QObject):
    """Says what shall be opened in a new window, unless the doors are shut."""

    here = Signal(object)  # Place, to be opened in this very window
    wanted = Signal(object)  # Place; the start page for an empty one

    def __init__(self, actions: Actions, finder: FindPane, parent: QObject) -> None:
        super().__init__(parent)
        self._finder = finder
        self._are_shut = False
        self.joiner: Callable[[], None] | None = None
        """Called once before anything is wanted, to make who will hear of it."""
        actions["new-window"].triggered.connect(self._on_new_window)
        finder.elsewhere_chosen.connect(self._say)

    @Slot(object)
    def choose(self, place: Place) -> None:
        """Have a place opened here, or in a new window if Ctrl and Shift are held."""
        if elsewhere.is_asked_for() and not self._are_shut:
            self._say(place)
        else:
            self.here.emit(place)

    def shut(self) -> None:
        """There is one window and no more."""
        self._are_shut = True
        self._finder.stay_alone()

    @Slot()
    def _on_new_window(self) -> None:
        self._say(Place())

    @Slot(object)
    def _say(self, place: Place) -> None:
        if self.joiner is not None:
            joiner, self.joiner = self.joiner, None
            joiner()
        self.wanted.emit(place)
