"""Leaving no trace: what is on the disk before and after is the same."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from reader.notebook.history import Place as KeptPlace
from reader.notebook.settings import Settings
from reader.notebook.store import FILE_NAME, Notebook
from reader.ui.navigation import Place
from reader.ui.window import MainWindow
from tests.ui.test_access import nameless
from tests.ui.window_support import Readers

MARLOW, GRADE = "marlow-syndrome", "how-we-grade"
KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def kept(readers: Readers) -> tuple[list[str], KeptPlace | None, Settings, list[str]]:
    with Notebook.open(readers.notebook) as notebook:
        return (
            [each.slug for each in notebook.history.recent_topics()],
            notebook.history.last_place(MARLOW),
            notebook.settings.load(),
            [each.slug for each in notebook.bookmarks.shelf().bookmarks],
        )


def read_about(window: MainWindow) -> None:
    """Read, go on, change how it looks: all that would leave a trace."""
    window.open_place(Place(MARLOW))
    window.view.verticalScrollBar().setValue(200)
    window.own_actions["larger"].trigger()
    window.open_place(Place(GRADE))
    window.own_actions["back"].trigger()


def answer(words: str) -> QMessageBox:
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    next(each for each in box.buttons() if each.text() == words).click()
    return box


def files_in(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def test_nothing_that_is_read_or_set_is_written(readers: Readers) -> None:
    before = kept(readers)
    with readers.open(no_trace=True) as window:
        read_about(window)
        assert window.appearance.text_size == 110
    assert kept(readers) == before


def test_where_nothing_is_kept_yet_not_even_a_file_is_made(readers: Readers) -> None:
    with readers.open(no_trace=True) as window:
        read_about(window)
        window.own_actions["history"].trigger()
    assert files_in(readers.notebook) == []


def test_the_notebook_is_the_same_to_the_byte(readers: Readers) -> None:
    kept(readers)
    before = (readers.notebook / FILE_NAME).read_bytes()
    with readers.open(no_trace=True) as window:
        read_about(window)
    assert (readers.notebook / FILE_NAME).read_bytes() == before
    assert files_in(readers.notebook) == [FILE_NAME]


def test_title_and_mark_say_so_and_the_key_turns_it_on_and_off(
    window: MainWindow, qtbot: QtBot
) -> None:
    assert not window.no_trace.mark.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_N, KEYS)
    assert window.windowTitle() == "Evidence Reader – leaving no trace"
    assert window.no_trace.mark.isVisible()
    assert "no trace" in window.no_trace.mark.label.text()
    assert window.own_actions["no-trace"].isChecked()
    window.open_place(Place(MARLOW))
    assert window.windowTitle().endswith("– leaving no trace")
    assert window.no_trace.mark.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_N, KEYS)
    assert window.windowTitle() == "Evidence Reader"
    assert not window.no_trace.mark.isVisible()


def test_the_mark_can_be_stopped_from_the_keyboard(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.own_actions["no-trace"].trigger()
    window.no_trace.mark.stop.setFocus()
    qtbot.keyClick(window.no_trace.mark.stop, Qt.Key.Key_Space)
    assert not window.keeper.traceless
    assert window.focusWidget() is window.finder.box


def test_stopping_closes_what_was_read_and_never_writes_it(
    readers: Readers, qtbot: QtBot
) -> None:
    with readers.open() as window:
        window.own_actions["no-trace"].trigger()
        window.open_place(Place(MARLOW))
        qtbot.keyClicks(window.finder.box, "marlow")
        window.own_actions["no-trace"].trigger()
        assert window.desk.topic is None
        assert not window.desk.can_go_back
        assert window.finder.box.text() == ""
        assert not window.finder.box.isUndoAvailable()
        window.open_place(Place(GRADE))
    visits, place, _, _ = kept(readers)
    assert visits == [GRADE]
    assert place is None


def test_the_page_open_when_it_begins_keeps_no_later_place(readers: Readers) -> None:
    with readers.open() as window:
        window.open_place(Place(MARLOW))
        window.own_actions["no-trace"].trigger()
        window.view.verticalScrollBar().setValue(300)
        window.open_place(Place(GRADE))
    visits, place, _, _ = kept(readers)
    assert visits == [MARLOW]
    assert place is None


@pytest.mark.parametrize("no_trace_at_start", [True, False])
def test_a_bookmark_is_kept_only_after_a_question(
    readers: Readers, qtbot: QtBot, no_trace_at_start: bool
) -> None:
    with readers.open(no_trace=no_trace_at_start) as window:
        if not no_trace_at_start:
            window.own_actions["no-trace"].trigger()
        window.open_place(Place(MARLOW))
        window.own_actions["bookmark"].trigger()
        box = answer("Do not keep it")
        assert "Marlow's syndrome" in box.text()
        assert "on this computer" in box.text()
        assert not window.own_actions["bookmark"].isChecked()
        window.own_actions["bookmark"].trigger()
        answer("Keep it")
        qtbot.waitUntil(window.own_actions["bookmark"].isChecked)
    visits, _, _, bookmarks = kept(readers)
    assert visits == []
    assert bookmarks == [MARLOW]


def test_a_start_without_a_trace_can_be_turned_into_a_usual_one(
    readers: Readers, qtbot: QtBot
) -> None:
    with readers.open(no_trace=True) as window:
        window.open_place(Place(MARLOW))
        window.own_actions["no-trace"].trigger()
        window.open_place(Place(GRADE))
        window.own_actions["bookmark"].trigger()
        qtbot.waitUntil(window.own_actions["bookmark"].isChecked)
    visits, _, _, bookmarks = kept(readers)
    assert visits == [GRADE]
    assert bookmarks == [GRADE]


def test_the_history_says_that_nothing_is_added(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.own_actions["no-trace"].trigger()
    window.own_actions["history"].trigger()
    qtbot.waitUntil(lambda: "no trace" in window.finder.history.words.text())


def test_the_mark_is_whole_at_three_hundred_percent(readers: Readers) -> None:
    with readers.open(640, 600, no_trace=True) as window:
        for _ in range(9):
            window.own_actions["larger"].trigger()
        assert window.appearance.text_size == 300
        label = window.no_trace.mark.label
        QApplication.sendPostedEvents()
        assert label.height() >= label.heightForWidth(label.width())
        assert window.no_trace.mark.stop.isVisible()


def test_every_control_of_the_mark_and_the_question_has_a_name(
    window: MainWindow,
) -> None:
    window.own_actions["no-trace"].trigger()
    assert nameless(window) == []
    window.open_place(Place(MARLOW))
    window.own_actions["bookmark"].trigger()
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert nameless(box) == []
    box.reject()


def test_f6_reaches_the_mark(window: MainWindow, qtbot: QtBot) -> None:
    window.own_actions["no-trace"].trigger()
    window.focus_search()
    seen = []
    for _ in range(6):
        qtbot.keyClick(window, Qt.Key.Key_F6)
        seen.append(window.focusWidget())
    assert window.no_trace.mark.stop in seen
