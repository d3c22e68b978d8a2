"""Opening something in a new window, so that two pages stand side by side."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QAbstractItemView

_KEYS = ("Ctrl+Shift+Return", "Ctrl+Shift+Enter")
_NAME = "open-elsewhere"
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def is_asked_for() -> bool:
    """Whether Ctrl and Shift are held, as whoever clicks or presses Enter may do."""
    return QGuiApplication.keyboardModifiers() & _HELD == _HELD


def offer(view: QAbstractItemView, slot: Callable[[], None]) -> None:
    """Add "Open in a new window" to the menu and the keys of a list."""
    words = QCoreApplication.translate("Elsewhere", "Open in a new window")
    action = QAction(words, view)
    action.setObjectName(_NAME)
    action.setShortcuts([QKeySequence(key) for key in _KEYS])
    action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    action.setShortcutVisibleInContextMenu(True)
    action.triggered.connect(slot)
    others = view.actions()
    if len(others) > 1:
        view.insertAction(others[1], action)  # after "Open"
    else:
        view.addAction(action)
    view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)


def withdraw(view: QAbstractItemView) -> None:
    """Take that away again, where there may be one window only."""
    for action in view.actions():
        if action.objectName() == _NAME:
            view.removeAction(action)
            action.deleteLater()
