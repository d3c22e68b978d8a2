"""Names spelled much like what was typed, for whoever found nothing."""

import json
import sqlite3
from collections.abc import Iterator
from difflib import SequenceMatcher

from reader.library.query import SHORTEST_PREFIX, Query
from reader.model.listing import NearName
from reader.model.spelling import SHORTEST, slips, spelling_keys

_MOST_READ = 5_000
"""Comparing one name takes some ten microseconds."""
_MOST_WORDS = 8
"""Words like the one typed, of which names are looked up."""
_MOST_NAMES = 30
"""Names looked up for each of these."""
_SHORTEST = 3
_ALIKE = 0.72
"""Of 1, which is the same; a letter left out of a name of five gives 0.89."""

_OPPOSITES = (("hypo", "hyper"), ("hyper", "hypo"))
"""Beginnings that a slip does not make of one another: too little is not too much."""

_SPELLED = """
SELECT DISTINCT word FROM spelling WHERE key IN (SELECT value FROM json_each(:keys))
"""

_IN_A_NAME = """
SELECT 1 FROM name WHERE plain >= :word AND plain < :word || char(1114111) LIMIT 1
"""

_IN_THE_TEXT = "SELECT 1 FROM section_text WHERE section_text MATCH :word LIMIT 1"

_BEGINNING_SO = """
SELECT n.plain, n.shown, t.slug, t.title
FROM name n JOIN topic t ON t.id = n.topic
WHERE n.plain >= :word AND n.plain < :word || char(1114111)
LIMIT :most
"""

_WITH_THE_LETTER = """
SELECT n.plain, n.shown, t.slug, t.title
FROM name n JOIN topic t ON t.id = n.topic
WHERE n.plain >= :first AND n.plain < :first || char(1114111)
  AND length(n.plain) >= :shortest
ORDER BY n.word, t.kind = 'map', t.sort_key
LIMIT :most
"""

_Row = tuple[str, str, str, str]


def corrected(connection: sqlite3.Connection, query: Query) -> str:
    """The words of a query with each unknown one as a name spells it.

    Returns:
        The words; "" where nothing would be looked for but what was typed.
    """
    words = query.plain.split()
    better = [_corrected_word(connection, word) for word in words]
    return "" if better == words else " ".join(better)


def near_names(
    connection: sqlite3.Connection, query: Query, limit: int
) -> tuple[NearName, ...]:
    """The names most like a query, one for each topic.

    Where no word of a name is like one that was typed, names that begin with the same
    letter are compared as a whole.
    """
    plain = query.plain
    if len(plain) < _SHORTEST:
        return ()
    found = _most_alike(plain, _with_near_words(connection, plain))
    if not found:
        values = {
            "first": plain[0],
            "shortest": len(plain) * 2 // 3,
            "most": _MOST_READ,
        }
        rows = connection.execute(_WITH_THE_LETTER, values)
        found = _most_alike(plain, rows)
    return tuple(found[:limit])


def _corrected_word(connection: sqlite3.Connection, word: str) -> str:
    if len(word) < SHORTEST or not word.isalpha() or _is_known(connection, word):
        return word
    for near in _near_words(connection, word):
        if not any(
            word.startswith(one) and near.startswith(other) for one, other in _OPPOSITES
        ):
            return near
    return word


def _is_known(connection: sqlite3.Connection, word: str) -> bool:
    """Whether a name has the word, or what begins with it, or the text has it."""
    if connection.execute(_IN_A_NAME, {"word": word}).fetchone():
        return True
    sought = f'"{word}"*' if len(word) >= SHORTEST_PREFIX else f'"{word}"'
    return connection.execute(_IN_THE_TEXT, {"word": sought}).fetchone() is not None


def _near_words(connection: sqlite3.Connection, typed: str) -> list[str]:
    """Words of names that are like one that was typed, the most alike first."""
    keys = json.dumps([*spelling_keys(typed)])
    ranked = []
    for (word,) in connection.execute(_SPELLED, {"keys": keys}):
        count = slips(typed, word)
        if count is not None:
            ranked.append((count, abs(len(word) - len(typed)), word))
    return [word for *_, word in sorted(ranked)]


def _with_near_words(connection: sqlite3.Connection, plain: str) -> Iterator[_Row]:
    """Names that go on from a word like one that was typed."""
    for typed in plain.split():
        if len(typed) >= SHORTEST:
            for word in _near_words(connection, typed)[:_MOST_WORDS]:
                values = {"word": word, "most": _MOST_NAMES}
                yield from connection.execute(_BEGINNING_SO, values)


def _most_alike(plain: str, rows: Iterator[_Row] | sqlite3.Cursor) -> list[NearName]:
    words = len(plain.split())
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(plain)  # what is compared with all others is kept ready
    best: dict[str, tuple[float, NearName]] = {}
    for name, shown, slug, title in rows:
        # Every later word of a name begins a row too, so its end need not be like.
        matcher.set_seq1(" ".join(name.split(" ", words)[:words]))
        if matcher.real_quick_ratio() < _ALIKE or matcher.quick_ratio() < _ALIKE:
            continue
        alike = matcher.ratio()
        if alike >= _ALIKE and alike > best.get(slug, (0.0, None))[0]:
            best[slug] = alike, NearName(slug, title, shown)
    return [name for _, name in sorted(best.values(), key=_unlikeness)]


def _unlikeness(found: tuple[float, NearName]) -> float:
    return -found[0]
