"""The log file: what went wrong with us, and nothing of what a person read."""

import logging
import traceback
from contextlib import suppress
from pathlib import Path
from types import TracebackType

PRIVATE = {"private": True}
"""For `extra`: the exception's own words may hold what a person typed."""

_FILE = "evidence-reader.log"
_LARGEST = 500_000  # bytes
_ROOT = "reader"

_ExcInfo = (
    tuple[type[BaseException], BaseException, TracebackType | None]
    | tuple[None, None, None]
)


class PrivateFormatter(logging.Formatter):
    """Formats a record; leaves the words out of an exception marked private."""

    def format(self, record: logging.LogRecord) -> str:
        """Format without the cache, which another formatter may have filled."""
        cached, record.exc_text = record.exc_text, None
        self._private = bool(getattr(record, "private", False))
        text = super().format(record)
        record.exc_text = cached
        return text

    def formatException(self, ei: _ExcInfo) -> str:
        """Where it happened and of what kind it was; in full unless private."""
        if not self._private:
            return super().formatException(ei)
        lines: list[str] = []
        error = ei[1]
        while error is not None:
            stack = "".join(traceback.format_tb(error.__traceback__))
            lines.append(f"{stack}{type(error).__qualname__}")
            error = error.__cause__ or error.__context__
        return "\n".join(lines)


class RollingHandler(logging.FileHandler):
    """Starts a new file when one is full, and keeps the one before.

    The standard library has such a handler, in a module that loads the network.
    """

    def __init__(self, path: Path, largest: int) -> None:
        super().__init__(path, encoding="utf-8", delay=True)
        self._path = path
        self._largest = largest

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record, into a new file if the present one is full."""
        if self._path.exists() and self._path.stat().st_size >= self._largest:
            self.close()
            # Windows moves no file that another window has open: then it grows on.
            with suppress(OSError):
                self._path.replace(self._path.with_suffix(".log.1"))
        super().emit(record)


def open_logbook(folder: Path) -> logging.Handler:
    """Start to log warnings and worse to a file in this folder."""
    return _begin(RollingHandler(folder / _FILE, _LARGEST))


def _begin(handler: logging.Handler) -> logging.Handler:
    shape = "%(asctime)s %(levelname)s %(name)s: %(message)s"
    handler.setFormatter(PrivateFormatter(shape))
    handler.setLevel(logging.WARNING)
    logging.getLogger(_ROOT).addHandler(handler)
    return handler


def log_to_terminal() -> logging.Handler:
    """Start to log warnings and worse to standard error, and to no file."""
    handler = logging.StreamHandler()
    return _begin(handler)


def close_logbook(handler: logging.Handler) -> None:
    """Stop what `open_logbook` started."""
    logging.getLogger(_ROOT).removeHandler(handler)
    handler.close()
