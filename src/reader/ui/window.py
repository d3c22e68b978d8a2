"""The window: a place to find, a page to read, and a panel that explains."""

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from reader.library.store import Library
from reader.model.errors import ReaderError
from reader.model.topic import Topic
from reader.notebook.location import is_portable
from reader.ui import tab_order
from reader.ui.actions import Actions
from reader.ui.announce import announce
from reader.ui.appearance import Appearance
from reader.ui.desk import Desk, Opening
from reader.ui.dialogs import Dialogs
from reader.ui.doors import Doors
from reader.ui.dressing import Dressing, Wearers, dress_frame
from reader.ui.find_pane import FindPane
from reader.ui.geometry import restore_geometry, saved_geometry
from reader.ui.keeping import Keeper
from reader.ui.messages import MessageBar
from reader.ui.navigation import Place
from reader.ui.no_trace import NoTrace
from reader.ui.notebook_jobs import Opened
from reader.ui.page_column import PageColumn
from reader.ui.pane_layout import PaneLayout
from reader.ui.pane_ways import PaneWays
from reader.ui.panes import PaneCycle
from reader.ui.read_aloud import ReadAloud
from reader.ui.reading_tools import Readers, ReadingTools
from reader.ui.search_controller import SearchController
from reader.ui.shelf_switch import Shelf
from reader.ui.side_panel import SidePanel
from reader.ui.speech_bar import SpeechBar
from reader.ui.star import Star
from reader.ui.talk import Speakers, Talk
from reader.ui.tasks import Answer, Worker
from reader.ui.toolbar import ToolBar
from reader.ui.topic_links import ClaimTarget, LinkTarget
from reader.ui.topic_view import TopicView
from reader.ui.undoing import Undoing

if TYPE_CHECKING:
    from reader.ui.start_page import StartPage

_LISTING = "listing"
_FIRST_PAGE = 50  # milliseconds; asked at once, the shelves would hold it up by 7


class MainWindow(QMainWindow):
    """Lays out the parts and joins them."""

    closed = Signal()

    def __init__(
        self,
        library: Library,
        worker: Worker[Library],
        keeper: Keeper,
        appearance: Appearance,
    ) -> None:
        super().__init__()
        self._worker = worker
        self.keeper = keeper
        self.appearance = appearance
        self.own_actions = Actions(self)
        self.setMinimumSize(640, 420)
        self._make_panes(library, worker)
        self._make_helpers(library, worker)
        self._lay_out()
        self._panes = self._cycle()
        self._join_actions()
        self._join_parts()
        parts = Wearers(self.own_actions, self.tools, self.star, self.view, self.side)
        self._dressing = Dressing(self, appearance, parts)
        appearance.changed.connect(self._fit)
        # When all stand where they stay: Qt goes through the rules for each again
        # that gets another parent.
        dress_frame(self, appearance)
        self.finder.box.setFocus()
        QTimer.singleShot(_FIRST_PAGE, self._fill)

    def _make_panes(self, library: Library, worker: Worker[Library]) -> None:
        """Make what is seen: the bar, the panes, and what one is told."""
        search = SearchController(worker, self)
        self.bar = MessageBar(self)
        self.finder = FindPane(search, self.keeper, self.appearance, self)
        self.view = TopicView(self.appearance.theme, library.picture, self)
        self.side = SidePanel(self.view, self.appearance.theme, self)
        self.tools = ToolBar(self.own_actions, self)
        self.addToolBar(self.tools)

    def _make_helpers(self, library: Library, worker: Worker[Library]) -> None:
        """Make what does a person's bidding in these panes."""
        actions, keeper, look = self.own_actions, self.keeper, self.appearance
        self.doors = Doors(actions, self.finder, self)
        self.desk = Desk(library.topic, self.view, keeper, self)
        self.star = Star(actions, self.desk, keeper, self)
        self.undoing = Undoing(keeper, self)
        self.no_trace = NoTrace(actions, keeper, look, self)
        self.read_aloud = ReadAloud(actions, self.view, keeper, look, SpeechBar(self))
        self.dialogs = Dialogs(
            self,
            actions=actions,
            library=library,
            worker=worker,
            keeper=keeper,
            appearance=look,
        )
        speakers = Speakers(
            self.desk, self.view, keeper, self.dialogs, self.undoing, self.no_trace
        )
        self._talk = Talk(self.bar, speakers, self)
        readers = Readers(self.desk, self.view, self.side, keeper, look, worker)
        self.reading = ReadingTools(actions, readers, self)

    def _cycle(self) -> PaneCycle:
        """The parts of the window in the order in which F6 goes to them."""
        return PaneCycle(
            (
                self.pane_layout.switch,
                self.finder.box,
                self.finder.below,
                self.no_trace.mark,
                self.bar,
                self._centre,
                self.reading.bar,
                self.read_aloud.bar,
                self.side,
                self.tools,
            ),
            self,
        )

    def begin(self, place: Place, topic: Topic | None) -> None:
        """Show the first page: a topic, or the start page where there is none."""
        if topic is None:
            self._on_opened(Opening(Place(), None))
        else:
            self.desk.show(place, topic)

    def _lay_out(self) -> None:
        self._centre = QStackedWidget(self)
        self._centre.addWidget(self.view)
        middle = PageColumn(
            (self.no_trace.mark, self.bar),
            self._centre,
            (self.reading.bar, self.read_aloud.bar),
            self,
        )
        self.pane_layout = PaneLayout(
            self.appearance,
            finder=self.finder,
            page=middle,
            side=self.side,
            notices=middle.notices,
            parent=self,
        )
        self.ways = PaneWays(self.pane_layout, self.finder, self.side, self)
        self.splitter = self.pane_layout.splitter
        self.setCentralWidget(self.pane_layout)
        self.resize(1240, 800)
        restore_geometry(self, self.splitter, self.keeper.settings)

    @cached_property
    def start(self) -> "StartPage":
        """The start page; loaded and made after a first page that is another one.

        Before that, it would hold the page up by 20 ms.
        """
        from reader.ui.start_page import StartPage

        page = StartPage(self.appearance, self._centre)
        page.place_chosen.connect(self.doors.choose)
        page.system_chosen.connect(self.ways.show_system)
        page.search_wanted.connect(self.focus_search)
        page.follow(self.keeper)
        self._centre.addWidget(page)
        return page

    def _join_actions(self) -> None:
        for name, slot in {
            "search": self.focus_search,
            "home": self.desk.go_home,
            "back": self.desk.back,
            "forward": self.desk.forward,
            "undo": self.bar.press_action,
            "bookmarks": self.ways.show_bookmarks,
            "history": self.ways.show_history,
            "move": self.dialogs.move,
            "smaller": self.appearance.smaller,
            "normal": self.appearance.normal,
            "larger": self.appearance.larger,
            "panel": self.pane_layout.toggle_side,
            "next-pane": self._panes.forward,
            "previous-pane": self._panes.back,
            "print": self._on_print,
            "handouts": self.dialogs.handouts,
            "save": self._on_save,
            "settings": self.dialogs.settings,
            "shortcuts": self.dialogs.shortcuts,
            "about": self.dialogs.about,
            "quit": self.close,
        }.items():
            self.own_actions[name].triggered.connect(slot)
        self.tools.themes.triggered.connect(self.appearance.choose)

    def _join_parts(self) -> None:
        self._worker.answered.connect(self._on_answered)
        self.finder.place_chosen.connect(self.open_place)
        self.finder.handouts_wanted.connect(self.dialogs.make_handouts)
        self.reading.join(self.finder)
        self.doors.here.connect(self.open_place)
        self.view.topic_requested.connect(self._on_topic_requested)
        self.view.badge_activated.connect(self._on_badge_activated)
        self.view.text_size_step.connect(self._on_text_size_step)
        self.side.left.connect(self._on_side_left)
        self.ways.page_wanted.connect(self._on_side_left)
        self.desk.opened.connect(self._on_opened)
        self.keeper.opened.connect(self._on_notebook_opened)
        self.keeper.settings_changed.connect(self.appearance.apply)
        self.no_trace.changed.connect(self._on_trace_changed)
        self._talk.went_to_page.connect(self._focus_page)
        self.bar.closed.connect(self._focus_page)
        self.read_aloud.failed.connect(self.report)
        self.read_aloud.left.connect(self._focus_page)
        self.reading.page_wanted.connect(self._focus_page)
        self.reading.panel_wanted.connect(self.ways.show_panel)
        self.reading.said.connect(self.bar.show_message)

    @Slot()
    def _fill(self) -> None:
        """Ask for the shelves and the bookmarks, once the first screen stands."""
        self._worker.ask(_LISTING, Library.topics)
        self.keeper.refresh()
        self.view.prepare()
        self.reading.tidy()

    # What a person or the program asks of the window.

    @Slot(object)
    def open_place(self, place: Place) -> None:
        """Open a place and go there with the focus."""
        self.desk.open(place)
        if self.desk.topic is not None:
            self._focus_page()

    @Slot()
    def focus_search(self) -> None:
        """Go to the search field, from wherever."""
        self.ways.search()

    def start_afresh(self) -> None:
        """Close what was read and typed, as if the window had just been opened."""
        self.finder.start_afresh()
        self.desk.start_afresh()
        self.reading.start_afresh()
        self.bar.dismiss()
        self.start.verticalScrollBar().setValue(0)
        self.finder.box.setFocus()

    def confine(self, withheld: Iterable[str]) -> None:
        """Take away these actions, and whatever leads to files and to what is kept."""
        self.own_actions.withdraw(withheld)
        self.dialogs.confined = True
        self.doors.shut()
        for shelf in (Shelf.BOOKMARKS, Shelf.HISTORY):
            self.finder.switch.withdraw(shelf)
        self.no_trace.mark.hide()

    @Slot(object)
    def report(self, error: ReaderError) -> None:
        """Put a failure into the bar."""
        self._talk.report(error)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the place and the shape of the window."""
        self.read_aloud.close()
        self.reading.close()
        self.desk.leave()
        self.keeper.close(saved_geometry(self, self.splitter, self.keeper.settings))
        super().closeEvent(event)
        self.closed.emit()

    def focusNextPrevChild(self, next_: bool) -> bool:  # noqa: FBT001 - Qt's signature
        """Go through the window as it is read."""
        return tab_order.step(self, self.pane_layout, self.tools, next_=next_)

    def changeEvent(self, event: QEvent) -> None:
        """See what other windows have kept when this one comes to the front."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self.keeper.look_elsewhere()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold panes away where the page needs the room."""
        super().resizeEvent(event)
        self._fit()

    # What the parts say.

    @Slot(object)
    def _on_answered(self, answer: Answer) -> None:
        if answer.lane != _LISTING:
            return
        if answer.error is not None:
            self.report(answer.error)
        elif isinstance(answer.value, tuple):
            self.finder.show_topics(answer.value)
            self.start.show_topics(answer.value)

    @Slot(object)
    def _on_opened(self, opening: Opening) -> None:
        topic = opening.topic
        self.bar.page_changed()
        self.side.show_contents()
        self.read_aloud.turn_to(topic)
        self._turn_to(topic)
        self.own_actions["back"].setEnabled(self.desk.can_go_back)
        self.own_actions["forward"].setEnabled(self.desk.can_go_forward)
        self.own_actions["home"].setEnabled(topic is not None)
        for name in ("print", "save"):
            self.own_actions[name].setEnabled(topic is not None)
        self.finder.mark(topic.slug if topic else "")
        self._entitle(topic)
        # Of the first page the title of a new window tells.
        if topic is not None and self.isVisible():
            announce(self.view, self.tr("Opened: {title}").format(title=topic.title))

    def _turn_to(self, topic: Topic | None) -> None:
        """Show the page or the start page, so that a page is set once, at its width."""
        if topic is None:
            self._centre.setCurrentWidget(self.start)
        self.pane_layout.turn_to_page(has_side=topic is not None)
        if topic is not None:
            self._centre.setCurrentWidget(self.view)

    def _entitle(self, topic: Topic | None) -> None:
        title = self.tr("Evidence Reader")
        if topic is not None:
            title = self.tr("{title} – Evidence Reader").format(title=topic.title)
        if self.keeper.traceless:
            title = self.tr("{title} – leaving no trace").format(title=title)
        elif is_portable():
            title = self.tr("{title} – portable").format(title=title)
        self.setWindowTitle(title)

    @Slot(bool)
    def _on_trace_changed(self, traceless: bool) -> None:  # noqa: FBT001 - Qt's signal
        if traceless:
            self._entitle(self.desk.topic)
        else:
            self.start_afresh()

    @Slot(object)
    def _on_notebook_opened(self, opened: Opened) -> None:
        if opened.refusal is not None:
            self.report(opened.refusal)
        if self.keeper.take_late(opened.settings):
            self.appearance.apply()

    @Slot(object)
    def _on_topic_requested(self, target: LinkTarget) -> None:
        self.doors.choose(Place(target.slug, target.section))

    @Slot(object)
    def _on_badge_activated(self, target: ClaimTarget) -> None:
        if self.desk.topic is not None:
            self.side.show_claim(self.desk.topic, target.claim)
            self.ways.show_panel()

    @Slot(int)
    def _on_text_size_step(self, step: int) -> None:
        if step > 0:
            self.appearance.larger()
        else:
            self.appearance.smaller()

    @Slot()
    def _on_side_left(self) -> None:
        """Back to the page; in a small window the panel makes room for it."""
        self.pane_layout.turn_to_page(has_side=self.desk.topic is not None)
        self._focus_page()

    @Slot()
    def _on_print(self) -> None:
        if self.desk.topic is not None:
            self.dialogs.print_topic(self.desk.topic)

    @Slot()
    def _on_save(self) -> None:
        if self.desk.topic is not None:
            self.dialogs.save_topic(self.desk.topic)

    @Slot()
    def _focus_page(self) -> None:
        page = self.start if self.desk.topic is None else self.view
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _fit(self) -> None:
        self.tools.fit(self.width())
        self.pane_layout.fit()
