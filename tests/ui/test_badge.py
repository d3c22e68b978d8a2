from itertools import combinations

import pytest
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from reader.model.grade import Certainty
from reader.model.wording import spoken
from reader.ui.badge import (
    BadgeLabel,
    badge_size,
    paint_badge,
    widest_badge,
)
from reader.ui.theme import DARK, LIGHT, THEMES, Theme


def badge_image(
    certainty: Certainty, theme: Theme, pixels: float, ratio: float = 1.0
) -> QImage:
    """A badge as a picture for a screen with `ratio` device pixels per pixel."""
    size = badge_size(certainty, pixels)
    image = QImage(
        QSize(round(size.width() * ratio), round(size.height() * ratio)),
        QImage.Format.Format_ARGB32_Premultiplied,
    )
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint_badge(painter, QRectF(QPointF(0, 0), size), certainty, pixels, theme)
    painter.end()
    return image


def grey(certainty: Certainty, theme: Theme) -> QImage:
    image = badge_image(certainty, theme, 16)
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


@pytest.mark.parametrize("theme", THEMES, ids=[theme.name for theme in THEMES])
def test_no_two_badges_look_alike_in_grey(theme: Theme) -> None:
    for first, second in combinations(Certainty, 2):
        assert grey(first, theme) != grey(second, theme)


@pytest.mark.parametrize("certainty", list(Certainty))
def test_a_badge_is_drawn_for_the_pixels_of_the_screen(certainty: Certainty) -> None:
    size = badge_size(certainty, 16)
    image = badge_image(certainty, LIGHT, 16, 3.0)
    assert image.width() == round(size.width() * 3)
    assert image.deviceIndependentSize().height() == pytest.approx(size.height(), 0.1)


def test_filled_circles_are_filled_and_empty_ones_are_not() -> None:
    ink = LIGHT.badge(Certainty.HIGH)
    full, none = (
        badge_image(level, LIGHT, 40) for level in (Certainty.HIGH, Certainty.NONE)
    )
    x, y = round(40 * (0.7 + 0.37)), full.height() // 2
    assert full.pixelColor(x, y).name() == ink
    assert none.pixelColor(x, y).name() == LIGHT.page


def test_the_widest_badge_is_as_wide_as_any() -> None:
    assert all(badge_size(level, 20).width() <= widest_badge(20) for level in Certainty)


def test_a_badge_in_a_panel_says_its_words(qtbot: QtBot) -> None:
    label = BadgeLabel(LIGHT)
    qtbot.addWidget(label)
    label.show_level(Certainty.VERY_LOW, DARK, 20)
    assert label.accessibleName() == spoken(Certainty.VERY_LOW)
    drawn = label.grab().toImage()
    assert DARK.badge(Certainty.VERY_LOW) in {
        drawn.pixelColor(x, drawn.height() // 2).name() for x in range(drawn.width())
    }
