"""What to try when a search finds nothing."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget


class NothingFound(QWidget):
    """Says that nothing was found, and what else can be tried."""

    browse_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lead = QLabel(self)
        self._lead.setProperty("heading", True)
        hints = (
            self.tr("• Type fewer words, or only the start of one."),
            self.tr("• Try another name, such as “heart attack” or “stroke”."),
            self.tr("• Try the code on your letter, such as G12.2."),
        )
        browse = QPushButton(self.tr("Look through all topics"), self)
        browse.clicked.connect(self.browse_wanted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.setSpacing(10)
        for label in (self._lead, *(QLabel(hint, self) for hint in hints)):
            label.setWordWrap(True)
            layout.addWidget(label)
        layout.addWidget(browse)
        layout.addStretch(1)

    def show_query(self, query: str) -> None:
        """Say what was not found."""
        self._lead.setText(
            self.tr("We have nothing for “{query}”.").format(query=_short(query))
        )


_LONGEST = 60


def _short(query: str) -> str:
    return query if len(query) <= _LONGEST else f"{query[:_LONGEST]}…"
