"""Many topics named at once: every line is said, and nothing is guessed."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from reader.library.store import Library
from reader.notebook.bookmarks import Shelf
from reader.notebook.store import Notebook
from reader.ui.tasks import Worker
from reader.ui.topic_list_dialog import TopicListDialog
from reader.ui.topic_list_rows import MOST_SHOWN
from reader.ui.window import MainWindow
from tests.fixtures.clinic_library import compile_clinic_library
from tests.ui.fits import cut
from tests.ui.window_support import Readers


@pytest.fixture(scope="module")
def clinic(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return compile_clinic_library(tmp_path_factory.mktemp("clinic"))


@contextmanager
def opened(clinic: Path, window: MainWindow) -> Iterator[TopicListDialog]:
    worker = Worker(lambda: Library.open(clinic), "the list's library")
    dialog = TopicListDialog(worker, window.keeper, window)
    dialog.open()
    try:
        yield dialog
    finally:
        dialog.close()
        worker.close()


@pytest.fixture
def dialog(clinic: Path, window: MainWindow) -> Iterator[TopicListDialog]:
    with opened(clinic, window) as made:
        yield made


def type_in(dialog: TopicListDialog, text: str, qtbot: QtBot) -> None:
    """Type or paste, and wait until it is known what the lines are."""
    with qtbot.waitSignal(dialog._worker.answered):
        dialog.field.setPlainText(text)


def rows(dialog: TopicListDialog) -> list[str]:
    tree = dialog.rows
    tops = [tree.topLevelItem(place) for place in range(tree.topLevelItemCount())]
    return [words for top in tops if top is not None for words in _words(top)]


def _words(row: QTreeWidgetItem) -> list[str]:
    inner = [row.child(place) for place in range(row.childCount())]
    return [row.text(0), *[f"- {child.text(0)}" for child in inner if child]]


def item(dialog: TopicListDialog, words: str) -> QTreeWidgetItem:
    flags = Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive
    return dialog.rows.findItems(words, flags)[0]


def ok(dialog: TopicListDialog) -> QPushButton:
    return dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)


def agree(dialog: TopicListDialog, qtbot: QtBot) -> tuple[str, ...]:
    with qtbot.waitSignal(dialog.chosen) as caught:
        ok(dialog).click()
    slugs: tuple[str, ...] = caught.args[0]
    return slugs


def test_lines_are_said_and_given_back_in_their_order(
    dialog: TopicListDialog, qtbot: QtBot
) -> None:
    assert not ok(dialog).isEnabled()
    type_in(dialog, "the heat\nI50.9\nmarlow-syndrome\nheart drum", qtbot)
    assert rows(dialog) == [
        "Alsace fever (for “the heat”)",
        "Heart drum (for “I50.9”)",
        "Marlow's syndrome (MS1) (for “marlow-syndrome”)",
        "Heart drum (for “heart drum”)",
    ]
    assert dialog.count.text() == "Topics: 3"
    slugs = agree(dialog, qtbot)
    assert slugs == ("alsace-fever", "heart-drum", "marlow-syndrome")
    assert not dialog.isVisible()


def test_what_is_not_clear_comes_first_and_is_left_out_unless_chosen(
    dialog: TopicListDialog, qtbot: QtBot
) -> None:
    type_in(dialog, "heart drum\nzzzz\nAD\nblue lip", qtbot)
    said = rows(dialog)
    assert said[0] == "Which one? “AD” is the name or code of several:"
    assert set(said[1:4]) == {
        *("- Glass bones, brittle kind", "- Long memory", "- Leave it out"),
    }
    assert said[4] == "Not known: “blue lip”. Did you mean:"
    assert said[-2:] == ["Not known, left out: “zzzz”", "Heart drum (for “heart drum”)"]
    assert "Lines left out: 3" in dialog.count.text()
    assert agree(dialog, qtbot) == ("heart-drum",)


def test_a_choice_is_marked_in_words_and_can_be_changed(
    dialog: TopicListDialog, qtbot: QtBot
) -> None:
    type_in(dialog, "AD\nheart drum", qtbot)
    dialog.rows.setFocus()
    dialog.rows.setCurrentItem(item(dialog, "Long memory"))
    qtbot.keyClick(dialog.rows, Qt.Key.Key_Return)
    assert "- Chosen: Long memory" in rows(dialog)
    assert dialog.count.text() == "Topics: 2"
    dialog.rows.itemClicked.emit(item(dialog, "Glass bones, brittle kind"), 0)
    assert "- Long memory" in rows(dialog)
    # It holds while one types on.
    type_in(dialog, "AD\nheart drum\nI50.1", qtbot)
    assert agree(dialog, qtbot) == ("glass-bones", "heart-drum", "blue-lips")


def test_a_choice_can_be_to_leave_it_out(dialog: TopicListDialog, qtbot: QtBot) -> None:
    type_in(dialog, "AD\nheart drum", qtbot)
    dialog.rows.itemClicked.emit(item(dialog, "Long memory"), 0)
    dialog.rows.itemClicked.emit(item(dialog, "Leave it out"), 0)
    assert "Topics: 1" in dialog.count.text()
    assert agree(dialog, qtbot) == ("heart-drum",)


def test_whoever_agrees_while_typing_gets_what_was_typed(
    dialog: TopicListDialog, qtbot: QtBot
) -> None:
    type_in(dialog, "heart drum", qtbot)
    dialog.field.appendPlainText("I50.1")
    assert agree(dialog, qtbot) == ("heart-drum", "blue-lips")


def test_but_not_where_that_brings_a_question(
    dialog: TopicListDialog, qtbot: QtBot
) -> None:
    type_in(dialog, "heart drum", qtbot)
    dialog.field.appendPlainText("AD")
    with (
        qtbot.waitSignal(dialog._worker.answered),
        qtbot.assertNotEmitted(dialog.chosen),
    ):
        ok(dialog).click()
    assert dialog.isVisible()


def test_a_table_from_a_file_gives_its_topics_and_nobodys_name(
    dialog: TopicListDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    table = tmp_path / "Tuesday.csv"
    table.write_text("patient;icd\nAnn Example;G12.2\nBob Sample;I50\n")
    type_in(dialog, "the heat", qtbot)
    with qtbot.waitSignals([dialog._worker.answered] * 2):
        dialog.read_file(str(table))
    assert dialog.file.text() == "And the lines of Tuesday.csv: 2"
    assert not any("Example" in words for words in rows(dialog))
    assert dialog.count.text() == "Topics: 3"
    with qtbot.waitSignal(dialog._worker.answered):
        dialog.remove.click()
    assert not dialog.file.isVisibleTo(dialog)
    assert agree(dialog, qtbot) == ("alsace-fever",)


def test_a_file_that_is_no_list_is_said_and_changes_nothing(
    dialog: TopicListDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    wrong = tmp_path / "list.xlsx"
    wrong.write_bytes(b"PK\x03\x04\x00\x00")
    type_in(dialog, "heart drum", qtbot)
    with qtbot.waitSignal(dialog._worker.answered):
        dialog.read_file(str(wrong))
    assert "not a text or CSV file" in dialog.problem.text()
    assert dialog.problem.isVisibleTo(dialog)
    assert agree(dialog, qtbot) == ("heart-drum",)


def test_a_page_that_was_pasted_by_mistake_is_said(
    dialog: TopicListDialog, qtbot: QtBot
) -> None:
    type_in(dialog, "heart drum\n" + "word " * 100, qtbot)
    assert "Line 2 of the list is too long" in dialog.problem.text()
    assert not ok(dialog).isEnabled()
    type_in(dialog, "heart drum", qtbot)
    assert not dialog.problem.isVisibleTo(dialog)


def test_bookmarks_of_a_folder_are_written_below(
    readers: Readers, clinic: Path, home: Path, qtbot: QtBot
) -> None:
    with Notebook.open(home) as notebook:
        ward = notebook.bookmarks.create_folder("Ward & co").subject
        for slug in ("blue-lips", "heart-drum"):
            notebook.bookmarks.add(slug, title=slug, folder_id=ward)
    with readers.open() as window, opened(clinic, window) as dialog:
        qtbot.waitUntil(lambda: not dialog.menu.isEmpty())
        (entry,) = dialog.menu.actions()
        assert entry.text() == "Ward && co (2)"
        dialog.field.setPlainText("the heat\n")
        with qtbot.waitSignal(dialog._worker.answered):
            entry.trigger()
        slugs = agree(dialog, qtbot)
    assert slugs == ("alsace-fever", "blue-lips", "heart-drum")


def test_without_bookmarks_none_are_offered(dialog: TopicListDialog) -> None:
    dialog._show_shelf(Shelf((), ()))
    assert not dialog.bookmarks.isVisibleTo(dialog)


def test_of_a_very_long_list_the_rest_is_counted(
    dialog: TopicListDialog, qtbot: QtBot
) -> None:
    type_in(dialog, "I50\n" * (MOST_SHOWN + 7), qtbot)
    assert dialog.rows.topLevelItemCount() == MOST_SHOWN + 1
    assert rows(dialog)[-1] == "and 7 more"
    assert dialog.count.text() == "Topics: 1"


def test_every_part_has_a_name_and_a_place_for_the_tab_key(
    dialog: TopicListDialog, qtbot: QtBot
) -> None:
    type_in(dialog, "AD", qtbot)
    for part in (dialog.field, dialog.rows):
        assert part.accessibleName()
        assert part.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert dialog.field.tabChangesFocus()
    assert dialog.field.hasFocus()


@pytest.mark.parametrize("percent", [100, 200, 300])
@pytest.mark.parametrize("size", [(1024, 640), (1240, 800)])
def test_no_word_is_cut_at_any_size(
    readers: Readers, clinic: Path, qtbot: QtBot, percent: int, size: tuple[int, int]
) -> None:
    with readers.open(*size) as window:
        settings = window.keeper.settings
        window.appearance.take(replace(settings, text_size=percent))
        qtbot.waitUntil(window.updatesEnabled)
        with opened(clinic, window) as dialog:
            type_in(dialog, "AD\nblue lip\nzzzz\nheart drum\nI50.1", qtbot)
            qtbot.waitUntil(lambda: cut(dialog) == [], timeout=2000)
            assert dialog.width() <= window.width()
            assert dialog.height() <= window.height()
