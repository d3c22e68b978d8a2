"""One file to another computer and back, from the menu."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from reader.notebook.carry import save_everything
from reader.notebook.settings import DEFAULTS, Settings
from reader.notebook.store import Notebook
from reader.ui.move_dialog import MoveDialog
from reader.ui.navigation import Place
from reader.ui.window import MainWindow

MARLOW = "marlow-syndrome"


def kept(window: MainWindow) -> list[str]:
    return [each.slug for each in window.keeper.shelf.bookmarks]


def said(window: MainWindow) -> str:
    message = window.bar.message
    return message.text if message is not None else ""


def open_dialog(window: MainWindow) -> MoveDialog:
    window.own_actions["move"].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, MoveDialog)
    return dialog


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A file that comes from another computer."""
    target = tmp_path / "mine.evidence-notebook"
    with Notebook.open(tmp_path / "there") as there:
        there.bookmarks.create_folder("For Dad")
        there.bookmarks.add(MARLOW, title="Marlow's syndrome", note="Ask.")
        there.history.record(MARLOW, title="Marlow's syndrome")
        there.settings.save(Settings(text_size=150), before=DEFAULTS)
        save_everything(there, target)
    return target


def test_the_key_opens_it_and_all_is_saved_in_one_file(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.open_place(Place(MARLOW))
    window.own_actions["bookmark"].trigger()
    qtbot.waitUntil(lambda: kept(window) == [MARLOW])
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_M, keys)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, MoveDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not dialog)
    chooser = QApplication.activeModalWidget()
    assert isinstance(chooser, QFileDialog)
    assert chooser.selectedFiles()[0].endswith(".evidence-notebook")
    chooser.reject()
    dialog.save_to(str(tmp_path / "mine.evidence-notebook"))
    qtbot.waitUntil(lambda: "mine.evidence-notebook" in said(window))
    assert '"visits"' in (tmp_path / "mine.evidence-notebook").read_text()


def test_all_of_a_file_arrives_and_undo_takes_it_out(
    window: MainWindow, qtbot: QtBot, elsewhere: Path
) -> None:
    open_dialog(window).bring_from(str(elsewhere))
    qtbot.waitUntil(lambda: kept(window) == [MARLOW])
    qtbot.waitUntil(lambda: window.appearance.text_size == 150)
    assert "bookmarks: 1, folders: 1, history: 1, settings: 1" in said(window)
    assert [visit.slug for visit in window.keeper.recent] == [MARLOW]
    window.own_actions["undo"].trigger()
    qtbot.waitUntil(lambda: window.appearance.text_size == 100)
    assert kept(window) == []
    qtbot.waitUntil(lambda: window.keeper.recent == ())


def test_history_of_elsewhere_stays_out_where_history_is_off(
    window: MainWindow, qtbot: QtBot, elsewhere: Path
) -> None:
    window.appearance.take(replace(window.keeper.settings, keep_history=False))
    open_dialog(window).bring_from(str(elsewhere))
    qtbot.waitUntil(lambda: kept(window) == [MARLOW])
    assert "History is off" in said(window)
    assert window.keeper.recent == ()


def test_a_file_of_bookmarks_alone_is_written_and_read(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    target = tmp_path / "list.json"
    window.open_place(Place(MARLOW))
    window.own_actions["bookmark"].trigger()
    qtbot.waitUntil(lambda: kept(window) == [MARLOW])
    dialog = open_dialog(window)
    dialog.only_bookmarks.setChecked(True)
    dialog.save_to(str(target))
    qtbot.waitUntil(lambda: "list.json" in said(window))
    assert "visits" not in target.read_text()
    window.own_actions["bookmark"].trigger()
    qtbot.waitUntil(lambda: kept(window) == [])
    open_dialog(window).bring_from(str(target))
    qtbot.waitUntil(lambda: kept(window) == [MARLOW])


def cut_short(content: str) -> str:
    return content[: len(content) // 2]


def altered(content: str) -> str:
    return content.replace("Ask.", "Ask!")


def foreign(_content: str) -> str:
    return '{"mood": "calm"}'


def newer(content: str) -> str:
    return content.replace('"version": 1', '"version": 9')


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (cut_short, "not whole JSON"),
        (altered, "damaged or was changed"),
        (foreign, "not written by Evidence Reader"),
        (newer, "newer version"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_in_words(
    window: MainWindow,
    qtbot: QtBot,
    elsewhere: Path,
    spoil: Callable[[str], str],
    sentence: str,
) -> None:
    elsewhere.write_text(spoil(elsewhere.read_text()))
    open_dialog(window).bring_from(str(elsewhere))
    qtbot.waitUntil(lambda: sentence in said(window))
    assert kept(window) == []


def test_bringing_in_the_same_twice_says_that_it_was_here(
    window: MainWindow, qtbot: QtBot, elsewhere: Path
) -> None:
    open_dialog(window).bring_from(str(elsewhere))
    qtbot.waitUntil(lambda: "Brought in" in said(window))
    open_dialog(window).bring_from(str(elsewhere))
    qtbot.waitUntil(lambda: "was here already" in said(window))
