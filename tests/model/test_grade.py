"""GRADE over the whole space of assessments."""

from itertools import product

import pytest

from reader.model.grade import (
    DOWN,
    HIGHEST_STEP,
    UP,
    Assessment,
    Certainty,
    Domain,
    Scale,
    Start,
    derive,
    from_published,
    step_range,
)

DOWN_STEPS = (0, -1, -2)
LEVELS = (Certainty.VERY_LOW, Certainty.LOW, Certainty.MODERATE, Certainty.HIGH)


def every_assessment() -> list[Assessment]:
    """All 2 x 3^5 x 3 x 2 x 2 of them: few enough to try each."""
    ups = [range(HIGHEST_STEP[domain] + 1) for domain in UP]
    return [
        Assessment(start, *steps)
        for start in Start
        for steps in product(*([DOWN_STEPS] * len(DOWN)), *ups)
    ]


EVERY = every_assessment()


def test_the_space_is_whole() -> None:
    assert len(EVERY) == 2 * 3**5 * 3 * 2 * 2


def test_every_assessment_has_one_of_the_four_levels() -> None:
    assert {assessment.certainty for assessment in EVERY} == set(LEVELS)


def test_levels_follow_the_sum_of_steps_between_floor_and_ceiling() -> None:
    for assessment in EVERY:
        start = 3 if assessment.start is Start.HIGH else 1
        total = start + sum(step for _, step in assessment.every_step())
        assert derive(assessment) is LEVELS[min(max(total, 0), 3)], assessment


def test_trials_without_fault_are_high_and_other_studies_low() -> None:
    assert Assessment(Start.HIGH).certainty is Certainty.HIGH
    assert Assessment(Start.LOW).certainty is Certainty.LOW


def test_one_more_step_down_never_makes_us_surer() -> None:
    order = {level: rank for rank, level in enumerate(LEVELS)}
    for assessment in EVERY:
        values = dict(assessment.every_step())
        for domain in DOWN:
            if values[domain] == -2:
                continue
            steps = {d.value: step for d, step in values.items()}
            steps[domain.value] -= 1
            lower = Assessment(assessment.start, **steps)
            assert order[lower.certainty] <= order[assessment.certainty]


@pytest.mark.parametrize("domain", list(Domain))
def test_a_step_outside_its_range_is_refused(domain: Domain) -> None:
    lowest, highest = step_range(domain)
    for step in (lowest - 1, highest + 1):
        with pytest.raises(ValueError, match=domain.value):
            Assessment(Start.LOW, **{domain.value: step})


def test_steps_name_only_what_moves_the_level() -> None:
    assessment = Assessment(Start.HIGH, imprecision=-1, risk_of_bias=-2)
    assert assessment.steps == ((Domain.RISK_OF_BIAS, -2), (Domain.IMPRECISION, -1))


@pytest.mark.parametrize(
    ("rating", "scale", "level"),
    [
        ("High", Scale.GRADE, Certainty.HIGH),
        ("very low", Scale.GRADE, Certainty.VERY_LOW),
        ("very-low", Scale.GRADE, Certainty.VERY_LOW),
        ("B", Scale.LETTERS, Certainty.MODERATE),
        ("d", Scale.LETTERS, Certainty.VERY_LOW),
    ],
)
def test_published_ratings_keep_their_level(
    rating: str, scale: Scale, level: Certainty
) -> None:
    assert from_published(rating, scale) is level


@pytest.mark.parametrize(
    ("rating", "scale"),
    [("none", Scale.GRADE), ("strong", Scale.GRADE), ("E", Scale.LETTERS)],
)
def test_a_rating_that_the_scale_does_not_know_is_refused(
    rating: str, scale: Scale
) -> None:
    with pytest.raises(ValueError, match="no rating"):
        from_published(rating, scale)
