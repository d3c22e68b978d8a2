"""Bookmarks carried to another machine or given to others; importing only adds."""

import sqlite3
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from reader.model.errors import KnownError, UnreadableError
from reader.notebook import durable, exchange_format, records
from reader.notebook.exchange_format import ForeignBookmark, ForeignShelf
from reader.notebook.records import Bookmark, Folder
from reader.notebook.store import Notebook
from reader.notebook.times import Clock
from reader.notebook.undo import Action, Ledger, Undo

_Likeness = tuple[str, str | None, str | None, str]
"""What makes two bookmarks the same: topic, section, folder and note."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did.

    Attributes:
        added: How many bookmarks are new.
        known: How many stood on the shelf already and were left as they are.
        folders_added: How many folders are new.
        undo: Takes the whole import back.
    """

    added: int
    known: int
    folders_added: int
    undo: Undo


def export_bookmarks(notebook: Notebook, target: Path) -> int:
    """Write all folders, bookmarks and notes to a file, in one step.

    Returns:
        The number of bookmarks written.

    Raises:
        KnownError: The file cannot be written; what was there before is untouched.
    """
    shelf = notebook.bookmarks.shelf()
    try:
        if _is_same_file(target, notebook.path):
            raise KnownError(
                "That file is the notebook itself, so nothing was written.",
                "Choose another name.",
            )
        durable.write_whole(target, exchange_format.written(shelf))
    except OSError as error:
        raise KnownError(
            f"The file “{target}” cannot be written ({error.strerror}).",
            "Choose another folder, or free some space, then try again.",
        ) from error
    return len(shelf.bookmarks)


def import_bookmarks(notebook: Notebook, source: Path) -> Imported:
    """Add what a file holds and the shelf does not; nothing on the shelf is changed.

    A bookmark is known when one with the same topic, section, folder and note is
    there; a folder is known by its name. All of it is added, or, upon an error, none.

    Raises:
        UnreadableError: The file cannot be used; the sentence says why.
        KnownError: The file cannot be read, or the notebook could not be saved.
    """
    shelf = exchange_format.read(_content(source))
    with notebook.database.writing() as con:
        return _Merge(con, notebook.clock).add(shelf)


def _is_same_file(one: Path, other: Path) -> bool:
    return one.exists() and other.exists() and one.samefile(other)


def _content(source: Path) -> bytes:
    try:
        with source.open("rb") as stream:
            return stream.read(exchange_format.SIZE_LIMIT + 1)
    except OSError as error:
        raise UnreadableError(
            f"The file “{source}” cannot be read ({error.strerror}).",
            "See whether it is still there and whether you may read it.",
        ) from error


class _Merge:
    """Adds a checked file to the shelf inside one transaction."""

    def __init__(self, con: sqlite3.Connection, clock: Clock) -> None:
        self._con = con
        self._now = clock()
        self._ledger = Ledger(con)
        self._folders = {
            records.name_key(folder.name): folder for folder in records.all_folders(con)
        }
        keys: dict[int | None, str | None] = {None: None}
        for key, folder in self._folders.items():
            keys[folder.id] = key
        self._known = Counter(
            (each.slug, each.section, keys[each.folder_id], each.note)
            for each in records.all_bookmarks(con)
        )

    def add(self, shelf: ForeignShelf) -> Imported:
        folders_before = len(self._folders)
        for name in shelf.folders:
            self._folder(name)
        added = 0
        first: int | None = None
        for bookmark in shelf.bookmarks:
            likeness = _likeness(bookmark)
            if self._known[likeness] > 0:
                # Each one on the shelf stands for one in the file, so that a shelf
                # with two alike comes back with two.
                self._known[likeness] -= 1
                continue
            number = self._add(bookmark)
            first = number if first is None else first
            added += 1
        return Imported(
            added=added,
            known=len(shelf.bookmarks) - added,
            folders_added=len(self._folders) - folders_before,
            undo=self._ledger.undo(Action.IMPORT, first),
        )

    def _add(self, bookmark: ForeignBookmark) -> int:
        folder_id = None
        if bookmark.folder is not None:
            folder_id = self._folder(bookmark.folder).id
        number = records.next_bookmark_id(self._con)
        self._ledger.put(
            Bookmark(
                id=number,
                slug=bookmark.slug,
                section=bookmark.section,
                title=bookmark.title,
                note=bookmark.note,
                folder_id=folder_id,
                position=records.next_bookmark_position(self._con, folder_id),
                added=bookmark.added or self._now,
            )
        )
        return number

    def _folder(self, name: str) -> Folder:
        """Find a folder by its name, or make it behind the others."""
        key = records.name_key(name)
        if key not in self._folders:
            folder = Folder(
                id=records.next_folder_id(self._con),
                name=name,
                position=records.next_folder_position(self._con),
            )
            self._ledger.put(folder)
            self._folders[key] = folder
        return self._folders[key]


def _likeness(bookmark: ForeignBookmark) -> _Likeness:
    folder = bookmark.folder
    key = None if folder is None else records.name_key(folder)
    return bookmark.slug, bookmark.section, key, bookmark.note
