"""Whether the words of a claim fit its level of certainty, and its harms stand by it.

The words for each level follow Santesso and others 2020, "GRADE guidelines: 26.
Informative statements to communicate the findings of systematic reviews of
interventions", doi:10.1016/j.jclinepi.2019.10.014.
"""

import re

from reader.compiler.evidence import Evidence
from reader.compiler.wording import denominators
from reader.model.evidence import Claim, Direction, Therapy
from reader.model.grade import Certainty
from reader.model.topic import Topic

_HEDGES = {
    Certainty.MODERATE: re.compile(r"\b(?:probably|likely)\b", re.IGNORECASE),
    Certainty.LOW: re.compile(
        r"\b(?:may|might|could|suggests?|perhaps|not (?:clear|sure|certain)|unclear"
        r"|too (?:small|few)|not (?:yet )?know|cannot (?:tell|say))\b",
        re.IGNORECASE,
    ),
    Certainty.VERY_LOW: re.compile(
        r"\b(?:uncertain|unsure|unclear|not (?:clear|sure|certain|possible)"
        r"|(?:do|does|did) not (?:know|show|tell)|nobody (?:can|knows)|no way to"
        r"|(?:cannot|can ?not|can't) (?:\w+ )?(?:tell|say|know|show|be))\b",
        re.IGNORECASE,
    ),
    Certainty.NONE: re.compile(
        r"\b(?:no (?:\w+ ){0,3}(?:study|studies|trials?|results?)|not (?:\w+ )*tested"
        r"|nothing certain|nobody (?:has )?(?:tested|tried|studied))\b"
        r"|\bnone of (?:the )?\w+|\bno(?:t any)? results\b",
        re.IGNORECASE,
    ),
}
_WANTED = {
    Certainty.MODERATE: "'probably'",
    Certainty.LOW: "'may'",
    Certainty.VERY_LOW: "'very uncertain' or the like",
    Certainty.NONE: "that there are no studies in people",
}
_FLAT = re.compile(r"\b(?:may|might|could|perhaps|possibly|probably)\b", re.IGNORECASE)
_HARM = re.compile(
    r"\b(?:harms?|risks?|dangers?|dangerous|side effects?|died|deaths?|infections?"
    r"|bleeding|fever|unsafe|safe|safety|hurt|worse)\b",
    re.IGNORECASE,
)


def check_claims(topic: Topic, evidence: Evidence) -> None:
    """Note claims whose words do not fit what stands behind them."""
    if evidence.source is None:
        return
    for claim in topic.claims:
        for message in (
            _fit(claim),
            _reasoned(claim),
            _same_numbers(claim),
        ):
            if message:
                line = evidence.lines[claim.id]
                evidence.source.fault(line, f"claim {claim.id!r}: {message}")
    _check_harms(topic, evidence)


def _fit(claim: Claim) -> str:
    if claim.certainty is Certainty.HIGH:
        first = re.split(r"(?<=[.!?])\s", claim.finding)[0]
        found = _FLAT.search(first)
        return f"{found[0]!r} does not go with a high level; say it" if found else ""
    if _HEDGES[claim.certainty].search(claim.finding):
        return ""
    wanted = _WANTED[claim.certainty]
    return f"the finding of a {claim.certainty.word.lower()} level must say {wanted}"


def _reasoned(claim: Claim) -> str:
    if claim.assessment is None:
        return ""
    given = {reason.domain for reason in claim.reasons}
    missing = [d.value for d, _ in claim.assessment.steps if d not in given]
    return f"no reason is given for {', '.join(missing)}" if missing else ""


def _same_numbers(claim: Claim) -> str:
    if claim.absolute is None:
        return ""
    others = sorted(denominators(claim.finding) - {claim.absolute.of})
    if others and max(others) in (100, 1000):
        return f"says 'out of {others[-1]:,}', but its numbers are {claim.absolute.of}"
    return ""


def _check_harms(topic: Topic, evidence: Evidence) -> None:
    """Harms stand beside the gains of a cell therapy."""
    promising = [
        claim
        for claim in topic.claims
        if claim.therapy is Therapy.CELLS
        and claim.direction in {Direction.BENEFIT, Direction.MIXED}
    ]
    if not promising or topic.harms or evidence.source is None:
        return
    cells = [claim for claim in topic.claims if claim.therapy is Therapy.CELLS]
    if any(c.direction is Direction.HARM or _HARM.search(c.finding) for c in cells):
        return
    evidence.source.fault(
        evidence.lines[promising[0].id],
        "a gain of a cell therapy without any harm on the page; say what is known",
    )
