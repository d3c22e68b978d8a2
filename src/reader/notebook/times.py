"""Moments, kept as UTC text of one fixed shape so that text order is time order."""

from collections.abc import Callable
from datetime import UTC, datetime

from reader.model.errors import BugError

Clock = Callable[[], datetime]
"""Tells the present moment, with its time zone."""


class BadMomentError(ValueError):
    """A text that is no moment with an offset from UTC."""


def utc_now() -> datetime:
    """Tell the present moment in UTC."""
    return datetime.now(UTC)


def to_text(moment: datetime) -> str:
    """Write a moment as it is kept, for example 2026-08-01T09:30:00.000000Z.

    Raises:
        BugError: The moment has no time zone.
    """
    if moment.tzinfo is None:
        raise BugError("A moment without a time zone was to be kept.")
    plain = moment.astimezone(UTC).replace(tzinfo=None)
    return plain.isoformat(timespec="microseconds") + "Z"


def from_text(text: str) -> datetime:
    """Read a moment in ISO 8601 with its offset from UTC.

    Raises:
        BadMomentError: The text is no such moment.
    """
    try:
        moment = datetime.fromisoformat(text)
        if moment.tzinfo is None:
            raise BadMomentError(text)
        return moment.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise BadMomentError(text) from error
