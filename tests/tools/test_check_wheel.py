import zipfile
from pathlib import Path

import pytest

from tools.check_wheel import NEEDED, faults_in, main

CHECKOUT = Path("/home/somebody/evidence-reader")
INFO = "evidence_reader-0.1.0.dist-info"
GOOD = dict.fromkeys(NEEDED, "content") | {
    f"{INFO}/METADATA": "Name: evidence-reader\n",
    f"{INFO}/licenses/LICENSE": "Apache License\n",
}


def make_wheel(folder: Path, contents: dict[str, str]) -> Path:
    wheel = folder / "evidence_reader-0.1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return wheel


def test_a_whole_wheel_has_no_fault(tmp_path: Path) -> None:
    assert faults_in(make_wheel(tmp_path, GOOD), CHECKOUT) == []
    assert main(tmp_path) == 0


@pytest.mark.parametrize("name", [*NEEDED, f"{INFO}/licenses/LICENSE"])
def test_what_is_missing_is_a_fault(tmp_path: Path, name: str) -> None:
    contents = {key: value for key, value in GOOD.items() if key != name}
    assert len(faults_in(make_wheel(tmp_path, contents), CHECKOUT)) == 1
    assert main(tmp_path) == 1


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("reader/cli.py", f"HERE = '{CHECKOUT}/src'"),
        ("reader/__pycache__/cli.cpython-311.pyc", "code"),
        (f"{INFO}/METADATA", "Home-page: https://example.org\n"),
    ],
)
def test_what_does_not_belong_there_is_a_fault(
    tmp_path: Path, name: str, content: str
) -> None:
    wheel = make_wheel(tmp_path, GOOD | {name: content})
    assert len(faults_in(wheel, CHECKOUT)) == 1


def test_a_folder_without_a_wheel_is_a_fault(tmp_path: Path) -> None:
    assert main(tmp_path) == 1
