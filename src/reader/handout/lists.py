"""A list of topics that somebody typed, pasted or keeps in a file, line by line.

Of a table only the columns that name a topic are read. Whatever else stands in it,
such as the names of patients, is not looked at and not kept.
"""

import codecs
import csv
import io
import re
from collections.abc import Iterable
from pathlib import Path

from reader.model.errors import KnownError, UnreadableError
from reader.model.listed import ListedLine

MOST_BYTES = 1_000_000
MOST_LINES = 5_000
LONGEST = 200
"""Characters of a name; the longest of the library has 78."""

_ASK_FOR_TEXT = "Save it as plain text or as CSV (UTF-8), then try again."
_BULLET = re.compile(r"\s*(?:[-*+•·–—▪◦‣o]|\d{1,3}[.)])\s+")
_COMMENT = re.compile(r"(?:^|\s)#.*$")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")
_CELLS = (",", ";", "\t")

_COLUMNS = {
    "slug": 0,
    "code": 1,
    "icd": 1,
    "icd10": 1,
    "icd10cm": 1,
    "icdcode": 1,
    "icd10code": 1,
    "icd10cmcode": 1,
    "diagnosiscode": 1,
    "topic": 2,
    "name": 2,
    "title": 2,
    "condition": 2,
    "disease": 2,
    "diagnosis": 2,
    "diagnosisname": 2,
}
"""What a column may be called, without spaces and marks, and where its text stands."""

_PERSONAL = frozenset({"name"})
"""May as well be a patient's, so it counts only where nothing else names a topic."""


def read_list_file(path: Path) -> tuple[ListedLine, ...]:
    """Read a list from a text or CSV file.

    Raises:
        KnownError: The file cannot be read.
        UnreadableError: It is no list; the sentence says why.
    """
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "no such name is possible"
        raise KnownError(
            f"The list {path} could not be read ({reason.lower()}).",
            "Check its name, and whether you may open it.",
        ) from error
    return read_list_bytes(content)


def read_list_bytes(content: bytes) -> tuple[ListedLine, ...]:
    """Read a list from the bytes of a text or CSV file.

    Raises:
        UnreadableError: It is no list; the sentence says why.
    """
    if len(content) > MOST_BYTES:
        raise UnreadableError(
            "The list is too large: more than a million characters.",
            "Split it into smaller lists.",
        )
    return read_list(_decoded(content))


def read_list(text: str) -> tuple[ListedLine, ...]:
    """Read a list that was typed or pasted, or that a file held.

    Blank lines, comments after "#", bullets and numbers before a name are left out.

    Raises:
        UnreadableError: It is no list; the sentence says why.
    """
    text = text.removeprefix("\ufeff")
    if _CONTROL.search(text):
        raise _no_text()
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if len(lines) > MOST_LINES:
        raise UnreadableError(
            f"The list has more than {MOST_LINES:,} lines.",
            "Split it into smaller lists.",
        )
    header = next((line for line in lines if line.strip()), "")
    for cell in _CELLS:
        columns = _columns(header.split(cell))
        if columns:
            return tuple(_table("\n".join(lines), cell, columns))
    return tuple(_plain(lines))


def _decoded(content: bytes) -> str:
    """The text of a file, in whichever of the usual ways it was written.

    Windows-1252 is what Excel and older programs write; it is tried last, because
    nearly any bytes can be read that way.
    """
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if content.startswith(mark):
            return _in(content, encoding)
    if b"\x00" in content[:200]:
        # Every other byte of plain English is nought, the first or the second.
        return _in(content, "utf-16-be" if content[:1] == b"\x00" else "utf-16-le")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _in(content, "cp1252")


def _in(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeError as error:
        raise _no_text() from error


def _no_text() -> UnreadableError:
    return UnreadableError("The list is not a text or CSV file.", _ASK_FOR_TEXT)


# ---- one name a line -------------------------------------------------------------


def _plain(lines: Iterable[str]) -> Iterable[ListedLine]:
    for number, line in enumerate(lines, start=1):
        for part in _COMMENT.sub("", line).split(";"):
            name = _tidy(_BULLET.sub("", part, count=1))
            if name:
                _check(name, number)
                pieces = [_tidy(piece) for piece in name.split(",")]
                several = [piece for piece in pieces if piece]
                yield ListedLine(number, (name,), tuple(several) if "," in name else ())


def _tidy(name: str) -> str:
    return " ".join(name.split()).strip(",").strip('"“”').strip()


def _check(name: str, number: int) -> None:
    if len(name) > LONGEST:
        raise UnreadableError(
            f"Line {number} of the list is too long to be a name or a code.",
            "Put each name or code on a line of its own.",
        )


# ---- a table ---------------------------------------------------------------------


def _columns(cells: Iterable[str]) -> dict[int, int]:
    """Which cells of a row name a topic, and in which order they are trusted."""
    known = {}
    names = {}
    for place, cell in enumerate(cells):
        key = "".join(c for c in cell.casefold() if c.isalnum())
        if key in _COLUMNS:
            known[place] = _COLUMNS[key]
            names[place] = key
    sure = {
        place: rank for place, rank in known.items() if names[place] not in _PERSONAL
    }
    return sure or known


def _table(text: str, cell: str, columns: dict[int, int]) -> Iterable[ListedLine]:
    rows = csv.reader(io.StringIO(text), delimiter=cell)
    wanted = sorted(columns, key=lambda place: columns[place])
    headed = False
    try:
        for row in rows:
            if not headed:
                headed = any(value.strip() for value in row)
                continue
            named = (_tidy(row[place]) for place in wanted if place < len(row))
            texts = tuple(dict.fromkeys(name for name in named if name))
            for name in texts:
                _check(name, rows.line_num)
            if texts:
                yield ListedLine(rows.line_num, texts)
    except csv.Error as error:
        raise UnreadableError(
            f"Line {rows.line_num} of the list is no row of a CSV file.",
            _ASK_FOR_TEXT,
        ) from error
