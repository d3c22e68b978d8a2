"""A clinic's profile on the command line."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pypdf
import pytest

from tests.fixtures.clinics import FILE
from tests.fixtures.source_folder import compile_folder, write_sources

MARLOW = "marlow-syndrome"
LIMIT_SECONDS = 60


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write_sources(tmp_path_factory.mktemp("sources"))
    compile_folder(folder, folder / "library.db")
    return folder / "library.db"


def run(library: Path, *words: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "reader", "--library", library, *words],
        capture_output=True,
        text=True,
        timeout=LIMIT_SECONDS,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )


def written(library: Path, out: Path, *words: str | Path) -> pypdf.PdfReader:
    done = run(library, "handout", MARLOW, "--out", out, *words)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return pypdf.PdfReader(out)


def test_a_handout_has_the_letterhead_and_the_foot(
    library: Path, tmp_path: Path
) -> None:
    pages = written(library, tmp_path / "x.pdf", "--clinic", FILE).pages
    assert pages[0].extract_text().startswith("Example Hill Clinic")
    for page in pages:
        assert "is an invented clinic" in page.extract_text()


def test_no_profile_is_used_unless_it_is_named(
    library: Path, tmp_path: Path, home: Path
) -> None:
    (home / "clinic.toml").write_text('name = "Example Hill Clinic"')
    pages = written(library, tmp_path / "x.pdf").pages
    assert "Example Hill" not in pages[0].extract_text()


@pytest.mark.parametrize(
    ("asked", "paper", "points"),
    [
        ((), (612, 792), 18),
        (("--paper", "a4"), (595, 842), 18),
        (("--large-print",), (612, 792), 18),
    ],
)
def test_paper_and_print_of_the_clinic_hold_where_nothing_else_is_asked_for(
    library: Path,
    tmp_path: Path,
    asked: tuple[str, ...],
    paper: tuple[int, int],
    points: int,
) -> None:
    clinic = tmp_path / "clinic.toml"
    clinic.write_text('name = "A"\npaper = "letter"\nprint = "large"\n')
    read = written(library, tmp_path / "x.pdf", "--clinic", clinic, *asked)
    box = read.pages[0].mediabox
    assert (round(box.width), round(box.height)) == paper
    sizes: set[float] = set()

    def visit(text: str, _cm: object, tm: list[float], _f: object, size: float) -> None:
        if text.strip():
            sizes.add(round(size * abs(tm[3]), 1))

    read.pages[0].extract_text(visitor_text=visit)
    assert min(sizes) == points


PRESET = """\
name = "A"
paper = "letter"

[[preset]]
name = "To take home"
extent = "summary"

[[preset]]
name = "Large, in short"
print = "large"
sections = ["short-version"]
"""


def test_a_preset_of_the_clinic_chooses_and_what_is_typed_goes_before_it(
    library: Path, tmp_path: Path
) -> None:
    clinic = tmp_path / "clinic.toml"
    clinic.write_text(PRESET)
    asked = ("--clinic", clinic, "--preset")
    home = written(library, tmp_path / "home.pdf", *asked, "to take  HOME")
    assert len(home.pages) == 1
    assert round(home.pages[0].mediabox.width) == 612
    short = written(library, tmp_path / "s.pdf", *asked, "Large, in short")
    small = ("--paper", "a4", "--section", "questions")
    other = written(library, tmp_path / "o.pdf", *asked, "Large, in short", *small)
    headings = ("short version", "questions")
    for pdf, wanted in ((short, [True, False]), (other, [False, True])):
        text = "".join(page.extract_text() for page in pdf.pages)
        assert [heading in text for heading in headings] == wanted
    assert round(other.pages[0].mediabox.width) == 595


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--preset", "At hom"), "There are: To take home, Large, in short."),
        (("--preset", "To take home", "--section", "signs"), "chooses its sections"),
    ],
)
def test_a_preset_that_cannot_be_used_is_wrong_usage(
    library: Path, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    clinic, out = tmp_path / "clinic.toml", tmp_path / "x.pdf"
    clinic.write_text(PRESET)
    given: tuple[str | Path, ...] = ("--out", out, "--clinic", clinic, *words)
    done = run(library, "handout", MARLOW, *given)
    assert done.returncode == 2
    assert said in done.stderr
    assert not out.exists()
    done = run(library, "handout", MARLOW, "--out", out, *words[:2])
    assert done.returncode == 2
    assert "file of a clinic" in done.stderr


def test_a_file_with_faults_leaves_with_3_one_line_and_no_handout(
    library: Path, tmp_path: Path
) -> None:
    clinic = tmp_path / "clinic.toml"
    clinic.write_text('nmae = "A"\n\ncolour = "#eeeeee"\n')
    out = tmp_path / "x.pdf"
    done = run(library, "handout", MARLOW, "--out", out, "--clinic", clinic)
    assert done.returncode == 3
    assert done.stderr.count("\n") == 1
    for words in ("clinic.toml has 3 faults", "Line 1: “nmae”", "Line 3: “colour”"):
        assert words in done.stderr
    assert not out.exists()
    done = run(library, "handout", MARLOW, "--out", out, "--clinic", tmp_path / "none")
    assert done.returncode == 3
    assert "none: There is no such file." in done.stderr


def test_a_page_signed_off_by_the_version_that_show_tells_says_so(
    library: Path, tmp_path: Path
) -> None:
    shown = json.loads(run(library, "show", MARLOW, "--format", "json").stdout)
    clinic = tmp_path / "clinic.toml"
    sign_off = (
        'name = "A"\n[[sign_off]]\ntopic = "{}"\nversion = "{}"\n'
        'by = "Dr A. Example"\ndate = 2026-11-01\n'
    )
    said = {}
    for version in (shown["version"], "0" * 16):
        clinic.write_text(sign_off.format(MARLOW, version))
        page = written(library, tmp_path / "x.pdf", "--clinic", clinic).pages[0]
        said[version] = " ".join(page.extract_text().split())
    good, bad = said.values()
    assert "Reviewed for our clinic by Dr A. Example on 1 November 2026." in good
    assert "Not yet reviewed" not in good
    assert "This page has changed since our clinic reviewed it on 1 Nov" in bad
    assert "Not yet reviewed by a clinician." in bad
