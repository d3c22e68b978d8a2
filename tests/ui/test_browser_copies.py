"""A page in the person's own browser, and what is left of it: nothing."""

import os
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from reader.ui.browser_copies import OurFolder, remove_leftovers
from reader.ui.kiosk import Kiosk
from reader.ui.navigation import Place
from reader.ui.window import MainWindow
from tests.ui.window_support import Readers

MARLOW = "marlow-syndrome"
KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class Browser(QObject):
    """Stands for the browser of the computer."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Path] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(Path(url.toLocalFile()))


@pytest.fixture
def browser() -> Iterator[Browser]:
    made = Browser()
    QDesktopServices.setUrlHandler("file", made, "open")  # type: ignore[arg-type] # it takes text
    yield made
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def open_in_browser(qtbot: QtBot, window: MainWindow) -> None:
    window.open_place(Place(MARLOW))
    qtbot.keyClick(window, Qt.Key.Key_B, KEYS)


def test_the_page_opens_as_a_file_that_only_this_person_may_read(
    readers: Readers, qtbot: QtBot, browser: Browser, temporary: Path
) -> None:
    with readers.open() as window:
        open_in_browser(qtbot, window)
        qtbot.waitUntil(lambda: len(browser.opened) == 1)
        page = browser.opened[0]
        assert page.parent.parent == temporary
        assert page.name == f"{MARLOW}.html"
        assert "<h1>Marlow&#x27;s syndrome (MS1)</h1>" in page.read_text("utf-8")
        if os.name == "posix":
            assert stat.S_IMODE(page.parent.stat().st_mode) == 0o700
        assert window.bar.message is not None
        assert "browser" in window.bar.message.text
    assert list(temporary.iterdir()) == []


def test_a_second_page_goes_into_the_same_folder(
    readers: Readers, qtbot: QtBot, browser: Browser, temporary: Path
) -> None:
    with readers.open() as window:
        open_in_browser(qtbot, window)
        qtbot.waitUntil(lambda: len(browser.opened) == 1)
        window.open_place(Place("how-we-grade"))
        window.own_actions["browser"].trigger()
        qtbot.waitUntil(lambda: len(browser.opened) == 2)
        assert len(list(temporary.iterdir())) == 1
    assert list(temporary.iterdir()) == []


def answer(words: str) -> None:
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    next(each for each in box.buttons() if each.text() == words).click()


def test_where_no_trace_is_left_it_asks_first(
    readers: Readers, qtbot: QtBot, browser: Browser, temporary: Path
) -> None:
    with readers.open(no_trace=True) as window:
        open_in_browser(qtbot, window)
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        assert "Marlow's syndrome" in box.text()
        assert "history" in box.informativeText()
        assert box.defaultButton().text() == "Do not open it"
        answer("Do not open it")
        assert list(temporary.iterdir()) == []
        window.own_actions["browser"].trigger()
        answer("Open it")
        qtbot.waitUntil(lambda: len(browser.opened) == 1)
    assert list(temporary.iterdir()) == []


def test_a_kiosk_opens_no_browser(readers: Readers) -> None:
    with readers.open(kiosk=True) as window:
        Kiosk(window, idle=180, may_print=True)
        window.open_place(Place(MARLOW))
        assert not window.own_actions["browser"].isVisible()
        assert window.own_actions["browser"].shortcuts() == []


def test_a_folder_that_cannot_be_made_is_said_in_words(
    readers: Readers, qtbot: QtBot, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    with readers.open() as window:
        monkeypatch.setattr(tempfile, "tempdir", str(readers.notebook / "nowhere"))
        open_in_browser(qtbot, window)
        assert window.bar.message is not None
        assert "cannot be written for your browser" in window.bar.message.text
        assert browser.opened == []


def test_a_start_takes_away_what_a_program_left_that_broke_off(
    temporary: Path,
) -> None:
    used = OurFolder()
    left = temporary / "evidence-reader-pages-left"
    left.mkdir()
    (left / "page.html").write_text("what was read", encoding="utf-8")
    foreign = temporary / "somebody-elses"
    foreign.mkdir()
    remove_leftovers()
    assert sorted(temporary.iterdir()) == sorted([used.path, foreign])
    used.remove()
    assert list(temporary.iterdir()) == [foreign]


def test_a_link_with_our_name_is_not_followed(temporary: Path, tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.mkdir()
    (precious / "letter.txt").write_text("dear", encoding="utf-8")
    (temporary / "evidence-reader-pages-trick").symlink_to(precious)
    remove_leftovers()
    assert (precious / "letter.txt").exists()


def test_a_window_that_opens_takes_leftovers_away(
    readers: Readers, qtbot: QtBot, temporary: Path
) -> None:
    left = temporary / "evidence-reader-pages-left"
    left.mkdir()
    with readers.open():
        qtbot.waitUntil(lambda: not left.exists())
