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
from reader.model.plain import inline_text
from reader.model.topic import Section
from reader.model.wording import meaning, spoken

Json: TypeAlias = Any

_BOXES = {SUMMARY: "summary", RED_FLAGS: "red-flags", QUESTIONS: "questions"}

_RUNS = {Strong: "strong", Emphasis: "emphasis", TopicLink: "words"}

INK = "#1e2529"
"""The template's ink, for drawings that are made here."""

_WHOLE = 900
"""Characters that surely fit on a page, so that a box or a row need not be split."""


@dataclass(frozen=True, slots=True)
class LeafletData:
    """Makes the JSON values of one leaflet.

    Attributes:
        leaflet: What is to be printed.
        draw: An SVG drawing of a picture of the library, "" where it has none.
    """

    leaflet: Leaflet
    draw: Callable[[str], str]

    def values(self) -> Json:
        """The whole leaflet."""
        leaflet = self.leaflet
        return {
            "title": leaflet.title,
            "also": ", ".join(leaflet.also_called),
            "status": leaflet.status,
            "checked": words.checked_on(leaflet.checked),
            "sections": [self._section(section) for section in leaflet.sections],
            "levels": [_level(level) for level in leaflet.levels],
            "terms": [[term.term, term.meaning] for term in leaflet.terms],
            "sources": [_source(source) for source in leaflet.sources],
            "sources-note": words.sources_note(leaflet.checked),
        }

    def _section(self, section: Section) -> Json:
        blocks = self._blocks(section.blocks)
        return {
            "title": section.title,
            "box": _BOXES.get(section.id, ""),
            "whole": _length(blocks) < _WHOLE,
            "blocks": blocks,
        }

    def _blocks(self, blocks: Iterable[Block]) -> list[Json]:
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
            return ["quote", self._blocks(block.blocks)]
        items = [self._blocks(item.blocks) for item in block.items]
        kind = "bullets" if isinstance(block, BulletList) else "numbers"
        return [kind, items] if items else None

    def _tabular(self, block: Table | EvidenceTable) -> Json:
        if isinstance(block, EvidenceTable):
            evidence = [_row(row) for row in self.leaflet.rows(block)]
            return ["evidence", evidence] if evidence else None
        rows = [self._cells(row) for row in block.rows]
        return ["table", self._cells(block.header), rows]

    def _cells(self, row: Row) -> Json:
        return [self._inlines(cell.children) for cell in row.cells]

    def _answer(self, block: HeardAnswer) -> Json:
        heard = self.leaflet.answer(block.heard)
        if heard is None:
            return None
        blocks = self._blocks(heard.answer)
        return [
            "heard",
            {
                "question": heard.question,
                "verdict": heard.verdict.phrase,
                "blocks": blocks,
                "cited": words.cited(self.leaflet.numbers(heard.sources)),
                "whole": _length(blocks) < _WHOLE,
            },
        ]

    def _inlines(self, children: Iterable[Inline]) -> list[Json]:
        return [self._inline(child) for child in children]

    def _inline(self, inline: Inline) -> Json:
        match inline:
            case Text() | Term():
                return inline.text
            case LineBreak():
                return ["break"]
            case Citation():
                return ["cite", words.cited(self.leaflet.numbers(inline.sources))]
            case WebLink():
                shown = inline_text(inline.children)
                address = "" if shown == inline.url else inline.url
                return ["web", self._inlines(inline.children), address]
            case Strong() | Emphasis() | TopicLink():
                return [_RUNS[type(inline)], self._inlines(inline.children)]


def _level(level: Certainty) -> Json:
    return [_badge(level), meaning(level)]


def _badge(level: Certainty) -> Json:
    return {
        "level": level.value,
        "circles": level.circles,
        "word": level.word.replace(" ", "\N{NO-BREAK SPACE}"),
        "spoken": spoken(level),
    }


def _row(row: EvidenceRow) -> Json:
    return {
        "treatment": row.treatment,
        "compared": row.compared,
        "outcome": row.outcome,
        "finding": row.finding,
        "short": row.short,
        "cited": words.cited(row.numbers),
        "badge": _badge(row.certainty),
        "arrays": _arrays(row.absolute) if row.absolute is not None else None,
        "whole": len(row.treatment + row.compared + row.finding) < _WHOLE,
    }


def _arrays(absolute: Absolute) -> Json:
    counts = (absolute.with_, absolute.without)
    return {
        "spoken": absolute_sentence(absolute),
        "heading": heading(absolute),
        "pictures": [
            [caption, array_svg(count, absolute.of, INK)]
            for caption, count in zip(captions(absolute), counts, strict=True)
        ],
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
