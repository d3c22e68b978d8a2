"""A page held to PEMAT-P, the CDC index and clear print: what is found, and counted."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from reader.handout.standards import (
    ACTIONABLE,
    CDC,
    CLEAR_PRINT,
    EVERY_ITEM,
    UNDERSTANDABLE,
    Item,
    PageRatings,
    Standard,
    Verdict,
)
from reader.handout.standards_rating import rate
from reader.model.blocks import (
    BulletList,
    Cell,
    ListItem,
    Paragraph,
    Picture,
    Row,
    Table,
    Text,
)
from reader.model.topic import Kind, Section, Topic
from tests.fixtures.sample_topic import sample_topic

EASY = 5.0


def says(text: str) -> Paragraph:
    return Paragraph((Text(text),))


def good() -> Topic:
    """The sample topic without its chance of "1 in 100,000", and one question more."""
    asked = Section(
        "questions",
        "Questions for your care team",
        (BulletList((ListItem((says("Is there a trial near me?"),)),) * 3),),
    )
    topic = sample_topic()
    kept = (s for s in topic.sections if s.id not in {"what-it-is", asked.id})
    return replace(topic, sections=(*kept, asked))


def with_words(text: str) -> Topic:
    """The sample topic with one more paragraph."""
    more = Section("more", "Something more", (says(text),))
    return replace(good(), sections=(*good().sections, more))


def with_block(*blocks: BulletList | Table | Picture) -> Topic:
    more = Section("more", "Something more", blocks)
    return replace(good(), sections=(*good().sections, more))


def without(*section_ids: str) -> Topic:
    kept = (s for s in good().sections if s.id not in section_ids)
    return replace(good(), sections=tuple(kept))


def bare() -> Topic:
    """A page that says one thing and nothing else."""
    section = Section("what", "What it is", (says("It is rare."),))
    return replace(
        good(),
        sections=(section,),
        claims=(),
        heard=(),
        approvals=(),
        harms=(),
        terms=(),
    )


def verdict(topic: Topic, item: Item, grade: float = EASY) -> Verdict:
    (found,) = (r.verdict for r in rate(topic, grade).ratings if r.item is item)
    return found


def _long_list() -> Topic:
    return with_block(BulletList(tuple(ListItem((says("One."),)) for _ in range(8))))


def _empty_heading() -> Topic:
    empty = Section("intro", "Introduction", (says("It is rare."),))
    return replace(good(), sections=(*good().sections, empty))


def _number_alone() -> Topic:
    head = Row((Cell((Text("Year"),)), Cell((Text("People"),))))
    row = Row((Cell((Text("2020"),)), Cell((Text("417"),))))
    return with_block(Table(head, (row,)))


def _long_headings() -> Topic:
    long = Cell((Text("People who were followed up for longer than " * 3),))
    return with_block(Table(Row((long, long)), ()))


def _patients() -> Topic:
    return with_words("Patients should ask about tablets.")


MISSED: dict[str, tuple[Item, Callable[[], Topic]]] = {
    "terms": (UNDERSTANDABLE[4], lambda: replace(good(), terms=())),
    "1 in 5": (UNDERSTANDABLE[6], lambda: with_words("It strikes 1 in 5 people.")),
    "by per cent": (
        UNDERSTANDABLE[6],
        lambda: with_words("Of 100, 5 out of 100 died: 20% fewer than before."),
    ),
    "sums": (UNDERSTANDABLE[7], lambda: with_words("Multiply your weight by two.")),
    "a long paragraph": (UNDERSTANDABLE[8], lambda: with_words("word " * 101)),
    "a heading that says nothing": (UNDERSTANDABLE[9], _empty_heading),
    "no summary": (UNDERSTANDABLE[11], lambda: without("short-version")),
    "no cues": (UNDERSTANDABLE[12], bare),
    "long headings": (UNDERSTANDABLE[19], _long_headings),
    "no advice": (ACTIONABLE[20], bare),
    "patients should": (ACTIONABLE[21], _patients),
    "no steps": (ACTIONABLE[22], lambda: without("red-flags", "questions")),
    "no tool": (ACTIONABLE[23], lambda: without("questions")),
    "no message": (CDC[1], lambda: without("short-version")),
    "a message that comes late": (
        CDC[2],
        lambda: replace(good(), sections=good().sections[::-1]),
    ),
    "no picture": (CDC[4], bare),
    "a long list": (CDC[8], _long_list),
    "a number alone": (CDC[16], _number_alone),
    "two denominators": (
        CDC[17],
        lambda: with_words("It came in 5 out of 100 people, or 7 out of 1,000."),
    ),
    "no harms": (
        CDC[19],
        lambda: replace(bare(), claims=good().claims[:1], harms=()),
    ),
    "capitals": (CLEAR_PRINT[3], lambda: with_words("NEVER STOP YOUR TABLETS.")),
    "long words": (CLEAR_PRINT[4], lambda: with_words("immunosuppressants " * 30)),
}


@pytest.mark.parametrize("what", MISSED)
def test_what_breaks_an_item_is_found_and_the_sample_page_holds_it(what: str) -> None:
    item, make = MISSED[what]
    assert verdict(good(), item) is Verdict.HELD
    assert verdict(make(), item) is Verdict.MISSED


def test_a_hard_page_misses_everyday_words() -> None:
    assert verdict(good(), UNDERSTANDABLE[3], 8.0) is Verdict.HELD
    assert verdict(good(), UNDERSTANDABLE[3], 8.1) is Verdict.MISSED


def test_what_only_a_person_can_judge_is_never_decided() -> None:
    for item in (UNDERSTANDABLE[2], UNDERSTANDABLE[10], UNDERSTANDABLE[15], CDC[6]):
        assert verdict(good(), item) is Verdict.PERSON
        assert verdict(bare(), item) is Verdict.PERSON


def test_a_very_short_page_is_not_asked_for_pieces() -> None:
    note = replace(with_words("word " * 200), kind=Kind.MAP)
    assert verdict(note, UNDERSTANDABLE[8]) is Verdict.NOT_APPLICABLE


def test_numbers_are_not_asked_for_where_there_are_none() -> None:
    assert verdict(bare(), CDC[17]) is Verdict.NOT_APPLICABLE
    assert verdict(bare(), CDC[20]) is Verdict.NOT_APPLICABLE


def test_every_item_of_the_instruments_is_rated_once() -> None:
    rated = [rating.item for rating in rate(good(), EASY).ratings]
    assert rated == list(EVERY_ITEM)
    assert len(UNDERSTANDABLE) + len(ACTIONABLE) == 24
    assert sorted(CDC) == list(range(1, 21))


def test_a_score_counts_what_was_decided_alone() -> None:
    page = rate(without("questions"), EASY)
    score = page.score(Standard.ACTIONABLE)
    assert (score.held, score.decided) == (3, 4)
    assert score.percent == 75
    assert [rating.item for rating in page.missed()] == [ACTIONABLE[23]]


def test_nothing_to_decide_lowers_no_score() -> None:
    assert PageRatings("empty", "plain", ()).score(Standard.CDC).percent == 100
