"""What the lines of somebody's list mean: a topic, several, or none that is known.

Nothing is guessed. A line is a topic where it is its slug, one of its names, or its
code; whatever is only like that is offered for the person to choose.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from typing import TypeAlias

from reader.library.query import read_query
from reader.library.store import Library
from reader.model.listed import ListedLine
from reader.model.listing import Matched
from reader.model.normal import normalise

MOST_SUGGESTED = 3
MOST_OF_CATEGORY = 8
"""Topics that are offered for a code of which only narrower ones are known."""

_MOST_LOOKED_AT = 12


class How(StrEnum):
    """What of a topic a line is."""

    SLUG = "slug"
    NAME = "name"
    CODE = "code"


class Why(StrEnum):
    """What keeps a line from being one topic."""

    SEVERAL = "several"
    """Its name or code is that of several topics."""
    CONTRARY = "contrary"
    """Its code is that of one topic, its name that of another."""
    ALIKE = "alike"
    """It is nothing known, but much like some names."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A topic that a line may mean."""

    slug: str
    title: str


@dataclass(frozen=True, slots=True)
class Found:
    """The line is this topic."""

    line: ListedLine
    topic: Choice
    how: How


@dataclass(frozen=True, slots=True)
class Unclear:
    """The line may be one of these topics, and the person has to say which.

    Attributes:
        why: What keeps the line from being one topic.
    """

    line: ListedLine
    choices: tuple[Choice, ...]
    why: Why


@dataclass(frozen=True, slots=True)
class Unknown:
    """The line is nothing that the library has."""

    line: ListedLine


Meaning: TypeAlias = Found | Unclear | Unknown


def look_up(library: Library, lines: Iterable[ListedLine]) -> tuple[Meaning, ...]:
    """Say what each line means; a line cut at its commas may be several.

    Raises:
        UnreadableError: The library is damaged.
    """
    titles = {entry.slug: entry.title for entry in library.topics()}
    read = partial(_meaning, library, titles)
    return tuple(meaning for line in lines for meaning in _of_line(line, read))


def slugs_of(meanings: Iterable[Meaning]) -> tuple[str, ...]:
    """The topics that were found, each once, in the order of the list."""
    found = (each.topic.slug for each in meanings if isinstance(each, Found))
    return tuple(dict.fromkeys(found))


def _of_line(line: ListedLine, read: "partial[Meaning]") -> Iterator[Meaning]:
    """The whole line, or what its pieces are, where one of them is known."""
    whole = read(line)
    if isinstance(whole, Found) or len(line.pieces) < 2:  # noqa: PLR2004 - several
        yield whole
        return
    if isinstance(whole, Unclear) and whole.why is not Why.ALIKE:
        yield whole
        return
    pieces = [read(replace(line, texts=(p,), pieces=())) for p in line.pieces]
    if any(isinstance(each, Found) for each in pieces):
        yield from pieces
    else:
        yield whole


def _meaning(library: Library, titles: dict[str, str], line: ListedLine) -> Meaning:
    """What all the texts of a line mean together."""
    exact = [of for text in line.texts if (of := _exactly(library, titles, text))]
    if not exact:
        alike = _alike(library, titles, line)
        return Unclear(line, alike, Why.ALIKE) if alike else Unknown(line)
    common = [slug for slug in exact[0] if all(slug in of for of in exact)]
    if len(common) == 1:
        topic = Choice(common[0], titles[common[0]])
        return Found(line, topic, exact[0][common[0]])
    slugs = common or list(dict.fromkeys(slug for of in exact for slug in of))
    choices = tuple(Choice(slug, titles[slug]) for slug in slugs)
    return Unclear(line, choices, Why.SEVERAL if common else Why.CONTRARY)


def _exactly(library: Library, titles: dict[str, str], text: str) -> dict[str, How]:
    """The topics whose slug, name or code a text is."""
    slug = text.strip().casefold()
    if slug in titles:
        return {slug: How.SLUG}
    named = {
        hit.slug: How.NAME
        for hit in library.search(text, limit=_MOST_LOOKED_AT).hits
        if hit.matched is Matched.NAME
    }
    if named:
        return named
    code = read_query(text).code
    return dict.fromkeys(_of_code(library, code), How.CODE) if code else {}


def _of_code(library: Library, code: str) -> tuple[str, ...]:
    """The topics of a code, else of the nearest category that it belongs to."""
    hits = [
        (hit.slug, hit.snippet.replace(".", "").upper())
        for hit in library.search(code, limit=_MOST_LOOKED_AT).hits
        if hit.matched is Matched.CODE
    ]
    # A page about all of a category is about each of its codes; not the other way.
    wider = [known for _, known in hits if code.startswith(known)]
    nearest = max(wider, key=len, default="")
    return tuple(slug for slug, known in hits if known == nearest)


def _alike(
    library: Library, titles: dict[str, str], line: ListedLine
) -> tuple[Choice, ...]:
    """Topics whose names or codes are like a line, the most alike first."""
    slugs: dict[str, None] = {}
    most = MOST_SUGGESTED
    for text in line.texts:
        near = library.near_names(text.replace("-", " "), limit=MOST_SUGGESTED)
        slugs |= dict.fromkeys(each.slug for each in near)
        hits = library.search(text, limit=_MOST_LOOKED_AT).hits
        if read_query(text).code:
            most = MOST_OF_CATEGORY
        whole = len(normalise(text)) > 1
        slugs |= dict.fromkeys(
            hit.slug for hit in hits if whole and hit.matched is not Matched.TEXT
        )
    return tuple(Choice(slug, titles[slug]) for slug in [*slugs][:most])
