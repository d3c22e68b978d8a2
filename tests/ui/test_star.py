from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reader.notebook.store import Notebook
from reader.ui.navigation import Place
from reader.ui.window import MainWindow
from tests.ui.window_support import Readers

MARLOW = "marlow-syndrome"


def kept(window: MainWindow) -> list[tuple[str, str | None]]:
    return [(each.slug, each.section) for each in window.keeper.shelf.bookmarks]


def test_the_star_keeps_the_page_at_once_and_undo_takes_it_back(
    window: MainWindow, readers: Readers, qtbot: QtBot
) -> None:
    window.open_place(Place(MARLOW))
    qtbot.keyClick(window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: kept(window) == [(MARLOW, None)])
    assert window.own_actions["bookmark"].isChecked()
    assert window.own_actions["bookmark"].text() == "Bookmarked"
    with Notebook.open(readers.notebook) as notebook:
        assert len(notebook.bookmarks.shelf().bookmarks) == 1
    message = window.bar.message
    assert message is not None
    assert message.action == "Undo"
    window.own_actions["undo"].trigger()
    qtbot.waitUntil(lambda: kept(window) == [])
    assert not window.own_actions["bookmark"].isChecked()


def test_the_star_of_a_kept_page_takes_it_out(window: MainWindow, qtbot: QtBot) -> None:
    window.open_place(Place(MARLOW))
    window.own_actions["bookmark"].trigger()
    qtbot.waitUntil(lambda: len(kept(window)) == 1)
    window.own_actions["bookmark"].trigger()
    qtbot.waitUntil(lambda: kept(window) == [])


def test_a_section_can_be_kept_by_itself(window: MainWindow, qtbot: QtBot) -> None:
    window.open_place(Place(MARLOW, "red-flags"))
    window.own_actions["bookmark-section"].trigger()
    qtbot.waitUntil(lambda: kept(window) == [(MARLOW, "red-flags")])
    assert not window.own_actions["bookmark"].isChecked()


def test_the_start_page_has_no_star(window: MainWindow) -> None:
    assert not window.own_actions["bookmark"].isEnabled()


def test_a_bookmark_made_in_one_window_shows_in_the_other(
    window: MainWindow, readers: Readers, qtbot: QtBot
) -> None:
    with Notebook.open(readers.notebook) as elsewhere:
        elsewhere.bookmarks.add(MARLOW, title="Marlow's syndrome")
    window.keeper.look_elsewhere()
    qtbot.waitUntil(lambda: kept(window) == [(MARLOW, None)])
    assert any("Marlow" in card.text() for card in window.start.cards())
