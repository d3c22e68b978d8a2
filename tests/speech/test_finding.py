"""Which voice is taken on which system, and what its tool is told."""

import base64
import json
import subprocess
import sys
from pathlib import Path

import pytest

from reader.model.errors import NotFoundError
from reader.notebook.settings import READING_SPEEDS
from reader.speech.child import ChildVoice
from reader.speech.finding import (
    find_tools,
    find_voice,
    leash_command,
    windows_line,
)
from reader.speech.voice import Utterance

NOTHING: dict[str, str] = {}


def everything(name: str) -> str | None:
    return f"/usr/bin/{name}"


@pytest.mark.parametrize("platform", ["linux", "darwin", "freebsd14"])
def test_a_computer_without_a_tool_has_no_voice(platform: str) -> None:
    with pytest.raises(NotFoundError, match="no voice"):
        find_voice(platform, NOTHING.get)


def test_a_computer_with_tools_has_a_voice_that_is_not_started_yet() -> None:
    voice = find_voice("linux", everything)
    assert isinstance(voice, ChildVoice)
    assert voice._child is None


@pytest.mark.parametrize(
    ("platform", "names"),
    [("linux", ["spd-say", "espeak-ng", "espeak"]), ("darwin", ["say"])],
)
def test_the_best_tool_comes_first(platform: str, names: list[str]) -> None:
    found = find_tools(platform, everything)
    assert [Path(tool.command[0]).name for tool in found] == names


def test_windows_speaks_through_its_own_powershell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SYSTEMROOT", str(tmp_path))
    with pytest.raises(NotFoundError):
        find_voice("win32", everything)
    program = tmp_path / "System32" / "WindowsPowerShell" / "v1.0" / "powershell.exe"
    program.parent.mkdir(parents=True)
    program.touch()
    voice = find_voice("win32", NOTHING.get)
    assert isinstance(voice, ChildVoice)
    assert voice._command[0] == str(program)
    # What stands between double quotes on a command line of Windows.
    assert '"' not in voice._command[-1]
    assert subprocess.list2cmdline(voice._command).count("\n") == 0


@pytest.mark.parametrize(
    ("speed", "rate"), [(50, b"-6"), (100, b"0"), (200, b"6"), (900, b"10")]
)
def test_windows_gets_its_own_rate_and_words_that_no_line_end_can_break(
    speed: int, rate: bytes
) -> None:
    number, words = windows_line(Utterance("Café.", speed)).split(b" ")
    assert number == rate
    assert base64.b64decode(words).decode() == "Café."


@pytest.mark.parametrize("platform", ["linux", "darwin"])
def test_every_speed_is_another_one_for_the_tool(platform: str) -> None:
    for tool in find_tools(platform, everything):
        rates = [int(tool.speed(speed)[-1]) for speed in READING_SPEEDS]
        assert rates == sorted(set(rates))


def test_the_words_are_no_argument_of_any_tool() -> None:
    voice = find_voice("linux", everything)
    assert isinstance(voice, ChildVoice)
    order = json.loads(voice._line(Utterance("Good morning.", 125)))
    assert order["text"] == "Good morning."
    for tool in order["tools"]:
        assert "Good morning." not in [*tool["say"], *tool["hush"]]


def test_a_packed_program_is_its_own_leash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/evidence-reader")
    assert leash_command() == ("/opt/evidence-reader", "--speech-leash")


def test_the_program_is_the_leash_when_it_is_told_to() -> None:
    order = {"tools": [{"say": ["/bin/cat"], "hush": []}], "text": "Good morning."}
    command = [sys.executable, "-m", "reader", "--speech-leash"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, bufsize=0) as leash:
        assert leash.stdin is not None
        assert leash.stdout is not None
        leash.stdin.write(f"{json.dumps(order)}\n".encode())
        assert leash.stdout.readline() == b"0\n"
        leash.stdin.close()
        assert leash.wait() == 0
