"""The start page: where to begin, for whoever is new and whoever comes back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader.model.listing import TopicEntry
from reader.model.systems import System
from reader.notebook.store import Notebook
from reader.ui.icons import icon_image
from reader.ui.navigation import Place
from reader.ui.start_cards import Card, CardButton, CardGrid
from reader.ui.start_page import StartPage
from reader.ui.window import MainWindow
from tests.ui.window_support import Readers

MARLOW = "marlow-syndrome"


def entry(slug: str, system: str, kind: str = "condition") -> TopicEntry:
    return TopicEntry(slug, slug.title(), system, kind, (), (), "", ())


def card(page: StartPage, words: str) -> CardButton:
    return next(each for each in page.cards() if words in each.accessibleName())


@pytest.mark.parametrize("system", list(System))
def test_every_body_system_has_a_drawing_of_its_own(system: System) -> None:
    drawn = icon_image(f"body-{system.name.lower()}", "#000000", 48)
    others = [each for each in System if each is not system]
    assert all(
        drawn != icon_image(f"body-{other.name.lower()}", "#000000", 48)
        for other in others
    )


def test_counts_name_full_pages_and_notes_alone_say_so(window: MainWindow) -> None:
    window.start.show_topics(
        [
            entry("burns", "skin"),
            entry("scars", "skin", "map"),
            entry("uveitis", "eyes", "map"),
        ]
    )
    assert card(window.start, "Skin").accessibleName() == "Skin. Pages: 1"
    assert card(window.start, "Eyes").accessibleName() == "Eyes. Short notes only"


def test_pages_about_hype_come_in_an_order_that_helps(window: MainWindow) -> None:
    window.start.show_topics(
        [
            entry("how-we-grade", "general"),
            entry("what-stem-cells-are", "general"),
            entry("how-to-spot-hype", "general"),
        ]
    )
    words = [each.text() for each in window.start.cards()]
    assert words[:3] == ["How-To-Spot-Hype", "What-Stem-Cells-Are", "How-We-Grade"]


def test_whoever_is_new_is_greeted_and_whoever_comes_back_is_not(
    readers: Readers, qtbot: QtBot
) -> None:
    with readers.open() as window:
        qtbot.waitUntil(window.start.first.isVisible)
        assert "will wait for you here" in window.start.first.steps.text()
        window.open_place(Place(MARLOW))
        qtbot.waitUntil(lambda: bool(window.keeper.recent))
    with readers.open() as window:
        qtbot.waitUntil(lambda: bool(window.keeper.recent))
        assert not window.start.first.isVisible()
        assert card(window.start, "Marlow").isVisible()


def test_nothing_is_promised_where_no_trace_is_left(
    readers: Readers, qtbot: QtBot
) -> None:
    with readers.open(no_trace=True) as window:
        qtbot.waitUntil(window.start.first.isVisible)
        assert "will wait" not in window.start.first.steps.text()


def test_a_bookmark_alone_is_enough_to_be_known(readers: Readers, qtbot: QtBot) -> None:
    with Notebook.open(readers.notebook) as notebook:
        notebook.bookmarks.add(MARLOW, title="Marlow")
    with readers.open() as window:
        qtbot.waitUntil(lambda: bool(window.keeper.shelf.bookmarks))
        qtbot.waitUntil(lambda: window.keeper.has_read)
        assert not window.start.first.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_card_opens_by_key(window: MainWindow, qtbot: QtBot, key: Qt.Key) -> None:
    button = card(window.start, "Brain and nerves")
    button.setFocus()
    qtbot.keyClick(button, key)
    assert window.focusWidget() is window.finder.shelves


def test_home_puts_the_focus_where_a_search_begins(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.open_place(Place(MARLOW))
    window.own_actions["home"].trigger()
    window.start.setFocus()
    focus = window.focusWidget()
    assert isinstance(focus, CardButton)
    qtbot.keyClick(focus, Qt.Key.Key_Return)
    assert window.focusWidget() is window.finder.box


def test_long_names_wrap_and_no_card_of_a_row_is_lower(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    grid = CardGrid("Names", parent)
    long = "Haemophagocytic lymphohistiocytosis and " * 4
    grid.show_cards(
        [
            Card("Short", "Open", Place("a")),
            Card(long, "Open", Place("b")),
        ]
    )
    grid.resize(640, 400)
    parent.resize(640, 400)
    parent.show()
    first, second = grid.cards()
    assert first.height() == second.height()
    assert second.height() >= second.height_for(second.width())
    assert second.height() > second.fontMetrics().height() * 3


def test_an_icon_wears_the_accent_of_the_theme(window: MainWindow) -> None:
    button = card(window.start, "Brain and nerves")
    picture = button.grab().toImage()
    accent = QColor(window.appearance.theme.accent)
    found = [
        (x, y)
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y) == accent
    ]
    assert found
