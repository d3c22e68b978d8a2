"""The file in which bookmarks travel: its words, and what is accepted back.

A JSON object of `format`, `version`, `folders` (names, in order) and `bookmarks` (in
order), each of `slug`, `title` and, where there is one, `section`, `note`, `folder`
(a name) and `added`. Other keys are passed over, so that they may come later.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from reader.model.errors import KnownError, UnreadableError
from reader.notebook import times
from reader.notebook.bookmarks import Shelf
from reader.notebook.wording import (
    kept_name,
    kept_note,
    kept_section,
    kept_slug,
    kept_text,
)

FORMAT = "evidence-reader-bookmarks"
VERSION = 1

SIZE_LIMIT = 16 * 1024 * 1024
"""The largest file that is read, in bytes."""

_LINE_LIMIT = 1000  # characters of a slug, a section id or a title


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
    names = {folder.id: folder.name for folder in shelf.folders}
    value = {
        "format": FORMAT,
        "version": VERSION,
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
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def read(content: bytes) -> ForeignShelf:
    """Check a file as a whole.

    Raises:
        UnreadableError: Something in it is not as it should be; the sentence says what.
    """
    value = _json(content)
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise _refused("is not a file of bookmarks from Evidence Reader")
    version = value.get("version")
    if type(version) is not int or version < 1:
        raise _refused("does not say which version of the format it has")
    if version > VERSION:
        raise UnreadableError(
            "The file comes from a newer version of Evidence Reader; "
            "nothing was imported.",
            "Install the newest version, then import it again.",
        )
    folders = [
        _folder_name(name, f"folder {number}")
        for number, name in enumerate(_list(value, "folders"), 1)
    ]
    bookmarks = [
        _bookmark(item, f"bookmark {number}")
        for number, item in enumerate(_list(value, "bookmarks"), 1)
    ]
    return ForeignShelf(tuple(folders), tuple(bookmarks))


def _json(content: bytes) -> object:
    if len(content) > SIZE_LIMIT:
        raise _refused(f"is larger than {SIZE_LIMIT // 1024 // 1024} MB")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _refused("is not text in UTF-8") from error
    try:
        value: object = json.loads(text)
    except json.JSONDecodeError as error:
        raise _refused(f"is not whole JSON (line {error.lineno})") from error
    except (ValueError, RecursionError) as error:  # endless digits or brackets
        raise _refused("is not JSON that this program can read") from error
    return value


def _list(value: Mapping[str, object], key: str) -> list[object]:
    items = value.get(key, [])
    if not isinstance(items, list):
        raise _refused(f"has no list of {key}")
    return items


def _bookmark(item: object, where: str) -> ForeignBookmark:
    if not isinstance(item, dict):
        raise _refused(f"has something at {where} that is no bookmark")
    folder = item.get("folder")
    return ForeignBookmark(
        slug=kept_slug(_line(item, "slug", where)),
        section=kept_section(_line(item, "section", where, optional=True)),
        title=kept_text(_line(item, "title", where)),
        note=_checked(kept_note, _text(item, "note", where), where),
        folder=None if folder is None else _folder_name(folder, where),
        added=_moment(item, where),
    )


def _line(
    item: Mapping[str, object], key: str, where: str, *, optional: bool = False
) -> str:
    text = _text(item, key, where)
    if not text and not optional:
        raise _refused(f"has no “{key}” at {where}")
    if len(text) > _LINE_LIMIT:
        raise _refused(f"has a “{key}” at {where} that is too long")
    return text


def _text(item: Mapping[str, object], key: str, where: str) -> str:
    text = item.get(key)
    if text is None:
        return ""
    if not isinstance(text, str):
        raise _refused(f"has a “{key}” at {where} that is no text")
    return text


def _folder_name(name: object, where: str) -> str:
    if not isinstance(name, str):
        raise _refused(f"has a folder name at {where} that is no text")
    return _checked(kept_name, name, where)


def _moment(item: Mapping[str, object], where: str) -> datetime | None:
    text = _text(item, "added", where)
    if not text:
        return None
    try:
        return times.from_text(text)
    except times.BadMomentError as error:
        raise _refused(f"has a date at {where} that cannot be read") from error


def _checked(keep: Callable[[str], str], text: str, where: str) -> str:
    try:
        return keep(text)
    except KnownError as error:
        raise _refused(f"cannot be used at {where}: {error.message}") from error


def _refused(fault: str) -> UnreadableError:
    end = "" if fault.endswith(".") else "."
    return UnreadableError(
        f"The file {fault}{end}",
        "Nothing was imported; ask whoever gave you the file for another copy.",
    )
