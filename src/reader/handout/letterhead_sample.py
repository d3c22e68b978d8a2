"""The letterhead of a clinic alone, set by the template that prints it.

It is a PDF and no picture: some logos stop the part of Typst that draws pictures, and
none is known that stops the part that writes a PDF.
"""

import json
from functools import cache
from typing import TYPE_CHECKING

from reader.handout.characters import glyphs_of, printable
from reader.handout.clinic import Clinic
from reader.handout.clinic_data import Json, look_values
from reader.handout.options import HandoutOptions
from reader.handout.pdf import FONT_FAMILY, font_files
from reader.model.errors import BugError
from reader.resources import asset_path

if TYPE_CHECKING:
    from typst import Compiler


def letterhead_pdf(clinic: Clinic) -> bytes:
    """Set the letterhead in normal print and in colour, on a page 180 mm wide.

    Raises:
        UnreadableError: A bundled font is missing.
        BugError: The template refused the profile.
    """
    from typst import TypstError

    values = {
        "font": FONT_FAMILY,
        **look_values(HandoutOptions(clinic=clinic)),
    }
    text = json.dumps(_printable(values))
    try:
        pdf = _compiler().compile(format="pdf", sys_inputs={"data": text})
    except TypstError as error:
        msg = f"the letterhead cannot be drawn: {error.message}"
        raise BugError(msg) from error
    if not isinstance(pdf, bytes):
        msg = "the letterhead gave no PDF"
        raise BugError(msg)
    return pdf


def _printable(value: Json, key: str = "") -> Json:
    """The same values in characters that the fonts have; drawings stay as they are."""
    if isinstance(value, str):
        return value if key == "drawing" else printable(value, glyphs_of(font_files()))
    if isinstance(value, dict):
        return {k: _printable(v, k) for k, v in value.items()}
    return [_printable(v) for v in value] if isinstance(value, list) else value


@cache
def _compiler() -> "Compiler":
    from typst import Compiler, Fonts

    fonts = Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(font_files()[0].parent)],
    )
    template = asset_path("letterhead-sample.typ")
    return Compiler(template, font_paths=fonts, ignore_system_fonts=True)
