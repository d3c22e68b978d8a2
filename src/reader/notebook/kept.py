"""What reading leaves behind, and what was set: visits, places, settings as rows."""

import sqlite3
from datetime import datetime

from reader.model.frozen import dataclass
from reader.notebook import times


@dataclass(frozen=True, slots=True)
class Visit:
    """One reading of a topic or section, at a moment in UTC."""

    id: int
    slug: str
    section: str | None
    title: str
    at: datetime


@dataclass(frozen=True, slots=True)
class KeptPlace:
    """Where reading of a topic stopped, and when.

    Attributes:
        section: The section's id; None for the head of the topic.
        fraction: How far down, from 0 (the top) to 1 (the end).
    """

    slug: str
    section: str | None
    fraction: float
    at: datetime


@dataclass(frozen=True, slots=True)
class KeptSetting:
    """One setting that the person has changed; its value is JSON."""

    key: str
    value: str


VISITS = "SELECT id, slug, section, title, at FROM visit"
_PLACES = "SELECT slug, section, fraction, at FROM place"


def visit_of(row: tuple[int, str, str | None, str, str]) -> Visit:
    """Make a visit of a row of `VISITS`."""
    return Visit(*row[:4], times.from_text(row[4]))


def all_visits(con: sqlite3.Connection) -> tuple[Visit, ...]:
    """Read all visits, oldest first."""
    return tuple([visit_of(row) for row in con.execute(f"{VISITS} ORDER BY at, id")])


def visits_of(con: sqlite3.Connection, slug: str) -> tuple[Visit, ...]:
    """Read the visits of one topic."""
    rows = con.execute(f"{VISITS} WHERE slug = ? ORDER BY at, id", (slug,))
    return tuple([visit_of(row) for row in rows])


def visits_between(con: sqlite3.Connection, first: str, last: str) -> tuple[Visit, ...]:
    """Read the visits from one moment to another, both as they are kept."""
    rows = con.execute(f"{VISITS} WHERE at BETWEEN ? AND ?", (first, last))
    return tuple([visit_of(row) for row in rows])


def find_visit(con: sqlite3.Connection, visit_id: int) -> Visit | None:
    """Read one visit; None if it is gone."""
    row = con.execute(f"{VISITS} WHERE id = ?", (visit_id,)).fetchone()
    return None if row is None else visit_of(row)


def put_visit(con: sqlite3.Connection, visit: Visit) -> None:
    """Write a visit."""
    con.execute(
        "INSERT INTO visit (id, slug, section, title, at) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (id) DO UPDATE SET slug = excluded.slug, "
        "section = excluded.section, title = excluded.title, at = excluded.at",
        (visit.id, visit.slug, visit.section, visit.title, times.to_text(visit.at)),
    )


def drop_visit(con: sqlite3.Connection, visit: Visit) -> None:
    """Delete a visit."""
    con.execute("DELETE FROM visit WHERE id = ?", (visit.id,))


def next_visit_id(con: sqlite3.Connection) -> int:
    """Give a number that no visit has ever had."""
    row = con.execute("SELECT seq FROM sqlite_sequence WHERE name = 'visit'").fetchone()
    return 1 if row is None else int(row[0]) + 1


def all_places(con: sqlite3.Connection) -> tuple[KeptPlace, ...]:
    """Read all places."""
    return tuple([_place(row) for row in con.execute(f"{_PLACES} ORDER BY slug")])


def places_between(
    con: sqlite3.Connection, first: str, last: str
) -> tuple[KeptPlace, ...]:
    """Read the places left from one moment to another, both as they are kept."""
    rows = con.execute(f"{_PLACES} WHERE at BETWEEN ? AND ?", (first, last))
    return tuple([_place(row) for row in rows])


def find_place(con: sqlite3.Connection, slug: str) -> KeptPlace | None:
    """Read the place in one topic; None if that is not known."""
    row = con.execute(f"{_PLACES} WHERE slug = ?", (slug,)).fetchone()
    return None if row is None else _place(row)


def put_place(con: sqlite3.Connection, place: KeptPlace) -> None:
    """Write a place, new or changed."""
    con.execute(
        "INSERT INTO place (slug, section, fraction, at) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (slug) DO UPDATE SET section = excluded.section, "
        "fraction = excluded.fraction, at = excluded.at",
        (place.slug, place.section, place.fraction, times.to_text(place.at)),
    )


def drop_place(con: sqlite3.Connection, place: KeptPlace) -> None:
    """Delete a place."""
    con.execute("DELETE FROM place WHERE slug = ?", (place.slug,))


def all_settings(con: sqlite3.Connection) -> tuple[KeptSetting, ...]:
    """Read all settings that were ever changed."""
    rows = con.execute("SELECT key, value FROM setting ORDER BY key")
    return tuple([KeptSetting(*row) for row in rows])


def find_setting(con: sqlite3.Connection, key: str) -> KeptSetting | None:
    """Read one setting; None if it was never changed."""
    row = con.execute("SELECT key, value FROM setting WHERE key = ?", (key,)).fetchone()
    return None if row is None else KeptSetting(*row)


def put_setting(con: sqlite3.Connection, setting: KeptSetting) -> None:
    """Write a setting, new or changed."""
    con.execute(
        "INSERT INTO setting (key, value) VALUES (?, ?) "
        "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (setting.key, setting.value),
    )


def drop_setting(con: sqlite3.Connection, setting: KeptSetting) -> None:
    """Give a setting its default again."""
    con.execute("DELETE FROM setting WHERE key = ?", (setting.key,))


def _place(row: tuple[str, str | None, float, str]) -> KeptPlace:
    return KeptPlace(*row[:3], times.from_text(row[3]))
