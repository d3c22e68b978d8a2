"""A topic made ready for any output.

What every output would otherwise work out for itself is done once here: where
harms and approvals stand, which headings may follow which, ids that occur once,
tables whose rows are equally long, and lists of sources and words.
"""

from dataclasses import replace

from reader.handout import words
from reader.handout.tidy import Tidy, has_words
from reader.model.blocks import (
    Block,
    BulletList,
    Citation,
    EvidenceTable,
    Heading,
    Inline,
    ListItem,
    Paragraph,
    Text,
)
from reader.model.evidence import Absolute, Approval, Claim, GlossaryTerm, Heard, Source
from reader.model.frozen import dataclass
from reader.model.grade import Certainty
from reader.model.summary import read_more
from reader.model.topic import Section, Topic
from reader.model.wording import statement

SUMMARY = "short-version"
RED_FLAGS = "red-flags"
QUESTIONS = "questions"
_CELL_THERAPY = "cell-therapy"
_MORE_EVIDENCE = "harms-and-approvals"


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One claim as a row of an evidence table.

    Attributes:
        compared: "Compared with ...", or "".
        outcome: What was looked at.
        short: The plain-language statement, a few words.
        absolute: The outcome in whole people, where the source tells it.
        numbers: The sources' places in the list of sources.
    """

    treatment: str
    compared: str
    outcome: str
    finding: str
    short: str
    certainty: Certainty
    absolute: Absolute | None
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """One source of the list.

    Attributes:
        links: Identifiers as words and the addresses that they stand for.
        seen: When it was looked up, or "".
    """

    number: int
    reference: str
    links: tuple[tuple[str, str], ...]
    seen: str


@dataclass(frozen=True, slots=True)
class Leaflet:
    """A topic as every output shows it.

    Attributes:
        title: The name of the topic.
        also_called: Its other names.
        status: The honest notice.
        checked: When the page was checked, as in "2 March 2025", or "".
        sections: The parts with their blocks, harms and approvals included.
        levels: The levels of certainty that occur, highest first.
        terms: Glossary terms by their word, A to Z.
        sources: The list of sources in its order.
        read_more: Where a patient can read on, if a public page is known.
    """

    title: str
    also_called: tuple[str, ...]
    status: str
    checked: str
    sections: tuple[Section, ...]
    levels: tuple[Certainty, ...]
    terms: tuple[GlossaryTerm, ...]
    sources: tuple[SourceEntry, ...]
    read_more: Source | None
    _topic: Topic
    _heard: tuple[Heard, ...]

    def rows(self, table: EvidenceTable) -> tuple[EvidenceRow, ...]:
        """The rows of an evidence table, in its order."""
        claims = (self._topic.claim(claim) for claim in table.claims)
        return tuple(self._row(claim) for claim in claims if claim is not None)

    def answer(self, heard_id: str) -> Heard | None:
        """The answer with this id, its blocks made ready."""
        return next((h for h in self._heard if h.id == heard_id), None)

    def numbers(self, sources: tuple[str, ...]) -> tuple[int, ...]:
        """Places in the list of sources, each once, rising."""
        found = {self._topic.source_number(source) for source in sources}
        return tuple(sorted(found - {0}))

    def _row(self, claim: Claim) -> EvidenceRow:
        return EvidenceRow(
            claim.treatment,
            words.compared_with(claim),
            capital(claim.outcome),
            claim.finding,
            statement(claim.certainty, claim.direction, claim.size).short,
            claim.certainty,
            claim.absolute,
            self.numbers(claim.sources),
        )


def make_leaflet(topic: Topic) -> Leaflet:
    """Make a topic ready for an output."""
    tidy = Tidy(heard.id for heard in topic.heard)
    sections = tuple(tidy.section(section) for section in _with_harms(topic))
    heard = tuple(_ready(answer, tidy) for answer in topic.heard)
    shown = {claim.certainty for claim in topic.claims}
    return Leaflet(
        title=topic.title if has_words(topic.title) else words.UNTITLED,
        also_called=topic.also_called,
        status=_sentence(topic.status),
        checked=words.long_date(topic.checked),
        sections=sections,
        levels=tuple(level for level in Certainty if level in shown),
        terms=tuple(sorted(topic.terms, key=_by_word)),
        sources=tuple(_entry(i, s) for i, s in enumerate(topic.sources, 1)),
        read_more=read_more(topic),
        _topic=topic,
        _heard=heard,
    )


def _ready(heard: Heard, tidy: Tidy) -> Heard:
    question = heard.question if has_words(heard.question) else words.HEARD
    return replace(heard, question=question, answer=tidy.answer(heard.answer))


def _by_word(term: GlossaryTerm) -> str:
    return term.term.casefold()


def _sentence(text: str) -> str:
    """The text as a sentence: a capital at its start and a full stop."""
    text = text.strip()
    if not text:
        return ""
    stop = "" if text[-1] in ".!?" else "."
    return f"{text[0].upper()}{text[1:]}{stop}"


def capital(text: str) -> str:
    """The text with a capital, unless its first word has its own, as in "eGFR"."""
    first = text.partition(" ")[0]
    return text[:1].upper() + text[1:] if first.islower() else text


def _with_harms(topic: Topic) -> tuple[Section, ...]:
    """The sections, with harms and approvals where cell therapy is spoken of."""
    extra = _harms(topic) + _approvals(topic)
    if not extra:
        return topic.sections
    if topic.section(_CELL_THERAPY) is None:
        more = Section(_MORE_EVIDENCE, words.MORE_EVIDENCE, extra)
        return (*topic.sections, more)
    return tuple(
        replace(section, blocks=section.blocks + extra)
        if section.id == _CELL_THERAPY
        else section
        for section in topic.sections
    )


def _harms(topic: Topic) -> tuple[Block, ...]:
    if not topic.harms:
        return ()
    items = tuple(_item(harm.text, harm.sources) for harm in topic.harms)
    return (Heading(3, "harms", (Text(words.HARMS),)), BulletList(items))


def _approvals(topic: Topic) -> tuple[Block, ...]:
    if not topic.approvals:
        return ()
    items = tuple(_item(_decision(a), a.sources) for a in topic.approvals)
    return (Heading(3, "approvals", (Text(words.APPROVALS),)), BulletList(items))


def _decision(approval: Approval) -> str:
    """A regulator's decision as one line."""
    head = f"{approval.product}, {approval.regulator}"
    when = f" ({words.long_date(approval.date)})" if approval.date else ""
    tail = f" For: {approval.indication}." if approval.indication else ""
    return f"{head}{when}: {_sentence(approval.status).rstrip('.')}.{tail}"


def _item(text: str, sources: tuple[str, ...]) -> ListItem:
    children: tuple[Inline, ...] = (Text(text), Citation(sources))
    return ListItem((Paragraph(children),))


def _entry(number: int, source: Source) -> SourceEntry:
    named = (
        (
            f"doi:\N{NO-BREAK SPACE}{source.doi}",
            f"https://doi.org/{source.doi}",
            source.doi,
        ),
        (
            f"PMID:\N{NO-BREAK SPACE}{source.pmid}",
            f"https://pubmed.ncbi.nlm.nih.gov/{source.pmid}/",
            source.pmid,
        ),
        (source.nct, f"https://clinicaltrials.gov/study/{source.nct}", source.nct),
    )
    links = tuple((label, address) for label, address, known in named if known)
    if not links and source.address:
        links = ((source.address, source.address),)
    is_address = "/" in source.seen_at
    if is_address and not links:
        links = ((source.seen_at, source.seen_at),)
    seen = "" if is_address else words.long_date(source.seen_at)
    return SourceEntry(number, source.reference, links, seen)
