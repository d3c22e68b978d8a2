"""The file in which bookmarks travel: its words, and what is accepted back.

A JSON object of `format`, `version`, `folders` (names, in order) and `bookmarks` (in
order), each of `slug`, `title` and, where there is one, `section`, `note`, `folder`
(a name) and `added`. Other keys are passed over, so that they may come later.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from reader.notebook import checked_json, times
from reader.notebook.bookmarks import Shelf
from reader.notebook.wording import kept_note, kept_section, kept_slug, kept_text

FORMAT = "evidence-reader-bookmarks"
VERSION = 1


@dataclass(frozen=True, slots=True)
class ForeignBookmark:
    """A bookmark of a file, checked, but on no shelf yet.

    Attributes:
        folder: The name of its folder; None for outside all folders.
        added: When it was kept; None if the file does not say.
    """

    slug: str
    section: str | None
    title: str
    note: str
    folder: str | None
    added: datetime | None


@dataclass(frozen=True, slots=True)
class ForeignShelf:
    """All that a file holds, in its order."""

    folders: tuple[str, ...]
    bookmarks: tuple[ForeignBookmark, ...]


def written(shelf: Shelf) -> bytes:
    """Write a shelf as a file."""
    value = {"format": FORMAT, "version": VERSION, **content_of(shelf)}
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def content_of(shelf: Shelf) -> dict[str, object]:
    """Put a shelf into lists, without the head of the file."""
    names = {folder.id: folder.name for folder in shelf.folders}
    return {
        "folders": list(names.values()),
        "bookmarks": [
            {
                "slug": bookmark.slug,
                "section": bookmark.section,
                "title": bookmark.title,
                "note": bookmark.note,
                "folder": (
                    None if bookmark.folder_id is None else names[bookmark.folder_id]
                ),
                "added": times.to_text(bookmark.added),
            }
            for bookmark in shelf.bookmarks
        ],
    }


def shelf_in(value: Mapping[str, object]) -> ForeignShelf:
    """Check the folders and bookmarks of a file.

    Raises:
        UnreadableError: Something in them is not as it should be.
    """
    folders = [
        checked_json.folder_name(name, f"folder {number}")
        for number, name in enumerate(checked_json.items(value, "folders"), 1)
    ]
    bookmarks = [
        _bookmark(item, f"bookmark {number}")
        for number, item in enumerate(checked_json.items(value, "bookmarks"), 1)
    ]
    return ForeignShelf(tuple(folders), tuple(bookmarks))


def _bookmark(item: object, where: str) -> ForeignBookmark:
    if not isinstance(item, dict):
        raise checked_json.refused(f"has something at {where} that is no bookmark")
    folder = item.get("folder")
    section = checked_json.line(item, "section", where, optional=True)
    note = checked_json.text(item, "note", where)
    return ForeignBookmark(
        slug=kept_slug(checked_json.line(item, "slug", where)),
        section=kept_section(section),
        title=kept_text(checked_json.line(item, "title", where)),
        note=checked_json.checked(kept_note, note, where),
        folder=None if folder is None else checked_json.folder_name(folder, where),
        added=checked_json.moment(item, "added", where),
    )
