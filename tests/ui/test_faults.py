import gc
import logging
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer, Slot
from pytestqt.qtbot import QtBot

from reader.model.errors import BugError, KnownError, ReaderError
from reader.ui.faults import FaultReporter
from reader.ui.logbook import PRIVATE, RollingHandler, close_logbook, open_logbook
from reader.ui.navigation import Place
from reader.ui.window import MainWindow


class Slots(QObject):
    @Slot()
    def fail(self) -> None:
        raise RuntimeError("boom")

    @Slot()
    def refuse(self) -> None:
        raise KnownError("The printer is off.", "Switch it on.")


@pytest.fixture
def reporter(qapp: object) -> Iterator[FaultReporter]:
    del qapp
    made = FaultReporter()
    made.install()
    yield made
    made.uninstall()


@pytest.fixture
def logbook(tmp_path: Path) -> Iterator[Path]:
    handler = open_logbook(tmp_path)
    yield tmp_path / "evidence-reader.log"
    close_logbook(handler)


def test_a_slot_that_raises_is_logged_in_full_and_the_window_goes_on(
    window: MainWindow,
    reporter: FaultReporter,
    logbook: Path,
    qtbot: QtBot,
    expect_log: Callable[[str], None],
) -> None:
    expect_log("ERROR reader.ui.faults: uncaught exception")
    reporter.happened.connect(window.report)
    slots = Slots(window)
    with qtbot.waitSignal(reporter.happened):
        QTimer.singleShot(0, slots.fail)
    message = window.bar.message
    assert message is not None
    assert "our mistake" in message.text
    assert window.bar.isVisible()
    log = logbook.read_text(encoding="utf-8")
    assert "RuntimeError: boom" in log
    assert "in fail" in log
    window.open_place(Place("marlow-syndrome"))
    assert window.desk.topic is not None


def test_a_known_failure_is_shown_in_its_own_words_and_not_logged(
    window: MainWindow, reporter: FaultReporter, qtbot: QtBot
) -> None:
    reporter.happened.connect(window.report)
    slots = Slots(window)
    with qtbot.waitSignal(reporter.happened):
        QTimer.singleShot(0, slots.refuse)
    message = window.bar.message
    assert message is not None
    assert (message.text, message.advice) == ("The printer is off.", "Switch it on.")


def test_a_thread_that_dies_is_reported(
    reporter: FaultReporter, qtbot: QtBot, expect_log: Callable[[str], None]
) -> None:
    expect_log("uncaught in a thread")
    errors: list[ReaderError] = []
    reporter.happened.connect(errors.append)

    def die() -> None:
        raise RuntimeError("boom")

    with qtbot.waitSignal(reporter.happened):
        threading.Thread(target=die).start()
    assert isinstance(errors[0], BugError)


def test_what_cannot_be_raised_is_reported(
    reporter: FaultReporter, qtbot: QtBot, expect_log: Callable[[str], None]
) -> None:
    expect_log("could not be raised")

    class Grudge:
        def __del__(self) -> None:
            raise RuntimeError("boom")

    with qtbot.waitSignal(reporter.happened):
        Grudge()
        gc.collect()


def test_the_hooks_are_given_back() -> None:
    before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    made = FaultReporter()
    made.install()
    made.uninstall()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before


def search(typed: str) -> None:
    names: dict[str, str] = {}
    try:
        names[typed]
    except KeyError as error:
        raise ValueError(typed) from error


def test_what_was_typed_does_not_reach_the_log(
    logbook: Path, expect_log: Callable[[str], None]
) -> None:
    expect_log("work failed")
    logger = logging.getLogger("reader.ui.tasks")
    typed = "embarrassing words"
    try:
        search(typed)
    except ValueError:
        logger.exception("work failed", extra=PRIVATE)
    log = logbook.read_text(encoding="utf-8")
    assert typed not in log
    assert "ValueError" in log
    assert "KeyError" in log
    assert "test_faults.py" in log


def test_a_full_log_gives_way_to_a_new_one(
    tmp_path: Path, expect_log: Callable[[str], None]
) -> None:
    expect_log("ERROR reader.test: once more")
    path = tmp_path / "reader.log"
    handler = RollingHandler(path, largest=40)
    logger = logging.getLogger("reader.test")
    logger.addHandler(handler)
    for _ in range(5):
        logger.error("once more, with a few words")
    logger.removeHandler(handler)
    handler.close()
    assert path.stat().st_size < 80
    assert path.with_suffix(".log.1").exists()
    assert len(list(tmp_path.iterdir())) == 2
