"""The running text of one page, and where to note what is wrong with it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from reader.compiler.evidence import Evidence
from reader.compiler.faults import SourceFile
from reader.compiler.page import Page
from reader.compiler.phrases import Phrases, lower
from reader.model.blocks import EvidenceTable, HeardAnswer
from reader.model.plain import inline_text, runs
from reader.model.topic import Topic

SENTENCE_END = re.compile(r"(?<=[.!?])(?=[\s\"'\u2019\u201d)])")
WORD = re.compile(r"[^\W_]+(?:['\u2019.,-][^\W_]+)*")

_OUT_OF = re.compile(r"\bout of (?:every |each )?(\d{1,3}(?:,\d{3})+|\d+)")
_QUOTED = re.compile(r'"[^"\n]{1,300}"')
_ENOUGH_WORDS = 5


@dataclass(slots=True)
class Wording:
    """What a person reads on a page, one run of words to a line.

    Attributes:
        text: Paragraphs, list items, findings, reasons, answers.
        lowered: The same in small letters, each at the same place.
        words: Each word, a name as one easy word; "graft-versus-host" is one, too.
        asked: What people hear; its words are not ours.
        easy: The same with each name of a disease or drug as the word "name".
    """

    page: Page
    topic: Topic
    evidence: Evidence
    text: str = field(init=False)
    lowered: str = field(init=False)
    words: list[str] = field(init=False)
    asked: frozenset[str] = field(init=False)
    easy: str = field(init=False)

    def __post_init__(self) -> None:
        """Gather the text once, for every check."""
        self.text = "\n".join(running_text(self.topic))
        self.lowered = lower(self.text)
        self.asked = frozenset(answer.question for answer in self.topic.heard)
        self.easy = self.without_names(self.lowered)
        self.words = WORD.findall(self.easy)

    @property
    def names(self) -> tuple[str, ...]:
        """Names that a person with the illness knows."""
        topic = self.topic
        return (topic.title, *topic.also_called, *self.evidence.names)

    def without_names(self, text: str) -> str:
        """A text with each name as one easy word."""
        return Phrases(self.names).replace(text, "name")

    def runs(self) -> Iterator[str]:
        """Each run of words on its own."""
        yield from self.text.split("\n")

    def ours(self) -> Iterator[str]:
        """Each run in our own words: neither a question heard nor a quotation."""
        for run in self.runs():
            if run not in self.asked:
                yield _QUOTED.sub('""', run)

    def run_at(self, place: int) -> str:
        """The run that holds a place of the text."""
        start = self.text.rfind("\n", 0, place) + 1
        end = self.text.find("\n", place)
        return self.text[start : end if end >= 0 else None]

    def fault(self, words: str, message: str) -> None:
        """Note a fault where these words stand in the page's files."""
        source, line = self._place(words)
        source.fault(line, message)

    def _place(self, words: str) -> tuple[SourceFile, int]:
        # Marks and line breaks may stand between the words, so a few are enough.
        first = map(re.escape, WORD.findall(words)[:_ENOUGH_WORDS])
        pattern = re.compile(r"[\W_]+".join(first))
        for source in (self.page.source, self.evidence.source):
            found = pattern.search(source.text) if source is not None else None
            if source is not None and found is not None:
                return source, source.text.count("\n", 0, found.start()) + 1
        return self.page.source, 1


def denominators(text: str) -> set[int]:
    """Every number that "out of" stands before."""
    return {int(number.replace(",", "")) for number in _OUT_OF.findall(text)}


def running_text(topic: Topic) -> Iterator[str]:
    """Every run of words a person reads on a page, tables of claims included."""
    for section in topic.sections:
        for block in section.blocks:
            if isinstance(block, EvidenceTable):
                yield from _claims_text(topic, block)
            elif isinstance(block, HeardAnswer):
                yield from _heard_text(topic, block)
            else:
                yield from (inline_text(run) for run in runs(block))
    yield from (harm.text for harm in topic.harms)


def _claims_text(topic: Topic, table: EvidenceTable) -> Iterable[str]:
    for claim in filter(None, map(topic.claim, table.claims)):
        yield claim.finding
        yield from (reason.text for reason in claim.reasons)


def _heard_text(topic: Topic, block: HeardAnswer) -> Iterable[str]:
    answer = topic.heard_answer(block.heard)
    if answer is not None:
        yield answer.question
        for part in answer.answer:
            yield from (inline_text(run) for run in runs(part))
