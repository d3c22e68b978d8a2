"""Topics as a tagged PDF (PDF/UA-1), by way of Typst.

The template is ours and fixed. Words reach it as JSON and are never read as
markup, and only the bundled fonts are used, so that a handout looks the same and
has the same bytes wherever it is made.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from reader.handout import words
from reader.handout.characters import glyphs_of, printable
from reader.handout.clinic_data import look_values, with_review
from reader.handout.data import Json, LeafletData
from reader.handout.leaflet import make_leaflet
from reader.handout.options import Extent, HandoutOptions, Ink
from reader.handout.press import (
    FONT_FAMILY,
    TemplateError,
    font_files,
    no_fonts,
    print_pdf,
)
from reader.handout.summary import FULL, SummaryData, too_long
from reader.model.errors import NotFoundError
from reader.model.topic import Topic

_DRAWING = "drawing"


@dataclass(frozen=True, slots=True)
class Cover:
    """What a PDF says of itself where it is a part of a larger one.

    Attributes:
        title: Of the whole.
        checked: The newest date on which one of its topics was checked.
    """

    title: str
    checked: str


@dataclass(frozen=True, slots=True)
class Manuscript:
    """What is to be printed, with nothing left to look up: any thread may print it."""

    values: Json
    timestamp: int


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
        KnownError: A summary does not fit on one side.
        BugError: The template refused the values that it was given.
        ValueError: There are no topics.
    """
    return print_manuscript(set_manuscript(topics, options, picture))


def set_manuscript(
    topics: Sequence[Topic],
    options: HandoutOptions,
    picture: Callable[[str], bytes],
    cover: Cover | None = None,
) -> Manuscript:
    """Make topics ready to be printed; as `render_pdf`, on the thread of the library.

    Args:
        topics: What to print, in this order; at least one.
        options: How to lay it out.
        picture: The bytes of a picture of the library by its name.
        cover: What the PDF says of itself, if not what its topics do.
    """
    if not topics:
        msg = "a handout needs a topic"
        raise ValueError(msg)
    glyphs = _glyphs(font_files())
    pictures = _Pictures(picture)
    leaflets = [make_leaflet(topic) for topic in topics]
    values = {
        "title": cover.title
        if cover
        else ", ".join(leaflet.title for leaflet in leaflets),
        "author": words.PUBLISHER,
        "language": words.LANGUAGE,
        "font": FONT_FAMILY,
        "paper": options.paper.typst,
        "points": options.print.points,
        "large": options.print.is_large,
        "black": options.ink is Ink.BLACK,
        "words": _template_words(),
        **look_values(options),
        "full": FULL,
        "leaflets": [
            _values(topic, LeafletData(ready, pictures.draw, options))
            for topic, ready in zip(topics, leaflets, strict=True)
        ],
    }
    newest = cover.checked if cover else newest_check(topics)
    return Manuscript(_printable(values, glyphs), _timestamp(newest))


def joined(manuscripts: Sequence[Manuscript]) -> Manuscript:
    """Manuscripts with the same options and cover, to be printed as one."""
    leaflets = [one for each in manuscripts for one in each.values["leaflets"]]
    first = manuscripts[0]
    return Manuscript({**first.values, "leaflets": leaflets}, first.timestamp)


def print_manuscript(manuscript: Manuscript) -> bytes:
    """Print a manuscript, on any thread; see `render_pdf` for what it raises."""
    values = manuscript.values
    try:
        return print_pdf("handout.typ", values, manuscript.timestamp)
    except TemplateError as error:
        fault = too_long(error.said, values)
        if fault is None:
            raise
        raise fault from error


def _values(topic: Topic, data: LeafletData) -> Json:
    if data.options.extent is Extent.SUMMARY:
        values = SummaryData(topic, data).values()
    else:
        values = data.values()
    return with_review(values, topic, data.options)


@dataclass(frozen=True, slots=True)
class _Pictures:
    picture: Callable[[str], bytes]

    def draw(self, name: str) -> str:
        """A picture as SVG; "" if it is missing, so that its words are printed."""
        from reader.handout.pictures import as_svg  # loads XML, for few handouts

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
        "read-more": words.READ_MORE,
        "result": words.RESULT,
        "results": words.RESULTS,
        "scan": words.SCAN,
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


def newest_check(topics: Sequence[Topic]) -> str:
    """The newest date on which a topic was checked."""
    return max(topic.checked for topic in topics)


def _timestamp(newest: str) -> int:
    """A date as seconds since 1970.

    A handout made again tomorrow from the same words has the same bytes, and its
    date is the one that matters to whoever reads it.
    """
    try:
        day = datetime.fromisoformat(newest).replace(tzinfo=UTC)
    except ValueError:
        return 0
    return int(day.timestamp())


@cache
def _glyphs(fonts: tuple[Path, ...]) -> frozenset[int]:
    try:
        return glyphs_of(fonts)
    except (OSError, ValueError) as error:
        raise no_fonts() from error
