"""What is wrong with the file of a clinic, for whoever can mend it."""

from collections.abc import Sequence
from typing import NamedTuple

from reader.model.errors import UnreadableError

_MOST = 8  # faults that are told; the rest is counted


class ClinicFault(NamedTuple):
    """One thing that is wrong.

    Attributes:
        line: Counted from 1; 0 where it belongs to no line.
        words: A sentence that begins with the key, where there is one.
    """

    line: int
    words: str


class ClinicError(UnreadableError):
    """A profile is refused as a whole, with everything that is wrong in it."""

    def __init__(self, name: str, faults: Sequence[ClinicFault]) -> None:
        """Say it.

        Args:
            name: The name of the file.
            faults: At least one.
        """
        self.faults = tuple(sorted(faults))
        super().__init__(_message(name, self.faults), "Nothing of it was used.")


def _message(name: str, faults: tuple[ClinicFault, ...]) -> str:
    if len(faults) == 1:
        (fault,) = faults
        where = f"{name}, line {fault.line}" if fault.line else name
        return f"{where}: {fault.words}"
    told = " ".join(_told(fault) for fault in faults[:_MOST])
    more = f" And {len(faults) - _MOST} more." if len(faults) > _MOST else ""
    return f"{name} has {len(faults)} faults. {told}{more}"


def _told(fault: ClinicFault) -> str:
    return f"Line {fault.line}: {fault.words}" if fault.line else fault.words
