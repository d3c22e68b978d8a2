"""Icons of one family: our own stroke drawings in any colour, sharp at any scale."""

from functools import cache
from math import ceil

from PySide6.QtCore import QBuffer, QByteArray, QSize
from PySide6.QtGui import QGuiApplication, QIcon, QImage, QImageReader, QPixmap

from reader.model.errors import BugError
from reader.resources import asset_path
from reader.ui.theme import SHAPE_CONTRAST, Theme, contrast


def icon(name: str, theme: Theme, side: int = 24) -> QIcon:
    """An icon in the colours of a theme, for example ``icon("star", LIGHT)``.

    Args:
        name: The name of the drawing.
        theme: The colours.
        side: The side of the square it is shown in, in pixels; it is drawn for the
            sharpest screen at hand.

    Raises:
        BugError: There is no such icon.
    """
    screens = QGuiApplication.screens()
    ratio = max((screen.devicePixelRatio() for screen in screens), default=1.0)
    made = QIcon(_pixmap(name, theme.text, side, ratio))
    if contrast(theme.text, theme.selected) < SHAPE_CONTRAST:
        chosen = _pixmap(name, theme.on_selected, side, ratio)
        made.addPixmap(chosen, QIcon.Mode.Normal, QIcon.State.On)
    return made


def _pixmap(name: str, colour: str, side: int, ratio: float) -> QPixmap:
    image = icon_image(name, colour, ceil(side * ratio))
    image.setDevicePixelRatio(ratio)
    return QPixmap.fromImage(image)


def icon_image(name: str, colour: str, side: int) -> QImage:
    """An icon as a square picture of `side` device pixels.

    Raises:
        BugError: There is no such icon, or it is no drawing.
    """
    drawing = _drawing(name).replace(b"currentColor", colour.encode("ascii"))
    buffer = QBuffer()
    buffer.setData(QByteArray(drawing))
    reader = QImageReader(buffer, b"svg")
    reader.setScaledSize(QSize(side, side))
    image = reader.read()
    if image.isNull():
        msg = f"icon {name!r} cannot be drawn: {reader.errorString()}"
        raise BugError(msg)
    return image


@cache
def _drawing(name: str) -> bytes:
    return asset_path(f"icons/{name}.svg").read_bytes()
