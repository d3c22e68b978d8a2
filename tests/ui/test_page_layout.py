"""How a page arrives: its head first, or its place, and never two pages at once."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from reader.model.blocks import Paragraph, Text
from reader.model.topic import Section, Topic
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


def arrive(qtbot: QtBot, view: TopicView) -> None:
    """Wait until the page is seen at its place."""
    qtbot.waitUntil(lambda: not view.arriving)


def long_topic() -> Topic:
    words = Paragraph((Text("A plain sentence about nothing much. " * 40),))
    sections = tuple(
        Section(f"s{number}", f"Part {number}", (words,) * 3) for number in range(20)
    )
    return replace(sample_topic(), slug="long", title="Long", sections=sections)


def heading_top(view: TopicView, heading: str) -> int:
    """Where a heading stands, in pixels below the top of the view."""
    mark = next(mark for mark in view.headings() if mark.id == heading)
    cursor = QTextCursor(view.document())
    cursor.setPosition(mark.position)
    return view.cursorRect(cursor).top()


def test_a_long_page_keeps_its_place_at_the_far_end(
    qtbot: QtBot, view: TopicView
) -> None:
    view.show_topic(long_topic(), "s17", 0.5)
    view.dress(LIGHT, 250)
    arrive(qtbot, view)
    assert (view.current_section(), view.fraction()) == ("s17", 0.5)


def test_the_head_of_a_page_is_painted_before_the_rest_is_laid_out(
    view: TopicView,
) -> None:
    view.show_topic(long_topic())
    view.grab()
    last = view.document().lastBlock()
    assert last.layout().lineCount() == 0
    assert view.document().firstBlock().layout().lineCount() == 1


def test_one_can_soon_scroll_to_the_end_of_a_long_page(
    qtbot: QtBot, view: TopicView
) -> None:
    view.show_topic(long_topic())
    bar = view.verticalScrollBar()
    height = view.document().size().height() - view.viewport().height()
    qtbot.waitUntil(lambda: bar.maximum() == height)
    assert view.document().lastBlock().layout().lineCount() > 0
    assert bar.value() == 0


def test_a_late_section_can_be_gone_to_as_soon_as_the_page_is_open(
    view: TopicView,
) -> None:
    view.show_topic(long_topic())
    view.go_to("s18")
    assert view.current_section() == "s18"
    assert 0 <= heading_top(view, "s18") < 60


@pytest.mark.parametrize("section", ["s3", "s19", "sources"])
def test_a_page_that_opens_at_a_section_is_first_seen_there(
    qtbot: QtBot, view: TopicView, section: str
) -> None:
    view.show_topic(long_topic(), section)
    assert not view.updatesEnabled()
    with qtbot.waitSignal(view.page_changed):
        arrive(qtbot, view)
    assert view.updatesEnabled()
    bar = view.verticalScrollBar()
    at_end = bar.value() == bar.maximum()
    assert at_end or 0 <= heading_top(view, section) < 60
    assert view.current_section() == section


def test_one_can_go_elsewhere_before_a_page_has_arrived(
    qtbot: QtBot, view: TopicView
) -> None:
    view.show_topic(long_topic(), "s17")
    view.go_to("s5")
    arrive(qtbot, view)
    assert view.current_section() == "s5"
    assert 0 <= heading_top(view, "s5") < 60


def test_a_page_opened_while_another_arrives_is_the_only_one_seen(
    qtbot: QtBot, view: TopicView
) -> None:
    changes: list[str] = []

    def note() -> None:
        changes.append(view.toPlainText()[:4])

    view.page_changed.connect(note)
    view.show_topic(long_topic(), "s17", 0.5)
    view.show_topic(sample_topic())
    assert not view.arriving
    assert view.updatesEnabled()
    view.show_topic(sample_topic(), "heard")
    view.show_topic(long_topic(), "s9")
    arrive(qtbot, view)
    assert changes == ["Marl", "Long"]
    assert view.current_section() == "s9"
    assert [mark.title for mark in view.headings()][:2] == ["Long", "Part 0"]
    assert "The short version" not in view.toPlainText()
