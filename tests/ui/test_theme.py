import re
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

import reader.ui
from reader.model.grade import Certainty
from reader.ui.stylesheet import apply_theme, palette, stylesheet
from reader.ui.theme import (
    BODY_CONTRAST,
    DARK,
    HIGH_CONTRAST,
    LIGHT,
    THEMES,
    Pair,
    Theme,
    ThemeChoice,
    contrast,
    pairs,
    resolve,
    system_theme,
)

EVERY_PAIR = [
    pytest.param(pair, id=f"{theme.name}: {pair.name} at {pair.least}")
    for theme in THEMES
    for pair in pairs(theme)
]


@pytest.mark.parametrize("pair", EVERY_PAIR)
def test_every_colour_stands_out_from_what_it_is_put_on(pair: Pair) -> None:
    assert contrast(pair.ink, pair.ground) >= pair.least


@pytest.mark.parametrize("theme", THEMES, ids=[theme.name for theme in THEMES])
@pytest.mark.parametrize("ground", ["page", "window", "box", "alert", "header"])
def test_body_text_reaches_the_highest_level_of_wcag(theme: Theme, ground: str) -> None:
    assert contrast(theme.text, getattr(theme, ground)) >= BODY_CONTRAST


def test_contrast_follows_the_worked_values_of_wcag() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
    assert contrast("#123456", "#123456") == 1


@pytest.mark.parametrize("theme", THEMES, ids=[theme.name for theme in THEMES])
def test_no_two_levels_share_a_colour_with_their_neighbour(theme: Theme) -> None:
    inks = [theme.badge(level) for level in Certainty]
    assert all(first != second for first, second in pairwise(inks))


def test_the_choice_of_the_person_comes_before_that_of_the_computer() -> None:
    assert resolve(ThemeChoice.LIGHT, dark=True, more_contrast=True) is LIGHT
    assert resolve(ThemeChoice.DARK, dark=False, more_contrast=False) is DARK


def test_follow_the_system_takes_what_the_computer_asks_for() -> None:
    choice = ThemeChoice.SYSTEM
    assert resolve(choice, dark=False, more_contrast=False) is LIGHT
    assert resolve(choice, dark=True, more_contrast=False) is DARK
    assert resolve(choice, dark=True, more_contrast=True) is HIGH_CONTRAST


def test_the_system_is_asked_without_a_fault() -> None:
    assert system_theme(ThemeChoice.SYSTEM) in THEMES
    assert system_theme(ThemeChoice.DARK) is DARK


def test_a_theme_dresses_the_whole_application(qapp: QApplication) -> None:
    apply_theme(qapp, DARK, 200)
    assert qapp.palette().window().color().name() == DARK.window
    assert qapp.font().pixelSize() == 30
    apply_theme(qapp, LIGHT)
    assert qapp.palette().window().color().name() == LIGHT.window


@pytest.mark.parametrize("theme", THEMES, ids=[theme.name for theme in THEMES])
def test_style_sheet_and_palette_use_the_colours_of_the_theme_only(
    theme: Theme,
) -> None:
    known = {getattr(theme, name) for name in Theme._fields}
    assert set(re.findall(r"#[0-9a-f]{6}", stylesheet(theme))) <= known
    assert palette(theme).base().color().name() == theme.page


def test_no_other_module_of_the_window_names_a_colour() -> None:
    folder = Path(reader.ui.__file__).parent
    colour = re.compile(r"#[0-9a-fA-F]{3,8}\b")
    naming = {
        path.name
        for path in folder.glob("*.py")
        if colour.search(path.read_text(encoding="utf-8"))
    }
    assert naming == {"theme.py"}
