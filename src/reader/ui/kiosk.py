"""A window for a waiting room: it keeps nothing, and starts afresh by itself."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog

from reader.ui.idle import IdleWatch
from reader.ui.kiosk_notice import KioskNotice
from reader.ui.window import MainWindow

_TICK = 500  # milliseconds
_WITHHELD = (
    "bookmark",
    "bookmark-section",
    "undo",
    "bookmarks",
    "history",
    "move",
    "new-window",
    "no-trace",
    "settings",
    "handouts",
    "save",
    "browser",
    "quit",
)
_LEAVE = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.AltModifier
)
"""With Q. It is in the README for the staff and nowhere in the window."""
_KEYS_AND_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)
_INPUT = _KEYS_AND_TOUCHES | {
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchUpdate,
    QEvent.Type.TabletMove,
    QEvent.Type.InputMethod,
}


class Kiosk(QObject):
    """Takes away what a public window must not have, and starts it afresh."""

    def __init__(
        self,
        window: MainWindow,
        *,
        idle: float,
        may_print: bool,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Turn a window into a kiosk.

        Args:
            window: The window, on a notebook that touches no disk.
            idle: The seconds without input after which it starts afresh.
            may_print: Pages may be printed.
            clock: Tells the seconds.
        """
        super().__init__(window)
        self._window = window
        self._leaving = False
        self._notice: KioskNotice | None = None
        self.watch = IdleWatch(idle, clock, self)
        self.watch.warned.connect(self._on_warned)
        self.watch.resumed.connect(self._on_resumed)
        self.watch.expired.connect(self.start_afresh)
        withheld = _WITHHELD if may_print else (*_WITHHELD, "print")
        window.confine(withheld)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.watch.tick)

    def begin(self) -> None:
        """Fill the screen and watch."""
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)
        self._timer.start(_TICK)
        # Where there is no window manager, nobody else makes it large.
        self._window.setGeometry(self._window.screen().geometry())
        self._window.showFullScreen()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear everything that is done to the program; let nobody close it."""
        kind = event.type()
        if kind in _INPUT:
            return self._on_input(event)
        if watched is not self._window or self._leaving:
            return False
        if kind is QEvent.Type.Close and not _session_ends():
            event.ignore()
            return True
        if kind is QEvent.Type.WindowStateChange and not self._window.isFullScreen():
            self._window.showFullScreen()
        return False

    @Slot()
    def start_afresh(self) -> None:
        """Show the start page as it was at the beginning."""
        self._close_dialogs()
        self._window.start_afresh()
        usual = self._window.keeper.policy.defaults
        if self._window.keeper.settings != usual:
            self._window.appearance.take(usual)
        QGuiApplication.clipboard().clear()

    def _on_input(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and _is_way_out(event):
            self._leave()
            return True
        counting = self.watch.is_warning
        self.watch.touch()
        # What sends the notice away does nothing else.
        return counting and event.type() in _KEYS_AND_TOUCHES

    def _leave(self) -> None:
        self._leaving = True
        self._timer.stop()
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        self._close_dialogs()
        self._window.close()

    def _close_dialogs(self) -> None:
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        for dialog in reversed(self._window.findChildren(QDialog)):
            if dialog.isVisible():
                dialog.reject()

    @Slot(int)
    def _on_warned(self, seconds: int) -> None:
        if self._notice is None:
            over = QApplication.activeModalWidget() or self._window
            self._notice = KioskNotice(over)
            self._notice.finished.connect(self._on_notice_finished)
            self._notice.show_left(seconds)
            self._notice.open()
        else:
            self._notice.show_left(seconds)

    @Slot()
    def _on_resumed(self) -> None:
        if self._notice is not None:
            self._notice.accept()

    @Slot()
    def _on_notice_finished(self) -> None:
        self._notice = None


def _is_way_out(event: QKeyEvent) -> bool:
    pressed = event.type() is QEvent.Type.KeyPress
    return pressed and event.key() == Qt.Key.Key_Q and event.modifiers() == _LEAVE


def _session_ends() -> bool:
    app = QApplication.instance()
    return isinstance(app, QGuiApplication) and app.isSavingSession()
