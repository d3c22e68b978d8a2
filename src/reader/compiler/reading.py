"""How hard a page is to read: the Flesch-Kincaid grade.

Grade = 0.39 x words per sentence + 11.8 x syllables per word - 15.59 (Kincaid
and others 1975, the formula as textstat prints it). Names of diseases and
drugs count as one easy word each: a person with the illness knows its name, and
no rewriting can shorten it.
"""

import re
from collections import Counter
from collections.abc import Iterable

from reader.compiler.phrases import Phrases
from reader.compiler.syllables import syllable_count

LIMIT = 8.0
"""The highest grade that a page may have."""

_WORD = re.compile(r"[^\W_]+(?:['\u2019.,-][^\W_]+)*")
_SENTENCE_END = re.compile(r"[.!?](?=[\s\"'\u2019\u201d)]|$)")


def grade(runs: Iterable[str], names: Iterable[str]) -> float:
    """The Flesch-Kincaid grade of a page.

    Args:
        runs: Paragraphs and list items; each holds one sentence at least.
        names: Names that count as one word of one syllable.

    Returns:
        School years; 0.0 for a page without words.
    """
    text = Phrases(names).replace("\n".join(runs), "name").lower()
    counted = Counter(_WORD.findall(text))
    words = counted.total()
    if not words:
        return 0.0
    sentences = sum(
        max(1, len(_SENTENCE_END.findall(line)))
        for line in text.split("\n")
        if _WORD.search(line)
    )
    syllables = sum(syllable_count(word) * times for word, times in counted.items())
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59
