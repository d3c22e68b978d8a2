"""All or nothing: one transaction around a block."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def reading(con: sqlite3.Connection) -> Iterator[None]:
    """Let every statement of the block see the same moment."""
    with _transaction(con, "BEGIN"):
        yield


@contextmanager
def writing(con: sqlite3.Connection) -> Iterator[None]:
    """Keep all that the block writes, or none of it.

    Takes the right to write at once, so that what the block reads first cannot be
    changed by another window before it writes.
    """
    with _transaction(con, "BEGIN IMMEDIATE"):
        yield


@contextmanager
def _transaction(con: sqlite3.Connection, begin: str) -> Iterator[None]:
    con.execute(begin)
    try:
        yield
        con.execute("COMMIT")
    except BaseException:
        # After a full disk SQLite may have rolled back already.
        if con.in_transaction:
            con.execute("ROLLBACK")
        raise
