"""Notices that nobody has touched anything for a while."""

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QObject, Signal, Slot

_LONGEST_WARNING = 15  # seconds


class IdleWatch(QObject):
    """Counts the time without input; whoever has a clock and a timer drives it.

    It begins at the first touch, and after the time is over with the next one:
    where nobody has done anything there is nothing to put back.
    """

    warned = Signal(int)  # whole seconds left; each number once
    resumed = Signal()  # somebody is there after all
    expired = Signal()

    def __init__(
        self, seconds: float, clock: Callable[[], float], parent: QObject
    ) -> None:
        """Watch for so long.

        Args:
            seconds: The time without input, the warning included.
            clock: Tells the seconds, from whatever beginning.
            parent: The owner.
        """
        super().__init__(parent)
        self._seconds = seconds
        self._warning = min(_LONGEST_WARNING, seconds / 2)
        self._clock = clock
        self._last: float | None = None
        self._said = 0

    @property
    def is_warning(self) -> bool:
        """Whether the last seconds are being counted."""
        return self._said > 0

    def touch(self) -> None:
        """Somebody is there."""
        self._last = self._clock()
        if self._said:
            self._said = 0
            self.resumed.emit()

    @Slot()
    def tick(self) -> None:
        """See how much time is left."""
        if self._last is None:
            return
        left = self._last + self._seconds - self._clock()
        if left <= 0:
            self._last = None
            self._said = 0
            self.expired.emit()
        elif left <= self._warning and ceil(left) != self._said:
            self._said = ceil(left)
            self.warned.emit(self._said)
