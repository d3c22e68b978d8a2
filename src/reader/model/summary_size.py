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
from reader.model.line_size import (
    LETTER,
    LINE,
    SPACE,
    height_of,
    lines_height,
    word_width,
    word_widths,
    wrapped,
)
from reader.model.plain import address_in_words, block_text, inline_text
from reader.model.summary import FEWEST_RESULTS, Summary
from reader.model.topic import Section
from reader.model.wording import statement

_MM = 72 / 25.4


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
    sized = _Sized(title, notice, summary)
    over = max(sized.over(paper) for paper in _PAPERS.values())
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
    short = _short(summary.short)
    lefts = short, _one_below_other(short, _questions(summary))
    first, second = (_lowest(left, flags, width)[1] for left in lefts)
    return first, second


_Height = Callable[[float], float]
"""How high something is in a given width, in points."""


class _Sized:
    """The parts of a summary, each ready to be measured in any width."""

    def __init__(self, title: str, notice: str, summary: Summary) -> None:
        self._title = _title(title)
        self._notice = lines_height(word_widths(notice), _LONGEST_LINE)
        self._short = _short(summary.short)
        self._flags = _flags(summary.red_flags) if summary.red_flags else None
        self._results = _results(summary)
        self._questions = _questions(summary) if summary.questions else None
        self._code = summary.read_more

    def over(self, paper: _Paper) -> float:
        """Points that are too many; below 0 where there is room to spare."""
        width = paper.width
        head = self._title(width) + self._notice
        results = self._results(width)
        over = head + self._plain(width, results) - paper.height
        if over > 0 and self._flags is not None and self._questions is not None:
            left = _one_below_other(self._short, self._questions)
            beside, _ = _lowest(left, self._flags, width)
            dense = _stacked([beside, results, _low_code(self._code)])
            return min(over, head + dense - paper.height)
        return over

    def _plain(self, width: float, results: float) -> float:
        """Short version and red flags side by side, questions and code below."""
        short, flags = self._short, self._flags
        above = _lowest(short, flags, width)[0] if flags else short(width)
        if self._questions is None:
            below = _low_code(self._code)
        elif self._code is None:
            below = self._questions(_LONGEST_LINE)
        else:
            asked = self._questions(width - _CODE_COLUMN - 8 * _MM)
            below = max(asked, _code(self._code, _CODE_COLUMN))
        return _stacked([above, results, below])


def _stacked(parts: Iterable[float]) -> float:
    """Parts below the head and above the foot."""
    return sum(_GAP + part for part in parts if part) + _GAP + _FOOT


def _one_below_other(upper: _Height, lower: _Height) -> _Height:
    return lambda width: upper(width) + _GAP + 4 + lower(width)


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
    words = [word * _HEADING_SIZE for word in word_widths(title, bold=True)]

    def height(width: float) -> float:
        lines = wrapped(words, width, SPACE * _HEADING_SIZE)
        return _HEADING + max(0, lines - 1) * _HEADING_LINE

    return height


def _title(title: str) -> _Height:
    words = [word * _TITLE for word in word_widths(title, bold=True)]

    def height(width: float) -> float:
        lines = wrapped(words, width, SPACE * _TITLE)
        return lines * _TITLE_LINE - (_TITLE_LINE - _TITLE * LETTER) + _BELOW_TITLE

    return height


def _results(summary: Summary) -> _Height:
    rows = [_row(claim) for claim in summary.first(FEWEST_RESULTS)]

    def height(width: float) -> float:
        if not rows:
            return 0.0
        inner = sum(row(width - _BADGE_COLUMN) for row in rows)
        return _HEADING + _TABLE_HEAD + inner + _RULE

    return height


def _row(claim: Claim) -> _Height:
    short = statement(claim.certainty, claim.direction, claim.size).short
    said = word_widths(f"{claim.outcome}:") + word_widths(short, bold=True)
    treatment = word_widths(claim.treatment, bold=True)
    badge = _LONG_BADGE if claim.certainty is Certainty.NONE else _BADGE

    def height(room: float) -> float:
        left = lines_height(treatment, room / 2.25 - 10)
        right = lines_height(said, room * 1.25 / 2.25 - 10)
        return max(left, right, badge) + _CELL

    return height


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
    return height_of(wrapped([word_width(part) for part in parts], width, 0.0))


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
            for word in word_widths(
                inline_text([child]), bold=bold or isinstance(child, Strong)
            )
        ]
        return lambda width: lines_height(words, width)
    words = word_widths(block_text(block), bold=True)
    if isinstance(block, Heading):
        return lambda width: lines_height(words, width) + _BELOW_HEADING
    return lambda width: 2 * lines_height(words, width / 2) + 2 * LINE


def _list(block: BulletList | NumberedList, indent: float) -> _Height:
    items = [_blocks(item.blocks) for item in block.items]

    def height(width: float) -> float:
        return sum(item(width - indent) + _ITEM for item in items) - _ITEM

    return height
