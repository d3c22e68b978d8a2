"""Icon arrays on the page: never wider than their place, words beside them."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter, QTextCursor
from pytestqt.qtbot import QtBot

from reader.handout.icon_array import absolute_sentence
from reader.model.evidence import Absolute
from reader.model.topic import Topic
from reader.ui.icon_array import array_name, paint_pair, pair_size
from reader.ui.theme import DARK, HIGH_CONTRAST, LIGHT, Theme
from reader.ui.topic_objects import OBJECT, Drawing
from reader.ui.topic_view import TopicView
from tests.fixtures.sample_topic import sample_picture, sample_topic

HUNDRED = Absolute(with_=62, without=41, of=100, over="6 months", event="walk alone")
THOUSAND = Absolute(with_=50, without=57, of=1000, over="a year", event="died")


def topic_with(absolute: Absolute) -> Topic:
    topic = sample_topic()
    first, *rest = topic.claims
    return replace(topic, claims=(replace(first, absolute=absolute), *rest))


def place_of_arrays(view: TopicView) -> int:
    """The letter of the document that stands for a pair."""
    block = view.document().begin()
    while block.isValid():
        for run in block.textFormats():
            if run.format.objectType() == Drawing.ARRAYS:
                return block.position() + run.start
        block = block.next()
    pytest.fail("there are no icon arrays on the page")


def drawn(view: TopicView) -> QRectF:
    """Where the pair stands in its paragraph, in pixels of the document."""
    view.lay_out()
    position = place_of_arrays(view)
    block = view.document().findBlock(position)
    line = block.layout().lineForTextPosition(position - block.position())
    origin = view.document().documentLayout().blockBoundingRect(block).topLeft()
    return line.naturalTextRect().translated(origin)


def shown(qtbot: QtBot, topic: Topic, percent: int, wide: int) -> TopicView:
    view = TopicView(LIGHT, sample_picture)
    qtbot.addWidget(view)
    view.resize(wide, 640)
    view.dress(LIGHT, percent)
    view.show()
    view.show_topic(topic)
    return view


@pytest.mark.parametrize("absolute", [HUNDRED, THOUSAND], ids=["100", "1000"])
@pytest.mark.parametrize("wide", [360, 640, 1024, 1600])
@pytest.mark.parametrize("percent", [100, 200, 300])
def test_a_pair_is_never_cut_off(
    qtbot: QtBot, percent: int, wide: int, absolute: Absolute
) -> None:
    view = shown(qtbot, topic_with(absolute), percent, wide)
    margin = view.document().rootFrame().frameFormat().leftMargin()
    pair = drawn(view)
    assert pair.left() >= margin
    assert pair.right() <= wide - margin
    assert view.horizontalScrollBar().maximum() == 0
    column = view.document().findBlock(place_of_arrays(view)).layout()
    assert pair.width() <= column.lineAt(0).width() + 0.5


def test_a_pair_shrinks_only_where_it_must(qtbot: QtBot) -> None:
    topic = topic_with(HUNDRED)
    wide = drawn(shown(qtbot, topic, 100, 1600)).width()
    narrow = drawn(shown(qtbot, topic, 300, 640)).width()
    assert wide == pytest.approx(pair_size(array_name(HUNDRED), 18).width(), rel=0.02)
    assert narrow < pair_size(array_name(HUNDRED), 54).width()


def test_a_pair_keeps_its_shape_when_it_shrinks() -> None:
    name = array_name(HUNDRED)
    whole, small = pair_size(name, 54), pair_size(name, 54, 300)
    assert small.width() == pytest.approx(300)
    assert small.height() / small.width() == pytest.approx(
        whole.height() / whole.width(), rel=0.02
    )


def test_the_same_numbers_stand_in_words_before_the_pair(qtbot: QtBot) -> None:
    view = shown(qtbot, topic_with(HUNDRED), 100, 900)
    position = place_of_arrays(view)
    cursor = QTextCursor(view.document())
    cursor.setPosition(position)
    before = cursor.block().previous().text()
    assert before == absolute_sentence(HUNDRED)
    assert OBJECT in view.document().toPlainText()


@pytest.mark.parametrize("theme", [LIGHT, DARK, HIGH_CONTRAST])
def test_a_pair_is_drawn_in_the_ink_of_the_theme(theme: Theme) -> None:
    size = pair_size(array_name(HUNDRED), 24).toSize()
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(theme.page)
    painter = QPainter(image)
    room = QRectF(0, 0, size.width(), size.height())
    paint_pair(painter, room, array_name(HUNDRED), theme)
    painter.end()
    inks = {
        image.pixelColor(x, y).name()
        for x in range(0, size.width(), 2)
        for y in range(0, size.height(), 2)
    }
    assert theme.text in inks
    assert theme.page in inks
