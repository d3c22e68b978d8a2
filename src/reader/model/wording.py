"""What a level of certainty means in everyday words.

The sentences follow the plain-language statements of GRADE (Santesso 2020,
"GRADE guidelines 26: informative statements to communicate the findings of
systematic reviews of interventions", PMID 31711912): a word for certainty
times a word for size. High is said flatly, moderate with "probably", low with
"may", very low with "we are very uncertain". Nothing is called proven, and
want of evidence is never called want of effect.
"""

from reader.model.evidence import Claim, Direction, Size
from reader.model.frozen import dataclass
from reader.model.grade import Certainty, Domain, Scale, Start


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement of an effect.

    Attributes:
        short: A few words, for a table.
        long: One sentence about a treatment and an outcome.
    """

    short: str
    long: str


_HELPS = {
    Size.LARGE: "helps a lot",
    Size.MODERATE: "helps",
    Size.SMALL: "helps a little",
    Size.UNSTATED: "helps",
}
_HARMS = {
    Size.LARGE: "makes things much worse",
    Size.MODERATE: "makes things worse",
    Size.SMALL: "makes things a little worse",
    Size.UNSTATED: "makes things worse",
}
_HEDGE = {
    Certainty.HIGH: "",
    Certainty.MODERATE: "probably ",
    Certainty.LOW: "may ",
}
_BARE = {"helps": "help", "makes": "make", "has": "have"}


def statement(
    certainty: Certainty, direction: Direction, size: Size = Size.UNSTATED
) -> Statement:
    """The plain-language statement for a finding (Santesso 2020).

    The long form speaks of "this treatment" and "this outcome", so that it can
    stand beside a row that names both.
    """
    if certainty is Certainty.NONE:
        return Statement(
            "No studies in people",
            "We found no results from studies in people, so nobody can say yet "
            "whether this treatment does anything for this outcome.",
        )
    if certainty is Certainty.VERY_LOW:
        return _very_low(direction)
    if direction is Direction.UNCERTAIN:
        return _open_question(certainty)
    phrase = _hedged(certainty, _effect(direction, size))
    return Statement(
        phrase[0].upper() + phrase[1:], f"For this outcome, the treatment {phrase}."
    )


def _effect(direction: Direction, size: Size) -> str:
    if direction is Direction.BENEFIT:
        return _HELPS[size]
    if direction is Direction.HARM:
        return _HARMS[size]
    if direction is Direction.MIXED:
        return "has mixed results"
    return "makes little or no difference"


def _hedged(certainty: Certainty, effect: str) -> str:
    """Put the word for certainty before the verb: "may help a little"."""
    hedge = _HEDGE[certainty]
    if certainty is not Certainty.LOW:
        return hedge + effect
    verb, _, rest = effect.partition(" ")
    return f"{hedge}{_BARE[verb]} {rest}".strip()


def _very_low(direction: Direction) -> Statement:
    lean = {
        Direction.BENEFIT: "Some results looked good, but they may well be wrong.",
        Direction.HARM: "Some results looked bad, but they may well be wrong.",
        Direction.NO_CLEAR_DIFFERENCE: "The few studies saw no clear difference.",
        Direction.MIXED: "The few studies did not agree.",
        Direction.UNCERTAIN: "The few studies cannot tell.",
    }[direction]
    return Statement(
        "We are very uncertain",
        f"We are very uncertain about the effect of this treatment. {lean}",
    )


def _open_question(certainty: Certainty) -> Statement:
    how_sure = {
        Certainty.HIGH: "Good studies leave this open",
        Certainty.MODERATE: "Studies leave this open",
        Certainty.LOW: "Not clear from the studies so far",
    }[certainty]
    return Statement(
        how_sure,
        f"{how_sure}: the treatment could help, could do nothing or could harm.",
    )


_MEANING = {
    Certainty.HIGH: (
        "We are very sure. More studies are unlikely to change this answer."
    ),
    Certainty.MODERATE: (
        "We are fairly sure. The true effect is probably close to this, "
        "but it could be different."
    ),
    Certainty.LOW: (
        "We are not very sure. The true effect may be quite different, "
        "and new studies may well change this answer."
    ),
    Certainty.VERY_LOW: (
        "We are very unsure. The true effect is likely to be quite different. "
        "Nobody knows yet."
    ),
    Certainty.NONE: (
        "There are no results from studies in people. Nobody knows whether it "
        "works or whether it is safe for this purpose."
    ),
}
_DECISION = {
    Certainty.HIGH: "You can plan with this answer.",
    Certainty.MODERATE: (
        "You can lean on this answer. Ask your care team what is still open."
    ),
    Certainty.LOW: (
        "It may help you or it may not. Ask what else is known, and what else "
        "you could do."
    ),
    Certainty.VERY_LOW: (
        "Do not count on this. If someone offers it to you, ask whether it is "
        "part of a proper trial."
    ),
    Certainty.NONE: (
        "Nobody can promise you anything here. If someone does, ask to see the "
        "studies in people."
    ),
}


def meaning(certainty: Certainty) -> str:
    """What the level says about the finding (after Balshem 2011)."""
    return _MEANING[certainty]


def decision(certainty: Certainty) -> str:
    """What the level means for somebody who has to decide."""
    return _DECISION[certainty]


def spoken(certainty: Certainty) -> str:
    """The badge for ears: circles and word."""
    if certainty is Certainty.NONE:
        return "How sure we are: no studies in people, 0 of 4 circles"
    return (
        f"How sure we are: {certainty.word.lower()}, {certainty.circles} of 4 circles"
    )


_START = {
    Start.HIGH: (
        "Evidence from randomised trials starts at high. In such trials chance "
        "decides who gets the treatment."
    ),
    Start.LOW: (
        "Evidence from studies without random groups starts at low. In such "
        "studies other things may explain what was seen."
    ),
}
_DOMAIN = {
    Domain.RISK_OF_BIAS: (
        "How the studies were done",
        "The way the studies were done may have misled.",
    ),
    Domain.INCONSISTENCY: (
        "Studies disagree",
        "The studies do not agree, and nobody can say why.",
    ),
    Domain.INDIRECTNESS: (
        "Not quite the same question",
        "Other people, another treatment or another result were studied.",
    ),
    Domain.IMPRECISION: (
        "Too few people",
        "Too few people were studied, so the true effect could lie in a wide range.",
    ),
    Domain.PUBLICATION_BIAS: (
        "Results may be missing",
        "Some results were probably not published in full.",
    ),
    Domain.LARGE_EFFECT: ("Large effect", "The effect was too large to be chance."),
    Domain.DOSE_RESPONSE: ("More gave more", "More treatment gave more effect."),
    Domain.OPPOSING_CONFOUNDING: (
        "Distortions would have hidden it",
        "Everything that could have misled would have hidden the effect.",
    ),
}


def start_sentence(start: Start) -> str:
    """Why the evidence starts where it starts (Balshem 2011)."""
    return _START[start]


def domain_name(domain: Domain) -> str:
    """A reason to move the level, in everyday words."""
    return _DOMAIN[domain][0]


def domain_sentence(domain: Domain) -> str:
    """The reason as a sentence, for where a claim gives none of its own."""
    return _DOMAIN[domain][1]


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the way from the start level to the badge.

    Attributes:
        move: How many levels, below 0 for down; 0 for the line that starts.
        title: A few words.
        reason: Why, in a sentence.
    """

    move: int
    title: str
    reason: str


_UNMOVED = Step(
    0,
    "It stays there",
    "We looked for reasons to be less sure, or surer, and found none that counts.",
)


def way_to_badge(claim: Claim) -> tuple[Step, ...]:
    """How a claim came by its level, line by line, for "Why this badge?"."""
    said = {reason.domain: reason.text for reason in claim.reasons}
    whole = (Step(0, "In short", said[None]),) if None in said else ()
    if claim.published is not None:
        rating = claim.published.rating
        if claim.published.scale is Scale.LETTERS:
            rating = f"level {rating}, which stands for {claim.certainty.word.lower()}"
        first = Step(0, "Rated by others", f"A published source rates this {rating}.")
        return (first, *whole)
    if claim.assessment is None:
        first = Step(0, "No studies", "We found no results from studies in people.")
        return (first, *whole)
    start = claim.assessment.start
    first = Step(0, f"Starts at {start.value}", start_sentence(start))
    moves = tuple(
        Step(step, domain_name(domain), said.get(domain, domain_sentence(domain)))
        for domain, step in claim.assessment.steps
    )
    return (first, *(moves or (_UNMOVED,)), *whole)


def studies_sentence(claim: Claim) -> str:
    """How many studies and people, or "" where the source does not say."""
    studies = claim.studies
    parts: list[str] = []
    if studies.randomised_trials:
        plural = "s" if studies.randomised_trials > 1 else ""
        parts.append(f"{studies.randomised_trials} randomised trial{plural}")
    if studies.non_randomised:
        noun = "studies" if studies.non_randomised > 1 else "study"
        parts.append(f"{studies.non_randomised} {noun} without random groups")
    sentence = " and ".join(parts)
    if studies.participants:
        people = "person" if studies.participants == 1 else "people"
        counted = f"{studies.participants:,} {people}"
        sentence = f"{sentence}, {counted}" if sentence else counted
    return f"{sentence[0].upper()}{sentence[1:]}." if sentence else ""
