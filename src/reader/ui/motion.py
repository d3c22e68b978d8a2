"""Less movement: menus that fade in, widgets that glide, a caret that blinks."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

STILL = "* { widget-animation-duration: 0; }\n"
"""The rule by which no widget glides from one state into the next."""

_ALL_EFFECTS = Qt.UIEffect.UI_General  # without which Qt shows none of the others
_NEVER = 0  # milliseconds between two blinks of the caret


class Motion:
    """Stills a program, and lets it move again as the computer has it."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._reduced = False
        self._effects = False
        self._blink = _NEVER

    def reduce(self, *, reduced: bool) -> None:
        """Still the program, or let it move; nothing happens if it does so already."""
        if reduced is self._reduced:
            return
        self._reduced = reduced
        if reduced:
            self._effects = QApplication.isEffectEnabled(_ALL_EFFECTS)
            self._blink = self._app.cursorFlashTime()
            QApplication.setEffectEnabled(_ALL_EFFECTS, False)
            self._app.setCursorFlashTime(_NEVER)
        else:
            QApplication.setEffectEnabled(_ALL_EFFECTS, self._effects)
            self._app.setCursorFlashTime(self._blink)
