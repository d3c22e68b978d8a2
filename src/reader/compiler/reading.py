"""How hard a page is to read: the Flesch-Kincaid grade.

Grade = 0.39 x words per sentence + 11.8 x syllables per word - 15.59 (Kincaid
and others 1975, the formula as textstat prints it). Names of diseases and
drugs count as one easy word each: a person with the illness knows its name, and
no rewriting can shorten it.
"""

import re
from collections import Counter

from reader.compiler.phrases import lower
from reader.compiler.syllables import syllable_count
from reader.compiler.wording import WORD, Wording

LIMIT = 8.0
"""The highest grade that a page may have."""

_SENTENCE_END = re.compile(r"[.!?](?=[\s\"'\u2019\u201d)]|$)", re.MULTILINE)


def grade(text: str) -> float:
    """The Flesch-Kincaid grade of a text.

    Args:
        text: Paragraphs and list items, one to a line; each holds one sentence at
            least.

    Returns:
        School years; 0.0 for a text without words.
    """
    lowered = lower(text)
    return _grade(lowered, WORD.findall(lowered))


def _grade(text: str, words_of_it: list[str]) -> float:
    counted = Counter(words_of_it)
    words = counted.total()
    if not words:
        return 0.0
    ends = len(_SENTENCE_END.findall(text))
    sentences = ends + sum(map(_is_open, text.split("\n")))
    syllables = sum(syllable_count(word) * times for word, times in counted.items())
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59


def _is_open(line: str) -> bool:
    """Whether a line holds words, but no end of a sentence."""
    if line.endswith((".", "!", "?")):  # as nearly all do
        return False
    return _SENTENCE_END.search(line) is None and WORD.search(line) is not None


def check_reading(wording: Wording) -> float:
    """Measure the reading grade, and note a fault where it is over the limit."""
    measured = _grade(wording.easy, wording.words)
    if measured > LIMIT:
        wording.page.source.fault(
            1,
            f"reading grade {measured:.1f} is over {LIMIT:.1f}; use shorter "
            "sentences and words",
        )
    return measured
