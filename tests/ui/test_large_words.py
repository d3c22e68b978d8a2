"""At 300 % in a small window, no word of any screen or dialog is cut."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reader.ui.handout_dialog import HandoutDialog
from reader.ui.handout_side_switch import Side
from reader.ui.navigation import Place
from reader.ui.pane_switch import Pane
from reader.ui.shelf_switch import Shelf
from reader.ui.topic_links import ClaimTarget
from reader.ui.window import MainWindow
from tests.ui.fits import cut
from tests.ui.pseudo import pseudo, spoken
from tests.ui.window_support import Readers

MARLOW = "marlow-syndrome"
SMALL = (1024, 640)
WAYS = [
    pytest.param(False, False, id="English"),
    pytest.param(True, False, id="longer"),
    pytest.param(False, True, id="mirrored"),
    pytest.param(True, True, id="longer and mirrored"),
]
DIALOGS = ["settings", "shortcuts", "about", "move", "print"]


@contextmanager
def small_window(
    readers: Readers, size: int, *, longer: bool = False, mirrored: bool = False
) -> Iterator[MainWindow]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    with (
        spoken(app, pseudo_language=longer, mirrored=mirrored),
        readers.open(*SMALL) as window,
    ):
        settings = window.keeper.settings
        window.appearance.take(replace(settings, text_size=size))
        readers.qtbot.waitUntil(window.updatesEnabled)
        yield window


@pytest.fixture
def all_fits(qtbot: QtBot) -> Callable[[QWidget], None]:
    """Say that nothing of a window is cut, once all in it has found its place."""

    def check(window: QWidget) -> None:
        def nothing_is_cut() -> None:
            assert "\n".join(cut(window)) == ""

        qtbot.waitUntil(nothing_is_cut, timeout=2000)

    return check


@pytest.mark.parametrize("size", [80, 100, 150, 200, 300])
@pytest.mark.parametrize(("longer", "mirrored"), WAYS)
def test_no_word_of_any_screen_is_cut(
    readers: Readers,
    all_fits: Callable[[QWidget], None],
    size: int,
    longer: bool,
    mirrored: bool,
) -> None:
    qtbot = readers.qtbot
    with small_window(readers, size, longer=longer, mirrored=mirrored) as window:
        assert (window.width(), window.height()) == SMALL
        all_fits(window)
        window.open_place(Place(MARLOW))
        all_fits(window)
        window.own_actions["bookmark"].trigger()
        qtbot.waitUntil(lambda: window.bar.message is not None)
        all_fits(window)
        window.pane_layout.show_side()
        all_fits(window)
        window.view.badge_activated.emit(ClaimTarget("marlow-cells"))
        all_fits(window)
        for shelf in Shelf:
            window.pane_layout.show_finder()
            window.finder.show_shelf(shelf)
            all_fits(window)
        window.own_actions["no-trace"].trigger()
        all_fits(window)
        for words in ("marlow", "qqqqzz"):
            window.focus_search()
            window.finder.box.setText(words)
            qtbot.waitUntil(window.finder.status.isVisible)
            all_fits(window)
        window.own_actions["home"].trigger()
        all_fits(window)


@pytest.mark.parametrize("name", DIALOGS)
@pytest.mark.parametrize(("longer", "mirrored"), WAYS)
def test_no_word_of_any_dialog_is_cut(
    readers: Readers,
    all_fits: Callable[[QWidget], None],
    name: str,
    longer: bool,
    mirrored: bool,
) -> None:
    with small_window(readers, 300, longer=longer, mirrored=mirrored) as window:
        window.open_place(Place(MARLOW))
        window.own_actions[name].trigger()
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        all_fits(dialog)
        assert dialog.width() <= window.width()
        assert dialog.height() <= window.height()
        dialog.close()


@pytest.mark.parametrize("size", [100, 200, 300])
@pytest.mark.parametrize(("longer", "mirrored"), WAYS)
def test_no_word_of_a_handout_is_cut_whatever_it_says(
    readers: Readers,
    all_fits: Callable[[QWidget], None],
    size: int,
    longer: bool,
    mirrored: bool,
) -> None:
    qtbot = readers.qtbot
    with small_window(readers, size, longer=longer, mirrored=mirrored) as window:
        window.open_place(Place(MARLOW))
        window.own_actions["print"].trigger()
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, HandoutDialog)
        dialog.resize(*SMALL)
        qtbot.waitUntil(dialog.outlet.print.isEnabled, timeout=20_000)
        dialog.add_topics(("how-we-grade",))
        qtbot.waitUntil(lambda: len(dialog.choices.topics.lines) == 2)
        dialog.choices.sections.boxes["red-flags"].click()
        dialog.choices.patient.dated.click()
        all_fits(dialog)
        dialog.choices.extents.setCurrentIndex(1)
        dialog.show_side(Side.PAGES)
        all_fits(dialog)
        dialog.save_to(readers.notebook / "gone" / "handout.pdf")
        qtbot.waitUntil(lambda: dialog.messages.message is not None, timeout=20_000)
        all_fits(dialog)
        dialog.reject()
        asked = QApplication.activeModalWidget()
        assert asked is not None
        asked.close()
        dialog.outlet.close_unasked()


@pytest.mark.parametrize(("longer", "mirrored"), WAYS)
def test_no_word_of_what_bookmarks_ask_is_cut(
    readers: Readers,
    qtbot: QtBot,
    all_fits: Callable[[QWidget], None],
    longer: bool,
    mirrored: bool,
) -> None:
    with small_window(readers, 300, longer=longer, mirrored=mirrored) as window:
        window.open_place(Place(MARLOW))
        window.own_actions["bookmark"].trigger()
        pane = window.finder.bookmarks
        qtbot.waitUntil(lambda: pane.model.rowCount() == 1)
        window.own_actions["bookmarks"].trigger()
        asks = (pane.new_folder, pane.edit, pane.ask_folder)
        for ask in (*asks, window.finder.history.ask_to_clear_all):
            ask()
            dialog = QApplication.activeModalWidget()
            assert dialog is not None
            all_fits(dialog)
            dialog.close()


def test_large_words_get_the_window_for_one_pane_at_a_time(readers: Readers) -> None:
    with small_window(readers, 300) as window:
        switch = window.pane_layout.switch
        window.open_place(Place(MARLOW))
        assert switch.isVisible()
        assert window.view.width() == window.width()
        seen = {
            Pane.FIND: window.finder,
            Pane.PAGE: window.view,
            Pane.SIDE: window.side,
        }
        for pane in (Pane.FIND, Pane.SIDE, Pane.PAGE):
            switch.button(pane).click()
            assert [each for each, widget in seen.items() if widget.isVisible()] == [
                pane
            ]
            assert switch.button(pane).isChecked()
            focus = window.focusWidget()
            assert focus is not None
            assert focus is seen[pane] or seen[pane].isAncestorOf(focus)


def test_what_is_found_is_shown_in_place_of_the_pane_to_find_it(
    readers: Readers, qtbot: QtBot
) -> None:
    with small_window(readers, 300) as window:
        window.own_actions["search"].trigger()
        assert window.finder.isVisible()
        qtbot.keyClicks(window.finder.box, "marlow")
        qtbot.waitUntil(lambda: window.finder.results_model.rowCount() > 0)
        window.finder.results.open_first()
        assert window.view.isVisible()
        assert not window.finder.isVisible()


def test_what_is_said_is_seen_whatever_pane_is_shown(
    readers: Readers, qtbot: QtBot
) -> None:
    with small_window(readers, 300) as window:
        window.open_place(Place(MARLOW))
        window.own_actions["bookmarks"].trigger()
        window.own_actions["bookmark"].trigger()
        qtbot.waitUntil(lambda: window.bar.message is not None)
        assert window.bar.isVisible()
        assert not window.view.isVisible()


def test_smaller_words_bring_the_panes_back(readers: Readers, qtbot: QtBot) -> None:
    with small_window(readers, 300) as window:
        window.open_place(Place(MARLOW))
        window.own_actions["normal"].trigger()
        qtbot.waitUntil(window.updatesEnabled)
        assert window.finder.isVisible()
        assert window.view.isVisible()
        assert not window.pane_layout.switch.isVisible()


def test_what_has_no_room_in_the_bar_stands_in_its_last_menu(readers: Readers) -> None:
    with small_window(readers, 300, longer=True) as window:
        menu = window.tools.more_menu
        offered = {action.text() for action in menu.actions()}
        for name in ("home", "back", "forward", "save", "print", "larger", "smaller"):
            assert window.own_actions[name].text() in offered
        assert pseudo("Colours") in offered


def test_the_look_for_cut_words_finds_them(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(200, 100)
    label = QLabel("Words that go on and on", window)
    label.resize(60, 20)
    button = QPushButton("Remove everything", window)
    button.setGeometry(0, 40, 50, 20)
    beyond = QLabel("Beyond", window)
    beyond.setGeometry(180, 70, beyond.sizeHint().width(), 30)
    window.show()
    found = "\n".join(cut(window))
    for words in ("go on and on", "Remove everything", "reaches out"):
        assert words in found
