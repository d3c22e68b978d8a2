"""A JPEG picture that lies in a drawing: has it a head, a sane size and an end?"""

import struct
from typing import Final

from reader.handout.logo_fault import LogoError
from reader.handout.logo_png import check_pixels

_START: Final = b"\xff\xd8\xff"
_END: Final = b"\xff\xd9"
_SIZES = frozenset({0xC0, 0xC1, 0xC2})
"""Segments that tell the size (ITU T.81, table B.1): the usual and the gradual way."""

_SCAN = 0xDA
_DEPTH = 8


def check_jpeg(content: bytes) -> None:
    """See that a JPEG picture is one, and not too large.

    Raises:
        LogoError: It is none, is not whole, or has too many pixels.
    """
    if not content.startswith(_START) or not content.rstrip(b"\0").endswith(_END):
        raise LogoError("is not whole")
    at = 2
    size: tuple[int, int] | None = None
    while at + 4 <= len(content) and content[at] == 0xFF:  # noqa: PLR2004
        marker, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4])
        if marker in _SIZES:
            size = _size(content[at + 4 : at + 2 + length])
        if marker == _SCAN and size is not None:
            check_pixels(*size)
            return
        at += 2 + length
    raise LogoError("is damaged: it does not say how large it is")


def _size(segment: bytes) -> tuple[int, int]:
    try:
        depth, height, width, parts = struct.unpack_from(">BHHB", segment)
    except struct.error as error:
        raise LogoError("is damaged: it does not say how large it is") from error
    if depth != _DEPTH or parts not in {1, 3}:
        raise LogoError("has colours that not every program can read")
    return width, height
