"""What stands on the one-page summary, and in which order it gives way."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.blocks import (
    BulletList,
    Citation,
    EvidenceTable,
    Inline,
    ListItem,
    NumberedList,
    Paragraph,
    Strong,
    Text,
)
from reader.model.evidence import Claim, Direction, Source, Therapy
from reader.model.grade import Certainty
from reader.model.plain import block_text
from reader.model.summary import MOST_RESULTS, rank_results, read_more, summarise
from reader.model.topic import Section, Topic
from tests.fixtures.sample_evidence import CLAIMS
from tests.fixtures.sample_topic import sample_topic

UNSURE = {Certainty.VERY_LOW, Certainty.NONE}


def claim(
    name: str,
    therapy: Therapy,
    certainty: Certainty,
    direction: Direction = Direction.BENEFIT,
    treatment: str = "",
) -> Claim:
    return replace(
        CLAIMS[0],
        id=name,
        therapy=therapy,
        certainty=certainty,
        direction=direction,
        treatment=treatment or name,
    )


def is_promise(result: Claim) -> bool:
    """A gain of a cell therapy that is more than very uncertain."""
    return (
        result.therapy is Therapy.CELLS
        and result.direction is Direction.BENEFIT
        and result.certainty not in UNSURE
    )


def is_warning(result: Claim) -> bool:
    return result.therapy is Therapy.CELLS and (
        result.direction is Direction.HARM or result.certainty in UNSURE
    )


def names(claims: tuple[Claim, ...]) -> list[str]:
    return [result.id for result in claims]


@st.composite
def pages(draw: st.DrawFn) -> tuple[Claim, ...]:
    drawn = draw(
        st.lists(
            st.tuples(
                st.sampled_from(Therapy),
                st.sampled_from(Certainty),
                st.sampled_from(Direction),
                st.sampled_from(("one", "two", "three")),
            ),
            max_size=12,
        )
    )
    return tuple(
        claim(f"c{place}", therapy, certainty, direction, f"{therapy} {treatment}")
        for place, (therapy, certainty, direction, treatment) in enumerate(drawn)
    )


@given(pages())
def test_every_result_is_ranked_once(claims: tuple[Claim, ...]) -> None:
    assert sorted(names(rank_results(claims))) == sorted(names(claims))


@given(pages(), st.integers(1, MOST_RESULTS))
def test_a_short_table_never_holds_good_news_of_cells_alone(
    claims: tuple[Claim, ...], count: int
) -> None:
    kept = rank_results(claims)[:count]
    if any(map(is_promise, kept)) and any(map(is_warning, claims)):
        assert any(map(is_warning, kept))


@given(pages(), st.integers(1, MOST_RESULTS))
def test_no_harm_of_cells_gives_way_to_a_benefit_of_them(
    claims: tuple[Claim, ...], count: int
) -> None:
    kept = rank_results(claims)[:count]
    harms = {c for c in claims if c.therapy is Therapy.CELLS and c.direction == "harm"}
    if any(map(is_promise, kept)):
        assert harms <= set(kept)


@given(pages(), st.integers(2, MOST_RESULTS))
def test_a_table_of_two_or_more_tells_of_both_what_helps_and_cells(
    claims: tuple[Claim, ...], count: int
) -> None:
    kept = rank_results(claims)[:count]
    assert {c.therapy for c in kept} == {c.therapy for c in claims}


def test_what_helps_and_is_surest_comes_first() -> None:
    ranked = rank_results(
        (
            claim("vague", Therapy.CARE, Certainty.VERY_LOW),
            claim("low", Therapy.CARE, Certainty.LOW),
            claim("useless", Therapy.CARE, Certainty.HIGH, Direction.MIXED),
            claim("high", Therapy.CARE, Certainty.HIGH),
        )
    )
    assert names(ranked) == ["high", "low", "useless", "vague"]


def test_a_second_result_of_a_treatment_waits_for_other_treatments() -> None:
    ranked = rank_results(
        (
            claim("pill-life", Therapy.CARE, Certainty.HIGH, treatment="pill"),
            claim("pill-mood", Therapy.CARE, Certainty.HIGH, treatment="pill"),
            claim("mask", Therapy.CARE, Certainty.LOW),
        )
    )
    assert names(ranked) == ["pill-life", "mask", "pill-mood"]


def test_results_stand_in_the_order_of_the_page() -> None:
    topic = sample_topic()
    summary = summarise(topic)
    assert summary is not None
    shown = [
        claim_id
        for section in topic.sections
        for block in section.blocks
        if isinstance(block, EvidenceTable)
        for claim_id in block.claims
    ]
    for count in range(1, len(summary.results) + 1):
        ids = names(summary.first(count))
        assert ids == [claim_id for claim_id in shown if claim_id in ids]
        assert len(ids) == count


def said(text: str, *more: Inline) -> ListItem:
    return ListItem((Paragraph((Text(text), *more)),))


def topic_with(*sections: Section) -> Topic:
    return replace(sample_topic(), sections=sections)


def test_short_version_and_red_flags_stand_whole_but_without_marks_of_sources() -> None:
    cited = Citation(("marlow-review-2024",))
    short = BulletList((said("One.", cited), said("Two.")))
    flags = (
        Paragraph((Strong((Text("Call"), cited)), Text(" now if:"))),
        BulletList(tuple(said(f"sign {n}", cited) for n in range(12))),
    )
    summary = summarise(
        topic_with(
            Section("short-version", "In short", (short,)),
            Section("red-flags", "Help", flags),
        )
    )
    assert summary is not None
    assert summary.red_flags is not None
    assert "Citation" not in repr(summary)
    assert [block_text(block) for block in summary.short.blocks] == [block_text(short)]
    assert [block_text(b) for b in summary.red_flags.blocks] == [
        block_text(block) for block in flags
    ]


def test_the_first_three_questions_are_asked() -> None:
    asked = NumberedList(tuple(said(f"Question {n}?") for n in range(1, 7)))
    after = Paragraph((Text("Bring this sheet."),))
    summary = summarise(
        topic_with(
            Section("short-version", "In short", (Paragraph((Text("Yes."),)),)),
            Section("questions", "Ask", (asked, after)),
        )
    )
    assert summary is not None
    assert [block_text(item.blocks[0]) for item in summary.questions] == [
        "Question 1?",
        "Question 2?",
        "Question 3?",
    ]


def test_a_page_without_a_short_version_cannot_be_summed_up() -> None:
    assert summarise(topic_with(Section("top", "", ()))) is None


@pytest.mark.parametrize("named", ["", "unknown", "without-address"])
def test_without_a_public_page_there_is_nowhere_to_read_on(named: str) -> None:
    bare = Source("without-address", "book", "A book", doi="10.1234/book")
    topic = replace(sample_topic(), sources=(bare,), read_more=named)
    assert read_more(topic) is None


def test_a_page_to_read_on_in_is_the_named_source() -> None:
    page = Source("page", "webpage", "A page", url="https://example.org/marlow")
    topic = replace(sample_topic(), sources=(page,), read_more="page")
    assert read_more(topic) is page
