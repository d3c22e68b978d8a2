"""Whether a summary fits on one side, reckoned without laying it out.

The template that prints a summary measures it; a page of which that cannot come out
well has to be refused where it is written. So the tightest of the template's layouts
(`assets/summary.typ`) is reckoned here with the widths of its letters, a little wider
and higher than it really is: what fits here fits on paper.
"""

import math
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reader.model.blocks import (
    Block,
    BulletList,
    Heading,
    NumberedList,
    Paragraph,
    Strong,
)
from reader.model.evidence import Claim, Source
from reader.model.grade import Certainty
from reader.model.plain import address_in_words, block_text, inline_text
from reader.model.summary import FEWEST_RESULTS, Summary
from reader.model.topic import Section
from reader.model.wording import statement

LINE = 14.02
"""Points from line to line at the tightest."""

_LETTER = 8.02  # points of a line's letters, from its ground to its top
_POINTS = 12
_MM = 72 / 25.4

_REGULAR = (
    280, 286, 301, 651, 592, 919, 731, 160, 299, 299, 485, 606, 210, 362, 210, 387,
    648, 407, 548, 576, 614, 588, 598, 510, 615, 595, 210, 210, 553, 628, 553, 480,
    778, 626, 613, 645, 669, 569, 552, 694, 694, 392, 512, 631, 541, 824, 693, 714,
    592, 724, 614, 592, 558, 690, 593, 856, 623, 575, 607, 317, 387, 344, 552, 372,
    243, 525, 566, 485, 564, 538, 314, 558, 550, 252, 245, 492, 262, 845, 550, 548,
    566, 574, 349, 471, 326, 540, 461, 684, 481, 449, 460, 344, 237, 344, 555,
)  # fmt: skip
_BOLD = (
    312, 303, 390, 765, 610, 969, 725, 210, 335, 335, 485, 595, 271, 373, 272, 440,
    659, 440, 579, 600, 624, 607, 626, 537, 624, 571, 272, 272, 569, 612, 569, 547,
    781, 678, 643, 658, 688, 597, 566, 718, 701, 424, 561, 663, 552, 858, 717, 746,
    629, 756, 650, 610, 607, 686, 644, 886, 685, 650, 618, 340, 440, 344, 582, 400,
    288, 552, 596, 510, 596, 563, 365, 593, 571, 300, 259, 555, 318, 882, 571, 576,
    596, 599, 376, 508, 376, 567, 530, 740, 539, 521, 505, 381, 254, 381, 537,
)  # fmt: skip
"""Widths of the letters from space to ~, in thousandths of their size: Atkinson
Hyperlegible Next, Regular and Bold."""

_OTHER = 720
"""As wide as any letter that is likely to stand in a page beside those."""

_LIGHT_WIDTHS = {chr(32 + place): width for place, width in enumerate(_REGULAR)}
_BOLD_WIDTHS = {chr(32 + place): width for place, width in enumerate(_BOLD)}
_SPACE = _REGULAR[0] * _POINTS / 1000
_WIDER_SPACE = (_BOLD[0] - _REGULAR[0]) * _POINTS / 1000


@dataclass(frozen=True, slots=True)
class _Paper:
    """The room that a page leaves for a summary, in points."""

    width: float
    height: float


_MARGINS = (2 * 13 * _MM, 2 * 12 * _MM)
_PAPERS = {
    "us-letter": _Paper(612 - _MARGINS[0], 792 - _MARGINS[1]),
    "a4": _Paper(210 * _MM - _MARGINS[0], 297 * _MM - _MARGINS[1]),
}
_LONGEST_LINE = 128 * _MM
_GUTTER = 5 * _MM
_SHARES = (0.38, 0.42, 0.46, 0.5, 0.54, 0.58, 0.62)
_CODE_COLUMN = 74 * _MM
_MODULE = 0.5 * _MM
_BADGE_COLUMN = 42.5 * _MM

_GAP = 8.0  # between the parts
_ITEM = 6.96  # between blocks and between entries
_PAD = 7.5
_MARKER = 12.0  # a bullet and what follows it
_NUMBER = 16.0
_HEADING = 9.4 + 9.6
_HEADING_LINE, _HEADING_SIZE = 16.4, 14 / 12
_BELOW_HEADING = 8.0
_SIGN_HEIGHT = 5.6  # by which the warning sign is higher than its heading
_SIGN_WIDTH = 24.5
_LEAD = 3.0
_TITLE, _TITLE_LINE, _BELOW_TITLE = 21 / 12, 23.5, 14.4
_BADGE = 18.1
_LONG_BADGE = 30.2  # whose words take two lines
_CELL = 8.1
_TABLE_HEAD = 16.2
_RULE = 1.3
_FOOT = 12.7


def lines_too_many(title: str, notice: str, summary: Summary) -> int:
    """By how many lines a bare summary is too long for one side; 0 where it fits.

    Args:
        title: The title of the page.
        notice: The status of the page, and when it was checked.
        summary: What stands on it; of the results as few as may be.
    """
    over = max(_over(title, notice, summary, paper) for paper in _PAPERS.values())
    return max(0, -int(-over // LINE))


def shares(summary: Summary, paper: str) -> tuple[float, float]:
    """The share of the width that the left one of two columns should have.

    Args:
        summary: What stands in them.
        paper: "a4" or "us-letter".

    Returns:
        For the short version beside the red flags, and for both the short version and
        the questions beside them.
    """
    if summary.red_flags is None:
        return 0.5, 0.5
    flags, width = _flags(summary.red_flags), _PAPERS[paper].width
    lefts = _short(summary.short), _short_and_questions(summary)
    first, second = (_lowest(left, flags, width)[1] for left in lefts)
    return first, second


def _over(title: str, notice: str, summary: Summary, paper: _Paper) -> float:
    """Points that are too many; below 0 where there is room to spare."""
    head = _title(title, paper.width) + _lines_of(_words(notice), _LONGEST_LINE)
    over = head + _plain(summary, paper.width) - paper.height
    if over > 0 and summary.red_flags is not None and summary.questions:
        dense = head + _dense(summary, summary.red_flags, paper.width) - paper.height
        return min(over, dense)
    return over


def _title(title: str, width: float) -> float:
    words = [word * _TITLE for word in _words(title, bold=True)]
    lines = _wrapped(words, width, _SPACE * _TITLE)
    return lines * _TITLE_LINE - (_TITLE_LINE - _TITLE * _LETTER) + _BELOW_TITLE


def _plain(summary: Summary, width: float) -> float:
    """Short version and red flags side by side, questions and code below."""
    short = _short(summary.short)
    flags = summary.red_flags
    parts = [_lowest(short, _flags(flags), width)[0] if flags else short(width)]
    parts.append(_results(summary, width))
    code = summary.read_more
    if summary.questions and code is None:
        parts.append(_questions(summary)(_LONGEST_LINE))
    elif summary.questions:
        beside = _questions(summary)(width - _CODE_COLUMN - 8 * _MM)
        parts.append(max(beside, _code(code, _CODE_COLUMN)))
    else:
        parts.append(_low_code(code))
    return _stacked(parts)


def _dense(summary: Summary, flags: Section, width: float) -> float:
    """The questions under the short version, both beside the red flags."""
    beside, _ = _lowest(_short_and_questions(summary), _flags(flags), width)
    return _stacked([beside, _results(summary, width), _low_code(summary.read_more)])


def _stacked(parts: Iterable[float]) -> float:
    """Parts below the head and above the foot."""
    return sum(_GAP + part for part in parts if part) + _GAP + _FOOT


_Height = Callable[[float], float]
"""How high something is in a given width, in points."""


def _lowest(left: _Height, right: _Height, width: float) -> tuple[float, float]:
    """Two boxes, shared out so that the higher of them is as low as can be.

    Returns:
        Its height, and the share of the left one.
    """
    inner = width - _GUTTER
    lowest = (math.inf, 0.0)
    for share in _SHARES:
        one, two = left(inner * share), right(inner * (1 - share))
        lowest = min(lowest, (max(one, two), share))
        if one <= two:  # from here on the right one only grows
            break
    return lowest


def _short(section: Section) -> _Height:
    said, titled = _blocks(section.blocks), _titled(section.title)

    def height(width: float) -> float:
        inner = width - 2 * _PAD - 3
        return 2 * _PAD + 5 + titled(inner) + said(min(inner, _LONGEST_LINE))

    return height


def _short_and_questions(summary: Summary) -> _Height:
    short, asked = _short(summary.short), _questions(summary)

    def height(width: float) -> float:
        return short(width) + _GAP + 4 + asked(width)

    return height


def _flags(section: Section) -> _Height:
    said, titled = _blocks(section.blocks, led=True), _titled(section.title)

    def height(width: float) -> float:
        inner = width - 2 * _PAD
        heading = _SIGN_HEIGHT + titled(inner - _SIGN_WIDTH)
        return 2 * _PAD + 2 + heading + said(inner)

    return height


def _questions(summary: Summary) -> _Height:
    asked = [_blocks(item.blocks) for item in summary.questions]
    titled = _titled(summary.questions_title)

    def height(width: float) -> float:
        inner = sum(_ITEM + one(width - _NUMBER) for one in asked) - _ITEM
        return titled(width) + inner

    return height


def _titled(title: str) -> _Height:
    words = [word * _HEADING_SIZE for word in _words(title, bold=True)]

    def height(width: float) -> float:
        lines = _wrapped(words, width, _SPACE * _HEADING_SIZE)
        return _HEADING + max(0, lines - 1) * _HEADING_LINE

    return height


def _results(summary: Summary, width: float) -> float:
    rows = summary.first(FEWEST_RESULTS)
    if not rows:
        return 0.0
    room = width - _BADGE_COLUMN
    columns = room / 2.25 - 10, room * 1.25 / 2.25 - 10
    inner = sum(_row(claim, columns) for claim in rows)
    return _HEADING + _TABLE_HEAD + inner + _RULE


def _row(claim: Claim, columns: tuple[float, float]) -> float:
    short = statement(claim.certainty, claim.direction, claim.size).short
    said = _words(f"{claim.outcome}:") + _words(short, bold=True)
    treatment = _lines_of(_words(claim.treatment, bold=True), columns[0])
    badge = _LONG_BADGE if claim.certainty is Certainty.NONE else _BADGE
    return max(treatment, _lines_of(said, columns[1]), badge) + _CELL


def _code(source: Source | None, width: float) -> float:
    if source is None:
        return 0.0
    words = _HEADING + 2 * LINE
    return max(_side(source), words) + _ITEM + _address(source, width)


def _low_code(source: Source | None) -> float:
    if source is None:
        return 0.0
    words = _HEADING + LINE + _ITEM
    beside = _LONGEST_LINE - _side(source) - 8 * _MODULE
    return max(_side(source), words + _address(source, beside))


_CAPACITIES = (14, 26, 42, 62, 84, 106, 122, 152, 180, 213)
"""Bytes that a code of each version holds at error level M (ISO/IEC 18004)."""


def _side(source: Source) -> float:
    """How high the code is, without its white rim."""
    needed = len(source.url.encode())
    version = 1 + sum(capacity < needed for capacity in _CAPACITIES)
    return (17 + 4 * version) * _MODULE


def _address(source: Source, width: float) -> float:
    parts = re.split(r"(?<=[/-])", address_in_words(source.url))
    return _height_of(_wrapped([_width(part) for part in parts], width, 0.0))


# ---- words ---------------------------------------------------------------------------


def _blocks(blocks: Sequence[Block], *, led: bool = False) -> _Height:
    """Blocks below one another; `led` has what leads to a list in bold letters."""
    heights: list[_Height] = []
    extra = 0.0
    for place, block in enumerate(blocks):
        following = blocks[place + 1] if place + 1 < len(blocks) else None
        leads = led and isinstance(following, BulletList | NumberedList)
        heights.append(_block(block, bold=leads and not _has_bold(block)))
        if led and place and (leads or _has_bold(block)):
            extra += _LEAD
    gaps = max(0, len(heights) - 1) * _ITEM + extra

    def height(width: float) -> float:
        return sum(one(width) for one in heights) + gaps

    return height


def _has_bold(block: Block) -> bool:
    return isinstance(block, Paragraph) and any(
        isinstance(child, Strong) for child in block.children
    )


def _block(block: Block, *, bold: bool) -> _Height:
    if isinstance(block, BulletList | NumberedList):
        numbered = isinstance(block, NumberedList)
        return _list(block, _NUMBER if numbered else _MARKER)
    if isinstance(block, Paragraph):
        words = [
            word
            for child in block.children
            for word in _words(
                inline_text([child]), bold=bold or isinstance(child, Strong)
            )
        ]
        return lambda width: _lines_of(words, width)
    words = _words(block_text(block), bold=True)
    if isinstance(block, Heading):
        return lambda width: _lines_of(words, width) + _BELOW_HEADING
    return lambda width: 2 * _lines_of(words, width / 2) + 2 * LINE


def _list(block: BulletList | NumberedList, indent: float) -> _Height:
    items = [_blocks(item.blocks) for item in block.items]

    def height(width: float) -> float:
        return sum(item(width - indent) + _ITEM for item in items) - _ITEM

    return height


def _words(text: str, *, bold: bool = False) -> list[float]:
    """How wide each word is, in points; a bold one with what its space is wider."""
    more = _WIDER_SPACE if bold else 0.0
    return [_width(word, bold=bold) + more for word in text.split()]


@lru_cache(maxsize=20_000)
def _width(word: str, *, bold: bool = False) -> float:
    widths = _BOLD_WIDTHS if bold else _LIGHT_WIDTHS
    return sum(widths.get(letter, _OTHER) for letter in word) * _POINTS / 1000


def _lines_of(words: Sequence[float], width: float) -> float:
    """How high words are that are set in lines."""
    return _height_of(_wrapped(words, width, _SPACE))


def _height_of(lines: int) -> float:
    return _LETTER + (lines - 1) * LINE if lines else 0.0


def _wrapped(words: Sequence[float], width: float, space: float) -> int:
    """Lines that words take, each line filled as far as it goes."""
    lines, used = 0, width + 1
    for word in words:
        if used + space + word <= width:
            used += space + word
        else:
            lines += 1
            used = word
    return lines
