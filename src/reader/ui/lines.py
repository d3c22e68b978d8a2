"""Lines of words, some bold and some quiet, that wrap in the width there is."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from reader.model.frozen import dataclass

GAP = 3
"""Pixels between two lines that do not belong together."""


@dataclass(frozen=True, slots=True)
class Line:
    """A piece of text with a line of its own; wraps where it must.

    Attributes:
        matches: Start and end of each stretch that was searched for.
        strong: The whole of it is bold.
        quiet: It matters less.
    """

    text: str
    matches: tuple[tuple[int, int], ...] = ()
    strong: bool = False
    quiet: bool = False


def bold() -> QTextCharFormat:
    """How words that stand out are set."""
    made = QTextCharFormat()
    made.setFontWeight(QFont.Weight.Bold)
    return made


def lay_out(
    lines: tuple[Line, ...],
    font: QFont,
    width: float,
    marked: QTextCharFormat | None = None,
) -> tuple[list[QTextLayout], float]:
    """Set lines in a width.

    Args:
        lines: The lines.
        font: Their typeface.
        width: In pixels.
        marked: How matches are set; bold if nothing else is said.

    Returns:
        A layout for each line, all from the same corner, and the height of all.
    """
    wrap = QTextOption()
    wrap.setTextDirection(QGuiApplication.layoutDirection())
    wrap.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    leading = QFontMetricsF(font).leading()
    layouts: list[QTextLayout] = []
    height = 0.0
    for line in lines:
        layout = QTextLayout(line.text, font)
        layout.setTextOption(wrap)
        layout.setFormats(formats(line, marked))
        layout.beginLayout()
        while (piece := layout.createLine()).isValid():
            piece.setLineWidth(max(width, 1.0))
            piece.setPosition(QPointF(0, height))
            height += piece.height() + leading
        layout.endLayout()
        height += GAP
        layouts.append(layout)
    return layouts, max(height - GAP, 0.0)


def formats(
    line: Line, marked: QTextCharFormat | None = None
) -> list[QTextLayout.FormatRange]:
    """The stretches of a line that do not look like the rest, as Qt counts them."""
    look = bold() if marked is None or line.strong else marked
    stretches = ((0, len(line.text)),) if line.strong else line.matches
    made = []
    for start, end in stretches:
        stretch = QTextLayout.FormatRange()
        stretch.start = _units(line.text[:start])
        stretch.length = _units(line.text[start:end])
        stretch.format = look
        made.append(stretch)
    return made


def _units(text: str) -> int:
    """Count as Qt does, for whom an emoji is two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
