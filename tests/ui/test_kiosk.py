"""A window for a waiting room, and a clock that the test sets."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QPushButton, QTableWidget
from pytestqt.qtbot import QtBot

from reader.notebook.settings import Theme
from reader.ui.kiosk import Kiosk
from reader.ui.kiosk_notice import KioskNotice
from reader.ui.navigation import Place
from reader.ui.shelf_switch import Shelf
from reader.ui.topic_links import WebTarget
from reader.ui.window import MainWindow
from tests.ui.window_support import Readers

MARLOW = "marlow-syndrome"
WAY_OUT = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.AltModifier
)


@dataclass
class Clock:
    now: float = 0.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Public:
    """A kiosk, its window and its clock."""

    window: MainWindow
    kiosk: Kiosk
    clock: Clock
    qtbot: QtBot

    def wait(self, seconds: float) -> None:
        """Let time pass in which nobody does anything."""
        self.clock.now += seconds
        self.kiosk.watch.tick()

    def notice(self) -> KioskNotice | None:
        """The count of the last seconds, if it is shown."""
        over = QApplication.activeModalWidget()
        return over if isinstance(over, KioskNotice) else None

    def words(self) -> str:
        """What it says."""
        notice = self.notice()
        return "" if notice is None else notice.words.text()


def open_kiosk(
    readers: Readers, qtbot: QtBot, *, may_print: bool = False
) -> Iterator[Public]:
    clock = Clock()
    with readers.open(kiosk=True) as window:
        kiosk = Kiosk(window, idle=180, may_print=may_print, clock=clock)
        kiosk.begin()
        yield Public(window, kiosk, clock, qtbot)
        if window.isVisible():
            qtbot.keyClick(window, Qt.Key.Key_Q, WAY_OUT)
        assert not window.isVisible()


@pytest.fixture
def public(readers: Readers, qtbot: QtBot) -> Iterator[Public]:
    yield from open_kiosk(readers, qtbot)


@pytest.fixture
def printing(readers: Readers, qtbot: QtBot) -> Iterator[Public]:
    yield from open_kiosk(readers, qtbot, may_print=True)


def offered(window: MainWindow) -> set[str]:
    return {spec.name for spec in window.own_actions.offered()}


def menu_words(window: MainWindow) -> str:
    return "\n".join(
        action.text()
        for menu in window.tools.findChildren(QMenu)
        for action in menu.actions()
        if action.isVisible()
    )


def test_it_fills_the_screen_and_stays_so(public: Public) -> None:
    assert public.window.isFullScreen()
    public.window.showNormal()
    assert public.window.isFullScreen()


def test_nothing_leads_to_what_is_kept_or_to_files(public: Public) -> None:
    public.window.open_place(Place(MARLOW))
    assert offered(public.window).isdisjoint(
        {"bookmark", "bookmarks", "history", "move", "settings", "save", "print"}
    )
    for word in ("ookmark", "istory", "ettings", "Save", "Print", "Close", "trace"):
        assert word not in menu_words(public.window)
    for name in ("bookmark", "save", "print", "quit"):
        assert not public.window.own_actions[name].isEnabled()
    switch = public.window.finder.switch
    words = {b.text() for b in switch.findChildren(type(switch._group.button(0)))}
    assert {"Bookmarks", "History"} <= words
    for shelf in (Shelf.BOOKMARKS, Shelf.HISTORY):
        assert not switch._group.button(shelf.value).isVisible()
    assert not public.window.no_trace.mark.isVisible()


def test_nothing_is_written_at_all(
    public: Public, readers: Readers, qtbot: QtBot
) -> None:
    public.window.open_place(Place(MARLOW))
    public.window.own_actions["larger"].trigger()
    qtbot.keyClick(public.window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(public.window, Qt.Key.Key_Q, WAY_OUT)
    assert list(readers.notebook.iterdir()) == []


def test_closing_is_refused_but_for_the_way_out(public: Public, qtbot: QtBot) -> None:
    assert not public.window.close()
    assert public.window.isVisible()
    for modifiers in (
        Qt.KeyboardModifier.ControlModifier,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    ):
        qtbot.keyClick(public.window, Qt.Key.Key_Q, modifiers)
        qtbot.keyClick(public.window, Qt.Key.Key_W, modifiers)
    assert public.window.isVisible()
    qtbot.keyClick(public.window, Qt.Key.Key_Q, WAY_OUT)
    assert not public.window.isVisible()


def test_the_way_out_works_over_a_dialog(public: Public, qtbot: QtBot) -> None:
    public.window.own_actions["about"].trigger()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    qtbot.keyClick(dialog, Qt.Key.Key_Q, WAY_OUT)
    assert not public.window.isVisible()
    assert QApplication.activeModalWidget() is None


def test_the_way_out_is_not_shown_to_patients(public: Public, qtbot: QtBot) -> None:
    qtbot.keyClick(public.window, Qt.Key.Key_F1)
    sheet = QApplication.activeModalWidget()
    assert isinstance(sheet, QDialog)
    table = sheet.findChild(QTableWidget)
    assert isinstance(table, QTableWidget)
    model = table.model()
    cells = "\n".join(
        model.index(row, column).data()
        for row in range(model.rowCount())
        for column in (0, 1)
    )
    for word in ("Q", "ookmark", "istory"):
        assert word not in cells
    sheet.reject()


def test_after_the_time_it_is_fresh_for_the_next_person(
    public: Public, qtbot: QtBot
) -> None:
    window = public.window
    window.open_place(Place(MARLOW))
    for name in ("larger", "larger"):
        window.own_actions[name].trigger()
    window.tools.themes.actions()[2].trigger()
    qtbot.keyClicks(window.finder.box, "marlow")
    QGuiApplication.clipboard().setText("what a patient copied")
    window.own_actions["about"].trigger()
    public.wait(180)
    assert QApplication.activeModalWidget() is None
    assert window.desk.topic is None
    assert window.start.isVisible()
    assert not window.desk.can_go_back
    assert window.finder.box.text() == ""
    assert not window.finder.box.isUndoAvailable()
    assert window.finder.shelves.isVisible()
    assert window.appearance.text_size == 100
    assert window.keeper.settings.theme is Theme.SYSTEM
    assert QGuiApplication.clipboard().text() == ""
    assert window.focusWidget() is window.finder.box


def test_the_last_seconds_are_counted_in_sight(public: Public, qtbot: QtBot) -> None:
    public.window.open_place(Place(MARLOW))
    qtbot.keyClick(public.window.view, Qt.Key.Key_Down)
    public.wait(164)
    assert public.notice() is None
    public.wait(1)
    assert "15 seconds" in public.words()
    public.wait(10)
    assert "5 seconds" in public.words()
    public.wait(5)
    assert public.notice() is None
    assert public.window.desk.topic is None


def test_any_key_stops_the_count_and_does_nothing_else(
    public: Public, qtbot: QtBot
) -> None:
    window = public.window
    window.open_place(Place(MARLOW))
    qtbot.keyClick(window.view, Qt.Key.Key_Down)
    public.wait(170)
    assert public.notice() is not None
    qtbot.keyClick(window.finder.box, Qt.Key.Key_X)
    assert public.notice() is None
    assert window.finder.box.text() == ""
    public.wait(100)
    assert window.desk.topic is not None


@pytest.mark.parametrize("percent", [100, 200, 300])
def test_the_count_shows_all_its_words(public: Public, percent: int) -> None:
    settings = replace(public.window.keeper.settings, text_size=percent)
    public.window.appearance.take(settings)
    public.kiosk.watch.touch()
    public.wait(170)
    notice = public.notice()
    assert notice is not None
    QApplication.sendPostedEvents()
    words = notice.words
    assert words.height() >= words.heightForWidth(words.width())
    assert notice.stay.width() >= notice.stay.sizeHint().width()


def test_a_touch_stops_the_count_too(public: Public, qtbot: QtBot) -> None:
    public.window.open_place(Place(MARLOW))
    qtbot.keyClick(public.window.view, Qt.Key.Key_Down)
    public.wait(170)
    notice = public.notice()
    assert notice is not None
    stay = notice.findChild(QPushButton)
    assert isinstance(stay, QPushButton)
    qtbot.mouseClick(stay, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert public.notice() is None
    assert public.window.desk.topic is not None


def test_the_count_stands_over_an_open_dialog(public: Public, qtbot: QtBot) -> None:
    public.window.own_actions["about"].trigger()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    qtbot.keyClick(dialog, Qt.Key.Key_Tab)
    public.wait(170)
    notice = public.notice()
    assert notice is not None
    assert notice.parent() is dialog
    public.wait(10)
    assert QApplication.activeModalWidget() is None


def test_an_untouched_kiosk_counts_nothing(public: Public) -> None:
    public.wait(10_000)
    assert public.notice() is None


def test_no_address_is_opened_in_a_browser(public: Public) -> None:
    public.window.open_place(Place(MARLOW))
    public.window.view.web_requested.emit(WebTarget("https://example.org/hands"))
    message = public.window.bar.message
    assert message is not None
    assert message.action == ""


def test_printing_where_it_is_allowed_has_no_way_to_a_file(
    printing: Public, qtbot: QtBot
) -> None:
    printing.window.open_place(Place(MARLOW))
    assert "print" in offered(printing.window)
    assert "save" not in offered(printing.window)
    printing.window.own_actions["print"].trigger()
    preview = QApplication.activeModalWidget()
    assert isinstance(preview, QDialog)
    words = [b.text() for b in preview.findChildren(QPushButton) if b.isVisible()]
    assert not any("PDF" in each for each in words)
    qtbot.keyClick(preview, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.activeModalWidget() is preview
    preview.reject()


def test_the_end_of_the_session_is_not_held_up(
    public: Public, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.ui.kiosk._session_ends", lambda: True)
    close = QEvent(QEvent.Type.Close)
    assert not public.kiosk.eventFilter(public.window, close)
