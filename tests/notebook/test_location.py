"""Where the person's own data lies."""

import subprocess
import sys
from pathlib import Path

import pytest

from reader.model.errors import KnownError
from reader.notebook.location import data_folder, log_folder, make_folder


def test_the_environment_variable_decides_where_data_and_logs_lie(
    tmp_path: Path,
) -> None:
    environment = {"EVIDENCE_READER_HOME": str(tmp_path / "mine")}
    assert data_folder(environment) == tmp_path / "mine"
    assert log_folder(environment) == tmp_path / "mine" / "logs"
    assert not (tmp_path / "mine").exists()


def test_a_relative_home_does_not_move_with_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert data_folder({"EVIDENCE_READER_HOME": "mine"}) == tmp_path / "mine"


@pytest.mark.parametrize("environment", [{}, {"EVIDENCE_READER_HOME": ""}])
def test_without_it_the_platform_decides(environment: dict[str, str]) -> None:
    assert data_folder(environment).is_absolute()
    assert data_folder(environment).name == "evidence-reader"
    assert "evidence-reader" in log_folder(environment).parts


def test_a_new_folder_is_closed_to_other_people(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "new" / "home")
    assert folder.stat().st_mode & 0o077 == 0
    assert make_folder(folder) == folder


def test_a_file_in_the_way_is_named(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("in the way")
    with pytest.raises(KnownError, match="There is a file where the folder") as error:
        make_folder(tmp_path / "home")
    assert "EVIDENCE_READER_HOME" in error.value.advice


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(KnownError, match=r"home” cannot be made \(.+\)"):
        make_folder(tmp_path / "file" / "home")


def test_the_notebook_loads_no_window_and_no_compiler() -> None:
    program = (
        "import sys, reader.notebook.store, reader.notebook.exchange\n"
        "heavy = {'PySide6', 'platformdirs', 'sqlite_utils', 'markdown', 'yaml'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, text=True, check=True
    )
    assert done.stdout == "[]\n"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no modes")
def test_nobody_else_may_look_into_any_folder_that_was_made(tmp_path: Path) -> None:
    make_folder(tmp_path / "person" / "reader" / "logs")
    for name in ("person", "person/reader", "person/reader/logs"):
        assert (tmp_path / name).stat().st_mode & 0o777 == 0o700
