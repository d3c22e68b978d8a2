"""Text as data: the blocks of a page and the runs inside them.

Every output (window, paper, browser page, plain text, search) is a walk over
these types; no HTML travels through the program.
"""

from typing import TypeAlias

from reader.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """A run of plain characters."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that matter more."""

    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words set apart."""

    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A break inside a paragraph."""


@dataclass(frozen=True, slots=True)
class TopicLink:
    """A way to another topic or to a section of one."""

    slug: str
    section: str
    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class WebLink:
    """An address outside; shown with its address, opened only on request."""

    url: str
    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Citation:
    """The sources of what was just said, by id."""

    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A word that the glossary explains."""

    term: str
    text: str


Inline: TypeAlias = (
    Text | Strong | Emphasis | LineBreak | TopicLink | WebLink | Citation | Term
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a section, level 3 or 4."""

    level: int
    id: str
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list."""

    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class BulletList:
    """A list whose order does not matter."""

    items: tuple[ListItem, ...]


@dataclass(frozen=True, slots=True)
class NumberedList:
    """Steps, or anything else that is counted."""

    items: tuple[ListItem, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody else's words."""

    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table."""

    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A plain table with one header row."""

    header: Row
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the library with its text alternative, never empty."""

    name: str
    alternative: str


@dataclass(frozen=True, slots=True)
class EvidenceTable:
    """Claims shown with their badges, in this order."""

    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HeardAnswer:
    """What you may have heard: the answer with this id."""

    heard: str


Block: TypeAlias = (
    Paragraph
    | Heading
    | BulletList
    | NumberedList
    | Quote
    | Table
    | Picture
    | EvidenceTable
    | HeardAnswer
)
