"""The panel on the right."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.model.topic import Topic
from reader.ui.theme import Theme
from reader.ui.topic_view import TopicView


class SidePanel(QWidget):
    """What stands beside the page."""

    left = Signal()

    def __init__(self, view: TopicView, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = view
        QVBoxLayout(self)

    def show_topic(self, topic: Topic | None) -> None:
        """Show what belongs to this topic."""

    def show_claim(self, topic: Topic, claim: str) -> None:
        """Explain a badge."""

    def take_focus(self) -> None:
        """Take the focus."""

    def dress(self, theme: Theme, percent: int) -> None:
        """Show the panel in these colours and at this text size."""
