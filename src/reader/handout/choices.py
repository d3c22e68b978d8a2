"""What can be chosen: paper, size of print, ink, how much, and the last parts."""

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
