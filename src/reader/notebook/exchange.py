"""What is kept, written into a file; and a shelf from a file added to the shelf."""

import sqlite3
from collections import Counter
from datetime import datetime
from pathlib import Path

from reader.model.errors import KnownError, UnreadableError
from reader.notebook import checked_json, durable, exchange_format, records
from reader.notebook.exchange_format import ForeignBookmark, ForeignShelf
from reader.notebook.records import Bookmark, Folder
from reader.notebook.store import Notebook
from reader.notebook.undo import Ledger

_Likeness = tuple[str, str | None, str | None, str]
"""What makes two bookmarks the same: topic, section, folder and note."""


def export_bookmarks(notebook: Notebook, target: Path) -> int:
    """Write all folders, bookmarks and notes to a file, in one step.

    Returns:
        The number of bookmarks written.

    Raises:
        KnownError: The file cannot be written; what was there before is untouched.
    """
    shelf = notebook.bookmarks.shelf()
    write_beside(notebook, target, exchange_format.written(shelf))
    return len(shelf.bookmarks)


def write_beside(notebook: Notebook, target: Path, content: bytes) -> None:
    """Write a file in one step, but never over the notebook itself.

    Raises:
        KnownError: The file cannot be written; what was there before is untouched.
    """
    try:
        if _is_same_file(target, notebook.path):
            raise KnownError(
                "That file is the notebook itself, so nothing was written.",
                "Choose another name.",
            )
        durable.write_whole(target, content)
    except OSError as error:
        raise KnownError(
            f"The file “{target}” cannot be written ({error.strerror}).",
            "Choose another folder, or free some space, then try again.",
        ) from error


def _is_same_file(one: Path, other: Path) -> bool:
    return one.exists() and other.exists() and one.samefile(other)


def content_of(source: Path) -> bytes:
    """Read a file that is to be added, or a little more than the most that is.

    Raises:
        UnreadableError: It cannot be read.
    """
    try:
        with source.open("rb") as stream:
            return stream.read(checked_json.SIZE_LIMIT + 1)
    except OSError as error:
        raise UnreadableError(
            f"The file “{source}” cannot be read ({error.strerror}).",
            "See whether it is still there and whether you may read it.",
        ) from error


class ShelfMerge:
    """Adds a checked shelf to the shelf inside one transaction; changes nothing.

    A bookmark is known when one with the same topic, section, folder and note is
    there; a folder is known by its name.

    Attributes:
        added: How many bookmarks are new.
        known: How many stood on the shelf already.
        folders_added: How many folders are new.
        first: The number of the first new bookmark; None if there is none.
    """

    def __init__(self, con: sqlite3.Connection, ledger: Ledger, now: datetime) -> None:
        """Begin with what stands on the shelf.

        Args:
            con: A connection with a write transaction under way.
            ledger: What is added is written there.
            now: When a bookmark was kept whose file does not say.
        """
        self.added = 0
        self.known = 0
        self.folders_added = 0
        self.first: int | None = None
        self._con = con
        self._now = now
        self._ledger = ledger
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

    def add(self, shelf: ForeignShelf) -> None:
        """Add what is not there yet."""
        for name in shelf.folders:
            self._folder(name)
        for bookmark in shelf.bookmarks:
            likeness = _likeness(bookmark)
            if self._known[likeness] > 0:
                # Each one on the shelf stands for one in the file, so that a shelf
                # with two alike comes back with two.
                self._known[likeness] -= 1
                self.known += 1
                continue
            number = self._add(bookmark)
            self.first = number if self.first is None else self.first
            self.added += 1

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
            self.folders_added += 1
        return self._folders[key]


def _likeness(bookmark: ForeignBookmark) -> _Likeness:
    folder = bookmark.folder
    key = None if folder is None else records.name_key(folder)
    return bookmark.slug, bookmark.section, key, bookmark.note
