"""Reading aloud: keys, bar and mark, with a voice that speaks when it is told."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QTextCharFormat
from PySide6.QtWidgets import QApplication, QMenu, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from reader.model.errors import KnownError, NotFoundError
from reader.notebook.settings import READING_SPEEDS
from reader.speech.voice import Voice
from reader.ui.navigation import Place
from reader.ui.reading_queue import ReadingQueue, State
from reader.ui.shortcut_sheet import ShortcutSheet
from reader.ui.speech_bar import SpeechBar
from reader.ui.theme import ThemeChoice
from reader.ui.topic_links import ClaimTarget
from reader.ui.window import MainWindow
from tests.ui.fake_voice import FakeVoice
from tests.ui.test_access import nameless
from tests.ui.window_support import Readers

MARLOW = "marlow-syndrome"
NAMES = ("read-aloud", "read-here", "stop-reading", "read-slower", "read-faster")
TITLE = "Marlow's syndrome (MS1)."


@pytest.fixture
def voice(monkeypatch: pytest.MonkeyPatch) -> FakeVoice:
    made = FakeVoice()
    monkeypatch.setattr("reader.speech.finding.find_voice", made.find)
    return made


@pytest.fixture
def page(voice: FakeVoice, readers: Readers, qtbot: QtBot) -> Iterator[MainWindow]:
    """A window with a page open, on a computer that has a voice."""
    with readers.open() as window:
        window.open_place(Place(MARLOW))
        window.read_aloud.look()
        qtbot.waitUntil(window.own_actions["read-aloud"].isVisible)
        yield window
    assert voice.closed


def press(window: MainWindow, keys: str) -> None:
    names = {
        spec.keys[0]: spec.name for spec in window.own_actions.specs() if spec.keys
    }
    action = window.own_actions[names[keys]]
    assert action.isEnabled()
    action.trigger()


def marked(window: MainWindow) -> str:
    marks = window.view.extraSelections()
    return marks[0].cursor.selectedText() if marks else ""


def begin(window: MainWindow, voice: FakeVoice, qtbot: QtBot) -> None:
    window.own_actions["read-aloud"].trigger()
    qtbot.waitUntil(lambda: voice.said == [TITLE])


def menu_words(window: MainWindow) -> list[str]:
    menu = window.tools._more_button.menu()
    assert isinstance(menu, QMenu)
    return [action.text() for action in menu.actions() if action.isVisible()]


def test_a_computer_without_a_voice_is_offered_nothing(
    readers: Readers, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def find() -> Voice:
        raise NotFoundError("There is none.")

    monkeypatch.setattr("reader.speech.finding.find_voice", find)
    with readers.open() as window:
        window.open_place(Place(MARLOW))
        window.read_aloud.look()
        queue = window.read_aloud._queue
        assert queue is not None
        with qtbot.waitSignal(queue.voice_found) as found:
            pass
        assert found.args == [False]
        assert not any(window.own_actions[name].isVisible() for name in NAMES)
        offered = {spec.name for spec in window.own_actions.offered()}
        assert offered.isdisjoint(NAMES)
        window.own_actions["read-aloud"].trigger()
        window.read_aloud.toggle()
        assert not window.read_aloud.bar.isVisible()
        assert window.bar.message is None


def test_no_voice_is_looked_for_before_a_page_is_open(
    readers: Readers, voice: FakeVoice
) -> None:
    with readers.open() as window:
        assert window.read_aloud._queue is None
        assert not window.read_aloud._timer.isActive()
        window.open_place(Place(MARLOW))
        assert window.read_aloud._timer.isActive()
    assert voice.said == []


def test_where_there_is_a_voice_menu_bar_and_sheet_offer_it(page: MainWindow) -> None:
    assert "Read aloud from here" in menu_words(page)
    button = page.tools.widgetForAction(page.own_actions["read-aloud"])
    assert button.isVisible()
    sheet = ShortcutSheet(page.own_actions.offered(), page, keeps=True)
    table = sheet.findChild(QTableWidget)
    assert isinstance(table, QTableWidget)
    for words in ("Read aloud", "Stop reading aloud", "Read faster"):
        assert table.findItems(words, Qt.MatchFlag.MatchExactly)


@pytest.mark.parametrize("width", range(640, 1300, 60))
def test_the_button_that_comes_later_pushes_none_out_of_the_bar(
    readers: Readers, voice: FakeVoice, qtbot: QtBot, width: int
) -> None:
    with readers.open(width) as window:
        window.open_place(Place(MARLOW))
        window.read_aloud.look()
        qtbot.waitUntil(window.own_actions["read-aloud"].isVisible)
        more = window.tools._more_button
        qtbot.waitUntil(more.isVisible)
        qtbot.waitUntil(lambda: more.geometry().right() <= width)
    assert voice.said == []


def test_a_page_is_read_sentence_by_sentence_and_each_is_marked(
    page: MainWindow, voice: FakeVoice, qtbot: QtBot
) -> None:
    begin(page, voice, qtbot)
    assert marked(page) == "Marlow's syndrome (MS1)"
    voice.finish()
    qtbot.waitUntil(lambda: len(voice.said) == 2)
    assert voice.said[1].startswith("Also called Grey hand")
    assert marked(page).startswith("Also called Grey hand")


def test_the_mark_is_a_line_as_well_as_a_colour(
    page: MainWindow, voice: FakeVoice, qtbot: QtBot
) -> None:
    begin(page, voice, qtbot)
    (mark,) = page.view.extraSelections()
    look = mark.format
    assert look.underlineStyle() is QTextCharFormat.UnderlineStyle.SingleUnderline
    assert look.background().color().name() == page.appearance.theme.match
    assert look.foreground().color().name() == page.appearance.theme.on_match


def test_a_badge_is_ringed_and_lies_under_no_veil(
    page: MainWindow, voice: FakeVoice, qtbot: QtBot
) -> None:
    begin(page, voice, qtbot)
    queue = page.read_aloud._queue
    assert queue is not None
    numbers = [n for n, each in enumerate(queue._sentences) if each.badge]
    queue.skip(numbers[0])
    shown = page.view._page
    assert shown is not None
    assert page.view._ringed in shown.badges.values()
    assert page.view.extraSelections() == []
    queue.skip(1)
    assert page.view._ringed is None


def test_a_pause_is_silent_and_the_sentence_begins_again(
    page: MainWindow, voice: FakeVoice, qtbot: QtBot
) -> None:
    begin(page, voice, qtbot)
    press(page, "Ctrl+R")
    queue = page.read_aloud._queue
    assert queue is not None
    assert queue.state is State.PAUSED
    play = page.read_aloud.bar.button("play")
    assert play.accessibleName() == "Go on reading aloud"
    assert marked(page) != ""
    qtbot.mouseClick(play, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: voice.said == [TITLE, TITLE])
    assert play.accessibleName() == "Pause"


def test_the_bar_goes_to_the_next_sentence_and_back(
    page: MainWindow, voice: FakeVoice, qtbot: QtBot
) -> None:
    begin(page, voice, qtbot)
    bar = page.read_aloud.bar
    qtbot.mouseClick(bar.button("next"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(voice.said) == 2)
    assert marked(page).startswith("Also called")
    qtbot.mouseClick(bar.button("play"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(bar.button("previous"), Qt.MouseButton.LeftButton)
    assert marked(page) == "Marlow's syndrome (MS1)"
    qtbot.mouseClick(bar.button("previous"), Qt.MouseButton.LeftButton)
    assert marked(page) == "Marlow's syndrome (MS1)"
    assert len(voice.said) == 2


def test_escape_stops_and_takes_bar_and_mark_away(
    page: MainWindow, voice: FakeVoice, qtbot: QtBot
) -> None:
    begin(page, voice, qtbot)
    assert page.read_aloud.bar.isVisible()
    qtbot.keyClick(page.view, Qt.Key.Key_Escape)
    assert not page.read_aloud.bar.isVisible()
    assert marked(page) == ""
    assert not page.own_actions["stop-reading"].isEnabled()


def test_escape_clears_the_search_again_when_nothing_is_read(
    page: MainWindow, voice: FakeVoice, qtbot: QtBot
) -> None:
    begin(page, voice, qtbot)
    page.finder.box.setText("hand")
    page.finder.box.setFocus()
    qtbot.keyClick(page.finder.box, Qt.Key.Key_Escape)
    assert page.finder.box.text() == "hand"
    qtbot.keyClick(page.finder.box, Qt.Key.Key_Escape)
    assert page.finder.box.text() == ""


def test_the_keys_work_in_the_page_and_in_the_search_field(
    page: MainWindow, voice: FakeVoice, qtbot: QtBot
) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    both = control | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(page.view, Qt.Key.Key_R, control)
    qtbot.waitUntil(lambda: voice.said == [TITLE])
    qtbot.keyClick(page.view, Qt.Key.Key_Up, both)
    qtbot.waitUntil(lambda: len(voice.said) == 2)
    page.finder.box.setFocus()
    qtbot.keyClick(page.finder.box, Qt.Key.Key_Up, both)
    qtbot.waitUntil(lambda: len(voice.said) == 3)
    assert voice.speeds == [100, 125, 150]


def test_the_speed_is_heard_at_once_and_remembered(
    page: MainWindow, voice: FakeVoice, qtbot: QtBot
) -> None:
    begin(page, voice, qtbot)
    press(page, "Ctrl+Shift+Up")
    qtbot.waitUntil(lambda: voice.speeds == [100, 125])
    assert voice.said == [TITLE, TITLE]
    assert page.keeper.settings.reading_speed == 125
    page.read_aloud.stop()
    page.own_actions["read-aloud"].trigger()
    qtbot.waitUntil(lambda: voice.speeds == [100, 125, 125])


@pytest.mark.parametrize(("end", "name"), [(0, "slower"), (-1, "faster")])
def test_the_slowest_and_the_fastest_are_the_last(
    page: MainWindow, voice: FakeVoice, qtbot: QtBot, end: int, name: str
) -> None:
    settings = replace(page.keeper.settings, reading_speed=READING_SPEEDS[end])
    page.keeper.change_settings(settings)
    begin(page, voice, qtbot)
    assert not page.read_aloud.bar.button(name).isEnabled()
    page.own_actions[f"read-{name}"].trigger()
    assert page.keeper.settings.reading_speed == READING_SPEEDS[end]


def test_reading_from_here_begins_where_the_person_is(
    page: MainWindow, voice: FakeVoice, qtbot: QtBot
) -> None:
    page.view.go_to("diagnosis")
    press(page, "Ctrl+Shift+R")
    qtbot.waitUntil(lambda: len(voice.said) == 1)
    bar = page.view.verticalScrollBar()
    first = marked(page)
    page.read_aloud.stop()
    bar.setValue(bar.maximum() // 3)
    page.own_actions["read-here"].trigger()
    qtbot.waitUntil(lambda: len(voice.said) == 2)
    assert voice.said[0] != TITLE
    assert voice.said[1] not in {voice.said[0], TITLE}
    assert first


def test_the_sentence_is_kept_in_view(
    page: MainWindow, voice: FakeVoice, qtbot: QtBot
) -> None:
    begin(page, voice, qtbot)
    bar = page.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    page.read_aloud.bar.button("next").click()
    (mark,) = page.view.extraSelections()
    shown = page.view.viewport().rect()
    assert shown.contains(page.view.cursorRect(mark.cursor))


def test_another_text_size_keeps_the_sentence_marked(
    page: MainWindow, voice: FakeVoice, qtbot: QtBot
) -> None:
    begin(page, voice, qtbot)
    with qtbot.waitSignal(page.view.page_changed):
        page.own_actions["larger"].trigger()
    assert marked(page) == "Marlow's syndrome (MS1)"


def test_other_colours_mark_in_those(
    page: MainWindow, voice: FakeVoice, qtbot: QtBot
) -> None:
    begin(page, voice, qtbot)
    choices = {a.data(): a for a in page.tools.themes.actions()}
    with qtbot.waitSignal(page.view.page_changed):
        choices[ThemeChoice.HIGH_CONTRAST.value].trigger()
    (mark,) = page.view.extraSelections()
    assert mark.format.background().color().name() == page.appearance.theme.match
    assert page.appearance.theme.name is ThemeChoice.HIGH_CONTRAST


def test_reading_in_one_window_ends_it_in_the_others(
    page: MainWindow, voice: FakeVoice, qtbot: QtBot
) -> None:
    other = QWidget()
    qtbot.addWidget(other)
    bar = SpeechBar(other)
    bar.make()
    other.show()
    bar.show()
    with qtbot.waitSignal(bar.stop_pressed):
        begin(page, voice, qtbot)
    assert page.read_aloud.bar.isVisible()


def test_reading_stops_when_another_page_opens(
    page: MainWindow, voice: FakeVoice, qtbot: QtBot
) -> None:
    begin(page, voice, qtbot)
    page.open_place(Place("how-we-grade"))
    assert not page.read_aloud.bar.isVisible()
    assert marked(page) == ""
    page.own_actions["home"].trigger()
    assert not page.own_actions["read-aloud"].isEnabled()


def test_a_link_inside_the_page_does_not_stop_the_reading(
    page: MainWindow, voice: FakeVoice, qtbot: QtBot
) -> None:
    begin(page, voice, qtbot)
    page.open_place(Place(MARLOW, "diagnosis"))
    assert page.read_aloud.bar.isVisible()


def test_the_end_of_the_page_ends_the_reading(
    page: MainWindow, voice: FakeVoice, qtbot: QtBot
) -> None:
    begin(page, voice, qtbot)
    queue = page.read_aloud._queue
    assert queue is not None
    queue.skip(len(queue._sentences))
    qtbot.waitUntil(lambda: len(voice.said) == 2)
    with qtbot.waitSignal(queue.finished):
        voice.finish()
    assert not page.read_aloud.bar.isVisible()


def test_a_voice_that_fails_says_so_in_the_bar_of_messages(
    page: MainWindow, voice: FakeVoice, qtbot: QtBot
) -> None:
    voice.error = KnownError("The voice does not speak.", "Check the sound.")
    begin(page, voice, qtbot)
    voice.finish()
    qtbot.waitUntil(lambda: page.bar.message is not None)
    assert page.bar.message is not None
    assert page.bar.message.text == "The voice does not speak."
    assert not page.read_aloud.bar.isVisible()


def test_the_window_closes_while_it_reads(
    readers: Readers, voice: FakeVoice, qtbot: QtBot
) -> None:
    with readers.open() as window:
        window.open_place(Place(MARLOW))
        window.read_aloud.look()
        qtbot.waitUntil(window.own_actions["read-aloud"].isVisible)
        begin(window, voice, qtbot)
    assert voice.closed


def test_every_button_has_a_name_and_is_reached_by_key(
    page: MainWindow, voice: FakeVoice, qtbot: QtBot
) -> None:
    begin(page, voice, qtbot)
    assert nameless(page.read_aloud.bar) == []
    node = QAccessible.queryAccessibleInterface(page.read_aloud.bar)
    assert node.text(QAccessible.Text.Name) == "Reading aloud"
    page.view.setFocus()
    page.own_actions["next-pane"].trigger()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert page.read_aloud.bar.isAncestorOf(focus)
    page.read_aloud.bar.button("stop").setFocus()
    page.read_aloud.bar.button("stop").click()
    assert page.view.hasFocus()


def test_a_kiosk_may_read_aloud_and_stops_when_it_starts_afresh(
    readers: Readers, voice: FakeVoice, qtbot: QtBot
) -> None:
    with readers.open(kiosk=True) as window:
        window.open_place(Place(MARLOW))
        window.read_aloud.look()
        qtbot.waitUntil(window.own_actions["read-aloud"].isVisible)
        begin(window, voice, qtbot)
        window.start_afresh()
        assert not window.read_aloud.bar.isVisible()


def test_a_queue_that_was_stopped_says_nothing_more(
    voice: FakeVoice, page: MainWindow, qtbot: QtBot
) -> None:
    begin(page, voice, qtbot)
    queue = page.read_aloud._queue
    assert isinstance(queue, ReadingQueue)
    page.read_aloud.stop()
    queue.pause()
    queue.resume()
    queue.skip(1)
    assert queue.state is State.IDLE
    assert voice.said == [TITLE]


def test_escape_in_the_badge_panel_closes_it_and_reading_goes_on(
    page: MainWindow, voice: FakeVoice, qtbot: QtBot
) -> None:
    begin(page, voice, qtbot)
    page.view.badge_activated.emit(ClaimTarget("marlow-cells"))
    page.activateWindow()
    focus = page.focusWidget()
    assert focus is not None
    assert page.side.isAncestorOf(focus)
    qtbot.keyClick(focus, Qt.Key.Key_Escape)
    assert not page.side.explains
    assert page.read_aloud.bar.isVisible()
    assert page.focusWidget() is page.view
