"""The sheets of a finished PDF as PDFium draws them: every piece of type, in place.

PDFium is what Chromium shows a PDF with; it knows nothing of how ours are made.
"""

import ctypes
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

import pypdfium2
from pypdfium2 import raw

Colour: TypeAlias = tuple[int, int, int]
Point: TypeAlias = tuple[float, float]
Handle: TypeAlias = Any
"""A thing of PDFium's; its C types say more than Python can check."""

WHITE: Colour = (255, 255, 255)
UNMARKED = -1
_BOLD = 600
_MOST_NAME = 200
_LINE_END_HYPHEN = 2
"""What PDFium says in place of a hyphen where a line ends."""


@dataclass(frozen=True, slots=True)
class Box:
    """A place on a sheet in points, measured from its left and upper edges."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, x: float, y: float) -> bool:
        return self.left <= x <= self.right and self.top <= y <= self.bottom

    def overlap(self, other: "Box") -> tuple[float, float]:
        """By how much two boxes share their width and their height."""
        return (
            min(self.right, other.right) - max(self.left, other.left),
            min(self.bottom, other.bottom) - max(self.top, other.top),
        )


@dataclass(frozen=True, slots=True)
class Run:
    """Letters side by side that look the same.

    Attributes:
        mark: The number by which the tags know it, or UNMARKED.
        gaps: The width of each space between two words.
        ground: The colour that was painted below.
    """

    sheet: int
    mark: int
    text: str
    box: Box
    baseline: float
    size: float
    colour: Colour
    ground: Colour
    bold: bool
    gaps: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One side of paper.

    Attributes:
        drawn: The places of everything that is not type.
    """

    width: float
    height: float
    runs: tuple[Run, ...]
    drawn: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class _Fill:
    """A painted area; a frame that is painted covers nothing inside."""

    box: Box
    sides: tuple[tuple[Point, Point], ...]
    colour: Colour

    def covers(self, x: float, y: float) -> bool:
        if not self.box.holds(x, y):
            return False
        crossed = 0
        for (x1, y1), (x2, y2) in self.sides:
            if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                crossed += 1
        return crossed % 2 == 1


@dataclass(slots=True)
class _Look:
    """What all letters of a text object share, and those letters."""

    mark: int
    baseline: float
    size: float
    colour: Colour
    ground: Colour
    bold: bool
    letters: list[tuple[str, float, float, float, float]]


def read_sheets(pdf: bytes) -> tuple[Sheet, ...]:
    """Every sheet with its type and drawings."""
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    try:
        return tuple(
            _sheet(document[number], number) for number in range(len(document))
        )
    finally:
        document.close()


def _sheet(page: Handle, number: int) -> Sheet:
    width, height = page.get_size()
    text = raw.FPDFText_LoadPage(page)
    try:
        looks, drawn = _objects(page, height)
        _add_letters(text, looks, height)
    finally:
        raw.FPDFText_ClosePage(text)
        page.close()
    runs = (_run(look, number) for look in looks.values())
    return Sheet(width, height, tuple(r for r in runs if r.text.strip()), tuple(drawn))


def _objects(page: Handle, height: float) -> tuple[dict[int, _Look], list[Box]]:
    """The text objects by their address, and the places of all others."""
    looks: dict[int, _Look] = {}
    drawn: list[Box] = []
    fills: list[_Fill] = []
    for place in range(raw.FPDFPage_CountObjects(page)):
        thing = raw.FPDFPage_GetObject(page, place)
        box = _bounds(thing, height)
        kind = raw.FPDFPageObj_GetType(thing)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            looks[_address(thing)] = _look(thing, height, _ground(fills, box))
            continue
        drawn.append(box)
        if kind == raw.FPDF_PAGEOBJ_PATH and _is_filled(thing):
            fills.append(_Fill(box, _corners(thing, height), _colour(thing)))
    return looks, drawn


def _look(thing: Handle, height: float, ground: Colour) -> _Look:
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(thing, matrix)
    size = ctypes.c_float()
    raw.FPDFTextObj_GetFontSize(thing, size)
    font = raw.FPDFTextObj_GetFont(thing)
    return _Look(
        raw.FPDFPageObj_GetMarkedContentID(thing),
        height - matrix.f,
        round(size.value * abs(matrix.d), 2),
        _colour(thing),
        ground,
        "bold" in _font_name(font).lower(),
        [],
    )


def _font_name(font: Handle) -> str:
    name = ctypes.create_string_buffer(_MOST_NAME)
    raw.FPDFFont_GetBaseFontName(font, name, _MOST_NAME)
    return name.value.decode("utf-8")


def _add_letters(text: Handle, looks: dict[int, _Look], height: float) -> None:
    box = raw.FS_RECTF()
    for place in range(raw.FPDFText_CountChars(text)):
        # Spaces and breaks that PDFium adds by itself belong to no object.
        look = looks.get(_address(raw.FPDFText_GetTextObject(text, place)))
        if look is None:
            continue
        raw.FPDFText_GetLooseCharBox(text, place, box)
        code = raw.FPDFText_GetUnicode(text, place)
        letter = "-" if code == _LINE_END_HYPHEN else chr(code)
        look.letters.append(
            (letter, box.left, box.right, height - box.top, height - box.bottom)
        )


def _run(look: _Look, sheet: int) -> Run:
    letters = look.letters
    shown = [letter for letter in letters if letter[0].strip()] or letters
    box = Box(
        min((letter[1] for letter in shown), default=0.0),
        min((letter[3] for letter in shown), default=0.0),
        max((letter[2] for letter in shown), default=0.0),
        max((letter[4] for letter in shown), default=0.0),
    )
    return Run(
        sheet,
        look.mark,
        "".join(letter[0] for letter in letters),
        box,
        look.baseline,
        look.size,
        look.colour,
        look.ground,
        look.bold,
        tuple(_gaps(letters)),
    )


def _gaps(letters: list[tuple[str, float, float, float, float]]) -> Iterator[float]:
    """From the end of one word to the beginning of the next."""
    for before, space, after in zip(letters, letters[1:], letters[2:], strict=False):
        if space[0] == " " and before[0] != " " and after[0] != " ":
            yield after[1] - before[2]


def _address(thing: Handle) -> int:
    return ctypes.addressof(thing.contents) if thing else 0


def _bounds(thing: Handle, height: float) -> Box:
    edges = [ctypes.c_float() for _ in range(4)]
    raw.FPDFPageObj_GetBounds(thing, *edges)
    left, bottom, right, top = (edge.value for edge in edges)
    return Box(left, height - top, right, height - bottom)


def _colour(thing: Handle) -> Colour:
    parts = [ctypes.c_uint() for _ in range(4)]
    raw.FPDFPageObj_GetFillColor(thing, *parts)
    red, green, blue, _ = (part.value for part in parts)
    return red, green, blue


def _is_filled(thing: Handle) -> bool:
    mode, stroked = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(thing, mode, stroked)
    return bool(mode.value != raw.FPDF_FILLMODE_NONE)


def _corners(thing: Handle, height: float) -> tuple[tuple[Point, Point], ...]:
    """The sides of a path; of a curve only where it begins and ends."""
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(thing, matrix)
    sides: list[tuple[Point, Point]] = []
    first = last = (0.0, 0.0)
    x, y = ctypes.c_float(), ctypes.c_float()
    for place in range(raw.FPDFPath_CountSegments(thing)):
        part = raw.FPDFPath_GetPathSegment(thing, place)
        raw.FPDFPathSegment_GetPoint(part, x, y)
        point = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            height - (matrix.b * x.value + matrix.d * y.value + matrix.f),
        )
        if raw.FPDFPathSegment_GetType(part) == raw.FPDF_SEGMENT_MOVETO:
            first = point
        else:
            sides.append((last, point))
        last = point
        if raw.FPDFPathSegment_GetClose(part):
            sides.append((last, first))
    return tuple(sides)


def _ground(fills: list[_Fill], box: Box) -> Colour:
    x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    return next((f.colour for f in reversed(fills) if f.covers(x, y)), WHITE)
