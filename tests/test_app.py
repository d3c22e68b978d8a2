"""The program from outside: exit codes, sentences, and what a start leaves behind."""

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from reader.notebook.store import FILE_NAME, Notebook
from tests.ui.window_support import compile_library

STAY_A_WHILE = """
    import sys
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication
    from reader import app
    from reader.ui.window import MainWindow

    LATE = {
        "PySide6.QtNetwork", "PySide6.QtPdf", "PySide6.QtPrintSupport", "difflib",
        "markdown", "reader.compiler", "reader.handout.clinic",
        "reader.handout.options", "reader.ui.results", "tomllib",
        "reader.ui.about", "reader.ui.kiosk",
        "reader.ui.move_dialog", "reader.ui.handout_sheets",
        "reader.ui.printing", "reader.ui.settings_dialog",
        "reader.ui.shortcut_sheet", "sqlite_utils", "ssl", "typst", "yaml",
    }

    def look():
        window = next(
            w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)
        )
        message = window.bar.message
        if window.desk.topic is not None and (message is not None or not WAIT):
            print(window.desk.topic.slug, window.desk.place.section, sep="#")
            print(message.text if message else "")
            print(*sorted(LATE & set(sys.modules)))
            window.close()
            if window.isVisible():
                print("still open")
                QApplication.exit(0)
        else:
            QTimer.singleShot(20, look)

    original = app.MainWindow.showEvent

    def show_event(self, event):
        original(self, event)
        QTimer.singleShot(0, look)

    app.MainWindow.showEvent = show_event
    from reader.cli.main import main
    main()
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return compile_library(tmp_path_factory.mktemp("app-library"))


def start(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the program as a person would."""
    return _run([sys.executable, "-m", "reader", *arguments], environment)


def start_and_look(
    *arguments: str, wait_for_message: bool = False
) -> subprocess.CompletedProcess[str]:
    """Run the program, note what the window shows, and close it."""
    script = textwrap.dedent(STAY_A_WHILE).replace("WAIT", str(wait_for_message))
    return _run([sys.executable, "-c", script, *arguments], {})


def _run(
    command: list[str], environment: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    inherited = {**os.environ, **environment}
    return subprocess.run(
        command,
        env={key: value for key, value in inherited.items() if value},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux may lack a display")
@pytest.mark.parametrize("display", ["", ":98765"])
def test_without_a_display_it_says_so_and_ends_with_1(display: str) -> None:
    done = start(DISPLAY=display, WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    assert done.returncode == 1
    assert done.stdout == ""
    assert "no display" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_damaged_library_is_refused_in_a_sentence_with_3(tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.db"
    damaged.write_bytes(b"not a library at all" * 100)
    done = start("--library", str(damaged))
    assert done.returncode == 3
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_an_unknown_topic_is_refused_with_a_near_one(library: Path) -> None:
    done = start("--library", str(library), "--topic", "marlow-syndrom")
    assert done.returncode != 0
    assert "marlow-syndrome" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_an_unknown_code_is_refused(library: Path) -> None:
    done = start("--library", str(library), "--code", "Z99.9")
    assert done.returncode != 0
    assert "Z99.9" in done.stderr


def test_a_topic_and_section_open_at_once(library: Path) -> None:
    done = start_and_look("--library", str(library), "--topic", "marlow-syndrome#signs")
    assert done.stdout.splitlines()[0] == "marlow-syndrome#signs"
    assert done.stderr == ""
    assert done.returncode == 0


def test_a_code_opens_its_page(library: Path) -> None:
    done = start_and_look("--library", str(library), "--code", "G1221")
    assert done.stdout.splitlines()[0] == "marlow-syndrome#"
    assert done.returncode == 0


def test_a_foreign_notebook_is_left_alone_and_the_page_opens(
    library: Path, home: Path
) -> None:
    foreign = home / FILE_NAME
    foreign.write_bytes(b"somebody else's file " * 50)
    done = start_and_look(
        "--library", str(library), "--topic", "marlow-syndrome", wait_for_message=True
    )
    assert done.returncode == 0
    assert "notebook" in done.stdout.splitlines()[1]
    assert foreign.read_bytes() == b"somebody else's file " * 50


def test_a_notebook_locked_by_another_program_does_not_stop_reading(
    library: Path, home: Path
) -> None:
    with Notebook.open(home) as other, other.database.writing():
        done = start_and_look(
            "--library",
            str(library),
            "--topic",
            "marlow-syndrome",
            wait_for_message=True,
        )
    assert done.returncode == 0
    assert "in use" in done.stdout.splitlines()[1]


def test_a_person_may_choose_another_folder_for_the_notebook(
    library: Path, tmp_path: Path, home: Path
) -> None:
    folder = tmp_path / "elsewhere"
    done = start_and_look(
        "--library",
        str(library),
        "--notebook",
        str(folder),
        "--topic",
        "marlow-syndrome",
    )
    assert done.returncode == 0
    assert (folder / FILE_NAME).exists()
    assert not (home / FILE_NAME).exists()


def test_a_start_loads_nothing_that_the_first_page_does_not_need(
    library: Path, home: Path
) -> None:
    done = start_and_look("--library", str(library), "--topic", "marlow-syndrome")
    assert done.stdout.splitlines()[2] == ""
    assert list((home / "logs").iterdir()) == []


def test_a_start_without_a_trace_leaves_none(library: Path, home: Path) -> None:
    done = start_and_look(
        "--library", str(library), "--no-trace", "--topic", "marlow-syndrome"
    )
    assert done.returncode == 0
    assert done.stderr == ""
    assert list(home.iterdir()) == []


def test_a_kiosk_writes_nothing_and_cannot_be_closed(library: Path, home: Path) -> None:
    done = start_and_look(
        "--library",
        str(library),
        "--kiosk",
        "--idle",
        "60",
        "--topic",
        "marlow-syndrome",
    )
    assert done.returncode == 0
    assert done.stdout.splitlines()[-1] == "still open"
    assert list(home.iterdir()) == []
