"""The walk that text and Markdown share: a leaflet as lines.

The two differ in how they mark a heading, a run of words and a table, and in
whether they break lines; a `Form` says how.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from reader.handout import words
from reader.handout.characters import clean
from reader.handout.leaflet import EvidenceRow, Leaflet, SourceEntry, make_leaflet
from reader.model.blocks import (
    Block,
    BulletList,
    Citation,
    EvidenceTable,
    Heading,
    HeardAnswer,
    Inline,
    NumberedList,
    Paragraph,
    Picture,
    Quote,
    Row,
    Table,
)
from reader.model.grade import Certainty
from reader.model.topic import Section, Topic
from reader.model.wording import meaning

Lines: TypeAlias = list[str]
Cells: TypeAlias = tuple[str, ...]
Inlines: TypeAlias = Callable[[Iterable[Inline]], str]


@dataclass(frozen=True, slots=True)
class Form:
    """How one kind of plain page marks things.

    Attributes:
        heading: A level and words already marked; the lines of a heading.
        paragraph: Words already marked; the lines of a paragraph.
        table: A header and rows of words already marked; the lines of a table.
        plain: Words as they stand; the same words with marks taken literally.
        strong: Words already marked; the same words made strong.
        inline: A run, what marks an inner run, and the words of a citation.
        link: Words already marked and an address; both as a link.
    """

    heading: Callable[[int, str], Lines]
    paragraph: Callable[[str], Lines]
    table: Callable[[Cells, Iterable[Cells]], Lines]
    plain: Callable[[str], str]
    strong: Callable[[str], str]
    inline: Callable[[Inline, Inlines], str]
    link: Callable[[str, str], str]


def render_page(topic: Topic, form: Form) -> str:
    """A topic as lines, ending in a line break."""
    lines = _Page(make_leaflet(topic), form).whole()
    page = "\n".join(line.rstrip() for line in lines).strip("\n") + "\n"
    # A space that does not break has done its work when the lines are made.
    return page.replace("\N{NO-BREAK SPACE}", " ")


@dataclass(frozen=True, slots=True)
class _Page:
    leaflet: Leaflet
    form: Form

    def whole(self) -> Lines:
        lines = self._front()
        for section in self.leaflet.sections:
            lines += self._section(section)
        return lines + self._legend() + self._terms() + self._sources()

    # ---- before and after the text ---------------------------------------------

    def _front(self) -> Lines:
        leaflet = self.leaflet
        lines = self._headed(1, leaflet.title)
        if leaflet.also_called:
            also = ", ".join(leaflet.also_called)
            lines += self._plain(f"{words.ALSO_CALLED}: {also}")
        checked = words.checked_on(leaflet.checked)
        notice = " ".join(filter(None, (leaflet.status, checked and f"{checked}.")))
        return lines + (self._plain(notice) if notice else [])

    def _legend(self) -> Lines:
        items = [self._level(level) for level in self.leaflet.levels]
        return self._listed(words.BADGES, items)

    def _level(self, level: Certainty) -> str:
        return f"{self.badge(level)}: {self.form.plain(meaning(level))}"

    def _terms(self) -> Lines:
        form = self.form
        items = [
            f"{form.strong(form.plain(clean(term.term)))}: "
            f"{form.plain(clean(term.meaning))}"
            for term in self.leaflet.terms
        ]
        return self._listed(words.TERMS, items)

    def _sources(self) -> Lines:
        if not self.leaflet.sources:
            return []
        lines = self._headed(2, words.SOURCES)
        lines += self._plain(words.sources_note(self.leaflet.checked))
        for source in self.leaflet.sources:
            lines += _hang(f"{source.number}. ", self._paragraph(self._source(source)))
        return [*lines, ""]

    def _source(self, source: SourceEntry) -> str:
        form = self.form
        links = [f"{form.link(form.plain(n), a)}." for n, a in source.links]
        parts = (
            form.plain(clean(source.reference)),
            *links,
            form.plain(words.seen_on(source.seen)),
        )
        return " ".join(part for part in parts if part)

    def _listed(self, title: str, items: list[str]) -> Lines:
        if not items:
            return []
        lines = self._headed(2, title)
        for item in items:
            lines += _hang("- ", self._paragraph(item))
        return [*lines, ""]

    # ---- the text --------------------------------------------------------------

    def _section(self, section: Section) -> Lines:
        head = self._headed(2, section.title) if section.title else []
        return head + self._blocks(section.blocks)

    def _blocks(self, blocks: Iterable[Block]) -> Lines:
        return [line for block in blocks for line in self._block(block)]

    def _block(self, block: Block) -> Lines:
        match block:
            case Paragraph():
                return [*self._paragraph(self.inlines(block.children)), ""]
            case Heading():
                title = self.inlines(block.children)
                return [*self.form.heading(block.level, title), ""]
            case BulletList() | NumberedList() | Quote():
                return self._nested(block)
            case Table() | EvidenceTable():
                return self._tabular(block)
            case Picture():
                return self._plain(f"[{words.PICTURE}: {block.alternative}]")
            case HeardAnswer():
                return self._answer(block)

    def _nested(self, block: BulletList | NumberedList | Quote) -> Lines:
        if isinstance(block, Quote):
            inner = _trimmed(self._blocks(block.blocks))
            return [*(f"> {line}" for line in inner), ""]
        counted = isinstance(block, NumberedList)
        shown: Lines = []
        for number, item in enumerate(block.items, 1):
            inner = _trimmed(self._blocks(item.blocks))
            shown += _hang(f"{number}. " if counted else "- ", inner)
        return [*shown, ""]

    def _tabular(self, block: Table | EvidenceTable) -> Lines:
        if isinstance(block, EvidenceTable):
            rows = [self._cells(row) for row in self.leaflet.rows(block)]
            return self._tabled(words.EVIDENCE_HEADER, rows)
        rows = [self._row(row) for row in block.rows]
        return self._tabled(self._row(block.header), rows)

    def _tabled(self, header: Cells, rows: list[Cells]) -> Lines:
        if not rows and not any(header):
            return []
        return [*self.form.table(header, rows), ""]

    def _row(self, row: Row) -> Cells:
        return tuple(self.inlines(cell.children) for cell in row.cells)

    def _cells(self, row: EvidenceRow) -> Cells:
        form = self.form
        outcome = form.plain(clean(row.outcome))
        finding = form.plain(clean(row.finding))
        compared = f" ({form.plain(clean(row.compared))})" if row.compared else ""
        return (
            f"{form.strong(form.plain(clean(row.treatment)))}{compared}",
            f"{outcome}: {finding}{_cited(row.numbers)}",
            f"{self.badge(row.certainty)}. {form.plain(row.short)}",
        )

    def _answer(self, block: HeardAnswer) -> Lines:
        heard = self.leaflet.answer(block.heard)
        if heard is None:
            return []
        form = self.form
        verdict = form.strong(form.plain(heard.verdict.phrase))
        cited = _cited(self.leaflet.numbers(heard.sources))
        return [
            *self._headed(3, heard.question),
            *self._paragraph(f"{words.OUR_ANSWER}: {verdict}{cited}"),
            "",
            *self._blocks(heard.answer),
        ]

    # ---- runs ------------------------------------------------------------------

    def inlines(self, children: Iterable[Inline]) -> str:
        return "".join(self._inline(child) for child in children)

    def _inline(self, inline: Inline) -> str:
        if isinstance(inline, Citation):
            return _cited(self.leaflet.numbers(inline.sources))
        return self.form.inline(inline, self.inlines)

    def badge(self, level: Certainty) -> str:
        """The badge in characters that every terminal has."""
        filled = "*" * level.circles + "-" * (4 - level.circles)
        return self.form.plain(f"[{filled}] {level.word}")

    def _paragraph(self, text: str) -> Lines:
        return self.form.paragraph(text)

    def _plain(self, text: str) -> Lines:
        return [*self.form.paragraph(self.form.plain(clean(text))), ""]

    def _headed(self, level: int, title: str) -> Lines:
        return [*self.form.heading(level, self.form.plain(clean(title))), ""]


def _cited(numbers: tuple[int, ...]) -> str:
    return f" [{words.cited(numbers)}]" if numbers else ""


def _trimmed(lines: Lines) -> Lines:
    end = len(lines)
    while end and not lines[end - 1]:
        end -= 1
    return lines[:end]


def _hang(mark: str, lines: Lines) -> Lines:
    """Lines behind a mark, those after the first set in as far as the mark."""
    room = " " * len(mark)
    rest = (f"{room}{line}" if line else "" for line in lines[1:])
    return [f"{mark}{lines[0] if lines else ''}", *rest]
