"""The words for each level follow the GRADE plain-language statements."""

from itertools import product

import pytest

from reader.model.evidence import Direction, Size
from reader.model.grade import Certainty, Domain, Start
from reader.model.wording import (
    decision,
    domain_name,
    domain_sentence,
    meaning,
    spoken,
    start_sentence,
    statement,
    studies_sentence,
    way_to_badge,
)
from tests.fixtures.sample_topic import sample_topic

EVERY = list(product(Certainty, Direction, Size))
SETTLED = [d for d in Direction if d is not Direction.UNCERTAIN]


@pytest.mark.parametrize(("certainty", "direction", "size"), EVERY)
def test_every_finding_has_a_short_and_a_long_statement(
    certainty: Certainty, direction: Direction, size: Size
) -> None:
    said = statement(certainty, direction, size)
    assert said.short[0].isupper()
    assert not said.short.endswith(".")
    assert said.long[0].isupper()
    assert said.long.endswith(".")
    assert "  " not in said.long
    for word in ("prove", "significant", "no evidence of effect"):
        assert word not in said.long.lower()


@pytest.mark.parametrize(("direction", "size"), list(product(SETTLED, Size)))
def test_the_hedge_fits_the_level(direction: Direction, size: Size) -> None:
    high, moderate, low, very_low = (
        statement(level, direction, size)
        for level in (
            Certainty.HIGH,
            Certainty.MODERATE,
            Certainty.LOW,
            Certainty.VERY_LOW,
        )
    )
    for said in (high.short, high.long):
        assert not {"may", "probably", "suggest"} & set(said.lower().split())
    assert moderate.short.startswith("Probably ")
    assert "probably" in moderate.long
    assert low.short.startswith("May ")
    assert " may " in low.long
    assert very_low.short == "We are very uncertain"


def test_sizes_differ_only_where_we_are_sure_enough_to_say_them() -> None:
    for direction in (Direction.BENEFIT, Direction.HARM):
        for level in (Certainty.HIGH, Certainty.MODERATE, Certainty.LOW):
            said = {statement(level, direction, size).short for size in Size}
            assert len(said) == 3
        unsure = {statement(Certainty.VERY_LOW, direction, s).short for s in Size}
        assert len(unsure) == 1


def test_low_certainty_uses_the_bare_verb() -> None:
    assert (
        statement(Certainty.LOW, Direction.BENEFIT, Size.SMALL).short
        == "May help a little"
    )
    assert (
        statement(Certainty.LOW, Direction.NO_CLEAR_DIFFERENCE).short
        == "May make little or no difference"
    )


def test_the_badge_can_be_heard() -> None:
    assert spoken(Certainty.MODERATE) == "How sure we are: moderate, 3 of 4 circles"
    assert "no studies" in spoken(Certainty.NONE)
    assert len({spoken(level) for level in Certainty}) == len(Certainty)


def test_every_level_and_every_reason_has_words() -> None:
    for level in Certainty:
        assert meaning(level).endswith(".")
        assert decision(level).endswith(".")
    for domain in Domain:
        assert domain_name(domain)
        assert domain_sentence(domain).endswith(".")
    for start in Start:
        assert start.value in start_sentence(start)


def test_the_way_to_the_badge_adds_up() -> None:
    for claim in sample_topic().claims:
        way = way_to_badge(claim)
        assert way
        if claim.assessment is not None:
            start = Certainty(claim.assessment.start.value).circles
            moved = start + sum(step.move for step in way)
            assert min(4, max(1, moved)) == claim.certainty.circles
        said = {reason.text for reason in claim.reasons}
        assert said <= {step.reason for step in way}


def test_studies_are_counted_in_words() -> None:
    sentences = {studies_sentence(claim) for claim in sample_topic().claims}
    assert any("randomised trial" in sentence for sentence in sentences)
    assert all(not s or s.endswith(".") for s in sentences)
