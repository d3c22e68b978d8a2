"""The list of what was printed: off at first, kept on a wish, gone on a wish."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reader.notebook.print_log import How, Printed, PrintLog
from reader.notebook.store import FILE_NAME, Notebook
from reader.ui.print_log_box import PrintLogBox
from reader.ui.settings_dialog import SettingsDialog
from reader.ui.window import MainWindow
from tests.ui.fits import cut
from tests.ui.window_support import Readers

ALS = Printed("als", "ALS", 12, 2, "a4", How.PRINTED)


def kept(home: Path) -> list[Printed]:
    with Notebook.open(home) as notebook:
        return [entry.printed for entry in PrintLog(notebook).entries()]


def turn_on(window: MainWindow) -> None:
    keeper = window.keeper
    keeper.change_settings(replace(keeper.settings, print_log=True))


def settings_of(window: MainWindow) -> SettingsDialog:
    window.own_actions["settings"].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SettingsDialog)
    return dialog


def box_of(dialog: SettingsDialog) -> PrintLogBox:
    assert dialog.print_log is not None
    return dialog.print_log


@pytest.fixture
def logged(readers: Readers, qtbot: QtBot) -> Iterator[MainWindow]:
    with readers.open() as window:
        turn_on(window)
        with qtbot.waitSignal(window.keeper.print_log_known):
            window.keeper.log_print((ALS, ALS))
        yield window


def test_nothing_is_kept_unless_it_is_wanted(readers: Readers, home: Path) -> None:
    with readers.open() as window:
        window.keeper.log_print((ALS,))
    assert kept(home) == []


def test_what_is_printed_is_kept_once_the_switch_is_on(
    readers: Readers, home: Path, qtbot: QtBot
) -> None:
    with readers.open() as window:
        dialog = settings_of(window)
        box = box_of(dialog)
        assert not box.switch.isChecked()
        assert not box.save.isVisibleTo(dialog)
        box.switch.setChecked(True)
        dialog.accept()
        with qtbot.waitSignal(window.keeper.print_log_known):
            window.keeper.log_print((ALS,))
    assert kept(home) == [ALS]
    with readers.open() as window:
        assert window.keeper.settings.print_log


def test_without_a_trace_nothing_is_kept(readers: Readers, home: Path) -> None:
    with readers.open() as window:
        turn_on(window)
        window.keeper.set_traceless(traceless=True)
        window.keeper.log_print((ALS,))
    assert kept(home) == []


def test_a_kiosk_keeps_nothing(readers: Readers, home: Path) -> None:
    with readers.open(kiosk=True) as window:
        window.keeper.log_print((ALS,))
    assert not (home / FILE_NAME).exists()


def test_the_list_is_saved_as_a_table(
    logged: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = settings_of(logged)
    box = box_of(dialog)
    qtbot.waitUntil(lambda: box.save.isVisibleTo(dialog))
    assert box.state.text() == "Lines in the list: 2"
    target = tmp_path / "list.csv"
    with qtbot.waitSignal(logged.keeper.print_log_known):
        box.save_to(str(target))
    assert box.state.text() == "Saved as list.csv."
    assert target.read_text(encoding="utf-8-sig").count("ALS") == 2
    dialog.reject()


def test_a_table_that_cannot_be_written_is_said(
    logged: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = settings_of(logged)
    with qtbot.waitSignal(logged.keeper.failed) as caught:
        box_of(dialog).save_to(str(tmp_path / "gone" / "list.csv"))
    assert "cannot be written" in str(caught.args[0])
    dialog.reject()


def press(over: QWidget, words: str) -> None:
    (question,) = over.findChildren(QMessageBox)
    buttons = {each.text(): each for each in question.findChildren(QPushButton)}
    buttons[words].click()


def test_the_list_is_cleared_only_after_a_question(
    logged: MainWindow, home: Path, qtbot: QtBot
) -> None:
    dialog = settings_of(logged)
    box = box_of(dialog)
    qtbot.waitUntil(lambda: box.clear.isVisibleTo(dialog))
    box.clear.click()
    (question,) = box.findChildren(QMessageBox)
    assert question.defaultButton().text() == "Keep it"
    with qtbot.waitSignal(logged.keeper.print_log_known):
        press(box, "Clear it")
    assert box.state.text() == "The list is empty."
    assert not box.clear.isVisibleTo(dialog)
    assert kept(home) == []
    dialog.reject()


def test_where_files_may_not_be_written_none_is_offered(
    logged: MainWindow, qtbot: QtBot
) -> None:
    dialog = settings_of(logged)
    box = box_of(dialog)
    box.allow_saving(allowed=False)
    qtbot.waitUntil(lambda: box.clear.isVisibleTo(dialog))
    assert not box.save.isVisibleTo(dialog)
    dialog.reject()


def test_nothing_of_it_is_cut(logged: MainWindow, qtbot: QtBot) -> None:
    logged.appearance.take(replace(logged.keeper.settings, text_size=300))
    dialog = settings_of(logged)
    box = box_of(dialog)
    qtbot.waitUntil(lambda: box.clear.isVisibleTo(dialog))
    qtbot.waitUntil(lambda: cut(dialog) == [], timeout=2000)
    dialog.reject()
