from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage

import reader.ui
from reader.model.errors import BugError
from reader.ui.icons import icon, icon_image
from reader.ui.theme import DARK, HIGH_CONTRAST, LIGHT, Theme, contrast

ICONS = Path(reader.ui.__file__).parents[1] / "assets" / "icons"
NAMES = sorted(path.stem for path in ICONS.glob("*.svg"))


def distance(first: QColor, second: QColor) -> int:
    return max(
        abs(first.red() - second.red()),
        abs(first.green() - second.green()),
        abs(first.blue() - second.blue()),
    )


def inks(image: QImage) -> list[QColor]:
    colours = (
        image.pixelColor(x, y)
        for x in range(image.width())
        for y in range(image.height())
    )
    return [colour for colour in colours if colour.alpha() == 255]


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_is_drawn_in_the_colour_asked_for(name: str) -> None:
    drawn = inks(icon_image(name, DARK.text, 96))
    assert drawn
    # Where two strokes meet, half-covered pixels add up to within a step.
    assert all(distance(ink, QColor(DARK.text)) <= 1 for ink in drawn)


def test_an_icon_for_a_button_is_as_large_as_asked_for() -> None:
    assert icon("home", LIGHT, 32).availableSizes()[0].width() == 32


def test_an_unknown_icon_is_our_own_mistake() -> None:
    with pytest.raises(BugError, match="no shipped file"):
        icon("unicorn", LIGHT)


@pytest.mark.parametrize("theme", [LIGHT, DARK, HIGH_CONTRAST])
def test_an_icon_is_seen_on_the_ground_of_what_is_chosen(theme: Theme) -> None:
    shown = icon("star", theme).pixmap(QSize(48, 48), QIcon.Mode.Normal, QIcon.State.On)
    (ink,) = {colour.name() for colour in inks(shown.toImage())}
    assert contrast(ink, theme.selected) >= 3
