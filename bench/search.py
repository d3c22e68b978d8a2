"""A keystroke to its results, against the bare FTS5 query on the same file.

People type names and words of the text, one letter after the other; every letter is
one search. A keystroke's time is the median of its rounds. The bare query is what a
program without a thought would send: every word so far, the last as a prefix, ranked,
with a snippet.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random
from statistics import median
from types import TracebackType
from typing import Self

from bench.figures import Figure, Unit
from bench.progress import say
from bench.scale import Scale
from bench.synthetic import plain_library
from bench.timing import each_by_turns, percentile
from bench.words import dice
from reader.library.query import read_query
from reader.library.search import find
from reader.library.store import Library
from reader.model.listing import Filters
from reader.model.normal import normalise
from reader.resources import library_path

ROUNDS = 3
LIMIT = 50
"""So many hits the window asks for."""

_BARE = """
SELECT s.topic, s.title, snippet(section_text, 1, '[', ']', '…', 16)
FROM section_text JOIN section s ON s.id = section_text.rowid
WHERE section_text MATCH ? ORDER BY rank LIMIT 50
"""
_ALL_NAMES = "SELECT plain FROM name WHERE word = 0 ORDER BY plain, topic"
_ALL_SECTIONS = "SELECT id FROM section WHERE body <> '' ORDER BY id"
_TEXT_OF = "SELECT body FROM section WHERE id = ?"
_AGAINST = "a keystroke: the bare FTS5 query with a snippet, same words, same file"

SUGGESTIONS_MEDIAN = {10_000: 50e-6}
SUGGESTIONS_P99 = {10_000: 0.3e-3, 100_000: 1e-3}
TEXT_MEDIAN = {10_000: 150e-6}
TEXT_P99 = {10_000: 2e-3}
SLIPS_P99 = {10_000: 2e-3}
_SLIPS = 300
"""Names with one slip in them."""


def measure(scale: Scale) -> Iterator[Figure]:
    """Suggestions, text, and both together, on every library."""
    yield from _one_library(library_path(), "the real library", 0)
    for count in scale.libraries:
        yield from _one_library(plain_library(count), f"{count:,} pages", count)


def _one_library(path: Path, name: str, count: int) -> Iterator[Figure]:
    say(f"typing into {name}")
    with Desk(path) as desk:
        # A large library takes its time, and the bare query most of all.
        many, few = {10_000: (30, 6), 100_000: (15, 2)}.get(count, (30, 30))
        names, bare_names = desk.typed_names(many), desk.typed_names(few)
        words, bare_words = desk.typed_words(many), desk.typed_words(few)
        yield from _pair(
            f"suggestions, {name}",
            each_by_turns(ROUNDS, (names, desk.suggest), (bare_names, desk.bare)),
            (SUGGESTIONS_MEDIAN.get(count), SUGGESTIONS_P99.get(count)),
        )
        yield from _pair(
            f"text with snippets, {name}",
            each_by_turns(ROUNDS, (words, desk.read_text), (bare_words, desk.bare)),
            (TEXT_MEDIAN.get(count), TEXT_P99.get(count)),
        )
        yield from _pair(
            f"whole search, {name}",
            each_by_turns(
                ROUNDS,
                (names + words, desk.search),
                (bare_names + bare_words, desk.bare),
            ),
            (None, None),
        )
        yield from _slips(desk, name, SLIPS_P99.get(count))


def _slips(desk: "Desk", name: str, most: float | None) -> Iterator[Figure]:
    slipped = desk.mistyped(_SLIPS)
    sides = each_by_turns(ROUNDS, (slipped, desk.correct), (slipped, desk.guess))
    for what, taken in zip(("corrected search", "near names"), sides, strict=True):
        row = f"a name with a slip, {what}, {name}"
        yield Figure(f"{row}: median", Unit.MICROSECONDS, median(taken))
        slowest = percentile(taken, 99)
        yield Figure(f"{row}: p99", Unit.MILLISECONDS, slowest, most=most)


def _pair(
    what: str,
    taken: tuple[list[float], ...],
    budgets: tuple[float | None, float | None],
) -> Iterator[Figure]:
    ours, bare = taken
    yield Figure(
        f"{what}: median",
        Unit.MICROSECONDS,
        median(ours),
        median(bare),
        _AGAINST,
        budgets[0],
    )
    yield Figure(
        f"{what}: p99",
        Unit.MILLISECONDS,
        percentile(ours, 99),
        percentile(bare, 99),
        _AGAINST,
        budgets[1],
    )


class Desk:
    """One library file, and the ways to ask it."""

    def __init__(self, path: Path) -> None:
        self._library = Library.open(path)
        address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        self._connection = sqlite3.connect(address, uri=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._connection.close()
        self._library.close()

    def names(self, count: int) -> list[str]:
        """Some names, the same ones each time."""
        return _some(self._column(_ALL_NAMES), count)

    def typed_names(self, count: int) -> list[str]:
        """Every keystroke of somebody who types names."""
        return _keystrokes(self.names(count))

    def typed_words(self, count: int) -> list[str]:
        """Every keystroke of somebody who types one to three words of a text."""
        chance = dice("typed words")
        typed = []
        for number in _some(self._column(_ALL_SECTIONS), count):
            words = normalise(self._column(_TEXT_OF, number)[0]).split()
            length = min(chance.randint(1, 3), len(words))
            start = chance.randrange(len(words) - length + 1)
            typed.append(" ".join(words[start : start + length]))
        return _keystrokes(typed)

    def mistyped(self, count: int) -> list[str]:
        """Names with a letter left out, put in, wrong or swapped, the first too."""
        chance = dice("slips")
        return [_with_a_slip(name, chance) for name in self.names(count)]

    def _column(self, sql: str, *values: str) -> list[str]:
        return [row[0] for row in self._connection.execute(sql, values)]

    def bare(self, typed: str) -> object:
        """What FTS5 takes for the same words without anything around it."""
        quoted = " ".join(f'"{word}"' for word in normalise(typed).split())
        return self._connection.execute(_BARE, (f"{quoted}*",)).fetchall()

    def suggest(self, typed: str) -> object:
        """Names and codes alone."""
        query = replace(read_query(typed), full_text="")
        return find(self._connection, query, Filters(), LIMIT)

    def read_text(self, typed: str) -> object:
        """Texts alone."""
        query = replace(read_query(typed), plain="", code="")
        return find(self._connection, query, Filters(), LIMIT)

    def search(self, typed: str) -> object:
        """What the window and the command line call."""
        return self._library.search(typed, limit=LIMIT)

    def correct(self, typed: str) -> object:
        """What the command line calls."""
        return self._library.search(typed, limit=LIMIT, correcting=True)

    def guess(self, typed: str) -> object:
        """What the window offers where nothing is found."""
        return self._library.near_names(typed)


def _with_a_slip(name: str, chance: Random) -> str:
    at = chance.randrange(min(len(name.partition(" ")[0]), 8))
    letter = chance.choice("aeiorstn")
    return chance.choice(
        (
            name[:at] + name[at + 1 :],
            name[:at] + letter + name[at:],
            name[:at] + letter + name[at + 1 :],
            name[:at] + name[at : at + 2][::-1] + name[at + 2 :],
        )
    )


def _some(found: list[str], count: int) -> list[str]:
    return dice("typed").sample(found, min(count, len(found)))


def _keystrokes(typed: list[str]) -> list[str]:
    return [words[:end] for words in typed for end in range(1, len(words) + 1)]
