"""Opens pages and remembers where the person has been."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from reader.model.errors import KnownError
from reader.model.frozen import dataclass
from reader.model.topic import Topic
from reader.ui.keeping import Keeper
from reader.ui.navigation import Place, Trail
from reader.ui.notebook_jobs import LastPlace
from reader.ui.topic_view import TopicView


@dataclass(frozen=True, slots=True)
class WayBack:
    """Back to the place before this one, as the button of a message offers it."""


@dataclass(frozen=True, slots=True)
class Opening:
    """A place is open now.

    Attributes:
        place: Where the person is.
        topic: The open topic; None on the start page.
    """

    place: Place
    topic: Topic | None


class Desk(QObject):
    """The open topic, the way back and forward, and the place in each page."""

    opened = Signal(object)  # Opening
    moved = Signal()  # to another place of the open page; one can go back
    resumed = Signal(object)  # Topic; shown where reading stopped last time
    failed = Signal(object)  # KnownError

    def __init__(
        self,
        find_topic: Callable[[str], Topic],
        view: TopicView,
        keeper: Keeper,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._find_topic = find_topic
        self._view = view
        self._keeper = keeper
        self._trail = Trail()
        self._awaited = ""
        self.topic: Topic | None = None
        keeper.place_found.connect(self._on_place_found)

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place before this one."""
        return self._trail.can_go_back

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a place after this one."""
        return self._trail.can_go_forward

    @property
    def place(self) -> Place:
        """Where the person is, to the line."""
        if self.topic is None:
            return Place()
        return Place(
            self.topic.slug, self._view.current_section(), self._view.fraction()
        )

    @Slot(object)
    def open(self, place: Place) -> None:
        """Open a place; without a section, where reading stopped last time."""
        topic = self._topic(place.slug)
        if topic is not None or not place.slug:
            self.show(place, topic)

    def show(self, place: Place, topic: Topic | None) -> None:
        """Open a place whose topic is at hand; None is the start page."""
        self._note_place()
        self._trail.visit(place)
        self._show(place, topic)
        if topic is not None:
            self._keeper.record(topic.slug, topic.title)
            if not place.section:
                self._awaited = topic.slug
                self._keeper.ask_place(topic.slug)

    def go_within(self, section: str) -> None:
        """Remember the place that a person leaves for another on the same page."""
        if self.topic is not None:
            self._note_place()
            self._trail.visit(Place(self.topic.slug, section))
            self.moved.emit()

    @Slot()
    def go_home(self) -> None:
        """Open the start page."""
        if self.topic is not None:
            self.open(Place())

    @Slot()
    def back(self) -> None:
        """Go to the place before this one."""
        if self.can_go_back:
            self._note_place()
            self._revisit(self._trail.back())

    @Slot()
    def forward(self) -> None:
        """Go to the place after this one."""
        if self.can_go_forward:
            self._note_place()
            self._revisit(self._trail.forward())

    def start_afresh(self) -> None:
        """Open the start page and forget the way that led here."""
        self._trail = Trail()
        self._show(Place(), None)

    def leave(self) -> None:
        """Keep the place, since the window closes."""
        self._note_place()

    def to_top(self) -> None:
        """Show the open topic from its beginning."""
        if self.topic is not None:
            self._view.show_topic(self.topic)

    def _revisit(self, place: Place) -> None:
        self._show(place, self._topic(place.slug))

    def _topic(self, slug: str) -> Topic | None:
        if not slug:
            return None
        if self.topic is not None and self.topic.slug == slug:
            return self.topic
        try:
            return self._find_topic(slug)
        except KnownError as error:
            self.failed.emit(error)
            return None

    def _show(self, place: Place, topic: Topic | None) -> None:
        self._awaited = ""
        self.topic = topic
        if topic is not None:
            self._view.show_topic(topic, place.section, place.fraction)
        self.opened.emit(Opening(place, topic))

    def _note_place(self) -> None:
        here = self.place
        if here.slug:
            self._trail.remember(here.section, here.fraction)
            self._keeper.leave(here.slug, here.section, here.fraction)

    @Slot(object)
    def _on_place_found(self, found: LastPlace) -> None:
        """Go on where reading stopped, unless the person has moved meanwhile."""
        if found.slug != self._awaited or found.place is None or self.topic is None:
            return
        self._awaited = ""
        at_top = self.place == Place(found.slug)
        kept = Place(found.slug, found.place.section or "", found.place.fraction)
        if at_top and kept != self.place:
            self._view.show_topic(self.topic, kept.section, kept.fraction)
            self.resumed.emit(self.topic)
