"""An older notebook becomes a present one, or stays exactly what it was."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader.model.errors import KnownError, UnreadableError
from reader.notebook.migrations import Migration, shipped_migrations
from reader.notebook.store import FILE_NAME, Notebook
from tests.notebook.support import Ticking, lines, run_unprivileged

SHIPPED = shipped_migrations()
NEXT = SHIPPED[-1].version + 1

COLOURS = (
    *SHIPPED,
    Migration(
        NEXT,
        """
        -- A folder has a colour; the table is rebuilt, as some changes need.
        CREATE TABLE new_folder (
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          name TEXT NOT NULL,
          name_key TEXT NOT NULL UNIQUE,
          position INTEGER NOT NULL,
          colour TEXT NOT NULL DEFAULT 'grey; plain'
        );
        INSERT INTO new_folder (id, name, name_key, position)
          SELECT id, name, name_key, position FROM folder;
        DROP TABLE folder;
        ALTER TABLE new_folder RENAME TO folder;
        """,
    ),
    Migration(NEXT + 1, "CREATE INDEX folder_by_colour ON folder (colour);"),
)

BROKEN = (
    *SHIPPED,
    Migration(NEXT, "DELETE FROM bookmark; INSERT INTO nowhere VALUES (1);"),
)

TOO_LARGE = (
    *SHIPPED,
    Migration(
        NEXT,
        """
        PRAGMA max_page_count = 30;
        CREATE TABLE large (content BLOB);
        INSERT INTO large VALUES (zeroblob(1000000));
        """,
    ),
)

DANGLING = (*SHIPPED, Migration(NEXT, "DELETE FROM folder;"))


@contextmanager
def raw(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path)) as con:
        yield con


@pytest.fixture
def old(home: Path) -> Path:
    with Notebook.open(home, clock=Ticking()) as notebook:
        family = notebook.bookmarks.create_folder("Family").subject
        notebook.bookmarks.add("burns", title="Burns", folder_id=family, note="Ask.")
        notebook.history.record("burns", title="Burns")
    return home


def version_of(path: Path) -> int:
    with raw(path) as con:
        version: int = con.execute("PRAGMA user_version").fetchone()[0]
        return version


def test_an_older_notebook_is_brought_up_to_date_with_all_it_holds(old: Path) -> None:
    with Notebook.open(old) as notebook:
        before = notebook.bookmarks.shelf()
    with Notebook.open(old, migrations=COLOURS) as notebook:
        assert notebook.bookmarks.shelf() == before
        notebook.bookmarks.add("copd", title="COPD")
    assert version_of(old / FILE_NAME) == NEXT + 1
    with raw(old / FILE_NAME) as con:
        colours = con.execute("SELECT colour FROM folder").fetchall()
    assert colours == [("grey; plain",)]


def test_a_copy_of_the_older_file_is_kept_beside_it(old: Path) -> None:
    with Notebook.open(old) as notebook:
        before = notebook.bookmarks.shelf()
    clock = Ticking(datetime(2026, 8, 2, 23, 0, tzinfo=UTC))
    Notebook.open(old, clock=clock, migrations=COLOURS).close()

    copy = old / f"{FILE_NAME}.backup-v{NEXT - 1}-2026-08-02"
    assert copy.stat().st_mode & 0o077 == 0
    assert version_of(copy) == NEXT - 1
    restored = old.with_name("restored")
    restored.mkdir()
    copy.rename(restored / FILE_NAME)
    with Notebook.open(restored) as notebook:
        assert notebook.bookmarks.shelf() == before


def test_an_earlier_copy_of_the_same_day_is_never_overwritten(old: Path) -> None:
    clock = Ticking(datetime(2026, 8, 2, 9, 0, tzinfo=UTC))
    name = f"{FILE_NAME}.backup-v{NEXT - 1}-2026-08-02"
    (old / name).write_text("an earlier copy")
    (old / f"{name}.part").write_text("left by a program that was killed")
    Notebook.open(old, clock=clock, migrations=COLOURS).close()
    assert (old / name).read_text() == "an earlier copy"
    assert version_of(old / f"{name}-2") == NEXT - 1
    assert not (old / f"{name}.part").exists()


def test_a_present_notebook_is_not_copied(old: Path) -> None:
    Notebook.open(old).close()
    assert list(old.glob("*backup*")) == []


@pytest.mark.parametrize(
    ("steps", "sentence"),
    [
        (BROKEN, "could not be brought up to date"),
        (DANGLING, "could not be brought up to date"),
        (TOO_LARGE, "is full"),
    ],
)
def test_a_step_that_fails_leaves_the_older_file_as_it_was(
    old: Path, steps: tuple[Migration, ...], sentence: str
) -> None:
    with Notebook.open(old) as notebook:
        before = notebook.bookmarks.shelf()
    with pytest.raises(KnownError, match=sentence):
        Notebook.open(old, migrations=steps)
    assert [file.name for file in old.iterdir()] == [FILE_NAME]
    with Notebook.open(old) as notebook:
        assert notebook.writable
        assert notebook.bookmarks.shelf() == before


def test_without_a_copy_nothing_is_changed(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(path: Path) -> None:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr("reader.notebook.durable.flush_file", no_room)
    with pytest.raises(KnownError, match="could not be copied first"):
        Notebook.open(old, migrations=COLOURS)
    assert version_of(old / FILE_NAME) == NEXT - 1
    assert [file.name for file in old.iterdir()] == [FILE_NAME]


def test_an_older_notebook_that_cannot_be_written_is_read_as_if_up_to_date(
    old: Path,
) -> None:
    (old / FILE_NAME).chmod(0o400)
    old.chmod(0o500)
    try:
        told = run_unprivileged("read_as_next_version.py", old)
    finally:
        old.chmod(0o700)
    assert told == "False burns"
    assert version_of(old / FILE_NAME) == NEXT - 1


def test_a_window_of_the_older_program_stops_writing(old: Path) -> None:
    with Notebook.open(old) as outdated:
        Notebook.open(old, migrations=COLOURS).close()
        with pytest.raises(KnownError, match="A newer version") as error:
            outdated.bookmarks.add("copd", title="COPD")
        assert "start Evidence Reader again" in error.value.advice
        assert len(lines(outdated.bookmarks.shelf())[1]) == 1
    with pytest.raises(UnreadableError, match="newer version"):
        Notebook.open(old)
