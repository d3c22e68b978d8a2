"""A packed program on a stick: where data lie, and what is said when it is locked."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader.__main__ import hide_own_libraries
from reader.model.errors import KnownError
from reader.notebook import faults
from reader.notebook.location import (
    data_folder,
    is_portable,
    log_folder,
    make_folder,
    stick_advice,
)
from reader.portable import FOLDER_NAME, portable_folder, program_folder


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program packed into a folder of its own."""
    folder = tmp_path / "stick" / "evidence-reader"
    folder.mkdir(parents=True)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(folder / "evidence-reader"))
    monkeypatch.delenv("EVIDENCE_READER_HOME", raising=False)
    return folder


def test_a_program_that_is_not_packed_is_not_portable(tmp_path: Path) -> None:
    assert program_folder() is None
    assert portable_folder() is None
    assert not is_portable({})
    assert stick_advice(tmp_path) == ""


def test_a_packed_program_keeps_data_on_the_computer(stick: Path) -> None:
    assert program_folder() == stick
    assert portable_folder() is None
    assert not is_portable({})
    assert not data_folder({}).is_relative_to(stick)


def test_with_the_folder_beside_it_data_and_logs_lie_there(stick: Path) -> None:
    (stick / FOLDER_NAME).mkdir()
    assert data_folder({}) == stick / FOLDER_NAME
    assert log_folder({}) == stick / FOLDER_NAME / "logs"
    assert is_portable({})


def test_the_environment_variable_wins(stick: Path, tmp_path: Path) -> None:
    (stick / FOLDER_NAME).mkdir()
    environment = {"EVIDENCE_READER_HOME": str(tmp_path / "mine")}
    assert data_folder(environment) == tmp_path / "mine"
    assert not is_portable(environment)


def test_a_file_of_that_name_makes_nothing_portable(stick: Path) -> None:
    (stick / FOLDER_NAME).touch()
    assert portable_folder() is None


def test_on_macos_data_lie_beside_the_app(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = tmp_path / "Evidence Reader.app" / "Contents" / "MacOS"
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(inside / "evidence-reader"))
    assert program_folder() == tmp_path


def test_a_stick_that_takes_no_folder_is_told_of(stick: Path) -> None:
    folder = stick / FOLDER_NAME
    folder.mkdir()
    (folder / "logs").touch()
    with pytest.raises(KnownError, match="where the folder") as refused:
        make_folder(log_folder({}))
    assert "the stick" in refused.value.advice


def test_the_advice_for_a_stick_names_no_variable(stick: Path) -> None:
    folder = stick / FOLDER_NAME
    folder.mkdir()
    advice = faults.read_only(folder / "notebook.db").advice
    assert "stick" in advice
    assert "EVIDENCE_READER_HOME" not in advice
    elsewhere = faults.read_only(stick / "notebook.db").advice
    assert "EVIDENCE_READER_HOME" in elsewhere


SAVE_AND_LEAVE = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog
from reader.ui.application import keep_nothing_of_qts
app = QApplication([])
keep_nothing_of_qts()
dialog = QFileDialog()
dialog.finished.connect(app.quit)
dialog.open()
QTimer.singleShot(0, dialog.reject)
app.exec()
del dialog
"""


def test_the_file_dialog_of_qt_leaves_nothing_in_the_home(tmp_path: Path) -> None:
    given = {k: v for k, v in os.environ.items() if k != "XDG_CONFIG_HOME"}
    subprocess.run(
        [sys.executable, "-c", SAVE_AND_LEAVE],
        check=True,
        capture_output=True,
        env={**given, "HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"},
    )
    assert not list(tmp_path.rglob("*.conf"))


@pytest.mark.parametrize(
    ("given", "left"),
    [
        ({}, {}),
        ({"LD_LIBRARY_PATH": "/opt/er/program"}, {}),
        (
            {
                "LD_LIBRARY_PATH": "/opt/er/program:/mine",
                "LD_LIBRARY_PATH_ORIG": "/mine",
            },
            {"LD_LIBRARY_PATH": "/mine"},
        ),
    ],
)
def test_what_the_program_starts_loads_the_libraries_of_the_system(
    given: dict[str, str], left: dict[str, str]
) -> None:
    hide_own_libraries(given)
    assert given == left
