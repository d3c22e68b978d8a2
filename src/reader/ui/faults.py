"""Nothing fails unseen: whatever nobody caught is logged and put into a sentence."""

import logging
import sys
import threading
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from reader.model.errors import BugError, KnownError

LOGGER = logging.getLogger(__name__)


class FaultReporter(QObject):
    """Takes the place of Python's hooks for uncaught exceptions.

    Qt goes on after a slot has raised, so the person must be told; a KnownError
    that reaches this far is shown in its own words and is no mistake of ours.
    """

    happened = Signal(object)  # ReaderError; on the thread of the window

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hooks = (sys.excepthook, threading.excepthook, sys.unraisablehook)

    def install(self) -> None:
        """Take over the hooks."""
        self._hooks = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        sys.unraisablehook = self._on_unraisable

    def uninstall(self) -> None:
        """Give the hooks back."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._hooks

    def _on_exception(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._hooks[0](kind, error, trace)
            return
        self._report(error, trace, "uncaught exception")

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._report(args.exc_value, args.exc_traceback, "uncaught in a thread")

    def _on_unraisable(self, unraisable: "sys.UnraisableHookArgs") -> None:
        if unraisable.exc_value is not None:
            trace = unraisable.exc_traceback
            self._report(unraisable.exc_value, trace, "could not be raised")

    def _report(
        self, error: BaseException, trace: TracebackType | None, what: str
    ) -> None:
        if isinstance(error, KnownError):
            self.happened.emit(error)
            return
        LOGGER.error(what, exc_info=(type(error), error, trace))
        self.happened.emit(BugError(what))
