"""What was acknowledged is kept: through kills, full disks and rival writers."""

import json
import random
import sqlite3
import subprocess
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from reader.notebook.store import FILE_NAME, Notebook
from tests.notebook.support import start

WRITES = 500


def is_whole(folder: Path) -> bool:
    with closing(sqlite3.connect(folder / FILE_NAME)) as con:
        return con.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def missing(folder: Path, acknowledged: list[str]) -> list[str]:
    """Each acknowledged write that is not in the notebook."""
    with Notebook.open(folder) as notebook:
        kept = {each.id: each for each in notebook.bookmarks.shelf().bookmarks}
    lost = []
    for line in acknowledged:
        kind, number, slug = line.split()
        bookmark = kept.get(int(number))
        if bookmark is None or (
            bookmark.slug != slug if kind == "add" else bookmark.note != f"note {slug}"
        ):
            lost.append(line)
    return lost


def written(folder: Path) -> int:
    """How many of the writes are in the notebook, acknowledged or not."""
    with Notebook.open(folder) as notebook:
        kept = notebook.bookmarks.shelf().bookmarks
    return len(kept) + sum(each.note != "" for each in kept)


def spin(turns: int) -> None:
    while turns:
        turns -= 1


@pytest.mark.parametrize("seed", range(32))
def test_a_kill_at_any_moment_loses_nothing_that_was_acknowledged(
    home: Path, seed: int
) -> None:
    chance = random.Random(seed)
    until = chance.randrange(WRITES)
    with start("write_and_tell.py", home, "topic", WRITES) as writer:
        assert writer.stdout is not None
        acknowledged = [writer.stdout.readline() for _ in range(until)]
        spin(chance.randrange(20_000))
        writer.kill()
        acknowledged += writer.stdout.readlines()
    if acknowledged and not acknowledged[-1].endswith("\n"):
        acknowledged.pop()  # killed in the middle of saying it

    assert len(acknowledged) >= until
    assert missing(home, acknowledged) == []
    assert written(home) <= len(acknowledged) + 1
    assert is_whole(home)


def test_two_processes_writing_at_once_lose_nothing(home: Path) -> None:
    with (
        start("write_and_tell.py", home, "one", 150) as one,
        start("write_and_tell.py", home, "two", 150) as two,
    ):
        acknowledged = [
            line
            for writer in (one, two)
            if writer.stdout is not None
            for line in writer.stdout
        ]
    assert (one.returncode, two.returncode) == (0, 0)
    assert len(acknowledged) == 300
    assert missing(home, acknowledged) == []
    assert written(home) == 300
    assert is_whole(home)


def test_windows_that_open_a_new_notebook_at_the_same_moment_all_succeed(
    tmp_path: Path,
) -> None:
    windows = 6
    for attempt in range(10):
        home = tmp_path / str(attempt)
        together = threading.Barrier(windows)

        def open_and_add(
            home: Path = home, together: threading.Barrier = together
        ) -> None:
            together.wait()
            with Notebook.open(home) as notebook:
                notebook.bookmarks.add("burns", title="Burns")

        threads = [threading.Thread(target=open_and_add) for _ in range(windows)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        with Notebook.open(home) as notebook:
            assert len(notebook.bookmarks.shelf().bookmarks) == windows


@dataclass(frozen=True)
class SmallDisk:
    """A folder with little room: a small disk, or else a limit for each file."""

    folder: Path
    limit: int


@pytest.fixture(params=["disk", "limit"])
def small_disk(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[SmallDisk]:
    folder = tmp_path / "small"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    limit = SmallDisk(folder, 400_000)
    if request.param == "limit":
        yield limit
    elif subprocess.run(mount, capture_output=True, check=False).returncode == 0:
        try:
            yield SmallDisk(folder, 0)
        finally:
            subprocess.run(["umount", str(folder)], check=True)
    else:  # only root may mount
        yield limit


def test_a_full_disk_is_told_in_words_and_costs_nothing_saved(
    small_disk: SmallDisk,
) -> None:
    ballast = small_disk.folder / "ballast"
    ballast.write_bytes(bytes(100_000))
    home = small_disk.folder / "home"

    with start("fill_disk.py", home, small_disk.limit) as filler:
        assert filler.stdout is not None
        *saved, last = filler.stdout.read().splitlines()
    told = json.loads(last)

    assert filler.returncode == 0
    assert len(saved) > 3
    assert "not saved" in told["message"]
    assert "full" in told["message"] + told["advice"]
    assert told["read"] == saved
    with Notebook.open(home) as notebook:
        assert [each.slug for each in notebook.bookmarks.shelf().bookmarks] == saved

    ballast.unlink()
    with Notebook.open(home) as notebook:
        notebook.bookmarks.add("burns", title="Burns")
        assert notebook.bookmarks.shelf().bookmarks[-1].slug == "burns"
    assert is_whole(home)
