"""Handouts printed and saved, what goes wrong then, and all of it by keyboard."""

from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QMessageBox,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reader.handout.options import Paper
from reader.model.errors import KnownError
from reader.ui.handout_dialog import HandoutDialog
from reader.ui.handout_printer import Printers
from reader.ui.navigation import Place
from reader.ui.window import MainWindow
from tests.ui.handout_support import (
    LONG,
    MARLOW,
    changed,
    drawn,
    file_printer,
    offered,
    opened,
    said,
    words_of,
)

GRADES = "how-we-grade"
CTRL = Qt.KeyboardModifier.ControlModifier

begins_not = pytest.mark.qt_log_ignore(r"^QPainter::begin\(\): Returned false$")


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot) -> Iterator[HandoutDialog]:
    with offered(window, qtbot) as made:
        yield made


# ---- printing, saving, and what goes wrong ------------------------------------------


def test_printing_sends_the_pages(
    dialog: HandoutDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog.outlet.print_on(file_printer(tmp_path / "printed.pdf"))
    qtbot.waitUntil(lambda: said(dialog).startswith("Sent to"), timeout=LONG)
    printed = pypdf.PdfReader(tmp_path / "printed.pdf")
    assert len(printed.pages) == dialog.page_count


def test_without_a_printer_the_dialog_says_so(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr("reader.ui.printing.known_printers", lambda: Printers((), ""))
    dialog = opened(window, qtbot)
    qtbot.waitUntil(lambda: dialog.outlet.printer.has_none)
    qtbot.keyClick(dialog, Qt.Key.Key_P, CTRL)
    qtbot.waitUntil(lambda: "No printer is set up" in said(dialog))
    assert "Save the handout as a PDF" in said(dialog)
    dialog.reject()
    assert not dialog.isVisible()


@begins_not
def test_what_could_not_be_printed_is_kept_and_tried_again(
    dialog: HandoutDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    printer = file_printer(tmp_path / "later" / "printed.pdf")
    dialog.outlet.print_on(printer)
    qtbot.waitUntil(lambda: "takes no pages" in said(dialog), timeout=LONG)
    (tmp_path / "later").mkdir()
    again = [b for b in dialog.findChildren(QPushButton) if b.text() == "Try again"]
    assert len(again) == 1
    again[0].click()
    qtbot.waitUntil(lambda: said(dialog).startswith("Sent to"), timeout=LONG)
    dialog.reject()
    assert not dialog.isVisible()


def test_a_folder_of_that_name_is_said_and_closing_asks(
    dialog: HandoutDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "taken.pdf").mkdir()
    dialog.save_to(tmp_path / "taken.pdf")
    qtbot.waitUntil(lambda: "could not be written" in said(dialog), timeout=LONG)
    assert [path.name for path in tmp_path.iterdir()] == ["taken.pdf"]
    dialog.reject()
    asked = QApplication.activeModalWidget()
    assert isinstance(asked, QMessageBox)
    assert asked.text() == "This handout was not printed or saved."
    asked.reject()
    assert dialog.isVisible()
    dialog.reject()
    asked = QApplication.activeModalWidget()
    assert isinstance(asked, QMessageBox)
    next(b for b in asked.buttons() if b.text() == "Close it").click()
    assert not dialog.isVisible()


def test_another_choice_takes_the_failure_away(
    dialog: HandoutDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog.save_to(tmp_path / "gone" / "handout.pdf")
    qtbot.waitUntil(lambda: "could not be written" in said(dialog), timeout=LONG)
    with changed(dialog, qtbot):
        dialog.choices.inks.setCurrentIndex(1)
    assert said(dialog) == ""


def test_a_missing_font_is_said_and_nothing_can_be_printed(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr("reader.handout.press.FACES", ("Vanished",))
    window.dialogs.make_handouts((MARLOW,))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, HandoutDialog)
    qtbot.waitUntil(lambda: "font" in said(dialog), timeout=LONG)
    assert dialog.pdf == b""
    assert not dialog.outlet.print.isEnabled()
    dialog.reject()


def test_a_printer_that_is_gone_prints_nowhere_else(
    dialog: HandoutDialog, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def gone(_name: str, _paper: Paper) -> None:
        raise KnownError("The printer “Ward 3” is not there.", "Choose another.")

    monkeypatch.setattr("reader.ui.printing.printer_named", gone)
    dialog.outlet.printer.show_printers(Printers(("Ward 3",), "Ward 3"))
    dialog.outlet.print_now()
    qtbot.waitUntil(lambda: "is not there" in said(dialog), timeout=LONG)
    dialog.outlet.close_unasked()


def test_a_stack_that_is_stopped_is_neither_saved_nor_asked_about(
    dialog: HandoutDialog,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("reader.ui.handout_maker.MOST_SHOWN", 1)
    dialog.add_topics((GRADES,))
    qtbot.waitUntil(dialog.preview.notice.isVisible, timeout=LONG)
    qtbot.waitUntil(dialog.outlet.save.isEnabled, timeout=LONG)
    dialog.save_to(tmp_path / "stack.pdf")
    assert dialog.outlet.progress.isVisible()
    assert not dialog.outlet.print.isEnabled()
    dialog.outlet.progress.stop.click()
    assert said(dialog) == "Stopped. Nothing was printed."
    assert not dialog.outlet.progress.isVisible()
    dialog.reject()
    assert not dialog.isVisible()
    assert list(tmp_path.iterdir()) == []


# ---- by keyboard --------------------------------------------------------------------


def test_from_ctrl_p_to_a_saved_file_by_keys_alone(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.open_place(Place(MARLOW))
    qtbot.keyClick(window, Qt.Key.Key_P, CTRL)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, HandoutDialog)
    drawn(dialog, qtbot)
    dialog.activateWindow()
    large = dialog.choices.presets.buttons["Large print"]
    _tab_to(dialog, large, qtbot)
    with changed(dialog, qtbot):
        qtbot.keyClick(large, Qt.Key.Key_Space)
    note = dialog.choices.patient.note
    _tab_to(dialog, note, qtbot)
    with changed(dialog, qtbot):
        qtbot.keyClicks(note, "See you soon")
    qtbot.keyClick(dialog, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: bool(dialog.findChildren(QFileDialog)))
    (files,) = dialog.findChildren(QFileDialog)
    assert Path(files.selectedFiles()[0]).name == f"{MARLOW}.pdf"
    files.fileSelected.emit(str(tmp_path / "by-keys.pdf"))
    files.reject()
    qtbot.waitUntil(lambda: said(dialog) == "Saved as by-keys.pdf.", timeout=LONG)
    assert "See you soon" in words_of((tmp_path / "by-keys.pdf").read_bytes())
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def _tab_to(dialog: HandoutDialog, target: QWidget, qtbot: QtBot) -> None:
    for _ in range(60):
        focus = dialog.focusWidget()
        assert focus is not None
        if focus is target:
            return
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    pytest.fail(f"Tab does not lead to {target}")
