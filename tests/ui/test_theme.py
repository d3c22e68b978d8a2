import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QScrollBar,
    QSpinBox,
    QTableWidget,
    QTextBrowser,
    QToolBar,
    QToolButton,
    QTreeWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

import reader.ui
from reader.model.grade import Certainty
from reader.ui.frame_style import frame_stylesheet
from reader.ui.stylesheet import apply_theme, arrow, palette, stylesheet
from reader.ui.theme import (
    BODY_CONTRAST,
    DARK,
    HIGH_CONTRAST,
    LIGHT,
    SHAPE_CONTRAST,
    TEXT_CONTRAST,
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


RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
COLOUR = re.compile(r"(?<![-\w])(color|background|border(?:-color)?): ([^;]*)")
HEX = re.compile(r"#[0-9a-f]{6}")


def rules(theme: Theme) -> list[tuple[str, dict[str, str]]]:
    """Each rule of both style sheets, with the colours it names."""
    found = []
    for selector, body in RULE.findall(
        stylesheet(theme) + frame_stylesheet(theme, 100)
    ):
        colours = {
            name.removesuffix("-color"): HEX.findall(value)[0]
            for name, value in COLOUR.findall(body)
            if HEX.search(value)
        }
        found.append((" ".join(selector.split()), colours))
    return found


@pytest.mark.parametrize("theme", THEMES, ids=[theme.name for theme in THEMES])
def test_words_of_every_widget_stand_out_from_its_ground(theme: Theme) -> None:
    faint = []
    for selector, colours in rules(theme):
        if "color" not in colours or ":disabled" in selector:
            continue  # WCAG 2.2 asks nothing of what cannot be used
        own = colours.get("background")
        for ground in [own] if own else [theme.page, theme.window]:
            found = contrast(colours["color"], ground)
            faint += [(selector, ground, found)] if found < TEXT_CONTRAST else []
    assert faint == []


@pytest.mark.parametrize("theme", THEMES, ids=[theme.name for theme in THEMES])
def test_the_focus_is_seen_on_every_widget(theme: Theme) -> None:
    """The ring meets the window outside and the widget's own ground inside."""
    unseen = []
    for selector, colours in rules(theme):
        if ":focus" not in selector or "border" not in colours:
            continue
        own = theme.page
        if ":default" in selector:
            own = theme.accent
        elif ":checked" in selector or ":selected" in selector:
            own = theme.selected
        if contrast(colours["border"], own) < SHAPE_CONTRAST:
            unseen.append((selector, colours["border"], own))
    assert unseen == []


@pytest.mark.parametrize("theme", THEMES, ids=[theme.name for theme in THEMES])
@pytest.mark.parametrize(
    "widget",
    [
        "QPushButton",
        "QToolButton",
        "QLineEdit",
        "QPlainTextEdit",
        "QComboBox",
        "QCheckBox",
        "QListView",
        "QTreeView",
        "QTableView",
        "QTextBrowser",
        "QScrollArea",
        "QLabel",
    ],
)
def test_every_widget_that_takes_the_focus_has_a_ring(
    theme: Theme, widget: str
) -> None:
    ringed = [
        each.strip().split(":")[0]
        for selector, colours in rules(theme)
        if "border" in colours
        for each in selector.split(",")
        if ":focus" in each
    ]
    assert widget in ringed


@pytest.mark.parametrize("theme", THEMES, ids=[theme.name for theme in THEMES])
@pytest.mark.parametrize(
    ("drawing", "ground"),
    [("down", "page"), ("left", "window"), ("right", "window"), ("tick", "accent")],
)
def test_arrows_and_ticks_are_seen_where_they_stand(
    theme: Theme, drawing: str, ground: str
) -> None:
    sheet = stylesheet(theme) + frame_stylesheet(theme, 100)
    named = re.findall(rf'url\("([^"]*/{drawing}-on-\w+\.svg)"\)', sheet)
    if drawing in {"left", "right"} and not named:
        named = [arrow(drawing, theme)]
    for path in named:
        ink = HEX.findall(Path(path).read_text("utf-8"))[0]
        assert contrast(ink, getattr(theme, ground)) >= SHAPE_CONTRAST


def main_colour(widget: QWidget) -> str:
    """The colour that most of a widget has."""
    # With what it lies on, since many leave their ground to the window.
    seen = widget if widget.isWindow() else widget.window()
    picture = seen.grab(widget.rect() if widget.isWindow() else widget.geometry())
    image = picture.toImage()
    counted = Counter(
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), 3)
        for y in range(0, image.height(), 3)
    )
    return counted.most_common(1)[0][0]


COVERED = [
    QPushButton,
    QToolButton,
    QLineEdit,
    QPlainTextEdit,
    QComboBox,
    QCheckBox,
    QListWidget,
    QTreeWidget,
    QTableWidget,
    QTextBrowser,
    QLabel,
    QMenu,
    QSpinBox,
    QScrollBar,
    QToolBar,
    QMessageBox,
]


@pytest.mark.parametrize("theme", THEMES, ids=[theme.name for theme in THEMES])
@pytest.mark.parametrize("kind", COVERED, ids=[kind.__name__ for kind in COVERED])
def test_no_kind_of_widget_keeps_the_colours_of_the_platform(
    qapp: QApplication, qtbot: QtBot, theme: Theme, kind: type[QWidget]
) -> None:
    apply_theme(qapp, theme)
    window = QWidget()
    qtbot.addWidget(window)
    window.setStyleSheet(stylesheet(theme) + frame_stylesheet(theme, 100))
    window.resize(400, 300)
    widget = kind(window)
    widget.resize(200, 120)
    window.show()
    widget.show()
    assert main_colour(widget) in {theme.page, theme.window, theme.header}
