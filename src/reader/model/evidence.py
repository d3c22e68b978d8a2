"""What is claimed for a treatment, how sure we are of it, and on what grounds."""

from enum import StrEnum

from reader.model.blocks import Block
from reader.model.frozen import dataclass
from reader.model.grade import Assessment, Certainty, Domain, Scale


class Direction(StrEnum):
    """Which way a finding points."""

    BENEFIT = "benefit"
    NO_CLEAR_DIFFERENCE = "no-clear-difference"
    HARM = "harm"
    MIXED = "mixed"
    UNCERTAIN = "uncertain"


class Size(StrEnum):
    """How large an effect is; unstated where the source does not say."""

    LARGE = "large"
    MODERATE = "moderate"
    SMALL = "small"
    UNSTATED = "unstated"


class Standing(StrEnum):
    """Where a treatment stands in everyday care."""

    STANDARD_CARE = "standard-care"
    APPROVED_FOR_SOME = "approved-for-some"
    RESEARCH_ONLY = "research-only"
    NOT_RECOMMENDED = "not-recommended"


class Therapy(StrEnum):
    """Whether a claim is about cells or about any other care."""

    CARE = "care"
    CELLS = "cells"


class Verdict(StrEnum):
    """What we say to a thing people hear."""

    SUPPORTED = "supported"
    PARTLY_SUPPORTED = "partly-supported"
    OVERSTATED = "overstated"
    CONTRADICTED = "contradicted"
    UNSUPPORTED = "unsupported"
    MISTRANSLATED = "mistranslated"
    UNTRACEABLE = "untraceable-source"

    @property
    def phrase(self) -> str:
        """The verdict as a short answer."""
        return _VERDICTS[self]


_VERDICTS = {
    Verdict.SUPPORTED: "This is right",
    Verdict.PARTLY_SUPPORTED: "Partly right",
    Verdict.OVERSTATED: "Overstated",
    Verdict.CONTRADICTED: "Studies say otherwise",
    Verdict.UNSUPPORTED: "No good studies behind it",
    Verdict.MISTRANSLATED: "A wrong translation",
    Verdict.UNTRACEABLE: "We could not find the source",
}


@dataclass(frozen=True, slots=True)
class Published:
    """A rating that a review or guideline states itself."""

    source: str
    rating: str
    scale: Scale
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a level moved, in plain words; domain None speaks of the whole."""

    domain: Domain | None
    text: str


@dataclass(frozen=True, slots=True)
class Studies:
    """How much was studied; None where the source does not say.

    Attributes:
        randomised_trials: Number of randomised trials.
        non_randomised: Number of studies without random allocation.
        participants: Number of people in all of them.
    """

    randomised_trials: int | None = None
    non_randomised: int | None = None
    participants: int | None = None


@dataclass(frozen=True, slots=True)
class Absolute:
    """A main outcome in whole people, with and without the treatment.

    Attributes:
        with_: People with the event among `of` who had the treatment.
        without: People with the event among `of` who did not.
        of: The common denominator, 100 or 1,000.
        over: The time span in words, for example "1 year".
        event: What happened to them, for example "alive".
    """

    with_: int
    without: int
    of: int
    over: str
    event: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One treatment, one outcome, and how sure we are of the finding.

    The certainty is derived by the compiler: from `published`, from
    `assessment`, or, with neither, it is `none` for want of studies in people.
    """

    id: str
    therapy: Therapy
    treatment: str
    comparison: str
    population: str
    outcome: str
    finding: str
    direction: Direction
    size: Size
    certainty: Certainty
    published: Published | None
    assessment: Assessment | None
    reasons: tuple[Reason, ...]
    standing: Standing
    studies: Studies
    absolute: Absolute | None
    sources: tuple[str, ...]
    checked: str


@dataclass(frozen=True, slots=True)
class Approval:
    """What a regulator decided."""

    product: str
    regulator: str
    date: str
    indication: str
    status: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Harm:
    """A harm that was seen in people."""

    text: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Heard:
    """A thing people hear, as a question, and its answer."""

    id: str
    question: str
    verdict: Verdict
    answer: tuple[Block, ...]
    claims: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """One entry of the bibliography, in CSL's terms."""

    id: str
    type: str
    title: str
    author: str = ""
    container: str = ""
    issued: str = ""
    doi: str = ""
    pmid: str = ""
    nct: str = ""
    url: str = ""
    seen_at: str = ""

    @property
    def address(self) -> str:
        """Where a person can look it up: the page, else the DOI's or trial's."""
        if self.url:
            return self.url
        if self.doi:
            return f"https://doi.org/{self.doi}"
        if self.nct:
            return f"https://clinicaltrials.gov/study/{self.nct}"
        if self.pmid:
            return f"https://pubmed.ncbi.nlm.nih.gov/{self.pmid}/"
        return ""

    @property
    def reference(self) -> str:
        """Author, year, title and container as one line of small print."""
        head = ", ".join(part for part in (self.author, self.issued) if part)
        parts = (head, self.title, self.container)
        return ". ".join(part.rstrip(".") for part in parts if part) + "."


@dataclass(frozen=True, slots=True)
class GlossaryTerm:
    """A medical word and its meaning in one or two plain sentences."""

    id: str
    term: str
    meaning: str
    forms: tuple[str, ...] = ()
