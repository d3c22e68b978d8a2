"""A voice that speaks until a test says that the sentence is over."""

import threading
from typing import TYPE_CHECKING

from reader.speech.voice import Utterance

if TYPE_CHECKING:
    from reader.model.errors import KnownError


class FakeVoice:
    """Remembers what it was asked to say; `finish` ends the sentence under way."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.speeds: list[int] = []
        self.error: KnownError | None = None
        self.closed = False
        self._over = threading.Event()

    def find(self) -> "FakeVoice":
        return self

    def say(self, utterance: Utterance) -> None:
        def start() -> None:
            self._over.clear()
            self.speeds.append(utterance.speed)
            self.said.append(utterance.text)

        if not utterance.begin(start, self._over.set):
            return
        self._over.wait()
        utterance.end()
        if self.error is not None and not utterance.stopped:
            raise self.error

    def finish(self) -> None:
        self._over.set()

    def close(self) -> None:
        self.closed = True
