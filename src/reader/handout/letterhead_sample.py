"""The letterhead of a clinic alone, set by the template that prints it.

It is a PDF and no picture: some logos stop the part of Typst that draws pictures, and
none is known that stops the part that writes a PDF.
"""

from reader.handout.characters import glyphs_of, printable
from reader.handout.clinic import Clinic
from reader.handout.clinic_data import Json, look_values
from reader.handout.options import HandoutOptions
from reader.handout.press import FONT_FAMILY, font_files, print_pdf


def letterhead_pdf(clinic: Clinic) -> bytes:
    """Set the letterhead in normal print and in colour, on a page 180 mm wide.

    Raises:
        UnreadableError: A bundled font is missing.
        BugError: The template refused the profile.
    """
    values = {
        "font": FONT_FAMILY,
        **look_values(HandoutOptions(clinic=clinic)),
    }
    return print_pdf("letterhead-sample.typ", _printable(values), tagged=False)


def _printable(value: Json, key: str = "") -> Json:
    """The same values in characters that the fonts have; drawings stay as they are."""
    if isinstance(value, str):
        return value if key == "drawing" else printable(value, glyphs_of(font_files()))
    if isinstance(value, dict):
        return {k: _printable(v, k) for k, v in value.items()}
    return [_printable(v) for v in value] if isinstance(value, list) else value
