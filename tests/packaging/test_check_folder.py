"""A frozen folder is looked into: what is missing, what should not be there."""

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

Script = Callable[[str], ModuleType]


@pytest.fixture
def check(script: Script) -> ModuleType:
    return script("check_folder.py")


@pytest.fixture
def folder(check: ModuleType, tmp_path: Path) -> Path:
    """A folder as it should be."""
    for name in check.NEEDED:
        file = tmp_path / "frozen" / "program" / "reader" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"as it should be")
    add(tmp_path / "frozen", "program/reader/handout/markdown.pyc")
    add(tmp_path / "frozen", "program/urllib/parse.pyc")
    add(tmp_path / "frozen", f"program/{check.QUICK_START}")
    return tmp_path / "frozen"


def add(folder: Path, name: str, content: bytes = b"x") -> None:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def faults(check: ModuleType, folder: Path) -> list[str]:
    return list(check.faults_in(folder, Path("/builder/checkout")))


def test_a_folder_that_would_start_slowly_is_a_fault(
    check: ModuleType, folder: Path
) -> None:
    (folder / "program" / check.QUICK_START).unlink()
    (fault,) = faults(check, folder)
    assert fault.startswith(check.QUICK_START)


def test_a_folder_as_it_should_be_has_no_fault(check: ModuleType, folder: Path) -> None:
    assert faults(check, folder) == []


def test_what_is_missing_is_named(check: ModuleType, folder: Path) -> None:
    (folder / "program/reader/assets/library.db").unlink()
    assert faults(check, folder) == ["reader/assets/library.db is missing"]


@pytest.mark.parametrize(
    "name",
    [
        "program/reader/compiler/build.pyc",
        "program/markdown/core.pyc",
        "program/yaml/_yaml.so",
        "program/tests/test_x.pyc",
        "program/python3.11/lib-dynload/_socket.cpython-311.so",
        "program/ssl.pyc",
        "program/http/client.pyc",
        "program/urllib/request.pyc",
        "program/libcrypto.so.3",
        "program/reader/app.py",
    ],
)
def test_what_should_not_be_there_is_named(
    check: ModuleType, folder: Path, name: str
) -> None:
    add(folder, name)
    assert faults(check, folder) == [f"{name} should not be there"]


def test_a_path_of_the_checkout_is_found(check: ModuleType, folder: Path) -> None:
    add(folder, "program/reader/app.pyc", b"co_filename /builder/checkout/src/app.py")
    assert faults(check, folder) == ["program/reader/app.pyc tells where it was built"]
