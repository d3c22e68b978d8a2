import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from reader.ui.page_browser import PageBrowser

FIRST, LINE, LAST = '<p><a href="reader:topic/one">one</a></p>', "<p>Words.</p>", ""


@pytest.fixture
def frame(qtbot: QtBot) -> QWidget:
    """A low page with a link at its head and one at its end, between two fields."""
    frame = QWidget()
    qtbot.addWidget(frame)
    frame.resize(400, 400)
    before, page, after = QLineEdit(frame), PageBrowser(frame), QLineEdit(frame)
    page.setGeometry(0, 30, 400, 200)
    before.setObjectName("before")
    after.setObjectName("after")
    frame.show()
    frame.activateWindow()
    return frame


def page_of(frame: QWidget, html: str) -> PageBrowser:
    page = frame.findChild(PageBrowser)
    assert page is not None
    page.setHtml(html)
    page.setFocus()
    return page


def focused(frame: QWidget) -> str:
    widget = frame.focusWidget()
    assert widget is not None
    return widget.objectName()


def test_tab_leaves_a_page_whose_links_are_all_above(
    frame: QWidget, qtbot: QtBot
) -> None:
    page = page_of(frame, FIRST + LINE * 60)
    bar = page.verticalScrollBar()
    bar.setValue(bar.maximum())
    qtbot.keyClick(page, Qt.Key.Key_Tab)
    assert focused(frame) == "after"
    assert bar.value() == bar.maximum()


def test_shift_tab_leaves_a_page_whose_links_are_all_below(
    frame: QWidget, qtbot: QtBot
) -> None:
    page = page_of(frame, LINE * 60 + FIRST)
    qtbot.keyClick(page, Qt.Key.Key_Backtab)
    assert focused(frame) == "before"
    assert page.verticalScrollBar().value() == 0


def test_tab_goes_to_the_first_link_that_is_seen(frame: QWidget, qtbot: QtBot) -> None:
    page = page_of(frame, FIRST * 3 + LINE * 60 + FIRST.replace("one", "two") + LINE)
    bar = page.verticalScrollBar()
    bar.setValue(bar.maximum())
    qtbot.keyClick(page, Qt.Key.Key_Tab)
    assert page.textCursor().selectedText() == "two"
    qtbot.keyClick(page, Qt.Key.Key_Tab)
    assert focused(frame) == "after"


def test_shift_tab_goes_to_the_last_link_that_is_seen(
    frame: QWidget, qtbot: QtBot
) -> None:
    page = page_of(frame, FIRST + LINE * 60 + FIRST.replace("one", "two"))
    qtbot.keyClick(page, Qt.Key.Key_Backtab)
    assert page.textCursor().selectedText() == "one"


def test_tab_reaches_a_link_that_begins_the_page(frame: QWidget, qtbot: QtBot) -> None:
    page = page_of(frame, FIRST + LINE * 60)
    qtbot.keyClick(page, Qt.Key.Key_Tab)
    assert page.textCursor().selectedText() == "one"


def test_tab_begins_where_one_reads_although_words_are_marked(
    frame: QWidget, qtbot: QtBot
) -> None:
    page = page_of(frame, FIRST + LINE * 30 + FIRST.replace("one", "two"))
    cursor = QTextCursor(page.document())
    cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
    end = QTextCursor.MoveOperation.EndOfBlock
    cursor.movePosition(end, QTextCursor.MoveMode.KeepAnchor)
    page.setTextCursor(cursor)
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    qtbot.keyClick(page, Qt.Key.Key_Tab)
    assert page.textCursor().selectedText() == "two"
