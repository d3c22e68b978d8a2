"""Some hundred random things done to the window; `make monkey` does ten thousand."""

import gc
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from shiboken6 import Shiboken

from tools.monkey import make_quiet_voice, play, stage
from tools.monkey_witness import Census, Witness, count, growth

SEED, ACTIONS = 7, 400


def test_random_use_leaves_no_complaint_and_nothing_behind(
    qapp: QApplication,
    window_library: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("reader.speech.finding.find_voice", make_quiet_voice)
    before = set(QApplication.topLevelWidgets())
    witness = Witness()
    shown = stage(qapp, window_library, tmp_path)
    with witness.listening(), shown as (windows, library):
        counts = play(windows, library, witness, seed=SEED, actions=ACTIONS)
        remaining = windows.open
    assert "\n\n".join(witness.complaints) == ""
    assert len(witness.diary) == ACTIONS
    assert {census.threads for census in counts} == {1}
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for window in remaining:
        Shiboken.delete(window)
    gc.collect()
    assert set(QApplication.topLevelWidgets()) - before == set()
    names = [thread.name for thread in threading.enumerate()]
    assert [name for name in names if name.startswith("the ")] == []


def test_a_thread_that_comes_twice_is_counted() -> None:
    over = threading.Event()
    threads = [threading.Thread(target=over.wait, name="the twin") for _ in range(2)]
    for thread in threads:
        thread.start()
    found = count()
    over.set()
    for thread in threads:
        thread.join()
    assert found.threads == 2


def test_growth_is_told_between_the_first_third_and_the_last() -> None:
    counts = [Census(100.0 + n, 50, 70, 4) for n in range(30)]
    found = {each.what: each for each in growth(counts)}
    assert found["memory"].is_too_much
    assert not found["widgets"].is_too_much


def test_a_complaint_says_after_what_it_came() -> None:
    witness = Witness()
    witness.diary.extend(["open a page", "close it"])
    witness.complain("QtWarningMsg: something")
    assert "close it" in witness.complaints[0]
