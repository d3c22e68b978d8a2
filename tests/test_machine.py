"""What whoever looks after a computer has decided holds, or the program stops."""

from pathlib import Path

import pytest

from reader.machine import (
    CLINIC_FILE,
    FILE_NAME,
    NOBODY,
    Machine,
    clinic_path,
    machine_folder,
    read_machine,
)
from reader.model.errors import UnreadableError


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Name an empty folder as the one that holds for everybody."""
    monkeypatch.setenv("EVIDENCE_READER_MACHINE", str(tmp_path))
    return tmp_path


def write(folder: Path, text: str) -> None:
    (folder / FILE_NAME).write_text(text, encoding="utf-8", newline="\n")


def refusal(folder: Path, text: str) -> str:
    write(folder, text)
    with pytest.raises(UnreadableError) as caught:
        read_machine()
    assert "does not start" in caught.value.advice
    return caught.value.message


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        ("linux", {}, Path("/etc/evidence-reader")),
        ("darwin", {}, Path("/Library/Application Support/Evidence Reader")),
        ("win32", {"PROGRAMDATA": "D:/Shared"}, Path("D:/Shared/Evidence Reader")),
        ("win32", {}, Path("C:\\ProgramData", "Evidence Reader")),
    ],
)
def test_each_system_has_its_folder_for_everybody(
    platform: str, environment: dict[str, str], expected: Path
) -> None:
    assert machine_folder(platform, environment) == expected


def test_another_folder_can_be_named_for_the_clinic_and_the_machine(
    folder: Path,
) -> None:
    assert machine_folder() == folder
    assert clinic_path() == folder / CLINIC_FILE


def test_naming_another_folder_takes_nobody_out_of_what_is_decided(
    tmp_path: Path,
) -> None:
    shared = tmp_path / "Evidence Reader"
    shared.mkdir()
    environment = {"PROGRAMDATA": str(tmp_path), "EVIDENCE_READER_MACHINE": "elsewhere"}
    assert machine_folder("win32", environment) == Path("elsewhere").absolute()
    write(shared, "no_trace = true\n")
    assert machine_folder("win32", environment) == shared


def test_where_there_is_no_file_nothing_is_decided(folder: Path) -> None:
    assert read_machine() is NOBODY
    assert read_machine(folder / "missing") is NOBODY
    (folder / "a-file").touch()
    assert read_machine(folder / "a-file") is NOBODY


def test_every_key_is_read(folder: Path) -> None:
    write(
        folder,
        """
        # for the waiting room
        library = '/srv/share/library.db'
        notebook = '/srv/people'
        no_trace = true
        allow_saving = false
        kiosk = true
        idle = 90
        kiosk_print = true
        locked = ["theme"]
        [settings]
        theme = "dark"
        """,
    )
    machine = read_machine()
    assert machine == Machine(
        library=Path("/srv/share/library.db"),
        notebook=Path("/srv/people"),
        no_trace=True,
        allow_saving=False,
        kiosk=True,
        idle=90,
        kiosk_print=True,
        settings=(("theme", "dark"),),
        locked=("theme",),
        source=folder / FILE_NAME,
        lines=machine.lines,
    )


def test_places_may_be_relative_or_of_the_person(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PERSON", "Zoë")
    write(folder, "library = 'our.db'\nnotebook = '~/$PERSON/reader'\n")
    machine = read_machine()
    assert machine.library == folder / "our.db"
    assert machine.notebook == Path.home() / "Zoë" / "reader"


def test_a_person_who_names_a_folder_of_their_own_gets_it(folder: Path) -> None:
    write(folder, "notebook = '/srv/people'\n")
    machine = read_machine()
    assert machine.notebook_folder({}) == Path("/srv/people")
    assert machine.notebook_folder({"EVIDENCE_READER_HOME": "/home/me"}) is None


def test_a_file_that_an_editor_of_windows_wrote_is_read(folder: Path) -> None:
    (folder / FILE_NAME).write_bytes(b"\xef\xbb\xbfno_trace = true\r\n")
    assert read_machine().no_trace


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("no_trace = true\nkeep = 1\n", "line 2, “keep”: there is no such key"),
        ("\n\nno_trace = 'yes'\n", "line 3, “no_trace”: write true or false"),
        ("kiosk = true\nidle = 2\n", "line 2, “idle”: write a number of seconds"),
        ("kiosk = true\nidle = true\n", "line 2, “idle”: write a number of seconds"),
        ("library = 7\n", "line 1, “library”: write the name of a file"),
        ("library = ''\n", "line 1, “library”: write the name of a file"),
        ("locked = 'theme'\n", "line 1, “locked”: write a list"),
        ("settings = 3\n", "line 1, “settings”: write [settings]"),
        ("idle = 60\n", "line 1, “idle”: it needs kiosk = true"),
        ("no_trace = true\nno_trace true\n", "at line 2"),
    ],
)
def test_a_wrong_key_is_named_with_its_line(folder: Path, text: str, said: str) -> None:
    assert said in refusal(folder, text)


def test_a_file_that_cannot_be_understood_is_refused_not_passed_over(
    folder: Path,
) -> None:
    (folder / FILE_NAME).write_bytes(b"no_trace = true # \xff\n")
    with pytest.raises(UnreadableError, match="not UTF-8"):
        read_machine()
    assert "too large" in refusal(folder, "# much\n" * 20_000)


def test_a_folder_in_its_place_is_refused(folder: Path) -> None:
    (folder / FILE_NAME).mkdir()
    with pytest.raises(UnreadableError, match="cannot be read"):
        read_machine()
