from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from reader.notebook.bookmarks import Shelf
from reader.notebook.records import Bookmark, Folder
from reader.notebook.store import Notebook
from reader.ui.bookmarks_model import BookmarksModel
from reader.ui.text_dialog import TextDialog
from reader.ui.window import MainWindow
from tests.ui.window_support import Readers

MARLOW = "marlow-syndrome"
NOW = datetime.now(UTC)


def fill(readers: Readers) -> None:
    with Notebook.open(readers.notebook) as notebook:
        notebook.bookmarks.add(MARLOW, title="One")
        notebook.bookmarks.add(MARLOW, title="Two", section="signs")
        notebook.bookmarks.create_folder("For Dad")


def show_bookmarks(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.finder.bookmarks.model.rowCount() == 3)
    window.own_actions["bookmarks"].trigger()


def titles(window: MainWindow) -> list[str]:
    return [each.title for each in window.keeper.shelf.bookmarks]


def stand_on(window: MainWindow, row: int) -> None:
    pane = window.finder.bookmarks
    pane.view.setCurrentIndex(pane.model.index(row, 0))


def type_into_dialog(qtbot: QtBot, words: str) -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, TextDialog)
    qtbot.keyClicks(dialog.field, words)
    dialog.accept()


def test_the_key_shows_the_list_and_return_opens_the_bookmark(
    readers: Readers, qtbot: QtBot
) -> None:
    fill(readers)
    with readers.open() as window:
        show_bookmarks(window, qtbot)
        view = window.finder.bookmarks.view
        assert window.focusWidget() is view
        stand_on(window, 1)
        qtbot.keyClick(view, Qt.Key.Key_Return)
        assert window.desk.place.section == "signs"


def test_the_order_changes_by_key_and_can_be_undone(
    readers: Readers, qtbot: QtBot
) -> None:
    fill(readers)
    with readers.open() as window:
        show_bookmarks(window, qtbot)
        stand_on(window, 0)
        modifiers = (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        )
        qtbot.keyClick(window.finder.bookmarks.view, Qt.Key.Key_Down, modifiers)
        qtbot.waitUntil(lambda: titles(window) == ["Two", "One"])
        chosen = window.finder.bookmarks.view.currentIndex()
        assert chosen.data() == "One"
        window.own_actions["undo"].trigger()
        qtbot.waitUntil(lambda: titles(window) == ["One", "Two"])


def test_a_note_is_kept_and_shown(readers: Readers, qtbot: QtBot) -> None:
    fill(readers)
    with readers.open() as window:
        show_bookmarks(window, qtbot)
        stand_on(window, 0)
        qtbot.keyClick(window.finder.bookmarks.view, Qt.Key.Key_F2)
        type_into_dialog(qtbot, "Ask about this")
        qtbot.waitUntil(
            lambda: window.keeper.shelf.bookmarks[0].note == "Ask about this"
        )
        index = window.finder.bookmarks.model.index(0, 0)
        assert "Ask about this" in index.data()


def test_a_folder_is_made_and_a_bookmark_put_into_it(
    readers: Readers, qtbot: QtBot
) -> None:
    fill(readers)
    with readers.open() as window:
        show_bookmarks(window, qtbot)
        pane = window.finder.bookmarks
        pane.new_folder()
        type_into_dialog(qtbot, "For me")
        qtbot.waitUntil(lambda: len(window.keeper.shelf.folders) == 2)
        stand_on(window, 0)
        pane.folder_menu.aboutToShow.emit()
        words = [action.text() for action in pane.folder_menu.actions()]
        assert words == ["No folder", "For Dad", "For me"]
        pane.folder_menu.actions()[2].trigger()
        folder = window.keeper.shelf.folders[1].id
        qtbot.waitUntil(lambda: window.keeper.shelf.bookmarks[-1].folder_id == folder)


def test_delete_removes_and_a_removed_folder_leaves_its_bookmarks(
    readers: Readers, qtbot: QtBot
) -> None:
    fill(readers)
    with readers.open() as window:
        show_bookmarks(window, qtbot)
        stand_on(window, 0)
        qtbot.keyClick(window.finder.bookmarks.view, Qt.Key.Key_Delete)
        qtbot.waitUntil(lambda: titles(window) == ["Two"])
        stand_on(window, 1)
        qtbot.keyClick(window.finder.bookmarks.view, Qt.Key.Key_Delete)
        qtbot.waitUntil(lambda: window.keeper.shelf.folders == ())
        assert titles(window) == ["Two"]


def test_a_folder_that_is_there_already_is_refused_in_words(
    readers: Readers, qtbot: QtBot
) -> None:
    fill(readers)
    with readers.open() as window:
        show_bookmarks(window, qtbot)
        window.finder.bookmarks.new_folder()
        type_into_dialog(qtbot, "for dad")
        qtbot.waitUntil(lambda: window.bar.message is not None)
        assert window.bar.message is not None
        assert "For Dad" in window.bar.message.text


def test_an_empty_list_says_how_to_fill_it(window: MainWindow) -> None:
    window.own_actions["bookmarks"].trigger()
    assert "Ctrl+D" in window.finder.bookmarks.empty.text()
    assert window.finder.bookmarks.empty.isVisible()
    focus = window.focusWidget()
    assert focus is not None
    assert not isinstance(focus, QPushButton)


def test_the_model_is_sound(qtmodeltester: ModelTester, qapp: QApplication) -> None:
    model = BookmarksModel(qapp)
    folder = Folder(1, "For Dad", 0)
    loose = Bookmark(1, MARLOW, None, "One", "", None, 0, NOW)
    inside = Bookmark(2, MARLOW, "signs", "Two", "A note", 1, 0, NOW)
    model.show_shelf(Shelf((folder,), (loose, inside)))
    qtmodeltester.check(model, force_py=True)
    assert model.record(model.index_of(folder)) == folder
    assert model.record(model.index_of(inside)) == inside
    model.show_shelf(Shelf((), ()))
    assert not model.index_of(folder).isValid()
