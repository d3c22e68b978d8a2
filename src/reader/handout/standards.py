"""Standards for patient information: their items, and how a page does by them.

PEMAT-P (AHRQ 2014, the Patient Education Materials Assessment Tool, 24 items for
print), the CDC Clear Communication Index (2019, 20 items, passed at 90 of 100), and
clear print (RNIB; APH and ACB for large print). What an item asks is said in our own
short words; the numbers are the instruments' own.

Many items only a person can judge. They are named as such and never counted: a score
is the share of what a program could decide.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

PASS_MARK: Final = 90
"""Of 100, for the CDC Clear Communication Index."""


class Standard(StrEnum):
    """An instrument, or one of its scales."""

    UNDERSTANDABLE = "PEMAT understandability"
    ACTIONABLE = "PEMAT actionability"
    CDC = "CDC index"
    CLEAR_PRINT = "clear print"


class Verdict(StrEnum):
    """What became of an item."""

    HELD = "held"
    MISSED = "missed"
    NOT_APPLICABLE = "not applicable"
    PERSON = "for a person to judge"


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a standard."""

    standard: Standard
    number: int
    asks: str


@dataclass(frozen=True, slots=True)
class Rating:
    """One item of one page.

    Attributes:
        why: What was found, in a few words; "" where there is nothing to say.
    """

    item: Item
    verdict: Verdict
    why: str = ""


@dataclass(frozen=True, slots=True)
class Score:
    """How many of the items that could be decided were held."""

    held: int
    decided: int

    @property
    def percent(self) -> float:
        """Held of decided, times 100; 100 where there was nothing to decide."""
        return 100 * self.held / self.decided if self.decided else 100.0


@dataclass(frozen=True, slots=True)
class PageRatings:
    """All items of one page."""

    slug: str
    kind: str
    ratings: tuple[Rating, ...]

    def score(self, standard: Standard) -> Score:
        """The score by one standard, of what a program could decide."""
        verdicts = [r.verdict for r in self.ratings if r.item.standard is standard]
        held = verdicts.count(Verdict.HELD)
        return Score(held, held + verdicts.count(Verdict.MISSED))

    def missed(self) -> tuple[Rating, ...]:
        """What lowers the scores."""
        return tuple(r for r in self.ratings if r.verdict is Verdict.MISSED)


def _items(standard: Standard, asked: dict[int, str]) -> dict[int, Item]:
    return {number: Item(standard, number, asks) for number, asks in asked.items()}


UNDERSTANDABLE: Final = _items(
    Standard.UNDERSTANDABLE,
    {
        1: "what it is for is plain at once",
        2: "nothing in it leads away from that",
        3: "everyday words",
        4: "medical words only where they are taught, and explained",
        5: "active voice",
        6: "numbers that are easy to take in",
        7: "nothing to calculate",
        8: "short pieces",
        9: "headings that say something",
        10: "an order that makes sense",
        11: "a summary",
        12: "boxes, bullets or bold type for what matters",
        15: "pictures wherever they would help",
        16: "pictures that help and do not distract",
        17: "titles or captions for pictures",
        18: "pictures that are clear",
        19: "simple tables with short headings",
    },
)
ACTIONABLE: Final = _items(
    Standard.ACTIONABLE,
    {
        20: "at least one thing to do",
        21: "speaks to the reader",
        22: "what to do in steps",
        23: "something to use, such as a checklist",
        24: "how to do a calculation",
        25: "how to use tables and charts to act",
        26: "pictures where they would help to act",
    },
)
CDC: Final = _items(
    Standard.CDC,
    {
        1: "one main message",
        2: "the main message at the top",
        3: "the main message set apart",
        4: "a picture with words that supports the main message",
        5: "a call to act",
        6: "main message and call to act in active voice",
        7: "words that the readers use, others explained where they first stand",
        8: "lists, none longer than seven points",
        9: "pieces with headings",
        10: "what matters most first",
        11: "what is known and what is not",
        12: "advice on what to do",
        13: "why the advice matters",
        14: "how to follow the advice, or when to ask for help",
        15: "numbers that the readers use",
        16: "what the numbers mean",
        17: "nothing to calculate, one denominator side by side",
        18: "what the risk is, and for whom",
        19: "benefits and harms",
        20: "chances in words or a picture too",
    },
)
CLEAR_PRINT: Final = _items(
    Standard.CLEAR_PRINT,
    {
        1: "12 point at least in normal print (RNIB, APH)",
        2: "18 point at least in large print (APH, ACB)",
        3: "no running text in capitals (RNIB)",
        4: "few words that must be broken (RNIB)",
    },
)

EVERY_ITEM: Final = (
    *UNDERSTANDABLE.values(),
    *ACTIONABLE.values(),
    *CDC.values(),
    *CLEAR_PRINT.values(),
)

ON_PAPER: Final = (
    "left aligned, words evenly spaced",
    "60 to 70 characters a line in normal print",
    "lines 1.5 apart in large print",
    "no broken words in large print",
    "no heading and no single line left alone on a page",
    "contrast of 4.5 to 1 for all type, of 7 to 1 for the text",
    "page numbers in their place, as large as the text",
)
"""What the tests measure on finished handouts; the words of a page do not tell it."""
