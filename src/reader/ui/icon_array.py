"""Two icon arrays side by side, with and without the treatment, for the screen."""

from functools import lru_cache
from math import inf
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QImageReader, QPainter

from reader.handout.icon_array import array_size, array_svg, captions
from reader.model.evidence import Absolute
from reader.ui.fonts import font
from reader.ui.theme import Theme

_WIDTH: Final = 6.2
_GAP: Final = 1.2
_BOTH: Final = 2 * _WIDTH + _GAP
_CAPTION: Final = 0.9
_BELOW_CAPTION: Final = 0.3


def array_name(absolute: Absolute) -> str:
    """The numbers of a pair as a name that a text format can carry."""
    return f"{absolute.with_}:{absolute.without}:{absolute.of}"


def pair_size(name: str, pixels: float, width: float = inf) -> QSizeF:
    """The room that a pair takes.

    Args:
        name: The numbers, as `array_name` makes it of them.
        pixels: The height of the text beside it.
        width: The room there is, in pixels; a pair that is wider shrinks to it, with
            its captions.
    """
    pixels = min(pixels, width / _BOTH)
    of = _numbers(name).of
    wide, high = array_size(of)
    across = _WIDTH * pixels
    caption = QFontMetricsF(_face(pixels)).height() + _BELOW_CAPTION * pixels
    return QSizeF(_BOTH * pixels, caption + across * high / wide)


def paint_pair(painter: QPainter, room: QRectF, name: str, theme: Theme) -> None:
    """Draw a pair with its captions into a room of `pair_size`."""
    absolute = _numbers(name)
    pixels = room.width() / _BOTH
    face = _face(pixels)
    below = QFontMetricsF(face).height()
    top = room.top() + below + _BELOW_CAPTION * pixels
    size = QSizeF(_WIDTH * pixels, room.bottom() - top)
    ratio = painter.device().devicePixelRatioF()
    painter.save()
    painter.setFont(face)
    painter.setPen(QColor(theme.text))
    counts = (absolute.with_, absolute.without)
    for turn, (count, caption) in enumerate(
        zip(counts, captions(absolute), strict=True)
    ):
        left = room.left() + turn * (_WIDTH + _GAP) * pixels
        words = QRectF(left, room.top(), (_WIDTH + _GAP) * pixels, below)
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft, caption)
        image = _image(count, absolute.of, theme.text, (size * ratio).toSize())
        painter.drawImage(QRectF(QPointF(left, top), size), image)
    painter.restore()


def _numbers(name: str) -> Absolute:
    with_, without, of = map(int, name.split(":"))
    return Absolute(with_, without, of, "", "")


def _face(pixels: float) -> QFont:
    return font(_CAPTION * pixels, QFont.Weight.DemiBold)


@lru_cache(maxsize=64)
def _image(count: int, of: int, ink: str, size: QSize) -> QImage:
    buffer = QBuffer()
    buffer.setData(QByteArray(array_svg(count, of, ink).encode()))
    reader = QImageReader(buffer, b"svg")
    reader.setScaledSize(size)
    return reader.read()
