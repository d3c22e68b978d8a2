"""QR codes for paper (ISO/IEC 18004), drawn so that a telephone reads them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import qrcodegen

from reader.handout import words
from reader.model.evidence import Source
from reader.model.plain import address_in_words

QUIET_ZONE = 4
"""Modules of white around the code, as the standard asks."""

_MASK = 0
"""The chequered mask. Any is valid, and to try all eight takes three times as long."""


@dataclass(frozen=True, slots=True)
class QrCode:
    """A code that leads to an address.

    Attributes:
        address: What it says, to the letter.
        words: The address as a person would type it.
        drawing: The code as SVG, its quiet zone included.
        modules: How many small squares it is wide, its quiet zone included.
    """

    address: str
    words: str
    drawing: str
    modules: int


@lru_cache(maxsize=512)
def qr_code(address: str) -> QrCode:
    """Make the code of an address, of error level M or better.

    15 % of it may be lost to a fold or a stain; more where that costs no larger code.

    Raises:
        ValueError: The address is longer than any code can hold.
    """
    code = qrcodegen.QrCode.encode_segments(
        [qrcodegen.QrSegment.make_bytes(address.encode())],
        qrcodegen.QrCode.Ecc.MEDIUM,
        mask=_MASK,
    )
    size = code.get_size()
    rows = [[code.get_module(x, y) for x in range(size)] for y in range(size)]
    modules = size + 2 * QUIET_ZONE
    return QrCode(address, address_in_words(address), _svg(rows, modules), modules)


def code_values(source: Source | None) -> dict[str, str | int] | None:
    """The code of a source as the template takes it; None where there is none."""
    if source is None:
        return None
    code = qr_code(source.url)
    return {
        "address": code.address,
        "words": code.words,
        "drawing": code.drawing,
        "modules": code.modules,
        "spoken": words.qr_spoken(code.words),
    }


def _svg(rows: list[list[bool]], modules: int) -> str:
    bars = "".join(
        f"M{x + QUIET_ZONE} {y + QUIET_ZONE}h{length}v1h-{length}z"
        for y, row in enumerate(rows)
        for x, length in _runs(row)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{modules}" '
        f'height="{modules}" viewBox="0 0 {modules} {modules}">'
        f'<path fill="#ffffff" d="M0 0h{modules}v{modules}h-{modules}z"/>'
        f'<path d="{bars}"/></svg>'
    )


def _runs(row: list[bool]) -> Iterator[tuple[int, int]]:
    """Dark modules that stand together: where they begin, and how many."""
    start = 0
    for place, dark in enumerate([*row, False]):
        if not dark:
            if place > start:
                yield start, place - start
            start = place + 1
