"""Work away from the window: one thread, its own file, the newest answer wins.

The thread is a plain Python thread. It opens its own library or notebook, since a
connection belongs to one thread. A question is a callable that gets what the
thread opened and returns one frozen value; the value comes back to the thread of
the window by one queued signal. Nothing else crosses.
"""

import logging
import threading
from collections.abc import Callable
from itertools import count
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from reader.model.errors import BugError, KnownError, ReaderError
from reader.model.frozen import dataclass
from reader.ui.logbook import PRIVATE

LOGGER = logging.getLogger(__name__)


class Closable(Protocol):
    """What a worker opens for itself, such as a library."""

    def close(self) -> None:
        """Let go of the file."""


Opened = TypeVar("Opened", bound=Closable)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of one question.

    Attributes:
        lane: The lane it was asked in; "" for a job that was run.
        number: The number that asking returned.
        value: What the question returned; None when it failed.
        error: Why it failed: a KnownError to show, or a BugError, already logged.
    """

    lane: str
    number: int
    value: object = None
    error: ReaderError | None = None


@dataclass(frozen=True, slots=True)
class _Request(Generic[Opened]):
    lane: str
    number: int
    question: Callable[[Opened], object]


class Worker(QObject, Generic[Opened]):
    """Answers questions on one thread of its own.

    In a lane only the newest question matters: an older one that still waits is
    never asked, and one that was already under way is not reported. A job has no
    lane; it is always done unless it is cancelled.

    Whoever makes a worker closes it; `close` returns when the thread has ended.
    """

    answered = Signal(object)  # Answer
    _arrived = Signal(object)  # Answer

    def __init__(self, opener: Callable[[], Opened], name: str) -> None:
        super().__init__()
        self._opener = opener
        self._name = name
        self._numbers = count(1)
        self._wake = threading.Condition()
        self._waiting: list[_Request[Opened]] = []
        self._newest: dict[str, int] = {}
        self._jobs: set[int] = set()
        self._closing = False
        self._stale = False
        self._thread: threading.Thread | None = None
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)

    def ask(self, lane: str, question: Callable[[Opened], object]) -> int:
        """Put a question in a lane and forget what was asked there before."""
        number = next(self._numbers)
        self._newest[lane] = number
        with self._wake:
            self._waiting = [r for r in self._waiting if r.lane != lane]
        self._enqueue(_Request(lane, number, question))
        return number

    def run(self, job: Callable[[Opened], object]) -> int:
        """Do a job after what already waits; its answer bears no lane."""
        number = next(self._numbers)
        self._jobs.add(number)
        self._enqueue(_Request("", number, job))
        return number

    def forget(self, lane: str) -> None:
        """Want no answer from this lane until it is asked again."""
        self._newest[lane] = next(self._numbers)
        with self._wake:
            self._waiting = [r for r in self._waiting if r.lane != lane]

    def cancel(self, number: int) -> None:
        """Drop a job; if it is under way its answer will not be reported."""
        with self._wake:
            self._waiting = [r for r in self._waiting if r.number != number]
        self._jobs.discard(number)

    def reopen(self, opener: Callable[[], Opened]) -> None:
        """Close what is open and open another thing, before whatever still waits."""
        with self._wake:
            self._opener = opener
            self._stale = True

    def close(self) -> None:
        """Drop the questions that wait, finish the jobs, end the thread."""
        with self._wake:
            self._closing = True
            self._waiting = [r for r in self._waiting if not r.lane]
            self._wake.notify()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _enqueue(self, request: _Request[Opened]) -> None:
        if self._closing:
            return
        with self._wake:
            self._waiting.append(request)
            self._wake.notify()
        if self._thread is None:
            # A daemon, so that a crash of the window cannot leave a process behind.
            self._thread = threading.Thread(
                target=self._serve, name=self._name, daemon=True
            )
            self._thread.start()

    def _serve(self) -> None:
        opened: Opened | None = None
        while (request := self._next()) is not None:
            try:
                if opened is not None and self._must_reopen():
                    former, opened = opened, None
                    former.close()
                if opened is None:
                    opened = self._opener()
                value = request.question(opened)
                answer = Answer(request.lane, request.number, value)
            except KnownError as error:
                answer = Answer(request.lane, request.number, error=error)
            except BaseException:  # as a panic of Typst, which is Rust, is one
                # What failed may have had a person's words in hand: see logbook.
                LOGGER.exception("work on %s failed", self._name, extra=PRIVATE)
                bug = BugError("work away from the window failed")
                answer = Answer(request.lane, request.number, error=bug)
            self._arrived.emit(answer)
        if opened is not None:
            opened.close()

    def _must_reopen(self) -> bool:
        with self._wake:
            stale, self._stale = self._stale, False
        return stale

    def _next(self) -> _Request[Opened] | None:
        with self._wake:
            while not self._waiting and not self._closing:
                self._wake.wait()
            return self._waiting.pop(0) if self._waiting else None

    @Slot(object)
    def _on_arrived(self, answer: Answer) -> None:
        if answer.lane:
            wanted = answer.number == self._newest[answer.lane]
        else:
            wanted = answer.number in self._jobs
            self._jobs.discard(answer.number)
        if wanted and not self._closing:
            self.answered.emit(answer)
