"""Icons of one family: our own stroke drawings in any colour, sharp at any scale."""

from functools import cache

from PySide6.QtCore import QBuffer, QByteArray, QSize
from PySide6.QtGui import QIcon, QImage, QImageReader, QPixmap

from reader.model.errors import BugError
from reader.resources import asset_path
from reader.ui.theme import Theme

_SIDES = (24, 48)
"""Device pixels that an icon is drawn at: buttons at one and two to a pixel."""


def icon(name: str, theme: Theme) -> QIcon:
    """An icon in the colours of a theme, for example ``icon("star", LIGHT)``.

    Raises:
        BugError: There is no such icon.
    """
    made = QIcon()
    for side in _SIDES:
        image = icon_image(name, theme.text, side)
        faint = icon_image(name, theme.edge, side)
        made.addPixmap(QPixmap.fromImage(image), QIcon.Mode.Normal)
        made.addPixmap(QPixmap.fromImage(faint), QIcon.Mode.Disabled)
    return made


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
