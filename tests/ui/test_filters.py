"""Narrowing the results: by body system and by certainty, and back to all."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from reader.model.errors import UnreadableError
from reader.model.listing import Filters
from reader.ui.filter_bar import FilterBar
from reader.ui.window import MainWindow
from tests.fixtures.source_folder import compile_folder
from tests.ui.test_access import nameless
from tests.ui.window_support import Readers

MARLOW = "marlow-syndrome"
GENERAL = "Understanding cell therapy"


def search(window: MainWindow, qtbot: QtBot, words: str) -> None:
    window.finder.box.setText(words)
    qtbot.waitUntil(window.finder.status.isVisible)


def slugs(window: MainWindow) -> set[str]:
    model = window.finder.results_model
    return {model.hit(model.index(row)).slug for row in range(model.rowCount())}


def words_of(box: QComboBox) -> list[str]:
    return [box.itemText(row) for row in range(box.count())]


def bar(window: MainWindow) -> FilterBar:
    return window.finder.filters


def test_filters_are_there_only_while_something_is_searched_for(
    window: MainWindow, qtbot: QtBot
) -> None:
    assert not bar(window).isVisible()
    search(window, qtbot, "marlow")
    assert bar(window).isVisible()
    assert not bar(window).all.isVisible()
    window.finder.box.clear()
    assert not bar(window).isVisible()


def test_a_filter_narrows_and_is_remembered_for_the_next_words(
    window: MainWindow, qtbot: QtBot
) -> None:
    search(window, qtbot, "grip")
    qtbot.waitUntil(lambda: MARLOW in slugs(window))
    bar(window).systems.choose("general")
    qtbot.waitUntil(lambda: MARLOW not in slugs(window))
    assert window.finder.status.text().endswith(f"(only: {GENERAL})")
    assert bar(window).all.isVisible()
    window.finder.box.clear()
    search(window, qtbot, "marlow")
    qtbot.waitUntil(lambda: GENERAL in window.finder.status.text())
    assert MARLOW not in slugs(window)


def test_show_all_takes_both_filters_away(window: MainWindow, qtbot: QtBot) -> None:
    search(window, qtbot, "grip")
    bar(window).systems.choose("general")
    bar(window).levels.choose("low")
    qtbot.waitUntil(lambda: f"{GENERAL}, Low" in window.finder.status.text())
    bar(window).all.setFocus()
    qtbot.keyClick(bar(window).all, Qt.Key.Key_Space)
    assert bar(window).filters == Filters()
    qtbot.waitUntil(lambda: MARLOW in slugs(window))
    assert window.focusWidget() is bar(window).systems
    assert not bar(window).all.isVisible()


def test_each_choice_says_how_many_topics_it_leads_to(
    window: MainWindow, qtbot: QtBot
) -> None:
    search(window, qtbot, "marlow")
    nervous = "Brain and nerves (1)"
    qtbot.waitUntil(lambda: nervous in words_of(bar(window).systems))
    row = bar(window).systems.findText(nervous)
    spoken = bar(window).systems.itemData(row, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Brain and nerves, topics: 1"
    assert "●●●○ Moderate (1)" in words_of(bar(window).levels)


def test_a_choice_that_leads_nowhere_is_passed_over_by_key(
    window: MainWindow, qtbot: QtBot
) -> None:
    search(window, qtbot, "marlow")
    qtbot.waitUntil(lambda: "●●●○ Moderate (1)" in words_of(bar(window).levels))
    bar(window).levels.setFocus()
    qtbot.keyClick(bar(window).levels, Qt.Key.Key_Down)
    assert bar(window).levels.value == "moderate"  # none of its claims is "high"
    qtbot.keyClick(bar(window).levels, Qt.Key.Key_Escape)
    assert window.focusWidget() is window.finder.box


def test_nothing_in_a_filter_offers_the_way_back_to_all(
    window: MainWindow, qtbot: QtBot
) -> None:
    search(window, qtbot, "marlow")
    bar(window).levels.choose("none")
    bar(window).systems.choose("general")
    nothing = window.finder.nothing
    qtbot.waitUntil(nothing.isVisible)
    qtbot.waitUntil(lambda: nothing.everything.text() == "Show all (topics: 1)")
    assert nameless(window) == []
    qtbot.keyClick(window.finder.box, Qt.Key.Key_Down)
    assert window.focusWidget() is nothing.everything
    nothing.everything.click()
    qtbot.waitUntil(lambda: MARLOW in slugs(window))


def test_a_slip_of_the_keys_offers_the_name_that_was_meant(
    window: MainWindow, qtbot: QtBot
) -> None:
    search(window, qtbot, "marlwo")
    qtbot.waitUntil(lambda: bool(window.finder.nothing.near.cards()))
    near = window.finder.nothing.near.cards()[0]
    assert "Marlow" in near.text()
    qtbot.keyClick(window.finder.box, Qt.Key.Key_Down)
    assert window.focusWidget() is near
    qtbot.keyClick(near, Qt.Key.Key_Return)
    assert window.desk.topic is not None
    assert window.desk.topic.slug == MARLOW


def test_a_search_that_cannot_be_made_says_why(window: MainWindow) -> None:
    error = UnreadableError("The library is damaged.", "Install it again.")
    window.finder._search.failed.emit(error)
    assert window.finder.nothing.isVisible()
    assert window.finder.status.text() == "The library is damaged. Install it again."


@pytest.fixture
def crowded(tmp_path: Path, home: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """A window on sixty pages whose names begin alike."""
    folder = tmp_path / "sources" / "skin"
    folder.mkdir(parents=True)
    for number in range(60):
        (folder / f"page-{number}.md").write_text(
            f"---\nslug: page-{number}\ntitle: Common ache {number:03}\n"
            f"kind: plain\nsystem: skin\n---\n\nWords.\n",
            encoding="utf-8",
        )
    compile_folder(folder.parent, tmp_path / "crowd.db")
    with Readers(tmp_path / "crowd.db", home, qtbot).open() as window:
        yield window


def test_where_there_are_more_results_than_shown_it_is_said(
    crowded: MainWindow, qtbot: QtBot
) -> None:
    search(crowded, qtbot, "common")
    assert crowded.finder.status.text() == "The first 50 results"
    qtbot.waitUntil(lambda: "Skin (60)" in words_of(bar(crowded).systems))
