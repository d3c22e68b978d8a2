"""What stands on the shelf: folders and bookmarks, and their rows."""

import sqlite3
import unicodedata
from datetime import datetime

from reader.model.frozen import dataclass
from reader.notebook import times


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder of bookmarks; folders do not hold folders.

    Attributes:
        position: Its place among the folders; only the order counts.
    """

    id: int
    name: str
    position: int


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A topic, or one section of it, that the person wants to find again.

    Attributes:
        section: The section's id; None for the whole topic.
        title: The title at the time it was kept, for topics that are gone since.
        note: The person's own words; may be empty.
        folder_id: The folder it lies in; None outside all folders.
        position: Its place in its folder; only the order counts.
        added: When it was kept, in UTC.
    """

    id: int
    slug: str
    section: str | None
    title: str
    note: str
    folder_id: int | None
    position: int
    added: datetime


Record = Folder | Bookmark

_FOLDERS = "SELECT id, name, position FROM folder"
_BOOKMARKS = (
    "SELECT id, slug, section, title, note, folder_id, position, added FROM bookmark"
)


def name_key(name: str) -> str:
    """Give the form in which folder names are compared: without regard to case."""
    return unicodedata.normalize("NFKC", name).casefold()


def all_folders(con: sqlite3.Connection) -> tuple[Folder, ...]:
    """Read all folders in their order."""
    rows = con.execute(f"{_FOLDERS} ORDER BY position, id")
    return tuple([Folder(*row) for row in rows])


def all_bookmarks(con: sqlite3.Connection) -> tuple[Bookmark, ...]:
    """Read all bookmarks: those outside all folders first, then folder by folder."""
    rows = con.execute(
        "SELECT bookmark.id, slug, section, title, note, folder_id, bookmark.position, "
        "added FROM bookmark LEFT JOIN folder ON folder.id = folder_id "
        "ORDER BY folder.position, folder_id, bookmark.position, bookmark.id"
    )
    return tuple([_bookmark(row) for row in rows])


def bookmarks_in(
    con: sqlite3.Connection, folder_id: int | None
) -> tuple[Bookmark, ...]:
    """Read the bookmarks of one folder, or those outside all folders, in order."""
    rows = con.execute(
        f"{_BOOKMARKS} WHERE folder_id IS ? ORDER BY position, id", (folder_id,)
    )
    return tuple([_bookmark(row) for row in rows])


def bookmarks_of(con: sqlite3.Connection, slug: str) -> tuple[Bookmark, ...]:
    """Read the bookmarks of one topic, oldest first."""
    rows = con.execute(f"{_BOOKMARKS} WHERE slug = ? ORDER BY id", (slug,))
    return tuple([_bookmark(row) for row in rows])


def find_folder(con: sqlite3.Connection, folder_id: int) -> Folder | None:
    """Read one folder; None if it is gone."""
    row = con.execute(f"{_FOLDERS} WHERE id = ?", (folder_id,)).fetchone()
    return None if row is None else Folder(*row)


def find_bookmark(con: sqlite3.Connection, bookmark_id: int) -> Bookmark | None:
    """Read one bookmark; None if it is gone."""
    row = con.execute(f"{_BOOKMARKS} WHERE id = ?", (bookmark_id,)).fetchone()
    return None if row is None else _bookmark(row)


def put_folder(con: sqlite3.Connection, folder: Folder) -> None:
    """Write a folder, new or changed."""
    con.execute(
        "INSERT INTO folder (id, name, name_key, position) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (id) DO UPDATE SET name = excluded.name, "
        "name_key = excluded.name_key, position = excluded.position",
        (folder.id, folder.name, name_key(folder.name), folder.position),
    )


def put_bookmark(con: sqlite3.Connection, bookmark: Bookmark) -> None:
    """Write a bookmark, new or changed."""
    con.execute(
        "INSERT INTO bookmark "
        "(id, slug, section, title, note, folder_id, position, added) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (id) DO UPDATE SET slug = excluded.slug, "
        "section = excluded.section, title = excluded.title, note = excluded.note, "
        "folder_id = excluded.folder_id, position = excluded.position, "
        "added = excluded.added",
        (
            bookmark.id,
            bookmark.slug,
            bookmark.section,
            bookmark.title,
            bookmark.note,
            bookmark.folder_id,
            bookmark.position,
            times.to_text(bookmark.added),
        ),
    )


def drop_folder(con: sqlite3.Connection, folder: Folder) -> None:
    """Delete a folder, which must be empty."""
    con.execute("DELETE FROM folder WHERE id = ?", (folder.id,))


def drop_bookmark(con: sqlite3.Connection, bookmark: Bookmark) -> None:
    """Delete a bookmark."""
    con.execute("DELETE FROM bookmark WHERE id = ?", (bookmark.id,))


def next_folder_id(con: sqlite3.Connection) -> int:
    """Give a number that no folder has ever had."""
    return _next_id(con, "folder")


def next_bookmark_id(con: sqlite3.Connection) -> int:
    """Give a number that no bookmark has ever had."""
    return _next_id(con, "bookmark")


def next_bookmark_position(con: sqlite3.Connection, folder_id: int | None) -> int:
    """Give the position behind all bookmarks of a folder, or of those outside all."""
    row = con.execute(
        "SELECT max(position) + 1 FROM bookmark WHERE folder_id IS ?", (folder_id,)
    ).fetchone()
    return int(row[0] or 0)


def next_folder_position(con: sqlite3.Connection) -> int:
    """Give the position behind all folders."""
    row = con.execute("SELECT max(position) + 1 FROM folder").fetchone()
    return int(row[0] or 0)


def _next_id(con: sqlite3.Connection, table: str) -> int:
    row = con.execute(
        "SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)
    ).fetchone()
    return 1 if row is None else int(row[0]) + 1


def _bookmark(
    row: tuple[int, str, str | None, str, str, int | None, int, str],
) -> Bookmark:
    return Bookmark(*row[:7], times.from_text(row[7]))
