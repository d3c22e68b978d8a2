"""A voice that is another program, kept on a leash.

The program is started without a shell. It gets what it shall say, a line for each
sentence, through a pipe, answers a line when it has been said, and ends by itself
when the pipe is closed: by us, or by the system when this program has died.
"""

import contextlib
import subprocess
import threading
from collections.abc import Callable, Sequence
from typing import Final

from reader.model.errors import KnownError
from reader.speech.voice import Utterance

SAID: Final = b"0"
"""The answer to a sentence that was said; any other means that it was not."""

_PATIENCE = 2.0  # seconds in which a program has to end when it is told to
# No black window on Windows; other systems know no such flag.
_FLAGS: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)


class ChildVoice:
    """Says sentences through a program that runs for as long as it is needed."""

    def __init__(
        self, command: Sequence[str], line: Callable[[Utterance], bytes]
    ) -> None:
        """Start nothing yet.

        Args:
            command: The program and its arguments, none of them a sentence.
            line: A sentence as a line for the program, without the end of line.
        """
        self._command = tuple(command)
        self._line = line
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None

    def say(self, utterance: Utterance) -> None:
        """Say a sentence; return when it has been said or stopped.

        Raises:
            KnownError: The program cannot be started, or it failed.
        """
        line = self._line(utterance) + b"\n"

        def start() -> None:
            self._send(line)

        if not utterance.begin(start, self._let_go):
            return
        answer = self._answer()
        utterance.end()
        if utterance.stopped:
            self._finish()
        elif answer.strip() != SAID:
            self._finish()
            raise _silent()

    def close(self) -> None:
        """End the program."""
        self._finish()

    def _send(self, line: bytes) -> None:
        if self._child is None:
            self._child = self._start()
        pipe = self._child.stdin
        # Where the program has gone, its missing answer says so.
        if pipe is not None:
            with contextlib.suppress(OSError):
                pipe.write(line)

    def _start(self) -> subprocess.Popen[bytes]:
        try:
            return subprocess.Popen(  # noqa: S603 - no shell, and nothing anyone typed
                self._command,
                bufsize=0,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=_FLAGS,
            )
        except OSError as error:
            raise _silent() from error

    def _answer(self) -> bytes:
        child = self._child
        if child is None or child.stdout is None:
            return b""
        answer = b""
        while not answer.endswith(b"\n"):
            part = child.stdout.read(64)
            if not part:
                return b""
            answer += part
        return answer

    def _let_go(self) -> None:
        """Close the pipe, which is the sign to stop at once."""
        with self._lock:
            child = self._child
            if child is not None and child.stdin is not None:
                child.stdin.close()

    def _finish(self) -> None:
        """End the program, with force where it does not go by itself."""
        self._let_go()
        child, self._child = self._child, None
        if child is None:
            return
        try:
            child.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
        if child.stdout is not None:
            child.stdout.close()


def _silent() -> KnownError:
    return KnownError(
        "This computer's voice does not speak.",
        "Check the sound and the speech settings of the computer, then try again.",
    )
