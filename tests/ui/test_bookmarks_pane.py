from datetime import UTC, datetime

from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from reader.notebook.bookmarks import Shelf
from reader.notebook.records import Bookmark, Folder
from reader.notebook.store import Notebook
from reader.ui.bookmarks_model import BookmarksModel
from reader.ui.folder_dialog import FolderDialog
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
        qtbot.keyClick(
            window.finder.bookmarks.view,
            Qt.Key.Key_Down,
            Qt.KeyboardModifier.AltModifier,
        )
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
        window.activateWindow()
        pane.view.setFocus()
        qtbot.waitUntil(pane.view.hasFocus)
        qtbot.keyClick(pane.view, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, FolderDialog)
        words = [dialog.list.item(row).text() for row in range(dialog.list.count())]
        assert words == ["Outside all folders", "For Dad", "For me"]
        qtbot.keyClick(dialog.list, Qt.Key.Key_End)
        dialog.accept()
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


def test_the_keys_lead_into_a_folder_and_out_again(
    readers: Readers, qtbot: QtBot
) -> None:
    fill(readers)
    with readers.open() as window:
        show_bookmarks(window, qtbot)
        view = window.finder.bookmarks.view
        folder = window.keeper.shelf.folders[0].id
        stand_on(window, 1)
        qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        qtbot.waitUntil(lambda: window.keeper.shelf.bookmarks[1].folder_id == folder)
        assert view.currentIndex().data() == "Two"
        qtbot.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
        qtbot.waitUntil(lambda: window.keeper.shelf.bookmarks[1].folder_id is None)
        assert view.currentIndex().data() == "Two"


def drag(window: MainWindow, moved: QModelIndex, to: QPoint) -> None:
    """Let a row go at a point of the list."""
    view = window.finder.bookmarks.view
    data = view.model().mimeData([moved])
    drop = QDropEvent(
        QPointF(to),
        Qt.DropAction.MoveAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    view.dropEvent(drop)


def test_a_bookmark_is_dragged_into_a_folder_and_out_again(
    readers: Readers, qtbot: QtBot
) -> None:
    fill(readers)
    with readers.open() as window:
        show_bookmarks(window, qtbot)
        pane = window.finder.bookmarks
        folder = window.keeper.shelf.folders[0]
        middle = pane.view.visualRect(pane.model.index_of(folder)).center()
        drag(window, pane.model.index(0, 0), middle)
        qtbot.waitUntil(lambda: titles(window) == ["Two", "One"])
        assert window.keeper.shelf.bookmarks[1].folder_id == folder.id
        message = window.bar.message
        assert message is not None
        assert message.action == "Undo"
        inside = pane.model.index_of(window.keeper.shelf.bookmarks[1])
        below_all = pane.view.viewport().rect().bottomLeft()
        drag(window, inside, below_all)
        qtbot.waitUntil(lambda: window.keeper.shelf.bookmarks[1].folder_id is None)
        window.own_actions["undo"].trigger()
        qtbot.waitUntil(lambda: window.keeper.shelf.bookmarks[1].folder_id == folder.id)


def test_the_order_changes_by_dragging(readers: Readers, qtbot: QtBot) -> None:
    fill(readers)
    with readers.open() as window:
        show_bookmarks(window, qtbot)
        pane = window.finder.bookmarks
        first = pane.view.visualRect(pane.model.index(0, 0))
        drag(window, pane.model.index(1, 0), first.topLeft() + QPoint(20, 1))
        qtbot.waitUntil(lambda: titles(window) == ["Two", "One"])


def test_what_comes_from_elsewhere_is_not_taken(readers: Readers, qtbot: QtBot) -> None:
    fill(readers)
    with readers.open() as window:
        show_bookmarks(window, qtbot)
        pane = window.finder.bookmarks
        foreign = QMimeData()
        foreign.setText("Bookmark 1")
        assert pane.model.dragged(foreign) is None
        assert not pane.model.canDropMimeData(
            foreign, Qt.DropAction.MoveAction, 0, 0, QModelIndex()
        )


def test_a_removed_folder_comes_back_with_what_lay_in_it(
    readers: Readers, qtbot: QtBot
) -> None:
    fill(readers)
    with readers.open() as window:
        show_bookmarks(window, qtbot)
        stand_on(window, 1)
        view = window.finder.bookmarks.view
        qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        qtbot.waitUntil(lambda: len(window.finder.bookmarks.model.shelf.folders) == 1)
        qtbot.waitUntil(lambda: window.keeper.shelf.bookmarks[1].folder_id is not None)
        before = window.keeper.shelf
        stand_on(window, 1)
        qtbot.keyClick(view, Qt.Key.Key_Delete)
        qtbot.waitUntil(lambda: window.keeper.shelf.folders == ())
        window.own_actions["undo"].trigger()
        qtbot.waitUntil(lambda: window.keeper.shelf == before)


def test_a_folder_that_was_closed_stays_closed(readers: Readers, qtbot: QtBot) -> None:
    fill(readers)
    with readers.open() as window:
        show_bookmarks(window, qtbot)
        pane = window.finder.bookmarks
        stand_on(window, 1)
        pane.move_down()
        qtbot.waitUntil(lambda: pane.model.rowCount() == 2)
        pane.view.collapse(pane.model.index(1, 0))
        pane.new_folder()
        type_into_dialog(qtbot, "For me")
        qtbot.waitUntil(lambda: pane.model.rowCount() == 3)
        assert not pane.view.isExpanded(pane.model.index(1, 0))


def test_every_command_is_in_the_menu_of_the_list(
    readers: Readers, qtbot: QtBot
) -> None:
    fill(readers)
    with readers.open() as window:
        show_bookmarks(window, qtbot)
        view = window.finder.bookmarks.view
        assert view.contextMenuPolicy() is Qt.ContextMenuPolicy.ActionsContextMenu
        words = {action.text() for action in view.actions()}
        assert {"Open", "Move to folder…", "Move up", "Remove", "Note…"} <= words


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
