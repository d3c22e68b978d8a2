"""What a voice can do, whatever system it comes from."""

import threading
from collections.abc import Callable
from typing import Final, Protocol

USUAL_SPEED: Final = 100
"""Speeds are in per cent of a voice's usual one."""


class Utterance:
    """One sentence on its way to a voice; it can be stopped from any thread.

    Attributes:
        text: One line, as `reader.speech.sentences.sayable` makes it.
        speed: In per cent of the usual speed.
    """

    def __init__(self, text: str, speed: int = USUAL_SPEED) -> None:
        self.text = text
        self.speed = speed
        self._lock = threading.Lock()
        self._stopped = False
        self._silence: Callable[[], None] | None = None

    @property
    def stopped(self) -> bool:
        """Whether it is no longer wanted."""
        return self._stopped

    def stop(self) -> None:
        """Silence it now, or keep it from ever being said."""
        with self._lock:
            self._stopped = True
            if self._silence is not None:
                self._silence()

    def begin(self, start: Callable[[], None], silence: Callable[[], None]) -> bool:
        """For the voice: start to say it, unless it was stopped before.

        Args:
            start: Starts to say it, and returns while it is being said.
            silence: Ends that at once; may be called from another thread.

        Returns:
            Whether it was started.
        """
        with self._lock:
            if self._stopped:
                return False
            start()
            self._silence = silence
            return True

    def end(self) -> None:
        """For the voice: it is over; nothing is left to silence."""
        with self._lock:
            self._silence = None


class Voice(Protocol):
    """Says one sentence at a time.

    There is no pause: the tools of the systems have none. Whoever pauses stops the
    sentence and says it again from its beginning.
    """

    def say(self, utterance: Utterance) -> None:
        """Say a sentence; return when it has been said or stopped.

        Raises:
            KnownError: The voice failed.
        """

    def close(self) -> None:
        """Let go of whatever it runs."""
