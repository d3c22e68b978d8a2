"""The bar at the foot of a page that is read aloud."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from reader.ui.icons import icon
from reader.ui.theme import Theme

_ICON = 20  # pixels at 100 %
_ROOM_FOR_WORDS, _ROOM_FOR_SPEED = 26, 17  # widths of the bar, in heights of a line


class SpeechBar(QFrame):
    """Buttons to pause, to skip, for the speed, and to stop.

    They are made when they are first shown.
    """

    play_pressed = Signal()
    previous_pressed = Signal()
    next_pressed = Signal()
    slower_pressed = Signal()
    faster_pressed = Signal()
    stop_pressed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("speech-bar")
        self.setAccessibleName(self.tr("Reading aloud"))
        self._buttons: dict[str, QToolButton] = {}
        self._drawn: dict[QToolButton, str] = {}
        self._theme: Theme | None = None
        self._side = _ICON
        # Where there is no room for words, they go; they must not widen the page.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.hide()

    def button(self, name: str) -> QToolButton:
        """A button: previous, play, next, slower, faster or stop."""
        return self._buttons[name]

    def make(self) -> None:
        """Make the buttons, if that has not been done."""
        if self._buttons:
            return
        self._add("previous", "skip-back", self.tr("Sentence before"))
        self._add("play", "pause", self.tr("Pause"))
        self._add("next", "skip-forward", self.tr("Next sentence"))
        self._add("slower", "minus", self.tr("Read slower"))
        self._add("faster", "plus", self.tr("Read faster"))
        self._add("stop", "stop", self.tr("Stop reading aloud"))
        for name, signal in {
            "previous": self.previous_pressed,
            "play": self.play_pressed,
            "next": self.next_pressed,
            "slower": self.slower_pressed,
            "faster": self.faster_pressed,
            "stop": self.stop_pressed,
        }.items():
            self._buttons[name].clicked.connect(signal)
        self._speed = QLabel(self)
        self._speed.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out()

    def show_speed(self, percent: int, *, slowest: bool, fastest: bool) -> None:
        """Show the speed, and which way it cannot go on."""
        self._speed.setText(self.tr("{percent} %").format(percent=percent))
        self._speed.setAccessibleName(
            self.tr("Speed {percent} percent").format(percent=percent)
        )
        self._buttons["slower"].setEnabled(not slowest)
        self._buttons["faster"].setEnabled(not fastest)

    def show_playing(self, *, playing: bool) -> None:
        """Offer a pause, or to go on after one."""
        button = self._buttons["play"]
        words = self.tr("Pause") if playing else self.tr("Go on reading aloud")
        self._name(button, "pause" if playing else "play", words)
        button.setText(self.tr("Pause") if playing else self.tr("Go on"))
        self._draw()

    def dress(self, theme: Theme, percent: int) -> None:
        """Draw the icons in the colours of a theme, as large as the words."""
        self._theme = theme
        self._side = round(_ICON * percent / 100)
        self._draw()
        self._fit()

    def _add(self, name: str, icon_name: str, words: str) -> None:
        button = QToolButton(self)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._buttons[name] = button
        self._name(button, icon_name, words)

    def _name(self, button: QToolButton, icon_name: str, words: str) -> None:
        self._drawn[button] = icon_name
        button.setToolTip(words)
        button.setAccessibleName(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show words beside the icons where there is room for them."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if not self._buttons:
            return
        lines = self.width() / self.fontMetrics().height()
        self._speed.setVisible(lines >= _ROOM_FOR_SPEED)
        style = (
            Qt.ToolButtonStyle.ToolButtonTextBesideIcon
            if lines >= _ROOM_FOR_WORDS
            else Qt.ToolButtonStyle.ToolButtonIconOnly
        )
        for name in ("play", "stop"):
            self._buttons[name].setToolButtonStyle(style)

    def _lay_out(self) -> None:
        self._buttons["stop"].setText(self.tr("Stop"))
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(2)
        for name in ("previous", "play", "next"):
            row.addWidget(self._buttons[name])
        row.addStretch(1)
        row.addWidget(self._buttons["slower"])
        row.addWidget(self._speed)
        row.addWidget(self._buttons["faster"])
        row.addStretch(1)
        row.addWidget(self._buttons["stop"])

    def _draw(self) -> None:
        if self._theme is None:
            return
        for button, name in self._drawn.items():
            button.setIconSize(QSize(self._side, self._side))
            button.setIcon(icon(name, self._theme, self._side))
