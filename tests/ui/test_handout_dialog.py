"""The handout dialog: what is chosen is what is made, and what is made is seen."""

import io
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QApplication,
)
from pytestqt.qtbot import QtBot

from reader.handout.options import Ink, Paper, Print
from reader.notebook.store import Notebook
from reader.notebook.undo import Undo
from reader.ui.handout_dialog import HandoutDialog
from reader.ui.handout_printer import PrinterRow
from reader.ui.handout_side_switch import Side
from reader.ui.topic_list_dialog import TopicListDialog
from reader.ui.window import MainWindow
from tests.ui.handout_support import (
    LONG,
    MARLOW,
    changed,
    drawn,
    offered,
    said,
    saved,
    words_of,
)

ONLY_FOR_YOU = "Xylophone on Thursday"
GRADES = "how-we-grade"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot) -> Iterator[HandoutDialog]:
    with offered(window, qtbot) as made:
        yield made


# ---- what is chosen is what is made ----------------------------------------------


def test_the_dialog_opens_on_the_page_and_return_prints(dialog: HandoutDialog) -> None:
    assert "Marlow" in dialog.windowTitle()
    assert "Marlow" in words_of(dialog.pdf)
    assert dialog.page_count == len(pypdf.PdfReader(io.BytesIO(dialog.pdf)).pages)
    assert dialog.outlet.print.isDefault()
    assert dialog.focusWidget() is dialog.outlet.print


def test_saving_writes_the_very_bytes_that_are_shown(
    dialog: HandoutDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    target = tmp_path / "handout.pdf"
    target.write_bytes(b"older")
    assert saved(dialog, target, qtbot) == dialog.pdf
    assert [path.name for path in tmp_path.iterdir()] == ["handout.pdf"]


def test_paper_print_and_ink_change_the_pages(
    dialog: HandoutDialog, qtbot: QtBot
) -> None:
    choices, pages = dialog.choices, dialog.page_count
    with changed(dialog, qtbot):
        choices.papers.setCurrentIndex(choices.papers.findData(Paper.LETTER.value))
    box = pypdf.PdfReader(io.BytesIO(dialog.pdf)).pages[0].mediabox
    assert (round(box.width), round(box.height)) == (612, 792)
    with changed(dialog, qtbot):
        choices.prints.setCurrentIndex(choices.prints.findData(Print.EXTRA_LARGE.value))
    assert dialog.page_count > pages
    with changed(dialog, qtbot):
        choices.inks.setCurrentIndex(choices.inks.findData(Ink.BLACK.value))
    assert dialog.maker.wanted.options.ink is Ink.BLACK


def test_a_section_that_is_not_ticked_is_not_printed(
    dialog: HandoutDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    boxes = dialog.choices.sections.boxes
    title = boxes["questions"].accessibleName()
    assert title in words_of(dialog.pdf)
    with changed(dialog, qtbot):
        boxes["questions"].click()
    assert title not in words_of(saved(dialog, tmp_path / "some.pdf", qtbot))


def test_red_flags_can_be_left_out_but_not_in_silence(
    dialog: HandoutDialog, qtbot: QtBot
) -> None:
    sections = dialog.choices.sections
    assert not sections.warning.isVisible()
    with changed(dialog, qtbot):
        sections.boxes["red-flags"].click()
    assert sections.warning.isVisible()
    sections.boxes["red-flags"].click()
    assert not sections.warning.isVisible()


def test_without_any_section_there_is_nothing_to_print(
    dialog: HandoutDialog, qtbot: QtBot
) -> None:
    sections = dialog.choices.sections
    for box in sections.boxes.values():
        box.setChecked(False)
    assert sections.nothing.isVisible()
    assert not dialog.outlet.print.isEnabled()
    assert dialog.page_count == 0
    sections.boxes["questions"].setChecked(True)
    qtbot.waitUntil(dialog.outlet.print.isEnabled, timeout=LONG)
    assert dialog.page_count > 0


def test_note_name_and_date_are_printed(dialog: HandoutDialog, qtbot: QtBot) -> None:
    patient = dialog.choices.patient
    with changed(dialog, qtbot):
        qtbot.keyClicks(patient.note, ONLY_FOR_YOU)
    assert ONLY_FOR_YOU in words_of(dialog.pdf)
    patient.date.setDate(QDate(2026, 11, 22))
    with changed(dialog, qtbot):
        patient.dated.click()
    assert patient.date.isVisible()
    assert "22 November 2026" in words_of(dialog.pdf)


def test_a_place_for_the_name_needs_no_note(
    dialog: HandoutDialog, qtbot: QtBot
) -> None:
    assert "Name" not in words_of(dialog.pdf)
    with changed(dialog, qtbot):
        dialog.choices.patient.name_line.click()
    assert "Name" in words_of(dialog.pdf)


# ---- topics ------------------------------------------------------------------------


def test_topics_are_added_moved_and_removed(
    dialog: HandoutDialog, qtbot: QtBot
) -> None:
    topics = dialog.choices.topics
    with changed(dialog, qtbot):
        dialog.add_topics((MARLOW, GRADES))
    assert [line.slug for line in topics.lines] == [MARLOW, GRADES]
    both = dialog.page_count
    first, second = [line.title for line in topics.lines]
    words = words_of(dialog.pdf)
    assert words.index(first) < words.rindex(second)
    with changed(dialog, qtbot):
        topics.rows.setCurrentRow(1)
        topics.rows.setFocus()
        qtbot.keyClick(topics.rows, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [line.slug for line in topics.lines] == [GRADES, MARLOW]
    assert words_of(dialog.pdf).startswith(second)
    with changed(dialog, qtbot):
        qtbot.keyClick(topics.rows, Qt.Key.Key_Delete)
    assert [line.slug for line in topics.lines] == [MARLOW]
    assert dialog.page_count < both
    topics.remove_chosen()
    assert [line.slug for line in topics.lines] == [MARLOW]


def test_a_topic_that_is_gone_is_said(dialog: HandoutDialog, qtbot: QtBot) -> None:
    dialog.add_topics(("nowhere",))
    qtbot.waitUntil(lambda: "nowhere" in said(dialog), timeout=LONG)
    assert len(dialog.choices.topics.lines) == 1


def test_a_list_is_asked_for_and_becomes_a_stack(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.own_actions["handouts"].trigger()
    asked = QApplication.activeModalWidget()
    assert isinstance(asked, TopicListDialog)
    offered = asked.parentWidget()
    assert isinstance(offered, HandoutDialog)
    asked.field.setPlainText(f"{MARLOW}\n{GRADES}")
    asked.resolve()
    qtbot.waitUntil(lambda: len(asked.rows.slugs()) == 2, timeout=LONG)
    asked.buttons.accepted.emit()
    qtbot.waitUntil(lambda: len(offered.choices.topics.lines) == 2, timeout=LONG)
    drawn(offered, qtbot)
    offered.reject()


def test_a_list_that_is_not_given_leaves_no_empty_handout(
    window: MainWindow,
) -> None:
    window.own_actions["handouts"].trigger()
    asked = QApplication.activeModalWidget()
    assert isinstance(asked, TopicListDialog)
    asked.reject()
    assert QApplication.activeModalWidget() is None


def test_of_a_long_list_the_first_topic_is_shown_and_all_are_saved(
    dialog: HandoutDialog,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    alone = dialog.page_count
    monkeypatch.setattr("reader.ui.handout_maker.MOST_SHOWN", 1)
    dialog.add_topics((GRADES,))
    qtbot.waitUntil(dialog.preview.notice.isVisible, timeout=LONG)
    assert "All 2 topics" in dialog.preview.notice.text()
    assert dialog.page_count == alone
    qtbot.waitUntil(dialog.outlet.save.isEnabled, timeout=LONG)
    whole = saved(dialog, tmp_path / "stack.pdf", qtbot)
    assert len(pypdf.PdfReader(io.BytesIO(whole)).pages) > alone


def test_a_folder_of_bookmarks_becomes_a_stack(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.keeper.act(lambda notebook: notebook.bookmarks.create_folder("Ward"))
    qtbot.waitUntil(lambda: bool(window.keeper.shelf.folders))
    folder = window.keeper.shelf.folders[0]
    for slug in (MARLOW, GRADES):
        window.keeper.act(partial(_bookmark, slug, folder.id))
    qtbot.waitUntil(lambda: len(window.keeper.shelf.bookmarks) == 2)
    window.own_actions["bookmarks"].trigger()
    pane = window.finder.bookmarks
    pane.view.setCurrentIndex(pane.model.index_of(folder))
    (make,) = [a for a in pane.view.actions() if a.text() == "Make handouts…"]
    make.trigger()
    made = QApplication.activeModalWidget()
    assert isinstance(made, HandoutDialog)
    qtbot.waitUntil(lambda: len(made.choices.topics.lines) == 2, timeout=LONG)
    drawn(made, qtbot)
    assert made.windowTitle() == "Handout: 2 topic(s)"
    made.reject()


def _bookmark(slug: str, folder: int, notebook: Notebook) -> Undo:
    return notebook.bookmarks.add(slug, title=slug, folder_id=folder)


# ---- the pages ---------------------------------------------------------------------


def test_old_pages_stay_until_new_ones_are_there(
    dialog: HandoutDialog, qtbot: QtBot
) -> None:
    view = dialog.preview.view
    before = view.images[0]
    blank = []
    view.wanted.connect(lambda _sizes: blank.append(0 not in view.images))
    with changed(dialog, qtbot):
        dialog.choices.patient.note.setPlainText(ONLY_FOR_YOU)
    assert blank
    assert not any(blank)
    assert view.images[0] is not before


def test_what_is_in_sight_stays_in_sight(dialog: HandoutDialog, qtbot: QtBot) -> None:
    view = dialog.preview.view
    dialog.preview.page.setValue(3)
    assert view.page == 2
    with changed(dialog, qtbot):
        dialog.choices.inks.setCurrentIndex(1)
    assert view.page == 2
    assert dialog.preview.page.value() == 3


def test_the_words_of_the_page_are_there_for_a_screen_reader(
    dialog: HandoutDialog, qtbot: QtBot
) -> None:
    view = dialog.preview.view
    assert "Marlow" in view.accessibleDescription()
    dialog.preview.page.setValue(2)
    qtbot.waitUntil(lambda: "Page 2 of" in view.accessibleDescription())


def test_zoom_has_keys_and_signs(dialog: HandoutDialog, qtbot: QtBot) -> None:
    view = dialog.preview.view
    fitting = view.zoom
    qtbot.keyClick(dialog, Qt.Key.Key_Plus, CTRL)
    assert view.zoom > fitting
    qtbot.keyClick(dialog, Qt.Key.Key_Minus, CTRL)
    assert view.zoom == pytest.approx(fitting)
    qtbot.waitUntil(view.is_drawn, timeout=LONG)
    dialog.preview.view.set_zoom(2.0)
    qtbot.keyClick(dialog, Qt.Key.Key_0, CTRL)
    qtbot.waitUntil(lambda: view.fits_width)
    dialog.preview.larger.click()
    assert not view.fits_width


def test_home_and_end_lead_to_the_first_and_the_last_page(
    dialog: HandoutDialog, qtbot: QtBot
) -> None:
    view = dialog.preview.view
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.page == dialog.page_count - 1
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.page == 0


def test_in_a_narrow_window_one_half_is_shown_at_a_time(
    dialog: HandoutDialog, qtbot: QtBot
) -> None:
    dialog.resize(1100, 700)
    assert dialog.preview.isVisible()
    assert not dialog.switch.isVisible()
    dialog.resize(600, 700)
    assert dialog.choices.isVisible()
    assert not dialog.preview.isVisible()
    dialog.switch.buttons[Side.PAGES].click()
    assert dialog.preview.isVisible()
    assert not dialog.choices.isVisible()
    qtbot.waitUntil(dialog.preview.view.is_drawn, timeout=LONG)
    assert isinstance(dialog.outlet.printer, PrinterRow)
