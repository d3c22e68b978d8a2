"""How an older notebook file becomes a present one, with a copy kept beside it."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path

from reader.model.errors import BugError, KnownError
from reader.model.frozen import dataclass
from reader.notebook import durable
from reader.notebook.faults import fault
from reader.notebook.transactions import writing

APPLICATION_ID = 0x45764E62
"""Stands in the head of each notebook file ("EvNb"), and of no other file."""


_SCRIPTS = ("schema.sql", "print_log.sql")
"""The steps of the schema, from nothing to the present one."""


@dataclass(frozen=True, slots=True)
class Migration:
    """One step of the schema.

    Attributes:
        version: The version (`PRAGMA user_version`) the file has afterwards.
        script: The SQL statements of this step.
    """

    version: int
    script: str


def shipped_migrations() -> tuple[Migration, ...]:
    """Read the steps from nothing to the present schema, oldest first."""
    folder = Path(__file__).parent
    return tuple(
        Migration(version, (folder / name).read_text(encoding="utf-8"))
        for version, name in enumerate(_SCRIPTS, start=1)
    )


def version_of(con: sqlite3.Connection) -> int:
    """Read the schema version of a file; 0 for one that holds nothing yet."""
    version: int = con.execute("PRAGMA user_version").fetchone()[0]
    return version


def create(con: sqlite3.Connection, migrations: Sequence[Migration]) -> None:
    """Make the tables in an empty file, unless another window was quicker.

    Raises:
        sqlite3.Error: The disk or another program is in the way.
    """
    with writing(con):
        _run_due(con, migrations)


def bring_up_to_date(
    con: sqlite3.Connection, path: Path, migrations: Sequence[Migration], day: date
) -> None:
    """Copy an older file, then take its missing steps in one transaction.

    Args:
        con: A connection to the file in autocommit mode.
        path: The file; the copy lies beside it, named by old version and day.
        migrations: All steps, oldest first.
        day: The date in the name of the copy.

    Raises:
        KnownError: It did not work; the file is as it was, and no copy is left.
    """
    copies: list[Path] = []
    con.execute("PRAGMA foreign_keys = OFF")  # tables may be rebuilt on the way
    try:
        with writing(con):
            # Another window may have done the work while this one waited.
            version = version_of(con)
            if version < migrations[-1].version:
                name = f"{path.name}.backup-v{version}-{day.isoformat()}"
                copies.append(_copy(path, path.with_name(name)))
                _run_due(con, migrations)
    except (sqlite3.Error, BugError) as error:
        for copy in copies:
            copy.unlink(missing_ok=True)
        raise _left_alone(error, path) from error
    finally:
        con.execute("PRAGMA foreign_keys = ON")


def _copy(path: Path, backup: Path) -> Path:
    """Copy the file as it stands, and wait until the copy is on disk.

    By a connection of its own: SQLite copies from none that is about to write.
    """
    part = backup.with_name(f"{backup.name}.part")
    try:
        part.unlink(missing_ok=True)  # left by a program that was killed
        with (
            closing(sqlite3.connect(path)) as source,
            closing(sqlite3.connect(part)) as target,
        ):
            part.chmod(0o600)
            source.backup(target)
        durable.flush_file(part)
        copy = part.rename(durable.unused_name(backup))
        durable.flush_folder(backup.parent)
    except (OSError, sqlite3.Error) as error:
        part.unlink(missing_ok=True)
        raise KnownError(
            "The notebook is of an older version and could not be copied first, "
            "so it was left as it is.",
            "Free some space on its disk, then start Evidence Reader again.",
        ) from error
    return copy


def _run_due(con: sqlite3.Connection, migrations: Sequence[Migration]) -> None:
    version = version_of(con)
    for step in migrations:
        if step.version <= version:
            continue
        for statement in _statements(step.script):
            con.execute(statement)
        con.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        con.execute(f"PRAGMA user_version = {step.version}")
    if con.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise BugError("A migration left a reference to nothing.")


def _statements(script: str) -> Iterator[str]:
    """Cut a script into statements.

    Not `executescript`: that would commit the transaction which holds all the steps.
    """
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _left_alone(error: sqlite3.Error | BugError, path: Path) -> KnownError:
    cause = fault(error, path) if isinstance(error, sqlite3.Error) else error
    if isinstance(cause, KnownError):
        return cause
    return KnownError(
        "The notebook is of an older version and could not be brought up to date, "
        "so it was left as it is.",
        "Go on with the version of Evidence Reader that wrote it, and report this.",
    )
