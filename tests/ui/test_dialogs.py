from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QTableWidget
from pytestqt.qtbot import QtBot

from reader.notebook.settings import Paper, Theme
from reader.notebook.store import Notebook
from reader.ui.handout_dialog import HandoutDialog
from reader.ui.navigation import Place
from reader.ui.settings_dialog import SettingsDialog
from reader.ui.window import MainWindow
from tests.ui.window_support import Readers

MARLOW = "marlow-syndrome"


def open_settings(window: MainWindow) -> SettingsDialog:
    window.own_actions["settings"].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SettingsDialog)
    return dialog


def test_settings_take_hold_at_once_and_are_kept(readers: Readers) -> None:
    with readers.open() as window:
        dialog = open_settings(window)
        dialog.sizes.setCurrentIndex(dialog.sizes.findData(150))
        dialog.themes.setCurrentIndex(dialog.themes.findData(Theme.DARK.value))
        dialog.papers.setCurrentIndex(dialog.papers.findData(Paper.LETTER.value))
        dialog.history.setChecked(False)
        dialog.accept()
        assert window.appearance.text_size == 150
        assert window.appearance.theme.name == "dark"
    with Notebook.open(readers.notebook) as notebook:
        kept = notebook.settings.load()
    assert (kept.text_size, kept.theme, kept.paper) == (150, Theme.DARK, Paper.LETTER)
    assert not kept.keep_history


def test_settings_that_are_cancelled_change_nothing(window: MainWindow) -> None:
    dialog = open_settings(window)
    dialog.sizes.setCurrentIndex(dialog.sizes.findData(300))
    dialog.reject()
    assert window.appearance.text_size == 100


def test_f1_lists_every_key(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F1)
    sheet = QApplication.activeModalWidget()
    assert sheet is not None
    table = sheet.findChild(QTableWidget)
    assert isinstance(table, QTableWidget)
    model = table.model()
    words = {model.index(row, 0).data() for row in range(model.rowCount())}
    wanted = {spec.words for spec in window.own_actions.offered() if spec.keys}
    assert wanted <= words
    sheet.close()


def test_save_asks_for_a_file_and_writes_a_whole_pdf(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.open_place(Place(MARLOW))
    qtbot.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    assert dialog.selectedFiles()[0].endswith("marlow-syndrome.pdf")
    dialog.reject()
    with qtbot.waitSignal(window.dialogs.handed_out.saver.saved, timeout=20_000):
        window.dialogs.handed_out.saver.save_to(str(tmp_path / "page.pdf"))
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF-")
    message = window.bar.message
    assert message is not None
    assert message.text == "Saved as page.pdf."


def test_a_file_that_cannot_be_written_is_said_in_the_bar(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.open_place(Place(MARLOW))
    window.own_actions["save"].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    dialog.reject()
    with qtbot.waitSignal(window.dialogs.handed_out.saver.failed, timeout=20_000):
        window.dialogs.handed_out.saver.save_to(str(tmp_path / "missing" / "page.pdf"))
    assert window.bar.message is not None
    assert window.bar.message.lasting


def test_print_shows_the_pages_first(window: MainWindow, qtbot: QtBot) -> None:
    window.open_place(Place(MARLOW))
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    preview = QApplication.activeModalWidget()
    assert isinstance(preview, HandoutDialog)
    qtbot.waitUntil(lambda: preview.page_count > 0, timeout=20_000)
    preview.close()


@pytest.mark.parametrize("name", ["print", "save", "bookmark", "bookmark-section"])
def test_the_start_page_cannot_be_printed_saved_or_kept(
    window: MainWindow, name: str
) -> None:
    assert not window.own_actions[name].isEnabled()
