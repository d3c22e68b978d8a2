"""What helps to read the open page: words found on it, ways through it, a copy."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from reader.library.store import Library
from reader.ui.actions import Actions
from reader.ui.announce import announce
from reader.ui.appearance import Appearance
from reader.ui.desk import Desk, Opening, WayBack
from reader.ui.find_bar import FindBar
from reader.ui.find_pane import FindPane
from reader.ui.keeping import Keeper
from reader.ui.messages import Message
from reader.ui.navigation import Place
from reader.ui.side_panel import SidePanel
from reader.ui.tasks import Worker
from reader.ui.topic_document import SOURCES
from reader.ui.topic_links import SourceTarget
from reader.ui.topic_view import TopicView

if TYPE_CHECKING:
    from reader.ui.browser_copies import BrowserCopies
    from reader.ui.page_finder import PageFinder

_OF_A_PAGE = (
    "find",
    "find-next",
    "find-previous",
    "next-heading",
    "previous-heading",
    "next-badge",
    "previous-badge",
    "page-list",
    "browser",
)


class Readers(NamedTuple):
    """The parts of a window that show a page and know where one is."""

    desk: Desk
    view: TopicView
    side: SidePanel
    keeper: Keeper
    appearance: Appearance
    worker: Worker[Library]


class ReadingTools(QObject):
    """Joins the actions for reading to the parts of one window.

    Signals:
        page_wanted: The focus belongs to the page now.
        panel_wanted: The panel beside the page shall be seen and have the focus.
        said: A `Message`.
    """

    page_wanted = Signal()
    panel_wanted = Signal()
    said = Signal(object)

    def __init__(self, actions: Actions, parts: Readers, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._actions = actions
        self._parts = parts
        self._finder: PageFinder | None = None
        self._copies: BrowserCopies | None = None
        self._found: FindPane | None = None
        self._offered = ""
        self._percent = parts.appearance.text_size
        self._left: tuple[Place, int, str] | None = None
        self.bar = FindBar(window)
        for name, slot in {
            "find": self.find,
            "find-next": self._on_next,
            "find-previous": self._on_previous,
            "next-heading": self._on_next_heading,
            "previous-heading": self._on_previous_heading,
            "next-badge": self._on_next_badge,
            "previous-badge": self._on_previous_badge,
            "page-list": self._on_page_list,
            "browser": self._on_browser,
        }.items():
            actions[name].triggered.connect(slot)
            actions[name].setEnabled(False)
        parts.desk.opened.connect(self._on_opened)
        parts.desk.moved.connect(self._on_moved)
        parts.view.source_activated.connect(self._on_source_activated)
        parts.appearance.changed.connect(self._on_appearance_changed)

    @property
    def finder(self) -> "PageFinder":
        """What finds words on the page; made when it is first wanted."""
        if self._finder is None:
            from reader.ui.page_finder import PageFinder

            self._finder = PageFinder(self._parts.view, self.bar, self)
            self._finder.left.connect(self.page_wanted)
            look = self._parts.appearance
            self._finder.dress(look.theme, look.interface_size)
        return self._finder

    def join(self, found: FindPane) -> None:
        """Listen to what a search leads to, after the window, which opens it."""
        self._found = found
        found.place_chosen.connect(self._on_place_found)

    def start_afresh(self) -> None:
        """Forget what was looked for."""
        self._offered = ""
        self._left = None
        if self._finder is not None:
            self._finder.forget()

    def tidy(self) -> None:
        """Take away what a program that broke off has left in the way of files."""
        self._parts.worker.run(_tidy)

    def close(self) -> None:
        """Take away what was written for the browser, since the window closes."""
        if self._copies is not None:
            self._copies.close()

    # What a person can do.

    @Slot()
    def find(self) -> None:
        """Open the bar in which one looks for words."""
        self.finder.begin(self._offered)

    @Slot()
    def _on_next(self) -> None:
        self.finder.step(1, self._offered)

    @Slot()
    def _on_previous(self) -> None:
        self.finder.step(-1, self._offered)

    @Slot()
    def _on_next_heading(self) -> None:
        self._parts.view.next_heading()
        self.page_wanted.emit()

    @Slot()
    def _on_previous_heading(self) -> None:
        self._parts.view.previous_heading()
        self.page_wanted.emit()

    @Slot()
    def _on_next_badge(self) -> None:
        self._step_badge(1)

    @Slot()
    def _on_previous_badge(self) -> None:
        self._step_badge(-1)

    def _step_badge(self, by: int) -> None:
        """Follow in the panel that explains badges, or else on the page."""
        from reader.ui.badge_steps import BadgeSteps

        why = self._parts.side.why
        steps = BadgeSteps(self._parts.view)
        if why is None or not self._parts.side.explains:
            self.page_wanted.emit()
            announce(self._parts.view, steps.step(by))
            return
        before = why.claim_id()
        why.step(by)
        announce(why, steps.words(why.claim_id(), by, moved=why.claim_id() != before))

    @Slot()
    def _on_page_list(self) -> None:
        self._parts.side.show_contents()
        self.panel_wanted.emit()

    @Slot()
    def _on_browser(self) -> None:
        topic = self._parts.desk.topic
        if topic is None:
            return
        if self._copies is None:
            from reader.ui.browser_copies import BrowserCopies

            parts = self._parts
            self._copies = BrowserCopies(parts.worker, parts.keeper, self._window)
            self._copies.said.connect(self.said)
        self._copies.show_topic(topic)

    # What the parts say.

    @Slot(object)
    def _on_place_found(self, place: Place) -> None:
        """Offer the words of a search; show where they stand in a section."""
        self._offered = self._found.words_of_results if self._found else ""
        if place.section and self._offered and self._parts.desk.topic is not None:
            self.finder.show_words(self._offered)

    @Slot(object)
    def _on_opened(self, opening: Opening) -> None:
        for name in _OF_A_PAGE:
            self._actions[name].setEnabled(opening.topic is not None)
        if opening.topic is None and self._finder is not None:
            self._finder.leave()
        if self._left is not None and opening.place == self._left[0]:
            self._return_to_link(*self._left[1:])

    @Slot()
    def _on_moved(self) -> None:
        desk = self._parts.desk
        self._actions["back"].setEnabled(desk.can_go_back)
        self._actions["forward"].setEnabled(desk.can_go_forward)

    @Slot(object)
    def _on_source_activated(self, target: SourceTarget) -> None:
        """Remember where a citation stands that leads to its source."""
        topic = self._parts.desk.topic
        if topic is None:
            return
        start, href = self._parts.view.link_at_cursor()
        self._parts.desk.go_within(SOURCES)
        self._left = self._parts.desk.place, start, href
        words = self.tr("Source {number} of this page.")
        self.said.emit(
            Message(
                words.format(number=topic.source_number(target.source)),
                action=self.tr("Back to the text"),
                token=WayBack(),
            )
        )

    def _return_to_link(self, start: int, href: str) -> None:
        """Put the keyboard on the citation again, where the page still has it there."""
        if href and self._parts.view.link_of_letter(start) == href:
            self._parts.view.select_link(start)

    @Slot()
    def _on_appearance_changed(self) -> None:
        look = self._parts.appearance
        if self._finder is not None:
            self._finder.dress(look.theme, look.interface_size)
        if look.text_size != self._percent:
            self._percent = look.text_size
            said = self.tr("Text size {percent} percent").format(percent=self._percent)
            announce(self._window, said)


def _tidy(_library: Library) -> None:
    from reader.ui.browser_copies import remove_leftovers

    remove_leftovers()
