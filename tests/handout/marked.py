"""A finished PDF as a person hears it: its tags in order, each with its lines."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeAlias

import pikepdf

from tests.handout.sheets import UNMARKED, Box, Run, Sheet, read_sheets

Element: TypeAlias = Any
"""A dictionary of a PDF; its keys are known to PDF alone."""

_INLINE = frozenset({"Span", "Strong", "Em", "Link", "Reference", "Quote", "Code"})
_SAME_LINE = 2.0


@dataclass(frozen=True, slots=True)
class Line:
    """Runs on one line of one block."""

    runs: tuple[Run, ...]

    @property
    def sheet(self) -> int:
        return self.runs[0].sheet

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs).replace("\N{WORD JOINER}", "")

    @property
    def baseline(self) -> float:
        return self.runs[0].baseline

    @property
    def size(self) -> float:
        return max(run.size for run in self.runs)

    @property
    def left(self) -> float:
        return self.box.left

    @property
    def box(self) -> Box:
        boxes = [run.box for run in self.runs]
        return Box(
            min(box.left for box in boxes),
            min(box.top for box in boxes),
            max(box.right for box in boxes),
            max(box.bottom for box in boxes),
        )


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of one paragraph, heading, cell or label.

    Attributes:
        name: Its tag.
        within: The tags that it stands in, outermost first.
        row: Which row of which table it belongs to; "" outside tables.
    """

    name: str
    within: tuple[str, ...]
    row: str
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        return " ".join(line.text.strip() for line in self.lines)

    @property
    def is_bold(self) -> bool:
        return all(r.bold for line in self.lines for r in line.runs if r.text.strip())

    def on(self, sheet: int) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if line.sheet == sheet)


@dataclass(frozen=True)
class Handout:
    """A PDF with its sheets and, in the order of its tags, its blocks."""

    sheets: tuple[Sheet, ...]
    blocks: tuple[Block, ...]

    @cached_property
    def foot(self) -> tuple[Run, ...]:
        """Type without a tag: what stands at the foot of a sheet."""
        return tuple(
            run for sheet in self.sheets for run in sheet.runs if run.mark == UNMARKED
        )

    @cached_property
    def _by_sheet(self) -> tuple[tuple[tuple[Block, Line], ...], ...]:
        found: list[list[tuple[Block, Line]]] = [[] for _ in self.sheets]
        for block in self.blocks:
            for line in block.lines:
                found[line.sheet].append((block, line))
        return tuple(map(tuple, found))

    def on(self, sheet: int) -> tuple[tuple[Block, Line], ...]:
        """The lines of a sheet with their blocks, in the order of the tags."""
        return self._by_sheet[sheet]

    def prose(self) -> Iterator[Block]:
        """Paragraphs and list items that stand outside tables and pictures."""
        for block in self.blocks:
            apart = {"Table", "Figure"}.intersection(block.within)
            if block.name in {"P", "LBody"} and not apart:
                yield block


def read_handout(pdf: bytes) -> Handout:
    """Join what is drawn with what is tagged."""
    sheets = read_sheets(pdf)
    marked: dict[tuple[int, int], list[Run]] = {}
    for sheet in sheets:
        for run in sheet.runs:
            marked.setdefault((run.sheet, run.mark), []).append(run)
    blocks: list[Block] = []
    for name, within, row, marks in _tagged(pdf):
        runs = [run for mark in marks for run in marked.get(mark, ())]
        if runs:
            blocks.append(Block(name, within, row, tuple(_lines(runs))))
    return Handout(sheets, tuple(blocks))


def _lines(runs: list[Run]) -> Iterator[Line]:
    line: list[Run] = []
    for run in runs:
        if line and (
            run.sheet != line[-1].sheet
            or abs(run.baseline - line[-1].baseline) > _SAME_LINE
        ):
            yield Line(tuple(line))
            line = []
        line.append(run)
    yield Line(tuple(line))


_Found: TypeAlias = tuple[str, tuple[str, ...], str, list[tuple[int, int]]]


def _tagged(pdf: bytes) -> list[_Found]:
    """Each block with the sheets and marks of its content, in the order of tags."""
    found: list[_Found] = []
    with pikepdf.open(io.BytesIO(pdf)) as document:
        pages = {page.obj.objgen: n for n, page in enumerate(document.pages)}
        tree = document.Root.get("/StructTreeRoot")
        for kid in _kids(tree) if tree is not None else ():
            _Walk(pages, found).into(kid, (), "")
    return found


@dataclass
class _Walk:
    pages: dict[tuple[int, int], int]
    found: list[_Found]

    def into(self, element: Element, within: tuple[str, ...], row: str) -> None:
        name = str(element.S).removeprefix("/")
        if name == "TR":
            row = str(element.objgen)
        if name not in _INLINE:
            self.found.append((name, within, row, []))
        _, _, _, marks = self.found[-1]
        page = element.get("/Pg")
        sheet = self.pages[page.objgen] if page is not None else -1
        for kid in _kids(element):
            if isinstance(kid, int):
                marks.append((sheet, kid))
            elif "/S" in kid:
                inner = (*within, name)
                before = len(self.found)
                self.into(kid, inner, row)
                if len(self.found) > before:
                    # What follows an inner block belongs to this one again.
                    self.found.append((name, within, row, []))
                    marks = self.found[-1][3]
            elif "/MCID" in kid:
                own = kid.get("/Pg")
                place = self.pages[own.objgen] if own is not None else sheet
                marks.append((place, int(kid.MCID)))


def _kids(element: Element) -> list[Element]:
    kids = element.get("/K", pikepdf.Array())
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]
