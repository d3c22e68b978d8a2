"""Ranked answers: exact names and codes, then beginnings, then text."""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from reader.library.query import Query
from reader.model.listing import Hit, Matched
from reader.model.normal import find_places

_START, _END = "\x02", "\x03"
"""Set around matches by FTS5 (see _TEXT); the compiler refuses both in sources."""

_NAMES = """
SELECT n.shown, n.plain, n.word, t.slug, t.title, t.system, t.certainties
FROM name n JOIN topic t ON t.id = n.topic
WHERE n.plain >= :plain AND n.plain < :plain || char(1114111)
ORDER BY n.plain <> :plain, n.word, length(n.plain), t.sort_key
LIMIT :limit
"""

# A category finds its children, and a child the page of its category.
_CODES = """
SELECT c.shown, c.plain, 0, t.slug, t.title, t.system, t.certainties
FROM code c JOIN topic t ON t.id = c.topic
WHERE (c.plain >= :code AND c.plain < :code || char(1114111))
   OR c.plain IN (substr(:code, 1, 3), substr(:code, 1, 4), substr(:code, 1, 5))
ORDER BY c.plain <> :code, abs(length(c.plain) - length(:code)), c.plain, t.sort_key
LIMIT :limit
"""

# Ranked first and joined afterwards, so that snippets are cut for few rows only.
_TEXT = """
SELECT snippet(section_text, 1, char(2), char(3), '…', 16),
       s.section, s.title, t.slug, t.title, t.system, t.certainties
FROM section_text
JOIN section s ON s.id = section_text.rowid
JOIN topic t ON t.id = s.topic
WHERE section_text MATCH :full_text
  AND (:system = '' OR t.system = :system)
  AND (:certainty = '' OR instr(t.certainties, :quoted_certainty))
ORDER BY bm25(section_text, 4.0, 1.0)
LIMIT :limit
"""


@dataclass(frozen=True, slots=True)
class Filters:
    """What hits are wanted; "" for any."""

    system: str = ""
    certainty: str = ""

    def accept(self, system: str, certainties: tuple[str, ...]) -> bool:
        """Whether a topic on this shelf with these levels is wanted."""
        on_shelf = self.system in {"", system}
        return on_shelf and (not self.certainty or self.certainty in certainties)


def find(
    connection: sqlite3.Connection, query: Query, filters: Filters, limit: int
) -> tuple[Hit, ...]:
    """The best hits for a query, each topic once by name, then its sections."""
    hits: list[Hit] = []
    named: set[str] = set()
    for hit in _topic_hits(connection, query, limit):
        if hit.slug not in named and filters.accept(hit.system, hit.certainties):
            named.add(hit.slug)
            hits.append(hit)
    if query.full_text and len(hits) < limit:
        hits.extend(_section_hits(connection, query, filters, limit - len(hits)))
    return tuple(hits[:limit])


def _topic_hits(
    connection: sqlite3.Connection, query: Query, limit: int
) -> Iterator[Hit]:
    # A name stands under each of its words, so more rows than hits are read.
    rows_wanted = 6 * limit
    if query.code:
        found = connection.execute(_CODES, {"code": query.code, "limit": rows_wanted})
        for row in found:
            yield _topic_hit(row, Matched.CODE, ((0, len(row[0])),))
    if query.plain:
        found = connection.execute(_NAMES, {"plain": query.plain, "limit": rows_wanted})
        for row in found:
            exact = row[1] == query.plain and row[2] == 0
            matched = Matched.NAME if exact else Matched.PREFIX
            yield _topic_hit(row, matched, find_places(row[0], query.plain))


def _topic_hit(
    row: tuple[str, str, int, str, str, str, str],
    matched: Matched,
    matches: tuple[tuple[int, int], ...],
) -> Hit:
    shown, _, _, slug, title, system, certainties = row
    return Hit(
        slug=slug,
        title=title,
        system=system,
        section="",
        section_title="",
        snippet=shown,
        matches=matches,
        matched=matched,
        certainties=tuple(json.loads(certainties)),
    )


def _section_hits(
    connection: sqlite3.Connection, query: Query, filters: Filters, limit: int
) -> Iterator[Hit]:
    found = connection.execute(
        _TEXT,
        {
            "full_text": query.full_text,
            "system": filters.system,
            "certainty": filters.certainty,
            "quoted_certainty": f'"{filters.certainty}"',
            "limit": limit,
        },
    )
    for marked, section, section_title, slug, title, system, certainties in found:
        snippet, matches = read_marks(" ".join(marked.split()))
        yield Hit(
            slug=slug,
            title=title,
            system=system,
            section=section,
            section_title=section_title,
            snippet=snippet,
            matches=matches,
            matched=Matched.TEXT,
            certainties=tuple(json.loads(certainties)),
        )


def read_marks(marked: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Take the marks out of a snippet and say where they stood."""
    plain: list[str] = []
    matches: list[tuple[int, int]] = []
    length = start = 0
    for character in marked:
        if character == _START:
            start = length
        elif character == _END:
            matches.append((start, length))
        else:
            plain.append(character)
            length += 1
    return "".join(plain), tuple(matches)
