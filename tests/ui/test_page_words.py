"""What counts as the same words, and where they stand."""

import pytest

from reader.model.grade import Certainty
from reader.model.wording import spoken
from reader.ui.page_words import PageWords
from reader.ui.topic_objects import OBJECT

NO_BREAK = "\u00a0"


def places(raw: str, words: str) -> list[str]:
    return [raw[span.start : span.end] for span in PageWords(raw).find(words).spans]


def badge(level: Certainty) -> str:
    return OBJECT + spoken(level).replace(" ", NO_BREAK)


@pytest.mark.parametrize(
    ("raw", "words", "found"),
    [
        ("Crohn’s disease and CROHN", "crohn", ["Crohn", "CROHN"]),
        ("Sjögren and Ménière", "meniere", ["Ménière"]),
        ("a fluß and a FLUSS", "fluss", ["fluß", "FLUSS"]),
        ("a stem-cell clinic", "stem cell", ["stem-cell"]),
        ("two  words", "two words", ["two  words"]),
        ("hard\u00a0space", "hard space", ["hard\u00a0space"]),
        ("strength\u2060[3] after", "after", ["after"]),
        ("Crohn's", "crohns", ["Crohn's"]),
    ],
)
def test_case_accents_and_punctuation_do_not_matter(
    raw: str, words: str, found: list[str]
) -> None:
    assert places(raw, words) == found


def test_beginnings_of_words_come_before_anything_inside_them() -> None:
    assert places("ALS, also trials and animals", "als") == ["ALS", "als"]
    assert places("oligodendrocyte", "cyte") == ["cyte"]


def test_nothing_reaches_from_one_paragraph_into_the_next() -> None:
    assert PageWords("the end\u2029start here").find("end start").apart
    assert PageWords("a cell\ufdd0start").find("cell start").apart


def test_words_that_do_not_stand_together_are_found_one_by_one() -> None:
    raw = "Practise walking. Walking practice at home."
    assert places(raw, "walking practise") == ["Practise", "walking", "Walking"]
    assert PageWords(raw).find("walking practise").apart
    assert not PageWords(raw).find("walking practice").apart


def test_short_words_alone_are_no_match_for_a_phrase() -> None:
    assert places("to be or not", "to be me") == []


@pytest.mark.parametrize("words", ["", "  ", "…", "zebra", "zebra stripes"])
def test_what_is_not_there_is_not_found(words: str) -> None:
    assert places("The nerves of the hand", words) == []


def test_a_badge_is_found_by_its_word_and_not_by_what_is_for_ears() -> None:
    raw = f"Pills.\u2029{badge(Certainty.VERY_LOW)}\u2029low in salt"
    assert places(raw, "low") == [badge(Certainty.VERY_LOW), "low"]
    assert places(raw, "how sure") == []
    assert places(raw, "circles") == []


def test_the_places_are_those_of_qt_where_it_counts_two_letters() -> None:
    span = PageWords("🙂 nerve").find("nerve").spans[0]
    assert (span.start, span.end) == (3, 8)


def test_many_letters_that_one_stands_for_are_one_place() -> None:
    assert places("the ﬁrst", "first") == ["ﬁrst"]
