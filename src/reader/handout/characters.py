"""Which characters an output can carry.

A page is written by us, but a pack, a clinic's note or a picture's words may hold
anything: control characters, half a surrogate pair, signs that no bundled font has.
"""

import struct
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

MISSING: Final = "?"

_DROPPED = frozenset({"Cc", "Cf", "Cs", "Cn", "Co"})
_VARIATION_SELECTORS = range(0xFE00, 0xFE10)
_SPELT = {
    "\N{NON-BREAKING HYPHEN}": "-",
    "\N{HYPHEN}": "-",
    "\N{RIGHTWARDS ARROW}": "->",
}
_UNICODE_TABLE = 4
"""The cmap format that every font has for the first 65,536 characters."""


def clean(text: str) -> str:
    """The text without characters that cannot be shown; breaks become spaces."""
    if text.isascii() and text.isprintable():
        return text
    composed = unicodedata.normalize("NFC", text)
    return "".join(" " if c in "\t\n\r" else c for c in composed if _shown(c))


def _shown(character: str) -> bool:
    if character in "\t\n\r":
        return True
    if ord(character) in _VARIATION_SELECTORS:
        return False
    return unicodedata.category(character) not in _DROPPED


def printable(text: str, glyphs: frozenset[int]) -> str:
    """The text with stand-ins for what the fonts cannot draw."""
    text = clean(text)
    if text.isascii():
        return text
    return "".join(c if ord(c) in glyphs else _stand_in(c, glyphs) for c in text)


def _stand_in(character: str, glyphs: frozenset[int]) -> str:
    """The nearest thing that can be drawn: CO2 for a lowered 2, "beta" for its sign."""
    if character in _SPELT:
        return _SPELT[character]
    name = unicodedata.name(character, "")
    plain = unicodedata.normalize("NFKD", character)
    if all(ord(c) in glyphs for c in plain):
        return f"^{plain}" if name.startswith("SUPERSCRIPT ") else plain
    if name.startswith("GREEK ") and " LETTER " in name:
        return name.rpartition(" LETTER ")[2].partition(" ")[0].lower()
    return MISSING


@cache
def glyphs_of(fonts: tuple[Path, ...]) -> frozenset[int]:
    """The characters that all of these fonts can draw.

    Raises:
        OSError: A file cannot be read.
        ValueError: A file is no TrueType font with a Unicode table.
    """
    common: frozenset[int] | None = None
    for font in fonts:
        known = frozenset(_read_font(font.read_bytes()))
        common = known if common is None else common & known
    return common or frozenset()


def _read_font(font: bytes) -> Mapping[int, int]:
    """Character to glyph, from a font's cmap table (OpenType 1.9, "cmap")."""
    try:
        (tables,) = struct.unpack_from(">H", font, 4)
        for index in range(tables):
            tag, _, start, _ = struct.unpack_from(">4sLLL", font, 12 + 16 * index)
            if tag == b"cmap":
                return _read_cmap(font, start)
    except struct.error as error:
        msg = "the font ends too early"
        raise ValueError(msg) from error
    msg = "the font has no table of characters"
    raise ValueError(msg)


def _read_cmap(font: bytes, start: int) -> Mapping[int, int]:
    (count,) = struct.unpack_from(">H", font, start + 2)
    for index in range(count):
        _, _, offset = struct.unpack_from(">HHL", font, start + 4 + 8 * index)
        (form,) = struct.unpack_from(">H", font, start + offset)
        if form == _UNICODE_TABLE:
            return _read_segments(font, start + offset)
    msg = "the font has no Unicode table"
    raise ValueError(msg)


def _read_segments(font: bytes, start: int) -> Mapping[int, int]:
    """Format 4: segments of characters, each with a delta or a list of glyphs."""
    (double,) = struct.unpack_from(">H", font, start + 6)
    count = double // 2
    ends = struct.unpack_from(f">{count}H", font, start + 14)
    begins = struct.unpack_from(f">{count}H", font, start + 16 + double)
    deltas = struct.unpack_from(f">{count}H", font, start + 16 + 2 * double)
    ranges_at = start + 16 + 3 * double
    ranges = struct.unpack_from(f">{count}H", font, ranges_at)
    found: dict[int, int] = {}
    segments = zip(begins, ends, deltas, ranges, strict=True)
    for index, (begin, end, delta, offset) in enumerate(segments):
        for code in range(begin, end + 1):
            glyph = code
            if offset:
                at = ranges_at + 2 * index + offset + 2 * (code - begin)
                (glyph,) = struct.unpack_from(">H", font, at)
                if not glyph:
                    continue
            glyph = (glyph + delta) & 0xFFFF
            if glyph:
                found[code] = glyph
    return found
