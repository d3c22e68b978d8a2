"""What a person changes is written here, so that it can be taken back exactly."""

import sqlite3
from enum import StrEnum

from reader.model.errors import KnownError
from reader.model.frozen import dataclass
from reader.notebook import kept, records
from reader.notebook.kept import KeptPlace, KeptSetting, Visit
from reader.notebook.records import Bookmark, Folder

Row = Folder | Bookmark | Visit | KeptPlace | KeptSetting
"""Whatever can be put back."""


class Action(StrEnum):
    """What was done, for the window to put into words."""

    ADD = "add"
    REMOVE = "remove"
    MOVE = "move"
    EDIT_NOTE = "edit-note"
    CREATE_FOLDER = "create-folder"
    RENAME_FOLDER = "rename-folder"
    MOVE_FOLDER = "move-folder"
    DELETE_FOLDER = "delete-folder"
    IMPORT = "import"
    FORGET_TOPIC = "forget-topic"
    FORGET_DAY = "forget-day"


@dataclass(frozen=True, slots=True)
class Change:
    """One record before and after an act; None where it did not exist."""

    before: Row | None
    after: Row | None


@dataclass(frozen=True, slots=True)
class Undo:
    """All that it takes to take an act back.

    Attributes:
        action: What was done.
        subject: The number of the bookmark or folder it was done to; the first of
            several; None if there was none.
        changes: The records it touched, in the order of writing.
    """

    action: Action
    subject: int | None
    changes: tuple[Change, ...]


class Ledger:
    """Writes records inside one transaction and remembers what was there before."""

    def __init__(self, con: sqlite3.Connection) -> None:
        """Begin with nothing written.

        Args:
            con: A connection with a write transaction under way.
        """
        self._con = con
        self._changes: list[Change] = []

    def put(self, record: Row) -> None:
        """Write a record, new or changed."""
        before = _current(self._con, record)
        if before == record:
            return
        _put(self._con, record)
        self._changes.append(Change(before, record))

    def drop(self, record: Row) -> None:
        """Delete a record."""
        _drop(self._con, record)
        self._changes.append(Change(record, None))

    def undo(self, action: Action, subject: int | None) -> Undo:
        """Sum up what was written since the beginning."""
        return Undo(action, subject, tuple(self._changes))


def take_back(con: sqlite3.Connection, undo: Undo) -> Undo:
    """Restore every record that an act touched.

    Args:
        con: A connection with a write transaction under way.
        undo: What the act returned.

    Returns:
        What takes the taking back back.

    Raises:
        KnownError: Something of it was changed again since; nothing was done.
    """
    ledger = Ledger(con)
    try:
        for change in reversed(undo.changes):
            _restore(con, ledger, change)
    except sqlite3.IntegrityError as error:
        # Its folder is gone, or another folder has taken its name.
        raise _changed_since() from error
    return ledger.undo(undo.action, undo.subject)


def _restore(con: sqlite3.Connection, ledger: Ledger, change: Change) -> None:
    touched = change.after or change.before
    if touched is not None and _current(con, touched) != change.after:
        raise _changed_since()
    if change.before is not None:
        ledger.put(change.before)
    elif change.after is not None:
        ledger.drop(change.after)


def _changed_since() -> KnownError:
    return KnownError(
        "This can no longer be undone, because it was changed again since.",
        "Undo the later change first, or change it by hand.",
    )


def _current(con: sqlite3.Connection, record: Row) -> Row | None:
    match record:
        case Folder():
            return records.find_folder(con, record.id)
        case Bookmark():
            return records.find_bookmark(con, record.id)
        case Visit():
            return kept.find_visit(con, record.id)
        case KeptPlace():
            return kept.find_place(con, record.slug)
        case KeptSetting():
            return kept.find_setting(con, record.key)


def _put(con: sqlite3.Connection, record: Row) -> None:
    match record:
        case Folder():
            records.put_folder(con, record)
        case Bookmark():
            records.put_bookmark(con, record)
        case Visit():
            kept.put_visit(con, record)
        case KeptPlace():
            kept.put_place(con, record)
        case KeptSetting():
            kept.put_setting(con, record)


def _drop(con: sqlite3.Connection, record: Row) -> None:
    match record:
        case Folder():
            records.drop_folder(con, record)
        case Bookmark():
            records.drop_bookmark(con, record)
        case Visit():
            kept.drop_visit(con, record)
        case KeptPlace():
            kept.drop_place(con, record)
        case KeptSetting():
            kept.drop_setting(con, record)
