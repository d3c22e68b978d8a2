"""A topic: one explainer, whole."""

from enum import StrEnum

from reader.model.blocks import Block
from reader.model.evidence import (
    Approval,
    Claim,
    GlossaryTerm,
    Harm,
    Heard,
    Source,
)
from reader.model.frozen import dataclass
from reader.model.systems import System


class Kind(StrEnum):
    """What is asked of a page.

    Conditions and general topics are checked in full; a map page is short and
    bears no badge; a plain page is a title and a body.
    """

    CONDITION = "condition"
    GENERAL = "general"
    MAP = "map"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Codes:
    """Codes by which clinics look a condition up, with their dots."""

    icd10: tuple[str, ...] = ()
    icd10cm: tuple[str, ...] = ()
    mesh: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page that can be found, linked, bookmarked and printed.

    The text before the first heading has the id "top" and an empty title.
    """

    id: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """One explainer with its evidence and everything it refers to.

    Attributes:
        read_more: The id of the source that a patient can read on in, or "".
    """

    slug: str
    title: str
    kind: Kind
    system: System
    also_called: tuple[str, ...]
    codes: Codes
    status: str
    checked: str
    sections: tuple[Section, ...]
    claims: tuple[Claim, ...]
    heard: tuple[Heard, ...]
    approvals: tuple[Approval, ...]
    harms: tuple[Harm, ...]
    sources: tuple[Source, ...]
    terms: tuple[GlossaryTerm, ...]
    read_more: str = ""

    def section(self, section_id: str) -> Section | None:
        """The section with this id, if the page has it."""
        return next((s for s in self.sections if s.id == section_id), None)

    def claim(self, claim_id: str) -> Claim | None:
        """The claim with this id, if the page has it."""
        return next((c for c in self.claims if c.id == claim_id), None)

    def source(self, source_id: str) -> Source | None:
        """The source with this id, if the page cites it."""
        return next((s for s in self.sources if s.id == source_id), None)

    def source_number(self, source_id: str) -> int:
        """Its place in the page's list of sources, from 1; 0 when not cited."""
        ids = [source.id for source in self.sources]
        return ids.index(source_id) + 1 if source_id in ids else 0

    def heard_answer(self, heard_id: str) -> Heard | None:
        """The answer with this id, if the page has it."""
        return next((h for h in self.heard if h.id == heard_id), None)

    def term(self, term_id: str) -> GlossaryTerm | None:
        """The glossary term with this id, if the page uses it."""
        return next((t for t in self.terms if t.id == term_id), None)
