"""What a person sees first: where to begin, and what they read last."""

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reader.model.grade import Certainty
from reader.model.listing import TopicEntry
from reader.model.systems import System
from reader.model.topic import Kind
from reader.notebook.bookmarks import Shelf
from reader.notebook.kept import Visit
from reader.ui.appearance import Appearance
from reader.ui.badge import badge_rooms, paint_badge
from reader.ui.keeping import Keeper
from reader.ui.model_words import level_word, system_name
from reader.ui.navigation import Place
from reader.ui.start_cards import Card, CardButton, CardGrid

_COLUMN = 940  # the widest the page gets, in pixels at 100 %
_FIRST = 3  # its place among what stands on the page
_SHOWN = 3  # pages read last, and bookmarks
_BADGE = 0.85  # of the height of the words
_HYPE = (
    "how-to-spot-hype",
    "questions-to-ask-before-cell-therapy",
    "what-stem-cells-are",
    "stem-cell-clinic-harms",
    "approved-cell-therapies",
)
_GRADING = ("how-evidence-is-graded", "how-we-grade")


class Legend(QWidget):
    """All five badges, from the surest on."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        levels = self.tr(", ").join([level_word(level).lower() for level in Certainty])
        self.setAccessibleName(
            self.tr("The badges, from the surest on: {levels}").format(levels=levels)
        )
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """In a narrow window the badges take several rows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high all rows are together."""
        rooms = self._rooms(width)
        return round(rooms[-1].bottom()) + 1

    def sizeHint(self) -> QSize:
        """As wide as it gets, for a start."""
        return QSize(300, self.heightForWidth(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the badges side by side."""
        del event
        painter = QPainter(self)
        theme = self._appearance.theme
        for level, room in zip(Certainty, self._rooms(self.width()), strict=True):
            paint_badge(painter, room, level, self._pixels(), theme)
        painter.end()

    def _pixels(self) -> float:
        return float(round(self.font().pixelSize() * _BADGE))

    def _rooms(self, width: int) -> list[QRectF]:
        return badge_rooms(tuple(Certainty), self._pixels(), width)


class FirstSteps(QFrame):
    """For whoever has read nothing here yet: what to do, and what the badges say."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("first-steps")
        self.steps = QLabel(self)
        self.steps.setWordWrap(True)
        badges = QLabel(
            self.tr(
                "Beside each treatment stands a badge. It says how sure the studies "
                "are, not how well the treatment works. Choose it to see why:"
            ),
            self,
        )
        badges.setWordWrap(True)
        heading = QLabel(self.tr("New here? Begin like this"), self)
        heading.setWordWrap(True)
        heading.setProperty("heading", True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 16)
        layout.setSpacing(10)
        for widget in (heading, self.steps, badges, Legend(appearance, self)):
            layout.addWidget(widget)
        self.hide()

    def show_steps(self, *, remembers: bool) -> None:
        """Say what to do; and where it will be found again, if that is so."""
        words = self.tr(
            "Type what the illness is called in your letter, or choose a part of the "
            "body below."
        )
        if remembers:
            later = self.tr(
                "What you read will wait for you here, on this computer only. Ctrl+D "
                "keeps a page for good."
            )
            words = f"{words} {later}"
        self.steps.setText(words)


class StartPage(QScrollArea):
    """Leads to the shelves, to answers about hype, and to what was read last."""

    place_chosen = Signal(object)  # Place
    system_chosen = Signal(object)  # System
    search_wanted = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("start-page")
        self.setAccessibleName(self.tr("Start page"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._keeper: Keeper | None = None
        self._has_recent: bool | None = None
        self._has_bookmarks = False
        page = QWidget(self)
        page.setObjectName("start-sheet")
        column = QWidget(page)
        column.setMaximumWidth(_COLUMN)
        self._search = CardGrid("", column, columns=1)
        self._appearance = appearance
        self._recent = CardGrid(self.tr("Read last"), column)
        self._bookmarks = CardGrid(self.tr("Your bookmarks"), column)
        self._hype = CardGrid(self.tr("Heard something about stem cells?"), column)
        self._systems = CardGrid(self.tr("By body system"), column)
        self._empty = self._label(
            column,
            self.tr("This library has no pages. Install Evidence Reader again."),
        )
        self._empty.hide()
        self._lay_out(page, column)
        self._search.show_cards([self._search_card()])
        self.setFocusProxy(self._search.cards()[0])
        self._search.chosen.connect(self._on_search)
        for grid in (self._recent, self._bookmarks, self._hype, self._systems):
            grid.chosen.connect(self._on_chosen)
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
        inner = self._inner = QVBoxLayout(column)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(22)
        for widget in (title, lead, self._search, self._recent):
            inner.addWidget(widget)
        for widget in (self._bookmarks, self._hype, self._systems, self._empty, foot):
            inner.addWidget(widget)
        inner.addStretch(1)
        outer = QGridLayout(page)
        outer.setContentsMargins(40, 34, 40, 28)
        outer.setColumnStretch(0, 1)
        outer.setColumnStretch(1, 1000)
        outer.setColumnStretch(2, 1)
        outer.addWidget(column, 0, 1)

    @cached_property
    def first(self) -> FirstSteps:
        """What whoever is new here is told; made when somebody is."""
        steps = FirstSteps(self._appearance, self)
        self._inner.insertWidget(_FIRST, steps)
        return steps

    def _label(self, parent: QWidget, words: str) -> QLabel:
        label = QLabel(words, parent)
        label.setWordWrap(True)
        return label

    def cards(self) -> tuple[CardButton, ...]:
        """All cards that lead to a page or shelf, from top to bottom."""
        grids = (self._recent, self._bookmarks, self._hype, self._systems)
        return tuple([each for grid in grids for each in grid.cards()])

    def show_topics(self, topics: Sequence[TopicEntry]) -> None:
        """Show the shelves, and the pages about hype that the library has."""
        pages = dict.fromkeys(System, 0)
        notes = dict.fromkeys(System, 0)
        for topic in topics:
            count = notes if topic.kind == Kind.MAP else pages
            count[System(topic.system)] += 1
        titles = {topic.slug: topic.title for topic in topics}
        self._empty.setVisible(not topics)
        self._systems.show_cards(
            [
                self._system_card(system, pages[system])
                for system in System
                if pages[system] + notes[system]
            ]
        )
        hype = [
            self._place_card(titles[slug], Place(slug))
            for slug in (*_HYPE, *_GRADING)
            if slug in titles
        ]
        self._hype.show_cards(hype[:6])

    def show_recent(self, visits: Sequence[Visit]) -> None:
        """Show what was read last."""
        self._has_recent = bool(visits)
        self._recent.show_cards(
            [
                self._place_card(visit.title, Place(visit.slug), "history")
                for visit in visits[:_SHOWN]
            ]
        )
        self._show_first()

    def show_shelf(self, shelf: Shelf) -> None:
        """Show the first bookmarks."""
        self._has_bookmarks = bool(shelf.bookmarks)
        self._bookmarks.show_cards(
            [
                self._place_card(
                    each.title, Place(each.slug, each.section or ""), "star"
                )
                for each in shelf.bookmarks[:_SHOWN]
            ]
        )
        self._show_first()

    def follow(self, keeper: Keeper) -> None:
        """Show what is kept, now and whenever it changes."""
        self._keeper = keeper
        keeper.shelf_changed.connect(self.show_shelf)
        keeper.recent_changed.connect(self.show_recent)
        self.show_shelf(keeper.shelf)
        if keeper.has_read:
            self.show_recent(keeper.recent)

    def _show_first(self) -> None:
        """Greet whoever is new, once it is known that nothing was read before."""
        new = self._has_recent is False and not self._has_bookmarks
        if not new:
            if "first" in self.__dict__:
                self.first.hide()
            return
        if self._keeper is not None:
            kept = self._keeper.settings.keep_history and not self._keeper.traceless
            self.first.show_steps(remembers=kept)
        self.first.show()

    def _search_card(self) -> Card:
        return Card(
            self.tr("Search: type a name, a word or a code"),
            self.tr("Go to the search field, Ctrl+K"),
            None,
            detail=self.tr("For example: Parkinson, heart attack, G12.2   (Ctrl+K)"),
            icon="search",
        )

    def _system_card(self, system: System, count: int) -> Card:
        name = system_name(system)
        if count:
            detail = self.tr("Pages: {count}").format(count=count)
        else:
            detail = self.tr("Short notes only")
        spoken = self.tr("{system}. {detail}").format(system=name, detail=detail)
        return Card(name, spoken, system, detail=detail, icon=_icon_of(system))

    def _place_card(self, title: str, place: Place, icon: str = "") -> Card:
        spoken = self.tr("Open “{title}”").format(title=title)
        return Card(title, spoken, place, icon=icon)

    @Slot(object)
    def _on_chosen(self, target: Place | System) -> None:
        if isinstance(target, Place):
            self.place_chosen.emit(target)
        else:
            self.system_chosen.emit(target)

    @Slot(object)
    def _on_search(self, _target: object) -> None:
        self.search_wanted.emit()


def _icon_of(system: System) -> str:
    return f"body-{system.name.lower()}"
