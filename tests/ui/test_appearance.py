"""How the program looks follows the person first, and then the computer."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reader.notebook.settings import DEFAULTS, Settings, Spacing, Theme
from reader.ui import appearance, settings_dialog, theme
from reader.ui.flow_layout import FlowLayout
from reader.ui.motion import STILL, Motion
from reader.ui.navigation import Place
from reader.ui.settings_dialog import SettingsDialog
from reader.ui.system_wishes import accessibility_hints, style_hints
from reader.ui.theme import DARK, HIGH_CONTRAST, LIGHT
from reader.ui.topic_style import Style, look_for, measure_pixels
from reader.ui.window import MainWindow

MARLOW = "marlow-syndrome"
EFFECT = Qt.UIEffect.UI_General


@pytest.fixture
def effects(qapp: QApplication) -> Iterator[None]:
    """Menus that move and a caret that blinks, whatever the platform does."""
    before = QApplication.isEffectEnabled(EFFECT), qapp.cursorFlashTime()
    QApplication.setEffectEnabled(EFFECT, True)
    qapp.setCursorFlashTime(1000)
    yield
    QApplication.setEffectEnabled(EFFECT, before[0])
    qapp.setCursorFlashTime(before[1])


def take(window: MainWindow, qtbot: QtBot, settings: Settings) -> None:
    window.appearance.take(settings)
    qtbot.waitUntil(window.updatesEnabled)


# What the computer asks for.


def test_the_window_turns_dark_with_the_computer(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert window.appearance.theme is LIGHT
    monkeypatch.setattr(theme, "wants_dark", lambda: True)
    style_hints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert window.appearance.theme is DARK


def test_the_window_takes_more_contrast_with_the_computer(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(theme, "wants_contrast", lambda: True)
    accessibility_hints().contrastPreferenceChanged.emit(
        Qt.ContrastPreference.HighContrast
    )
    assert window.appearance.theme is HIGH_CONTRAST


def test_what_the_person_chose_stays_whatever_the_computer_does(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    take(window, qtbot, replace(window.keeper.settings, theme=Theme.LIGHT))
    monkeypatch.setattr(theme, "wants_dark", lambda: True)
    style_hints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert window.appearance.theme is LIGHT


def test_the_window_holds_still_with_the_computer(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert STILL not in window.styleSheet()
    monkeypatch.setattr(appearance, "wants_stillness", lambda: True)
    accessibility_hints().motionPreferenceChanged.emit(
        Qt.MotionPreference.ReducedMotion
    )
    assert window.appearance.reduced_motion
    assert STILL in window.styleSheet()


# Less movement.


@pytest.mark.usefixtures("effects")
def test_less_movement_stills_menus_and_caret_and_gives_them_back(
    qapp: QApplication,
) -> None:
    motion = Motion(qapp)
    motion.reduce(reduced=True)
    motion.reduce(reduced=True)
    assert not QApplication.isEffectEnabled(EFFECT)
    assert qapp.cursorFlashTime() == 0
    motion.reduce(reduced=False)
    assert QApplication.isEffectEnabled(EFFECT)
    assert qapp.cursorFlashTime() == 1000


@pytest.mark.usefixtures("effects")
def test_less_movement_leaves_off_what_was_off(qapp: QApplication) -> None:
    QApplication.setEffectEnabled(EFFECT, False)
    motion = Motion(qapp)
    motion.reduce(reduced=True)
    motion.reduce(reduced=False)
    assert not QApplication.isEffectEnabled(EFFECT)


@pytest.mark.usefixtures("effects")
def test_the_setting_stills_the_window_at_once(
    window: MainWindow, qtbot: QtBot
) -> None:
    take(window, qtbot, replace(window.keeper.settings, reduced_motion=True))
    assert not QApplication.isEffectEnabled(EFFECT)
    assert STILL in window.styleSheet()
    take(window, qtbot, replace(window.keeper.settings, reduced_motion=False))
    assert QApplication.isEffectEnabled(EFFECT)
    assert STILL not in window.styleSheet()


# Spacing.


@pytest.mark.parametrize("percent", [80, 100, 300])
def test_wide_spacing_is_what_wcag_asks_a_page_to_bear(percent: int) -> None:
    """WCAG 2.2, success criterion 1.4.12."""
    style = Style(look_for(LIGHT, percent, 2000, "", Spacing.WIDE))
    words = style.words()
    assert style.paragraph().lineHeight() >= 1.5 * style.body
    assert style.small_block().lineHeight() >= 1.5 * style.small
    assert style.paragraph().bottomMargin() >= 2 * style.body
    assert words.fontLetterSpacing() >= 0.12 * style.body
    assert words.fontWordSpacing() >= 0.16 * style.body


def test_a_line_has_as_many_letters_however_wide_they_stand() -> None:
    wide = measure_pixels(100, Spacing.WIDE)
    assert wide > measure_pixels(100) * 1.15


def test_close_spacing_shows_more_of_a_page() -> None:
    close = Style(look_for(LIGHT, 100, 2000, "", Spacing.COMPACT))
    usual = Style(look_for(LIGHT, 100, 2000, ""))
    assert close.paragraph().lineHeight() < usual.paragraph().lineHeight()
    assert close.paragraph().bottomMargin() < usual.paragraph().bottomMargin()


def test_another_spacing_sets_the_open_page_anew_at_its_place(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.open_place(Place(MARLOW, "what-helps"))
    qtbot.waitUntil(window.updatesEnabled)
    section = window.view.current_section()
    height = window.view.document().size().height()
    take(window, qtbot, replace(window.keeper.settings, spacing=Spacing.WIDE))
    assert window.view.document().size().height() > height * 1.2
    assert window.view.current_section() == section


# Settings.


def test_settings_offer_spacing_and_less_movement(
    window: MainWindow, qtbot: QtBot
) -> None:
    dialog = SettingsDialog(DEFAULTS, window)
    qtbot.addWidget(dialog)
    chosen: list[Settings] = []
    dialog.chosen.connect(chosen.append)
    dialog.spacings.setCurrentIndex(dialog.spacings.findData(Spacing.WIDE.value))
    dialog.still.setChecked(True)
    dialog.accept()
    assert chosen == [replace(DEFAULTS, spacing=Spacing.WIDE, reduced_motion=True)]


def test_settings_say_when_the_computer_asks_for_stillness(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings_dialog, "wants_stillness", lambda: True)
    dialog = SettingsDialog(DEFAULTS, window)
    qtbot.addWidget(dialog)
    assert "asks for it already" in dialog.still.accessibleDescription()


# Right to left.


def test_a_mirrored_window_has_its_arrows_and_panes_the_other_way(
    window: MainWindow, qtbot: QtBot
) -> None:
    back = window.own_actions["back"].icon().pixmap(24, 24).toImage()
    forward = window.own_actions["forward"].icon().pixmap(24, 24).toImage()
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    take(window, qtbot, replace(window.keeper.settings, theme=Theme.DARK))
    take(window, qtbot, replace(window.keeper.settings, theme=Theme.LIGHT))
    assert window.own_actions["back"].icon().pixmap(24, 24).toImage() == forward
    assert window.own_actions["forward"].icon().pixmap(24, 24).toImage() == back
    left = window.finder.mapTo(window, window.finder.rect().topLeft()).x()
    assert left > window.width() / 2


def test_the_page_reads_in_its_own_direction_in_a_mirrored_window(
    window: MainWindow,
) -> None:
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    window.open_place(Place(MARLOW))
    option = window.view.document().defaultTextOption()
    assert option.textDirection() is Qt.LayoutDirection.LeftToRight


def lay_out(panel: QWidget, width: int, *, mirrored: bool = False) -> list[QPushButton]:
    if mirrored:
        panel.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    layout = FlowLayout(panel)
    buttons = [QPushButton(words, panel) for words in ("First", "Second", "Third")]
    for button in buttons:
        layout.addWidget(button)
    panel.resize(width, 300)
    panel.show()
    return buttons


@pytest.mark.parametrize(("width", "lines"), [(900, 1), (120, 3)])
def test_widgets_flow_into_as_many_lines_as_they_need(
    qtbot: QtBot, width: int, lines: int
) -> None:
    panel = QWidget()
    qtbot.addWidget(panel)
    tops = [button.y() for button in lay_out(panel, width)]
    assert tops == sorted(tops)
    assert len(set(tops)) == lines


@pytest.mark.parametrize("mirrored", [False, True])
def test_widgets_flow_from_where_reading_starts(qtbot: QtBot, mirrored: bool) -> None:
    panel = QWidget()
    qtbot.addWidget(panel)
    first, second, _ = lay_out(panel, 900, mirrored=mirrored)
    assert (first.x() > second.x()) is mirrored
