"""The type of a page: sizes, spaces and formats, all from one body size."""

from functools import cached_property
from typing import NamedTuple, TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFormat,
)

from reader.notebook.settings import Spacing
from reader.ui.fonts import BODY_PIXELS, FAMILY, font
from reader.ui.theme import Theme

SMALLEST_TEXT, LARGEST_TEXT = 80, 300
"""Text sizes in per cent that a person may choose."""

MEASURE = 74
"""Characters in a full line; 60 to 75 read best (Bringhurst 2004; RNIB 60 to 70)."""
_SAMPLE = "Walking practice with a physiotherapist helps most people a little."
_TABLE_NEEDS_EM = 34
"""Below this width of the text, in body sizes, a table becomes a pile of cards."""

_TABLE_SHARE = 1.28
"""Tables and boxes may be this much wider than a line of text."""
_STEP = 8
"""Pixels by which that grows, so that a page is not set anew for each of them."""

_SMALL = 0.84
_BADGE = 0.86
_CITATION = 1.1
_HEADING = {1: 2.0, 2: 1.42, 3: 1.16, 4: 1.0}
_BEFORE = {1: 0.0, 2: 2.1, 3: 1.5, 4: 1.2}
_AFTER = {1: 0.35, 2: 0.55, 3: 0.3, 4: 0.2}
_INDENT = 1.7
_BOLD_TO = 2
_AT_LEAST = QTextBlockFormat.LineHeightTypes.MinimumHeight.value

_Ink: TypeAlias = tuple[int, str, QFont.Weight]
_Spaces: TypeAlias = tuple[float, float, float, float]


class _Rhythm(NamedTuple):
    """The room in and around words, as shares of their height.

    Attributes:
        line: From one line of body text to the next; so are the next two.
        small_line: See `line`.
        heading_line: See `line`.
        paragraph: After a paragraph.
        item: After an item of a list.
        letter: Between two letters, beside what the typeface gives.
        word: Between two words, beside that.
    """

    line: float
    small_line: float
    heading_line: float
    paragraph: float
    item: float
    letter: float
    word: float


_RHYTHMS = {
    Spacing.COMPACT: _Rhythm(1.35, 1.3, 1.15, 0.55, 0.2, 0.0, 0.0),
    Spacing.NORMAL: _Rhythm(1.5, 1.4, 1.22, 0.75, 0.35, 0.0, 0.0),
    # WCAG 2.2, success criterion 1.4.12: lines 1.5, paragraphs 2, letters 0.12 and
    # words 0.16 times the height of the letters, or more.
    Spacing.WIDE: _Rhythm(1.8, 1.7, 1.5, 2.0, 1.0, 0.12, 0.16),
}


class Look(NamedTuple):
    """What decides how a page is set; a new look means a new document.

    Attributes:
        theme: The colours.
        percent: The text size.
        overhang: Pixels by which tables and boxes are wider than a line of text.
        stacked: Tables as a pile of cards, for want of width.
        title: Height of the title in pixels, so that its longest word fits.
        spacing: The room between letters, words, lines and paragraphs.
    """

    theme: Theme
    percent: int
    overhang: int
    stacked: bool
    title: int
    spacing: Spacing = Spacing.NORMAL


def look_for(
    theme: Theme,
    percent: int,
    room: float,
    title: str,
    spacing: Spacing = Spacing.NORMAL,
) -> Look:
    """The look for a view with `room` pixels inside its margins, and its title."""
    body = body_pixels(percent)
    measure = measure_pixels(percent, spacing)
    widening = measure / measure_pixels(percent)
    overhang = min(room, measure * _TABLE_SHARE) - measure
    overhang = max(0, round(overhang) // _STEP * _STEP)
    column = min(room, measure) + overhang
    return Look(
        theme=theme,
        percent=percent,
        overhang=overhang,
        stacked=column < body * _TABLE_NEEDS_EM * widening,
        title=_title_pixels(body * _HEADING[1], body, room, title, spacing),
        spacing=spacing,
    )


def _title_pixels(
    full: float, least: float, room: float, title: str, spacing: Spacing
) -> int:
    longest = max(title.split(), key=len, default="")
    metrics = QFontMetricsF(font(full, QFont.Weight.Bold))
    needed = metrics.horizontalAdvance(longest)
    needed += len(longest) * full * _RHYTHMS[spacing].letter
    return int(full if needed <= room else max(least, full * room / needed - 1))


def column_pixels(look: Look, room: float) -> float:
    """The width that tables and boxes fill in a view with so much room."""
    return min(room, measure_pixels(look.percent, look.spacing)) + look.overhang


def body_pixels(percent: int) -> int:
    """The height of body text in pixels."""
    return round(BODY_PIXELS * percent / 100)


def measure_pixels(percent: int, spacing: Spacing = Spacing.NORMAL) -> float:
    """The width of a full line of text in pixels."""
    body = body_pixels(percent)
    rhythm = _RHYTHMS[spacing]
    sample = QFontMetricsF(font(body)).horizontalAdvance(_SAMPLE)
    sample += len(_SAMPLE) * body * rhythm.letter
    sample += _SAMPLE.count(" ") * body * rhythm.word
    return MEASURE * sample / len(_SAMPLE)


class Style:
    """Formats for one look; formats of words are shared, and not to be changed."""

    def __init__(self, look: Look) -> None:
        self._words: dict[_Ink, QTextCharFormat] = {}
        self._blocks: dict[_Spaces, QTextBlockFormat] = {}
        self.look = look
        self.theme = look.theme
        self._rhythm = _RHYTHMS[look.spacing]
        self.body = body_pixels(look.percent)
        self.small = max(11, round(self.body * _SMALL))
        self.badge = max(11, round(self.body * _BADGE))
        self.indent = round(self.body * _INDENT)

    def em(self, times: float) -> int:
        """A space in body sizes, in pixels."""
        return round(self.body * times)

    def words(
        self,
        *,
        pixels: int | None = None,
        colour: str | None = None,
        weight: QFont.Weight = QFont.Weight.Normal,
    ) -> QTextCharFormat:
        """The format of a run of words."""
        ink = pixels or self.body, colour or self.theme.text, weight
        if ink not in self._words:
            self._words[ink] = _words(*ink, self._rhythm)
        return self._words[ink]

    def small_words(self) -> QTextCharFormat:
        """Words that stand back."""
        return self.words(pixels=self.small, colour=self.theme.muted)

    def heading_words(self, level: int, colour: str | None = None) -> QTextCharFormat:
        """The words of a heading of level 1 to 4."""
        pixels = self.look.title if level == 1 else self.em(_HEADING[level])
        by_level = {1: self.theme.text, 2: self.theme.heading}
        weight = QFont.Weight.Bold if level <= _BOLD_TO else QFont.Weight.DemiBold
        ink = colour or by_level.get(level, self.theme.text)
        return self.words(pixels=pixels, colour=ink, weight=weight)

    def heading_block(self, level: int) -> QTextBlockFormat:
        """The spaces around a heading of level 1 to 4."""
        leading = self._rhythm.heading_line
        made = self._block(_HEADING[level], leading, _BEFORE[level], _AFTER[level])
        made.setHeadingLevel(level)
        return made

    def paragraph(self, *, after: float | None = None) -> QTextBlockFormat:
        """A paragraph, with the space after it in body sizes."""
        room = self._rhythm.paragraph if after is None else after
        return self._block(1.0, self._rhythm.line, 0.0, room)

    def item(self) -> QTextBlockFormat:
        """An item of a list."""
        return self.paragraph(after=self._rhythm.item)

    def small_block(self, *, after: float = 0.0) -> QTextBlockFormat:
        """A paragraph of small print."""
        return self._block(_SMALL, self._rhythm.small_line, 0.0, after)

    def object_block(
        self, *, before: float = 0.0, after: float = 0.0
    ) -> QTextBlockFormat:
        """A line that holds a badge or a picture."""
        made = QTextBlockFormat()
        made.setTopMargin(self.em(before))
        made.setBottomMargin(self.em(after))
        return made

    def closing_block(self) -> QTextBlockFormat:
        """The empty line that Qt asks for after a table at the end of a cell."""
        made = QTextBlockFormat()
        made.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        return made

    @cached_property
    def citation(self) -> QTextCharFormat:
        """The number of a source, alike among all words."""
        ink = self.em(_CITATION), self.theme.link, QFont.Weight.Normal
        made = _words(*ink, self._rhythm)
        made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        return made

    def as_link(self, words: QTextCharFormat) -> QTextCharFormat:
        """A link among words of this format."""
        made = QTextCharFormat(words)
        made.setForeground(QColor(self.theme.link))
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        made.setUnderlineColor(QColor(self.theme.link))
        return made

    def as_term(self, words: QTextCharFormat) -> QTextCharFormat:
        """A word that the glossary explains."""
        made = QTextCharFormat(words)
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        made.setUnderlineColor(QColor(self.theme.accent))
        return made

    @cached_property
    def unseen(self) -> QTextCharFormat:
        """Words for ears only: they take no room and leave no mark."""
        made = QTextCharFormat()
        made.setProperty(QTextFormat.Property.FontPixelSize, 1)
        made.setFontStretch(1)
        made.setFontLetterSpacingType(QFont.SpacingType.PercentageSpacing)
        made.setFontLetterSpacing(1)
        made.setForeground(Qt.GlobalColor.transparent)
        return made

    def _block(
        self, size: float, leading: float, before: float, after: float
    ) -> QTextBlockFormat:
        spaces = size, leading, before, after
        if spaces not in self._blocks:
            made = self.object_block(before=before, after=after)
            made.setLineHeight(self.em(size * leading), _AT_LEAST)
            self._blocks[spaces] = made
        return QTextBlockFormat(self._blocks[spaces])


def _words(
    pixels: int, colour: str, weight: QFont.Weight, rhythm: _Rhythm
) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFontFamilies([FAMILY])
    made.setProperty(QTextFormat.Property.FontPixelSize, pixels)
    made.setFontWeight(weight)
    # A colour, not a brush: making a brush loads all gradients first, 3 ms.
    made.setForeground(QColor(colour))
    if rhythm.letter:
        made.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
        made.setFontLetterSpacing(pixels * rhythm.letter)
        made.setFontWordSpacing(pixels * rhythm.word)
    return made
