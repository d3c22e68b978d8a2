"""The one typeface of screen and paper, shipped with the program."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont, QFontDatabase

from reader.model.errors import BugError, KnownError
from reader.resources import asset_path

FAMILY = "Atkinson Hyperlegible Next"
_FACES = ("Regular", "Italic", "SemiBold", "Bold", "BoldItalic")

BODY_PIXELS = 18
"""Height of the body text of a page at 100 %."""
INTERFACE_PIXELS = 15
"""Height of words on buttons, lists and menus at 100 %."""


def load_fonts() -> None:
    """Make the shipped faces known to Qt; call it before the first widget.

    Raises:
        KnownError: A face is missing or damaged.
    """
    for face in _FACES:
        name = f"fonts/AtkinsonHyperlegibleNext-{face}.ttf"
        try:
            path = asset_path(name)
        except BugError as error:
            raise _missing(name) from error
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise _missing(name)


def _missing(name: str) -> KnownError:
    message = QCoreApplication.translate(
        "fonts", "The typeface file {name} is missing or damaged."
    )
    advice = QCoreApplication.translate("fonts", "Install Evidence Reader again.")
    return KnownError(message.format(name=name), advice)


def font(pixels: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The shipped typeface at a height in pixels."""
    made = QFont(FAMILY)
    made.setPixelSize(max(1, round(pixels)))
    made.setWeight(weight)
    return made
