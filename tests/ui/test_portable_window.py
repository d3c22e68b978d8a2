"""What the window says and asks when the desktop or a stick is behind it."""

import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from reader.notebook.carry import save_everything
from reader.notebook.settings import DEFAULTS
from reader.notebook.store import Notebook
from reader.portable import FOLDER_NAME
from reader.ui.navigation import Place
from reader.ui.offered_file import OfferedFile
from reader.ui.settings_dialog import SettingsDialog
from reader.ui.window import MainWindow

MARLOW = "marlow-syndrome"


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program packed into a folder, with one for data beside it."""
    folder = tmp_path / "stick"
    (folder / FOLDER_NAME).mkdir(parents=True)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(folder / "evidence-reader"))
    monkeypatch.delenv("EVIDENCE_READER_HOME", raising=False)
    return folder


def words_of(dialog: SettingsDialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


def test_the_title_of_a_portable_program_says_so(
    stick: Path, window: MainWindow
) -> None:
    del stick
    assert window.windowTitle() == "Evidence Reader – portable"
    window.open_place(Place(MARLOW))
    assert window.windowTitle().endswith("Evidence Reader – portable")


def test_settings_say_where_data_lie(stick: Path, window: MainWindow) -> None:
    dialog = SettingsDialog(DEFAULTS, window)
    assert str(stick / FOLDER_NAME) in words_of(dialog)
    assert "not on this computer" in words_of(dialog)


def test_settings_of_an_installed_program_name_this_computer(
    window: MainWindow,
) -> None:
    assert window.windowTitle() == "Evidence Reader"
    assert "stays on this computer" in words_of(SettingsDialog(DEFAULTS, window))


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    target = tmp_path / "mine.evidence-notebook"
    with Notebook.open(tmp_path / "there") as there:
        there.bookmarks.add(MARLOW, title="Marlow's syndrome")
        save_everything(there, target)
    return target


def press(window: MainWindow, path: Path, role: QMessageBox.ButtonRole) -> None:
    OfferedFile(path, window.keeper, window).ask()
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert path.name in box.text()
    button = next(each for each in box.buttons() if box.buttonRole(each) == role)
    button.click()


def test_an_offered_file_is_added_when_it_is_wanted(
    window: MainWindow, elsewhere: Path, qtbot: QtBot
) -> None:
    press(window, elsewhere, QMessageBox.ButtonRole.AcceptRole)
    qtbot.waitUntil(lambda: bool(window.keeper.shelf.bookmarks))
    assert [each.slug for each in window.keeper.shelf.bookmarks] == [MARLOW]


def test_an_offered_file_is_left_alone_otherwise(
    window: MainWindow, elsewhere: Path
) -> None:
    press(window, elsewhere, QMessageBox.ButtonRole.RejectRole)
    assert not window.keeper.shelf.bookmarks
