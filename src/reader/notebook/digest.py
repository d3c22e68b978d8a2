"""What was read on a day, one line for each topic."""

from datetime import date, datetime

from reader.model.frozen import dataclass
from reader.notebook.history import Day


@dataclass(frozen=True, slots=True)
class TopicRead:
    """A topic that was read on a day.

    Attributes:
        title: As it was at the last visit of the day.
        last: The last visit of the day, in UTC.
        times: How often it was opened on that day.
    """

    slug: str
    title: str
    last: datetime
    times: int


@dataclass(frozen=True, slots=True)
class ReadDay:
    """A day of the person's calendar, with its topics, the last one read first."""

    date: date
    topics: tuple[TopicRead, ...]


def by_topic(days: tuple[Day, ...]) -> tuple[ReadDay, ...]:
    """Sum up the visits of each day by topic."""
    return tuple([ReadDay(day.date, _topics(day)) for day in days])


def _topics(day: Day) -> tuple[TopicRead, ...]:
    counts: dict[str, int] = {}
    latest = {visit.slug: visit for visit in reversed(day.visits)}
    for visit in day.visits:  # the newest first
        counts[visit.slug] = counts.get(visit.slug, 0) + 1
    return tuple(
        [
            TopicRead(slug, latest[slug].title, latest[slug].at, times)
            for slug, times in counts.items()
        ]
    )
