"""Where the sentences that are read aloud stand in the document of a page.

A sentence knows the words that it was made of, and the document shows the same
words in the same order, with numbers of sources, addresses and drawings between
them. So each is looked for from where the one before ended, inside its section.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from reader.speech.sentences import Sentence
from reader.ui.page_badges import badges_in

_CLOSING: Final = frozenset(".,;:!?…\"'”’»)]")


class Span(NamedTuple):
    """A stretch of the document, from a letter to the one that is no longer in it."""

    start: int
    end: int


class Part(NamedTuple):
    """A section of the document: its id, and where it stands."""

    id: str
    start: int
    end: int


def spans(
    said: Sequence[Sentence], text: str, parts: Iterable[Part]
) -> tuple[Span | None, ...]:
    """Where each sentence stands; None for one that the page does not show.

    Args:
        said: The sentences of the page.
        text: The document, a character for each of its letters.
        parts: Its sections in their order.
    """
    found: dict[int, Span] = {}
    for part in parts:
        numbers = [n for n, each in enumerate(said) if each.section == part.id]
        here = _Section(text, part)
        for number in numbers:
            span = here.find(said[number])
            if span is not None:
                found[number] = span
    return tuple(found.get(number) for number in range(len(said)))


class _Section:
    """The letters and digits of one section, and how far they are used up."""

    def __init__(self, text: str, part: Part) -> None:
        self._text = text
        self._end = part.end
        badges = [
            Span(badge.start, badge.end)
            for badge in badges_in(text, part.start, part.end)
        ]
        self._badges = iter(badges)
        self._places = [
            place for place in _between(part, badges) if text[place].isalnum()
        ]
        self._letters = "".join(text[place] for place in self._places)
        self._used = 0

    def find(self, sentence: Sentence) -> Span | None:
        if sentence.badge:
            return next(self._badges, None)
        first: int | None = None
        used = self._used
        for run in sentence.shown:
            wanted = "".join(letter for letter in run if letter.isalnum())
            at = self._letters.find(wanted, used)
            if at < 0:
                return None
            if wanted:
                first = at if first is None else first
                used = at + len(wanted)
        if first is None:
            return None
        self._used = used
        return self._widened(self._places[first], self._places[used - 1] + 1)

    def _widened(self, start: int, end: int) -> Span:
        """With the stop and the quotation marks that belong to it."""
        while end < self._end and self._text[end] in _CLOSING:
            end += 1
        while start > 0 and self._text[start - 1] in "\"'“‘«([":
            start -= 1
        return Span(start, end)


def _between(part: Part, badges: Iterable[Span]) -> Iterator[int]:
    """The places of a section that are no part of a badge."""
    start = part.start
    for badge in badges:
        yield from range(start, badge.start)
        start = badge.end
    yield from range(start, part.end)
