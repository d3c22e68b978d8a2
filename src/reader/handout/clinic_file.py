"""Reading the file of a clinic: whole, or not at all."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from reader.handout.characters import MISSING, glyphs_of, printable
from reader.handout.choices import Extent, Ink, Paper, Print
from reader.handout.clinic import Clinic, Logo, Preset, SignOff
from reader.handout.clinic_fault import ClinicError, ClinicFault
from reader.handout.clinic_table import ClinicTable
from reader.handout.colour import LEAST_CONTRAST, WHITE, contrast, is_colour
from reader.handout.logo import read_logo
from reader.handout.logo_fault import LogoError
from reader.handout.press import font_files
from reader.handout.toml_lines import key_lines

FILE_NAME: Final = "clinic.toml"
SIZE_LIMIT: Final = 64 * 1024
"""Bytes of the largest file."""

NAME_LIMIT: Final = 60
ADDRESS_LINES: Final = 4
ADDRESS_LIMIT: Final = 50
ADDRESS_WHOLE: Final = 100
PHONE_LIMIT: Final = 25
HOURS_LIMIT: Final = 30
FOOTER_LIMIT: Final = 140
"""Letters, so that a letterhead stays small and a footer has two lines."""

_LIST_LIMIT = 40  # sections of a preset
_WORD_LIMIT = 80  # letters of a slug, a version, the id of a section
_AT = re.compile(r"\(at line ([0-9]+),")
_TWICE = ("Cannot overwrite", "Cannot declare", "twice")


def read_clinic(path: Path) -> Clinic:
    """Read the profile of a clinic, and the logo that lies beside it.

    Raises:
        ClinicError: The file cannot be read, or something in it is wrong; it says
            all that is, each with its line.
    """
    text = _read(path)
    try:
        values = tomllib.loads(text)
        lines = key_lines(text)
    except (ValueError, RecursionError) as error:
        raise ClinicError(path.name, [_not_toml(error)]) from error
    table = ClinicTable(values, lines, lacking)
    clinic = clinic_of(table, path.parent)
    if table.faults:
        raise ClinicError(path.name, table.faults)
    return clinic


def _read(path: Path) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(SIZE_LIMIT + 1)
        if len(content) > SIZE_LIMIT:
            raise _fault(path, f"The file is larger than {SIZE_LIMIT // 1024} kB.")
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except FileNotFoundError as error:
        raise _fault(path, "There is no such file.") from error
    except UnicodeDecodeError as error:
        raise _fault(path, "The file is not text in UTF-8.") from error
    except (OSError, ValueError) as error:
        raise _fault(path, "The file cannot be read.") from error


def _fault(path: Path, words: str) -> ClinicError:
    return ClinicError(path.name, [ClinicFault(0, words)])


def _not_toml(error: Exception) -> ClinicFault:
    """What is wrong where the file is no TOML; the place stands in Python's words."""
    said = str(error)
    found = _AT.search(said)
    line = int(found[1]) if found else 0
    if any(words in said for words in _TWICE):
        return ClinicFault(line, "The same key or table stands here a second time.")
    return ClinicFault(
        line,
        "This cannot be read. Each line is a key, an equals sign and a value, and "
        "words stand in quotation marks.",
    )


@cache
def _glyphs() -> frozenset[int]:
    return glyphs_of(font_files())


def lacking(words: str) -> str:
    """The first character for which there is nothing but a question mark."""
    missing = (
        letter
        for letter in words
        if letter != MISSING and MISSING in printable(letter, _glyphs())
    )
    return "" if words.isascii() else next(missing, "")


def clinic_of(table: ClinicTable, folder: Path) -> Clinic:
    """The profile in a table, as far as it can be used; the table knows the faults.

    Args:
        table: The whole file.
        folder: Where it lies, and the logo with it.
    """
    table.only(
        "name",
        "address",
        "phone",
        "out_of_hours",
        "logo",
        "colour",
        "paper",
        "print",
        "footer",
        "sign_off",
        "preset",
    )
    return Clinic(
        name=table.text("name", NAME_LIMIT, needed=True),
        address=_address(table),
        phone=table.text("phone", PHONE_LIMIT),
        out_of_hours=table.text("out_of_hours", HOURS_LIMIT),
        logo=_logo(table, folder),
        colour=_colour(table),
        paper=table.choice("paper", Paper),
        print=table.choice("print", Print),
        footer=table.text("footer", FOOTER_LIMIT),
        sign_offs=tuple(_sign_offs(table)),
        presets=tuple(_presets(table)),
    )


def _address(table: ClinicTable) -> tuple[str, ...]:
    lines = table.texts("address", ADDRESS_LINES, ADDRESS_LIMIT)
    letters = sum(len(line) for line in lines)
    if letters > ADDRESS_WHOLE:
        reason = f"has {letters} letters in all; {ADDRESS_WHOLE} are the most"
        table.refuse("address", reason)
    return lines


def _logo(table: ClinicTable, folder: Path) -> Logo | None:
    name = table.text("logo", _WORD_LIMIT)
    if not name:
        return None
    if Path(name).name != name or "\\" in name or ":" in name:
        table.refuse("logo", "must be the name of a file in the same folder")
        return None
    try:
        return read_logo(folder / name)
    except LogoError as error:
        table.refuse("logo", f"cannot be used: “{name}” {error.message}")
        return None


def _colour(table: ClinicTable) -> str:
    colour = table.text("colour", _WORD_LIMIT)
    fault = colour_fault(colour) if colour else ""
    if fault:
        table.refuse("colour", fault)
        return ""
    return colour.lower()


def colour_fault(colour: str) -> str:
    """Why a colour cannot be that of a clinic, to go on after its name; "" if it can.

    Words in it stand on white paper, so they need a contrast of 4.5 to 1 (WCAG 2.2,
    1.4.3).
    """
    if not is_colour(colour):
        return 'must be a colour like "#0c4f49"'
    found = contrast(colour, WHITE)
    if found < LEAST_CONTRAST:
        return (
            f"is too pale to read on white paper (contrast {found:.1f} to 1; "
            f"{LEAST_CONTRAST} is the least)"
        )
    return ""


def _sign_offs(table: ClinicTable) -> Iterator[SignOff]:
    for each in table.tables("sign_off"):
        each.only("topic", "version", "by", "date")
        yield SignOff(
            topic=each.text("topic", _WORD_LIMIT, needed=True),
            version=each.text("version", _WORD_LIMIT, needed=True),
            by=each.text("by", NAME_LIMIT, needed=True),
            date=each.day("date"),
        )


def _presets(table: ClinicTable) -> Iterator[Preset]:
    names: set[str] = set()
    for each in table.tables("preset"):
        each.only("name", "extent", "paper", "print", "ink", "sections")
        name = each.text("name", NAME_LIMIT, needed=True)
        if name and name in names:
            each.refuse("name", "is the name of another preset already")
        names.add(name)
        yield Preset(
            name=name,
            extent=each.choice("extent", Extent),
            paper=each.choice("paper", Paper),
            print=each.choice("print", Print),
            ink=each.choice("ink", Ink),
            sections=each.texts("sections", _LIST_LIMIT, _WORD_LIMIT),
        )
