"""Topics as a tagged PDF (PDF/UA-1), by way of Typst.

The template is ours and fixed. Words reach it as JSON and are never read as
markup, and only the bundled fonts are used, so that a handout looks the same and
has the same bytes wherever it is made.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from reader.handout import words
from reader.handout.characters import glyphs_of, printable
from reader.handout.data import Json, LeafletData
from reader.handout.leaflet import make_leaflet
from reader.handout.options import HandoutOptions, Ink
from reader.handout.pictures import as_svg
from reader.model.errors import BugError, NotFoundError, UnreadableError
from reader.model.topic import Topic
from reader.resources import asset_path

if TYPE_CHECKING:
    from typst import Compiler

FONT_FAMILY = "Atkinson Hyperlegible Next"
_DRAWING = "drawing"
FACES = ("Regular", "Italic", "SemiBold", "Bold", "BoldItalic")


@dataclass(frozen=True, slots=True)
class _Press:
    """The compiled template with its fonts, kept from one handout to the next."""

    compiler: "Compiler"
    glyphs: frozenset[int]


def render_pdf(
    topics: Sequence[Topic],
    options: HandoutOptions,
    picture: Callable[[str], bytes],
) -> bytes:
    """Lay topics out as one PDF, each beginning on a page of its own.

    Args:
        topics: What to print, in this order; at least one.
        options: How to lay it out.
        picture: The bytes of a picture of the library by its name.

    Raises:
        UnreadableError: A bundled font is missing or damaged.
        BugError: The template refused the values that it was given.
        ValueError: There are no topics.
    """
    if not topics:
        msg = "a handout needs a topic"
        raise ValueError(msg)
    press = _press(_fonts())
    pictures = _Pictures(picture)
    leaflets = [make_leaflet(topic) for topic in topics]
    values = {
        "title": ", ".join(leaflet.title for leaflet in leaflets),
        "author": words.PUBLISHER,
        "language": words.LANGUAGE,
        "font": FONT_FAMILY,
        "paper": options.paper.typst,
        "points": options.print.points,
        "large": options.print.is_large,
        "black": options.ink is Ink.BLACK,
        "words": _template_words(),
        "leaflets": [
            LeafletData(ready, pictures.draw, options).values() for ready in leaflets
        ],
    }
    return _compile(press, _printable(values, press.glyphs), _timestamp(topics))


@dataclass(frozen=True, slots=True)
class _Pictures:
    picture: Callable[[str], bytes]

    def draw(self, name: str) -> str:
        """A picture as SVG; "" if it is missing, so that its words are printed."""
        try:
            return as_svg(self.picture(name))
        except NotFoundError:
            return ""


def _template_words() -> dict[str, str]:
    return {
        "also-called": words.ALSO_CALLED,
        "answer": words.OUR_ANSWER,
        "badges": words.BADGES,
        "finding": words.FINDING,
        "date": words.DATE,
        "name": words.NAME,
        "note": words.NOTE,
        "notice": words.NOTICE,
        "picture": words.PICTURE,
        "sources": words.SOURCES,
        "sure": words.SURE,
        "terms": words.TERMS,
        "treatment": words.TREATMENT,
    }


def _printable(value: Json, glyphs: frozenset[int], key: str = "") -> Json:
    """The same values with every word in characters that the fonts have."""
    if isinstance(value, str):
        return value if key == _DRAWING else printable(value, glyphs)
    if isinstance(value, dict):
        return {k: _printable(v, glyphs, k) for k, v in value.items()}
    if isinstance(value, list):
        return [_printable(item, glyphs) for item in value]
    return value


def _timestamp(topics: Sequence[Topic]) -> int:
    """The newest date on which a topic was checked, as seconds since 1970.

    A handout made again tomorrow from the same words has the same bytes, and its
    date is the one that matters to whoever reads it.
    """
    newest = max(topic.checked for topic in topics)
    try:
        day = datetime.strptime(newest, "%Y-%m-%d").replace(tzinfo=UTC)
    except ValueError:
        return 0
    return int(day.timestamp())


def _fonts() -> tuple[Path, ...]:
    """The bundled faces.

    Raises:
        UnreadableError: One of them is missing.
    """
    try:
        return tuple(
            asset_path(f"fonts/AtkinsonHyperlegibleNext-{face}.ttf") for face in FACES
        )
    except BugError as error:
        raise _no_fonts() from error


def _no_fonts() -> UnreadableError:
    return UnreadableError(
        "A font that handouts are printed with is missing or damaged.",
        "Install Evidence Reader again to get it back.",
    )


@cache
def _press(fonts: tuple[Path, ...]) -> _Press:
    """Compile the template once for each set of fonts."""
    from typst import Compiler, Fonts

    try:
        glyphs = glyphs_of(fonts)
    except (OSError, ValueError) as error:
        raise _no_fonts() from error
    faces = Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(fonts[0].parent)],
    )
    template = asset_path("handout.typ")
    compiler = Compiler(template, font_paths=faces, ignore_system_fonts=True)
    return _Press(compiler, glyphs)


def _compile(press: _Press, values: Json, timestamp: int) -> bytes:
    from typst import TypstError

    try:
        pdf = press.compiler.compile(
            format="pdf",
            pdf_standards="ua-1",
            sys_inputs={"data": json.dumps(values)},
            timestamp=timestamp,
        )
    except TypstError as error:
        msg = f"the handout template failed: {error.message}"
        raise BugError(msg) from error
    if not isinstance(pdf, bytes):
        msg = "the handout template gave no PDF"
        raise BugError(msg)
    return pdf
