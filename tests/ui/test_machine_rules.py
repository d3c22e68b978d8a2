"""A window on a computer for which somebody has decided."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QToolButton

from reader.app import StartRequest, as_decided_here
from reader.machine import FILE_NAME
from reader.model.errors import UnreadableError
from reader.notebook.settings import Paper, Theme
from reader.notebook.store import Notebook
from reader.ui.navigation import Place
from reader.ui.settings_dialog import SettingsDialog
from tests.ui.fits import cut
from tests.ui.test_large_words import small_window
from tests.ui.window_support import Readers

MARLOW = "marlow-syndrome"


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Name a file that holds for everybody, not there yet."""
    folder = tmp_path / "machine"
    folder.mkdir()
    monkeypatch.setenv("EVIDENCE_READER_MACHINE", str(folder))
    return folder / FILE_NAME


def test_a_first_window_looks_as_the_computer_has_set(
    readers: Readers, machine: Path
) -> None:
    machine.write_text('[settings]\ntheme = "dark"\ntext_size = 150\n', "utf-8")
    with readers.open() as window:
        assert window.appearance.text_size == 150
        assert window.keeper.settings.theme is Theme.DARK


def test_a_person_may_change_what_is_not_locked_and_finds_it_again(
    readers: Readers, machine: Path
) -> None:
    machine.write_text("[settings]\ntext_size = 150\n", "utf-8")
    with readers.open() as window:
        window.appearance.larger()
    with readers.open() as window:
        assert window.appearance.text_size == 175


def test_a_locked_setting_stays_whoever_changes_it(
    readers: Readers, machine: Path
) -> None:
    with readers.open() as window:
        before = window.keeper.settings
        window.appearance.take(replace(before, paper=Paper.A4, theme=Theme.DARK))
    machine.write_text(
        'locked = ["paper", "theme", "text_size"]\n'
        '[settings]\npaper = "letter"\ntheme = "light"\n',
        "utf-8",
    )
    with readers.open() as window:
        keeper = window.keeper
        assert (keeper.settings.paper, keeper.settings.theme) == ("letter", "light")
        window.appearance.take(replace(keeper.settings, paper=Paper.A4))
        assert keeper.settings.paper is Paper.LETTER
        assert not window.tools.themes.isEnabled()
        assert not window.own_actions["larger"].isVisible()


def test_the_settings_say_who_has_set_what_cannot_be_changed(
    readers: Readers, machine: Path
) -> None:
    machine.write_text('locked = ["paper", "keep_history"]\n', "utf-8")
    with readers.open() as window:
        window.own_actions["settings"].trigger()
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, SettingsDialog)
        shut = [box for box in dialog.findChildren(QComboBox) if not box.isEnabled()]
        assert shut == [dialog.papers]
        assert "Set by your clinic" in dialog.papers.accessibleDescription()
        assert not dialog.history.isEnabled()
        assert "Set by your clinic" in dialog.history.accessibleDescription()
        said = [label.text() for label in dialog.findChildren(QLabel)]
        assert sum("Set by your clinic" in words for words in said) == 2
        dialog.reject()


def test_where_nothing_is_to_be_kept_nothing_is_and_nothing_offers_to(
    readers: Readers, machine: Path
) -> None:
    machine.write_text("no_trace = true\n", "utf-8")
    with readers.open() as window:
        assert window.keeper.traceless
        for name in ("bookmark", "bookmarks", "history", "no-trace", "move"):
            assert not window.own_actions[name].isVisible()
        shelves = window.finder.switch.findChildren(QToolButton)
        offered = [each.text() for each in shelves if each.isVisible()]
        assert offered == ["By body system", "A to Z"]
        assert window.no_trace.mark.isVisible()
        assert not window.no_trace.mark.stop.isVisible()
        window.open_place(Place(MARLOW))
        window.appearance.larger()
    assert list(readers.notebook.iterdir()) == []


def test_what_was_kept_before_is_not_shown_where_nothing_is_to_be_kept(
    readers: Readers, machine: Path
) -> None:
    with Notebook.open(readers.notebook) as notebook:
        notebook.bookmarks.add(MARLOW, title="Marlow syndrome")
    machine.write_text("no_trace = true\n", "utf-8")
    with readers.open() as window:
        assert window.keeper.shelf.bookmarks == ()


def test_where_saving_is_off_nothing_offers_to_write_a_file(
    readers: Readers, machine: Path
) -> None:
    machine.write_text("allow_saving = false\n", "utf-8")
    with readers.open() as window:
        for name in ("save", "move", "browser"):
            assert not window.own_actions[name].isVisible()
            assert window.own_actions[name].shortcuts() == []
        assert window.own_actions["print"].isVisible()
        assert not window.dialogs.may_save


def test_a_computer_can_be_a_kiosk_for_everybody(machine: Path) -> None:
    machine.write_text("kiosk = true\nidle = 60\nkiosk_print = true\n", "utf-8")
    start = as_decided_here(StartRequest())
    assert (start.kiosk, start.idle, start.kiosk_print) == (True, 60, True)


def test_a_library_named_on_the_command_line_comes_first(machine: Path) -> None:
    machine.write_text("library = '/srv/share/library.db'\n", "utf-8")
    usual = as_decided_here(StartRequest())
    assert usual.library_file == Path("/srv/share/library.db")
    named = as_decided_here(StartRequest(library=Path("mine.db")))
    assert named.library_file == Path("mine.db")


def test_a_wrong_file_opens_no_window(machine: Path) -> None:
    machine.write_text("no_trase = true\n", "utf-8")
    with pytest.raises(UnreadableError, match="no_trase"):
        as_decided_here(StartRequest())


@pytest.mark.parametrize("longer", [False, True])
def test_locked_settings_fit_at_300_per_cent_in_a_small_window(
    readers: Readers, machine: Path, longer: bool
) -> None:
    machine.write_text(
        'locked = ["paper", "theme", "spacing", "keep_history", "reduced_motion"]\n',
        "utf-8",
    )
    with small_window(readers, 300, longer=longer) as window:
        window.own_actions["settings"].trigger()
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, SettingsDialog)
        readers.qtbot.waitUntil(dialog.isVisible)
        assert "\n".join(cut(dialog)) == ""
        dialog.reject()
