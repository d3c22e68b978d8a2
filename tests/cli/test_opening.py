"""What a desktop hands over: links to pages, files of what a person keeps."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader.cli.commands import reader
from reader.cli.opening import Opening, as_option, read_opening
from reader.model.errors import UnreadableError

LIMIT_SECONDS = 60


@pytest.mark.parametrize(
    ("link", "topic", "section"),
    [
        ("evidence-reader:heart-failure", "heart-failure", ""),
        ("evidence-reader:heart-failure#red-flags", "heart-failure", "red-flags"),
        ("evidence-reader://heart-failure#red-flags", "heart-failure", "red-flags"),
        ("evidence-reader:///heart-failure/", "heart-failure", ""),
        ("Evidence-Reader:type-2-diabetes", "type-2-diabetes", ""),
    ],
)
def test_a_link_leads_to_a_page(link: str, topic: str, section: str) -> None:
    assert read_opening(link) == Opening(topic, section)


@pytest.mark.parametrize(
    "link",
    [
        "evidence-reader:",
        "evidence-reader:///",
        "evidence-reader:--kiosk",
        "evidence-reader:-x",
        "evidence-reader:../../etc/passwd",
        "evidence-reader:/etc/passwd",
        "evidence-reader:heart failure",
        "evidence-reader:heart%2Dfailure",
        "evidence-reader:heart-failure?library=/tmp/x.db",
        "evidence-reader:heart-failure#red-flags#more",
        "evidence-reader:heart-failure\n",
        "evidence-reader:heart-failure\0",
        "evidence-reader:<script>",
        "evidence-reader:Ärger",
        "evidence-reader:a@b:80",
        "evidence-reader:" + "a" * 100_000,
    ],
)
def test_a_link_to_anything_else_is_refused(link: str) -> None:
    with pytest.raises(UnreadableError, match="does not lead to a page") as refused:
        read_opening(link)
    assert len(str(refused.value)) < 200


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("/home/me/mine.evidence-notebook", "/home/me/mine.evidence-notebook"),
        ("mine.EVIDENCE-NOTEBOOK", "mine.EVIDENCE-NOTEBOOK"),
        ("file:///home/me/my%20own.evidence-notebook", "/home/me/my own."),
        ("file://localhost/home/me/a.evidence-notebook", "/home/me/a."),
        ("file:///C:/Users/me/a.evidence-notebook", "C:/Users/me/a."),
    ],
)
def test_a_file_of_what_a_person_keeps_is_opened(name: str, path: str) -> None:
    suffix = "evidence-notebook" if path.endswith(".") else ""
    assert read_opening(name) == Opening(file=Path(path + suffix))


@pytest.mark.parametrize(
    "name",
    [
        "file:///etc/passwd",
        "file://elsewhere/share/a.evidence-notebook",
        "file:///a.evidence-notebook?x=1",
        "file://[/a.evidence-notebook",
        "/home/me/bookmarks.json",
        "https://example.org/a",
        "a\0.evidence-notebook",
        "",
    ],
)
def test_any_other_file_is_refused(name: str) -> None:
    with pytest.raises(UnreadableError, match="not a file that Evidence Reader"):
        read_opening(name)


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--topic", "heart-failure"],
        ["search", "evidence-reader:heart-failure"],
        ["show", "file:heart"],
        ["--open", "evidence-reader:heart-failure"],
    ],
)
def test_what_was_typed_stays_as_it_is(arguments: list[str]) -> None:
    assert as_option(arguments, reader.commands) == arguments


@pytest.mark.parametrize(
    "last", ["evidence-reader:x", "file:///x", "x.evidence-notebook"]
)
def test_what_the_desktop_puts_last_is_opened(last: str) -> None:
    assert as_option([last], reader.commands) == ["--open", last]
    given = ["--no-trace", last]
    assert as_option(given, reader.commands) == ["--no-trace", "--open", last]


def start(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "reader", *words],
        capture_output=True,
        text=True,
        timeout=LIMIT_SECONDS,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (["evidence-reader:../x"], 3, "does not lead to a page"),
        (["file:///etc/passwd"], 3, "not a file that Evidence Reader can open"),
        (["evidence-reader:no-such-page-at-all"], 1, "no-such-page-at-all"),
        (["--kiosk", "a.evidence-notebook"], 2, "A kiosk opens no files"),
    ],
)
def test_the_program_refuses_in_one_sentence(
    words: list[str], code: int, sentence: str
) -> None:
    done = start(*words)
    assert done.returncode == code, done.stderr
    assert sentence in done.stderr
    assert done.stderr.count("\n") == 1
