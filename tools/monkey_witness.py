"""What a monkey leaves behind: complaints, and how much there is of everything."""

import ctypes
import gc
import logging
import os
import sys
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields
from pathlib import Path
from statistics import mean
from types import TracebackType

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QPixmapCache
from PySide6.QtWidgets import QApplication

HARMLESS = "This plugin does not support"
"""What the offscreen platform says, which has no screen to raise a window on."""
MOST_GROWTH = 0.10
_ARENA_MAX = -8  # of malloc.h
_WARM_UP = 0.3
"""Of the counts: by then what is loaded once is loaded, every text size has had its
letters drawn, and Typst keeps as many handouts as it ever does."""


class Witness:
    """Hears every complaint, and knows after which of the things done it came."""

    def __init__(self) -> None:
        self.diary: list[str] = []
        self.complaints: list[str] = []

    def complain(self, what: str) -> None:
        """Keep a complaint with what was done before it."""
        done = "\n    ".join(self.diary[-8:])
        self.complaints.append(
            f"{what}\n  after {len(self.diary)} actions, the last:\n    {done}"
        )

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Take over the hooks of Python, of Qt and of the log."""
        hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        sys.unraisablehook = self._on_unraisable
        before = qInstallMessageHandler(self._on_message)
        ear = _Ear(self)
        logging.getLogger().addHandler(ear)
        try:
            yield
        finally:
            logging.getLogger().removeHandler(ear)
            qInstallMessageHandler(before)
            sys.excepthook, threading.excepthook, sys.unraisablehook = hooks

    def _on_exception(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        self.complain(_words(kind, error, trace))

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        self.complain(_words(args.exc_type, args.exc_value, args.exc_traceback))

    def _on_unraisable(self, args: "sys.UnraisableHookArgs") -> None:
        self.complain(_words(args.exc_type, args.exc_value, args.exc_traceback))

    def _on_message(
        self, kind: QtMsgType, _context: QMessageLogContext, message: str
    ) -> None:
        quiet = kind in {QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg}
        if not (quiet or message.startswith(HARMLESS)):
            self.complain(f"{kind.name}: {message}")


class _Ear(logging.Handler):
    def __init__(self, witness: Witness) -> None:
        super().__init__(logging.WARNING)
        self._witness = witness

    def emit(self, record: logging.LogRecord) -> None:
        self._witness.complain(f"{record.name}: {self.format(record)}")


def _words(
    kind: type[BaseException],
    error: BaseException | None,
    trace: TracebackType | None,
) -> str:
    places = []
    while trace is not None:
        code = trace.tb_frame.f_code
        places.append(f"{Path(code.co_filename).name}:{trace.tb_lineno}")
        trace = trace.tb_next
    return f"{kind.__name__}: {error} at {' > '.join(places)}"


@dataclass(frozen=True)
class Census:
    """How much there is, counted when the window is at rest.

    Attributes:
        memory: Resident, in MiB.
        widgets: All of Qt's.
        objects: QObjects that Python knows of.
        threads: Of one name, the most there are. A worker begins its thread when it
            is first wanted, so how many there are in all says little.
    """

    memory: float
    widgets: float
    objects: float
    threads: float


def count() -> Census:
    """Count, once what is not used any more has been thrown away.

    Qt's cache of pictures is emptied: it fills up to the 10 MB that it may have.
    """
    gc.collect()
    QPixmapCache.clear()
    _give_back()
    return Census(
        memory=_resident(),
        widgets=len(QApplication.allWidgets()),
        objects=sum(issubclass(type(each), QObject) for each in gc.get_objects()),
        threads=_most_of_a_name(),
    )


def keep_one_heap() -> None:
    """Have all threads share one heap, before any is started.

    The C library gives each thread one of its own, and what Typst and SQLite leave in
    them as holes looks like a leak: 15 % in ten thousand actions, against 5 to 8.
    """
    option = getattr(ctypes.CDLL(None), "mallopt", None)
    if option is not None:
        option(_ARENA_MAX, 1)


def _most_of_a_name() -> int:
    names = Counter(thread.name for thread in threading.enumerate())
    return max(names.values())


def _give_back() -> None:
    """Have the C library give back what is free, or holes would be counted, too."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)


def _resident() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


@dataclass(frozen=True)
class Growth:
    """How much more there is of something in the last third than in the first."""

    what: str
    first: float
    last: float

    @property
    def is_too_much(self) -> bool:
        """Whether it is more than a warm program may grow."""
        return self.last > self.first * (1 + MOST_GROWTH)

    def __str__(self) -> str:
        more = 100 * (self.last / self.first - 1)
        verdict = "too much" if self.is_too_much else "within"
        return (
            f"{self.what:9} {self.first:9.1f} {self.last:9.1f} {more:+6.1f} % {verdict}"
        )


def growth(counts: Sequence[Census]) -> list[Growth]:
    """Compare the first third of the counts with the last, the warm-up left out."""
    warm = counts[round(len(counts) * _WARM_UP) :]
    third = max(1, len(warm) // 3)
    return [
        Growth(
            each.name,
            mean(getattr(census, each.name) for census in warm[:third]),
            mean(getattr(census, each.name) for census in warm[-third:]),
        )
        for each in fields(Census)
    ]
