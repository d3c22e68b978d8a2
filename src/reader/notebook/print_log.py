"""What was printed and when, where the person wants such a list.

It knows topics, paper and numbers. It never knows for whom: no name, no note, and no
name of a file, which may well hold one.

Whether anything is recorded is the caller's choice (`Settings.print_log`).
"""

import csv
import io
from collections.abc import Iterable
from datetime import datetime, tzinfo
from enum import StrEnum
from pathlib import Path

from reader.model.errors import BugError
from reader.model.frozen import dataclass
from reader.notebook import times
from reader.notebook.database import Database
from reader.notebook.exchange import write_beside
from reader.notebook.store import Notebook
from reader.notebook.wording import kept_slug, kept_text

_HEADER = ("when", "topic", "title", "pages", "copies", "paper", "how")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a table program takes for the beginning of a formula; it may run programs."""


class How(StrEnum):
    """How pages came out."""

    PRINTED = "printed"
    SAVED = "saved"
    STACK_PRINTED = "stack printed"
    STACK_SAVED = "stack saved"


@dataclass(frozen=True, slots=True)
class Printed:
    """One topic that was printed, or saved to be printed.

    Attributes:
        slug: The topic.
        title: Its title.
        pages: Of one copy; 0 where they were not counted, as in a stack.
        copies: How many, at least one.
        paper: Such as "a4".
        how: How it came out.
    """

    slug: str
    title: str
    pages: int
    copies: int
    paper: str
    how: How


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One line of the list."""

    at: datetime
    printed: Printed


class PrintLog:
    """Writes, reads and clears the list."""

    def __init__(self, notebook: Notebook) -> None:
        """Work on an open notebook."""
        self._notebook = notebook

    def record(self, printed: Iterable[Printed]) -> None:
        """Remember what has just been printed, all of it at one moment.

        Raises:
            KnownError: It could not be saved; then none of it was.
        """
        at = times.to_text(self._notebook.clock())
        rows = [_row(at, each) for each in printed]
        with self._database.writing() as con:
            con.executemany(
                "INSERT INTO printed (at, slug, title, pages, copies, paper, how) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)",
                rows,
            )

    def entries(self) -> tuple[LogEntry, ...]:
        """Read the list, oldest first."""
        with self._database.reading() as con:
            rows = con.execute(
                "SELECT at, slug, title, pages, copies, paper, how FROM printed "
                "ORDER BY at, id"
            ).fetchall()
        return tuple([_entry(row) for row in rows])

    def count(self) -> int:
        """Count the lines."""
        with self._database.reading() as con:
            lines: int = con.execute("SELECT count(*) FROM printed").fetchone()[0]
        return lines

    def clear(self) -> int:
        """Forget the list for good; on disk it is overwritten.

        Returns:
            How many lines there were.

        Raises:
            KnownError: It could not be saved.
        """
        with self._database.writing() as con:
            gone = con.execute("DELETE FROM printed").rowcount
        self._database.scrub()
        return gone

    def save(self, target: Path, zone: tzinfo | None = None) -> int:
        """Write the list as CSV, whole or not at all.

        Returns:
            How many lines were written.

        Raises:
            KnownError: The file cannot be written; what was there is untouched.
        """
        entries = self.entries()
        write_beside(self._notebook, target, written(entries, zone))
        return len(entries)

    @property
    def _database(self) -> Database:
        return self._notebook.database


def written(entries: Iterable[LogEntry], zone: tzinfo | None = None) -> bytes:
    """The list as CSV (RFC 4180), in UTF-8 with the mark that Excel knows it by.

    Args:
        entries: The lines.
        zone: Whose clock the times are told by; None for the computer's own.
    """
    table = io.StringIO(newline="")
    writer = csv.writer(table)
    writer.writerow(_HEADER)
    for entry in entries:
        each = entry.printed
        at = entry.at.astimezone(zone).isoformat(sep=" ", timespec="seconds")
        words = (_plain(text) for text in (each.slug, each.title))
        counted = str(each.pages) if each.pages else ""
        writer.writerow(
            (at, *words, counted, each.copies, _plain(each.paper), each.how.value)
        )
    return table.getvalue().encode("utf-8-sig")


def _plain(text: str) -> str:
    """A cell that no table program takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _row(at: str, printed: Printed) -> tuple[str, str, str, int, int, str, str]:
    if printed.pages < 0 or printed.copies < 1:
        raise BugError("A number of pages that cannot be was to be kept.")
    return (
        at,
        kept_slug(printed.slug),
        kept_text(printed.title),
        printed.pages,
        printed.copies,
        kept_text(printed.paper),
        printed.how.value,
    )


def _entry(row: tuple[str, str, str, int, int, str, str]) -> LogEntry:
    at, slug, title, pages, copies, paper, how = row
    known = How(how) if how in list(How) else How.PRINTED
    return LogEntry(
        times.from_text(at), Printed(slug, title, pages, copies, paper, known)
    )
