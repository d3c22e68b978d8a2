"""Ranked answers: exact names and codes, then beginnings, then text."""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from reader.library.query import Query
from reader.model.listing import Filters, Hit, Matched
from reader.model.normal import find_places

MOST_RANKED = 1_000
"""A word that stands in more sections is ranked among the first so many of them:
weighing one costs 1.5 microseconds, and a word that common says little."""

READY = 50
"""So many topics the compiler keeps ready for a common beginning."""

_START, _END = "\x02", "\x03"
"""Set around matches by FTS5; the compiler refuses both in sources."""

_SAME_NAME = """
SELECT n.shown, n.word, t.slug, t.title, t.system, t.certainties, t.kind
FROM name n JOIN topic t ON t.id = n.topic
WHERE n.plain = :plain
  AND (:system = '' OR t.system = :system)
  AND (:certainty = '' OR instr(t.certainties, :quoted_certainty))
ORDER BY n.word, t.kind = 'map', t.sort_key
LIMIT :limit
"""

# A topic has several names, so more rows than hits are read. A short note comes after
# the pages that have an answer.
_LONGER_NAMES = """
SELECT n.shown, n.word, t.slug, t.title, t.system, t.certainties, t.kind
FROM name n JOIN topic t ON t.id = n.topic
WHERE n.plain > :plain AND n.plain < :plain || char(1114111)
  AND (:system = '' OR t.system = :system)
  AND (:certainty = '' OR instr(t.certainties, :quoted_certainty))
ORDER BY n.word, t.kind = 'map', length(n.plain), t.sort_key
LIMIT 6 * :limit
"""

_BEGINNING = """
SELECT b.shown, 1, t.slug, t.title, t.system, t.certainties, t.kind
FROM beginning b JOIN topic t ON t.id = b.topic
WHERE b.typed = :plain
ORDER BY b.place
LIMIT :limit
"""

# A category finds its children, and a child the page of its category.
_CODES = """
SELECT c.shown, 0, t.slug, t.title, t.system, t.certainties, t.kind
FROM code c JOIN topic t ON t.id = c.topic
WHERE (c.plain >= :code AND c.plain < :code || char(1114111)
    OR c.plain IN (substr(:code, 1, 3), substr(:code, 1, 4), substr(:code, 1, 5)))
  AND (:system = '' OR t.system = :system)
  AND (:certainty = '' OR instr(t.certainties, :quoted_certainty))
ORDER BY c.plain <> :code, t.kind = 'map', abs(length(c.plain) - length(:code)),
         c.plain, t.sort_key
LIMIT 6 * :limit
"""

_BEST = """
SELECT id FROM (
    SELECT rowid AS id, bm25(section_text, 4.0, 1.0) AS score
    FROM section_text
    WHERE section_text MATCH :full_text
    LIMIT :most
)
ORDER BY score
LIMIT :limit
"""

# Apart, because reading each section's row costs six times the weighing.
_BEST_WANTED = """
SELECT id FROM (
    SELECT section_text.rowid AS id, bm25(section_text, 4.0, 1.0) AS score
    FROM section_text
    JOIN section s ON s.id = section_text.rowid
    JOIN topic t ON t.id = s.topic
    WHERE section_text MATCH :full_text
      AND (:system = '' OR t.system = :system)
      AND (:certainty = '' OR instr(t.certainties, :quoted_certainty))
    LIMIT :most
)
ORDER BY score
LIMIT :limit
"""

# In a pass of its own: a snippet is cut for every row that is sorted. The plus keeps
# SQLite from asking FTS5 anew for each row.
_SNIPPETS = """
SELECT s.id, snippet(section_text, 1, char(2), char(3), '…', 16),
       s.section, s.title, t.slug, t.title, t.system, t.certainties, t.kind
FROM section_text
JOIN section s ON s.id = section_text.rowid
JOIN topic t ON t.id = s.topic
WHERE section_text MATCH :full_text
  AND section_text.rowid BETWEEN :first AND :last
  AND +section_text.rowid IN (SELECT value FROM json_each(:best))
"""

_Values: TypeAlias = dict[str, str | int]
_TopicRow: TypeAlias = tuple[str, int, str, str, str, str, str]


def find(
    connection: sqlite3.Connection, query: Query, filters: Filters, limit: int
) -> tuple[Hit, ...]:
    """The best hits for a query, each topic once by name, then its sections."""
    if limit <= 0:
        return ()
    search = _Search(connection, query, filters, limit)
    hits: dict[str, Hit] = {}
    for hit in search.topics():
        hits.setdefault(hit.slug, hit)
        if len(hits) == limit:
            break
    found = tuple(hits.values())
    if query.full_text and len(found) < limit:
        found += tuple(search.sections(limit - len(found)))
    return found


@dataclass(frozen=True, slots=True)
class _Search:
    """One search: what the statements need, and how they follow one another."""

    connection: sqlite3.Connection
    query: Query
    filters: Filters
    limit: int

    def topics(self) -> Iterator[Hit]:
        """Codes, then exact names, then longer ones; a topic may come again."""
        query = self.query
        values = self._values(code=query.code, plain=query.plain, limit=self.limit)
        if query.code:
            for row in self.connection.execute(_CODES, values):
                yield _topic_hit(row, Matched.CODE, ((0, len(row[0])),))
        if not query.plain:
            return
        for row in self.connection.execute(_SAME_NAME, values):
            matched = Matched.PREFIX if row[1] else Matched.NAME
            yield _topic_hit(row, matched, find_places(row[0], query.plain))
        for row in self._longer_names(values):
            yield _topic_hit(row, Matched.PREFIX, find_places(row[0], query.plain))

    def _longer_names(self, values: _Values) -> list[_TopicRow]:
        if self.limit <= READY and not self.filters.there:
            ready = self.connection.execute(_BEGINNING, values).fetchall()
            if ready:
                return ready
        return self.connection.execute(_LONGER_NAMES, values).fetchall()

    def sections(self, limit: int) -> Iterator[Hit]:
        """Sections that hold the words, best first."""
        values = self._values(
            full_text=self.query.full_text, most=MOST_RANKED, limit=limit
        )
        ranked = _BEST_WANTED if self.filters.there else _BEST
        best = [row[0] for row in self.connection.execute(ranked, values)]
        if not best:
            return
        values |= {"first": min(best), "last": max(best), "best": json.dumps(best)}
        rows = {row[0]: row for row in self.connection.execute(_SNIPPETS, values)}
        for number in best:
            yield _section_hit(rows[number][1:])

    def _values(self, **values: str | int) -> _Values:
        return values | {
            "system": self.filters.system,
            "certainty": self.filters.certainty,
            "quoted_certainty": f'"{self.filters.certainty}"',
        }


def _topic_hit(
    row: _TopicRow, matched: Matched, matches: tuple[tuple[int, int], ...]
) -> Hit:
    shown, _, slug, title, system, certainties, kind = row
    return Hit(
        slug=slug,
        title=title,
        system=system,
        section="",
        section_title="",
        snippet=shown,
        matches=matches,
        matched=matched,
        certainties=_levels(certainties),
        kind=kind,
    )


def _section_hit(row: tuple[str, str, str, str, str, str, str, str]) -> Hit:
    marked, section, section_title, slug, title, system, certainties, kind = row
    snippet, matches = read_marks(" ".join(marked.split()))
    return Hit(
        slug=slug,
        title=title,
        system=system,
        section=section,
        section_title=section_title,
        snippet=snippet,
        matches=matches,
        matched=Matched.TEXT,
        certainties=_levels(certainties),
        kind=kind,
    )


@lru_cache(maxsize=64)
def _levels(certainties: str) -> tuple[str, ...]:
    """A list of levels; only 32 different ones exist."""
    return tuple(json.loads(certainties))


def read_marks(marked: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Take the marks out of a snippet and say where they stood."""
    plain, *rest = marked.split(_START)
    matches: list[tuple[int, int]] = []
    for part in rest:
        words, _, after = part.partition(_END)
        matches.append((len(plain), len(plain) + len(words)))
        plain += words + after
    return plain, tuple(matches)
