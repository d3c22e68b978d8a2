"""Colours of a clinic on white paper: can they be read? (WCAG 2.2, 1.4.3)."""

import re
from typing import Final

LEAST_CONTRAST: Final = 4.5
WHITE: Final = "#ffffff"
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_TINTS = (0.08, 0.06, 0.04, 0.02)
"""How much of a colour a box may have behind words, the most first."""


def is_colour(words: str) -> bool:
    """Whether it is a colour as in "#0c4f49"."""
    return _COLOUR.fullmatch(words) is not None


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21 (WCAG 2.2, "contrast ratio")."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def tint_of(colour: str) -> str:
    """A pale tint on which words in the colour itself can still be read."""
    tints = (_mixed(colour, share) for share in _TINTS)
    readable = (tint for tint in tints if contrast(colour, tint) >= LEAST_CONTRAST)
    return next(readable, WHITE)


def _parts(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]


def _luminance(colour: str) -> float:
    """The relative luminance (WCAG 2.2)."""
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    if part <= 0.04045:  # noqa: PLR2004 - where the curve of sRGB becomes a line
        return part / 12.92
    return float(((part + 0.055) / 1.055) ** 2.4)


def _mixed(colour: str, share: float) -> str:
    parts = (round(255 - (255 - part) * share) for part in _parts(colour))
    return "#" + "".join(f"{part:02x}" for part in parts)
