"""Writing the library file with sqlite-utils: same input, same bytes."""

import hashlib
import os
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

import sqlite_utils

from reader.compiler.rows import RowMap, TopicRows
from reader.model.errors import KnownError
from reader.model.spelling import SHORTEST, spelling_keys

COMMON = 64
"""A beginning that more names share than this gets a ready answer."""

READY = 50
"""Topics in a ready answer: as many as the window asks for."""

# What is left of the names at one length can only become fewer at the next.
_COMMON_ONLY = """
DELETE FROM begun
WHERE length(plain) <= :length OR substr(plain, 1, :length) NOT IN (
    SELECT substr(plain, 1, :length) FROM begun
    WHERE length(plain) > :length
    GROUP BY 1 HAVING count(*) > :common
)
"""

# The best name of each topic, then the best topics: for all beginnings of one length.
_BEGINNINGS = """
INSERT INTO beginning (typed, place, topic, shown)
WITH best AS (
    SELECT substr(plain, 1, :length) AS typed, plain, word, topic, shown,
           row_number() OVER (
               PARTITION BY substr(plain, 1, :length), topic
               ORDER BY word, length(plain), plain
           ) AS turn
    FROM begun
), placed AS (
    SELECT best.*, row_number() OVER (
        PARTITION BY typed
        ORDER BY word, t.kind = 'map', length(plain), t.sort_key, topic
    ) AS place
    FROM best JOIN topic t ON t.id = best.topic
    WHERE turn = 1
)
SELECT typed, place, topic, shown FROM placed WHERE place <= :ready
"""

# A name stands in its table under each of its words, so that none is missed.
_WORDS = """
SELECT DISTINCT substr(plain, 1, instr(plain || ' ', ' ') - 1) FROM name
WHERE instr(plain || ' ', ' ') > :shortest
"""


class LibraryWriter:
    """Writes topics one by one into a new file beside the target.

    Nothing is at the target until `finish`; leaving the context without it
    takes the unfinished file away.
    """

    def __init__(self, target: Path, schema: str) -> None:
        """Begin a file; `schema` makes the empty tables."""
        self._target = target
        self._unfinished = target.with_name(f".{target.name}.{os.getpid()}.new")
        self._schema = schema
        self._hash = hashlib.sha256()
        self._sections = 0
        self._topics = 0

    def __enter__(self) -> Self:
        """Open the new file.

        Raises:
            KnownError: The folder cannot be written to.
        """
        try:
            self._target.parent.mkdir(parents=True, exist_ok=True)
            self._unfinished.unlink(missing_ok=True)
            self._db = sqlite_utils.Database(str(self._unfinished))
            # Nobody reads the file before it is finished, so a crash may lose it.
            self._db.conn.executescript(
                f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {self._schema}"
            )
            self._db.conn.execute("BEGIN")
        except (OSError, sqlite3.Error) as error:
            raise self._cannot_write(error) from error
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close, and take away what was not finished."""
        self._db.close()
        self._unfinished.unlink(missing_ok=True)

    def add(self, rows: TopicRows) -> None:
        """Write one topic with everything a search needs of it.

        Raises:
            KnownError: The disk is full.
        """
        self._topics += 1
        self._hash.update(rows.record.encode())
        sections: list[RowMap] = []
        for section in rows.sections:
            self._sections += 1
            sections.append({"id": self._sections, **section})
        self._insert("topic", [{"id": self._topics, **rows.topic}])
        self._insert("page", [{"topic": self._topics, "record": rows.record}])
        for table, found in (
            ("name", rows.names),
            ("code", rows.codes),
            ("section", sections),
        ):
            self._insert(table, ({"topic": self._topics, **row} for row in found))

    def add_picture(self, name: str, content: bytes) -> None:
        """Write a picture.

        Raises:
            KnownError: The disk is full.
        """
        self._hash.update(content)
        self._insert("picture", [{"name": name, "bytes": content}])

    def _insert(self, table: str, rows: Iterable[RowMap]) -> None:
        # Through the connection rather than Table.insert_all: that commits for
        # each call and looks the columns up again, at ten times the cost.
        waiting = list(rows)
        if not waiting:
            return
        columns = ", ".join(waiting[0])
        marks = ", ".join(f":{column}" for column in waiting[0])
        # The names come from this module; INSERT OR IGNORE for a name that stands
        # under one title twice.
        sql = f"INSERT OR IGNORE INTO {table} ({columns}) VALUES ({marks})"  # noqa: S608
        try:
            self._db.conn.executemany(sql, waiting)
        except sqlite3.Error as error:
            raise self._cannot_write(error) from error

    def finish(self, counts: dict[str, int]) -> str:
        """Index, pack and put the file at its place.

        Returns:
            The hash of all pages and pictures.

        Raises:
            KnownError: The disk is full, or the target cannot be replaced.
        """
        content_hash = self._hash.hexdigest()
        meta = {**counts, "content_hash": content_hash}
        self._insert(
            "meta", [{"key": key, "value": str(meta[key])} for key in sorted(meta)]
        )
        try:
            self._make_beginnings()
            self._make_spellings()
            self._db.conn.execute("COMMIT")
            index = self._db.table("section_text")
            index.rebuild_fts()
            index.optimize()
            self._db.vacuum()
            self._db.close()
            self._unfinished.replace(self._target)
        except (OSError, sqlite3.Error) as error:
            raise self._cannot_write(error) from error
        return content_hash

    def _make_beginnings(self) -> None:
        """Answer the beginnings that are too common to be looked up each time."""
        connection = self._db.conn
        connection.execute("CREATE TEMP TABLE begun AS SELECT * FROM name")
        length = written = 1
        while written > 0:
            values = {"length": length, "common": COMMON, "ready": READY}
            connection.execute(_COMMON_ONLY, values)
            written = connection.execute(_BEGINNINGS, values).rowcount
            length += 1
        connection.execute("DROP TABLE begun")

    def _make_spellings(self) -> None:
        """File the words of all names under the keys that a slip leaves of them."""
        connection = self._db.conn
        words = connection.execute(_WORDS, {"shortest": SHORTEST}).fetchall()
        connection.executemany(
            "INSERT OR IGNORE INTO spelling (key, word) VALUES (?, ?)",
            sorted((key, word) for (word,) in words for key in spelling_keys(word)),
        )

    def _cannot_write(self, error: Exception) -> KnownError:
        return KnownError(
            f"The library {self._target} could not be written ({error}).",
            "Choose another place, or make room there.",
        )
