"""The small cross in a field, which Qt makes without a name."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit


def offer_to_clear(field: QLineEdit) -> None:
    """Put a cross into a field that empties it, and say what it is."""
    field.setClearButtonEnabled(True)
    action = field.findChild(QAction, "_q_qlineeditclearaction")
    if isinstance(action, QAction):
        action.setText(QCoreApplication.translate("ClearButton", "Clear"))
