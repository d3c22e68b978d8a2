"""GRADE as pure functions: from an assessment to a level of certainty.

The method is that of the GRADE working group (Balshem 2011, "GRADE guidelines:
3. Rating the quality of evidence", doi:10.1016/j.jclinepi.2010.07.015).
"""

from collections.abc import Iterator
from enum import StrEnum

from reader.model.frozen import dataclass


class Certainty(StrEnum):
    """How sure we are; the four GRADE levels and the honest fifth."""

    HIGH = "high"
    MODERATE = "moderate"
    LOW = "low"
    VERY_LOW = "very-low"
    NONE = "none"

    @property
    def circles(self) -> int:
        """Filled circles out of four on the badge."""
        return _CIRCLES[self]

    @property
    def word(self) -> str:
        """The word on the badge."""
        return _WORDS[self]


_CIRCLES = {
    Certainty.HIGH: 4,
    Certainty.MODERATE: 3,
    Certainty.LOW: 2,
    Certainty.VERY_LOW: 1,
    Certainty.NONE: 0,
}
_WORDS = {
    Certainty.HIGH: "High",
    Certainty.MODERATE: "Moderate",
    Certainty.LOW: "Low",
    Certainty.VERY_LOW: "Very low",
    Certainty.NONE: "No studies",
}
_BY_CIRCLES = {circles: level for level, circles in _CIRCLES.items()}


class Start(StrEnum):
    """Where a body of evidence starts.

    Randomised trials start high, observational studies low (Balshem 2011).
    """

    HIGH = "high"
    LOW = "low"


class Domain(StrEnum):
    """A reason to move the level: five down, three up.

    Down: Balshem 2011. Up: Guyatt 2011, "GRADE guidelines: 9. Rating up the
    quality of evidence", doi:10.1016/j.jclinepi.2011.06.004.
    """

    RISK_OF_BIAS = "risk_of_bias"
    INCONSISTENCY = "inconsistency"
    INDIRECTNESS = "indirectness"
    IMPRECISION = "imprecision"
    PUBLICATION_BIAS = "publication_bias"
    LARGE_EFFECT = "large_effect"
    DOSE_RESPONSE = "dose_response"
    OPPOSING_CONFOUNDING = "opposing_confounding"


DOWN = (
    Domain.RISK_OF_BIAS,
    Domain.INCONSISTENCY,
    Domain.INDIRECTNESS,
    Domain.IMPRECISION,
    Domain.PUBLICATION_BIAS,
)
_FIELDS = tuple((domain, domain.value) for domain in Domain)
UP = (Domain.LARGE_EFFECT, Domain.DOSE_RESPONSE, Domain.OPPOSING_CONFOUNDING)

LOWEST_STEP = -2
"""A very serious problem takes two levels off (Balshem 2011)."""

HIGHEST_STEP = {
    Domain.LARGE_EFFECT: 2,
    Domain.DOSE_RESPONSE: 1,
    Domain.OPPOSING_CONFOUNDING: 1,
}
"""A very large effect, five-fold or more, adds two levels (Guyatt 2011)."""


@dataclass(frozen=True, slots=True)
class Assessment:
    """A GRADE judgement: where the evidence starts and each step from there.

    Attributes:
        start: The level of the study design.
        risk_of_bias: 0, -1 (serious) or -2 (very serious); so are the next four.
        inconsistency: The studies disagree and nobody can say why.
        indirectness: People, treatment or outcome differ from those that matter.
        imprecision: Too few people, so the answer lies in a wide range.
        publication_bias: Unwelcome results were probably not published.
        large_effect: 0, +1 (risk halved or doubled) or +2 (changed five-fold).
        dose_response: 0 or +1, more treatment, more effect.
        opposing_confounding: 0 or +1, every likely distortion would have hidden
            the effect that was seen.

    Raises:
        ValueError: A step lies outside what GRADE allows for its domain.
    """

    start: Start
    risk_of_bias: int = 0
    inconsistency: int = 0
    indirectness: int = 0
    imprecision: int = 0
    publication_bias: int = 0
    large_effect: int = 0
    dose_response: int = 0
    opposing_confounding: int = 0

    def __post_init__(self) -> None:
        """Refuse a step that GRADE does not know."""
        for domain, step in self.every_step():
            lowest, highest = step_range(domain)
            if not lowest <= step <= highest:
                msg = f"{domain} is {step}, but must lie from {lowest} to {highest}"
                raise ValueError(msg)

    def every_step(self) -> Iterator[tuple[Domain, int]]:
        """Each domain with its step, also where the step is 0."""
        for domain, name in _FIELDS:
            yield domain, getattr(self, name)

    @property
    def steps(self) -> tuple[tuple[Domain, int], ...]:
        """The domains that move the level, in GRADE's order."""
        return tuple(pair for pair in self.every_step() if pair[1])

    @property
    def certainty(self) -> Certainty:
        """The level that follows from this assessment."""
        return derive(self)


def step_range(domain: Domain) -> tuple[int, int]:
    """The lowest and highest step that a domain may take."""
    return (0, HIGHEST_STEP[domain]) if domain in HIGHEST_STEP else (LOWEST_STEP, 0)


def derive(assessment: Assessment) -> Certainty:
    """Add the steps to the start level, between very low and high.

    There is no level above high and none below very low (Balshem 2011); "no
    studies" is no outcome of an assessment, since there was nothing to assess.
    """
    start = Certainty(assessment.start.value)
    total = start.circles + sum(step for _, step in assessment.every_step())
    return _BY_CIRCLES[min(4, max(1, total))]


class Scale(StrEnum):
    """The scale on which a published rating was stated."""

    GRADE = "grade"
    LETTERS = "letters"


_LETTERS = {
    "A": Certainty.HIGH,
    "B": Certainty.MODERATE,
    "C": Certainty.LOW,
    "D": Certainty.VERY_LOW,
}


def from_published(rating: str, scale: Scale) -> Certainty:
    """The level of a rating as its source states it.

    GRADE words are taken as they stand. Letters A to D are the four levels of
    GRADE as EBM Guidelines and several guideline groups print them.

    Raises:
        ValueError: The scale has no such rating.
    """
    if scale is Scale.LETTERS:
        level = _LETTERS.get(rating.strip().upper())
    else:
        word = rating.strip().lower().replace(" ", "-")
        level = {c.value: c for c in Certainty if c is not Certainty.NONE}.get(word)
    if level is None:
        msg = f"{rating!r} is no rating on the scale {scale.value!r}"
        raise ValueError(msg)
    return level
