"""Blocks as plain words: for searching, counting and reading aloud."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from reader.model.blocks import (
    Block,
    BulletList,
    Citation,
    EvidenceTable,
    Heading,
    HeardAnswer,
    Inline,
    LineBreak,
    NumberedList,
    Paragraph,
    Picture,
    Quote,
    Row,
    Table,
    Term,
    Text,
)


def inline_text(children: Iterable[Inline]) -> str:
    """The words of a run; citations have none."""
    return "".join(_words(child) for child in children)


def _words(inline: Inline) -> str:
    if isinstance(inline, Text | Term):
        return inline.text
    if isinstance(inline, LineBreak):
        return "\n"
    if isinstance(inline, Citation):
        return ""
    return inline_text(inline.children)


def runs(block: Block) -> Iterator[tuple[Inline, ...]]:
    """Every run of words in a block, in reading order."""
    match block:
        case Paragraph() | Heading():
            yield block.children
        case BulletList() | NumberedList():
            yield from _inner_runs(b for item in block.items for b in item.blocks)
        case Quote():
            yield from _inner_runs(block.blocks)
        case Table():
            yield from _table_runs(block)
        case Picture():
            yield (Text(block.alternative),)
        case EvidenceTable() | HeardAnswer():
            return
        case _:  # pragma: no cover - mypy proves that nothing is left
            assert_never(block)


def _inner_runs(blocks: Iterable[Block]) -> Iterator[tuple[Inline, ...]]:
    for block in blocks:
        yield from runs(block)


def _table_runs(table: Table) -> Iterator[tuple[Inline, ...]]:
    rows: tuple[Row, ...] = (table.header, *table.rows)
    for row in rows:
        for cell in row.cells:
            yield cell.children


def block_text(block: Block) -> str:
    """The words of a block, one line for each run."""
    return "\n".join(inline_text(run) for run in runs(block))


def inlines(children: Iterable[Inline]) -> Iterator[Inline]:
    """Every inline of a run, at every depth."""
    for child in children:
        yield child
        if not isinstance(child, Text | Term | LineBreak | Citation):
            yield from inlines(child.children)


def address_in_words(address: str) -> str:
    """A web address as a person would type it: "www.nhs.uk/conditions/asthma"."""
    bare = address.removeprefix("https://").removeprefix("http://")
    return bare.rstrip("/")
