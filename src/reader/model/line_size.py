"""How many lines words take in the letters of a handout, without laying them out."""

from collections.abc import Sequence
from functools import lru_cache

LINE = 14.02
"""Points from line to line at the tightest."""

LETTER = 8.02
"""Points of a line's letters, from its ground to its top."""

_POINTS = 12

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

SPACE = _REGULAR[0] * _POINTS / 1000
"""Points from word to word."""

_WIDER_SPACE = (_BOLD[0] - _REGULAR[0]) * _POINTS / 1000


def word_widths(text: str, *, bold: bool = False) -> list[float]:
    """How wide each word is, in points; a bold one with what its space is wider."""
    more = _WIDER_SPACE if bold else 0.0
    return [word_width(word, bold=bold) + more for word in text.split()]


@lru_cache(maxsize=20_000)
def word_width(word: str, *, bold: bool = False) -> float:
    """How wide a word is, in points."""
    widths = _BOLD_WIDTHS if bold else _LIGHT_WIDTHS
    return sum(widths.get(letter, _OTHER) for letter in word) * _POINTS / 1000


def lines_height(words: Sequence[float], width: float) -> float:
    """How high words are that are set in lines."""
    return height_of(wrapped(words, width, SPACE))


def height_of(lines: int) -> float:
    """How high so many lines are, in points."""
    return LETTER + (lines - 1) * LINE if lines else 0.0


def wrapped(words: Sequence[float], width: float, space: float) -> int:
    """Lines that words take, each line filled as far as it goes."""
    lines, used = 0, width + 1
    for word in words:
        if used + space + word <= width:
            used += space + word
        else:
            lines += 1
            used = word
    return lines
