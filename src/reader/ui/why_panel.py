"""The panel "Why this badge?": how sure we are of one claim, and why."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.model.evidence import Claim
from reader.model.topic import Topic
from reader.ui.icons import icon
from reader.ui.theme import Theme
from reader.ui.topic_links import ClaimTarget
from reader.ui.why_content import WhyContent

_LEAST_WIDTH = 300
_ICON = 20  # pixels at 100 %


class WhyPanel(QWidget):
    """Explains one badge at a time, down to its sources.

    Signals:
        claim_shown: A `ClaimTarget`, when the person steps to another badge here.
        closed: The person is done; the frame hides the panel and gives the focus
            back to the page.
    """

    claim_shown = Signal(object)
    closed = Signal()

    def __init__(
        self, theme: Theme, percent: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._topic: Topic | None = None
        self._claim = ""
        self._focused = False
        self._order: tuple[str, ...] = ()
        self.setMinimumWidth(_LEAST_WIDTH)
        self.setAccessibleName(self.tr("Why this badge?"))
        self._title = QLabel(self.tr("Why this badge?"), self)
        self._title.setProperty("heading", True)
        self._close = QToolButton(self)
        self._close.setAccessibleName(self.tr("Close"))
        self._close.setToolTip(self.tr("Close (Esc)"))
        self._previous = QPushButton(self.tr("&Previous"), self)
        self._next = QPushButton(self.tr("&Next"), self)
        self._previous.setAccessibleName(self.tr("Previous badge"))
        self._previous.setToolTip(self.tr("Previous badge (P)"))
        self._next.setAccessibleName(self.tr("Next badge"))
        self._next.setToolTip(self.tr("Next badge (N)"))
        self._count = QLabel(self)
        self._content: WhyContent | None = None
        self._scroll = QScrollArea(self)
        self._lay_out()
        self._join()
        self.dress(theme, percent)

    def show_claim(
        self, topic: Topic, claim: Claim, order: tuple[str, ...] = ()
    ) -> None:
        """Explain the badge of a claim.

        Args:
            topic: The open page.
            claim: The claim whose badge was asked for.
            order: Claims in the order in which their badges stand on the page, for
                next and previous; without it, the order of the topic.
        """
        self._topic = topic
        self._claim = claim.id
        self._order = order or tuple(known.id for known in topic.claims)
        self._fill()
        self._scroll.verticalScrollBar().setValue(0)

    def clear(self) -> None:
        """Explain nothing."""
        self.undress()
        self._topic, self._claim, self._focused = None, "", False

    def undress(self) -> None:
        """Take the words away until `dress` writes them anew.

        Qt would give each of them the new rules first, which takes twice as long as
        the whole window around them.
        """
        self._focused = self._holds_focus()
        self._content = None
        self._scroll.setWidget(QWidget())

    def claim_id(self) -> str:
        """The claim that is explained; "" before the first."""
        return self._claim

    def next_badge(self) -> None:
        """Explain the following badge of the page."""
        self.step(1)

    def previous_badge(self) -> None:
        """Explain the badge before this one."""
        self.step(-1)

    def dress(self, theme: Theme, percent: int) -> None:
        """Show the panel in colours, and at a text size in per cent."""
        self._theme = theme
        self._percent = percent
        side = round(_ICON * (1 + percent / 100) / 2)  # as the words of the frame
        self._close.setIconSize(QSize(side, side))
        self._close.setIcon(icon("close", theme, side))
        self._fill()

    def take_focus(self) -> None:
        """Put the focus on the first words, where a screen reader starts."""
        if self._content is not None:
            self._content.labels()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def words(self) -> tuple[str, ...]:
        """What stands in the panel, from top to bottom."""
        labels = self._content.labels() if self._content else ()
        return tuple(label.accessibleName() for label in labels)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc; the rest is Qt's."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep Esc for this panel, although it also ends what is read aloud."""
        override = event.type() is QEvent.Type.ShortcutOverride
        if not (override and isinstance(event, QKeyEvent)):
            return super().event(event)
        if event.key() != Qt.Key.Key_Escape:
            return super().event(event)
        event.accept()
        return True

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        foot = QHBoxLayout()
        foot.addWidget(self._previous)
        foot.addWidget(self._count, 1, Qt.AlignmentFlag.AlignCenter)
        foot.addWidget(self._next)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._column = QVBoxLayout(self)
        self._column.addLayout(head)
        self._column.addWidget(self._scroll, 1)
        self._column.addLayout(foot)

    def _join(self) -> None:
        self._close.clicked.connect(self.closed)
        self._next.clicked.connect(self.next_badge)
        self._previous.clicked.connect(self.previous_badge)
        keys = {
            Qt.Key.Key_N: self._next.click,
            Qt.Key.Key_P: self._previous.click,
        }
        for key, answer in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(answer)

    def _fill(self) -> None:
        claim = self._topic.claim(self._claim) if self._topic else None
        if self._topic is None or claim is None:
            return
        focused = self._focused or self._holds_focus()
        self._focused = False
        self._content = WhyContent(self._topic, claim, self._theme, self._percent)
        self._scroll.setWidget(self._content)
        self._demand_room(self._content)
        if focused:
            self.take_focus()
        place = self._place()
        self._previous.setEnabled(place > 0)
        self._next.setEnabled(place < len(self._order) - 1)
        count = self.tr("{place} of {all}")
        self._count.setText(count.format(place=place + 1, all=len(self._order)))

    def _demand_room(self, content: WhyContent) -> None:
        """Be no narrower than the badge, which does not wrap as words do."""
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        margins = self._column.contentsMargins()
        edges = margins.left() + margins.right() + 2 * self._scroll.frameWidth()
        needed = content.minimumSizeHint().width() + bar + edges
        self.setMinimumWidth(max(_LEAST_WIDTH, needed))

    def _holds_focus(self) -> bool:
        labels = self._content.labels() if self._content else ()
        return any(label.hasFocus() for label in labels)

    def _place(self) -> int:
        return self._order.index(self._claim) if self._claim in self._order else 0

    def step(self, step: int) -> None:
        """Explain a badge so many places further on, if there is one."""
        place = self._place() + step
        if self._topic is None or not 0 <= place < len(self._order):
            return
        claim = self._topic.claim(self._order[place])
        if claim is not None:
            self.show_claim(self._topic, claim, self._order)
            self.claim_shown.emit(ClaimTarget(claim.id))
