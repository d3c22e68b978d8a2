"""The window: a place to find, a page to read, and a panel that explains."""

from collections.abc import Iterable
from functools import cached_property

from PySide6.QtCore import QEvent, Qt, QTimer, Slot
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reader.library.store import Library
from reader.model.errors import ReaderError
from reader.model.systems import System
from reader.model.topic import Topic
from reader.ui.actions import Actions
from reader.ui.announce import announce
from reader.ui.appearance import Appearance
from reader.ui.desk import Desk, Opening
from reader.ui.dialogs import Dialogs
from reader.ui.dressing import Dressing, Wearers, dress_frame
from reader.ui.find_pane import FindPane
from reader.ui.geometry import restore_geometry, saved_geometry
from reader.ui.keeping import Keeper
from reader.ui.messages import MessageBar
from reader.ui.navigation import Place
from reader.ui.no_trace import NoTrace
from reader.ui.notebook_jobs import Opened
from reader.ui.panes import PaneCycle
from reader.ui.search_controller import SearchController
from reader.ui.shelf_switch import Shelf
from reader.ui.side_panel import SidePanel
from reader.ui.star import Star
from reader.ui.start_page import StartPage
from reader.ui.talk import Speakers, Talk
from reader.ui.tasks import Answer, Worker
from reader.ui.toolbar import ToolBar
from reader.ui.topic_links import ClaimTarget, LinkTarget
from reader.ui.topic_view import TopicView
from reader.ui.undoing import Undoing

_LISTING = "listing"
_FIRST_PAGE = 50  # milliseconds; asked at once, the shelves would hold it up by 7
_WIDE = 1180  # pixels; a narrower window folds the side panel away


class MainWindow(QMainWindow):
    """Lays out the parts and joins them."""

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
        dress_frame(self, appearance)
        self.own_actions = Actions(self)
        self.setMinimumSize(640, 420)
        self.bar = MessageBar(self)
        self.finder = FindPane(SearchController(worker, self), keeper, self)
        self.view = TopicView(appearance.theme, library.picture, self)
        self.side = SidePanel(self.view, appearance.theme, self)
        self.desk = Desk(library.topic, self.view, keeper, self)
        self.star = Star(self.own_actions, self.desk, keeper, self)
        self.undoing = Undoing(keeper, self)
        self.no_trace = NoTrace(self.own_actions, keeper, appearance, self)
        self.dialogs = Dialogs(
            self,
            actions=self.own_actions,
            library=library,
            worker=worker,
            keeper=keeper,
            appearance=appearance,
        )
        speakers = Speakers(
            self.desk, self.view, keeper, self.dialogs, self.undoing, self.no_trace
        )
        self._talk = Talk(self.bar, speakers, self)
        self.tools = ToolBar(self.own_actions, self)
        self.addToolBar(self.tools)
        self._lay_out()
        self._panes = PaneCycle(
            (
                self.finder.box,
                self.finder.below,
                self.no_trace.mark,
                self.bar,
                self._centre,
                self.side,
                self.tools,
            ),
            self,
        )
        self._join_actions()
        self._join_parts()
        parts = Wearers(self.own_actions, self.tools, self.star, self.view, self.side)
        self._dressing = Dressing(self, appearance, parts)
        self.finder.box.setFocus()
        QTimer.singleShot(_FIRST_PAGE, self._fill)

    def begin(self, place: Place, topic: Topic | None) -> None:
        """Show the first page: a topic, or the start page where there is none."""
        if topic is None:
            self._on_opened(Opening(Place(), None))
        else:
            self.desk.show(place, topic)

    def _lay_out(self) -> None:
        self._centre = QStackedWidget(self)
        self._centre.addWidget(self.view)
        middle = QWidget(self)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.no_trace.mark)
        column.addWidget(self.bar)
        column.addWidget(self._centre, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.addWidget(self.finder)
        self.splitter.addWidget(middle)
        self.splitter.addWidget(self.side)
        self.splitter.setCollapsible(1, False)
        self.splitter.setStretchFactor(0, 0)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setStretchFactor(2, 0)
        self.setCentralWidget(self.splitter)
        self.resize(1240, 800)
        restore_geometry(self, self.splitter, self.keeper.settings)

    @cached_property
    def start(self) -> StartPage:
        """The start page; after the first page where a start leads to a topic.

        Made before it, it would hold that page up by 10 ms.
        """
        page = StartPage(self._centre)
        page.place_chosen.connect(self.open_place)
        page.system_chosen.connect(self._on_system_chosen)
        page.search_wanted.connect(self.focus_search)
        self.keeper.shelf_changed.connect(page.show_shelf)
        self.keeper.recent_changed.connect(page.show_recent)
        page.show_shelf(self.keeper.shelf)
        page.show_recent(self.keeper.recent)
        self._centre.addWidget(page)
        return page

    def _join_actions(self) -> None:
        for name, slot in {
            "search": self.focus_search,
            "home": self.desk.go_home,
            "back": self.desk.back,
            "forward": self.desk.forward,
            "undo": self.bar.press_action,
            "bookmarks": self._on_bookmarks,
            "history": self._on_history,
            "move": self.dialogs.move,
            "smaller": self.appearance.smaller,
            "normal": self.appearance.normal,
            "larger": self.appearance.larger,
            "panel": self._on_panel,
            "next-pane": self._panes.forward,
            "previous-pane": self._panes.back,
            "print": self._on_print,
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
        self.view.topic_requested.connect(self._on_topic_requested)
        self.view.badge_activated.connect(self._on_badge_activated)
        self.view.text_size_step.connect(self._on_text_size_step)
        self.side.left.connect(self._on_side_left)
        self.desk.opened.connect(self._on_opened)
        self.keeper.opened.connect(self._on_notebook_opened)
        self.keeper.settings_changed.connect(self.appearance.apply)
        self.no_trace.changed.connect(self._on_trace_changed)
        self._talk.went_to_page.connect(self._focus_page)
        self.bar.closed.connect(self._focus_page)

    @Slot()
    def _fill(self) -> None:
        """Ask for the shelves and the bookmarks, once the first screen stands."""
        self._worker.ask(_LISTING, Library.topics)
        self.keeper.refresh()
        self.view.prepare()

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
        if not self.finder.isVisible() or self.splitter.sizes()[0] == 0:
            self.finder.show()
            self.splitter.setSizes([self.finder.sizeHint().width(), 600, 0])
        self.finder.focus_search()

    def start_afresh(self) -> None:
        """Close what was read and typed, as if the window had just been opened."""
        self.finder.start_afresh()
        self.desk.start_afresh()
        self.bar.dismiss()
        self.start.verticalScrollBar().setValue(0)
        self.finder.box.setFocus()

    def confine(self, withheld: Iterable[str]) -> None:
        """Take away these actions, and whatever leads to files and to what is kept."""
        self.own_actions.withdraw(withheld)
        self.dialogs.confined = True
        for shelf in (Shelf.BOOKMARKS, Shelf.HISTORY):
            self.finder.switch.withdraw(shelf)
        self.no_trace.mark.hide()

    @Slot(object)
    def report(self, error: ReaderError) -> None:
        """Put a failure into the bar."""
        self._talk.report(error)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the place and the shape of the window."""
        self.desk.leave()
        self.keeper.close(saved_geometry(self, self.splitter, self.keeper.settings))
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """See what other windows have kept when this one comes to the front."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self.keeper.look_elsewhere()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the side panel away where the page needs the room."""
        super().resizeEvent(event)
        self.tools.fit(self.width())
        was_wide = event.oldSize().width() >= _WIDE
        is_wide = self.width() >= _WIDE
        if was_wide is not is_wide:
            self._show_side(wide=is_wide)

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
        self._turn_to(topic)
        self.own_actions["back"].setEnabled(self.desk.can_go_back)
        self.own_actions["forward"].setEnabled(self.desk.can_go_forward)
        self.own_actions["home"].setEnabled(topic is not None)
        for name in ("print", "save"):
            self.own_actions[name].setEnabled(topic is not None)
        self.finder.mark(topic.slug if topic else "")
        self._entitle(topic)
        if topic is not None:
            announce(self.view, self.tr("Opened: {title}").format(title=topic.title))

    def _turn_to(self, topic: Topic | None) -> None:
        """Show the page or the start page, so that a page is set once, at its width."""
        if topic is None:
            self._centre.setCurrentWidget(self.start)
        self._show_side(wide=self.width() >= _WIDE)
        if topic is not None:
            self._centre.setCurrentWidget(self.view)

    def _entitle(self, topic: Topic | None) -> None:
        title = self.tr("Evidence Reader")
        if topic is not None:
            title = self.tr("{title} – Evidence Reader").format(title=topic.title)
        if self.keeper.traceless:
            title = self.tr("{title} – leaving no trace").format(title=title)
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
        self.open_place(Place(target.slug, target.section))

    @Slot(object)
    def _on_badge_activated(self, target: ClaimTarget) -> None:
        if self.desk.topic is not None:
            self.side.show_claim(self.desk.topic, target.claim)
            self._show_side(wide=True)
            self.side.take_focus()

    @Slot(int)
    def _on_text_size_step(self, step: int) -> None:
        if step > 0:
            self.appearance.larger()
        else:
            self.appearance.smaller()

    @Slot(object)
    def _on_system_chosen(self, system: System) -> None:
        self.finder.show_system(system)

    @Slot()
    def _on_bookmarks(self) -> None:
        self.finder.show_shelf(Shelf.BOOKMARKS)

    @Slot()
    def _on_history(self) -> None:
        self.finder.show_shelf(Shelf.HISTORY)

    @Slot()
    def _on_side_left(self) -> None:
        """Back to the page; in a small window the panel makes room for it."""
        self._show_side(wide=self.width() >= _WIDE)
        self._focus_page()

    @Slot()
    def _on_panel(self) -> None:
        self._show_side(wide=not self.side.isVisible())

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

    def _show_side(self, *, wide: bool) -> None:
        self.side.setVisible(wide and self.desk.topic is not None)
        self.splitter.refresh()  # else the page gets its new width some events later
