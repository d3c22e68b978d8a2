"""Opening a library file, and reading topics from it."""

import json
import re
import sqlite3
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from reader.library.schema import APPLICATION_ID, FORMAT
from reader.model.errors import NotFoundError, UnreadableError
from reader.model.frozen import dataclass
from reader.model.listing import NearName, SearchResults, Tally, TopicEntry

if TYPE_CHECKING:
    from reader.model.topic import Topic

_ENTRY = (
    "SELECT t.slug, t.title, t.system, t.kind, t.also_called, t.certainties, "
    "t.checked, t.sections FROM topic t"
)
_REINSTALL = "Install Evidence Reader again to get a whole library."

_PRIMARY = 0xFF  # an extended result code carries its primary code in the low byte
_AWAY = frozenset({sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN})


@dataclass(frozen=True, slots=True)
class LibraryInfo:
    """What a library file says of itself."""

    topics: int
    claims: int
    sources: int
    terms: int
    format: int
    content_hash: str


class Library:
    """One read-only connection to a library; use one for each thread."""

    def __init__(self, connection: sqlite3.Connection, info: LibraryInfo) -> None:
        """Use `Library.open`."""
        self._connection = connection
        self.info = info

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a library file that this program can read.

        Raises:
            UnreadableError: The file is missing, damaged, newer than this program
                or no library at all.
        """
        _demand_file(path)
        try:
            connection = sqlite3.connect(
                f"{sqlite_uri(path.absolute().as_uri())}?mode=ro&immutable=1", uri=True
            )
        except sqlite3.Error as error:
            raise fault(error, path) from error
        try:
            info = _check(connection, path)
        except sqlite3.Error as error:
            connection.close()
            raise fault(error, path) from error
        except UnreadableError:
            connection.close()
            raise
        return cls(connection, info)

    def close(self) -> None:
        """Close the file; harmless when it is closed already."""
        self._connection.close()

    def __enter__(self) -> Self:
        """Give the library itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the file."""
        self.close()

    def topics(self, system: str | None = None) -> tuple[TopicEntry, ...]:
        """Every topic, or those of one system, A to Z."""
        rows = self._rows(
            f"{_ENTRY} WHERE :system IS NULL OR t.system = :system "
            "ORDER BY t.sort_key, t.slug",
            {"system": system},
        )
        return tuple(_entry(row) for row in rows)

    def topic(self, slug: str) -> "Topic":
        """One whole topic.

        Raises:
            NotFoundError: There is no such topic; the advice names near ones.
            UnreadableError: The page is damaged.
        """
        from reader.model.codec import decode
        from reader.model.topic import Topic

        rows = self._rows(
            "SELECT p.record FROM page p JOIN topic t ON t.id = p.topic "
            "WHERE t.slug = :slug",
            {"slug": slug},
        )
        if not rows:
            raise NotFoundError(f"There is no topic {slug!r}.", self._near(slug))
        try:
            return decode(Topic, json.loads(rows[0][0]))
        except ValueError as error:
            msg = "A page of the library cannot be read."
            raise UnreadableError(msg, _REINSTALL) from error

    def slug_of(self, name: str) -> str:
        """The slug of the one topic that has this name; else the name as it is.

        Who types "als" means a page, though its slug is a longer word.
        """
        known = self._rows("SELECT 1 FROM topic WHERE slug = :name", {"name": name})
        named = () if known else tuple(self._named(name))
        return named[0] if len(named) == 1 else name

    def search(
        self,
        text: str,
        *,
        limit: int = 20,
        system: str | None = None,
        certainty: str | None = None,
        correcting: bool = False,
    ) -> SearchResults:
        """Look for whatever a person typed.

        Args:
            text: Anything; nothing in it has a special meaning.
            limit: The most hits wanted.
            system: Only topics of this body system.
            certainty: Only topics with a claim at this level.
            correcting: Where nothing is found, look for what may have been meant. Not
                for whoever would take that for what was typed.

        Raises:
            UnreadableError: The file is damaged.
        """
        from reader.library.query import read_query
        from reader.library.search import find
        from reader.model.listing import Filters

        filters = Filters(system or "", certainty or "")
        try:
            hits = find(self._connection, read_query(text), filters, max(limit, 0))
        except sqlite3.DatabaseError as error:
            raise fault(error, None) from error
        if correcting and not hits:
            meant = self._meant(text)
            again = self.search(meant, limit=limit, system=system, certainty=certainty)
            if again.hits:
                return SearchResults(text, meant, again.hits)
        return SearchResults(text, "", hits)

    def _meant(self, text: str) -> str:
        """What may have been meant, where a word is unknown; "" for nothing else."""
        from reader.library.near import corrected
        from reader.library.query import read_query

        try:
            return corrected(self._connection, read_query(text))
        except sqlite3.DatabaseError as error:
            raise fault(error, None) from error

    def tally(
        self, text: str, *, system: str | None = None, certainty: str | None = None
    ) -> Tally:
        """Count the topics that a search meets; the filters are those of `search`.

        Raises:
            UnreadableError: The file is damaged.
        """
        from reader.library.query import read_query
        from reader.library.tally import count
        from reader.model.listing import Filters

        filters = Filters(system or "", certainty or "")
        try:
            return count(self._connection, read_query(text), filters)
        except sqlite3.DatabaseError as error:
            raise fault(error, None) from error

    def near_names(self, text: str, *, limit: int = 3) -> tuple[NearName, ...]:
        """Names spelled much like what was typed, the most alike first.

        Raises:
            UnreadableError: The file is damaged.
        """
        from reader.library.near import near_names
        from reader.library.query import read_query

        try:
            return near_names(self._connection, read_query(text), limit)
        except sqlite3.DatabaseError as error:
            raise fault(error, None) from error

    def by_code(self, code: str) -> tuple[TopicEntry, ...]:
        """The topics that an ICD-10 code leads to, closest first."""
        from reader.model.listing import Matched

        found = self.search(code, limit=50).hits
        slugs = [hit.slug for hit in found if hit.matched is Matched.CODE]
        return tuple(
            _entry(row)
            for slug in slugs
            for row in self._rows(f"{_ENTRY} WHERE t.slug = :slug", {"slug": slug})
        )

    def picture(self, name: str) -> bytes:
        """The bytes of a picture.

        Raises:
            NotFoundError: There is no such picture.
        """
        sql = "SELECT bytes FROM picture WHERE name = :name"
        rows = self._rows(sql, {"name": name})
        if not rows:
            raise NotFoundError(f"There is no picture {name!r}.")
        content: bytes = rows[0][0]
        return content

    def _near(self, slug: str) -> str:
        from difflib import get_close_matches

        words = slug.replace("-", " ")
        near = list(self._named(words))
        if not near:
            known = [row[0] for row in self._rows("SELECT slug FROM topic", {})]
            near = get_close_matches(slug, known, n=3, cutoff=0.5)
        if not near:
            near = list(dict.fromkeys(h.slug for h in self.search(words, limit=9).hits))
        return f"Did you mean {' or '.join(near[:3])}?" if near else ""

    def _named(self, name: str) -> dict[str, None]:
        """The topics that have exactly this name."""
        from reader.model.listing import Matched

        hits = self.search(name, limit=9).hits
        return dict.fromkeys(h.slug for h in hits if h.matched is Matched.NAME)

    def _rows(self, sql: str, values: dict[str, str | None]) -> list[tuple[Any, ...]]:
        try:
            return self._connection.execute(sql, values).fetchall()
        except sqlite3.Error as error:
            raise fault(error, None) from error


def sqlite_uri(uri: str) -> str:
    """The address of a file as SQLite wants it: a share of Windows is no authority.

    Args:
        uri: As pathlib makes it, for example ``file://server/share/library.db``.
    """
    share = re.match("file://(?=[^/])", uri)
    return f"file:////{uri[share.end() :]}" if share else uri


def _demand_file(path: Path) -> None:
    try:
        found = path.is_file()
    except OSError as error:
        # A share that is gone, or a folder that may not be looked into.
        raise _away(path) from error
    if not found:
        msg = f"There is no library at {path}."
        raise UnreadableError(msg, "Check the name, or install the program again.")


def _check(connection: sqlite3.Connection, path: Path) -> LibraryInfo:
    """Know the file for a library of ours before anything else is read."""
    connection.execute("PRAGMA query_only = ON")
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (file_format,) = connection.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION_ID:
        msg = f"{path} is not a library of Evidence Reader."
        raise UnreadableError(msg, "Choose a file that this program made.")
    if file_format > FORMAT:
        msg = f"The library {path} was made for a newer Evidence Reader."
        raise UnreadableError(msg, "Install the newest version of the program.")
    if file_format < FORMAT:
        msg = f"The library {path} was made for an older Evidence Reader."
        raise UnreadableError(msg, _REINSTALL)
    meta = dict(connection.execute("SELECT key, value FROM meta").fetchall())
    (topics,) = connection.execute("SELECT count(*) FROM topic").fetchone()
    try:
        info = LibraryInfo(
            topics=int(meta["topics"]),
            claims=int(meta["claims"]),
            sources=int(meta["sources"]),
            terms=int(meta["terms"]),
            format=file_format,
            content_hash=meta["content_hash"],
        )
    except (KeyError, ValueError) as error:
        raise _damaged(path) from error
    if topics != info.topics:
        raise _damaged(path)
    return info


def fault(error: sqlite3.Error, path: Path | None) -> UnreadableError:
    """Put what SQLite reports into words: the disk or the share, else the file."""
    code = getattr(error, "sqlite_errorcode", 0) & _PRIMARY
    if code not in _AWAY:
        return _damaged(path)
    return _away(path)


def _away(path: Path | None) -> UnreadableError:
    name = f" {path}" if path is not None else ""
    return UnreadableError(
        f"The library{name} cannot be reached.",
        "See whether its disk or the network is there, then start the program again.",
    )


def _damaged(path: Path | None) -> UnreadableError:
    name = f" {path}" if path is not None else ""
    return UnreadableError(f"The library{name} is damaged.", _REINSTALL)


def _entry(row: tuple[Any, ...]) -> TopicEntry:
    return TopicEntry(
        slug=row[0],
        title=row[1],
        system=row[2],
        kind=row[3],
        also_called=tuple(json.loads(row[4])),
        certainties=tuple(json.loads(row[5])),
        checked=row[6],
        sections=tuple(json.loads(row[7])),
    )
