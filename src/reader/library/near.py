"""Names spelled much like what was typed, for whoever found nothing."""

import sqlite3
from difflib import SequenceMatcher

from reader.library.query import Query
from reader.model.listing import NearName

_MOST_READ = 5_000
"""Comparing one name takes some ten microseconds."""
_SHORTEST = 3
_ALIKE = 0.72
"""Of 1, which is the same; a letter left out of a name of five gives 0.89."""

_CANDIDATES = """
SELECT n.plain, n.shown, t.slug, t.title
FROM name n JOIN topic t ON t.id = n.topic
WHERE n.plain >= :first AND n.plain < :first || char(1114111)
  AND length(n.plain) >= :shortest
ORDER BY n.word, t.kind = 'map', t.sort_key
LIMIT :most
"""


def near_names(
    connection: sqlite3.Connection, query: Query, limit: int
) -> tuple[NearName, ...]:
    """The names most like a query that begin with its letter, one for each topic."""
    plain = query.plain
    if len(plain) < _SHORTEST:
        return ()
    values = {
        "first": plain[0],
        "shortest": len(plain) * 2 // 3,
        "most": _MOST_READ,
    }
    words = len(plain.split())
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(plain)  # what is compared with all others is kept ready
    best: dict[str, tuple[float, NearName]] = {}
    for name, shown, slug, title in connection.execute(_CANDIDATES, values):
        # Every later word of a name begins a row too, so its end need not be like.
        matcher.set_seq1(" ".join(name.split(" ", words)[:words]))
        if matcher.real_quick_ratio() < _ALIKE or matcher.quick_ratio() < _ALIKE:
            continue
        alike = matcher.ratio()
        if alike >= _ALIKE and alike > best.get(slug, (0.0, None))[0]:
            best[slug] = alike, NearName(slug, title, shown)
    ranked = sorted(best.values(), key=_unlikeness)
    return tuple([name for _, name in ranked[:limit]])


def _unlikeness(found: tuple[float, NearName]) -> float:
    return -found[0]
