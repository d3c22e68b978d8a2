"""Ways through the open page by key, and what is said on them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from pytestqt.qtbot import QtBot

from reader.ui.navigation import Place
from reader.ui.term_popup import TermPopup
from reader.ui.topic_links import ClaimTarget
from reader.ui.window import MainWindow
from tests.ui.test_topic_view import click, tab_to

MARLOW = "marlow-syndrome"
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(window: MainWindow) -> MainWindow:
    window.open_place(Place(MARLOW))
    return window


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is given to say."""
    heard: list[str] = []
    update = QAccessible.updateAccessibility

    def listen(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            heard.append(event.message())
        update(event)

    monkeypatch.setattr(QAccessible, "updateAccessibility", listen)
    return heard


def link(window: MainWindow) -> str:
    """The address of the link that the keyboard is on."""
    return window.view.link_at_cursor()[1]


def test_ctrl_down_and_ctrl_up_walk_the_headings_from_anywhere(
    page: MainWindow, qtbot: QtBot, said: list[str]
) -> None:
    page.focus_search()
    qtbot.keyClick(page, Qt.Key.Key_Down, CTRL)
    qtbot.keyClick(page, Qt.Key.Key_Down, CTRL)
    assert page.view.current_heading() == "what-it-is"
    assert said == ["Heading level 2, short version", "Heading level 2, what it is"]
    assert page.focusWidget() is page.view
    qtbot.keyClick(page, Qt.Key.Key_Up, CTRL)
    assert page.view.current_heading() == "short-version"


def test_the_ends_of_the_page_are_said(page: MainWindow, said: list[str]) -> None:
    page.own_actions["previous-heading"].trigger()
    assert said == ["This is the first heading."]
    page.view.go_to("sources")
    page.own_actions["next-heading"].trigger()
    assert said[-1] == "This is the last heading."


def test_ctrl_full_stop_walks_the_badges_and_enter_asks_why(
    page: MainWindow, qtbot: QtBot, said: list[str]
) -> None:
    page.focus_search()
    qtbot.keyClick(page, Qt.Key.Key_Period, CTRL)
    assert link(page) == "reader:badge/marlow-tablets"
    assert said[-1] == (
        "Zorbimab tablets. How sure we are: moderate, 3 of 4 circles. Badge 1 of 2"
    )
    qtbot.keyClick(page, Qt.Key.Key_Period, CTRL)
    assert link(page) == "reader:badge/marlow-cells"
    qtbot.keyClick(page, Qt.Key.Key_Period, CTRL)
    assert said[-1] == "This is the last badge."
    qtbot.keyClick(page, Qt.Key.Key_Period, CTRL | SHIFT)
    assert link(page) == "reader:badge/marlow-tablets"
    qtbot.keyClick(page, Qt.Key.Key_Period, CTRL | SHIFT)
    assert said[-1] == "This is the first badge."
    assert page.focusWidget() is page.view
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    assert page.side.explains


def test_the_same_keys_follow_in_the_panel_that_explains(
    page: MainWindow, qtbot: QtBot, said: list[str]
) -> None:
    page.view.badge_activated.emit(ClaimTarget("marlow-tablets"))
    qtbot.keyClick(page, Qt.Key.Key_Period, CTRL)
    assert page.side.why is not None
    assert page.side.why.claim_id() == "marlow-cells"
    assert said[-1].startswith("Own bone marrow cells. How sure we are: low")
    qtbot.keyClick(page, Qt.Key.Key_Period, CTRL)
    assert said[-1] == "This is the last badge."
    qtbot.keyClick(page, Qt.Key.Key_Period, CTRL | SHIFT)
    assert page.side.why.claim_id() == "marlow-tablets"


def test_a_citation_leads_to_its_source_and_backspace_back_to_it(
    page: MainWindow, qtbot: QtBot
) -> None:
    tab_to(qtbot, page.view, "[1]")
    place = page.desk.place
    start = page.view.textCursor().selectionStart()
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    assert page.view.current_section() == "sources"
    assert "Hands in the grey" in page.view.textCursor().selectedText()
    assert page.bar.message is not None
    assert page.bar.message.text == "Source 1 of this page."
    qtbot.keyClick(page.view, Qt.Key.Key_Backspace)
    assert page.desk.place.section == place.section
    assert page.view.textCursor().selectionStart() == start
    assert page.view.textCursor().selectedText() == "[1]"
    qtbot.keyClick(page.view, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert page.view.current_section() == "sources"


def test_a_button_leads_back_from_a_source_too(page: MainWindow, qtbot: QtBot) -> None:
    click(qtbot, page.view, "[1]")
    assert page.view.current_section() == "sources"
    page.bar.press_action()
    assert page.view.current_section() != "sources"
    assert page.focusWidget() is page.view


def test_backspace_in_the_search_field_only_rubs_out(
    page: MainWindow, qtbot: QtBot
) -> None:
    page.focus_search()
    qtbot.keyClicks(page.finder.box, "marl")
    qtbot.keyClick(page.finder.box, Qt.Key.Key_Backspace)
    assert page.finder.box.text() == "mar"
    assert page.desk.topic is not None


def test_a_word_is_explained_in_place_and_the_focus_returns_to_it(
    page: MainWindow, qtbot: QtBot
) -> None:
    tab_to(qtbot, page.view, "dummy pill")
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    popup = page.view.findChild(TermPopup)
    assert popup is not None
    assert popup.isVisible()
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert page.focusWidget() is page.view
    assert page.view.textCursor().selectedText() == "dummy pill"


def test_the_text_size_is_said(page: MainWindow, said: list[str]) -> None:
    page.own_actions["larger"].trigger()
    page.own_actions["normal"].trigger()
    sizes = [words for words in said if words.startswith("Text size")]
    assert sizes == ["Text size 110 percent", "Text size 100 percent"]


def test_a_page_is_said_once_when_it_opens(window: MainWindow, said: list[str]) -> None:
    window.open_place(Place(MARLOW))
    assert said == ["Opened: Marlow's syndrome (MS1)"]


def test_what_came_of_looking_for_words_is_said(
    page: MainWindow, qtbot: QtBot, said: list[str]
) -> None:
    page.own_actions["find"].trigger()
    page.reading.bar.show_words("zebra")
    assert said[-1].startswith("“zebra” is not on this page.")
    page.reading.bar.show_words("tablets")
    qtbot.keyClick(page, Qt.Key.Key_F3)
    assert said[-1].startswith("2 of ")


def test_on_the_start_page_there_is_nothing_to_walk(window: MainWindow) -> None:
    for name in ("find", "next-heading", "next-badge", "page-list", "browser"):
        assert not window.own_actions[name].isEnabled()
