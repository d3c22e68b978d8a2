"""What the words of a page tell about it, as the standards ask for it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from reader.handout.leaflet import Leaflet, make_leaflet
from reader.model.blocks import (
    Block,
    BulletList,
    EvidenceTable,
    Heading,
    HeardAnswer,
    NumberedList,
    Paragraph,
    Picture,
    Quote,
    Table,
    Term,
)
from reader.model.plain import block_text, inline_text, inlines, runs
from reader.model.topic import Section, Topic

_SENTENCE: Final = re.compile(r"(?<=[.!?:])\s+|\n+")
_OUT_OF: Final = re.compile(
    r"\b([\d,.]+|one|two|three|four|five|six|seven|eight|nine|ten|half)"
    r" (?:people )?(?:out )?of (?:every |the |about |nearly |over )?([\d,]+)\b"
)
_ONE_IN: Final = re.compile(r"\b(?:1|one) in (?:every )?(?:\d|two|three|four|five|ten)")
_RELATIVE: Final = re.compile(
    r"\d\s?(?:%|per ?cent) (?:fewer|less|more|lower|higher|longer)\b"
)
_CALCULATE: Final = frozenset({"multiply", "divide", "subtract", "calculate"})
_YOU: Final = re.compile(r"\b(?:you|your|yourself)\b", re.IGNORECASE)
_INDIRECT: Final = re.compile(r"\bpatients (?:should|must|need to)\b", re.IGNORECASE)
_CAPITALS: Final = re.compile(r"\b[A-Z]{4,}(?:\W+[A-Z]{4,}){2,}\b")
_HARM: Final = re.compile(
    r"\b(?:side effects?|harm(?:s|ed|ful)?|risks?|danger(?:ous)?|fatal|die[ds]?)\b"
)
_DO: Final = frozenset(
    {
        "ask", "avoid", "be", "bring", "call", "check", "choose", "contact",
        "do", "don't", "drink", "eat", "find", "get", "give", "go", "help", "keep",
        "know", "learn", "let", "look", "make", "move", "never", "phone", "put",
        "read", "ring", "see", "seek", "show", "sit", "speak", "start", "stay",
        "stop", "take", "talk", "tell", "try", "use", "wait", "wash", "watch",
        "wear", "write",
    }
)  # fmt: skip
"""Words that advice begins with."""

_LONG_WORD: Final = re.compile(r"[^\W\d_]{16,}")


@dataclass(frozen=True)
class Facts:
    """What can be counted in a topic."""

    topic: Topic

    @cached_property
    def leaflet(self) -> Leaflet:
        """The topic as it is printed."""
        return make_leaflet(self.topic)

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Every block at every depth, with those of answers."""
        return tuple(
            inner
            for section in self.leaflet.sections
            for inner in _deep(section.blocks)
        ) + tuple(inner for heard in self.topic.heard for inner in _deep(heard.answer))

    @cached_property
    def paragraphs(self) -> tuple[str, ...]:
        """The words of every paragraph and list item, and of every finding."""
        texts = (block_text(b) for b in self.blocks if isinstance(b, Paragraph))
        return (*texts, *(claim.finding for claim in self.topic.claims))

    @cached_property
    def words(self) -> str:
        """All the words, one paragraph to a line."""
        return "\n".join(self.paragraphs)

    @cached_property
    def lists(self) -> tuple[BulletList | NumberedList, ...]:
        """Every list but the approvals, which nobody reads through."""
        return tuple(b for b in self.blocks if isinstance(b, BulletList | NumberedList))

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """Every plain table."""
        return tuple(block for block in self.blocks if isinstance(block, Table))

    @cached_property
    def has_evidence(self) -> bool:
        """Whether claims are shown with their badges."""
        return any(isinstance(block, EvidenceTable) for block in self.blocks)

    @cached_property
    def pictures(self) -> tuple[Picture, ...]:
        """Every picture."""
        return tuple(block for block in self.blocks if isinstance(block, Picture))

    @cached_property
    def has_arrays(self) -> bool:
        """Whether people are drawn, with and without a treatment."""
        return any(claim.absolute is not None for claim in self.topic.claims)

    @cached_property
    def unexplained(self) -> tuple[str, ...]:
        """Glossary words of the page that its list of words lacks."""
        known = {term.id for term in self.topic.terms}
        used = {
            inline.term
            for block in self.blocks
            for run in runs(block)
            for inline in inlines(run)
            if isinstance(inline, Term)
        }
        return tuple(sorted(used - known))

    @cached_property
    def advice(self) -> str:
        """The first sentence that says what to do, "" where there is none."""
        said = "\n".join(map(section_words, self.leaflet.sections))
        return next((s for s in sentences(said) if first_word(s) in _DO), "")

    def section(self, section_id: str) -> Section | None:
        """A section by its id."""
        return next((s for s in self.leaflet.sections if s.id == section_id), None)

    @property
    def one_in(self) -> str:
        """A chance as "1 in 5", "" where there is none."""
        found = _ONE_IN.search(self.words)
        return found[0] if found else ""

    @property
    def relative(self) -> str:
        """A difference by per cent, "" where there is none."""
        found = _RELATIVE.search(self.words)
        return found[0] if found else ""

    @property
    def calculation(self) -> str:
        """A sentence that asks for arithmetic."""
        asked = (s for s in sentences(self.words) if first_word(s) in _CALCULATE)
        return next(asked, "")

    @property
    def has_chances(self) -> bool:
        """Whether a number of people out of others is named."""
        return bool(_OUT_OF.search(self.words)) or self.has_arrays

    @property
    def mixed_denominators(self) -> str:
        """A sentence that sets people out of 100 beside people out of 1,000."""
        for paragraph in self.paragraphs:
            for sentence in sentences(paragraph):
                of = {found[1].replace(",", "") for found in _OUT_OF.findall(sentence)}
                if len({number for number in of if set(number[1:]) == {"0"}}) > 1:
                    return sentence
        return ""

    @property
    def addresses(self) -> bool:
        """Whether it says "you", and never "patients should"."""
        return bool(_YOU.search(self.words)) and not _INDIRECT.search(self.words)

    @property
    def capitals(self) -> str:
        """Running text in capitals."""
        found = _CAPITALS.search(self.words)
        return found[0] if found else ""

    @property
    def names_harm(self) -> bool:
        """Whether harms are spoken of."""
        return bool(self.topic.harms) or bool(_HARM.search(self.words.lower()))

    @property
    def long_words(self) -> int:
        """How many words are so long that a narrow column may break them."""
        return len(_LONG_WORD.findall(self.words))

    @property
    def bare_numbers(self) -> int:
        """Cells of tables that hold a number and not a word."""
        cells = (
            inline_text(cell.children).strip()
            for table in self.tables
            for row in table.rows
            for cell in row.cells[1:]
        )
        return sum(bool(re.fullmatch(r"[\d.,%]+", cell)) for cell in cells)


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    return [sentence for sentence in _SENTENCE.split(text) if sentence.strip()]


def first_word(sentence: str) -> str:
    """The first word of a sentence, in small letters."""
    found = re.match(r"[^\w]*([\w’']+)", sentence)
    return found[1].replace("’", "'").lower() if found else ""


def section_words(section: Section) -> str:
    """The words of a section, one run to a line."""
    return "\n".join(block_text(block) for block in section.blocks)


def stretches(blocks: Iterable[Block]) -> Iterator[int]:
    """Words in a row without a heading, a list or a table between them."""
    words = 0
    for block in blocks:
        if isinstance(block, Paragraph):
            words += len(block_text(block).split())
        else:
            yield words
            words = 0
    yield words


def _deep(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block
        match block:
            case BulletList() | NumberedList():
                for item in block.items:
                    yield from _deep(item.blocks)
            case Quote():
                yield from _deep(block.blocks)
            case Paragraph() | Heading() | Table() | Picture() | EvidenceTable():
                pass
            case HeardAnswer():
                pass
