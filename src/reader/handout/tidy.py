"""Blocks put in order for outputs that are strict about it.

The compiler sees to all of this for our own library. A pack that somebody else
made may still hold a heading that jumps a level or a table with a short row, and
a handout has to come out all the same.
"""

from collections.abc import Iterator
from dataclasses import replace

from reader.model.blocks import (
    Block,
    BulletList,
    Cell,
    EvidenceTable,
    Heading,
    HeardAnswer,
    ListItem,
    NumberedList,
    Paragraph,
    Picture,
    Quote,
    Row,
    Table,
)
from reader.model.topic import Section

SECTION_LEVEL = 2
ANSWER_LEVEL = 3


class Tidy:
    """Puts the blocks of one page in order, in the order in which they are read."""

    def __init__(self) -> None:
        self._ids: set[str] = set()
        self._level = SECTION_LEVEL

    def section(self, section: Section) -> Section:
        """A section whose headings follow on from one another."""
        self._level = SECTION_LEVEL if section.title else SECTION_LEVEL - 1
        section_id = self._unique(section.id)
        return replace(section, id=section_id, blocks=self._blocks(section.blocks))

    def answer(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """An answer below its question; an answer inside an answer is left out."""
        self._level = ANSWER_LEVEL
        plain = (self._block(block) for block in _without_answers(blocks))
        return tuple(plain)

    def _blocks(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(self._block(block) for block in blocks)

    def _block(self, block: Block) -> Block:
        match block:
            case Heading():
                return self._heading(block)
            case BulletList() | NumberedList() | Quote():
                return self._nested(block)
            case Table():
                return _even(block)
            case HeardAnswer():
                self._level = ANSWER_LEVEL
                return block
            case Paragraph() | Picture() | EvidenceTable():
                return block

    def _nested(self, block: BulletList | NumberedList | Quote) -> Block:
        if isinstance(block, Quote):
            return replace(block, blocks=self._blocks(block.blocks))
        return replace(block, items=self._items(block.items))

    def _items(self, items: tuple[ListItem, ...]) -> tuple[ListItem, ...]:
        return tuple(replace(i, blocks=self._blocks(i.blocks)) for i in items)

    def _heading(self, heading: Heading) -> Heading:
        self._level = min(max(heading.level, SECTION_LEVEL), self._level + 1)
        return replace(heading, level=self._level, id=self._unique(heading.id))

    def _unique(self, wanted: str) -> str:
        """An id that an address can hold and that stands once on the page."""
        base = "".join(c if c.isalnum() else "-" for c in wanted) or "part"
        number, unique = 1, base
        while unique in self._ids:
            number += 1
            unique = f"{base}-{number}"
        self._ids.add(unique)
        return unique


def _without_answers(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        match block:
            case HeardAnswer():
                continue
            case BulletList() | NumberedList():
                yield replace(block, items=tuple(_bare_item(i) for i in block.items))
            case Quote():
                yield replace(block, blocks=tuple(_without_answers(block.blocks)))
            case _:
                yield block


def _bare_item(item: ListItem) -> ListItem:
    return replace(item, blocks=tuple(_without_answers(item.blocks)))


def _even(table: Table) -> Table:
    """The table with every row as long as its longest."""
    columns = max(len(row.cells) for row in (table.header, *table.rows))
    rows = tuple(_filled(row, columns) for row in table.rows)
    return Table(_filled(table.header, columns), rows)


def _filled(row: Row, columns: int) -> Row:
    missing = columns - len(row.cells)
    return Row(row.cells + (Cell(()),) * missing)
