"""Writes the blocks of a section."""

from collections.abc import Iterable
from typing import assert_never

from PySide6.QtGui import QFont, QTextCharFormat, QTextList, QTextListFormat

from reader.handout import words
from reader.model.blocks import (
    Block,
    BulletList,
    Citation,
    EvidenceTable,
    Heading,
    HeardAnswer,
    ListItem,
    NumberedList,
    Paragraph,
    Picture,
    Quote,
    Table,
)
from reader.model.evidence import Heard
from reader.model.plain import inline_text, inlines, runs
from reader.ui.topic_evidence import write_claims
from reader.ui.topic_objects import Drawing
from reader.ui.topic_tables import write_table
from reader.ui.topic_writer import BoxKind, PageWriter

_BULLETS = QTextListFormat.Style.ListDisc
_DOT = 0.75
_NUMBERS = QTextListFormat.Style.ListDecimal


def write_blocks(page: PageWriter, blocks: Iterable[Block]) -> None:
    """Write blocks in order."""
    for block in blocks:
        _write_block(page, block)


def _write_block(page: PageWriter, block: Block) -> None:
    match block:
        case Paragraph():
            page.start(page.style.paragraph())
            page.runs(block.children, page.style.words())
        case Heading():
            write_heading(page, block.level, block.id, inline_text(block.children))
        case BulletList():
            _write_list(page, block.items, _BULLETS)
        case NumberedList():
            _write_list(page, block.items, _NUMBERS)
        case Table():
            write_table(page, block)
        case EvidenceTable():
            named = (page.topic.claim(claim) for claim in block.claims)
            write_claims(page, [claim for claim in named if claim is not None])
        case Quote() | Picture() | HeardAnswer():
            _write_rarer(page, block)
        case _:  # pragma: no cover - mypy proves that nothing is left
            assert_never(block)


def _write_rarer(page: PageWriter, block: Quote | Picture | HeardAnswer) -> None:
    match block:
        case Quote():
            box = page.open_box(BoxKind.QUOTE, padding=0.9, after=0.9)
            write_blocks(page, block.blocks)
            page.close_box(box)
        case Picture():
            page.start(page.style.object_block())
            page.drawing(Drawing.PICTURE, block.name, page.style.look.percent)
            small = page.style.small_block(after=1.0)
            page.line(small, block.alternative, page.style.small_words())
        case HeardAnswer():
            answer = page.leaflet.answer(block.heard)
            if answer is not None:
                _write_answer(page, answer)


def write_heading(page: PageWriter, level: int, mark_id: str, title: str) -> None:
    """Write a heading and remember where it stands."""
    page.start(page.style.heading_block(level))
    page.mark(mark_id, level, title)
    page.words(title, page.style.heading_words(level))


def _write_list(
    page: PageWriter, items: Iterable[ListItem], style: QTextListFormat.Style
) -> None:
    list_: QTextList | QTextListFormat = page.begin_list(style)
    dots = style is _BULLETS
    mark = page.style.words(pixels=page.style.em(_DOT) if dots else None)
    for item in items:
        list_ = _write_item(page, item, mark, list_)
    page.end_list()


def _write_item(
    page: PageWriter,
    item: ListItem,
    mark: QTextCharFormat,
    list_: QTextList | QTextListFormat,
) -> QTextList:
    words_ = page.style.words()
    made = page.item(page.style.item(), mark, list_)
    rest = item.blocks
    if rest and isinstance(rest[0], Paragraph):
        page.runs(rest[0].children, words_)
        rest = rest[1:]
    write_blocks(page, rest)
    return made


def _write_answer(page: PageWriter, heard: Heard) -> None:
    """A thing people hear, as a question, and what we say to it."""
    style = page.style
    write_heading(page, 3, f"heard-{heard.id}", heard.question)
    verdict = style.words(colour=style.theme.heading, weight=QFont.Weight.Bold)
    page.start(style.paragraph(after=0.2))
    page.words(f"{words.OUR_ANSWER}: {heard.verdict.phrase}.", verdict)
    cited = _cited(heard)
    page.cite([s for s in heard.sources if s not in cited])
    write_blocks(page, heard.answer)
    for claim_id in heard.claims:
        claim = page.topic.claim(claim_id)
        if claim is not None:
            page.start(style.paragraph(after=0.4))
            page.badge(claim.certainty, claim.id)
            page.words(f" {claim.treatment}", style.small_words())


def _cited(heard: Heard) -> set[str]:
    """The sources that the words of the answer cite themselves."""
    return {
        source
        for block in heard.answer
        for run in runs(block)
        for inline in inlines(run)
        if isinstance(inline, Citation)
        for source in inline.sources
    }
