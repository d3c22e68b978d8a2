"""What SQLite reports, in words: the person's disk and file, or a mistake of ours."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from reader.model.errors import BugError, KnownError, ReaderError, UnreadableError
from reader.notebook.location import HOME_VARIABLE, stick_advice
from reader.notebook.times import BadMomentError

_PRIMARY = 0xFF  # an extended result code carries its primary code in the low byte


def is_busy(error: sqlite3.Error) -> bool:
    """Tell whether another connection holds what was asked for."""
    return _code(error) in _BUSY


def is_unwritable(error: sqlite3.Error) -> bool:
    """Tell whether the file may still be read although it cannot be written."""
    return _code(error) in _UNWRITABLE


def fault(error: sqlite3.Error, path: Path) -> ReaderError:
    """Put an error of SQLite into words.

    Returns:
        A KnownError for the disk, the file or another program; otherwise a BugError.
    """
    code = _code(error)
    if code is None and isinstance(error, sqlite3.OperationalError):
        return damaged(path)  # text that is not UTF-8: Python's finding, without a code
    if code in _IN_WORDS:
        return _IN_WORDS[code](path)
    return BugError(f"SQLite refused a statement: {error}")


def busy(path: Path) -> KnownError:
    """Say that another program holds the file."""
    return KnownError(
        f"The notebook “{path}” is in use by another program, so nothing was saved.",
        "Close the other program or wait a moment, then try again.",
    )


def disk_full(path: Path) -> KnownError:
    """Say that there is no room to save."""
    return KnownError(
        f"The disk of the folder “{path.parent}” is full, so this was not saved; "
        "what was saved before is safe.",
        "Free some space, then try again.",
    )


def disk_refused(path: Path) -> KnownError:
    """Say that the disk failed."""
    return KnownError(
        f"The disk refused to read or write the notebook “{path}”, "
        "so this was not saved; what was saved before is safe.",
        "See whether the disk is full or was taken out, then try again.",
    )


def unreadable(path: Path, error: OSError) -> UnreadableError:
    """Say that the file cannot even be read."""
    return UnreadableError(
        f"The notebook “{path}” cannot be read ({error.strerror}).",
        f"See whether you may open the folder “{path.parent}” and its files.",
    )


def read_only(path: Path) -> KnownError:
    """Say that the notebook can be read but not changed."""
    return KnownError(
        "The notebook can be read but not changed, so nothing was saved.",
        stick_advice(path.parent)
        or f"Make the folder “{path.parent}” and its files writable, or set "
        f"{HOME_VARIABLE} to another folder, then start Evidence Reader again.",
    )


def damaged(path: Path) -> UnreadableError:
    """Say that the file is damaged and was left alone."""
    return UnreadableError(
        f"The notebook “{path}” is damaged; it was left as it is.",
        f"Put a copy of the folder “{path.parent}” in its place, or move that folder "
        "away to start with an empty notebook.",
    )


def foreign(path: Path) -> UnreadableError:
    """Say that the file is not one of ours and was left alone."""
    return UnreadableError(
        f"The file “{path}” is not a notebook of Evidence Reader, so it was left as "
        "it is.",
        f"Move it away, or set {HOME_VARIABLE} to another folder.",
    )


def newer(path: Path) -> UnreadableError:
    """Say that a newer program has written the file."""
    return UnreadableError(
        f"The notebook “{path}” was written by a newer version of Evidence Reader.",
        "Install the newest version, then start it again; nothing was changed.",
    )


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Put whatever SQLite reports inside the block into words.

    Raises:
        KnownError: The disk, the file or another program is in the way.
        BugError: A mistake of ours.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise fault(error, path) from error
    except (BadMomentError, UnicodeDecodeError) as error:
        raise damaged(path) from error


def _code(error: sqlite3.Error) -> int | None:
    code: int | None = getattr(error, "sqlite_errorcode", None)
    return None if code is None else code & _PRIMARY


_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})

_UNWRITABLE = frozenset(
    {
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_READONLY,
    }
)

_IN_WORDS: Mapping[int | None, Callable[[Path], KnownError]] = {
    sqlite3.SQLITE_BUSY: busy,
    sqlite3.SQLITE_LOCKED: busy,
    sqlite3.SQLITE_FULL: disk_full,
    sqlite3.SQLITE_IOERR: disk_refused,
    sqlite3.SQLITE_READONLY: read_only,
    sqlite3.SQLITE_CANTOPEN: read_only,
    sqlite3.SQLITE_PERM: read_only,
    sqlite3.SQLITE_CORRUPT: damaged,
    sqlite3.SQLITE_NOTADB: foreign,
}
