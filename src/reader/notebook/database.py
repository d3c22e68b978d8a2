"""One connection to a notebook file, and the two ways to use it."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.model.errors import KnownError
from reader.notebook import transactions
from reader.notebook.faults import in_words
from reader.notebook.migrations import version_of


class Database:
    """A connection whose errors come in words; for one thread."""

    def __init__(
        self, con: sqlite3.Connection, path: Path, refusal: KnownError | None
    ) -> None:
        """Take over an open connection.

        Args:
            con: A connection in autocommit mode to a file of the present version.
            path: The file, to be named in errors.
            refusal: What to raise upon a write; None where the file can be written.
        """
        self.path = path
        self.refusal = refusal
        self._con = con
        self._version = version_of(con)
        self._seen = self._data_version()

    def close(self) -> None:
        """Close the connection."""
        with in_words(self.path):
            self._con.close()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Read; every statement of the block sees the same moment.

        Raises:
            KnownError: The file is damaged, or in use by another program.
        """
        with in_words(self.path), transactions.reading(self._con):
            yield self._con

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Write; on return all of the block is on disk, upon an error none of it.

        Raises:
            KnownError: The file cannot be written, is in use, or the disk is full.
        """
        if self.refusal is not None:
            raise self.refusal
        with in_words(self.path), transactions.writing(self._con):
            if version_of(self._con) != self._version:
                raise KnownError(
                    "A newer version of Evidence Reader has changed the notebook "
                    "meanwhile, so nothing was saved.",
                    "Close this window and start Evidence Reader again.",
                )
            yield self._con

    def scrub(self) -> None:
        """Empty the write-ahead log, so that what was deleted does not live on in it.

        The file itself is overwritten with zeros by `secure_delete`.
        """
        with in_words(self.path):
            self._con.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def changed_elsewhere(self) -> bool:
        """Tell whether another window or program has written since the last call."""
        with in_words(self.path):
            version = self._data_version()
        changed = version != self._seen
        self._seen = version
        return changed

    def _data_version(self) -> int:
        version: int = self._con.execute("PRAGMA data_version").fetchone()[0]
        return version
