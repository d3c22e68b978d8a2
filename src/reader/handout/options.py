"""What a person chooses for a handout."""

from dataclasses import dataclass, replace

from reader.handout.choices import (
    AT_THE_END,
    SOURCES,
    TERMS,
    Extent,
    Ink,
    Paper,
    Print,
)
from reader.handout.clinic import Clinic, Preset

__all__ = [
    "AT_THE_END",
    "SOURCES",
    "TERMS",
    "Extent",
    "HandoutOptions",
    "Ink",
    "Paper",
    "Print",
]


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
        clinic: Whose letterhead and footer it bears, if any.
    """

    paper: Paper = Paper.A4
    print: Print = Print.NORMAL
    ink: Ink = Ink.COLOUR
    sections: tuple[str, ...] = ()
    note: str = ""
    date: str = ""
    extent: Extent = Extent.FULL
    name_line: bool = False
    clinic: Clinic | None = None

    def wants(self, section: str) -> bool:
        """Whether a section is to be printed."""
        return not self.sections or section in self.sections

    def with_preset(self, preset: Preset) -> "HandoutOptions":
        """These with what a preset says, and the rest as it was."""
        return replace(
            self,
            extent=preset.extent or self.extent,
            paper=preset.paper or self.paper,
            print=preset.print or self.print,
            ink=preset.ink or self.ink,
            sections=preset.sections,
        )
