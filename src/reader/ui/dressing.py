"""Puts colours and text size on the window, one part after another."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from reader.model.frozen import dataclass
from reader.ui.actions import Actions
from reader.ui.appearance import Appearance
from reader.ui.curtain import hold, release
from reader.ui.frame_style import frame_stylesheet
from reader.ui.motion import STILL
from reader.ui.side_panel import SidePanel
from reader.ui.star import Star
from reader.ui.stylesheet import stylesheet
from reader.ui.toolbar import ToolBar
from reader.ui.topic_view import TopicView

if TYPE_CHECKING:
    from collections.abc import Callable


def dress_frame(window: QWidget, appearance: Appearance) -> None:
    """Give a window and all in it the rules for how widgets look.

    They are the window's and not the application's, whose rules Qt puts on every
    widget once for each widget that it lies in: three times the work.
    """
    theme, percent = appearance.theme, appearance.interface_size
    rules = stylesheet(theme) + frame_stylesheet(theme, percent)
    if appearance.reduced_motion:
        rules += STILL
    # Setting even the same rules makes Qt polish every widget again.
    if rules != window.styleSheet():
        window.setStyleSheet(rules)


@dataclass(frozen=True, slots=True)
class Wearers:
    """What is dressed, beside the frame itself."""

    actions: Actions
    tools: ToolBar
    star: Star
    view: TopicView
    side: SidePanel


class Dressing(QObject):
    """Dresses one window whenever the appearance changes.

    One part comes after another, each in a turn of its own of the event loop, so
    that keys are heard between. Nothing is painted meanwhile, or the page would be
    seen in the old colours inside a frame in the new ones.
    """

    def __init__(
        self, window: QWidget, appearance: Appearance, wearers: Wearers
    ) -> None:
        super().__init__(window)
        self._window = window
        self._appearance = appearance
        self._wearers = wearers
        self._rest: list[Callable[[], None]] = []
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._go_on)
        self._worn = self._wanted()
        for dress in (self._dress_tools, self._dress_side, self._dress_page):
            dress()
        appearance.changed.connect(self._begin)

    @Slot()
    def _begin(self) -> None:
        self._dress_tools()
        if self._wanted() == self._worn:
            return
        self._worn = self._wanted()
        hold(self._window)
        self._wearers.side.undress()
        dress_frame(self._window, self._appearance)
        self._rest = [self._dress_side, self._dress_page]
        self._turn.start(0)

    @Slot()
    def _go_on(self) -> None:
        dress = self._rest.pop(0)
        try:
            dress()
        finally:
            if self._rest:
                self._turn.start(0)
            elif not self._wearers.view.arriving:
                release(self._window)

    def _wanted(self) -> tuple[object, ...]:
        """All that decides how the window looks."""
        wanted = self._appearance
        return wanted.theme, wanted.text_size, wanted.spacing, wanted.reduced_motion

    def _dress_tools(self) -> None:
        theme, percent = self._appearance.theme, self._appearance.interface_size
        self._wearers.actions.dress(theme, percent)
        self._wearers.tools.dress(theme, percent)
        self._wearers.tools.show_size(self._appearance.text_size)
        self._wearers.tools.show_choice(self._appearance.choice)
        self._wearers.star.dress(theme)

    def _dress_side(self) -> None:
        self._wearers.side.dress(self._appearance.theme, self._appearance.text_size)

    def _dress_page(self) -> None:
        wanted = self._appearance
        self._wearers.view.dress(wanted.theme, wanted.text_size, wanted.spacing)
