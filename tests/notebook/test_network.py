"""Where the notebook lies on another computer, it does without the write-ahead log."""

from pathlib import Path

import pytest

from reader.notebook import opening
from reader.notebook.network import is_on_network, is_share, kind_of_mount
from reader.notebook.store import Notebook

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
tmpfs /home tmpfs rw 0 0
server:/people /home/people nfs4 rw 0 0
//server/our\\040share /mnt/our\\040share cifs rw 0 0
/dev/sdb1 /home/people/stick vfat rw 0 0
odd
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/srv/reader", "ext4"),
        ("/home/me", "tmpfs"),
        ("/home/people/Zoë/reader", "nfs4"),
        ("/home/people/stick/reader", "vfat"),
        ("/home/peopleless", "tmpfs"),
        ("/mnt/our share/reader", "cifs"),
    ],
)
def test_the_nearest_mount_tells_what_a_folder_lies_on(folder: str, kind: str) -> None:
    assert kind_of_mount(Path(folder), MOUNTS) == kind


def test_of_two_mounts_on_one_folder_the_later_counts() -> None:
    again = f"{MOUNTS}server:/x /home nfs rw 0 0\n"
    assert kind_of_mount(Path("/home/me"), again) == "nfs"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (r"\\server\share\Zoë", True),
        ("//server/share", True),
        (r"\\?\UNC\server\share", True),
        (r"\\?\C:\Users\Zoë", False),
        (r"\\.\C:", False),
        (r"C:\Users\Zoë\OneDrive - Clinic\reader", False),
    ],
)
def test_a_share_of_windows_is_known_by_its_path(path: str, expected: bool) -> None:
    assert is_share(path) is expected


def test_a_folder_of_this_computer_is_not_on_the_network(tmp_path: Path) -> None:
    assert not is_on_network(tmp_path)


@pytest.mark.parametrize(("far", "mode"), [(False, "wal"), (True, "delete")])
def test_the_journal_fits_the_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, far: bool, mode: str
) -> None:
    monkeypatch.setattr(opening, "is_on_network", lambda _: far)
    with Notebook.open(tmp_path) as notebook:
        notebook.bookmarks.add("als", title="ALS")
        with notebook.database.reading() as con:
            assert con.execute("PRAGMA journal_mode").fetchone() == (mode,)
    with Notebook.open(tmp_path) as notebook:
        assert len(notebook.bookmarks.shelf().bookmarks) == 1


def test_a_notebook_that_was_moved_to_a_share_gives_its_log_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Notebook.open(tmp_path) as notebook:
        notebook.bookmarks.add("als", title="ALS")
    monkeypatch.setattr(opening, "is_on_network", lambda _: True)
    with Notebook.open(tmp_path) as notebook:
        assert len(notebook.bookmarks.shelf().bookmarks) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["notebook.db"]
