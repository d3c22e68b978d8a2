"""The Markdown file of a page: front matter, headings, directives, prose."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from reader.compiler.faults import SourceFile
from reader.compiler.fields import IDENTIFIER, Fields
from reader.compiler.prose import Passage, ProseReader
from reader.compiler.short_cut import CITATION, TOPIC_LINK
from reader.compiler.yaml_tree import Mapping, parse_yaml
from reader.model.blocks import Block, EvidenceTable, Heading, HeardAnswer, Text
from reader.model.systems import System
from reader.model.topic import Codes, Kind, Section

TOP = "top"
"""The id of the text that stands before the first heading."""

_HEADING = re.compile(r"(#{1,6})\s+(.+?)\s*(?:\{#([^}]*)\})?\s*")
_DIRECTIVE = re.compile(r":::\s*([a-z]*)\s*(.*?)\s*")
_SECTION_LEVEL = 2
_DEEPEST_HEADING = 4


@dataclass(frozen=True, slots=True)
class Reference:
    """A mark in the text that points somewhere, and its line."""

    target: str
    section: str
    line: int


@dataclass(slots=True)
class Page:
    """A page as its Markdown file gives it.

    Attributes:
        found_by: Misspellings and wrong translations, for search alone.
        section_lines: The line of each section's heading.
        citations: Every source id that the text cites.
        links: Every link to another page.
        claims: Every claim that an evidence block shows.
        heard: Every answer that a heard block shows.
        pictures: Every picture that the text shows.
        read_more: The source that a patient can read on in, if one is named.
    """

    source: SourceFile
    slug: str
    title: str
    kind: Kind
    system: System
    also_called: tuple[str, ...]
    found_by: tuple[str, ...]
    codes: Codes
    status: str
    checked: str
    sections: tuple[Section, ...] = ()
    section_lines: dict[str, int] = field(default_factory=dict)
    citations: list[Reference] = field(default_factory=list)
    links: list[Reference] = field(default_factory=list)
    claims: list[Reference] = field(default_factory=list)
    heard: list[Reference] = field(default_factory=list)
    read_more: Reference | None = None


def read_page(source: SourceFile, prose: ProseReader) -> Page | None:
    """Read a page; None, with faults, where it cannot be read at all."""
    found = front_matter_tree(source)
    if found is None:
        return None
    tree, body_line = found
    page = _front_matter(Fields(source, tree, "front matter"))
    if page is not None:
        lines = source.text.split("\n")
        _Body(page, prose).read(lines[body_line - 1 :], body_line)
        _note_references(page, lines, body_line - 1)
    return page


def front_matter_tree(source: SourceFile) -> tuple[Mapping, int] | None:
    """The front matter, and the line on which the body begins; None after a fault."""
    lines = source.text.split("\n")
    end = _end_of_front_matter(lines)
    if end is None:
        source.fault(1, "must begin with front matter between two lines of '---'")
        return None
    tree = parse_yaml(source, "\n".join(lines[1:end]), first_line=2)
    if tree is None:
        return None
    if not isinstance(tree, Mapping):
        source.fault(2, "front matter must be keys and values")
        return None
    return tree, end + 2


def _end_of_front_matter(lines: list[str]) -> int | None:
    if lines[0].rstrip() != "---":
        return None
    ends = (i for i, text in enumerate(lines[1:], 1) if text.rstrip() == "---")
    return next(ends, None)


def _front_matter(fields: Fields) -> Page | None:
    slug = fields.identifier("slug")
    title = fields.text("title")
    kind = fields.choice("kind", Kind)
    system = fields.choice("system", System)
    full = kind in {Kind.CONDITION, Kind.GENERAL}
    codes = fields.mapping("codes", "codes")
    status = fields.text("status", required=full)
    checked = fields.text("checked", required=full)
    if checked and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", checked):
        fields.fault("checked", f"{checked!r} is no date like 2026-11-22")
    also_called = fields.texts("also_called")
    found_by = fields.texts("found_by")
    read_more = _read_more(fields)
    fields.done()
    if slug and fields.source.path.stem != slug:
        fields.fault("slug", f"slug {slug!r} does not match the file's name")
    if not (slug and title and kind and system):
        return None
    if fields.source.path.parent.name != system:
        fields.fault("system", f"system {system.value!r} is not the folder's name")
    made = _codes(codes) if codes is not None else Codes()
    return Page(
        source=fields.source,
        slug=slug,
        title=title,
        kind=kind,
        system=system,
        also_called=also_called,
        found_by=found_by,
        codes=made,
        status=status,
        checked=checked,
        read_more=read_more,
    )


def _read_more(fields: Fields) -> Reference | None:
    if "read_more" not in fields:
        return None
    return Reference(fields.identifier("read_more"), "", fields.line_of("read_more"))


_ICD = re.compile(r"[A-Z][0-9][0-9A-Z](?:\.[0-9A-Z]{1,4})?")


def _codes(fields: Fields) -> Codes:
    codes = Codes(fields.texts("icd10"), fields.texts("icd10cm"), fields.texts("mesh"))
    for code in codes.icd10 + codes.icd10cm:
        if not _ICD.fullmatch(code):
            fields.fault("icd10", f"{code!r} is no ICD-10 code")
    fields.done()
    return codes


def _note_references(page: Page, lines: list[str], start: int) -> None:
    for number, text in enumerate(lines[start:], start + 1):
        if "[" not in text:
            continue
        for cited in citations_in(text):
            page.citations.append(Reference(cited, "", number))
        for match in TOPIC_LINK.finditer(text):
            page.links.append(Reference(match[1], match[2] or "", number))


def citations_in(text: str) -> Iterator[str]:
    """The source ids that a text cites, in order."""
    for match in CITATION.finditer(text):
        for part in match[1].split(";"):
            yield part.strip().removeprefix("@")


@dataclass(slots=True)
class _Body:
    """Reads the lines below the front matter into sections."""

    page: Page
    prose: ProseReader
    sections: list[Section] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    waiting_line: int = 0
    section_id: str = TOP
    title: str = ""
    level: int = 1
    ids: set[str] = field(default_factory=lambda: {TOP})

    def read(self, lines: list[str], first_line: int) -> None:
        inside = 0
        for number, text in enumerate(lines, first_line):
            directive = _DIRECTIVE.fullmatch(text) if text[:3] == ":::" else None
            heading = _HEADING.fullmatch(text) if text[:1] == "#" else None
            if directive is not None:
                self._flush()
                inside = self._directive(directive, number, inside)
            elif inside == number - 1 and text.strip():
                self.page.source.fault(number, "nothing stands inside a ::: block")
            elif heading is not None:
                self._flush()
                inside = 0
                self._heading(heading, number)
            else:
                if not self.waiting:
                    self.waiting_line = number
                self.waiting.append(text)
                inside = 0 if text.strip() else inside
        self._flush()
        self._close_section()
        self.page.sections = tuple(self.sections)

    def _flush(self) -> None:
        """Turn the waiting lines into blocks."""
        if any(text.strip() for text in self.waiting):
            passage = Passage(self.page.source, tuple(self.waiting), self.waiting_line)
            self.blocks.extend(self.prose.blocks(passage))
        self.waiting.clear()

    def _close_section(self) -> None:
        if self.blocks or self.section_id != TOP:
            section = Section(self.section_id, self.title, tuple(self.blocks))
            self.sections.append(section)
        self.blocks = []

    def _heading(self, match: re.Match[str], line: int) -> None:
        level, words = len(match[1]), match[2].rstrip("# ")
        given = match[3]
        fault = self.page.source.fault
        made = given if given is not None else slugify(words)
        if not IDENTIFIER.fullmatch(made):
            fault(line, f"heading id {made!r} must be small letters and hyphens")
        elif made in self.ids:
            fault(line, f"heading id {made!r} stands twice on this page")
        self.ids.add(made)
        if level == 1:
            fault(line, "the title stands in the front matter; begin with '##'")
        elif level > _DEEPEST_HEADING:
            fault(line, f"headings go down to level {_DEEPEST_HEADING} only")
        elif level > self.level + 1:
            fault(line, f"heading jumps from level {self.level} to level {level}")
        if level <= _SECTION_LEVEL:
            self._close_section()
            self.section_id, self.title = made, words
            self.page.section_lines[made] = line
        else:
            self.blocks.append(Heading(level, made, (Text(words),)))
        self.level = level

    def _directive(self, match: re.Match[str], line: int, inside: int) -> int:
        """Read one ``:::`` line; the line of the open block, or 0."""
        name, words = match[1], match[2].split()
        if not name:
            if not inside:
                self.page.source.fault(line, "':::' closes a block, but none is open")
            return 0
        if name == "evidence" and words:
            self.page.claims += [Reference(word, "", line) for word in words]
            self.blocks.append(EvidenceTable(tuple(words)))
        elif name == "heard" and len(words) == 1:
            self.page.heard.append(Reference(words[0], "", line))
            self.blocks.append(HeardAnswer(words[0]))
        else:
            self.page.source.fault(
                line, "must be '::: evidence CLAIM-ID ...' or '::: heard ANSWER-ID'"
            )
        return line


def slugify(words: str) -> str:
    """An id made of a heading's words."""
    return re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")
