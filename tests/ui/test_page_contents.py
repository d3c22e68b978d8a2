"""Headings, links and badges of the open page, as lists beside it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QListWidget
from pytestqt.qtbot import QtBot

from reader.ui.navigation import Place
from reader.ui.page_contents import Contents
from reader.ui.page_links import links_of
from reader.ui.term_popup import TermPopup
from reader.ui.theme import LIGHT
from reader.ui.topic_view import TopicView
from reader.ui.window import MainWindow
from tests.fixtures.sample_topic import sample_picture, sample_topic
from tests.ui.test_access import nameless
from tests.ui.window_support import Readers

MARLOW, GRADE = "marlow-syndrome", "how-we-grade"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(window: MainWindow) -> MainWindow:
    window.open_place(Place(MARLOW))
    return window


def shown(list_: QListWidget) -> list[str]:
    return [list_.item(row).text() for row in range(list_.count())]


def test_ctrl_j_goes_to_the_list_beside_the_page(
    page: MainWindow, qtbot: QtBot
) -> None:
    qtbot.keyClick(page, Qt.Key.Key_J, CTRL)
    assert page.focusWidget() is page.side.outline


def test_in_a_narrow_window_the_key_brings_the_list_into_view(
    readers: Readers, qtbot: QtBot
) -> None:
    with readers.open(700, 600) as window:
        window.open_place(Place(MARLOW))
        assert not window.side.isVisible()
        qtbot.keyClick(window, Qt.Key.Key_J, CTRL)
        assert window.side.isVisible()
        assert window.focusWidget() is window.side.outline


def test_links_are_listed_with_where_they_lead(page: MainWindow) -> None:
    page.side.contents.choose(Contents.LINKS)
    assert shown(page.side.contents.links) == ["dummy pill\na word, explained"]


def test_enter_on_a_link_goes_there_and_enter_again_follows_it(
    page: MainWindow, qtbot: QtBot
) -> None:
    contents = page.side.contents
    contents.choose(Contents.LINKS)
    contents.take_focus()
    contents.links.setCurrentRow(0)
    qtbot.keyClick(contents.links, Qt.Key.Key_Return)
    assert page.focusWidget() is page.view
    assert page.view.textCursor().selectedText() == "dummy pill"
    with qtbot.waitSignal(page.view.term_activated):
        qtbot.keyClick(page.view, Qt.Key.Key_Return)
    popup = page.view.findChild(TermPopup)
    assert popup is not None
    popup.close()


def test_enter_on_a_badge_asks_why(page: MainWindow, qtbot: QtBot) -> None:
    contents = page.side.contents
    contents.choose(Contents.BADGES)
    contents.take_focus()
    assert shown(contents.badges) == [
        "Moderate: Zorbimab tablets\ngrip",
        "Low: Own bone marrow cells\ngrip",
    ]
    contents.badges.setCurrentRow(1)
    qtbot.keyClick(contents.badges, Qt.Key.Key_Return)
    assert page.side.explains
    assert page.side.why is not None
    assert page.side.why.claim_id() == "marlow-cells"


def test_each_badge_says_its_level_to_a_screen_reader(page: MainWindow) -> None:
    page.side.contents.choose(Contents.BADGES)
    item = page.side.contents.badges.item(0)
    spoken = item.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Zorbimab tablets, grip. How sure we are: moderate, 3 of 4 circles"


def test_the_list_of_badges_follows_the_reading(page: MainWindow) -> None:
    page.side.contents.choose(Contents.BADGES)
    badges = page.side.contents.badges
    assert badges.currentRow() == 0
    page.view.go_to("heard")
    assert badges.currentRow() == 1
    page.view.verticalScrollBar().setValue(0)
    assert badges.currentRow() == 0


def test_the_lists_are_those_of_the_page_that_is_open(page: MainWindow) -> None:
    page.side.contents.choose(Contents.BADGES)
    page.open_place(Place(GRADE))
    assert shown(page.side.contents.badges) == ["There are no badges on this page."]
    page.side.contents.choose(Contents.LINKS)
    assert shown(page.side.contents.links) == ["There are no links on this page."]
    page.own_actions["back"].trigger()
    assert shown(page.side.contents.links) == ["dummy pill\na word, explained"]


def test_an_empty_list_leads_nowhere(page: MainWindow, qtbot: QtBot) -> None:
    page.open_place(Place(GRADE))
    page.side.contents.choose(Contents.BADGES)
    page.side.contents.take_focus()
    qtbot.keyClick(page.side.contents.badges, Qt.Key.Key_Return)
    assert not page.side.explains


@pytest.mark.parametrize("contents", list(Contents))
def test_every_control_of_every_list_has_a_name(
    page: MainWindow, contents: Contents
) -> None:
    page.side.contents.choose(contents)
    assert nameless(page) == []


def test_arrow_keys_change_from_one_list_to_the_next(
    page: MainWindow, qtbot: QtBot
) -> None:
    buttons = page.side.contents.findChildren(QAbstractButton)
    first = next(each for each in buttons if each.text() == "Headings")
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert page.side.contents.links.isVisible()
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Right)
    assert page.side.contents.badges.isVisible()


@pytest.mark.parametrize("percent", [100, 200, 300])
def test_the_buttons_are_whole_at_every_text_size(
    readers: Readers, qtbot: QtBot, percent: int
) -> None:
    with readers.open(1024, 640) as window:
        while window.appearance.text_size < percent:
            window.own_actions["larger"].trigger()
        window.open_place(Place(MARLOW))
        window.own_actions["page-list"].trigger()
        qtbot.waitUntil(lambda: window.side.contents.outline.width() > 200)
        for button in window.side.contents.findChildren(QAbstractButton):
            if button.isVisible():
                needed = button.fontMetrics().horizontalAdvance(button.text())
                assert button.width() >= needed + 8


def test_a_link_of_several_runs_is_one_link(qtbot: QtBot) -> None:
    view = TopicView(LIGHT, sample_picture)
    qtbot.addWidget(view)
    view.resize(900, 700)
    view.show()
    view.show_topic(sample_topic())
    found = links_of(view.document())
    texts = [link.text for link in found]
    assert "ALS and cell therapy" in texts
    assert not any("[" in text for text in texts)
    for link in found:
        view.select_link(link.position)
        assert view.textCursor().selectedText() == link.text
