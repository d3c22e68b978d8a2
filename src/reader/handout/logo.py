"""The logo of a clinic: checked before it comes near a handout."""

from pathlib import Path
from typing import Final

from reader.handout.clinic import Logo
from reader.handout.logo_fault import LogoError
from reader.handout.logo_png import SIGNATURE, clean_png
from reader.handout.logo_svg import clean_svg
from reader.handout.pictures import as_svg

SIZE_LIMIT: Final = 512 * 1024
"""Bytes of the largest file."""

SHAPE_LIMIT: Final = 12
"""A logo is at most so many times as wide as high, or as high as wide."""


def read_logo(path: Path) -> Logo:
    """Read and check a picture.

    Raises:
        LogoError: It cannot be read, or cannot be a logo.
    """
    try:
        with path.open("rb") as file:
            content = file.read(SIZE_LIMIT + 1)
    except FileNotFoundError as error:
        raise LogoError("is not there") from error
    except (OSError, ValueError) as error:
        raise LogoError("cannot be read") from error
    return check_logo(content)


def check_logo(content: bytes) -> Logo:
    """Check a picture, and keep of it what draws.

    Raises:
        LogoError: It is too large, damaged, no SVG or PNG, or more than a picture.
    """
    if len(content) > SIZE_LIMIT:
        raise LogoError(f"is larger than {SIZE_LIMIT // 1024} kB")
    logo = _png(content) if content.startswith(SIGNATURE) else _svg(content)
    if max(logo.width / logo.height, logo.height / logo.width) > SHAPE_LIMIT:
        raise LogoError(
            f"is more than {SHAPE_LIMIT} times as long on one side as on the other"
        )
    return logo


def _png(content: bytes) -> Logo:
    png = clean_png(content)
    return Logo(png.content, "png", as_svg(png.content), png.width, png.height)


def _svg(content: bytes) -> Logo:
    if b"<" not in content[:1000]:
        raise LogoError("is neither an SVG drawing nor a PNG picture")
    svg = clean_svg(content)
    drawing = svg.content.decode("utf-8")
    return Logo(svg.content, "svg", drawing, svg.width, svg.height)
