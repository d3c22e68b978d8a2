"""A voice that is another program: what it is given, and that it never stays.

The tool is a stub. It opens a named pipe, which closes when the stub is gone, so that
reading the pipe to its end is to wait for that, however long it takes.
"""

import os
import signal
import stat
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path

import pytest

from reader.model.errors import KnownError
from reader.speech.child import ChildVoice
from reader.speech.finding import Tool, on_leash
from reader.speech.voice import Utterance, Voice

# Says who it is, then talks for ever.
ENDLESS = """
import os, signal, sys
words = sys.stdin.buffer.read()
pipe = os.open(sys.argv[1], os.O_WRONLY)
os.write(pipe, b"%d %s\\n" % (os.getpid(), words.strip()))
signal.pause()
"""
# Adds what it is told to a file: how it was called, and what it was given.
BRIEF = """
import sys
with open(sys.argv[1], "a") as file:
    print(sys.argv[2:], sys.stdin.read().strip(), file=file)
"""
FAILING = "raise SystemExit(3)"
# Another reader, to be killed while it speaks.
READER = """
import sys
from reader.speech.finding import Tool, on_leash
from reader.speech.voice import Utterance
tool = Tool(tuple(sys.argv[1:]), lambda speed: ())
on_leash([tool]).say(Utterance("Good morning."))
"""


def no_speed(speed: int) -> tuple[str, ...]:
    del speed
    return ()


def as_it_is(speed: int) -> tuple[str, ...]:
    return ("--speed", str(speed))


@dataclass(frozen=True)
class Stage:
    """Where the stubs are kept, and what they write to."""

    folder: Path

    @property
    def pipe(self) -> Path:
        return self.folder / "pipe"

    @property
    def log(self) -> Path:
        return self.folder / "log"

    def command(self, program: str, *arguments: str) -> tuple[str, ...]:
        path = self.folder / f"stub-{len([*self.folder.iterdir()])}"
        path.write_text(f"#!{sys.executable}\n{program}", "utf-8")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        return (str(path), *arguments)

    def endless(self) -> tuple[str, ...]:
        return self.command(ENDLESS, str(self.pipe))

    def brief(self, *arguments: str) -> tuple[str, ...]:
        return self.command(BRIEF, str(self.log), *arguments)

    def lines(self) -> list[str]:
        return self.log.read_text("utf-8").splitlines()


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    made = Stage(tmp_path)
    os.mkfifo(made.pipe)
    return made


def in_background(voice: Voice, utterance: Utterance) -> threading.Thread:
    thread = threading.Thread(target=voice.say, args=(utterance,))
    thread.start()
    return thread


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_sentences_are_handed_over_by_pipe_and_not_as_arguments(stage: Stage) -> None:
    voice = on_leash([Tool(stage.brief(), as_it_is)])
    voice.say(Utterance("Café — good.", 150))
    voice.say(Utterance("And on.", 75))
    voice.close()
    assert stage.lines() == [
        "['--speed', '150'] Café — good.",
        "['--speed', '75'] And on.",
    ]


def test_stopping_ends_the_tool_at_once(stage: Stage) -> None:
    hush = stage.brief("hush")
    voice = on_leash([Tool(stage.endless(), no_speed, hush)])
    utterance = Utterance("Good morning.")
    speaking = in_background(voice, utterance)
    with stage.pipe.open("rb") as pipe:
        pid, words = pipe.readline().split(b" ", 1)
        assert words == b"Good morning.\n"
        utterance.stop()
        assert pipe.read() == b""
    speaking.join()
    assert not is_running(int(pid))
    assert stage.lines() == ["['hush'] "]


def test_a_voice_that_was_stopped_speaks_again(stage: Stage) -> None:
    tools = [Tool(stage.command(FAILING), no_speed), Tool(stage.brief(), no_speed)]
    endless = on_leash([Tool(stage.endless(), no_speed)])
    utterance = Utterance("Good morning.")
    speaking = in_background(endless, utterance)
    with stage.pipe.open("rb") as pipe:
        pipe.readline()
        utterance.stop()
        speaking.join()
    again = Utterance("Once more.")
    speaking = in_background(endless, again)
    with stage.pipe.open("rb") as pipe:
        assert pipe.readline().endswith(b" Once more.\n")
        again.stop()
        speaking.join()
    # Where the best tool fails, the next one says it.
    voice = on_leash(tools)
    voice.say(Utterance("Hello."))
    voice.close()
    assert stage.lines() == ["[] Hello."]


def test_what_was_stopped_before_its_turn_is_never_said(stage: Stage) -> None:
    voice = on_leash([Tool(stage.brief(), no_speed)])
    utterance = Utterance("Good morning.")
    utterance.stop()
    voice.say(utterance)
    voice.close()
    assert not stage.log.exists()


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_nothing_talks_on_when_the_reader_has_died(
    stage: Stage, end: signal.Signals
) -> None:
    reader = subprocess.Popen(
        [sys.executable, "-c", READER, *stage.endless()], stderr=subprocess.DEVNULL
    )
    with stage.pipe.open("rb") as pipe:
        assert pipe.readline().endswith(b" Good morning.\n")
        reader.send_signal(end)
        assert pipe.read() == b""
    reader.wait()


def test_nothing_talks_on_when_the_leash_is_ended(stage: Stage) -> None:
    voice = on_leash([Tool(stage.endless(), no_speed)])
    assert isinstance(voice, ChildVoice)
    failures: list[KnownError] = []

    def say() -> None:
        try:
            voice.say(Utterance("Good morning."))
        except KnownError as error:
            failures.append(error)

    thread = threading.Thread(target=say)
    thread.start()
    with stage.pipe.open("rb") as pipe:
        pipe.readline()
        assert voice._child is not None
        voice._child.terminate()
        assert pipe.read() == b""
    thread.join()
    assert len(failures) == 1


@pytest.mark.parametrize("missing", [False, True])
def test_a_tool_that_fails_is_said_in_words(stage: Stage, *, missing: bool) -> None:
    command = ("/nowhere/say",) if missing else stage.command(FAILING)
    voice = on_leash([Tool(command, no_speed)])
    with pytest.raises(KnownError, match="voice does not speak"):
        voice.say(Utterance("Good morning."))
    voice.close()


def test_a_program_that_cannot_be_started_is_said_in_words() -> None:
    voice = ChildVoice(("/nowhere/say",), lambda utterance: utterance.text.encode())
    with pytest.raises(KnownError, match="voice does not speak"):
        voice.say(Utterance("Good morning."))
    voice.close()
