"""What a person chooses for a handout."""

from dataclasses import dataclass
from enum import StrEnum


class Paper(StrEnum):
    """A size of paper."""

    A4 = "a4"
    LETTER = "letter"

    @property
    def label(self) -> str:
        """The name a person reads."""
        return _LABELS[self]

    @property
    def typst(self) -> str:
        """The name by which the template knows it."""
        return _TYPST[self]


_LABELS = {Paper.A4: "A4", Paper.LETTER: "US Letter"}
_TYPST = {Paper.A4: "a4", Paper.LETTER: "us-letter"}


class Print(StrEnum):
    """How large the letters are.

    Large print is 18 point at least, with lines 1.5 apart (APH; ACB Large Print
    Guidelines), and nothing on the page is smaller than its body text.
    """

    NORMAL = "normal"
    LARGE = "large"
    EXTRA_LARGE = "extra-large"

    @property
    def points(self) -> int:
        """The size of the body text, in points."""
        return _POINTS[self]

    @property
    def is_large(self) -> bool:
        """Whether the rules of large print hold."""
        return self is not Print.NORMAL

    @property
    def label(self) -> str:
        """The name a person reads."""
        return _PRINTS[self]


_POINTS = {Print.NORMAL: 12, Print.LARGE: 18, Print.EXTRA_LARGE: 24}
_PRINTS = {
    Print.NORMAL: "Normal (12 point)",
    Print.LARGE: "Large (18 point)",
    Print.EXTRA_LARGE: "Extra large (24 point)",
}


TERMS = "words"
SOURCES = "sources"

AT_THE_END = (TERMS, SOURCES)
"""What stands after the sections and can be chosen like one."""


class Ink(StrEnum):
    """Colours, or black alone for a laser printer or a copier."""

    COLOUR = "colour"
    BLACK = "black"


class Extent(StrEnum):
    """How much of a topic is printed."""

    FULL = "full"
    SUMMARY = "summary"

    @property
    def label(self) -> str:
        """The name a person reads."""
        return _EXTENTS[self]


_EXTENTS = {Extent.FULL: "The whole page", Extent.SUMMARY: "One-page summary"}


@dataclass(frozen=True, slots=True)
class HandoutOptions:
    """How a handout is laid out.

    Attributes:
        sections: Ids of the sections to print, and "words" and "sources" for what
            stands at the end; none for all.
        note: Words for this one patient, printed and never kept.
        date: When it is handed over, as "2026-11-22"; "" for a line to fill in, where
            there is a note or a line for the name.
        extent: The whole topic, or its summary on one side; a summary has its own
            sections, so `sections` says nothing about it.
        name_line: A place for the name and the date to fill in by hand, also where
            there is no note.
    """

    paper: Paper = Paper.A4
    print: Print = Print.NORMAL
    ink: Ink = Ink.COLOUR
    sections: tuple[str, ...] = ()
    note: str = ""
    date: str = ""
    extent: Extent = Extent.FULL
    name_line: bool = False

    def wants(self, section: str) -> bool:
        """Whether a section is to be printed."""
        return not self.sections or section in self.sections
