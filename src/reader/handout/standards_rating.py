"""A page held to the standards, item by item."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final, TypeAlias

from reader.handout.leaflet import QUESTIONS, RED_FLAGS, SUMMARY
from reader.handout.options import Print
from reader.handout.standards import (
    ACTIONABLE,
    CDC,
    CLEAR_PRINT,
    UNDERSTANDABLE,
    Item,
    PageRatings,
    Rating,
    Verdict,
)
from reader.handout.standards_facts import Facts, stretches
from reader.model.blocks import BulletList, NumberedList
from reader.model.evidence import Direction
from reader.model.plain import inline_text
from reader.model.topic import Kind, Topic

EASY_GRADE: Final = 8.0
"""The highest Flesch-Kincaid grade of everyday words (NIH: below the eighth)."""

LONGEST_PIECE: Final = 100
"""Words of one paragraph."""

LONGEST_STRETCH: Final = 260
"""Words without a heading, a list or a table."""

LONGEST_LIST: Final = 7
"""Points of one list (CDC, item 8)."""

_LONGEST_HEADING = 12
_FEWEST_QUESTIONS = 3
_MOST_LONG_WORDS = 0.02
_NORMAL_LEAST = 12
_LARGE_LEAST = 18
_SAYS_NOTHING = frozenset(
    {"introduction", "overview", "background", "general", "conclusion", "discussion"}
)
_SHORT_KINDS = frozenset({Kind.MAP, Kind.PLAIN})
"""Very short material, for which PEMAT asks neither for pieces nor for a summary."""

Answer: TypeAlias = tuple[Verdict, str]
Rule: TypeAlias = Callable[[Facts, float], Answer]

_PERSON: Final[Answer] = (Verdict.PERSON, "")
_NONE: Final[Answer] = (Verdict.NOT_APPLICABLE, "")


def rate(topic: Topic, grade: float) -> PageRatings:
    """Hold a page to every item.

    Args:
        topic: The page.
        grade: Its Flesch-Kincaid grade, as the library keeps it.
    """
    facts = Facts(topic)
    ratings = (
        rating
        for items, rules in (
            (UNDERSTANDABLE, _UNDERSTANDABLE),
            (ACTIONABLE, _ACTIONABLE),
            (CDC, _CDC),
            (CLEAR_PRINT, _CLEAR_PRINT),
        )
        for rating in _rated(items, rules, facts, grade)
    )
    return PageRatings(topic.slug, topic.kind.value, tuple(ratings))


def _rated(
    items: Mapping[int, Item], rules: Mapping[int, Rule], facts: Facts, grade: float
) -> Iterator[Rating]:
    for number, item in items.items():
        rule = rules.get(number)
        verdict, why = rule(facts, grade) if rule else _PERSON
        yield Rating(item, verdict, why)


def _if(held: object, why: str = "") -> Answer:
    return (Verdict.HELD, "") if held else (Verdict.MISSED, why)


# ---- PEMAT-P --------------------------------------------------------------------


def _everyday_words(_facts: Facts, grade: float) -> Answer:
    return _if(grade <= EASY_GRADE, f"reading grade {grade:.1f}")


def _terms_explained(facts: Facts, _grade: float) -> Answer:
    lacking = ", ".join(facts.unexplained)
    return _if(not lacking, f"not explained: {lacking}")


def _clear_numbers(facts: Facts, _grade: float) -> Answer:
    if not facts.has_chances:
        return _NONE
    bad = facts.one_in or facts.relative or facts.mixed_denominators
    return _if(not bad, f"hard to compare: {bad}")


def _no_calculation(facts: Facts, _grade: float) -> Answer:
    return _if(not facts.calculation, f"to work out: {facts.calculation}")


def _short_pieces(facts: Facts, _grade: float) -> Answer:
    if facts.topic.kind in _SHORT_KINDS:
        return _NONE
    longest = max((len(text.split()) for text in facts.paragraphs), default=0)
    return _if(longest <= LONGEST_PIECE, f"a paragraph of {longest} words")


def _headings(facts: Facts, _grade: float) -> Answer:
    if facts.topic.kind in _SHORT_KINDS:
        return _NONE
    sections = facts.leaflet.sections
    empty = [s.title for s in sections if s.title.strip(" :?").lower() in _SAYS_NOTHING]
    if empty:
        return _if(held=False, why=f"the heading {empty[0]!r} says nothing")
    longest = max((n for s in sections for n in stretches(s.blocks)), default=0)
    return _if(longest <= LONGEST_STRETCH, f"{longest} words without a heading")


def _summary(facts: Facts, _grade: float) -> Answer:
    if facts.topic.kind is Kind.PLAIN:
        return _NONE
    return _if(facts.section(SUMMARY), "no short version")


def _cues(facts: Facts, _grade: float) -> Answer:
    boxed = facts.section(SUMMARY) or facts.section(RED_FLAGS)
    return _if(boxed or facts.lists, "no box and no list")


def _captions(facts: Facts, _grade: float) -> Answer:
    if facts.pictures:
        return _PERSON
    return _if(held=True) if facts.has_arrays else _NONE


def _simple_tables(facts: Facts, _grade: float) -> Answer:
    if not facts.tables and not facts.has_evidence:
        return _NONE
    heads = [
        inline_text(cell.children)
        for table in facts.tables
        for cell in (*table.header.cells, *(r.cells[0] for r in table.rows if r.cells))
    ]
    heads += [claim.treatment for claim in facts.topic.claims]
    long = [head for head in heads if len(head.split()) > _LONGEST_HEADING]
    return _if(not long, f"a long heading: {long[0]}" if long else "")


def _advice(facts: Facts, _grade: float) -> Answer:
    return _if(facts.advice, "nothing says what to do")


def _to_the_reader(facts: Facts, _grade: float) -> Answer:
    return _if(facts.addresses, "does not speak to the reader")


def _steps(facts: Facts, _grade: float) -> Answer:
    sections = (facts.section(RED_FLAGS), facts.section(QUESTIONS))
    listed = any(
        isinstance(block, BulletList | NumberedList)
        for section in sections
        if section is not None
        for block in section.blocks
    )
    return _if(listed, "what to do is no list")


def _tool(facts: Facts, _grade: float) -> Answer:
    section = facts.section(QUESTIONS)
    blocks = section.blocks if section is not None else ()
    asked = sum(
        len(block.items)
        for block in blocks
        if isinstance(block, BulletList | NumberedList)
    )
    return _if(asked >= _FEWEST_QUESTIONS, "no list of questions to take along")


def _calculations_shown(facts: Facts, _grade: float) -> Answer:
    return _PERSON if facts.calculation else _NONE


def _tables_to_act(facts: Facts, _grade: float) -> Answer:
    shown = facts.tables or facts.has_evidence or facts.has_arrays
    return _PERSON if shown else _NONE


def _with_pictures(facts: Facts, _grade: float) -> Answer:
    return _PERSON if facts.pictures or facts.has_arrays else _NONE


_UNDERSTANDABLE: Final[dict[int, Rule]] = {
    3: _everyday_words,
    4: _terms_explained,
    6: _clear_numbers,
    7: _no_calculation,
    8: _short_pieces,
    9: _headings,
    11: _summary,
    12: _cues,
    16: _with_pictures,
    17: _captions,
    18: _with_pictures,
    19: _simple_tables,
}
_ACTIONABLE: Final[dict[int, Rule]] = {
    20: _advice,
    21: _to_the_reader,
    22: _steps,
    23: _tool,
    24: _calculations_shown,
    25: _tables_to_act,
}

# ---- CDC Clear Communication Index ----------------------------------------------


def _one_message(facts: Facts, _grade: float) -> Answer:
    blocks = [s for s in facts.leaflet.sections if s.id == SUMMARY]
    return _if(len(blocks) == 1, "no short version")


def _message_first(facts: Facts, _grade: float) -> Answer:
    first = facts.leaflet.sections[0].id if facts.leaflet.sections else ""
    return _if(first == SUMMARY, "the short version does not come first")


def _picture(facts: Facts, _grade: float) -> Answer:
    return _if(facts.pictures or facts.has_arrays, "no picture, no icon array")


def _short_lists(facts: Facts, _grade: float) -> Answer:
    if not facts.lists:
        return _if(held=False, why="no list")
    most = max(len(block.items) for block in facts.lists)
    return _if(most <= LONGEST_LIST, f"a list of {most} points")


def _known(facts: Facts, _grade: float) -> Answer:
    return _if(held=True) if facts.has_evidence else _PERSON


def _when_to_ask(facts: Facts, _grade: float) -> Answer:
    return _if(held=True) if facts.section(RED_FLAGS) else _PERSON


def _numbers_explained(facts: Facts, _grade: float) -> Answer:
    if not facts.has_chances and not facts.bare_numbers:
        return _NONE
    return _if(not facts.bare_numbers, f"{facts.bare_numbers} bare numbers in tables")


def _nothing_to_calculate(facts: Facts, _grade: float) -> Answer:
    if not facts.has_chances:
        return _NONE
    bad = facts.calculation or facts.mixed_denominators
    return _if(not bad, f"to work out: {bad}")


def _if_chances(facts: Facts, _grade: float) -> Answer:
    return _PERSON if facts.has_chances else _NONE


def _both_sides(facts: Facts, _grade: float) -> Answer:
    if not facts.topic.claims:
        return _PERSON
    benefit = any(c.direction is not Direction.HARM for c in facts.topic.claims)
    return _if(benefit and facts.names_harm, "benefits without harms, or harms alone")


def _chances_in_words(facts: Facts, _grade: float) -> Answer:
    if not facts.has_chances:
        return _NONE
    # A badge says in words what each finding comes to.
    return _if(held=True) if facts.has_evidence else _PERSON


_CDC: Final[dict[int, Rule]] = {
    1: _one_message,
    2: _message_first,
    3: _one_message,
    4: _picture,
    5: _advice,
    8: _short_lists,
    9: _headings,
    11: _known,
    12: _advice,
    14: _when_to_ask,
    15: _if_chances,
    16: _numbers_explained,
    17: _nothing_to_calculate,
    18: _if_chances,
    19: _both_sides,
    20: _chances_in_words,
}

# ---- clear print ----------------------------------------------------------------


def _normal_size(_facts: Facts, _grade: float) -> Answer:
    points = Print.NORMAL.points
    return _if(points >= _NORMAL_LEAST, f"{points} point")


def _large_size(_facts: Facts, _grade: float) -> Answer:
    points = min(Print.LARGE.points, Print.EXTRA_LARGE.points)
    return _if(points >= _LARGE_LEAST, f"{points} point")


def _no_capitals(facts: Facts, _grade: float) -> Answer:
    return _if(not facts.capitals, f"in capitals: {facts.capitals}")


def _few_long_words(facts: Facts, _grade: float) -> Answer:
    most = _MOST_LONG_WORDS * max(len(facts.words.split()), 1)
    return _if(facts.long_words <= most, f"{facts.long_words} very long words")


_CLEAR_PRINT: Final[dict[int, Rule]] = {
    1: _normal_size,
    2: _large_size,
    3: _no_capitals,
    4: _few_long_words,
}
