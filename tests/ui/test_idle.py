"""Time without input, told by a clock that the test sets."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from reader.ui.idle import IdleWatch


@dataclass
class Clock:
    now: float = 0.0

    def __call__(self) -> float:
        return self.now


class Heard(QObject):
    """A watch, and all that it said."""

    def __init__(self, seconds: float) -> None:
        super().__init__()
        self.clock = Clock()
        self.watch = IdleWatch(seconds, self.clock, self)
        self.said: list[object] = []
        self.watch.warned.connect(self.said.append)
        self.watch.resumed.connect(self._on_resumed)
        self.watch.expired.connect(self._on_expired)

    def _on_resumed(self) -> None:
        self.said.append("resumed")

    def _on_expired(self) -> None:
        self.said.append("expired")

    def at(self, seconds: float) -> None:
        self.clock.now = seconds
        self.watch.tick()


@pytest.fixture
def heard(qapp: QApplication) -> Heard:
    assert qapp is not None
    return Heard(180)


def test_the_last_fifteen_seconds_are_counted_once_each(heard: Heard) -> None:
    heard.watch.touch()
    for tenth in range(1900):
        heard.at(tenth / 10)
    assert heard.said == [*range(15, 0, -1), "expired"]


def test_a_touch_stops_the_count_and_starts_the_time_anew(heard: Heard) -> None:
    heard.watch.touch()
    heard.at(170)
    heard.watch.touch()
    assert not heard.watch.is_warning
    heard.at(340)
    assert heard.said == [10, "resumed", 10]


def test_it_is_over_once_until_somebody_comes(heard: Heard) -> None:
    heard.at(1000)
    assert heard.said == []
    heard.watch.touch()
    heard.at(2000)
    heard.at(3000)
    heard.watch.touch()
    heard.at(4000)
    assert heard.said == ["expired", "expired"]


def test_a_short_time_is_counted_by_half(qapp: QApplication) -> None:
    assert qapp is not None
    heard = Heard(6)
    heard.watch.touch()
    for second in range(8):
        heard.at(second)
    assert heard.said == [3, 2, 1, "expired"]
