"""Holds a speaking tool, and ends it when the program that wanted it is gone.

This is a program of its own: ``python -I -S leash.py``. It loads nothing but
Python, so that it is there in an instant. Each line that it reads is a JSON value:
``text``, the words, and ``tools``, of which the first that works says them. Of each
tool ``say`` is the command that gets the words on its standard input, and ``hush``
one that is run where that was cut short, or an empty list. It answers each line with
the exit code. When its input ends while a tool speaks, the tool is killed: the tools
themselves would talk on to the end of the sentence, and some systems cannot tie a
child's life to that of its parent.
"""

import contextlib
import json
import os
import select
import signal
import subprocess
import sys
from types import FrameType

_STDIN, _STDOUT = 0, 1
_TICK = 0.02  # seconds; how soon the end of a sentence is noticed
_FAILED = 127


def main() -> None:
    """Say what comes, until nothing more can come."""
    for name in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(name, _leave)
    while line := _read_line():
        order = json.loads(line)
        code = _FAILED
        for tool in order["tools"]:
            code = _say(tool["say"], tool["hush"], order["text"])
            if not code:
                break
        os.write(_STDOUT, f"{code}\n".encode())


def _leave(number: int, frame: FrameType | None) -> None:
    del number, frame
    sys.exit()


def _read_line() -> bytes:
    line = b""
    while not line.endswith(b"\n"):
        part = os.read(_STDIN, 65536)
        if not part:
            return b""
        line += part
    return line


def _say(command: list[str], hush: list[str], text: str) -> int:
    try:
        tool = subprocess.Popen(  # noqa: S603 - no shell; our own program names it
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    except OSError:
        return _FAILED
    try:
        _hand_over(tool, text)
        while tool.poll() is None:
            # Nothing is sent while a sentence is said: this is the end of the input.
            if select.select([_STDIN], [], [], _TICK)[0]:
                sys.exit()
        return tool.returncode
    finally:
        if tool.poll() is None:
            _silence(tool, hush)


def _hand_over(tool: subprocess.Popen[bytes], text: str) -> None:
    if tool.stdin is not None:
        with contextlib.suppress(BrokenPipeError), tool.stdin:
            tool.stdin.write(f"{text}\n".encode())


def _silence(tool: subprocess.Popen[bytes], hush: list[str]) -> None:
    tool.kill()
    tool.wait()
    if hush:
        with contextlib.suppress(OSError):
            subprocess.run(hush, check=False)  # noqa: S603 - the same tool again


if __name__ == "__main__":
    main()
