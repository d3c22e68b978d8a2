"""Blocks put in order for outputs that are strict about it.

The compiler sees to all of this for our own library. A pack that somebody else
made may still hold a heading that jumps a level or a table with a short row, and
a handout has to come out all the same.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from reader.handout import words
from reader.handout.characters import clean
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
from reader.model.plain import inline_text
from reader.model.topic import Section

SECTION_LEVEL = 2
ANSWER_LEVEL = 3


class Tidy:
    """Puts the blocks of one page in order, in the order in which they are read.

    Args:
        answers: The ids of the answers that the page has.
    """

    def __init__(self, answers: Iterable[str]) -> None:
        self._answers = frozenset(answers)
        self._ids: set[str] = set()
        self._level = SECTION_LEVEL
        self._in_answer = False

    def section(self, section: Section) -> Section:
        """A section whose headings follow on from one another."""
        self._in_answer = False
        title = section.title
        if not has_words(title):
            # A question is a heading of the third level, so one must stand above it.
            title = words.HEARD if _has_answers(section.blocks) else ""
        self._level = SECTION_LEVEL if title else SECTION_LEVEL - 1
        section_id = self._unique(section.id)
        return Section(section_id, title, self._blocks(section.blocks))

    def answer(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """An answer below its question; an answer inside an answer is left out."""
        self._level = ANSWER_LEVEL
        self._in_answer = True
        return self._blocks(_without_answers(blocks))

    def _blocks(self, blocks: Iterable[Block]) -> tuple[Block, ...]:
        return tuple(
            self._block(block) for block in blocks if not self._is_blank(block)
        )

    def _is_blank(self, block: Block) -> bool:
        """A heading without words, a table without cells, an unknown answer."""
        if isinstance(block, Table):
            return not any(row.cells for row in (block.header, *block.rows))
        if isinstance(block, HeardAnswer):
            return block.heard not in self._answers
        return isinstance(block, Heading) and not has_words(inline_text(block.children))

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
            case Picture():
                spoken = block.alternative
                return (
                    block if has_words(spoken) else Picture(block.name, words.PICTURE)
                )
            case Paragraph() | EvidenceTable():
                return block

    def _nested(self, block: BulletList | NumberedList | Quote) -> Block:
        if isinstance(block, Quote):
            return replace(block, blocks=self._blocks(block.blocks))
        return replace(block, items=self._items(block.items))

    def _items(self, items: tuple[ListItem, ...]) -> tuple[ListItem, ...]:
        return tuple(replace(i, blocks=self._blocks(i.blocks)) for i in items)

    def _heading(self, heading: Heading) -> Heading:
        self._level = min(max(heading.level, SECTION_LEVEL), self._level + 1)
        # An answer may be shown twice, so its headings are no places to go to.
        place = "" if self._in_answer else self._unique(heading.id)
        return replace(heading, level=self._level, id=place)

    def _unique(self, wanted: str) -> str:
        """An id that an address can hold and that stands once on the page."""
        base = "".join(c if c.isalnum() else "-" for c in wanted) or "part"
        number, unique = 1, base
        while unique in self._ids:
            number += 1
            unique = f"{base}-{number}"
        self._ids.add(unique)
        return unique


def has_words(text: str) -> bool:
    """Whether anything of a text can be seen."""
    return bool(clean(text).strip())


def _has_answers(blocks: tuple[Block, ...]) -> bool:
    return any(
        isinstance(block, HeardAnswer)
        or any(_has_answers(inner) for inner in _inside(block))
        for block in blocks
    )


def _inside(block: Block) -> Iterator[tuple[Block, ...]]:
    if isinstance(block, BulletList | NumberedList):
        yield from (item.blocks for item in block.items)
    elif isinstance(block, Quote):
        yield block.blocks


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
