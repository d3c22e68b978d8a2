"""The file of a clinic: read whole or refused whole, with the line of each fault."""

import re
import shutil
import tomllib
from dataclasses import fields, replace
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.handout.choices import Extent, Ink, Paper, Print
from reader.handout.clinic import Clinic, Preset, SignOff
from reader.handout.clinic_fault import ClinicError
from reader.handout.clinic_file import PHONE_LIMIT, read_clinic
from reader.handout.clinic_write import (
    KEPT_NAME,
    clinic_toml,
    logo_name,
    put_away,
    write_clinic,
)
from reader.handout.colour import WHITE, contrast, tint_of
from reader.handout.logo import check_logo
from tests.fixtures.clinics import FILE, LOGO, example_clinic, fullest_clinic
from tests.handout.pngs import png

DOCS = Path(__file__).parents[2] / "docs" / "clinic-profile.md"
LEAST = 'name = "Example Hill Clinic"\n'
SIGN_OFF = SignOff("marlow", "0123456789abcdef", "Dr A. Example", "2026-11-01")
PRESET = Preset(
    "Large, to take home",
    Extent.FULL,
    Paper.LETTER,
    Print.LARGE,
    Ink.BLACK,
    ("short-version", "words"),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copy(LOGO, tmp_path)
    return tmp_path


def read(folder: Path, text: str) -> Clinic:
    path = folder / "clinic.toml"
    path.write_text(dedent(text), "utf-8")
    return read_clinic(path)


def faults(folder: Path, text: str) -> list[tuple[int, str]]:
    with pytest.raises(ClinicError) as caught:
        read(folder, text)
    return [(fault.line, fault.words) for fault in caught.value.faults]


# ---- a file that is right -------------------------------------------------------


def test_all_that_a_profile_can_say_is_read() -> None:
    clinic = example_clinic()
    assert clinic.name == "Example Hill Clinic"
    assert clinic.address == ("12 Sample Street", "Exampleton EX1 2AB")
    assert (clinic.phone, clinic.out_of_hours) == ("01632 960 100", "01632 960 199")
    assert clinic.logo is not None
    assert clinic.colour == "#1f4e8c"
    assert clinic.sign_offs[0].date == "2026-11-01"


def test_a_name_is_enough(folder: Path) -> None:
    assert read(folder, LEAST) == Clinic("Example Hill Clinic")


def test_a_file_from_a_windows_editor_is_read(folder: Path) -> None:
    path = folder / "clinic.toml"
    path.write_bytes(b"\xef\xbb\xbf" + LEAST.encode() + b'\r\npaper = "letter"\r\n')
    assert read_clinic(path).paper is Paper.LETTER
    path.write_bytes(b"\xef\xbb\xbf" + LEAST.encode() + b'\r\n\r\npaper = "a5"\r\n')
    with pytest.raises(ClinicError, match="line 4"):
        read_clinic(path)


def test_an_address_may_be_one_line_and_a_date_words(folder: Path) -> None:
    text = LEAST + (
        'address = "12 Sample Street"\n[[sign_off]]\n'
        'topic = "a"\nversion = "b"\nby = "c"\ndate = "2026-11-01"\n'
    )
    clinic = read(folder, text)
    assert clinic.address == ("12 Sample Street",)
    assert clinic.sign_offs == (SignOff("a", "b", "c", "2026-11-01"),)


def test_the_example_in_the_docs_is_a_profile_with_every_key(folder: Path) -> None:
    text = DOCS.read_text("utf-8").split("```toml\n")[1].split("```")[0]
    clinic = read(folder, text)
    assert [f.name for f in fields(Clinic) if not getattr(clinic, f.name)] == []
    preset = clinic.presets[0]
    assert [f.name for f in fields(Preset) if not getattr(preset, f.name)] == []


def test_the_docs_explain_every_key() -> None:
    text = DOCS.read_text("utf-8")
    values = tomllib.loads(text.split("```toml\n")[1].split("```")[0])
    keys = {*values, *values["sign_off"][0], *values["preset"][0]}
    explained = set(re.findall(r"`(?:\[\[)?([a-z_]+)(?:\]\])?`", text))
    assert keys <= explained


# ---- a file that is wrong -------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('nmae = "x"', "“nmae” is no key here; did you mean “name”?"),
        ("zzz = 1", "“zzz” is no key here; there are name, address,"),
        ("phone = 1632", "“phone” must be words in quotation marks."),
        ("phone = ['1']", "“phone” must be words in quotation marks."),
        ('phone = "1\\n2"', "“phone” has a sign in it that cannot be printed"),
        ('footer = "中"', "“footer” has “中” in it, which the typeface lacks."),
        (f'footer = "{"x" * 141}"', "“footer” has 141 letters; 140 are the most."),
        ("address = 3", "“address” must be a list of lines"),
        ('address = ["a", 1]', "“address” must be a list of lines"),
        ("address = ['a','b','c','d','e']", "“address” has 5 lines; 4 are the most."),
        (
            f"address = ['{'a' * 40}', '{'b' * 40}', '{'c' * 40}']",
            "“address” has 120 letters in all; 100 are the most.",
        ),
        ('colour = "blue"', "“colour” must be a colour like"),
        ('colour = "#12345"', "“colour” must be a colour like"),
        ('colour = "#777777"', "“colour” is too pale to read on white paper (contr"),
        ('paper = "A5"', '“paper” must be "a4" or "letter".'),
        ("print = 18", '“print” must be "normal", "large" or "extra-large".'),
        ('logo = "no.svg"', "“logo” cannot be used: “no.svg” is not there."),
        ('logo = "clinic.toml"', "“logo” cannot be used: “clinic.toml” is neither"),
        ('logo = "../logo.svg"', "“logo” must be the name of a file in the same"),
        ('logo = "C:logo.svg"', "“logo” must be the name of a file in the same"),
        ('sign_off = "me"', "“sign_off” must be written as a table, under [[sign"),
        ("[sign_off]", "“sign_off” must be written as a table, under [[sign_off]]."),
    ],
)
def test_a_fault_names_its_line_and_its_key(
    folder: Path, line: str, words: str
) -> None:
    ((at, said),) = faults(folder, f"# A clinic.\n{LEAST}\n{line}\n")
    assert at == 4
    assert said.startswith(words)


def test_faults_of_tables_name_the_line_in_their_own_table(folder: Path) -> None:
    found = faults(
        folder,
        LEAST
        + """
[[sign_off]]
topic = "a"
version = "1"
by = "x"
date = 2026-11-01
[[sign_off]]
topic = "b"
version = 2
date = 2026-11-01T10:00:00
page = "x"

[[preset]]
name = "P"
ink = "green"
[[preset]]
name = "P"
sections = "x"
extent = "half"
""",
    )
    assert [line for line, _ in found] == [8, 10, 11, 12, 16, 18, 20]
    said = " ".join(words for _, words in found)
    for key in ("sign_off.by", "sign_off.date", "preset.ink", "preset.extent"):
        assert f"“{key}”" in said
    assert "is the name of another preset" in said


def test_a_missing_name_is_said(folder: Path) -> None:
    assert faults(folder, "") == [(0, "“name” is missing.")]
    assert faults(folder, 'name = " "') == [(1, "“name” is empty.")]


def test_all_faults_are_told_at_once_in_one_line(folder: Path) -> None:
    with pytest.raises(ClinicError) as caught:
        read(folder, 'name = 1\npaper = "a5"\nnot_a_key = 1\n')
    said = str(caught.value)
    assert said.startswith("clinic.toml has 3 faults. Line 1: “name” must")
    assert "Line 2: “paper”" in said
    assert "Line 3: “not_a_key”" in said
    assert said.endswith("Nothing of it was used.")
    assert "\n" not in said
    with pytest.raises(ClinicError, match=r"has 20 faults.* And 12 more"):
        read(folder, LEAST + "".join(f"zz{n} = 1\n" for n in range(20)))


@pytest.mark.parametrize(
    ("content", "line", "words"),
    [
        (b"name = Example\n", 1, "This cannot be read."),
        (b'\n\nname = "Example\n', 3, "This cannot be read."),
        (b'name = "a"\nname = "b"\n', 2, "stands here a second time"),
        (b"[name]\n[name]\n", 2, "stands here a second time"),
        (b"name = 1e999x", 1, "This cannot be read."),
        (b"\xff\xfe", 0, "is not text in UTF-8"),
        (b"a = " + b"[" * 20_000, 0, "This cannot be read."),
        (b"a = " + b"9" * 9_999, 0, "This cannot be read."),
        (b"#" * 70_000, 0, "larger than 64 kB"),
    ],
)
def test_what_is_no_such_file_at_all_is_a_sentence(
    folder: Path, content: bytes, line: int, words: str
) -> None:
    path = folder / "clinic.toml"
    path.write_bytes(content)
    with pytest.raises(ClinicError) as caught:
        read_clinic(path)
    (fault,) = caught.value.faults
    assert fault.line == line
    assert words in fault.words


def test_a_file_that_is_not_there_or_is_a_folder_is_a_sentence(folder: Path) -> None:
    with pytest.raises(ClinicError, match=r"none\.toml: There is no such file"):
        read_clinic(folder / "none.toml")
    with pytest.raises(ClinicError, match="The file cannot be read"):
        read_clinic(folder)


@given(st.binary(max_size=60) | st.text(max_size=60).map(lambda t: t.encode("utf-8")))
def test_no_bytes_do_more_than_be_refused(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "clinic.toml"
    path.write_bytes(content)
    with pytest.raises(ClinicError):
        read_clinic(path)


# ---- writing --------------------------------------------------------------------


def whole_clinic() -> Clinic:
    clinic = replace(fullest_clinic(), colour="#1f4e8c", paper=Paper.A4)
    return replace(
        clinic, print=Print.LARGE, sign_offs=(SIGN_OFF, SIGN_OFF), presets=(PRESET,)
    )


@pytest.mark.parametrize(
    "clinic",
    [
        Clinic("A"),
        whole_clinic(),
        replace(example_clinic(), logo=check_logo(png())),
        Clinic("\"Quoted\" \\ 'name' # = [x]", address=("Straße 1, “Ω”",)),
        Clinic("Only a preset", presets=(Preset("P"),)),
    ],
)
def test_what_is_written_is_read_as_the_same(clinic: Clinic, tmp_path: Path) -> None:
    assert read_clinic(write_clinic(clinic, tmp_path)) == clinic


# No longer than the shortest of what is said may be: a telephone number.
SAID = st.text(
    st.characters(min_codepoint=32, max_codepoint=126), min_size=1, max_size=PHONE_LIMIT
).map(str.strip)


@given(
    name=SAID.filter(bool), phone=SAID, lines=st.lists(SAID.filter(bool), max_size=3)
)
def test_any_words_are_written_so_that_they_are_read_as_the_same(
    tmp_path_factory: pytest.TempPathFactory, name: str, phone: str, lines: list[str]
) -> None:
    clinic = Clinic(name, address=tuple(lines), phone=phone)
    folder = tmp_path_factory.getbasetemp()
    assert read(folder, clinic_toml(clinic)) == clinic


def test_a_logo_lies_beside_the_file_under_a_name_of_its_own(tmp_path: Path) -> None:
    first, second = (
        replace(Clinic("A"), logo=check_logo(content))
        for content in (png(), LOGO.read_bytes())
    )
    for clinic in (first, second, Clinic("A"), Clinic("B")):
        write_clinic(clinic, tmp_path)
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["clinic.toml", KEPT_NAME]


def test_the_profile_before_is_kept_with_its_logo(tmp_path: Path) -> None:
    clinic = replace(Clinic("A"), logo=check_logo(png()))
    write_clinic(clinic, tmp_path)
    write_clinic(Clinic("B"), tmp_path)
    assert read_clinic(tmp_path / KEPT_NAME) == clinic
    assert read_clinic(tmp_path / "clinic.toml") == Clinic("B")


def test_a_profile_that_cannot_be_written_leaves_the_one_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clinic = replace(Clinic("A"), logo=check_logo(png()))
    path = write_clinic(clinic, tmp_path)
    written = Path.replace

    def fail_for_the_file(self: Path, target: Path) -> Path:
        if target.name == "clinic.toml":
            raise OSError(28, "No space left on device")
        return written(self, target)

    monkeypatch.setattr(Path, "replace", fail_for_the_file)
    other = replace(Clinic("B"), logo=check_logo(LOGO.read_bytes()))
    with pytest.raises(Exception, match="no space left on device"):
        write_clinic(other, tmp_path)
    assert read_clinic(path) == clinic


def test_a_profile_is_put_away_and_not_lost(tmp_path: Path) -> None:
    put_away(tmp_path)
    clinic = replace(Clinic("A"), logo=check_logo(png()))
    write_clinic(clinic, tmp_path)
    put_away(tmp_path)
    assert not (tmp_path / "clinic.toml").exists()
    assert read_clinic(tmp_path / KEPT_NAME) == clinic
    assert clinic.logo is not None
    assert (tmp_path / logo_name(clinic.logo)).exists()


# ---- colours --------------------------------------------------------------------


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", WHITE) == pytest.approx(21)
    assert contrast(WHITE, WHITE) == pytest.approx(1)
    assert contrast("#767676", WHITE) == pytest.approx(4.54, abs=0.005)
    assert contrast("#777777", WHITE) == pytest.approx(4.48, abs=0.005)


@given(st.integers(0, 0xFFFFFF))
def test_words_in_a_colour_that_is_taken_can_be_read_on_its_tint(number: int) -> None:
    colour = f"#{number:06x}"
    if contrast(colour, WHITE) >= 4.5:
        assert contrast(colour, tint_of(colour)) >= 4.5


def test_the_file_that_ships_with_the_tests_is_an_example() -> None:
    assert "does not exist" in FILE.read_text("utf-8")
