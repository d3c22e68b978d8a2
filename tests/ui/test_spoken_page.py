"""What is said of a page, and where the page shows it."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from reader.model.blocks import Paragraph, Text
from reader.model.systems import System
from reader.model.topic import Section, Topic
from reader.ui.reading_mark import ReadingMark
from reader.ui.sentence_places import Part, Span, spans
from reader.ui.spoken_page import spoken_page
from reader.ui.theme import LIGHT
from reader.ui.topic_view import TopicView
from tests.fixtures.sample_topic import PICTURE_TEXT, sample_picture, sample_topic

SAID_IN_ORDER = [
    "Marlow’s disease.",
    "Also called Marlow syndrome, creeping leg weakness.",
    f"{System.NERVOUS.label}.",
    "Checked 2 March 2025.",
    "Draft, not reviewed by a clinician.",
    "The short version.",
    "Marlow’s disease slowly weakens the legs.",
    "Stem cell injections have not been shown to help.",
    "As they die, muscles get weaker.",
    "It does not usually affect feeling, sight or hearing.",
    f"Picture: {PICTURE_TEXT}",
    "How common it is.",
    "Ask about advice on genes.",
    "1: Stumbling, often on one side.",
    "2: Weakness:",
    "of the feet.",
    "3: Tiredness.",
    "My shoes wore out at the toes first.",
    "Test: Nerve tests.",
    "What it shows: How fast nerves carry signals.",
    "Walking practice with a physiotherapist.",
    "Compared with usual care.",
    "Helps: walking speed after six months.",
    "How sure we are: high, 4 of 4 circles.",
    "Call an ambulance at once if you:",
]


def view_of(topic: Topic, width: int, qtbot: QtBot) -> TopicView:
    view = TopicView(LIGHT, sample_picture)
    qtbot.addWidget(view)
    view.resize(width, 500)
    view.show()
    view.show_topic(topic)
    return view


def test_a_page_is_said_in_the_order_in_which_it_is_read() -> None:
    said = [each.said for each in spoken_page(sample_topic())]
    places = [said.index(words) for words in SAID_IN_ORDER]
    assert places == sorted(places)


def test_no_number_of_a_source_and_no_address_is_said() -> None:
    said = " ".join(each.said for each in spoken_page(sample_topic()))
    assert "[" not in said
    assert "http" not in said
    assert "doi" not in said


@pytest.mark.parametrize("width", [900, 420])
def test_every_sentence_is_found_on_the_page_in_rows_and_in_cards(
    width: int, qtbot: QtBot
) -> None:
    topic = sample_topic()
    said = spoken_page(topic)
    view = view_of(topic, width, qtbot)
    mark = ReadingMark(view)
    mark.begin(said)
    text = view.document().toRawText()
    for sentence, place in zip(said, mark._places, strict=True):
        assert place is not None, sentence
        shown = "".join(c for run in sentence.shown for c in run if c.isalnum())
        there = "".join(c for c in text[place.start : place.end] if c.isalnum())
        # Numbers of sources may stand between the words of a sentence.
        assert there.startswith(shown[:8])
        assert there.endswith(shown[-4:])


def test_a_page_with_letters_that_qt_counts_twice_is_marked_right(qtbot: QtBot) -> None:
    words = Paragraph((Text("Smile \N{SLIGHTLY SMILING FACE}. Then rest."),))
    topic = replace(sample_topic(), sections=(Section("why", "Why", (words,)),))
    view = view_of(topic, 900, qtbot)
    mark = ReadingMark(view)
    mark.dress(LIGHT)
    said = spoken_page(topic)
    mark.begin(said)
    mark.show([each.said for each in said].index("Then rest."))
    (selection,) = view.extraSelections()
    assert selection.cursor.selectedText() == "Then rest."


def test_what_the_page_does_not_show_has_no_place_and_moves_no_other() -> None:
    said = spoken_page(sample_topic())[:3]
    text = f"{said[0].shown[0]}\u2029{said[2].shown[0]}"
    found = spans(said, text, [Part("", 0, len(text))])
    assert found == (Span(0, 16), None, Span(17, len(text)))
