"""How many topics a search meets in each body system and at each certainty."""

import json
import sqlite3
from collections import Counter

from reader.library.query import Query
from reader.library.search import MOST_RANKED
from reader.model.listing import Filters, Tally

_MOST_NAMES = 5_000
"""Names that begin alike; more are not read, since nobody counts so far."""

_BY_NAME = """
SELECT topic FROM name
WHERE plain >= :plain AND plain < :plain || char(1114111)
LIMIT :most_names
"""
_BY_CODE = """
SELECT topic FROM code
WHERE plain >= :code AND plain < :code || char(1114111)
   OR plain IN (substr(:code, 1, 3), substr(:code, 1, 4), substr(:code, 1, 5))
"""
_BY_TEXT = """
SELECT s.topic FROM section_text
JOIN section s ON s.id = section_text.rowid
WHERE section_text MATCH :full_text
LIMIT :most_sections
"""
_SHELVES = """
SELECT system, certainties FROM topic
WHERE id IN (SELECT value FROM json_each(:topics))
"""


def count(connection: sqlite3.Connection, query: Query, filters: Filters) -> Tally:
    """Count the topics that a query meets."""
    topics, more = _topics(connection, query)
    rows = connection.execute(_SHELVES, {"topics": json.dumps(sorted(topics))})
    systems: Counter[str] = Counter()
    levels: Counter[str] = Counter()
    wanted = of_system = of_level = 0
    for system, certainties in rows:
        reached = json.loads(certainties)
        here = filters.system in {"", system}
        so_sure = not filters.certainty or filters.certainty in reached
        wanted += here and so_sure
        of_system += here
        of_level += so_sure
        if so_sure:
            systems[system] += 1
        if here:
            levels.update(reached)
    return Tally(
        topics=wanted,
        anywhere=len(topics),
        of_system=of_system,
        of_level=of_level,
        systems=dict(systems),
        certainties=dict(levels),
        more=more,
    )


def _topics(connection: sqlite3.Connection, query: Query) -> tuple[set[int], bool]:
    """The topics, and whether there may be more than were read."""
    values: dict[str, str | int] = {
        "plain": query.plain,
        "code": query.code,
        "full_text": query.full_text,
        "most_names": _MOST_NAMES,
        "most_sections": MOST_RANKED,
    }
    found: set[int] = set()
    more = False
    for words, sql, most in (
        (query.plain, _BY_NAME, _MOST_NAMES),
        (query.code, _BY_CODE, None),
        (query.full_text, _BY_TEXT, MOST_RANKED),
    ):
        if words:
            rows = connection.execute(sql, values).fetchall()
            found.update([row[0] for row in rows])
            more = more or len(rows) == most
    return found, more
