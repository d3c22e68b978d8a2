"""SPDX licence expressions: which texts have to go along."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
TEXTS = (CHECKOUT / "LICENSES", CHECKOUT / "packaging" / "licence-texts")

_WORD = re.compile(r"\s*(\(|\)|[^\s()]+)")


class BadExpressionError(ValueError):
    """Words that are no SPDX expression."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The licences of one way to comply, and whether we have the texts of all."""

    licences: tuple[str, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """The licences whose text we do not have."""
        return tuple(each for each in self.licences if text_of(each) is None)


def text_of(licence: str) -> Path | None:
    """The file with the text of a licence or an exception, if we have it."""
    name = re.sub(r"-(only|or-later)$", "", licence.removesuffix("+"))
    for folder in TEXTS:
        path = folder / f"{name}.txt"
        if path.is_file():
            return path
    return None


def choose(expression: str) -> Choice:
    """Choose one way to comply: the first whose texts we have all of.

    Raises:
        BadExpressionError: It is no SPDX expression.
    """
    words = _WORD.findall(expression)
    if not words or "".join(words) != re.sub(r"\s", "", expression):
        raise BadExpressionError(expression)
    reader = _Reader(iter(words))
    ways = reader.either()
    if not reader.is_done:
        raise BadExpressionError(expression)
    choices = [Choice(tuple(dict.fromkeys(way))) for way in ways]
    return next((each for each in choices if not each.missing), choices[0])


class _Reader:
    """Reads an expression from left to right: OR binds least, WITH most."""

    def __init__(self, words: Iterator[str]) -> None:
        self._words = words
        self._word = next(words)

    @property
    def is_done(self) -> bool:
        """Whether all has been read."""
        return not self._word

    def either(self) -> list[list[str]]:
        ways = self._all()
        while self._word == "OR":
            self._next()
            ways += self._all()
        return ways

    def _all(self) -> list[list[str]]:
        ways = self._one()
        while self._word == "AND":
            self._next()
            more = self._one()
            ways = [left + right for left in ways for right in more]
        return ways

    def _one(self) -> list[list[str]]:
        if self._word == "(":
            self._next()
            ways = self.either()
            self._expect(")")
            return ways
        if self._word in {"", ")", "AND", "OR", "WITH"}:
            raise BadExpressionError(self._word)
        licence = [self._next()]
        if self._word == "WITH":
            self._next()
            licence.append(self._next())
        return [licence]

    def _next(self) -> str:
        word, self._word = self._word, next(self._words, "")
        return word

    def _expect(self, word: str) -> None:
        if self._next() != word:
            raise BadExpressionError(word)
