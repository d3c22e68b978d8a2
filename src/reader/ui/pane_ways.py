"""Leads to the panes: shows one and puts the focus there."""

from PySide6.QtCore import QObject, Signal, Slot

from reader.model.systems import System
from reader.ui.find_pane import FindPane
from reader.ui.pane_layout import PaneLayout
from reader.ui.pane_switch import Pane
from reader.ui.shelf_switch import Shelf
from reader.ui.side_panel import SidePanel


class PaneWays(QObject):
    """Whatever leads to the search, to a shelf or to the panel, in one place.

    Signals:
        page_wanted: The person goes to the page.
    """

    page_wanted = Signal()

    def __init__(
        self, layout: PaneLayout, finder: FindPane, side: SidePanel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._layout = layout
        self._finder = finder
        self._side = side
        layout.switch.chosen.connect(self.choose)

    @Slot(object)
    def choose(self, pane: Pane) -> None:
        """Go to a pane."""
        match pane:
            case Pane.FIND:
                self.search()
            case Pane.PAGE:
                self.page_wanted.emit()
            case Pane.SIDE:
                self.show_panel()

    @Slot()
    def search(self) -> None:
        """Go to the search field."""
        self._layout.show_finder()
        self._finder.focus_search()

    @Slot()
    def show_bookmarks(self) -> None:
        """Go to the bookmarks."""
        self._show_shelf(Shelf.BOOKMARKS)

    @Slot()
    def show_history(self) -> None:
        """Go to what was read."""
        self._show_shelf(Shelf.HISTORY)

    def _show_shelf(self, shelf: Shelf) -> None:
        self._layout.show_finder()
        self._finder.show_shelf(shelf)

    @Slot(object)
    def show_system(self, system: System) -> None:
        """Go to the topics of a body system."""
        self._layout.show_finder()
        self._finder.show_system(system)

    @Slot()
    def show_panel(self) -> None:
        """Go to the panel beside the page."""
        self._layout.show_side()
        self._side.take_focus()
