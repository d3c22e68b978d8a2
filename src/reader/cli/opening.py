"""What a desktop hands over: a link to a page, or a file of what a person keeps."""

import re
from collections.abc import Collection
from pathlib import Path
from urllib.parse import unquote, urlsplit

from reader.model.errors import UnreadableError
from reader.model.frozen import dataclass

SCHEME = "evidence-reader"
FILE_SUFFIX = ".evidence-notebook"
OPTION = "--open"

_LONGEST = 300  # letters of a link
# The names of pages and sections, as the compiler lets them be.
_LINK = re.compile(
    r"(?P<slug>[a-z0-9]+(?:-[a-z0-9]+)*)/?(?:#(?P<section>[a-z0-9]+(?:-[a-z0-9]+)*))?"
)


@dataclass(frozen=True, slots=True)
class Opening:
    """What is to be opened.

    Attributes:
        topic: The slug of a page; "" where it is a file.
        section: A section of it.
        file: A file of what a person keeps.
    """

    topic: str = ""
    section: str = ""
    file: Path | None = None


def as_option(arguments: list[str], commands: Collection[str]) -> list[str]:
    """Put `--open` before a link or file that the desktop has put last.

    Args:
        arguments: What the program was called with.
        commands: The names of the commands; what comes after one belongs to it.
    """
    if not arguments or not _is_from_desktop(arguments[-1]):
        return arguments
    if any(word == OPTION or word in commands for word in arguments[:-1]):
        return arguments
    return [*arguments[:-1], OPTION, arguments[-1]]


def read_opening(words: str) -> Opening:
    """Say what a link or the name of a file asks for.

    Raises:
        UnreadableError: It is no link to a page, nor a file of what a person keeps.
    """
    scheme, colon, rest = words.partition(":")
    if colon and scheme.lower() == SCHEME:
        return _page(rest)
    if colon and scheme.lower() == "file":
        return _file(_path_of(words))
    return _file(words)


def _is_from_desktop(words: str) -> bool:
    start = words.lower()
    return start.startswith((f"{SCHEME}:", "file:")) or (
        start.endswith(FILE_SUFFIX) and not start.startswith("-")
    )


def _page(rest: str) -> Opening:
    # Browsers and desktops put slashes where a web address has them.
    found = _LINK.fullmatch(rest.lstrip("/")) if len(rest) <= _LONGEST else None
    if found is None:
        raise UnreadableError(
            "This link does not lead to a page of Evidence Reader.",
            "A link looks like this: evidence-reader:heart-failure#red-flags.",
        )
    return Opening(found["slug"], found["section"] or "")


def _path_of(url: str) -> str:
    try:
        parts = urlsplit(url)
    except ValueError as error:
        raise _no_file() from error
    if parts.netloc not in {"", "localhost"} or parts.query or parts.fragment:
        raise _no_file()
    path = unquote(parts.path, errors="surrogateescape")
    # file:///C:/folder has the path /C:/folder.
    return path[1:] if re.match(r"/[A-Za-z]:/", path) else path


def _file(name: str) -> Opening:
    if not name.lower().endswith(FILE_SUFFIX) or "\0" in name:
        raise _no_file()
    return Opening(file=Path(name))


def _no_file() -> UnreadableError:
    return UnreadableError(
        "This is not a file that Evidence Reader can open.",
        f"It opens files on this computer whose names end in {FILE_SUFFIX}.",
    )
