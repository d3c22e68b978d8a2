"""Drawings that stand in the line like a letter: badges, icons and pictures."""

from collections.abc import Callable
from enum import IntEnum
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QMarginsF, QRect, QRectF, QSize, QSizeF
from PySide6.QtGui import (
    QImage,
    QImageReader,
    QPainter,
    QPyTextObject,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
)

from reader.model.errors import NotFoundError
from reader.model.grade import Certainty
from reader.ui.badge import badge_size, paint_badge
from reader.ui.icon_array import paint_pair, pair_size
from reader.ui.icons import icon_image
from reader.ui.theme import Theme

PictureLoader = Callable[[str], bytes]

OBJECT = "\ufffc"
"""The letter that stands for a drawing in the text."""

LIFT = 0.4
"""Room below a badge, in heights of its word: lifts it to the middle of the line."""

_FIRST = int(QTextFormat.ObjectTypes.UserObject.value) + 1
_NAME = int(QTextFormat.Property.UserProperty.value) + 1
_PIXELS = int(QTextFormat.Property.UserProperty.value) + 2
_SHARE = int(QTextFormat.Property.UserProperty.value) + 4
_LESS = int(QTextFormat.Property.UserProperty.value) + 5


class Room(NamedTuple):
    """How much of the page's width a drawing may take.

    Attributes:
        share: Of the width between the margins, from 0 to 1.
        less: Pixels that go off that.
    """

    share: float = 1.0
    less: float = 0.0


_ALL = Room()


class Drawing(IntEnum):
    """The kinds of drawing."""

    BADGE = _FIRST
    ICON = _FIRST + 1
    PICTURE = _FIRST + 2
    ARRAYS = _FIRST + 3


def drawing_format(
    kind: Drawing, name: str, pixels: int, room: Room = _ALL
) -> QTextCharFormat:
    """The format of the letter that stands for a drawing.

    Args:
        kind: What is drawn.
        name: The level of a badge, the name of an icon or picture, or the numbers
            of a pair of icon arrays.
        pixels: The height of the word on a badge, of the icon, or of the text
            beside icon arrays; for a picture the scale in per cent.
        room: What icon arrays shrink to.
    """
    made = QTextCharFormat()
    made.setObjectType(int(kind))
    made.setProperty(_NAME, name)
    made.setProperty(_PIXELS, pixels)
    made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
    if room != _ALL:
        # As floats: Qt reads a whole number back as 0.0.
        made.setProperty(_SHARE, float(room.share))
        made.setProperty(_LESS, float(room.less))
    return made


class Drawings(QPyTextObject):
    """Draws what stands in one document; the document owns it."""

    def __init__(
        self, document: QTextDocument, theme: Theme, load: PictureLoader
    ) -> None:
        super().__init__(document)
        self._theme = theme
        self._load = load
        self._sizes: dict[str, QSize] = {}
        self._pictures: dict[tuple[str, int, int], QImage] = {}
        for kind in Drawing:
            document.documentLayout().registerHandler(int(kind), self)

    def intrinsicSize(
        self, doc: QTextDocument, pos_in_document: int, format_: QTextFormat
    ) -> QSizeF:
        """The room that a drawing takes in the line."""
        del pos_in_document
        name, pixels = _asked(format_)
        match format_.objectType():
            case Drawing.BADGE:
                size = badge_size(Certainty(name), pixels)
                return size.grownBy(QMarginsF(0, 0, 0, LIFT * pixels))
            case Drawing.ARRAYS:
                return pair_size(name, pixels, _room_for(doc, format_))
            case Drawing.PICTURE:
                return self._picture_size(name, pixels, _text_width(doc))
            case _:
                return QSizeF(pixels, pixels)

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        pos_in_document: int,
        format_: QTextFormat,
    ) -> None:
        """Draw into the room that the line has made."""
        del doc, pos_in_document
        name, pixels = _asked(format_)
        room = QRectF(rect)
        match format_.objectType():
            case Drawing.BADGE:
                room.setHeight(room.height() - LIFT * pixels)
                paint_badge(painter, room, Certainty(name), pixels, self._theme)
            case Drawing.ARRAYS:
                paint_pair(painter, room, name, self._theme)
            case Drawing.PICTURE:
                painter.drawImage(room, self._picture(name, _device(room, painter)))
            case _:
                side = _device(room, painter).width()
                image = icon_image(name, self._theme.alert_rule, side)
                painter.drawImage(room, image)

    def _picture_size(self, name: str, percent: int, width: float) -> QSizeF:
        if name not in self._sizes:
            self._sizes[name] = self._reader(name).size()
        natural = QSizeF(self._sizes[name])
        if natural.isEmpty():
            return QSizeF(0, 0)
        wide = min(natural.width() * percent / 100, width)
        return QSizeF(wide, natural.height() * wide / natural.width())

    def _picture(self, name: str, size: QSize) -> QImage:
        """A picture at the size it is shown at, so that a drawing stays sharp."""
        key = (name, size.width(), size.height())
        if key not in self._pictures:
            reader = self._reader(name)
            reader.setScaledSize(size)
            self._pictures = {key: reader.read()}
        return self._pictures[key]

    def _reader(self, name: str) -> QImageReader:
        try:
            data = self._load(name)
        except NotFoundError:
            data = b""
        self._buffer = QBuffer()
        self._buffer.setData(QByteArray(data))
        return QImageReader(self._buffer)


def _asked(format_: QTextFormat) -> tuple[str, int]:
    return format_.stringProperty(_NAME), format_.intProperty(_PIXELS)


def _room_for(document: QTextDocument, format_: QTextFormat) -> float:
    share = format_.doubleProperty(_SHARE) or 1.0
    return _text_width(document) * share - format_.doubleProperty(_LESS)


def _text_width(document: QTextDocument) -> float:
    """The width between the margins of the page, in pixels."""
    page = document.rootFrame().frameFormat()
    return document.textWidth() - page.leftMargin() - page.rightMargin()


def _device(rect: QRectF, painter: QPainter) -> QSize:
    ratio = painter.device().devicePixelRatioF()
    return (rect.size() * ratio).toSize()
