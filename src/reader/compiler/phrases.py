"""Finding many phrases in running text at once, by their first words.

One pattern of all phrases tries each of them at each word; with a glossary of a
hundred terms that takes longer than reading the page.
"""

import re
from collections.abc import Iterable, Iterator

_WORD = re.compile(r"\w+")


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

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Start and end of each phrase in a text, in order and without overlap."""
        lowered = lower(text)
        done = 0
        for word in _WORD.finditer(lowered):
            phrases = self._by_first_word.get(word[0])
            if phrases is None or (start := word.start()) < done:
                continue
            for phrase in phrases:
                end = start + len(phrase)
                if lowered.startswith(phrase, start) and not _goes_on(lowered, end):
                    yield start, end
                    done = end
                    break

    def replace(self, text: str, substitute: str) -> str:
        """The text with each phrase replaced."""
        parts: list[str] = []
        done = 0
        for start, end in self.find(text):
            parts += (text[done:start], substitute)
            done = end
        return "".join(parts) + text[done:] if parts else text


def _goes_on(text: str, end: int) -> bool:
    return end < len(text) and (text[end].isalnum() or text[end] == "_")
