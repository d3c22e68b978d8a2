"""Sentences as a voice says them, and the words that they were made of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.speech.sentences import Passage, Sentence, sayable, sentences


def said(text: str) -> list[str]:
    return [each.said for each in sentences([Passage("", (text,))])]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("It helps. It may harm.", ["It helps.", "It may harm."]),
        ("Does it help? Yes! It does.", ["Does it help?", "Yes!", "It does."]),
        ("Take 0.5 mg. Then wait.", ["Take 0.5 mg.", "Then wait."]),
        (
            "Some foods, e.g. Brazil nuts, help.",
            ["Some foods, e.g. Brazil nuts, help."],
        ),
        ("Ask Dr. Smith. He knows.", ["Ask Dr. Smith.", "He knows."]),
        ("In the U.S. Food and Drug rules", ["In the U.S. Food and Drug rules."]),
        ("See No. 5 and Fig. 2. Go on.", ["See No. 5 and Fig. 2.", "Go on."]),
        ("Is it a cure? No. Nothing is.", ["Is it a cure?", "No.", "Nothing is."]),
        ("People with MS. They tire.", ["People with MS.", "They tire."]),
        ("Take vitamin D. Eat well.", ["Take vitamin D.", "Eat well."]),
        ("Kidneys fail. eGFR falls.", ["Kidneys fail.", "eGFR falls."]),
        ("1. Wash your hands. 2 minutes.", ["1. Wash your hands.", "2 minutes."]),
        ("“Is it true?” she asked. No.", ["“Is it true?” she asked.", "No."]),
        ("(It is rare.) It is mild.", ["(It is rare.)", "It is mild."]),
        ("Wait ... then go. Rest.", ["Wait ... then go.", "Rest."]),
        ("Ring 999\nSay what happened", ["Ring 999.", "Say what happened."]),
        ("Smith et al. Found more.", ["Smith et al. Found more."]),
    ],
)
def test_a_sentence_ends_where_a_reader_would_stop(text: str, parts: list[str]) -> None:
    assert said(text) == parts


@pytest.mark.parametrize(
    ("shown", "heard"),
    [
        ("What it is", "What it is."),
        ("from 3–5 years", "from 3 to 5 years."),
        ("it fell by −2 points", "it fell by minus 2 points."),
        ("ASD · autism", "ASD, autism."),
        ("[[rate 500]] words", "rate 500 words."),
        ("!-!QUIT", "-!QUIT."),
        ("a\N{NO-BREAK SPACE}b\n c\N{ZERO WIDTH SPACE}d", "a b cd."),
        ("he said “so.”", "he said “so.”"),
        (" – ", ""),
    ],
)
def test_what_a_voice_would_stumble_over_is_put_into_words(
    shown: str, heard: str
) -> None:
    assert sayable(shown) == heard


def test_a_sentence_knows_its_section_and_the_words_shown() -> None:
    passage = Passage("care", ("Riluzole helps", ". It is ", "a tablet", "."))
    assert sentences([passage]) == (
        Sentence("care", "Riluzole helps.", ("Riluzole helps", ". ")),
        Sentence("care", "It is a tablet.", ("It is ", "a tablet", ".")),
    )


def test_what_stands_before_is_said_once_and_is_not_shown() -> None:
    passage = Passage("steps", ("Wash. Dry.",), before="1: ")
    assert [(each.said, each.shown) for each in sentences([passage])] == [
        ("1: Wash.", ("Wash. ",)),
        ("Dry.", ("Dry.",)),
    ]


def test_a_passage_without_words_is_not_said() -> None:
    assert sentences([Passage("", ("–",)), Passage("", ()), Passage("", (" ",))]) == ()


@given(st.lists(st.text(alphabet="ab. A1?\n–[", max_size=20), max_size=5))
def test_no_word_is_lost_and_every_sentence_is_one_line(runs: list[str]) -> None:
    made = sentences([Passage("", tuple(runs))])
    letters = [c for run in runs for c in run if c.isalnum()]
    shown = [c for each in made for run in each.shown for c in run if c.isalnum()]
    assert shown == letters
    assert all("\n" not in each.said and "[" not in each.said for each in made)
