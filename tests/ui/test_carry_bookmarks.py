"""Bookmarks go into a file and come back, and a bad file changes nothing."""

from pathlib import Path

from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from reader.ui.carry_bookmarks import CarryBookmarks
from reader.ui.navigation import Place
from reader.ui.window import MainWindow

MARLOW = "marlow-syndrome"


def kept(window: MainWindow) -> list[str]:
    return [each.slug for each in window.keeper.shelf.bookmarks]


def said(window: MainWindow) -> str:
    message = window.bar.message
    return message.text if message is not None else ""


def test_bookmarks_are_saved_taken_out_and_added_again(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    target = tmp_path / "mine.json"
    carrier = CarryBookmarks(window.keeper, window)
    window.open_place(Place(MARLOW))
    window.own_actions["bookmark"].trigger()
    qtbot.waitUntil(lambda: kept(window) == [MARLOW])
    carrier.export_to(str(target))
    qtbot.waitUntil(lambda: "mine.json" in said(window))
    window.own_actions["bookmark"].trigger()
    qtbot.waitUntil(lambda: kept(window) == [])
    carrier.import_from(str(target))
    qtbot.waitUntil(lambda: kept(window) == [MARLOW])
    window.own_actions["undo"].trigger()
    qtbot.waitUntil(lambda: kept(window) == [])


def test_a_file_that_holds_no_bookmarks_is_refused_in_words(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text("[1, 2", encoding="utf-8")
    CarryBookmarks(window.keeper, window).import_from(str(bad))
    qtbot.waitUntil(lambda: "not whole JSON" in said(window))
    assert kept(window) == []


def test_both_are_in_the_menu(window: MainWindow) -> None:
    words = {
        action.text()
        for menu in window.tools.findChildren(QMenu)
        for action in menu.actions()
    }
    assert {"Save your bookmarks in a file", "Add bookmarks from a file"} <= words
