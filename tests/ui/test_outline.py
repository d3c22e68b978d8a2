import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reader.ui.outline import Outline
from reader.ui.theme import LIGHT
from reader.ui.topic_view import TopicView
from tests.fixtures.sample_topic import sample_picture, sample_topic


@pytest.fixture
def view(qtbot: QtBot) -> TopicView:
    made = TopicView(LIGHT, sample_picture)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    return made


@pytest.fixture
def outline(qtbot: QtBot, view: TopicView) -> Outline:
    made = Outline(view)
    qtbot.addWidget(made)
    made.resize(200, 500)
    made.show()
    view.show_topic(sample_topic())
    return made


def row_of(outline: Outline, heading: str) -> int:
    return outline.headings().index(heading)


def test_the_outline_lists_the_headings_of_the_page(outline: Outline) -> None:
    listed = outline.headings()
    assert listed[:4] == ["", "short-version", "what-it-is", "how-common"]
    assert listed[-1] == "sources"
    assert "in-families" not in listed


def test_each_heading_says_its_level_to_a_screen_reader(outline: Outline) -> None:
    item = outline.item(row_of(outline, "how-common"))
    spoken = item.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "How common it is, heading level 3"
    assert outline.accessibleName()


def test_enter_on_a_heading_goes_there(
    qtbot: QtBot, view: TopicView, outline: Outline
) -> None:
    outline.setFocus()
    outline.setCurrentRow(row_of(outline, "red-flags"))
    with qtbot.waitSignal(outline.heading_requested) as asked:
        qtbot.keyClick(outline, Qt.Key.Key_Return)
    assert asked.args == ["red-flags"]
    assert view.current_section() == "red-flags"


def test_a_click_on_a_heading_goes_there(
    qtbot: QtBot, view: TopicView, outline: Outline
) -> None:
    item = outline.item(row_of(outline, "signs"))
    spot = outline.visualItemRect(item).center()
    qtbot.mouseClick(outline.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert view.current_section() == "signs"


def test_the_outline_follows_the_reading(view: TopicView, outline: Outline) -> None:
    view.go_to("why")
    assert outline.currentRow() == row_of(outline, "why")
    view.go_to("in-families")
    assert outline.currentRow() == row_of(outline, "how-common")


def test_long_headings_wrap_and_show_in_full(outline: Outline) -> None:
    outline.resize(150, 500)
    item = outline.item(row_of(outline, "cell-therapy"))
    line = outline.fontMetrics().height()
    assert outline.visualItemRect(item).height() >= 3 * line


def test_the_list_stays_when_only_the_text_size_changes(
    view: TopicView, outline: Outline
) -> None:
    first = outline.item(3)
    view.dress(LIGHT, 200)
    assert outline.item(3) is first
