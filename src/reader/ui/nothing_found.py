"""What to try when a search finds nothing, or cannot be made."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reader.model.listing import NearName
from reader.ui.messages import Message
from reader.ui.navigation import Place
from reader.ui.start_cards import Card, CardGrid

_LONGEST = 60


class NothingFound(QScrollArea):
    """Says that nothing was found, and what else can be tried."""

    browse_wanted = Signal()
    all_wanted = Signal()  # without the filters
    place_chosen = Signal(object)  # Place

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("nothing-found")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        sheet = QWidget(self)
        self._lead = self._label("", sheet)
        self._lead.setProperty("heading", True)
        self.near = CardGrid(self.tr("Did you mean"), sheet, columns=1)
        self.near.chosen.connect(self.place_chosen)
        self.everything = QPushButton(self.tr("Show all"), sheet)
        self.everything.clicked.connect(self.all_wanted)
        hints = (
            self.tr("Type fewer words, or only the start of one."),
            self.tr("Try another name, such as “heart attack” or “stroke”."),
            self.tr("Try the code on your letter, such as G12.2."),
        )
        self._hints = [self._label(f"•  {hint}", sheet) for hint in hints]
        self.browse = QPushButton(self.tr("Look through all topics"), sheet)
        self.browse.clicked.connect(self.browse_wanted)
        layout = QVBoxLayout(sheet)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.setSpacing(10)
        layout.addWidget(self._lead)
        layout.addWidget(self.everything)
        layout.addWidget(self.near)
        for label in self._hints:
            layout.addWidget(label)
        layout.addWidget(self.browse)
        layout.addStretch(1)
        self.setWidget(sheet)

    def show_query(self, query: str, narrowed: str = "") -> None:
        """Say what was not found.

        Args:
            query: What was typed.
            narrowed: The filters that are set, in words; "" for none.
        """
        words = self.tr("We have nothing for “{query}”.")
        if narrowed:
            words = self.tr("Nothing for “{query}” in: {narrowed}.")
        self._say(words.format(query=_short(query), narrowed=narrowed))
        self.everything.setText(self.tr("Show all"))
        self.everything.setVisible(bool(narrowed))
        for label in self._hints:
            label.setVisible(not narrowed)

    def show_elsewhere(self, count: int) -> None:
        """Say how many topics there are without the filters."""
        self.everything.setText(
            self.tr("Show all (topics: {count})").format(count=count)
        )

    def show_near(self, names: tuple[NearName, ...]) -> None:
        """Offer names that are spelled much like what was typed."""
        self.near.show_cards([self._card(name) for name in names])

    def show_failure(self, message: Message) -> None:
        """Say why no search can be made."""
        self._say(f"{message.text} {message.advice}".strip())
        self.everything.hide()
        for label in self._hints:
            label.hide()

    def take_focus(self) -> None:
        """Take the focus to the first thing that can be done."""
        first = [*self.near.cards(), self.everything, self.browse]
        target = next((each for each in first if each.isVisible()), self.browse)
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, words: str) -> None:
        self._lead.setText(words)
        self.near.show_cards([])
        self.verticalScrollBar().setValue(0)

    def _card(self, near: NearName) -> Card:
        also = near.name if near.name != near.title else ""
        return Card(
            near.title,
            self.tr("Open “{title}”").format(title=near.title),
            Place(near.slug),
            detail=self.tr("Also called: {name}").format(name=also) if also else "",
        )

    def _label(self, words: str, parent: QWidget) -> QLabel:
        label = QLabel(words, parent)
        label.setWordWrap(True)
        return label


def _short(query: str) -> str:
    return query if len(query) <= _LONGEST else f"{query[:_LONGEST]}…"
