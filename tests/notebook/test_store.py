"""The notebook file: opened, shared, refused, read-only."""

import json
import random
import shutil
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from reader.model.errors import BugError, KnownError, UnreadableError
from reader.notebook.store import FILE_NAME, Notebook
from tests.notebook.support import Ticking, run_unprivileged, start


def fill(home: Path, count: int = 40) -> None:
    with Notebook.open(home, clock=Ticking()) as notebook:
        for number in range(count):
            slug = f"topic-{number}"
            notebook.bookmarks.add(slug, title="A topic", note="mine " * 20)
            notebook.history.record(slug, title="A topic")


def slugs(notebook: Notebook) -> list[str]:
    return [each.slug for each in notebook.bookmarks.shelf().bookmarks]


def change(home: Path, statement: str) -> None:
    with closing(sqlite3.connect(home / FILE_NAME, isolation_level=None)) as con:
        con.execute(statement)


def test_a_new_notebook_is_empty_writable_and_private(home: Path) -> None:
    with Notebook.open(home) as notebook:
        assert notebook.writable
        assert notebook.refusal is None
        assert slugs(notebook) == []
        notebook.bookmarks.add("burns", title="Burns")
        files = list(home.iterdir())
        assert home / FILE_NAME in files
        assert [file for file in files if file.stat().st_mode & 0o077] == []


def test_what_was_kept_is_there_the_next_time(home: Path) -> None:
    fill(home, 3)
    with Notebook.open(home) as notebook:
        assert slugs(notebook) == ["topic-0", "topic-1", "topic-2"]


def test_every_write_is_flushed_to_disk_before_it_is_reported(home: Path) -> None:
    with Notebook.open(home) as notebook, notebook.database.reading() as con:
        full = 2
        assert con.execute("PRAGMA synchronous").fetchone() == (full,)
        assert con.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_an_empty_file_becomes_a_notebook(home: Path) -> None:
    home.mkdir()
    (home / FILE_NAME).touch()  # a program killed in its very first moment
    with Notebook.open(home) as notebook:
        assert notebook.writable


def test_two_windows_see_one_anothers_changes(home: Path) -> None:
    with Notebook.open(home) as one, Notebook.open(home) as two:
        assert not two.changed_elsewhere()
        one.bookmarks.add("burns", title="Burns")
        assert slugs(two) == ["burns"]
        assert two.changed_elsewhere()
        assert not two.changed_elsewhere()
        assert not one.changed_elsewhere()


def test_the_change_of_another_program_is_noticed(notebook: Notebook) -> None:
    with start("write_and_tell.py", notebook.path.parent, "other", 500) as other:
        assert other.stdout is not None
        other.stdout.readline()
        assert notebook.changed_elsewhere()
        other.kill()


def test_reading_goes_on_while_another_program_writes(home: Path) -> None:
    fill(home, 1)
    with closing(sqlite3.connect(home / FILE_NAME, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with Notebook.open(home) as notebook:
            assert notebook.writable
            assert slugs(notebook) == ["topic-0"]


def test_a_notebook_that_another_program_keeps_to_itself_is_refused_in_words(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.notebook.opening._BUSY_MS", 1)
    fill(home, 1)
    with closing(sqlite3.connect(home / FILE_NAME, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(KnownError, match="in use by another program"):
            Notebook.open(home)


def test_a_write_that_waits_too_long_is_refused_and_can_be_repeated(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.notebook.opening._BUSY_MS", 1)
    with Notebook.open(home) as notebook:
        with closing(sqlite3.connect(notebook.path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(KnownError, match="in use by another program"):
                notebook.bookmarks.add("burns", title="Burns")
        notebook.bookmarks.add("burns", title="Burns")
        assert slugs(notebook) == ["burns"]


def test_a_notebook_handed_to_another_thread_is_our_mistake(
    notebook: Notebook,
) -> None:
    raised: list[Exception] = []

    def read() -> None:
        try:
            notebook.bookmarks.shelf()
        except BugError as error:
            raised.append(error)

    thread = threading.Thread(target=read)
    thread.start()
    thread.join()
    assert len(raised) == 1


def test_a_closed_notebook_is_our_mistake(home: Path) -> None:
    notebook = Notebook.open(home)
    notebook.close()
    with pytest.raises(BugError):
        notebook.bookmarks.shelf()


def other_application(home: Path) -> None:
    home.mkdir()
    with closing(sqlite3.connect(home / FILE_NAME)) as con:
        con.execute("CREATE TABLE recipe (name TEXT)")


def text_file(home: Path) -> None:
    home.mkdir()
    (home / FILE_NAME).write_text("Dear diary, " * 400)


def newer_version(home: Path) -> None:
    fill(home)
    change(home, "PRAGMA user_version = 99")


def version_nought(home: Path) -> None:
    fill(home)
    change(home, "PRAGMA user_version = 0")


def cut_short(home: Path) -> None:
    fill(home)
    content = (home / FILE_NAME).read_bytes()
    (home / FILE_NAME).write_bytes(content[: len(content) // 2])


def overwritten_page(home: Path) -> None:
    fill(home)
    content = bytearray((home / FILE_NAME).read_bytes())
    content[4096:12288] = b"\x5a" * 8192
    (home / FILE_NAME).write_bytes(content)


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (other_application, "is not a notebook of Evidence Reader"),
        (text_file, "is not a notebook of Evidence Reader"),
        (newer_version, "was written by a newer version of Evidence Reader"),
        (version_nought, "is not a notebook of Evidence Reader"),
        (cut_short, "is damaged"),
        (overwritten_page, "is damaged"),
    ],
)
def test_a_file_that_is_no_whole_notebook_is_refused_and_left_alone(
    home: Path, spoil: Callable[[Path], None], sentence: str
) -> None:
    spoil(home)
    before = (home / FILE_NAME).read_bytes()
    with pytest.raises(UnreadableError, match=sentence) as error:
        Notebook.open(home)
    assert error.value.advice
    assert str(home / FILE_NAME) in error.value.message
    assert (home / FILE_NAME).read_bytes() == before
    beside = [file for file in home.iterdir() if file.name != FILE_NAME]
    assert [
        file.name for file in beside if file.stat().st_size and "shm" not in file.name
    ] == []


def test_a_folder_in_the_place_of_the_file_is_refused(home: Path) -> None:
    (home / FILE_NAME).mkdir(parents=True)
    with pytest.raises(UnreadableError, match="is not a notebook"):
        Notebook.open(home)


def test_damage_anywhere_ends_in_a_sentence_or_does_no_harm(home: Path) -> None:
    fill(home)
    whole = (home / FILE_NAME).read_bytes()
    chance = random.Random(1)
    refused = 0
    for _ in range(300):
        spoilt = bytearray(whole)
        start_at = chance.randrange(len(whole))
        for offset in range(start_at, min(start_at + 32, len(whole))):
            spoilt[offset] = chance.randrange(256)
        (home / FILE_NAME).write_bytes(spoilt)
        try:
            with Notebook.open(home) as notebook:
                notebook.bookmarks.shelf()
                notebook.history.days()
        except KnownError:
            refused += 1
        for file in home.iterdir():
            file.unlink()
    assert 0 < refused < 300


@pytest.mark.parametrize(
    ("killed", "folder_mode", "file_mode"),
    [
        (False, 0o500, 0o400),
        (False, 0o500, 0o600),
        (False, 0o700, 0o400),
        (True, 0o500, 0o400),
        (True, 0o700, 0o400),
    ],
)
def test_what_cannot_be_written_can_still_be_read_to_the_last_write(
    home: Path, *, killed: bool, folder_mode: int, file_mode: int
) -> None:
    expected = leave_behind(home, killed=killed)
    for file in home.iterdir():
        file.chmod(file_mode)
    home.chmod(folder_mode)
    before = {file.name: file.read_bytes() for file in home.iterdir()}
    try:
        told = json.loads(run_unprivileged("try_read_only.py", home))
    finally:
        home.chmod(0o700)

    assert told["read"] == expected
    assert not told["writable"]
    assert not told["changed"]
    assert "can be read but not changed" in told["message"]
    assert str(home) in told["advice"]
    assert (home / FILE_NAME).read_bytes() == before[FILE_NAME]


def leave_behind(home: Path, *, killed: bool) -> list[str]:
    """Make a notebook; a killed writer leaves part of it in the write-ahead log."""
    if not killed:
        fill(home, 5)
        return [f"topic-{number}" for number in range(5)]
    with start("write_and_tell.py", home, "topic", 500) as writer:
        assert writer.stdout is not None
        said = [writer.stdout.readline() for _ in range(30)]
        writer.kill()
        said += writer.stdout.readlines()
    assert (home / f"{FILE_NAME}-wal").stat().st_size > 0
    shutil.copytree(home, home.with_name("copy"))
    with Notebook.open(home.with_name("copy")) as notebook:
        kept = slugs(notebook)
    assert len(kept) >= len([line for line in said if line.startswith("add")])
    return kept


def test_a_notebook_that_may_not_even_be_read_is_refused_in_words(home: Path) -> None:
    fill(home, 1)
    (home / FILE_NAME).chmod(0)
    message = run_unprivileged("try_to_open.py", home)
    assert "cannot be read" in message


def test_a_notebook_in_a_closed_folder_is_refused_in_words(home: Path) -> None:
    fill(home, 1)
    home.chmod(0)
    try:
        message = run_unprivileged("try_to_open.py", home)
    finally:
        home.chmod(0o700)
    assert f"The notebook “{home / FILE_NAME}” cannot be read" in message


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE bookmark SET added = 'x'",
        "UPDATE bookmark SET title = CAST(x'ff' AS TEXT)",
    ],
)
def test_a_row_that_cannot_be_read_counts_as_damage(home: Path, damage: str) -> None:
    fill(home, 1)
    change(home, damage)
    with Notebook.open(home) as notebook:
        with pytest.raises(UnreadableError, match="is damaged"):
            notebook.bookmarks.shelf()
        assert len(notebook.history.days()) == 1


def test_where_nothing_can_be_made_the_folder_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        message = run_unprivileged("try_to_open.py", tmp_path / "home")
        there = run_unprivileged("try_to_open.py", tmp_path)
    finally:
        tmp_path.chmod(0o700)
    assert f"The folder “{tmp_path / 'home'}” cannot be made" in message
    assert f"The folder “{tmp_path}” cannot be written" in there


def test_an_empty_notebook_says_at_each_write_why_nothing_is_kept() -> None:
    reason = KnownError("The notebook is damaged.", "Put a copy in its place.")
    with Notebook.empty(reason) as notebook:
        assert slugs(notebook) == []
        assert notebook.settings.load().text_size == 100
        assert not notebook.writable
        assert notebook.refusal is reason
        with pytest.raises(KnownError, match="damaged"):
            notebook.bookmarks.add("burns", title="Burns")
        with pytest.raises(KnownError, match="damaged"):
            notebook.history.clear_all()
