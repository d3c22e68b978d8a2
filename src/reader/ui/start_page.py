"""What a person sees first: where to begin, and what they read last."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reader.model.listing import TopicEntry
from reader.model.systems import System
from reader.notebook.bookmarks import Shelf
from reader.notebook.kept import Visit
from reader.ui.navigation import Place

_COLUMN = 780  # the widest the page gets, in pixels at 100 %
_CARD = 235  # the narrowest a card gets
_AROUND = 36  # between the words of a card and its edges, both sides together
_SHOWN = 6
_HYPE = (
    "how-to-spot-hype",
    "questions-to-ask-before-cell-therapy",
    "what-stem-cells-are",
)


@dataclass(frozen=True, slots=True)
class Card:
    """A button that leads somewhere.

    Attributes:
        words: What stands on it.
        spoken: What is read aloud.
        target: The place or the shelf it leads to.
    """

    words: str
    spoken: str
    target: Place | System


class CardButton(QPushButton):
    """A card on the start page."""

    chosen = Signal(object)  # Place or System

    def __init__(self, card: Card, parent: QWidget) -> None:
        super().__init__(parent)
        self._target = card.target
        self._words = card.words
        self.setText(_plain(card.words))
        self.setAccessibleName(card.spoken)
        self.setToolTip(card.spoken)
        self.setProperty("card", True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_clicked)

    def wanted_width(self) -> int:
        """How wide it would have to be to show all its words."""
        return self.fontMetrics().horizontalAdvance(self._words) + _AROUND

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut long words short with an ellipsis."""
        super().resizeEvent(event)
        room = self.width() - _AROUND
        cut = self.fontMetrics().elidedText(
            self._words, Qt.TextElideMode.ElideRight, room
        )
        self.setText(_plain(cut))

    @Slot()
    def _on_clicked(self) -> None:
        self.chosen.emit(self._target)


def _plain(words: str) -> str:
    """Words as they are, with no letter taken for a key."""
    return words.replace("&", "&&")


class CardGrid(QFrame):
    """A heading and its cards, in as many columns as fit."""

    chosen = Signal(object)  # Place or System

    def __init__(self, heading: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._heading = QLabel(heading, self)
        self._heading.setProperty("heading", True)
        self._buttons: list[CardButton] = []
        self._columns = 0
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._heading)
        layout.addLayout(self._grid)
        self.hide()

    def show_cards(self, cards: Sequence[Card]) -> None:
        """Show these cards; hide the whole of it when there is none."""
        for button in self._buttons:
            self._grid.removeWidget(button)
            button.deleteLater()
        self._buttons = []
        for card in cards:
            button = CardButton(card, self)
            button.chosen.connect(self.chosen)
            self._buttons.append(button)
        self._columns = 0
        self._arrange()
        self.setVisible(bool(cards))

    def cards(self) -> tuple[CardButton, ...]:
        """The cards from top to bottom."""
        return tuple(self._buttons)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Deal the cards out anew when another number of columns fits."""
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """One card, so that a narrow window gets one column."""
        return QSize(min(_CARD, 160), super().minimumSizeHint().height())

    def _arrange(self) -> None:
        wanted = max((each.wanted_width() for each in self._buttons), default=_CARD)
        least = max(_CARD, wanted) + self._grid.spacing()
        columns = min(max(self.width() // least, 1), 3)
        if columns == self._columns:
            return
        self._columns = columns
        for column in range(3):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        for place, button in enumerate(self._buttons):
            self._grid.addWidget(button, place // columns, place % columns)
            button.show()


class StartPage(QScrollArea):
    """Leads to the shelves, to answers about hype, and to what was read last."""

    place_chosen = Signal(object)  # Place
    system_chosen = Signal(object)  # System
    search_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("start-page")
        self.setAccessibleName(self.tr("Start page"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._titles: dict[str, str] = {}
        page = QWidget(self)
        page.setObjectName("start-sheet")
        column = QWidget(page)
        column.setMaximumWidth(_COLUMN)
        self._hint = QPushButton(
            self.tr("Search: type a name, a word or a code   (Ctrl+K)"), column
        )
        self._hint.setProperty("hint", True)
        self._hint.setAccessibleName(self.tr("Go to the search field"))
        self._hint.clicked.connect(self.search_wanted)
        self._recent = CardGrid(self.tr("Read last"), column)
        self._bookmarks = CardGrid(self.tr("Your bookmarks"), column)
        self._hype = CardGrid(self.tr("Heard something about stem cells?"), column)
        self._systems = CardGrid(self.tr("By body system"), column)
        self._lay_out(page, column)
        for grid in (self._recent, self._bookmarks, self._hype):
            grid.chosen.connect(self.place_chosen)
        self._systems.chosen.connect(self.system_chosen)
        self.setWidget(page)

    def _lay_out(self, page: QWidget, column: QWidget) -> None:
        title = self._label(column, self.tr("Welcome"))
        title.setProperty("heading", True)
        title.setObjectName("start-title")
        lead = self._label(
            column,
            self.tr(
                "Read about illnesses and treatments in plain words, and see how "
                "sure the studies are."
            ),
        )
        lead.setObjectName("start-lead")
        foot = self._label(
            column,
            self.tr(
                "Everything works without the internet, and nothing that you type "
                "or read leaves this computer. These pages help you to talk with "
                "your care team; they do not take its place."
            ),
        )
        foot.setProperty("muted", True)
        inner = QVBoxLayout(column)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(22)
        inner.addWidget(title)
        inner.addWidget(lead)
        inner.addWidget(self._hint)
        for grid in (self._hype, self._recent, self._bookmarks, self._systems):
            inner.addWidget(grid)
        inner.addWidget(foot)
        inner.addStretch(1)
        outer = QGridLayout(page)
        outer.setContentsMargins(40, 34, 40, 28)
        outer.setColumnStretch(0, 1)
        outer.setColumnStretch(1, 1000)
        outer.setColumnStretch(2, 1)
        outer.addWidget(column, 0, 1)

    def _label(self, parent: QWidget, words: str) -> QLabel:
        label = QLabel(words, parent)
        label.setWordWrap(True)
        return label

    def cards(self) -> tuple[CardButton, ...]:
        """All cards from top to bottom."""
        grids = (self._hype, self._recent, self._bookmarks, self._systems)
        return tuple([each for grid in grids for each in grid.cards()])

    def show_topics(self, topics: Sequence[TopicEntry]) -> None:
        """Show the shelves, and the pages about hype that the library has."""
        self._titles = {topic.slug: topic.title for topic in topics}
        counts = dict.fromkeys(System, 0)
        for topic in topics:
            counts[System(topic.system)] += 1
        self._systems.show_cards(
            [
                Card(
                    self.tr("{system}  ({count})").format(
                        system=system.label, count=count
                    ),
                    self.tr("{system}, topics: {count}").format(
                        system=system.label, count=count
                    ),
                    system,
                )
                for system, count in counts.items()
                if count
            ]
        )
        self._hype.show_cards(
            [
                self._place_card(self._titles[slug], Place(slug))
                for slug in _HYPE
                if slug in self._titles
            ]
        )

    def show_recent(self, visits: Sequence[Visit]) -> None:
        """Show what was read last."""
        self._recent.show_cards(
            [
                self._place_card(visit.title, Place(visit.slug))
                for visit in visits[:_SHOWN]
            ]
        )

    def show_shelf(self, shelf: Shelf) -> None:
        """Show the first bookmarks."""
        self._bookmarks.show_cards(
            [
                self._place_card(each.title, Place(each.slug, each.section or ""))
                for each in shelf.bookmarks[:_SHOWN]
            ]
        )

    def _place_card(self, title: str, place: Place) -> Card:
        return Card(title, self.tr("Open “{title}”").format(title=title), place)
