"""A library on a share: addresses of Windows, and a share that is gone."""

import sqlite3
from pathlib import Path

import pytest

from reader.library.store import Library, fault, sqlite_uri
from reader.model.errors import UnreadableError


@pytest.mark.parametrize(
    ("uri", "expected"),
    [
        # As pathlib of Windows writes \\server\share\Zoë\library.db, and C:\a b\x.db.
        (
            "file://server/share/Zo%C3%AB/library.db",
            "file:////server/share/Zo%C3%AB/library.db",
        ),
        ("file:///C:/a%20b/x.db", "file:///C:/a%20b/x.db"),
        ("file:///srv/share/library.db", "file:///srv/share/library.db"),
    ],
)
def test_sqlite_is_given_no_server_as_an_authority(uri: str, expected: str) -> None:
    assert sqlite_uri(uri) == expected


def test_sqlite_itself_refuses_a_server_and_takes_the_four_slashes(
    tmp_path: Path,
) -> None:
    path = tmp_path / "x.db"
    sqlite3.connect(path).close()
    with pytest.raises(sqlite3.OperationalError, match="authority"):
        sqlite3.connect(f"file://server{path.as_posix()}", uri=True)
    address = sqlite_uri(path.as_uri().replace("file:///", "file:////"))
    sqlite3.connect(f"{address}?mode=ro", uri=True).close()


def failing(code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    "code",
    [sqlite3.SQLITE_IOERR, sqlite3.SQLITE_IOERR_READ, sqlite3.SQLITE_CANTOPEN],
)
def test_a_share_that_is_gone_is_not_called_a_damaged_library(code: int) -> None:
    assert "cannot be reached" in fault(failing(code), None).message


def test_a_damaged_library_still_is() -> None:
    assert "damaged" in fault(failing(sqlite3.SQLITE_CORRUPT), None).message
    assert "damaged" in fault(sqlite3.OperationalError("no code"), None).message


def test_a_place_that_cannot_even_be_looked_at_is_refused_in_words(
    tmp_path: Path,
) -> None:
    # To the system a name that is too long is an error, as a share is that is gone.
    with pytest.raises(UnreadableError, match="cannot be reached"):
        Library.open(tmp_path / ("x" * 300))
