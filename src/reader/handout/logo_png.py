"""A PNG picture of a clinic: is it whole, of a sane size, and a picture only?

The picture that goes on is put together anew from the parts that draw. What else was
in the file, such as who made it and where, stays behind.
"""

import struct
import zlib
from collections.abc import Iterator
from typing import Final, NamedTuple

from reader.handout.logo_fault import LogoError

SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
SIDE_LIMIT: Final = 4_000
"""Pixels of the longer side."""

PIXEL_LIMIT: Final = 4_000_000
"""Pixels in all: a picture as wide as a sheet at 300 dots an inch has room in it."""

_KEPT = (b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND")
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_DEPTHS = {
    0: (1, 2, 4, 8, 16),
    2: (8, 16),
    3: (1, 2, 4, 8),
    4: (8, 16),
    6: (8, 16),
}
_PALETTE = 3
_COLOURS = 3 * 256  # bytes of the longest palette
_FILTERS = 5  # rows begin with one of so many marks
# Where each pass of Adam7 begins, and its steps (PNG, third edition, 8.1).
_PASSES = (
    (0, 0, 8, 8),
    (4, 0, 8, 8),
    (0, 4, 4, 8),
    (2, 0, 4, 4),
    (0, 2, 2, 4),
    (1, 0, 2, 2),
    (0, 1, 1, 2),
)


class Png(NamedTuple):
    """A picture that was checked; its sides are in pixels."""

    content: bytes
    width: int
    height: int


class _Head(NamedTuple):
    width: int
    height: int
    depth: int
    colour: int
    compression: int
    filtering: int
    interlaced: int

    def rows(self) -> Iterator[tuple[int, int]]:
        """The rows of each pass: how many, and the bytes of one with its mark."""
        bits = self.depth * _CHANNELS[self.colour]
        for x, y, across, down in _PASSES if self.interlaced else ((0, 0, 1, 1),):
            wide = -(-(self.width - x) // across)
            high = -(-(self.height - y) // down)
            if wide > 0 and high > 0:
                yield high, 1 + -(-wide * bits // 8)


def clean_png(content: bytes) -> Png:
    """Check a PNG picture whole, and keep of it what draws.

    Raises:
        LogoError: It is none, is damaged, or is too large.
    """
    if not content.startswith(SIGNATURE):
        raise LogoError("is no PNG picture")
    parts = list(_parts(content))
    head = _head(parts)
    _check_colours(head, parts)
    packed = b"".join(data for name, data in parts if name == b"IDAT")
    _check_pixels(head, packed)
    kept = (_part(name, data) for name, data in parts if name in _KEPT)
    return Png(SIGNATURE + b"".join(kept), head.width, head.height)


def _parts(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The chunks up to the end mark, each held against its checksum."""
    at = len(SIGNATURE)
    name = b""
    while name != b"IEND":
        if at + 12 > len(content):
            raise LogoError("is not whole: its end is missing")
        length, name = struct.unpack_from(">L4s", content, at)
        end = at + 8 + length
        if end + 4 > len(content):
            raise LogoError("is not whole: its end is missing")
        (checksum,) = struct.unpack_from(">L", content, end)
        if zlib.crc32(content[at + 4 : end]) != checksum:
            raise LogoError("is damaged: a checksum in it is wrong")
        if name[:1].isupper() and name not in _KEPT:
            raise LogoError("is no PNG picture that every program can read")
        yield name, content[at + 8 : end]
        at = end + 4


def _part(name: bytes, data: bytes) -> bytes:
    checksum = zlib.crc32(name + data)
    return struct.pack(">L", len(data)) + name + data + struct.pack(">L", checksum)


def _head(parts: list[tuple[bytes, bytes]]) -> _Head:
    name, data = parts[0]
    heads = sum(other == b"IHDR" for other, _ in parts)
    if name != b"IHDR" or len(data) != struct.calcsize(">LL5B") or heads > 1:
        raise LogoError("is damaged: it does not say how large it is")
    head = _Head(*struct.unpack(">LL5B", data))
    check_pixels(head.width, head.height)
    known = head.depth in _DEPTHS.get(head.colour, ())
    if not known or head.compression or head.filtering or head.interlaced > 1:
        raise LogoError("is no PNG picture that every program can read")
    return head


def check_pixels(width: int, height: int) -> None:
    """See that a picture has pixels, and not too many.

    Raises:
        LogoError: It has none, or too many.
    """
    if not width or not height:
        raise LogoError("has no pixels")
    if max(width, height) > SIDE_LIMIT or width * height > PIXEL_LIMIT:
        raise LogoError(
            f"has {width:,} by {height:,} pixels; {SIDE_LIMIT:,} on a side and "
            f"{PIXEL_LIMIT:,} in all are the most"
        )


def _check_colours(head: _Head, parts: list[tuple[bytes, bytes]]) -> None:
    palettes = [data for name, data in parts if name == b"PLTE"]
    lengths = {len(data) for data in palettes}
    if any(not length or length % 3 or length > _COLOURS for length in lengths):
        raise LogoError("is damaged: its list of colours is not whole")
    if len(palettes) != 1 and (palettes or head.colour == _PALETTE):
        raise LogoError("is damaged: its list of colours is not whole")


def _check_pixels(head: _Head, packed: bytes) -> None:
    """See that all pixels are there, and no more than the head has promised."""
    rows = list(head.rows())
    wanted = sum(high * wide for high, wide in rows)
    unpacker = zlib.decompressobj()
    try:
        pixels = unpacker.decompress(packed, wanted + 1)
    except zlib.error as error:
        raise LogoError("is damaged: its pixels cannot be read") from error
    if len(pixels) != wanted or not unpacker.eof:
        raise LogoError("is damaged: it has more or fewer pixels than it says")
    at = 0
    for high, wide in rows:
        if max(pixels[at : at + high * wide : wide]) >= _FILTERS:
            raise LogoError("is damaged: its pixels cannot be read")
        at += high * wide
