"""How a notebook file is opened: checked first, never overwritten, read if it must."""

import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from reader.model.errors import KnownError
from reader.notebook import faults
from reader.notebook.database import Database
from reader.notebook.durable import flush_folder
from reader.notebook.location import make_folder
from reader.notebook.migrations import (
    APPLICATION_ID,
    Migration,
    bring_up_to_date,
    create,
    version_of,
)
from reader.notebook.network import is_on_network
from reader.notebook.times import Clock
from reader.notebook.transactions import reading

_BUSY_MS = 5000
"""How long a write waits for another window's write, in milliseconds."""


def open_database(
    path: Path, migrations: Sequence[Migration], clock: Clock
) -> Database:
    """Open a notebook file; make it if there is none.

    Where it can be read but not written, its present content is read into memory, and
    every write is refused.

    Raises:
        UnreadableError: The file is damaged, foreign or of a newer version.
        KnownError: The folder cannot be made, or the file cannot be read.
    """
    fresh = _is_missing(path)
    if fresh:
        make_folder(path.parent)
        flush_folder(path.parent.parent)
    try:
        return Database(_open_file(path, migrations, clock, fresh=fresh), path, None)
    except sqlite3.Error as error:
        if fresh or not faults.is_unwritable(error):
            raise faults.fault(error, path) from error
    except UnicodeDecodeError as error:
        # SQLite names what is damaged, and the name is damaged, too.
        raise faults.damaged(path) from error
    with faults.in_words(path):
        con = _open_copy(path, migrations)
    return Database(con, path, faults.read_only(path))


def open_empty(
    path: Path, migrations: Sequence[Migration], refusal: KnownError | None
) -> Database:
    """Open an empty notebook in memory; with a refusal, every write raises that."""
    con = _connect(":memory:")
    create(con, migrations)
    return Database(con, path, refusal)


def _is_missing(path: Path) -> bool:
    try:
        if path.is_dir():
            raise faults.foreign(path)
        return not path.exists()
    except OSError as error:
        raise faults.unreadable(path, error) from error


def _open_file(
    path: Path, migrations: Sequence[Migration], clock: Clock, *, fresh: bool
) -> sqlite3.Connection:
    con = _connect(str(path))
    try:
        if fresh:
            # By name: opening and closing the file here would drop SQLite's locks.
            with suppress(OSError):
                path.chmod(0o600)
        version = _check(con, path, migrations)
        if version == 0:
            create(con, migrations)
        elif version < migrations[-1].version:
            bring_up_to_date(con, path, migrations, clock().date())
        _choose_journal(con, path.parent)
        _prove_writable(con)
    except BaseException:
        con.close()
        raise
    return con


def _connect(name: str) -> sqlite3.Connection:
    con = sqlite3.connect(name, timeout=_BUSY_MS / 1000, isolation_level=None)
    for pragma in (
        "synchronous = FULL",
        "fullfsync = ON",  # macOS: through the disk's own cache as well
        "checkpoint_fullfsync = ON",
        "foreign_keys = ON",
        "secure_delete = ON",  # what a person deletes is overwritten
        "temp_store = MEMORY",
        "trusted_schema = OFF",  # a file from elsewhere runs nothing
        "cell_size_check = ON",
    ):
        con.execute(f"PRAGMA {pragma}")
    return con


def _check(con: sqlite3.Connection, path: Path, migrations: Sequence[Migration]) -> int:
    """Refuse whatever is not a whole notebook of a version this program knows."""
    with reading(con):  # one moment: another window may be making the tables right now
        tables: int = con.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        owner: int = con.execute("PRAGMA application_id").fetchone()[0]
        version = version_of(con)
        if tables == 0 and version == 0 and owner == 0:
            return 0
        if owner != APPLICATION_ID or version < 1:
            raise faults.foreign(path)
        if version > migrations[-1].version:
            raise faults.newer(path)
        if con.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise faults.damaged(path)
    return version


def _choose_journal(con: sqlite3.Connection, folder: Path) -> None:
    """A log that is written ahead, but not over a network, where it would not hold."""
    mode = "DELETE" if is_on_network(folder) else "WAL"
    try:
        con.execute(f"PRAGMA journal_mode = {mode}")
    except sqlite3.OperationalError as error:
        # Another window is opening the file at this very moment. Without the log
        # writes are as safe, only slower, and the next start turns it on.
        if not faults.is_busy(error):
            raise


def _prove_writable(con: sqlite3.Connection) -> None:
    con.execute("PRAGMA busy_timeout = 0")
    try:
        con.execute("BEGIN IMMEDIATE")
        # Only a change meets a read-only file: there, BEGIN alone means reading.
        con.execute(f"PRAGMA user_version = {version_of(con)}")
        con.execute("ROLLBACK")
    except sqlite3.OperationalError as error:
        # Whoever is writing right now proves that it can be written.
        if not faults.is_busy(error):
            raise
    finally:
        con.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")


def _open_copy(path: Path, migrations: Sequence[Migration]) -> sqlite3.Connection:
    """Read the file with its write-ahead log into memory, by way of a short copy.

    SQLite itself cannot read such a pair where it may not write beside it.
    """
    con = _connect(":memory:")
    try:
        with TemporaryDirectory(prefix="evidence-reader-") as folder:
            copy = Path(folder) / path.name
            shutil.copyfile(path, copy)
            log = path.with_name(f"{path.name}-wal")
            if log.exists():
                shutil.copyfile(log, copy.with_name(log.name))
            with closing(_connect(str(copy))) as source:
                _check(source, path, migrations)
                source.backup(con)
        create(con, migrations)
    except OSError as error:
        con.close()
        raise faults.unreadable(path, error) from error
    except BaseException:
        con.close()
        raise
    return con
