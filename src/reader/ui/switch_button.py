"""A button that leads to one of several parts, and shows which one is seen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QWidget


def make_switch_button(words: str, parent: QWidget) -> QToolButton:
    """Make a button that stays down while its part is seen."""
    button = QToolButton(parent)
    button.setText(words)
    button.setCheckable(True)
    button.setProperty("switch", True)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
