"""Pictures of the library as SVG text, the form in which the template takes them."""

import struct
from base64 import b64encode
from typing import Final
from xml.etree import ElementTree as ET

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_SVG_TAGS = ("svg", "{http://www.w3.org/2000/svg}svg")


def png_size(picture: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG in pixels; None for anything else."""
    if not picture.startswith(_PNG) or picture[12:16] != b"IHDR":
        return None
    try:
        width, height = struct.unpack_from(">LL", picture, 16)
    except struct.error:
        return None
    return (width, height) if width and height else None


def is_svg(picture: bytes) -> bool:
    """Whether the bytes are a whole SVG drawing.

    A drawing that declares a document type is refused: it may name other files.
    """
    if b"<!DOCTYPE" in picture or b"<!ENTITY" in picture:
        return False
    try:
        # No document type, so no entity that could grow and no file to be read.
        root = ET.fromstring(picture)  # noqa: S314
    except (ET.ParseError, ValueError):
        return False
    return root.tag in _SVG_TAGS


def as_svg(picture: bytes) -> str:
    """The picture as SVG text; "" if it is neither PNG nor SVG."""
    if is_svg(picture):
        return picture.decode("utf-8", "replace")
    size = png_size(picture)
    if size is None:
        return ""
    width, height = size
    data = b64encode(picture).decode("ascii")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}">'
        f'<image width="{width}" height="{height}" '
        f'href="data:image/png;base64,{data}"/></svg>'
    )


def as_address(picture: bytes) -> str:
    """The picture as an address that holds it; "" if it is neither PNG nor SVG."""
    if is_svg(picture):
        kind = "svg+xml"
    elif png_size(picture) is not None:
        kind = "png"
    else:
        return ""
    return f"data:image/{kind};base64,{b64encode(picture).decode('ascii')}"
