"""One page, from its two files to rows, with everything the others need of it."""

from dataclasses import dataclass, field
from pathlib import Path

from reader.compiler.bibliography import (
    Bibliography,
    Glossary,
    read_bibliography,
    read_glossary,
)
from reader.compiler.checks import check_page
from reader.compiler.claim_wording import check_claims
from reader.compiler.evidence import Evidence, read_evidence
from reader.compiler.faults import Fault, Faults, SourceFile, read_source
from reader.compiler.jargon import check_jargon, words_of
from reader.compiler.one_page import check_one_page
from reader.compiler.page import Page, Reference, read_page
from reader.compiler.prose import ProseReader
from reader.compiler.reading import check_reading
from reader.compiler.rows import TopicRows, topic_rows
from reader.compiler.style import check_style
from reader.compiler.terms import Linked, TermFinder
from reader.compiler.titles import Titles
from reader.compiler.usable import check_usable
from reader.compiler.wording import Wording
from reader.model.blocks import Picture
from reader.model.evidence import Source
from reader.model.topic import Kind, Topic

SOURCES = "sources.yaml"
GLOSSARY = "glossary.yaml"

FULL = frozenset({Kind.CONDITION, Kind.GENERAL})
"""Kinds of page that explain a subject whole."""


@dataclass(frozen=True, slots=True)
class CompiledPage:
    """What is left of a page once it was read; small, so that many fit.

    Attributes:
        file: The page's file, for faults found later.
        rows: None for a page that could not be read at all.
        evidence_lines: The line of each claim and answer in the evidence file.
        terms: Words of the glossary that the page links.
        grade: Flesch-Kincaid, in school years; 0.0 for a note that is no full page.
    """

    file: str
    slug: str = ""
    faults: tuple[Fault, ...] = ()
    rows: TopicRows | None = None
    sections: frozenset[str] = frozenset()
    links: tuple[Reference, ...] = ()
    evidence_file: str = ""
    evidence_lines: dict[str, int] = field(default_factory=dict)
    claims: int = 0
    sources: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    grade: float = 0.0
    pictures: tuple[tuple[str, bytes], ...] = ()


class PageCompiler:
    """Compiles the pages of one folder, one at a time and in any order."""

    def __init__(self, folder: Path) -> None:
        """Read what the pages share; its faults are in `shared_faults`."""
        faults = Faults()
        self._folder = folder
        self._prose = ProseReader(Titles(folder))
        self.bibliography: Bibliography = read_bibliography(
            _shared(folder / SOURCES, folder, faults)
        )
        self.glossary: Glossary = read_glossary(
            _shared(folder / GLOSSARY, folder, faults)
        )
        self._terms = TermFinder(self.glossary.terms.values())
        self._explained = frozenset(
            word
            for term in self.glossary.terms.values()
            for phrase in (term.term, *term.forms)
            for word in words_of(phrase)
        )
        self.shared_faults = tuple(sorted(faults.found))

    def compile(self, path: Path) -> CompiledPage:
        """Read one page with its evidence, check it and make its rows."""
        faults = Faults()
        source = read_source(path, self._folder, faults)
        page = read_page(source, self._prose) if source is not None else None
        if page is None:
            name = path.relative_to(self._folder).as_posix()
            return CompiledPage(name, faults=tuple(faults.found))
        evidence = self._evidence(page)
        check_page(page, evidence, self.bibliography)
        topic = self._topic(page, evidence)
        check_one_page(page, topic)
        pictures = tuple(_pictures(page))
        grade = 0.0
        if page.kind is not Kind.PLAIN:
            grade = self._check_words(Wording(page, topic, evidence))
        return CompiledPage(
            file=page.source.name,
            slug=page.slug,
            faults=tuple(faults.found),
            rows=topic_rows(topic, page.found_by, grade),
            sections=frozenset(section.id for section in page.sections),
            links=tuple(page.links),
            evidence_file=evidence.source.name if evidence.source else "",
            evidence_lines=evidence.lines,
            claims=len(topic.claims),
            sources=tuple(source.id for source in topic.sources),
            terms=tuple(term.id for term in topic.terms),
            grade=grade if page.kind in FULL else 0.0,
            pictures=pictures,
        )

    def _check_words(self, wording: Wording) -> float:
        """Note faults of language; the reading grade."""
        check_style(wording)
        check_usable(wording)
        check_jargon(wording, self._explained)
        check_claims(wording.topic, wording.evidence)
        return check_reading(wording)

    def _evidence(self, page: Page) -> Evidence:
        path = page.source.path.with_suffix(".yaml")
        if not path.exists():
            if page.kind is Kind.CONDITION:
                page.source.fault(1, f"the evidence file {path.name} is missing")
            return Evidence()
        source = read_source(path, self._folder, page.source.faults)
        if source is None:
            return Evidence()
        return read_evidence(source, page.checked, self._prose)

    def _topic(self, page: Page, evidence: Evidence) -> Topic:
        linked = self._with_terms(page, evidence)
        known = self.glossary.terms.values()
        return Topic(
            slug=page.slug,
            title=page.title,
            kind=page.kind,
            system=page.system,
            also_called=page.also_called,
            codes=page.codes,
            status=page.status,
            checked=page.checked,
            sections=linked.sections,
            claims=evidence.claims,
            heard=linked.heard,
            approvals=evidence.approvals,
            harms=evidence.harms,
            sources=self._cited(page, evidence),
            terms=tuple(t for t in known if t.id in linked.terms),
            read_more=page.read_more.target if page.read_more else "",
        )

    def _with_terms(self, page: Page, evidence: Evidence) -> Linked:
        """Link glossary words, but not those that the page itself explains."""
        if page.kind is Kind.PLAIN:
            return Linked(page.sections, evidence.heard, frozenset())
        title = page.title.lower()
        own = {
            term.id
            for term in self.glossary.terms.values()
            if term.term.lower() in title
        }
        return self._terms.link(page.sections, evidence.heard, without=own)

    def _cited(self, page: Page, evidence: Evidence) -> tuple[Source, ...]:
        cited = [reference.target for reference in page.citations]
        cited += [reference.target for reference in evidence.citations]
        known = self.bibliography.sources
        return tuple(known[c] for c in dict.fromkeys(cited) if c in known)


def _shared(path: Path, folder: Path, faults: Faults) -> SourceFile | None:
    return read_source(path, folder, faults) if path.exists() else None


def _pictures(page: Page) -> list[tuple[str, bytes]]:
    """The bytes of each picture the page shows; a missing one is a fault."""
    found: list[tuple[str, bytes]] = []
    names = [
        block.name
        for section in page.sections
        for block in section.blocks
        if isinstance(block, Picture)
    ]
    for name in names:
        path = page.source.path.parent / name
        if path.is_file():
            found.append((name, path.read_bytes()))
            continue
        lines = page.source.text.split("\n")
        line = next((i for i, text in enumerate(lines, 1) if name in text), 1)
        page.source.fault(line, f"there is no picture {name!r} beside the page")
    return found
