"""The badge: four circles, a word and an outline, drawn sharp at any scale.

Filled and empty circles and the word carry the level; colour only repeats it.
"""

from collections.abc import Sequence
from functools import cache

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from reader.model.grade import Certainty
from reader.ui.fonts import font
from reader.ui.model_words import level_heard, level_word
from reader.ui.theme import Theme

CIRCLES = 4
_CIRCLE = 0.74
_STEP = 1.0
_SIDE = 0.7
_GAP = 0.5
_HEIGHT = 1.85
_BETWEEN = 6  # pixels between two badges


@cache
def badge_size(certainty: Certainty, pixels: float) -> QSizeF:
    """How much room a badge takes, for a word `pixels` high."""
    word = QFontMetricsF(_face(pixels)).horizontalAdvance(level_word(certainty))
    width = 2 * _SIDE * pixels + circles_width(pixels) + _GAP * pixels + word
    return QSizeF(round(width), round(_HEIGHT * pixels))


def badge_rooms(
    levels: Sequence[Certainty], pixels: float, width: float
) -> list[QRectF]:
    """Rooms for badges side by side, in as many rows as they need.

    Where one reads from right to left they begin at the right.
    """
    rooms: list[QRectF] = []
    at = QPointF(0, 0)
    for level in levels:
        size = badge_size(level, pixels)
        if rooms and at.x() + size.width() > width:
            at = QPointF(0, at.y() + size.height() + _BETWEEN)
        rooms.append(QRectF(at, size))
        at += QPointF(size.width() + _BETWEEN, 0)
    if QGuiApplication.isRightToLeft():
        for room in rooms:
            room.moveRight(width - room.left())
    return rooms


def widest_badge(pixels: float) -> float:
    """The width of the widest of all badges."""
    return max(badge_size(level, pixels).width() for level in Certainty)


def circles_width(pixels: float) -> float:
    """How wide four circles are beside a word `pixels` high."""
    return pixels * ((CIRCLES - 1) * _STEP + _CIRCLE)


def paint_badge(
    painter: QPainter, room: QRectF, certainty: Certainty, pixels: float, theme: Theme
) -> None:
    """Draw a badge into a room of `badge_size`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    # The circles stand before the word in a window that reads from the right, too.
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    ink = QColor(theme.badge(certainty))
    line = max(1.0, pixels / 11)
    painter.setPen(QPen(ink, line))
    painter.setBrush(QColor(theme.page))
    inset = line / 2
    outline = room.adjusted(inset, inset, -inset, -inset)
    corner = outline.height() / 2
    painter.drawRoundedRect(outline, corner, corner)
    left = room.left() + _SIDE * pixels
    paint_circles(
        painter, QPointF(left, room.center().y()), certainty.circles, pixels, ink
    )
    word = QRectF(room)
    word.setLeft(left + circles_width(pixels) + _GAP * pixels)
    painter.setPen(ink)
    painter.setFont(_face(pixels))
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.drawText(word, flags, level_word(certainty))
    painter.restore()


def paint_circles(
    painter: QPainter, left: QPointF, filled: int, pixels: float, ink: QColor
) -> None:
    """Draw four circles, the first of them filled, from the middle of their left."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    line = max(1.0, pixels / 10)
    painter.setPen(QPen(ink, line))
    radius = (_CIRCLE * pixels - line) / 2
    for place in range(CIRCLES):
        middle = left + QPointF(pixels * (place * _STEP + _CIRCLE / 2), 0)
        painter.setBrush(ink if place < filled else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, radius, radius)


def _face(pixels: float) -> QFont:
    return font(pixels, QFont.Weight.DemiBold)


class BadgeLabel(QWidget):
    """A badge as a widget that a screen reader can name."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._certainty = Certainty.NONE
        self._pixels = 18.0

    def show_level(self, certainty: Certainty, theme: Theme, pixels: float) -> None:
        """Show a level in a theme, with a word `pixels` high."""
        self._certainty = certainty
        self._theme = theme
        self._pixels = pixels
        self.setAccessibleName(level_heard(certainty))
        self.setMinimumHeight(self.sizeHint().height())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The size of the badge; where there is less room, it is drawn smaller."""
        return badge_size(self._certainty, self._pixels).toSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the badge over the whole widget."""
        del event
        painter = QPainter(self)
        whole = badge_size(self._certainty, self._pixels)
        pixels = self._pixels * min(1.0, self.width() / whole.width())
        room = QRectF(QPointF(0, 0), badge_size(self._certainty, pixels))
        room.moveTop((self.height() - room.height()) / 2)
        paint_badge(painter, room, self._certainty, pixels, self._theme)
        painter.end()
