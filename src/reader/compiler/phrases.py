"""Finding many phrases in running text at once, by their first words.

One pattern of all phrases tries each of them at each word; with a glossary of a
hundred terms that takes longer than reading the page.
"""

import re
from collections.abc import Iterable, Iterator

_WORD = re.compile(r"\w+")
_FEW = 30
"""So many words are looked for one by one sooner than a text is cut into words."""


def lower(text: str) -> str:
    """Small letters, each at the place of its capital."""
    lowered = text.lower()
    if len(lowered) != len(text):  # as for a capital I with a dot
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return lowered


class Phrases:
    """Phrases to be found as whole words, in any case; the longest wins."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_first_word: dict[str, list[str]] = {}
        for phrase in sorted(set(phrases), key=lambda each: (-len(each), each)):
            lowered = phrase.lower()
            first = _WORD.match(lowered)
            if first is not None:
                self._by_first_word.setdefault(first[0], []).append(lowered)
        self._beginnings = frozenset(self._by_first_word)

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Start and end of each phrase in a text, in order and without overlap."""
        lowered = lower(text)
        done = 0
        for start, word in self._first_words(lowered):
            if start < done:
                continue
            for phrase in self._by_first_word[word]:
                end = start + len(phrase)
                if lowered.startswith(phrase, start) and not _is_letter(lowered, end):
                    yield start, end
                    done = end
                    break

    def _first_words(self, lowered: str) -> list[tuple[int, str]]:
        """Where a word stands with which a phrase begins, in order."""
        # Looking for the few that are there is quicker than looking at each word.
        wanted = self._beginnings
        if len(wanted) > _FEW:
            wanted = wanted.intersection(_WORD.findall(lowered))
        found: list[tuple[int, str]] = []
        for word in wanted:
            start = lowered.find(word)
            while start >= 0:
                end = start + len(word)
                if not (_is_letter(lowered, start - 1) or _is_letter(lowered, end)):
                    found.append((start, word))
                start = lowered.find(word, end)
        found.sort()
        return found

    def replace(self, text: str, substitute: str) -> str:
        """The text with each phrase replaced."""
        parts: list[str] = []
        done = 0
        for start, end in self.find(text):
            parts += (text[done:start], substitute)
            done = end
        return "".join(parts) + text[done:] if parts else text


def _is_letter(text: str, place: int) -> bool:
    """Whether a word goes on at a place, which may lie outside the text."""
    letter = text[place : place + 1] if place >= 0 else ""
    return letter.isalnum() or letter == "_"
