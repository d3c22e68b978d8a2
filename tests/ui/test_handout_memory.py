"""What is remembered of handouts, and what never is."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from reader.handout.options import Extent, Ink, Paper, Print
from reader.notebook.print_log import How, PrintLog
from reader.notebook.store import Notebook
from reader.ui.handout_dialog import HandoutDialog
from reader.ui.handout_printer import Printers
from reader.ui.text_dialog import TextDialog
from reader.ui.window import MainWindow
from tests.ui.handout_support import (
    LONG,
    MARLOW,
    changed,
    drawn,
    offered,
    opened,
    said,
    saved,
    words_of,
)
from tests.ui.window_support import Readers

ONLY_FOR_YOU = "Xylophone on Thursday"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot) -> Iterator[HandoutDialog]:
    with offered(window, qtbot) as made:
        yield made


# ---- presets -----------------------------------------------------------------------


def test_one_press_chooses_large_print(dialog: HandoutDialog, qtbot: QtBot) -> None:
    row = dialog.choices.presets
    assert row.buttons["Full handout"].isChecked()
    with changed(dialog, qtbot):
        row.buttons["Large print"].click()
    assert dialog.choices.looks.print is Print.LARGE
    assert row.buttons["Large print"].isChecked()
    assert not row.buttons["Full handout"].isChecked()


def test_a_choice_of_ones_own_is_kept_under_a_name_and_forgotten(
    readers: Readers, qtbot: QtBot
) -> None:
    with readers.open() as window:
        dialog = opened(window, qtbot)
        dialog.choices.sections.boxes["sources"].click()
        dialog.choices.presets.keep.click()
        asked = QApplication.activeModalWidget()
        assert isinstance(asked, TextDialog)
        qtbot.keyClicks(asked.findChild(QLineEdit), "Without sources")
        asked.accept()
        assert dialog.choices.presets.buttons["Without sources"].isChecked()
        dialog.reject()
    with readers.open() as window:
        dialog = opened(window, qtbot)
        row = dialog.choices.presets
        # A section that was left out once is there again for the next patient.
        assert row.buttons["Full handout"].isChecked()
        with changed(dialog, qtbot):
            row.buttons["Without sources"].click()
        assert not dialog.choices.sections.boxes["sources"].isChecked()
        assert row.forget.isVisible()
        row.forget.click()
        assert "Without sources" not in row.buttons
        dialog.reject()
    with Notebook.open(readers.notebook) as notebook:
        assert notebook.settings.load().handout_presets == ""


# ---- what is remembered, and what never is -----------------------------------------


def test_the_last_choices_are_remembered_when_a_handout_leaves(
    readers: Readers, qtbot: QtBot, tmp_path: Path
) -> None:
    with readers.open() as window:
        dialog = opened(window, qtbot)
        choices = dialog.choices
        choices.papers.setCurrentIndex(choices.papers.findData(Paper.LETTER.value))
        choices.inks.setCurrentIndex(choices.inks.findData(Ink.BLACK.value))
        choices.presets.buttons["Large print"].click()
        choices.patient.name_line.click()
        drawn(dialog, qtbot)
        saved(dialog, tmp_path / "handout.pdf", qtbot)
        dialog.reject()
    with readers.open() as window:
        dialog = opened(window, qtbot)
        options = dialog.maker.wanted.options
        assert (options.paper, options.print) == (Paper.LETTER, Print.LARGE)
        assert options.ink is Ink.BLACK
        assert options.extent is Extent.FULL
        assert options.name_line
        dialog.reject()


def test_the_printer_is_remembered_on_this_computer(
    readers: Readers, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = Printers(("Front desk", "Ward 3"), "Front desk")
    monkeypatch.setattr("reader.ui.printing.known_printers", lambda: found)
    with readers.open() as window:
        dialog = opened(window, qtbot)
        printers = dialog.outlet.printer.printers
        qtbot.waitUntil(lambda: printers.count() == 2)
        assert dialog.outlet.printer.chosen == "Front desk"
        printers.setCurrentIndex(1)
        dialog.reject()
    with readers.open() as window:
        dialog = opened(window, qtbot)
        qtbot.waitUntil(lambda: dialog.outlet.printer.chosen == "Ward 3")
        dialog.reject()


def test_a_note_is_nowhere_in_what_is_kept(
    readers: Readers, qtbot: QtBot, tmp_path: Path
) -> None:
    with readers.open() as window:
        dialog = opened(window, qtbot)
        with changed(dialog, qtbot):
            dialog.choices.patient.note.setPlainText(ONLY_FOR_YOU)
        dialog.save_to(tmp_path / "gone" / "handout.pdf")
        qtbot.waitUntil(lambda: "could not be written" in said(dialog), timeout=LONG)
        saved(dialog, tmp_path / "handout.pdf", qtbot)
        dialog.reject()
        assert dialog.choices.patient.note.toPlainText() == ""
        again = opened(window, qtbot)
        assert again.choices.patient.note.toPlainText() == ""
        again.reject()
    kept = [path for path in readers.notebook.rglob("*") if path.is_file()]
    assert kept
    for path in kept:
        assert ONLY_FOR_YOU.encode() not in path.read_bytes(), path
        assert ONLY_FOR_YOU.encode("utf-16-le") not in path.read_bytes(), path


def test_without_a_trace_nothing_is_remembered(readers: Readers, qtbot: QtBot) -> None:
    with readers.open() as window:
        window.own_actions["no-trace"].trigger()
        dialog = opened(window, qtbot)
        dialog.choices.presets.buttons["Large print"].click()
        dialog.reject()
    with Notebook.open(readers.notebook) as notebook:
        assert notebook.settings.load().handout == ""


def test_a_public_window_has_no_way_to_files_lists_or_settings(
    readers: Readers, qtbot: QtBot
) -> None:
    with readers.open(kiosk=True) as window:
        window.confine(("save",))
        dialog = opened(window, qtbot)
        shown = {b.text() for b in dialog.findChildren(QPushButton) if b.isVisible()}
        assert shown == {"Close", "&Print", "−", "+", "Fit &width"}
        qtbot.keyClick(dialog, Qt.Key.Key_S, CTRL)
        assert QApplication.activeModalWidget() is dialog
        dialog.choices.presets.buttons["Large print"].click()
        dialog.reject()
        assert window.keeper.settings.handout == ""


# ---- the clinic ----------------------------------------------------------------------

CLINIC = """
name = "Old Mill Practice"
phone = "020 7946 0123"
paper = "letter"

[[preset]]
name = "For the ward"
print = "extra-large"
sections = ["short-version", "red-flags"]
"""


def test_the_clinic_gives_letterhead_paper_and_presets(
    readers: Readers, qtbot: QtBot
) -> None:
    readers.notebook.mkdir(exist_ok=True)
    (readers.notebook / "clinic.toml").write_text(CLINIC)
    with readers.open() as window:
        dialog = opened(window, qtbot)
        qtbot.waitUntil(lambda: "Old Mill Practice" in words_of(dialog.pdf))
        assert dialog.choices.looks.paper is Paper.LETTER
        with changed(dialog, qtbot):
            dialog.choices.presets.buttons["For the ward"].click()
        ticked = [n for n, b in dialog.choices.sections.boxes.items() if b.isChecked()]
        assert ticked == ["short-version", "red-flags"]
        assert not dialog.choices.presets.forget.isVisible()
        dialog.reject()


def test_a_profile_with_a_mistake_is_said_and_the_handout_goes_on(
    readers: Readers, qtbot: QtBot
) -> None:
    readers.notebook.mkdir(exist_ok=True)
    (readers.notebook / "clinic.toml").write_text('name = "Mill"\nfone = "1"\n')
    with readers.open() as window:
        dialog = opened(window, qtbot)
        qtbot.waitUntil(lambda: "fone" in said(dialog), timeout=LONG)
        assert dialog.outlet.print.isEnabled()
        dialog.reject()


# ---- the list of what was printed --------------------------------------------------


def test_what_is_saved_and_printed_is_listed_if_the_person_wants_it(
    readers: Readers, qtbot: QtBot, tmp_path: Path
) -> None:
    with readers.open() as window:
        dialog = opened(window, qtbot)
        saved(dialog, tmp_path / "unlisted.pdf", qtbot)
        dialog.reject()
        window.keeper.change_settings(replace(window.keeper.settings, print_log=True))
        dialog = opened(window, qtbot)
        dialog.choices.patient.note.setPlainText(ONLY_FOR_YOU)
        drawn(dialog, qtbot)
        saved(dialog, tmp_path / "listed.pdf", qtbot)
        pages = dialog.page_count
        dialog.reject()
    with Notebook.open(readers.notebook) as notebook:
        (entry,) = PrintLog(notebook).entries()
    assert entry.printed.slug == MARLOW
    assert entry.printed.pages == pages
    assert entry.printed.how is How.SAVED
