"""A leaflet as JSON values, the only form in which words reach the template."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias

from reader.handout import words
from reader.handout.icon_array import absolute_sentence, array_svg, captions, heading
from reader.handout.leaflet import (
    QUESTIONS,
    RED_FLAGS,
    SUMMARY,
    EvidenceRow,
    Leaflet,
    SourceEntry,
)
from reader.handout.options import SOURCES, TERMS, HandoutOptions, Ink, Print
from reader.handout.qr import code_values
from reader.model.blocks import (
    Block,
    BulletList,
    Citation,
    Emphasis,
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
    Strong,
    Table,
    Term,
    Text,
    TopicLink,
    WebLink,
)
from reader.model.evidence import Absolute
from reader.model.grade import Certainty
from reader.model.plain import block_text, inline_text
from reader.model.topic import Section
from reader.model.wording import meaning, spoken

Json: TypeAlias = Any

_BOXES = {SUMMARY: "summary", RED_FLAGS: "red-flags", QUESTIONS: "questions"}

_RUNS = {Strong: "strong", Emphasis: "emphasis", TopicLink: "words"}

INK = "#1e2529"
BLACK = "#000000"
"""The template's inks, for drawings that are made here."""

_WHOLE = 900
"""Characters of a row or an answer that need not be split over two pages."""

_WHOLE_BOX = 1_700
"""Characters that surely fit on a page of 12 points; emergency advice stays whole."""


@dataclass(frozen=True, slots=True)
class LeafletData:
    """Makes the JSON values of one leaflet.

    Attributes:
        leaflet: What is to be printed.
        draw: An SVG drawing of a picture of the library, "" where it has none.
        options: What of it is printed, and how.
    """

    leaflet: Leaflet
    draw: Callable[[str], str]
    options: HandoutOptions

    def values(self) -> Json:
        """The whole leaflet."""
        leaflet = self.leaflet
        wants = self.options.wants
        return {
            "summary": False,
            "title": leaflet.title,
            "also": ", ".join(leaflet.also_called),
            "status": leaflet.status,
            "checked": words.checked_on(leaflet.checked),
            "note": self.options.note,
            "note-date": words.long_date(self.options.date),
            "name-line": self.options.name_line,
            "sections": [self.section(section) for section in self._chosen()],
            "levels": [_level(level) for level in self._levels()],
            "terms": [[term.term, term.meaning] for term in leaflet.terms]
            if wants(TERMS)
            else [],
            "sources": [_source(source) for source in leaflet.sources]
            if wants(SOURCES)
            else [],
            "sources-note": words.sources_note(leaflet.checked),
            "read": code_values(leaflet.read_more) if wants(SOURCES) else None,
            "without-sources": "" if wants(SOURCES) else words.WITHOUT_SOURCES,
        }

    def _most(self, characters: int) -> int:
        """So many at 12 points, and fewer in larger letters."""
        points = self.options.print.points
        return characters * Print.NORMAL.points**2 // points**2

    def _whole_box(self) -> int:
        """In large letters a long box would leave the page before it empty."""
        return _WHOLE if self.options.print.is_large else _WHOLE_BOX

    def _chosen(self) -> list[Section]:
        sections = self.leaflet.sections
        return [section for section in sections if self.options.wants(section.id)]

    def _levels(self) -> tuple[Certainty, ...]:
        """The badges explained: all that stand in what is printed."""
        if not self.options.sections:
            return self.leaflet.levels
        tables = (
            block
            for section in self._chosen()
            for block in section.blocks
            if isinstance(block, EvidenceTable)
        )
        shown = {row.certainty for table in tables for row in self.leaflet.rows(table)}
        return tuple(level for level in self.leaflet.levels if level in shown)

    def section(self, section: Section) -> Json:
        """A section with what it is set in."""
        blocks = self.blocks(section.blocks)
        return {
            "title": section.title,
            "box": _box(section),
            "whole": _length(blocks) < self._most(self._whole_box()),
            "blocks": blocks,
        }

    def _cited(self, sources: tuple[str, ...]) -> str:
        """Numbers of sources; "" where the list of them is not printed."""
        if not self.options.wants(SOURCES):
            return ""
        return words.cited(self.leaflet.numbers(sources))

    def blocks(self, blocks: Iterable[Block]) -> list[Json]:
        """Blocks as the template takes them; those that show nothing are left out."""
        return [value for block in blocks if (value := self._block(block))]

    def _block(self, block: Block) -> Json:
        match block:
            case Paragraph():
                return ["text", self._inlines(block.children)]
            case Heading():
                return ["heading", block.level, self._inlines(block.children)]
            case BulletList() | NumberedList() | Quote():
                return self._nested(block)
            case Table() | EvidenceTable():
                return self._tabular(block)
            case Picture():
                drawing = self.draw(block.name)
                shown = {"drawing": drawing, "spoken": block.alternative}
                return ["picture", shown]
            case HeardAnswer():
                return self._answer(block)

    def _nested(self, block: BulletList | NumberedList | Quote) -> Json:
        if isinstance(block, Quote):
            return ["quote", self.blocks(block.blocks)]
        items = [self.blocks(item.blocks) for item in block.items]
        kind = "bullets" if isinstance(block, BulletList) else "numbers"
        return [kind, items] if items else None

    def _tabular(self, block: Table | EvidenceTable) -> Json:
        if isinstance(block, EvidenceTable):
            evidence = [self._row(row) for row in self.leaflet.rows(block)]
            return ["evidence", evidence] if evidence else None
        rows = [self._cells(row) for row in block.rows]
        return ["table", self._cells(block.header), rows]

    def _cells(self, row: Row) -> Json:
        return [self._inlines(cell.children) for cell in row.cells]

    def _answer(self, block: HeardAnswer) -> Json:
        heard = self.leaflet.answer(block.heard)
        if heard is None:
            return None
        blocks = self.blocks(heard.answer)
        return [
            "heard",
            {
                "question": heard.question,
                "verdict": heard.verdict.phrase,
                "blocks": blocks,
                "cited": self._cited(heard.sources),
                "whole": _length(blocks) < self._most(_WHOLE),
            },
        ]

    def _row(self, row: EvidenceRow) -> Json:
        known = self.options.wants(SOURCES)
        return {
            "treatment": row.treatment,
            "compared": row.compared,
            "outcome": row.outcome,
            "finding": row.finding,
            "short": row.short,
            "cited": words.cited(row.numbers) if known else "",
            "badge": badge_values(row.certainty),
            "arrays": self._arrays(row.absolute) if row.absolute else None,
            "whole": len(row.treatment + row.compared + row.finding)
            < self._most(_WHOLE),
        }

    def _arrays(self, absolute: Absolute) -> Json:
        ink = BLACK if self.options.ink is Ink.BLACK else INK
        counts = (absolute.with_, absolute.without)
        return {
            "spoken": absolute_sentence(absolute),
            "heading": heading(absolute),
            "pictures": [
                [caption, array_svg(count, absolute.of, ink)]
                for caption, count in zip(captions(absolute), counts, strict=True)
            ],
        }

    def _inlines(self, children: Iterable[Inline]) -> list[Json]:
        return [self._inline(child) for child in children]

    def _inline(self, inline: Inline) -> Json:
        match inline:
            case Text() | Term():
                return inline.text
            case LineBreak():
                return ["break"]
            case Citation():
                return ["cite", self._cited(inline.sources)]
            case WebLink():
                shown = inline_text(inline.children)
                address = "" if shown == inline.url else inline.url
                return ["web", self._inlines(inline.children), address]
            case Strong() | Emphasis() | TopicLink():
                return [_RUNS[type(inline)], self._inlines(inline.children)]


def _box(section: Section) -> str:
    """What a section is set in; room for answers only where there are questions."""
    box = _BOXES.get(section.id, "")
    asked = [
        block_text(item).rstrip().endswith("?")
        for block in section.blocks
        if isinstance(block, BulletList | NumberedList)
        for entry in block.items
        for item in entry.blocks
    ]
    return "" if box == _BOXES[QUESTIONS] and not all(asked) else box


def _level(level: Certainty) -> Json:
    return [badge_values(level), meaning(level)]


def badge_values(level: Certainty) -> Json:
    """A badge as the template takes it."""
    return {
        "level": level.value,
        "circles": level.circles,
        "word": level.word.replace(" ", "\N{NO-BREAK SPACE}"),
        "spoken": spoken(level),
    }


def _source(source: SourceEntry) -> Json:
    return {
        "number": source.number,
        "reference": source.reference,
        "links": [list(link) for link in source.links],
        "seen": words.seen_on(source.seen),
    }


def _length(value: Json) -> int:
    """Characters in all the words of some values."""
    if isinstance(value, str):
        return len(value)
    if isinstance(value, dict):
        return sum(_length(item) for item in value.values())
    return sum(_length(item) for item in value) if isinstance(value, list) else 0
