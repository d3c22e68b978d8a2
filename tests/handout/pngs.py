"""PNG pictures made chunk by chunk, so that any of them can be wrong."""

import struct
import zlib

SIGNATURE = b"\x89PNG\r\n\x1a\n"
GREY, RGB, PALETTE, RGBA = 0, 2, 3, 6
_CHANNELS = {GREY: 1, RGB: 3, PALETTE: 1, RGBA: 4}


def chunk(name: bytes, data: bytes) -> bytes:
    checksum = struct.pack(">L", zlib.crc32(name + data))
    return struct.pack(">L", len(data)) + name + data + checksum


def head(width: int, height: int, colour: int = RGB, *, interlaced: int = 0) -> bytes:
    values = struct.pack(">LL5B", width, height, 8, colour, 0, 0, interlaced)
    return chunk(b"IHDR", values)


def pixels(width: int, height: int, colour: int = RGB) -> bytes:
    row = b"\0" + bytes(range(60, 60 + 60 * _CHANNELS[colour], 60)) * width
    return chunk(b"IDAT", zlib.compress(row * height))


END = chunk(b"IEND", b"")


def png(width: int = 8, height: int = 4, colour: int = RGB, more: bytes = b"") -> bytes:
    """A whole picture.

    Args:
        width: In pixels.
        height: In pixels.
        colour: The type of its colours.
        more: Chunks between the head and the pixels.
    """
    return (
        SIGNATURE
        + head(width, height, colour)
        + more
        + pixels(width, height, colour)
        + END
    )
