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


@dataclass(frozen=True, slots=True)
class HandoutOptions:
    """How a handout is laid out."""

    paper: Paper = Paper.A4
