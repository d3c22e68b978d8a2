"""The reading grade is the one that textstat would give."""

import re
from pathlib import Path

import textstat

from reader.compiler.reading import grade
from reader.compiler.syllables import syllable_count

RESOURCES = Path(__file__).parents[2] / "resources" / "library"


def words_of_the_library() -> set[str]:
    text = "\n".join(path.read_text("utf-8") for path in RESOURCES.glob("*/*.md"))
    return set(re.findall(r"[a-z]+(?:'[a-z]+)?", text.lower()))


def test_syllables_are_counted_as_textstat_counts_them() -> None:
    words = words_of_the_library()
    assert len(words) > 1_500
    differing = {
        word: (syllable_count(word), textstat.syllable_count(word))
        for word in words
        if syllable_count(word) != max(1, textstat.syllable_count(word))
    }
    assert differing == {}


def test_the_grade_is_that_of_the_formula() -> None:
    # 2 sentences, 8 words, 9 syllables: 0.39 * 4 + 11.8 * 9 / 8 - 15.59
    text = "The cat sat down. The dog ran after."
    assert grade(text) == 0.39 * 4 + 11.8 * 9 / 8 - 15.59


def test_each_run_is_a_sentence_at_least() -> None:
    assert grade("One two\nthree four") == grade("One two. Three four.")


def test_no_words_have_no_grade() -> None:
    assert grade("\n…") == 0.0
