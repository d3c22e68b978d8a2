"""Every screen and dialog, as a screen reader and the Tab key are given it."""

from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from reader.ui.handout_dialog import HandoutDialog
from reader.ui.kiosk import Kiosk
from reader.ui.navigation import Place
from reader.ui.shelf_switch import Shelf
from reader.ui.topic_links import ClaimTarget
from reader.ui.window import MainWindow
from tests.ui.accessible import backwards, controls, faults, tabbed
from tests.ui.fake_voice import FakeVoice
from tests.ui.window_support import Readers

MARLOW = "marlow-syndrome"


@pytest.fixture
def awake(window: MainWindow) -> MainWindow:
    window.activateWindow()
    return window


def search(window: MainWindow, qtbot: QtBot, words: str) -> None:
    window.focus_search()
    qtbot.keyClicks(window.finder.box, words)
    qtbot.waitUntil(window.finder.status.isVisible)


def show_results(window: MainWindow, qtbot: QtBot) -> None:
    search(window, qtbot, "marlow")


def show_nothing_found(window: MainWindow, qtbot: QtBot) -> None:
    search(window, qtbot, "qqqqzz")


def show_nothing_but_near(window: MainWindow, qtbot: QtBot) -> None:
    search(window, qtbot, "marlo synd zz")


def show_topic(window: MainWindow, qtbot: QtBot) -> None:
    window.open_place(Place(MARLOW))
    qtbot.waitUntil(lambda: not window.view.arriving)


def show_links(window: MainWindow, qtbot: QtBot) -> None:
    show_topic(window, qtbot)
    next(
        each.widget
        for each in controls(window.side)
        if each.name == "Links" and hasattr(each.widget, "click")
    ).click()


def show_why(window: MainWindow, qtbot: QtBot) -> None:
    show_topic(window, qtbot)
    window.view.badge_activated.emit(ClaimTarget("marlow-cells"))


def show_find_bar(window: MainWindow, qtbot: QtBot) -> None:
    show_topic(window, qtbot)
    window.own_actions["find"].trigger()
    qtbot.keyClicks(window.focusWidget(), "hand")


def show_bookmarks(window: MainWindow, qtbot: QtBot) -> None:
    show_topic(window, qtbot)
    window.own_actions["bookmark"].trigger()
    window.own_actions["bookmarks"].trigger()
    qtbot.waitUntil(window.finder.bookmarks.view.isVisible)


def show_history(window: MainWindow, qtbot: QtBot) -> None:
    show_topic(window, qtbot)
    window.own_actions["history"].trigger()
    qtbot.waitUntil(window.finder.history.view.isVisible)


def show_alphabet(window: MainWindow, qtbot: QtBot) -> None:
    del qtbot
    window.finder.show_shelf(Shelf.ALPHABET)


def show_no_trace(window: MainWindow, qtbot: QtBot) -> None:
    show_topic(window, qtbot)
    window.own_actions["no-trace"].trigger()


def show_start(window: MainWindow, qtbot: QtBot) -> None:
    window.start_afresh()
    del qtbot


def show_large(window: MainWindow, qtbot: QtBot) -> None:
    show_topic(window, qtbot)
    window.resize(700, 600)
    for _ in range(9):
        window.own_actions["larger"].trigger()
    qtbot.waitUntil(window.updatesEnabled)


Show = Callable[[MainWindow, QtBot], None]
SCREENS: tuple[Show, ...] = (
    show_start,
    show_results,
    show_nothing_found,
    show_nothing_but_near,
    show_topic,
    show_links,
    show_why,
    show_find_bar,
    show_bookmarks,
    show_history,
    show_alphabet,
    show_no_trace,
    show_large,
)
screens = pytest.mark.parametrize("show", SCREENS)
dialogs = pytest.mark.parametrize(
    "name", ["settings", "move", "shortcuts", "about", "print"]
)


@screens
def test_every_control_of_a_screen_has_a_name_of_its_own_and_a_fitting_role(
    awake: MainWindow, qtbot: QtBot, show: Show
) -> None:
    show(awake, qtbot)
    assert faults(awake) == []


@screens
def test_tab_goes_round_a_screen_as_it_is_read_and_back_the_same_way(
    awake: MainWindow, qtbot: QtBot, show: Show
) -> None:
    show(awake, qtbot)
    stops = tabbed(awake, qtbot)
    assert len(stops) == len(set(stops))
    parts = [part_of(awake, stop) for stop in stops]
    assert falls(parts) <= 1, parts  # once round, from the end to the beginning
    at = next((n for n in range(1, len(parts)) if parts[n - 1] > parts[n]), 0)
    for part in set(parts):
        order = [*stops[at:], *stops[:at]]
        inside = [stop for stop in order if part_of(awake, stop) == part]
        assert backwards(inside) == []
    assert tabbed(awake, qtbot, back=True) == [stops[0], *reversed(stops[1:])]


def falls(numbers: list[int]) -> int:
    """How often a lower number follows, the first one after the last one, too."""
    return sum(a > b for a, b in pairwise([*numbers, numbers[0]]))


def part_of(window: MainWindow, widget: QWidget) -> int:
    """Which part of the window a widget is in, counted as one reads."""
    parts = (
        window.pane_layout.switch,
        window.finder,
        window.no_trace.mark,
        window.bar,
        window.view,
        window.start,
        window.reading.bar,
        window.read_aloud.bar,
        window.side,
        window.tools,
    )
    inside = [each is widget or each.isAncestorOf(widget) for each in parts]
    assert True in inside, widget
    return inside.index(True)


def opened(window: MainWindow, qtbot: QtBot, name: str) -> QDialog:
    window.own_actions[name].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    dialog.activateWindow()
    qtbot.waitUntil(lambda: dialog.focusWidget() is not None)
    return dialog


@dialogs
def test_every_control_of_a_dialog_has_a_name_of_its_own_and_stands_in_order(
    awake: MainWindow, qtbot: QtBot, name: str
) -> None:
    show_topic(awake, qtbot)
    dialog = opened(awake, qtbot, name)
    if isinstance(dialog, HandoutDialog):
        qtbot.waitUntil(dialog.preview.view.is_drawn, timeout=20_000)
        qtbot.waitUntil(dialog.outlet.print.hasFocus)
    assert faults(dialog) == []
    stops = tabbed(dialog, qtbot)
    breaks = backwards([*stops, stops[0]])
    assert len(breaks) <= 1, breaks  # once round, from the end to the beginning
    dialog.close()


@dialogs
def test_the_focus_comes_back_from_a_dialog_to_where_it_was(
    awake: MainWindow, qtbot: QtBot, name: str
) -> None:
    show_topic(awake, qtbot)
    assert awake.focusWidget() is awake.view
    opened(awake, qtbot, name).close()
    awake.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is awake.view)


def test_the_focus_comes_back_from_the_find_bar_and_from_the_badge_panel(
    awake: MainWindow, qtbot: QtBot
) -> None:
    show_find_bar(awake, qtbot)
    qtbot.keyClick(awake.focusWidget(), Qt.Key.Key_Escape)
    assert awake.focusWidget() is awake.view
    show_why(awake, qtbot)
    focus = awake.focusWidget()
    assert focus is not None
    assert awake.side.isAncestorOf(focus)
    qtbot.keyClick(focus, Qt.Key.Key_Escape)
    assert awake.focusWidget() is awake.view


def test_the_focus_is_not_lost_with_a_panel_that_is_folded_away(
    awake: MainWindow, qtbot: QtBot
) -> None:
    show_why(awake, qtbot)
    awake.own_actions["panel"].trigger()
    assert_seen(awake)


def assert_seen(window: MainWindow) -> None:
    focus = window.focusWidget()
    assert focus is not None
    assert focus.isVisible()
    assert focus.isEnabled()


@pytest.mark.parametrize("name", ["home", "search", "no-trace", "bookmarks"])
def test_the_focus_is_not_lost_when_what_had_it_goes(
    awake: MainWindow, qtbot: QtBot, name: str
) -> None:
    show_why(awake, qtbot)
    awake.own_actions[name].trigger()
    assert_seen(awake)


def test_the_focus_is_not_lost_with_the_last_bookmark(
    awake: MainWindow, qtbot: QtBot
) -> None:
    show_bookmarks(awake, qtbot)
    view = awake.finder.bookmarks.view
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 0))
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not view.isVisible())
    assert_seen(awake)
    assert QApplication.focusWidget() is awake.focusWidget()


def test_the_focus_is_not_lost_with_the_last_day_of_history(
    awake: MainWindow, qtbot: QtBot
) -> None:
    show_history(awake, qtbot)
    view = awake.finder.history.view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not view.isVisible())
    assert_seen(awake)


@pytest.fixture
def kiosk(readers: Readers) -> Iterator[Kiosk]:
    with readers.open(kiosk=True) as window:
        now = [0.0]
        made = Kiosk(window, idle=60, may_print=True, clock=lambda: now[0])
        made.begin()
        made.watch.touch()
        now[0] = 55
        made.watch.tick()
        yield made
        made.watch.touch()
        app = QApplication.instance()
        assert app is not None
        app.removeEventFilter(made)


def test_the_notice_of_a_kiosk_says_what_it_is_and_has_the_focus(
    kiosk: Kiosk, qtbot: QtBot
) -> None:
    del kiosk
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    assert faults(dialog) == []
    dialog.activateWindow()
    qtbot.waitUntil(lambda: dialog.focusWidget() is not None)
    spoken = QAccessible.queryAccessibleInterface(dialog.focusWidget())
    assert spoken.text(QAccessible.Text.Name) == "I am still reading"
    assert "seconds" in spoken.text(QAccessible.Text.Description)


def test_the_bar_for_reading_aloud_has_names_and_stands_in_order(
    readers: Readers, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    voice = FakeVoice()
    monkeypatch.setattr("reader.speech.finding.find_voice", voice.find)
    with readers.open() as window:
        show_topic(window, qtbot)
        window.read_aloud.look()
        qtbot.waitUntil(window.own_actions["read-aloud"].isVisible)
        window.own_actions["read-aloud"].trigger()
        bar = window.read_aloud.bar
        qtbot.waitUntil(bar.isVisible)
        assert faults(window) == []
        stops = [stop for stop in tabbed(window, qtbot) if bar.isAncestorOf(stop)]
        assert len(stops) >= 4
        assert backwards(stops) == []


@screens
def test_nothing_that_can_be_pressed_is_without_a_name(
    awake: MainWindow, qtbot: QtBot, show: Show
) -> None:
    """Also what the focus never reaches, but a finger and a screen reader do."""
    show(awake, qtbot)
    buttons = awake.findChildren(QAbstractButton)
    seen = [button for button in buttons if button.isVisible()]
    spoken = {
        button: QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name)
        for button in seen
    }
    assert [button for button, name in spoken.items() if not name] == []
