"""Stacks from the command line: lists, codes, bookmarks; nothing is guessed."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pypdf
import pytest

from reader.notebook.print_log import How, Printed, PrintLog
from reader.notebook.store import Notebook
from tests.fixtures.clinic_library import compile_clinic_library

LIMIT_SECONDS = 120


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return compile_clinic_library(tmp_path_factory.mktemp("clinic"))


def command(library: Path, *words: str) -> list[str]:
    return [sys.executable, "-m", "reader", "--library", str(library), *words]


def run(
    library: Path, *words: str, typed: str = "", home: Path | None = None
) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    if home is not None:
        environment["EVIDENCE_READER_HOME"] = str(home)
    return subprocess.run(
        command(library, *words),
        capture_output=True,
        text=True,
        encoding="utf-8",
        input=typed,
        timeout=LIMIT_SECONDS,
        check=False,
        env=environment,
    )


def titles(pdf: Path) -> list[str]:
    outline = pypdf.PdfReader(pdf).outline
    return [str(each["/Title"]) for each in outline if not isinstance(each, list)]


def test_a_list_becomes_a_stack_with_bookmarks(library: Path, tmp_path: Path) -> None:
    listed = tmp_path / "list.txt"
    listed.write_text("# Tuesday\n- grey hand\nI50\nmarlow-syndrome\n")
    out = tmp_path / "stack.pdf"
    done = run(library, "handout", "--list", str(listed), "--out", str(out))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"Written: {out}\n"
    assert titles(out) == ["Marlow's syndrome (MS1)", "Heart drum"]


def test_slugs_lists_codes_and_bookmarks_come_together_each_once(
    library: Path, tmp_path: Path
) -> None:
    home = tmp_path / "kept"
    with Notebook.open(home) as notebook:
        folder = notebook.bookmarks.create_folder("Ward 3/B").subject
        for slug in ("blue-lips", "heart-drum"):
            notebook.bookmarks.add(slug, title=slug, folder_id=folder)
    done = run(
        library,
        *("handout", "alsace-fever", "--list", "-", "--code", "G12.2"),
        *("--bookmarks", "ward 3/b", "--out", str(tmp_path / "all"), "--json"),
        typed="heart drum; the heat",
        home=home,
    )
    assert done.returncode == 0, done.stderr
    names = [Path(name).stem for name in json.loads(done.stdout)]
    assert names == ["alsace-fever", "heart-drum", "marlow-syndrome", "blue-lips"]


def test_a_list_that_is_not_clear_is_refused_as_a_whole(
    library: Path, tmp_path: Path
) -> None:
    out = tmp_path / "stack.pdf"
    typed = "grey hand\nAD\nmarlow syndrom x\nzzzz\n"
    done = run(library, "handout", "--list", "-", "--out", str(out), typed=typed)
    assert done.returncode == 3
    assert not out.exists()
    several, alike, unknown, last = done.stderr.splitlines()
    assert "line 2: “AD” is the name or code of" in several
    assert "glass-bones or long-memory" in several
    assert "line 3" in alike
    assert "Did you mean marlow-syndrome" in alike
    assert "line 4: “zzzz” is not known." in unknown
    assert "3 entries are not clear: line 2, line 3, line 4" in last
    assert "--skip-unknown" in last


def test_what_is_not_clear_can_be_left_out(library: Path, tmp_path: Path) -> None:
    out = tmp_path / "stack.pdf"
    done = run(
        library,
        *("handout", "--list", "-", "--skip-unknown", "--out", str(out)),
        typed="grey hand\nAD\n",
    )
    assert done.returncode == 0
    assert done.stderr.startswith("Left out: standard input, line 2: “AD”")
    assert titles(out) == ["Marlow's syndrome (MS1)"]


def test_nothing_left_is_no_handout(library: Path, tmp_path: Path) -> None:
    out = str(tmp_path / "stack.pdf")
    words = ("handout", "--list", "-", "--skip-unknown", "--out", out)
    done = run(library, *words, typed="zzzz\n")
    assert done.returncode == 1
    assert "No topic is left" in done.stderr


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        ((), 2, "Name at least one topic"),
        (("--code", "E75.2"), 3, "long-memory or short-memory"),
        (("--code", "x"), 3, "“x” is not known"),
        (("--list", "/nowhere/list.txt"), 1, "could not be read"),
        (("nonsense",), 1, "no topic 'nonsense'"),
    ],
)
def test_what_cannot_be_is_said_in_plain_words(
    library: Path, tmp_path: Path, words: tuple[str, ...], code: int, sentence: str
) -> None:
    out = tmp_path / "stack.pdf"
    done = run(library, "handout", *words, "--out", str(out))
    assert done.returncode == code
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr
    assert not out.exists()


def test_a_file_that_is_no_list_is_refused(library: Path, tmp_path: Path) -> None:
    listed = tmp_path / "list.xlsx"
    listed.write_bytes(b"PK\x03\x04\x00\x00")
    out = str(tmp_path / "stack.pdf")
    done = run(library, "handout", "--list", str(listed), "--out", out)
    assert done.returncode == 3
    assert "not a text or CSV file" in done.stderr


def test_a_folder_of_bookmarks_that_is_not_there_is_said(
    library: Path, tmp_path: Path
) -> None:
    home = tmp_path / "kept"
    words = ("handout", "--bookmarks", "Ward", "--out", str(tmp_path / "x.pdf"))
    none = run(library, *words, home=home)
    assert none.returncode == 1
    assert "no notebook" in none.stderr
    assert not home.exists()
    with Notebook.open(home) as notebook:
        notebook.bookmarks.create_folder("Family")
    other = run(library, *words, home=home)
    assert other.returncode == 1
    assert "There are: “Family”" in other.stderr


def test_duplex_puts_each_topic_on_a_sheet_of_its_own(
    library: Path, tmp_path: Path
) -> None:
    out = tmp_path / "stack.pdf"
    topics = ("heart-drum", "blue-lips")
    done = run(library, "handout", *topics, "--duplex", "--out", str(out))
    assert done.returncode == 0, done.stderr
    reader = pypdf.PdfReader(out)
    tops = [each for each in reader.outline if not isinstance(each, list)]
    places = [reader.get_destination_page_number(each) for each in tops]
    assert places == [0, 2]
    assert len(reader.pages) == 4


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has another signal")
@pytest.mark.parametrize("name", ["stack.pdf", "folder"])
def test_control_c_ends_in_a_sentence_and_leaves_nothing(
    library: Path, tmp_path: Path, name: str
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    words = ("handout", "--list", "-", "--out", str(folder / name))
    script = (
        "import os, signal, sys\n"
        "from reader.cli import main\n"
        "from reader.handout import stack\n"
        "real = stack.print_manuscript\n"
        "def press(manuscript):\n"
        "    os.kill(os.getpid(), signal.SIGINT)\n"
        "    return real(manuscript)\n"
        "stack.print_manuscript = press\n"
        "sys.exit(main.run(sys.argv[1:]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, "--library", str(library), *words],
        capture_output=True,
        text=True,
        input="heart drum\nblue lips\n",
        timeout=LIMIT_SECONDS,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr == "evidence-reader: Stopped. Nothing was written.\n"
    assert list(folder.iterdir()) == []


# ---- the list of what was printed ------------------------------------------------


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    folder = tmp_path / "kept"
    with Notebook.open(folder) as notebook:
        made = Printed("heart-drum", "Heart drum", 2, 3, "a4", How.PRINTED)
        PrintLog(notebook).record([made])
    return folder


def test_the_list_is_shown_and_written_as_a_table(
    library: Path, kept: Path, tmp_path: Path
) -> None:
    shown = run(library, "print-log", home=kept)
    assert shown.returncode == 0
    assert "heart-drum" in shown.stdout
    assert "3 copies, a4, printed" in shown.stdout
    (entry,) = json.loads(run(library, "print-log", "--json", home=kept).stdout)
    assert (entry["slug"], entry["copies"], entry["pages"]) == ("heart-drum", 3, 2)
    target = tmp_path / "list.csv"
    done = run(library, "print-log", "--csv", str(target), home=kept)
    assert done.stdout == f"Written: {target} (1 lines)\n"
    rows = list(csv.reader(io.StringIO(target.read_text(encoding="utf-8-sig"))))
    assert rows[1][1] == "heart-drum"
    piped = run(library, "print-log", "--csv", "-", home=kept).stdout
    assert "heart-drum" in piped


def test_the_list_is_cleared_after_it_was_written(
    library: Path, kept: Path, tmp_path: Path
) -> None:
    target = tmp_path / "list.csv"
    words = ("print-log", "--csv", str(target), "--clear")
    assert run(library, *words, home=kept).returncode == 0
    assert "heart-drum" in target.read_text(encoding="utf-8-sig")
    empty = run(library, "print-log", home=kept)
    assert empty.returncode == 1
    assert "No list of what was printed is kept" in empty.stdout


def test_a_table_that_cannot_be_written_leaves_the_list(
    library: Path, kept: Path, tmp_path: Path
) -> None:
    words = ("print-log", "--csv", str(tmp_path / "no" / "x.csv"), "--clear")
    done = run(library, *words, home=kept)
    assert done.returncode == 1
    assert "cannot be written" in done.stderr
    assert "heart-drum" in run(library, "print-log", home=kept).stdout
