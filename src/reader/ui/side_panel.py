"""The panel on the right: what stands on the page, or why a badge is as it is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from reader.model.topic import Topic
from reader.ui.page_contents import PageContents
from reader.ui.theme import Theme
from reader.ui.topic_links import ClaimTarget
from reader.ui.topic_view import TopicView

if TYPE_CHECKING:
    from reader.ui.why_panel import WhyPanel


class SidePanel(QStackedWidget):
    """Follows the open page; the badge panel is made when it is first wanted."""

    left = Signal()  # the person is done here and goes back to the page

    def __init__(self, view: TopicView, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("side-panel")
        self._view = view
        self._theme = theme
        self._percent = 100
        self._why: WhyPanel | None = None
        self.contents = PageContents(view, self)
        self.outline = self.contents.outline
        self.addWidget(self.contents)
        self.contents.left.connect(self.left)
        self.contents.claim_wanted.connect(view.badge_activated)

    @property
    def why(self) -> "WhyPanel | None":
        """The badge panel, once it has been wanted."""
        return self._why

    @property
    def explains(self) -> bool:
        """Whether a badge is explained now."""
        return self._why is not None and self.currentWidget() is self._why

    def sizeHint(self) -> QSize:
        """Wide enough to read in."""
        return QSize(max(270, self.fontMetrics().averageCharWidth() * 36), 600)

    def show_contents(self) -> None:
        """Show what stands on the page."""
        self.setCurrentWidget(self.contents)
        if self._why is not None:
            self._why.clear()

    def show_claim(self, topic: Topic, claim_id: str) -> None:
        """Explain a badge."""
        claim = topic.claim(claim_id)
        if claim is None:
            return
        if self._why is None:
            from reader.ui.why_panel import WhyPanel

            self._why = WhyPanel(self._theme, self._percent, self)
            self._why.closed.connect(self._on_why_closed)
            self._why.claim_shown.connect(self._on_claim_shown)
            self.addWidget(self._why)
        self._why.show_claim(topic, claim, self._view.claims())
        self.setCurrentWidget(self._why)

    def take_focus(self) -> None:
        """Take the focus."""
        if self._why is not None and self.explains:
            self._why.take_focus()
        else:
            self.contents.take_focus()

    def undress(self) -> None:
        """Take away what `dress` will make anew."""
        if self._why is not None:
            self._why.undress()

    def dress(self, theme: Theme, percent: int) -> None:
        """Show the panel in these colours and at this text size."""
        self._theme = theme
        self._percent = percent
        if self._why is not None:
            self._why.dress(theme, percent)

    @Slot()
    def _on_why_closed(self) -> None:
        self.show_contents()
        self.left.emit()

    @Slot(object)
    def _on_claim_shown(self, target: ClaimTarget) -> None:
        self._view.go_to_claim(target.claim)
