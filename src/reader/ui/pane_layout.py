"""Which panes stand side by side: three, two, or one at a time for large words."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from reader.ui.appearance import Appearance
from reader.ui.pane_switch import Pane, PaneSwitch
from reader.ui.topic_style import body_pixels

_WIDE = 1180  # pixels; a narrower window folds the side panel away
_LOWEST = 120  # pixels; what is higher than this can be scrolled
_LETTER = 0.5  # the width of a letter, more or less, in heights of the words
# Letters of a line of the page, below which a pane gives way to it.
_BESIDE_PANEL, _BESIDE_FINDER, _BESIDE_BOTH = 48, 30, 24


class _Finding(QScrollArea):
    """Holds the pane to find a page, to be scrolled where a window is low."""

    def __init__(self, finder: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("finding")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._finder = finder
        self.setWidget(finder)

    def sizeHint(self) -> QSize:
        """As large as what lies in it."""
        return self._finder.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """As narrow as what lies in it, and lower."""
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self._finder.minimumSizeHint().width() + bar, _LOWEST)


class PaneLayout(QWidget):
    """The pane to find a page, the page, and the panel that explains it."""

    def __init__(
        self,
        appearance: Appearance,
        *,
        finder: QWidget,
        page: QWidget,
        side: QWidget,
        notices: QWidget,
        parent: QWidget,
    ) -> None:
        """Make the layout.

        Args:
            appearance: Tells how large the words are.
            finder: Where a page is found.
            page: Where it is read.
            side: The panel beside it.
            notices: What is said above the page, and above every pane where there is
                room for one at a time.
            parent: The window.
        """
        super().__init__(parent)
        self._appearance = appearance
        self._notices = notices
        self._finder = _Finding(finder, self)
        self._page = page
        self._side = side
        self._pane = Pane.PAGE
        self._has_page = False
        self._side_open = False
        self._wide = False
        self._size = 0
        self.switch = PaneSwitch(self)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        for pane in (self._finder, page, side):
            self.splitter.addWidget(pane)
        self.splitter.setCollapsible(1, False)
        self.splitter.setStretchFactor(0, 0)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setStretchFactor(2, 0)
        self._above = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.switch)
        column.addLayout(self._above)
        column.addWidget(self.splitter, 1)
        self._above_page = page.layout()

    @property
    def one_at_a_time(self) -> bool:
        """Whether the words are so large that there is room for one pane only."""
        return self._letters(self._finder) < _BESIDE_FINDER

    def show_finder(self) -> None:
        """Show the pane to find a page, even if it was dragged shut."""
        self._pane = Pane.FIND
        self._arrange()
        self._finder.verticalScrollBar().setValue(0)
        if self.splitter.sizes()[0] == 0:
            self.splitter.setSizes([self._finder.sizeHint().width(), 600, 0])

    def turn_to_page(self, *, has_side: bool) -> None:
        """Show the page; beside it the panel, if there is one and there is room."""
        self._pane = Pane.PAGE
        self._has_page = has_side
        self._wide = self._is_wide()
        self._side_open = self._wide
        self._arrange()

    def show_side(self) -> None:
        """Show the panel, whatever has to make room for it."""
        self._pane = Pane.SIDE
        self._side_open = True
        self._arrange()
        finder, page, side = self.splitter.sizes()
        if side == 0:
            wanted = min(self._side.sizeHint().width(), page // 2)
            self.splitter.setSizes([finder, page - wanted, wanted])

    @Slot()
    def toggle_side(self) -> None:
        """Show the panel, or fold it away."""
        if self._side.isVisible():
            self._pane = Pane.PAGE
            self._side_open = False
            self._arrange()
        else:
            self.show_side()

    @Slot()
    def fit(self) -> None:
        """Deal out the room anew, in another width or for words of another size."""
        wide = self._is_wide()
        if wide is not self._wide:
            self._wide = wide
            self._side_open = wide
        self._arrange()
        self._finder.updateGeometry()  # for what lies in it may need more now
        size = self._appearance.text_size
        if self.isVisible() and self._size != size:
            self._size = size
            self._widen_finder()

    def _arrange(self) -> None:
        one = self.one_at_a_time
        has_side = self._has_page and (one or self._side_open)
        tight = has_side and self._letters(self._finder, self._side) < _BESIDE_BOTH
        finds = self._pane is Pane.FIND
        if one:
            self._show(finder=finds, side=has_side and self._pane is Pane.SIDE)
        elif tight:
            self._show(finder=finds, side=not finds)
        else:
            self._show(finder=True, side=has_side)
        self._place_notices(above_all=one)
        self._page.setVisible(not one or self._shown() is Pane.PAGE)
        if one or tight:
            self.switch.show_pane(self._shown(), has_side=self._has_page)
        else:
            self.switch.hide()
        self.splitter.refresh()  # else the page gets its new width some events later

    def _place_notices(self, *, above_all: bool) -> None:
        above = self._above if above_all else self._above_page
        if isinstance(above, QBoxLayout) and above.indexOf(self._notices) < 0:
            above.insertWidget(0, self._notices)

    def _show(self, *, finder: bool, side: bool) -> None:
        self._finder.setVisible(finder)
        self._side.setVisible(side)

    def _shown(self) -> Pane:
        """The pane that counts as the one that is seen."""
        if self._pane is Pane.SIDE and not self._has_page:
            return Pane.PAGE
        return self._pane

    def _is_wide(self) -> bool:
        room = self._letters(self._finder, self._side)
        return self.window().width() >= _WIDE and room >= _BESIDE_PANEL

    def _letters(self, *beside: QWidget) -> float:
        """The letters of a line of the page with these panes beside it."""
        room = self.window().width()
        for each in beside:
            room -= each.sizeHint().expandedTo(each.minimumSizeHint()).width()
        if room < self._page.minimumSizeHint().width():
            return 0
        return room / (body_pixels(self._appearance.text_size) * _LETTER)

    def _widen_finder(self) -> None:
        """Give the pane to find a page what its words need now.

        So it is at the start, too, for a width that was kept may be that of a smaller
        text size.
        """
        sizes = self.splitter.sizes()
        more = self._finder.sizeHint().width() - sizes[0]
        if sizes[0] > 0 and more > 0:
            self.splitter.setSizes([sizes[0] + more, sizes[1] - more, sizes[2]])
