"""The words of a page as a person sees them, and where looked-for words stand."""

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Final, NamedTuple

from reader.model.normal import normalise
from reader.ui.model_words import level_word
from reader.ui.page_badges import Badge, badges_in

_ENDS: Final = "\u2029\ufdd0\ufdd1\n"
"""What Qt puts between paragraphs, and around tables and their cells."""
_LAST_OF_PLANE: Final = "\uffff"
_LEAST_LETTERS: Final = 3
"""Of a single word that is looked for in place of a phrase."""


class Span(NamedTuple):
    """A stretch of the document, from a letter to the one that is no longer in it."""

    start: int
    end: int


class Found(NamedTuple):
    """Where looked-for words stand.

    Attributes:
        spans: The places in reading order.
        apart: The words do not stand together; these are places of single words.
    """

    spans: tuple[Span, ...] = ()
    apart: bool = False


class PageWords:
    """One page, folded for comparing: no case, no accents, no punctuation.

    A badge counts as the word that is drawn on it, and not as the sentence that it
    has for ears; a match in it is the whole badge.
    """

    def __init__(self, raw: str) -> None:
        """Fold a page.

        Args:
            raw: The text of the document with a character for each of its letters,
                as `QTextDocument.toRawText` gives it.
        """
        self._ends: dict[int, int] = {}
        self._letters: list[str] = []
        self._places: list[int] = []
        folded = _fold_each(raw)
        start = 0
        for badge in badges_in(raw, 0, len(raw)):
            self._add(raw, range(start, badge.start), folded)
            start = badge.end
            self._add_badge(badge)
        self._add(raw, range(start, len(raw)), folded)
        self._folded = "".join(self._letters)
        self._counts = _counts_of_qt(raw)

    def find(self, words: str) -> Found:
        """Where words stand: at beginnings of words, or else anywhere in them.

        Where several words do not stand side by side, each is looked for by itself.
        """
        wanted = normalise(words)
        if not wanted:
            return Found()
        if spans := self._all(wanted):
            return Found(spans)
        single = {word for word in wanted.split() if len(word) >= _LEAST_LETTERS}
        if " " not in wanted:
            return Found()
        apart = {span for word in single for span in self._all(word)}
        return Found(_without_overlap(sorted(apart)), apart=True)

    def _all(self, wanted: str) -> tuple[Span, ...]:
        escaped = re.escape(wanted)
        starts = [m.start() for m in re.finditer(rf"(?<!\w){escaped}", self._folded)]
        if not starts:
            starts = [m.start() for m in re.finditer(escaped, self._folded)]
        spans = (self._span(start, start + len(wanted)) for start in starts)
        return tuple(dict.fromkeys(spans))

    def _span(self, start: int, end: int) -> Span:
        first, last = self._places[start], self._places[end - 1]
        after = self._ends.get(last, last + 1)
        if self._counts:
            return Span(self._counts[first], self._counts[after])
        return Span(first, after)

    def _add(self, raw: str, stretch: range, folded: dict[str, str]) -> None:
        last = "\n"
        letters, places = self._letters, self._places
        for place in stretch:
            part = folded[raw[place]]
            if part and (part != " " or last not in " \n"):
                letters += part
                places += [place] * len(part)
                last = part

    def _add_badge(self, badge: Badge) -> None:
        self._ends[badge.start] = badge.end
        shown = f"\n{normalise(level_word(badge.level))}\n"
        self._letters += shown
        self._places += [badge.start] * len(shown)


def _fold_each(text: str) -> dict[str, str]:
    """What becomes of every character: letters, a space, an end, or nothing."""
    # Between two letters, since at an end of the text a space would be dropped.
    return {
        character: "\n" if character in _ENDS else normalise(f"a{character}a")[1:-1]
        for character in set(text)
    }


def _counts_of_qt(raw: str) -> list[int]:
    """Where Qt has each letter, which counts two for an emoji; empty for as here."""
    if raw.isascii() or max(raw) <= _LAST_OF_PLANE:
        return []
    widths = (2 if character > _LAST_OF_PLANE else 1 for character in raw)
    return list(accumulate(widths, initial=0))


def _without_overlap(spans: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(_apart(spans))


def _apart(spans: Iterable[Span]) -> Iterator[Span]:
    end = 0
    for span in spans:
        if span.start >= end:
            yield span
            end = span.end
