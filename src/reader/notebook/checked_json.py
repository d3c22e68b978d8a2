"""JSON from elsewhere, taken apart with a sentence for whatever is wrong in it."""

import json
from collections.abc import Callable, Mapping
from datetime import datetime

from reader.model.errors import KnownError, UnreadableError
from reader.notebook import times
from reader.notebook.wording import kept_name

SIZE_LIMIT = 64 * 1024 * 1024
"""The largest file that is read, in bytes."""

_LINE_LIMIT = 1000  # characters of a slug, a section id or a title


def parse(content: bytes) -> object:
    """Read JSON.

    Raises:
        UnreadableError: It is none, or too large.
    """
    if len(content) > SIZE_LIMIT:
        raise refused(f"is larger than {SIZE_LIMIT // 1024 // 1024} MB")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise refused("is not text in UTF-8") from error
    try:
        value: object = json.loads(text)
    except json.JSONDecodeError as error:
        raise refused(f"is not whole JSON (line {error.lineno})") from error
    except (ValueError, RecursionError) as error:  # endless digits or brackets
        raise refused("is not JSON that this program can read") from error
    return value


def demand_version(value: Mapping[str, object], newest: int) -> None:
    """See that a file is of a version that this program knows.

    Raises:
        UnreadableError: It is not, or does not say.
    """
    version = value.get("version")
    if type(version) is not int or version < 1:
        raise refused("does not say which version of the format it has")
    if version > newest:
        raise UnreadableError(
            "The file comes from a newer version of Evidence Reader; "
            "nothing was imported.",
            "Install the newest version, then import it again.",
        )


def items(value: Mapping[str, object], key: str) -> list[object]:
    """Give the list of a key; an empty one where there is none."""
    found = value.get(key, [])
    if not isinstance(found, list):
        raise refused(f"has no list of {key}")
    return found


def line(
    item: Mapping[str, object], key: str, where: str, *, optional: bool = False
) -> str:
    """Give a short text."""
    found = text(item, key, where)
    if not found and not optional:
        raise refused(f"has no “{key}” at {where}")
    if len(found) > _LINE_LIMIT:
        raise refused(f"has a “{key}” at {where} that is too long")
    return found


def text(item: Mapping[str, object], key: str, where: str) -> str:
    """Give a text; an empty one where there is none."""
    found = item.get(key)
    if found is None:
        return ""
    if not isinstance(found, str):
        raise refused(f"has a “{key}” at {where} that is no text")
    return found


def folder_name(name: object, where: str) -> str:
    """Give the name of a folder as it is kept."""
    if not isinstance(name, str):
        raise refused(f"has a folder name at {where} that is no text")
    return checked(kept_name, name, where)


def moment(item: Mapping[str, object], key: str, where: str) -> datetime | None:
    """Give a moment; None where there is none."""
    found = text(item, key, where)
    if not found:
        return None
    try:
        return times.from_text(found)
    except times.BadMomentError as error:
        raise refused(f"has a date at {where} that cannot be read") from error


def checked(keep: Callable[[str], str], words: str, where: str) -> str:
    """Give words as they are kept, or refuse the file in the words of `keep`."""
    try:
        return keep(words)
    except KnownError as error:
        raise refused(f"cannot be used at {where}: {error.message}") from error


def refused(fault: str) -> UnreadableError:
    """Say what is wrong with a file."""
    end = "" if fault.endswith(".") else "."
    return UnreadableError(
        f"The file {fault}{end}",
        "Nothing was imported; ask whoever gave you the file for another copy.",
    )
