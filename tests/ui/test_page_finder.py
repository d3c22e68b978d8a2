"""Words found on the open page: marked, counted, walked, said."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QTextEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from reader.notebook.settings import Theme
from reader.ui.navigation import Place
from reader.ui.theme import DARK, LIGHT
from reader.ui.topic_objects import OBJECT
from reader.ui.window import MainWindow
from tests.ui.test_access import nameless
from tests.ui.window_support import Readers

MARLOW, GRADE = "marlow-syndrome", "how-we-grade"
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(window: MainWindow) -> MainWindow:
    window.open_place(Place(MARLOW))
    return window


def look_for(qtbot: QtBot, window: MainWindow, words: str) -> QLineEdit:
    qtbot.keyClick(window, Qt.Key.Key_F, CTRL)
    field = window.focusWidget()
    assert isinstance(field, QLineEdit)
    field.clear()
    qtbot.keyClicks(field, words)
    return field


def said(window: MainWindow) -> str:
    return window.reading.bar.said()


def marked(window: MainWindow) -> list[str]:
    """The words that are marked, in reading order."""
    selections = window.view.extraSelections()
    return [_words(each) for each in selections]


def _words(selection: QTextEdit.ExtraSelection) -> str:
    cursor: QTextCursor = selection.cursor
    return cursor.selectedText()


def grounds(window: MainWindow) -> set[str]:
    selections = window.view.extraSelections()
    return {each.format.background().color().name() for each in selections}


def is_seen(window: MainWindow) -> bool:
    current = window.reading.finder.current
    assert current is not None
    cursor = QTextCursor(window.view.document())
    cursor.setPosition(current.start)
    return window.view.viewport().rect().contains(window.view.cursorRect(cursor))


def test_ctrl_f_opens_a_field_and_the_words_are_counted_and_marked(
    page: MainWindow, qtbot: QtBot
) -> None:
    look_for(qtbot, page, "TABLETS")
    assert page.reading.bar.isVisible()
    assert [word.lower() for word in marked(page)] == ["tablets"] * len(marked(page))
    assert said(page) == f"1 of {len(marked(page))}"
    assert len(marked(page)) > 2
    assert is_seen(page)


def test_enter_and_f3_walk_the_places_and_begin_again(
    page: MainWindow, qtbot: QtBot
) -> None:
    field = look_for(qtbot, page, "tablets")
    count = len(marked(page))
    for number in range(2, count + 1):
        key = Qt.Key.Key_Return if number % 2 else Qt.Key.Key_F3
        qtbot.keyClick(field, key)
        assert said(page) == f"{number} of {count}"
        assert is_seen(page)
    qtbot.keyClick(field, Qt.Key.Key_F3)
    assert said(page) == f"1 of {count}, from the top again"
    qtbot.keyClick(field, Qt.Key.Key_F3, SHIFT)
    assert said(page) == f"{count} of {count}, from the end again"
    qtbot.keyClick(field, Qt.Key.Key_Return, SHIFT)
    assert said(page) == f"{count - 1} of {count}"


def test_the_place_shown_now_is_marked_by_more_than_a_colour(
    page: MainWindow, qtbot: QtBot
) -> None:
    look_for(qtbot, page, "tablets")
    assert grounds(page) == {LIGHT.match, LIGHT.match_current}
    framed = page.view.grab().toImage()
    page.view.mark_found(page.view.extraSelections())
    assert page.view.grab().toImage() != framed


def test_a_badge_is_found_by_its_word(page: MainWindow, qtbot: QtBot) -> None:
    look_for(qtbot, page, "moderate")
    current = page.reading.finder.current
    assert current is not None
    assert page.view.document().characterAt(current.start) == OBJECT
    assert marked(page) == []
    assert said(page) == "1 of 1"


def test_what_is_not_on_the_page_is_said_kindly(page: MainWindow, qtbot: QtBot) -> None:
    look_for(qtbot, page, "zebra")
    assert said(page) == "“zebra” is not on this page. Try one word, or part of it."
    assert marked(page) == []
    before = page.view.verticalScrollBar().value()
    qtbot.keyClick(page, Qt.Key.Key_F3)
    assert page.view.verticalScrollBar().value() == before


def test_words_that_do_not_stand_together_are_marked_one_by_one(
    page: MainWindow, qtbot: QtBot
) -> None:
    look_for(qtbot, page, "hands tablets")
    assert said(page).endswith(", each word by itself")
    assert {word.lower() for word in marked(page)} == {"hands", "tablets"}


def test_esc_takes_the_marks_away_and_leads_back_to_the_page(
    page: MainWindow, qtbot: QtBot
) -> None:
    field = look_for(qtbot, page, "tablets")
    qtbot.keyClick(field, Qt.Key.Key_F3)
    place = page.view.verticalScrollBar().value()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not page.reading.bar.isVisible()
    assert page.focusWidget() is page.view
    assert marked(page) == []
    assert abs(page.view.verticalScrollBar().value() - place) < 60


def test_f3_goes_on_from_the_page_with_the_words_of_before(
    page: MainWindow, qtbot: QtBot
) -> None:
    field = look_for(qtbot, page, "tablets")
    count = len(marked(page))
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    qtbot.keyClick(page.view, Qt.Key.Key_F3)
    assert page.reading.bar.isVisible()
    assert len(marked(page)) == count
    assert page.focusWidget() is page.view


def test_the_marks_outlive_other_colours_and_another_text_size(
    page: MainWindow, qtbot: QtBot
) -> None:
    field = look_for(qtbot, page, "tablets")
    qtbot.keyClick(field, Qt.Key.Key_F3)
    before = marked(page), said(page)
    theme = next(a for a in page.tools.themes.actions() if a.data() == Theme.DARK)
    theme.trigger()
    qtbot.waitUntil(lambda: page.view.palette().base().color().name() == DARK.page)
    qtbot.waitUntil(lambda: not page.view.arriving)
    assert grounds(page) == {DARK.match, DARK.match_current}
    for _ in range(5):
        page.own_actions["larger"].trigger()
    qtbot.waitUntil(lambda: page.view.text_size() == page.appearance.text_size)
    qtbot.waitUntil(lambda: not page.view.arriving)
    assert (marked(page), said(page)) == before
    assert is_seen(page)


def test_another_page_is_looked_through_for_the_same_words(
    page: MainWindow, qtbot: QtBot
) -> None:
    look_for(qtbot, page, "how")
    page.open_place(Place(GRADE))
    top = page.view.verticalScrollBar().value()
    assert said(page) == f"{len(marked(page))} on this page"
    assert page.view.verticalScrollBar().value() == top == 0
    qtbot.keyClick(page.view, Qt.Key.Key_F3)
    assert said(page) == f"1 of {len(marked(page))}"


def test_the_start_page_has_no_bar(page: MainWindow, qtbot: QtBot) -> None:
    look_for(qtbot, page, "tablets")
    page.own_actions["home"].trigger()
    assert not page.reading.bar.isVisible()
    assert not page.own_actions["find"].isEnabled()


def test_the_words_of_the_last_search_are_offered(
    window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.keyClicks(window.finder.box, "marlow")
    qtbot.waitUntil(lambda: window.finder.results_model.rowCount() > 0)
    window.finder.results.open_first()
    assert not window.reading.bar.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_F, CTRL)
    field = window.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.text() == field.selectedText() == "marlow"


def test_a_result_that_lies_in_a_section_shows_where_its_words_stand(
    window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.keyClicks(window.finder.box, "ambulance")
    qtbot.waitUntil(lambda: window.finder.results_model.rowCount() > 0)
    window.finder.results.open_first()
    qtbot.waitUntil(lambda: not window.view.arriving)
    assert window.reading.bar.isVisible()
    assert marked(window) == ["ambulance"]
    assert window.focusWidget() is window.view
    assert is_seen(window)


def test_a_second_result_is_looked_through_for_its_own_words(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.open_place(Place(GRADE))
    look_for(qtbot, window, "how")
    window.focus_search()
    qtbot.keyClicks(window.finder.box, "ambulance")
    qtbot.waitUntil(lambda: window.finder.results_model.rowCount() > 0)
    window.finder.results.open_first()
    qtbot.waitUntil(lambda: not window.view.arriving)
    assert window.reading.bar.words() == "ambulance"
    assert marked(window) == ["ambulance"]
    assert said(window) == "1 of 1"


def test_what_was_looked_for_is_gone_when_the_window_starts_afresh(
    page: MainWindow, qtbot: QtBot
) -> None:
    look_for(qtbot, page, "tablets")
    page.start_afresh()
    page.open_place(Place(MARLOW))
    qtbot.keyClick(page, Qt.Key.Key_F, CTRL)
    assert page.reading.bar.words() == ""


def test_what_is_read_aloud_stays_marked_beside_what_is_found(
    page: MainWindow, qtbot: QtBot
) -> None:
    look_for(qtbot, page, "tablets")
    found = page.view.extraSelections()
    page.view.setExtraSelections(found[:1])
    assert len(page.view.extraSelections()) == len(found) + 1
    page.view.setExtraSelections([])
    assert len(page.view.extraSelections()) == len(found)


def test_every_control_of_the_bar_has_a_name_and_can_be_reached(
    page: MainWindow, qtbot: QtBot
) -> None:
    look_for(qtbot, page, "tablets")
    assert nameless(page) == []
    for button in page.reading.bar.findChildren(QToolButton):
        if button.accessibleName():
            assert button.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_f6_reaches_the_bar(page: MainWindow, qtbot: QtBot) -> None:
    field = look_for(qtbot, page, "tablets")
    page.view.setFocus()
    seen: list[QWidget | None] = []
    for _ in range(8):
        qtbot.keyClick(page, Qt.Key.Key_F6)
        seen.append(page.focusWidget())
    assert field in seen


@pytest.mark.parametrize("percent", [100, 200, 300])
def test_the_bar_is_whole_in_a_narrow_window(
    readers: Readers, qtbot: QtBot, percent: int
) -> None:
    with readers.open(640, 640) as window:
        while window.appearance.text_size < percent:
            window.own_actions["larger"].trigger()
        window.open_place(Place(MARLOW))
        look_for(qtbot, window, "zebra")
        bar = window.reading.bar
        qtbot.waitUntil(lambda: bar.height() >= bar.minimumSizeHint().height())
        assert bar.width() <= window.width()
        for child in bar.findChildren(QWidget):
            if child.isVisible() and child.parentWidget() is bar:
                assert bar.rect().contains(child.geometry())


@pytest.mark.parametrize("name", ["smaller", "find-next", "find-previous"])
def test_what_was_found_on_one_page_is_not_sought_on_the_next(
    page: MainWindow, qtbot: QtBot, name: str
) -> None:
    look_for(qtbot, page, "tire")
    page.open_place(Place(GRADE, "questions"))
    assert page.view.arriving  # the next page stands, and has not said so yet
    page.own_actions[name].trigger()
    qtbot.waitUntil(page.updatesEnabled)
    assert marked(page) == []


def test_the_next_place_is_of_the_page_that_is_still_arriving(
    page: MainWindow, qtbot: QtBot
) -> None:
    look_for(qtbot, page, "sure")
    page.open_place(Place(GRADE, "questions"))
    page.own_actions["find-next"].trigger()
    qtbot.waitUntil(page.updatesEnabled)
    assert set(marked(page)) <= {"sure", "surer"[:4]}
    assert page.reading.finder.current is not None
