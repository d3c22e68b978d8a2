"""What was read and when, and the place in each topic where reading stopped.

Whether anything is recorded at all is the caller's choice (`Settings.keep_history`).
What is forgotten is overwritten on disk; only the `Undo` in memory can bring it back.
"""

import math
import unicodedata
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import groupby

from reader.model.errors import BugError
from reader.model.frozen import dataclass
from reader.notebook import kept, times
from reader.notebook.database import Database
from reader.notebook.kept import VISITS, KeptPlace, Visit, visit_of
from reader.notebook.times import Clock
from reader.notebook.undo import Action, Ledger, Undo
from reader.notebook.wording import kept_section, kept_slug, kept_text

_NEWEST_FIRST = "ORDER BY at DESC, id DESC"

_DAY_AND_A_HALF = timedelta(hours=36)  # no zone is further than a day from UTC


@dataclass(frozen=True, slots=True)
class Day:
    """The visits of one day of the person's calendar, newest first."""

    date: date
    visits: tuple[Visit, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where reading stopped.

    Attributes:
        section: The section's id; None for the head of the topic.
        fraction: How far down, from 0 (the top) to 1 (the end).
    """

    section: str | None
    fraction: float


class History:
    """Records, shows and forgets what was read."""

    def __init__(self, database: Database, clock: Clock) -> None:
        """Work on an open notebook file.

        Args:
            database: The file.
            clock: Tells the moment at which something is read.
        """
        self._database = database
        self._clock = clock

    def record(self, slug: str, *, title: str, section: str | None = None) -> None:
        """Remember that a topic or section is being read now.

        Raises:
            KnownError: It could not be saved.
        """
        with self._database.writing() as con:
            con.execute(
                "INSERT INTO visit (slug, section, title, at) VALUES (?, ?, ?, ?)",
                (
                    kept_slug(slug),
                    kept_section(section),
                    kept_text(title),
                    times.to_text(self._clock()),
                ),
            )

    def days(
        self,
        zone: tzinfo | None = None,
        *,
        older_than: Visit | None = None,
        limit: int = 1000,
    ) -> tuple[Day, ...]:
        """Read visits by day, newest first.

        Args:
            zone: The zone whose calendar counts; None for the computer's own.
            older_than: Go on behind this visit.
            limit: The most visits to read.
        """
        end = ("9999", 0)  # behind all that is kept
        if older_than is not None:
            end = (times.to_text(older_than.at), older_than.id)
        with self._database.reading() as con:
            rows = con.execute(
                f"{VISITS} WHERE (at, id) < (?, ?) {_NEWEST_FIRST} LIMIT ?",
                (*end, limit),
            )
            visits = [visit_of(row) for row in rows]
        by_day = groupby(visits, lambda visit: visit.at.astimezone(zone).date())
        return tuple([Day(day, tuple(of_day)) for day, of_day in by_day])

    def search(self, words: str, *, limit: int = 200) -> tuple[Visit, ...]:
        """Find visits whose title or slug has all the words, newest first.

        Case and accents do not count; no words find nothing.
        """
        wanted = _folded(words).split()
        if not wanted:
            return ()
        # The same few topics come again and again: each is looked at once.
        fits: dict[tuple[str, str], bool] = {}
        found: list[Visit] = []
        with self._database.reading() as con:
            for row in con.execute(f"{VISITS} {_NEWEST_FIRST}"):
                _, slug, _, title, _ = row
                if (slug, title) not in fits:
                    text = _folded(f"{title} {slug}")
                    fits[slug, title] = all(word in text for word in wanted)
                if fits[slug, title]:
                    found.append(visit_of(row))
                    if len(found) == limit:
                        break
        return tuple(found)

    def recent_topics(self, limit: int = 10) -> tuple[Visit, ...]:
        """Read the last visit of each topic, newest first."""
        with self._database.reading() as con:
            rows = con.execute(
                "SELECT id, slug, section, title, at FROM visit AS latest "
                "WHERE NOT EXISTS (SELECT 1 FROM visit AS later "
                "WHERE later.slug = latest.slug AND "
                "(later.at, later.id) > (latest.at, latest.id)) "
                "ORDER BY at DESC, id DESC LIMIT ?",
                (limit,),
            )
            return tuple([visit_of(row) for row in rows])

    def last_place(self, slug: str) -> Place | None:
        """Tell where reading of a topic stopped; None if that is not known."""
        with self._database.reading() as con:
            row = con.execute(
                "SELECT section, fraction FROM place WHERE slug = ?", (slug,)
            ).fetchone()
        return None if row is None else Place(*row)

    def set_last_place(self, slug: str, section: str | None, fraction: float) -> None:
        """Remember where reading of a topic stopped.

        Args:
            slug: The topic.
            section: The section's id; None for the head of the topic.
            fraction: How far down, from 0 to 1; a little beyond is put right.

        Raises:
            KnownError: It could not be saved.
        """
        if math.isnan(fraction):
            raise BugError("A place that is no number was to be kept.")
        place = KeptPlace(
            kept_slug(slug),
            kept_section(section),
            min(max(fraction, 0.0), 1.0),
            self._clock(),
        )
        with self._database.writing() as con:
            kept.put_place(con, place)

    def clear_day(self, day: date, zone: tzinfo | None = None) -> Undo:
        """Forget what was read on a day, and the places left on that day.

        Args:
            day: A day as `days` gives it.
            zone: The zone that `days` was asked with.

        Returns:
            How to bring it back; it is only in memory.

        Raises:
            KnownError: It could not be saved.
        """
        around = _around(day)
        with self._database.writing() as con:
            ledger = Ledger(con)
            rows: list[Visit | KeptPlace] = [
                *kept.visits_between(con, *around),
                *kept.places_between(con, *around),
            ]
            for row in rows:
                # The very rule that `days` groups by, whatever the clocks did.
                if row.at.astimezone(zone).date() == day:
                    ledger.drop(row)
            undo = ledger.undo(Action.FORGET_DAY, None)
        self._database.scrub()
        return undo

    def forget_topic(self, slug: str) -> Undo:
        """Forget every visit of a topic and the place in it.

        Returns:
            How to bring it back; it is only in memory.

        Raises:
            KnownError: It could not be saved.
        """
        with self._database.writing() as con:
            ledger = Ledger(con)
            for visit in kept.visits_of(con, slug):
                ledger.drop(visit)
            place = kept.find_place(con, slug)
            if place is not None:
                ledger.drop(place)
            undo = ledger.undo(Action.FORGET_TOPIC, None)
        self._database.scrub()
        return undo

    def clear_all(self) -> None:
        """Forget everything that was read, and all places.

        Raises:
            KnownError: It could not be saved.
        """
        with self._database.writing() as con:
            con.execute("DELETE FROM visit")
            con.execute("DELETE FROM place")
        self._database.scrub()


def _around(day: date) -> tuple[str, str]:
    """Give two moments between which the day lies in every zone."""
    noon = datetime.combine(day, time(12), tzinfo=UTC)
    return times.to_text(noon - _DAY_AND_A_HALF), times.to_text(noon + _DAY_AND_A_HALF)


def _folded(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join([each for each in decomposed if not unicodedata.combining(each)])
