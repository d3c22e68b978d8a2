"""About: version, build, the library's date, and the licences of others."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from reader import resources
from reader.library.store import LibraryInfo
from reader.ui.about import AboutDialog
from reader.ui.licences import LicencesDialog
from reader.ui.window import MainWindow
from tests.ui.fits import cut
from tests.ui.test_large_words import small_window
from tests.ui.window_support import Readers

INFO = LibraryInfo(
    topics=3, claims=2, sources=1, terms=0, format=1, content_hash="none"
)


def words_of(dialog: AboutDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def buttons_of(dialog: AboutDialog) -> dict[str, QPushButton]:
    found = dialog.findChildren(QPushButton)
    return {button.text().replace("&", ""): button for button in found}


@pytest.fixture
def packaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Ship files as a packaged program does."""
    for shipped in resources._ASSETS.iterdir():
        (tmp_path / shipped.name).symlink_to(shipped)
    monkeypatch.setattr(resources, "_ASSETS", tmp_path)
    note = {"version": "9.9", "build": "g1234567", "date": "2026-11-22"}
    (tmp_path / "build.json").write_text(json.dumps(note), "utf-8")
    licences = tmp_path / "THIRD-PARTY-LICENCES.txt"
    licences.write_text("Qt: LGPL-3.0-only\n", "utf-8")
    return tmp_path


def test_from_a_checkout_there_is_no_build_and_nothing_to_show(
    window: MainWindow,
) -> None:
    dialog = AboutDialog(INFO, window, "2026-11-20")
    assert "from source" in words_of(dialog)
    assert "20 November 2026" in words_of(dialog)
    assert "Licences of others" not in buttons_of(dialog)


def test_a_packaged_program_says_its_build_and_shows_the_licences(
    window: MainWindow, packaged: Path
) -> None:
    dialog = AboutDialog(INFO, window)
    dialog.open()
    assert "g1234567" in words_of(dialog)
    assert "last checked" not in words_of(dialog)
    buttons_of(dialog)["Licences of others"].click()
    shown = QApplication.activeModalWidget()
    assert isinstance(shown, LicencesDialog)
    assert not dialog.isVisible()
    assert shown.text.toPlainText() == "Qt: LGPL-3.0-only\n"
    assert shown.text.isReadOnly()
    assert shown.text.accessibleName() == "Licences of others"
    shown.reject()
    assert packaged.is_dir()


@pytest.mark.parametrize("note", ["", "[]", "{}", '{"build": "g1"}'])
def test_a_note_of_the_build_that_makes_no_sense_is_none(
    packaged: Path, note: str
) -> None:
    (packaged / "build.json").write_text(note, "utf-8")
    assert resources.build_note() is None


def test_the_window_tells_the_day_of_the_library(window: MainWindow) -> None:
    window.own_actions["about"].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, AboutDialog)
    assert "last checked on" in words_of(dialog)
    dialog.reject()


@pytest.mark.parametrize("longer", [False, True])
def test_nothing_of_it_is_cut_at_300_per_cent_in_a_small_window(
    readers: Readers, packaged: Path, longer: bool
) -> None:
    assert packaged.is_dir()
    with small_window(readers, 300, longer=longer) as window:
        dialog = AboutDialog(INFO, window, "2026-11-20")
        dialog.open()
        readers.qtbot.waitUntil(dialog.isVisible)
        assert "\n".join(cut(dialog)) == ""
        licences = LicencesDialog(packaged / "THIRD-PARTY-LICENCES.txt", window)
        dialog.accept()
        licences.open()
        readers.qtbot.waitUntil(licences.isVisible)
        assert "\n".join(cut(licences)) == ""
        licences.reject()
