"""What stands on the one-page summary of a topic, chosen by rules.

Nothing is shortened here. The short version and the red flags stand whole; of the
graded results and of the questions some are taken, the most telling first.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, cycle, zip_longest

from reader.model.blocks import (
    Block,
    BulletList,
    Citation,
    Emphasis,
    EvidenceTable,
    Heading,
    Inline,
    ListItem,
    NumberedList,
    Paragraph,
    Quote,
    Strong,
    TopicLink,
    WebLink,
)
from reader.model.evidence import Claim, Direction, Source, Therapy
from reader.model.frozen import dataclass
from reader.model.grade import Certainty
from reader.model.topic import Section, Topic

SHORT_VERSION = "short-version"
RED_FLAGS = "red-flags"
QUESTIONS = "questions"

MOST_RESULTS = 5
FEWEST_RESULTS = 3
"""A summary with less room takes fewer results, but without a note or a letterhead
never fewer than these."""

SCARCE_RESULTS = 2
"""Beside a note or a letterhead: one of what helps, and one of cell therapy."""

MOST_QUESTIONS = 3


@dataclass(frozen=True, slots=True)
class Summary:
    """The parts of a summary, without marks of sources: there is no list of them.

    Attributes:
        short: What the page says in short.
        red_flags: When to get help, whole; None where the page has no such part.
        questions_title: The heading above the questions.
        questions: The first questions of the page.
        results: The chosen results, the one to keep longest first.
        order: Every result's place on the page, by the id of its claim.
        all_results: How many results the whole page has.
        read_more: Where a patient can read on, if a public page is known.
    """

    short: Section
    red_flags: Section | None
    questions_title: str
    questions: tuple[ListItem, ...]
    results: tuple[Claim, ...]
    order: dict[str, int]
    all_results: int
    read_more: Source | None

    def first(self, count: int) -> tuple[Claim, ...]:
        """So many results, in the order in which the page shows them."""
        kept = self.results[:count]
        return tuple(sorted(kept, key=lambda claim: self.order[claim.id]))


def summarise(topic: Topic) -> Summary | None:
    """Choose what stands on the summary of a topic.

    Returns:
        None for a page without a short version, which cannot be summed up.
    """
    short = topic.section(SHORT_VERSION)
    if short is None or not short.blocks:
        return None
    flags = topic.section(RED_FLAGS)
    asked = topic.section(QUESTIONS)
    shown = _in_order(topic)
    return Summary(
        short=_bare_section(short),
        red_flags=_bare_section(flags) if flags is not None else None,
        questions_title=asked.title if asked is not None else "",
        questions=tuple(_questions(asked))[:MOST_QUESTIONS],
        results=rank_results(shown)[:MOST_RESULTS],
        order={claim.id: place for place, claim in enumerate(shown)},
        all_results=len(shown),
        read_more=read_more(topic),
    )


def read_more(topic: Topic) -> Source | None:
    """The public page that the topic sends its readers to, if it has one."""
    source = topic.source(topic.read_more) if topic.read_more else None
    return source if source is not None and source.url else None


_TURNS = (Therapy.CARE, Therapy.CELLS, Therapy.CARE, Therapy.CELLS, Therapy.CELLS)
"""Whose result comes first, second and so on, as long as both have one."""


def rank_results(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Results in the order in which a short table keeps them.

    What helps comes first, then what cell therapy was shown to do, turn by turn, so
    that a table of any length is fair to both. Of the cell therapy every harm comes
    before any benefit. A benefit comes only after a result that shows none and one
    that we are very unsure of, where there are such: a short table never holds
    good news alone.

    Args:
        claims: All results of a page, in its order.
    """
    given = tuple(claims)
    waiting = {
        Therapy.CARE: deque(_care([c for c in given if c.therapy is Therapy.CARE])),
        Therapy.CELLS: deque(_cells([c for c in given if c.therapy is Therapy.CELLS])),
    }
    turns = chain(_TURNS, cycle(Therapy))
    ranked: list[Claim] = []
    while any(waiting.values()):
        turn = next(turns)
        other = Therapy.CELLS if turn is Therapy.CARE else Therapy.CARE
        ranked.append((waiting[turn] or waiting[other]).popleft())
    return tuple(ranked)


_SURENESS = {level: place for place, level in enumerate(Certainty)}
_UNSURE = frozenset({Certainty.VERY_LOW, Certainty.NONE})


def _care(claims: list[Claim]) -> list[Claim]:
    """What helps and is surest first, each treatment once before any comes again."""
    return _each_treatment_first(sorted(claims, key=_helpfulness))


def _helpfulness(claim: Claim) -> tuple[bool, int]:
    helps = claim.direction is Direction.BENEFIT and claim.certainty not in _UNSURE
    return (not helps, _SURENESS[claim.certainty])


def _cells(claims: list[Claim]) -> list[Claim]:
    """Harms, and then in turn no clear gain, great uncertainty and benefit."""
    harms = [c for c in claims if c.direction is Direction.HARM]
    others = [c for c in claims if c.direction is not Direction.HARM]
    unsure = _each_treatment_first([c for c in others if c.certainty in _UNSURE])
    sure = [c for c in others if c.certainty not in _UNSURE]
    sure = _each_treatment_first(sorted(sure, key=_sureness))
    good = [c for c in sure if c.direction is Direction.BENEFIT]
    sober = [c for c in sure if c.direction is not Direction.BENEFIT]
    rounds = zip_longest(sober, unsure, good)
    return harms + [claim for turn in rounds for claim in turn if claim is not None]


def _sureness(claim: Claim) -> int:
    return _SURENESS[claim.certainty]


def _each_treatment_first(claims: list[Claim]) -> list[Claim]:
    firsts = {claim.treatment: claim for claim in reversed(claims)}
    leading = [claim for claim in claims if firsts[claim.treatment] is claim]
    return leading + [c for c in claims if firsts[c.treatment] is not c]


def _in_order(topic: Topic) -> tuple[Claim, ...]:
    """The results in the order in which the page shows them."""
    places = {
        claim: None
        for section in topic.sections
        for block in section.blocks
        if isinstance(block, EvidenceTable)
        for claim in block.claims
    }
    found = (topic.claim(claim_id) for claim_id in places)
    return tuple(claim for claim in found if claim is not None)


def _questions(section: Section | None) -> Iterator[ListItem]:
    for block in section.blocks if section is not None else ():
        if isinstance(block, BulletList | NumberedList):
            yield from (_bare_item(item) for item in block.items)


def _bare_section(section: Section) -> Section:
    return replace(section, blocks=_bare_blocks(section.blocks))


def _bare_blocks(blocks: Iterable[Block]) -> tuple[Block, ...]:
    return tuple(_bare(block) for block in blocks)


def _bare_item(item: ListItem) -> ListItem:
    return ListItem(_bare_blocks(item.blocks))


def _bare(block: Block) -> Block:
    """The block without citations; a table or a picture stays as it is."""
    match block:
        case Paragraph() | Heading():
            return replace(block, children=_bare_inlines(block.children))
        case BulletList() | NumberedList():
            return replace(block, items=tuple(_bare_item(i) for i in block.items))
        case Quote():
            return Quote(_bare_blocks(block.blocks))
        case _:
            return block


def _bare_inlines(children: Iterable[Inline]) -> tuple[Inline, ...]:
    return tuple(_bare_inline(c) for c in children if not isinstance(c, Citation))


def _bare_inline(inline: Inline) -> Inline:
    if isinstance(inline, Strong | Emphasis | TopicLink | WebLink):
        return replace(inline, children=_bare_inlines(inline.children))
    return inline
