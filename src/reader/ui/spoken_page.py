"""What is said of a page, in the order in which the page shows it.

All of it but the list of sources. Numbers of sources and addresses are left out, a
badge is said in words, and the cells of a table get the names of their columns.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import assert_never

from reader.handout import words
from reader.handout.icon_array import absolute_sentence
from reader.handout.leaflet import RED_FLAGS, SUMMARY, Leaflet, make_leaflet
from reader.model.blocks import (
    Block,
    BulletList,
    Cell,
    Citation,
    EvidenceTable,
    Heading,
    HeardAnswer,
    Inline,
    LineBreak,
    ListItem,
    NumberedList,
    Paragraph,
    Picture,
    Quote,
    Table,
    Term,
    Text,
    WebLink,
)
from reader.model.evidence import Claim, Heard
from reader.model.plain import inline_text
from reader.model.topic import Topic
from reader.model.wording import statement
from reader.speech.sentences import Passage, Sentence, sentences
from reader.ui.model_words import level_heard, system_name

_BOXED = (SUMMARY, RED_FLAGS)
_CUT = "\x1f"
"""Stands where the page shows something that is not said."""


def spoken_page(topic: Topic) -> tuple[Sentence, ...]:
    """The sentences of a topic, from its title to the end of its text."""
    walk = _Walk(topic, make_leaflet(topic))
    return sentences((*walk.head(), *walk.sections()))


@dataclass(frozen=True, slots=True)
class _Walk:
    topic: Topic
    leaflet: Leaflet

    def head(self) -> Iterator[Passage]:
        leaflet = self.leaflet
        yield _plain("", leaflet.title)
        names = " · ".join(leaflet.also_called)
        if names:
            yield _plain("", f"{words.ALSO_CALLED} {names}")
        yield _plain("", system_name(self.topic.system))
        for part in (words.checked_on(leaflet.checked), leaflet.status):
            yield _plain("", part)

    def sections(self) -> Iterator[Passage]:
        here = ""
        for section in self.leaflet.sections:
            # Words without a heading belong to the part that they follow.
            if section.title or section.id in _BOXED:
                here = section.id
            yield _plain(here, section.title)
            yield from self._blocks(here, section.blocks)

    def _blocks(self, section: str, blocks: Iterable[Block]) -> Iterator[Passage]:
        for block in blocks:
            yield from self._block(section, block)

    def _block(self, section: str, block: Block) -> Iterator[Passage]:
        match block:
            case Paragraph() | Heading():
                yield _passage(section, block.children)
            case BulletList():
                yield from self._items(section, block.items, counted=False)
            case NumberedList():
                yield from self._items(section, block.items, counted=True)
            case Quote():
                yield from self._blocks(section, block.blocks)
            case Table() | Picture() | EvidenceTable() | HeardAnswer():
                yield from self._rarer(section, block)
            case _:  # pragma: no cover - mypy proves that nothing is left
                assert_never(block)

    def _rarer(
        self, section: str, block: Table | Picture | EvidenceTable | HeardAnswer
    ) -> Iterator[Passage]:
        match block:
            case Table():
                yield from _table(section, block)
            case Picture():
                before = f"{words.PICTURE}: "
                yield Passage(section, (block.alternative,), before)
            case EvidenceTable():
                for claim_id in block.claims:
                    claim = self.topic.claim(claim_id)
                    if claim is not None:
                        yield from _claim(section, claim)
            case HeardAnswer():
                heard = self.leaflet.answer(block.heard)
                if heard is not None:
                    yield from self._answer(section, heard)

    def _items(
        self, section: str, items: Iterable[ListItem], *, counted: bool
    ) -> Iterator[Passage]:
        for number, item in enumerate(items, start=1):
            blocks = item.blocks
            if counted and blocks and isinstance(blocks[0], Paragraph):
                yield _passage(section, blocks[0].children, f"{number}: ")
                blocks = blocks[1:]
            yield from self._blocks(section, blocks)

    def _answer(self, section: str, heard: Heard) -> Iterator[Passage]:
        yield _plain(section, heard.question)
        yield _plain(section, f"{words.OUR_ANSWER}: {heard.verdict.phrase}.")
        yield from self._blocks(section, heard.answer)
        for claim_id in heard.claims:
            claim = self.topic.claim(claim_id)
            if claim is not None:
                yield _plain(section, claim.treatment)
                yield _badge(section, claim)


def _claim(section: str, claim: Claim) -> Iterator[Passage]:
    """A row of evidence: the treatment, what was found, and how sure we are."""
    yield _plain(section, claim.treatment)
    yield _plain(section, words.compared_with(claim))
    short = statement(claim.certainty, claim.direction, claim.size).short
    yield _plain(section, f"{short}: {claim.outcome}")
    yield _plain(section, claim.finding)
    if claim.absolute:
        yield _plain(section, absolute_sentence(claim.absolute))
    yield _badge(section, claim)


def _badge(section: str, claim: Claim) -> Passage:
    return Passage(section, (level_heard(claim.certainty),), badge=True)


def _table(section: str, table: Table) -> Iterator[Passage]:
    for row in table.rows:
        for title, cell in zip(table.header.cells, row.cells, strict=False):
            yield _passage(section, cell.children, _column(title))


def _column(title: Cell) -> str:
    name = inline_text(title.children).strip()
    return f"{name}: " if name else ""


def _plain(section: str, text: str) -> Passage:
    return Passage(section, (text,))


def _passage(section: str, children: Iterable[Inline], before: str = "") -> Passage:
    marked = "".join(_letters(child) for child in children)
    return Passage(section, tuple(marked.split(_CUT)), before)


def _letters(inline: Inline) -> str:
    match inline:
        case Text() | Term():
            return inline.text.replace(_CUT, " ")
        case LineBreak():
            return "\n"
        case Citation():
            return _CUT
        case WebLink():
            return "".join(map(_letters, inline.children)) + _CUT
        case _:
            return "".join(map(_letters, inline.children))
