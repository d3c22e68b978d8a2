"""The shelf: bookmarks in folders, in the person's order, with their own notes."""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace

from reader.model.errors import KnownError, NotFoundError
from reader.model.frozen import dataclass
from reader.notebook import records
from reader.notebook.database import Database
from reader.notebook.records import Bookmark, Folder
from reader.notebook.times import Clock
from reader.notebook.undo import Action, Ledger, Undo, take_back
from reader.notebook.wording import (
    kept_name,
    kept_note,
    kept_section,
    kept_slug,
    kept_text,
)


@dataclass(frozen=True, slots=True)
class Shelf:
    """All folders and bookmarks at one moment.

    Attributes:
        folders: In the person's order.
        bookmarks: Those outside all folders first, then folder by folder.
    """

    folders: tuple[Folder, ...]
    bookmarks: tuple[Bookmark, ...]


class Bookmarks:
    """Reads and changes the shelf; each change says how to take it back."""

    def __init__(self, database: Database, clock: Clock) -> None:
        """Work on an open notebook file.

        Args:
            database: The file.
            clock: Tells the moment at which a bookmark is added.
        """
        self._database = database
        self._clock = clock

    def shelf(self) -> Shelf:
        """Read all folders and bookmarks."""
        with self._database.reading() as con:
            return Shelf(records.all_folders(con), records.all_bookmarks(con))

    def of_topic(self, slug: str) -> tuple[Bookmark, ...]:
        """Read the bookmarks of a topic and its sections, oldest first."""
        with self._database.reading() as con:
            return records.bookmarks_of(con, slug)

    def add(
        self,
        slug: str,
        *,
        title: str,
        section: str | None = None,
        note: str = "",
        folder_id: int | None = None,
    ) -> Undo:
        """Keep a topic or a section at the end of a folder.

        Args:
            slug: The topic.
            title: How the bookmark is shown, also when its topic is gone.
            section: The section's id; None for the whole topic.
            note: The person's own words.
            folder_id: The folder; None for outside all folders.

        Returns:
            How to take it back; its subject is the new bookmark's number.

        Raises:
            KnownError: The note is too long, or it could not be saved.
            NotFoundError: The folder is gone.
        """
        with self._database.writing() as con:
            if folder_id is not None:
                _folder(con, folder_id)
            bookmark = Bookmark(
                id=records.next_bookmark_id(con),
                slug=kept_slug(slug),
                section=kept_section(section),
                title=kept_text(title),
                note=kept_note(note),
                folder_id=folder_id,
                position=records.next_bookmark_position(con, folder_id),
                added=self._clock(),
            )
            ledger = Ledger(con)
            ledger.put(bookmark)
            return ledger.undo(Action.ADD, bookmark.id)

    def remove(self, *bookmark_ids: int) -> Undo:
        """Delete bookmarks with their notes.

        Raises:
            NotFoundError: One of them is gone; none was deleted.
            KnownError: It could not be saved.
        """
        with self._database.writing() as con:
            ledger = Ledger(con)
            for bookmark_id in dict.fromkeys(bookmark_ids):
                ledger.drop(_bookmark(con, bookmark_id))
            return ledger.undo(Action.REMOVE, _first(bookmark_ids))

    def move(
        self, *bookmark_ids: int, folder_id: int | None, index: int | None = None
    ) -> Undo:
        """Put bookmarks into a folder, or elsewhere in the folder they are in.

        Args:
            bookmark_ids: The bookmarks, in the order they shall have.
            folder_id: The folder; None for outside all folders.
            index: How many of the folder's other bookmarks shall stand before them;
                None for all.

        Raises:
            NotFoundError: A bookmark or the folder is gone.
            KnownError: It could not be saved.
        """
        with self._database.writing() as con:
            if folder_id is not None:
                _folder(con, folder_id)
            moved = [_bookmark(con, each) for each in dict.fromkeys(bookmark_ids)]
            others = [
                bookmark
                for bookmark in records.bookmarks_in(con, folder_id)
                if bookmark.id not in bookmark_ids
            ]
            cut = len(others) if index is None else max(index, 0)
            ledger = Ledger(con)
            in_order = [*others[:cut], *moved, *others[cut:]]
            for position, bookmark in enumerate(in_order):
                ledger.put(replace(bookmark, folder_id=folder_id, position=position))
            return ledger.undo(Action.MOVE, _first(bookmark_ids))

    def edit_note(self, bookmark_id: int, note: str) -> Undo:
        """Put another note in the place of a bookmark's note.

        Raises:
            NotFoundError: The bookmark is gone.
            KnownError: The note is too long, or it could not be saved.
        """
        with self._database.writing() as con:
            ledger = Ledger(con)
            ledger.put(replace(_bookmark(con, bookmark_id), note=kept_note(note)))
            return ledger.undo(Action.EDIT_NOTE, bookmark_id)

    def create_folder(self, name: str) -> Undo:
        """Make an empty folder behind the others.

        Returns:
            How to take it back; its subject is the new folder's number.

        Raises:
            KnownError: The name is empty, too long or taken, or it could not be saved.
        """
        with self._database.writing() as con:
            folder = Folder(
                id=records.next_folder_id(con),
                name=_free_name(records.all_folders(con), name),
                position=records.next_folder_position(con),
            )
            ledger = Ledger(con)
            ledger.put(folder)
            return ledger.undo(Action.CREATE_FOLDER, folder.id)

    def rename_folder(self, folder_id: int, name: str) -> Undo:
        """Give a folder another name.

        Raises:
            NotFoundError: The folder is gone.
            KnownError: The name is empty, too long or taken, or it could not be saved.
        """
        with self._database.writing() as con:
            folder = _folder(con, folder_id)
            others = [each for each in records.all_folders(con) if each != folder]
            ledger = Ledger(con)
            ledger.put(replace(folder, name=_free_name(others, name)))
            return ledger.undo(Action.RENAME_FOLDER, folder_id)

    def move_folder(self, folder_id: int, index: int) -> Undo:
        """Put a folder elsewhere among the folders.

        Args:
            folder_id: The folder.
            index: How many of the other folders shall stand before it.

        Raises:
            NotFoundError: The folder is gone.
            KnownError: It could not be saved.
        """
        with self._database.writing() as con:
            folder = _folder(con, folder_id)
            in_order = [each for each in records.all_folders(con) if each != folder]
            in_order.insert(max(index, 0), folder)
            ledger = Ledger(con)
            for position, each in enumerate(in_order):
                ledger.put(replace(each, position=position))
            return ledger.undo(Action.MOVE_FOLDER, folder_id)

    def delete_folder(self, folder_id: int, *, keep_bookmarks: bool = True) -> Undo:
        """Delete a folder.

        Args:
            folder_id: The folder.
            keep_bookmarks: Put its bookmarks behind those outside all folders; else
                delete them as well.

        Raises:
            NotFoundError: The folder is gone.
            KnownError: It could not be saved.
        """
        with self._database.writing() as con:
            folder = _folder(con, folder_id)
            ledger = Ledger(con)
            position = records.next_bookmark_position(con, None)
            for bookmark in records.bookmarks_in(con, folder_id):
                if keep_bookmarks:
                    ledger.put(replace(bookmark, folder_id=None, position=position))
                    position += 1
                else:
                    ledger.drop(bookmark)
            ledger.drop(folder)
            return ledger.undo(Action.DELETE_FOLDER, folder_id)

    def undo(self, undo: Undo) -> Undo:
        """Take an act back: what it touched is again exactly as it was.

        Returns:
            What does the act again.

        Raises:
            KnownError: Something of it was changed again since, or it could not be
                saved; nothing was done.
        """
        with self._database.writing() as con:
            return take_back(con, undo)


def _bookmark(con: sqlite3.Connection, bookmark_id: int) -> Bookmark:
    bookmark = records.find_bookmark(con, bookmark_id)
    if bookmark is None:
        raise NotFoundError(
            "That bookmark is gone; it may have been removed in another window.",
            "Look at the list of bookmarks again.",
        )
    return bookmark


def _folder(con: sqlite3.Connection, folder_id: int) -> Folder:
    folder = records.find_folder(con, folder_id)
    if folder is None:
        raise NotFoundError(
            "That folder is gone; it may have been deleted in another window.",
            "Look at the list of bookmarks again.",
        )
    return folder


def _free_name(others: Sequence[Folder], name: str) -> str:
    kept = kept_name(name)
    key = records.name_key(kept)
    for folder in others:
        if records.name_key(folder.name) == key:
            raise KnownError(
                f"There is a folder “{folder.name}” already.", "Choose another name."
            )
    return kept


def _first(ids: Sequence[int]) -> int | None:
    return ids[0] if ids else None
