"""A second window: to compare two pages, on one library and one notebook."""

import threading
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from reader.app import StartRequest, build_window, open_more_from
from reader.library.store import Library
from reader.notebook.store import Notebook
from reader.ui.kiosk import Kiosk
from reader.ui.navigation import Place
from reader.ui.shelf_switch import Shelf
from reader.ui.topic_links import LinkTarget, address
from reader.ui.window import MainWindow
from reader.ui.windows import Windows
from tests.fixtures.source_folder import compile_folder, write_sources
from tests.ui.window_support import Readers

MARLOW, GRADE = "marlow-syndrome", "how-we-grade"
CTRL = Qt.KeyboardModifier.ControlModifier
BOTH = CTRL | Qt.KeyboardModifier.ShiftModifier


def threads() -> list[str]:
    names = [thread.name for thread in threading.enumerate()]
    return [name for name in names if name.startswith("the ")]


def open_all(
    readers: Readers, qtbot: QtBot, *, no_trace: bool = False
) -> Iterator[Windows]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    start = StartRequest(
        library=readers.library, notebook=readers.notebook, no_trace=no_trace
    )
    before = set(QApplication.topLevelWidgets())
    with ExitStack() as stack:
        library = stack.enter_context(Library.open(readers.library))
        own = stack.enter_context(ExitStack())
        first = build_window(app, library, start, [], own)
        windows = open_more_from(first, own, app, library, start)
        stack.callback(windows.close)
        first.begin(Place(), None)
        first.show()
        filled(first, qtbot)
        yield windows
        for window in windows.open:
            window.close()
        remaining = windows.open
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for window in remaining:
        Shiboken.delete(window)
    assert set(QApplication.topLevelWidgets()) <= before
    assert threads() == []
    app.setStyleSheet("")


@pytest.fixture
def windows(readers: Readers, qtbot: QtBot) -> Iterator[Windows]:
    yield from open_all(readers, qtbot)


def filled(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.finder.shelves.model().rowCount() > 0)


def second(windows: Windows, qtbot: QtBot) -> MainWindow:
    assert len(windows.open) == 2
    filled(windows.open[1], qtbot)
    return windows.open[1]


def slug(window: MainWindow) -> str:
    return window.desk.topic.slug if window.desk.topic else ""


def search(window: MainWindow, qtbot: QtBot, words: str) -> None:
    qtbot.keyClicks(window.finder.box, words)
    qtbot.waitUntil(lambda: window.finder.results_model.rowCount() > 0)


def test_ctrl_n_opens_a_second_window_at_the_start_page(
    windows: Windows, qtbot: QtBot
) -> None:
    first = windows.open[0]
    first.open_place(Place(MARLOW))
    qtbot.keyClick(first, Qt.Key.Key_N, CTRL)
    other = second(windows, qtbot)
    assert slug(other) == ""
    assert other.start.isVisible()
    assert other.focusWidget() is other.finder.box
    assert other.size() == first.size()


def test_enter_with_ctrl_and_shift_opens_a_result_beside(
    windows: Windows, qtbot: QtBot
) -> None:
    first = windows.open[0]
    search(first, qtbot, "marlow")
    qtbot.keyClick(first.finder.box, Qt.Key.Key_Down)
    qtbot.keyClick(first.finder.results, Qt.Key.Key_Return, BOTH)
    assert slug(second(windows, qtbot)) == MARLOW
    assert slug(first) == ""
    assert windows.open[1].focusWidget() is windows.open[1].view


def test_the_search_field_does_so_even_while_the_answer_is_awaited(
    windows: Windows, qtbot: QtBot
) -> None:
    first = windows.open[0]
    qtbot.keyClicks(first.finder.box, "marlow")
    qtbot.keyClick(first.finder.box, Qt.Key.Key_Return, BOTH)
    qtbot.waitUntil(lambda: len(windows.open) == 2)
    assert slug(second(windows, qtbot)) == MARLOW
    assert slug(first) == ""


def test_a_click_with_ctrl_and_shift_opens_a_result_beside(
    windows: Windows, qtbot: QtBot
) -> None:
    first = windows.open[0]
    search(first, qtbot, "marlow")
    view = first.finder.results
    spot = view.visualRect(view.model().index(0, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, BOTH, spot)
    assert slug(second(windows, qtbot)) == MARLOW
    assert slug(first) == ""


@pytest.mark.parametrize("shelf", [Shelf.SYSTEMS, Shelf.ALPHABET])
def test_an_entry_of_a_list_opens_beside_by_key(
    windows: Windows, qtbot: QtBot, shelf: Shelf
) -> None:
    first = windows.open[0]
    first.finder.show_shelf(shelf)
    view = first.finder.shelves if shelf is Shelf.SYSTEMS else first.finder.alphabet
    if shelf is Shelf.SYSTEMS:
        view.setCurrentIndex(view.model().index(0, 0, view.model().index(0, 0)))
    expected = first.finder.shelves.currentIndex().data()
    if shelf is Shelf.ALPHABET:
        expected = view.currentIndex().data()
    qtbot.keyClick(view, Qt.Key.Key_Return, BOTH)
    other = second(windows, qtbot)
    assert other.desk.topic is not None
    assert other.desk.topic.title == expected
    assert slug(first) == ""


def test_a_bookmark_and_a_page_of_history_open_beside_by_key(
    windows: Windows, qtbot: QtBot
) -> None:
    first = windows.open[0]
    first.open_place(Place(MARLOW))
    first.own_actions["bookmark"].trigger()
    qtbot.waitUntil(lambda: bool(first.keeper.shelf.bookmarks))
    first.desk.go_home()
    first.finder.show_shelf(Shelf.BOOKMARKS)
    view = first.finder.bookmarks.view
    view.setCurrentIndex(view.model().index(0, 0))
    qtbot.keyClick(view, Qt.Key.Key_Return, BOTH)
    assert slug(second(windows, qtbot)) == MARLOW
    assert slug(first) == ""


def link_position(window: MainWindow) -> int:
    """The letter at which the link to the other page starts."""
    wanted = address(LinkTarget(GRADE))
    document = window.view.document()
    cursor = QTextCursor(document)
    for position in range(document.characterCount()):
        cursor.setPosition(position)
        if cursor.charFormat().anchorHref() == wanted:
            return position - 1
    msg = "there is no such link"
    raise AssertionError(msg)


@pytest.fixture
def linked(
    tmp_path_factory: pytest.TempPathFactory, home: Path, qtbot: QtBot
) -> Iterator[Windows]:
    """On a library whose page links to another one."""
    folder = tmp_path_factory.mktemp("linked")
    write_sources(folder)
    compile_folder(folder, folder / "library.db")
    yield from open_all(Readers(folder / "library.db", home, qtbot), qtbot)


def test_a_link_of_a_page_opens_beside_by_key(linked: Windows, qtbot: QtBot) -> None:
    first = linked.open[0]
    first.open_place(Place(MARLOW, "why"))
    first.view.select_link(link_position(first))
    qtbot.keyClick(first.view, Qt.Key.Key_Return, BOTH)
    assert slug(second(linked, qtbot)) == GRADE
    assert slug(first) == MARLOW


def test_a_link_of_a_page_opens_beside_by_mouse(linked: Windows, qtbot: QtBot) -> None:
    first = linked.open[0]
    first.open_place(Place(MARLOW, "why"))
    qtbot.waitUntil(first.updatesEnabled)
    cursor = QTextCursor(first.view.document())
    cursor.setPosition(link_position(first) + 2)
    spot = first.view.cursorRect(cursor).center()
    qtbot.mouseClick(first.view.viewport(), Qt.MouseButton.LeftButton, BOTH, spot)
    assert slug(second(linked, qtbot)) == GRADE
    assert slug(first) == MARLOW


def test_a_page_that_is_not_there_opens_no_window(windows: Windows) -> None:
    first = windows.open[0]
    first.doors.wanted.emit(Place("marlow-syndrom"))
    assert len(windows.open) == 1
    assert first.bar.message is not None
    assert MARLOW in first.bar.message.advice


def test_what_one_window_keeps_the_other_shows(windows: Windows, qtbot: QtBot) -> None:
    first = windows.open[0]
    first.doors.wanted.emit(Place(MARLOW))
    other = second(windows, qtbot)
    other.own_actions["bookmark"].trigger()
    qtbot.waitUntil(lambda: bool(first.keeper.shelf.bookmarks))
    assert [each.slug for each in first.keeper.shelf.bookmarks] == [MARLOW]
    qtbot.waitUntil(lambda: [each.slug for each in first.keeper.recent] == [MARLOW])
    assert first.bar.message is None


def test_both_wear_the_same_colours_and_text_size(
    windows: Windows, qtbot: QtBot
) -> None:
    first = windows.open[0]
    first.own_actions["larger"].trigger()
    first.doors.wanted.emit(Place(MARLOW))
    other = second(windows, qtbot)
    assert other.appearance.text_size == 110
    other.tools.themes.actions()[2].trigger()
    qtbot.waitUntil(lambda: first.updatesEnabled() and other.updatesEnabled())
    assert first.appearance.theme == other.appearance.theme
    first.own_actions["normal"].trigger()
    assert other.appearance.text_size == 100


@pytest.mark.parametrize("number", [0, 1])
def test_closing_one_keeps_the_other_with_all_it_does(
    windows: Windows, qtbot: QtBot, number: int
) -> None:
    windows.open[0].doors.wanted.emit(Place(MARLOW))
    second(windows, qtbot)
    stays = windows.open[1 - number]
    windows.open[number].close()
    assert windows.open == (stays,)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    # The window that stays looks for a voice some time after its first page.
    left = sorted(threads())
    assert left[:2] == ["the library", "the notebook"]
    assert left[2:] in ([], ["the voice"])
    search(stays, qtbot, "marlow")
    stays.finder.results.open_first()
    assert slug(stays) == MARLOW
    stays.own_actions["bookmark"].trigger()
    qtbot.waitUntil(lambda: bool(stays.keeper.shelf.bookmarks))
    stays.own_actions["larger"].trigger()
    assert stays.appearance.text_size == 110


def test_both_keep_what_they_have_read(readers: Readers, qtbot: QtBot) -> None:
    for windows in open_all(readers, qtbot):
        windows.open[0].open_place(Place(GRADE))
        windows.open[0].doors.wanted.emit(Place(MARLOW))
        second(windows, qtbot)
    with Notebook.open(readers.notebook) as notebook:
        read = {visit.slug for visit in notebook.history.recent_topics()}
    assert read == {GRADE, MARLOW}


def test_a_window_opened_from_one_without_a_trace_leaves_none(
    readers: Readers, qtbot: QtBot
) -> None:
    for windows in open_all(readers, qtbot, no_trace=True):
        windows.open[0].doors.wanted.emit(Place(MARLOW))
        other = second(windows, qtbot)
        assert other.keeper.traceless
        assert other.no_trace.mark.isVisible()
        other.own_actions["larger"].trigger()
    assert not list(readers.notebook.rglob("*"))


def test_leaving_no_trace_holds_for_all_windows_or_none(
    windows: Windows, qtbot: QtBot, readers: Readers
) -> None:
    first = windows.open[0]
    first.doors.wanted.emit(Place())
    other = second(windows, qtbot)
    first.own_actions["no-trace"].trigger()
    assert other.keeper.traceless
    assert other.no_trace.mark.isVisible()
    other.open_place(Place(MARLOW))
    other.own_actions["no-trace"].trigger()
    assert not first.keeper.traceless
    assert slug(other) == ""
    other.close()
    with Notebook.open(readers.notebook) as notebook:
        assert list(notebook.history.recent_topics()) == []


def test_a_kiosk_has_one_window(readers: Readers, qtbot: QtBot) -> None:
    with readers.open(kiosk=True) as window:
        kiosk = Kiosk(window, idle=180, may_print=False)
        wanted: list[Place] = []
        window.doors.wanted.connect(wanted.append)
        qtbot.keyClick(window, Qt.Key.Key_N, CTRL)
        search(window, qtbot, "marlow")
        qtbot.keyClick(window.finder.box, Qt.Key.Key_Return, BOTH)
        qtbot.waitUntil(lambda: slug(window) == MARLOW)
        assert wanted == []
        for view in (window.finder.results, window.finder.shelves):
            assert view.actions() == []
        kiosk.deleteLater()
