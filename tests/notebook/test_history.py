"""What was read: recorded, shown by day, found, and forgotten for good."""

import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from pathlib import Path

import pytest

from reader.model.errors import BugError, KnownError
from reader.notebook.history import History, Place
from reader.notebook.store import Notebook
from tests.notebook.support import Ticking

EAST = timezone(timedelta(hours=14))
WEST = timezone(timedelta(hours=-12))


@pytest.fixture
def history(notebook: Notebook) -> History:
    return notebook.history


def read_at(history: History, clock: Ticking, moment: str, slug: str) -> None:
    clock.now = datetime.fromisoformat(moment) - timedelta(minutes=1)
    history.record(slug, title=slug.title())


def by_day(history: History, zone: tzinfo | None) -> dict[str, list[str]]:
    return {
        day.date.isoformat(): [visit.slug for visit in day.visits]
        for day in history.days(zone)
    }


def test_visits_are_shown_by_day_newest_first(history: History, clock: Ticking) -> None:
    read_at(history, clock, "2026-08-01T10:00Z", "als")
    read_at(history, clock, "2026-08-02T10:00Z", "burns")
    read_at(history, clock, "2026-08-02T11:00Z", "copd")
    assert by_day(history, UTC) == {
        "2026-08-02": ["copd", "burns"],
        "2026-08-01": ["als"],
    }
    assert [day.date for day in history.days()] == sorted(
        {
            visit.at.astimezone().date()
            for day in history.days()
            for visit in day.visits
        },
        reverse=True,
    )


def test_a_visit_keeps_its_section_title_and_moment(
    history: History, clock: Ticking
) -> None:
    clock.now = datetime(2026, 8, 1, 12, 0, 0, 5, tzinfo=EAST)
    history.record("als", title="ALS", section="signs")
    ((visit,),) = [day.visits for day in history.days(UTC)]
    assert (visit.slug, visit.section, visit.title) == ("als", "signs", "ALS")
    assert visit.at == datetime(2026, 8, 1, 12, 1, 0, 5, tzinfo=EAST)


def test_the_day_is_that_of_the_persons_own_calendar(
    history: History, clock: Ticking
) -> None:
    read_at(history, clock, "2026-08-01T11:00Z", "als")
    assert list(by_day(history, EAST)) == ["2026-08-02"]
    assert list(by_day(history, WEST)) == ["2026-07-31"]


def test_a_long_history_is_read_in_portions(history: History) -> None:
    for number in range(7):
        history.record(f"topic-{number}", title="Topic")
    seen: list[str] = []
    last = None
    while portion := history.days(UTC, older_than=last, limit=3):
        visits = [visit for day in portion for visit in day.visits]
        assert len(visits) <= 3
        seen += [visit.slug for visit in visits]
        last = visits[-1]
    assert seen == [f"topic-{number}" for number in reversed(range(7))]


def test_visits_of_the_same_moment_are_all_shown_in_portions(home: Path) -> None:
    moment = datetime(2026, 8, 1, tzinfo=UTC)

    def stopped() -> datetime:
        return moment

    with Notebook.open(home, clock=stopped) as notebook:
        for slug in ("als", "burns", "copd"):
            notebook.history.record(slug, title=slug)
        (first,) = notebook.history.days(UTC, limit=2)
        (rest,) = notebook.history.days(UTC, older_than=first.visits[-1])
    assert [each.slug for each in first.visits] == ["copd", "burns"]
    assert [each.slug for each in rest.visits] == ["als"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("ménière", ["menieres-disease"]),
        ("MENIERE disease", ["menieres-disease"]),
        ("disease", ["parkinsons-disease", "menieres-disease"]),
        ("parkinsons", ["parkinsons-disease"]),
        ("disease burns", []),
        ("%", []),
        ("", []),
        ("  ", []),
    ],
)
def test_history_is_searched_without_regard_to_case_and_accents(
    history: History, words: str, found: list[str]
) -> None:
    history.record("menieres-disease", title="Ménière’s disease")
    history.record("burns", title="Burns")
    history.record("parkinsons-disease", title="Parkinson’s disease")
    assert [visit.slug for visit in history.search(words)] == found


def test_a_search_stops_at_its_limit(history: History) -> None:
    for number in range(5):
        history.record(f"topic-{number}", title="Topic")
    assert [each.slug for each in history.search("topic", limit=2)] == [
        "topic-4",
        "topic-3",
    ]


def test_recent_topics_are_named_once_newest_first(history: History) -> None:
    for slug in ("als", "burns", "als", "copd", "burns"):
        history.record(slug, title=slug)
    assert [each.slug for each in history.recent_topics()] == ["burns", "copd", "als"]
    assert [each.slug for each in history.recent_topics(1)] == ["burns"]


def test_reading_goes_on_where_it_stopped(history: History) -> None:
    assert history.last_place("als") is None
    history.set_last_place("als", "signs", 0.25)
    history.set_last_place("als", "outlook", 0.75)
    assert history.last_place("als") == Place("outlook", 0.75)
    history.set_last_place("als", None, 0)
    assert history.last_place("als") == Place(None, 0.0)


@pytest.mark.parametrize(("given", "kept"), [(-0.001, 0.0), (1.0001, 1.0)])
def test_a_place_a_little_beyond_the_ends_is_put_right(
    history: History, given: float, kept: float
) -> None:
    history.set_last_place("als", None, given)
    assert history.last_place("als") == Place(None, kept)


def test_a_place_that_is_no_number_is_our_mistake(history: History) -> None:
    with pytest.raises(BugError):
        history.set_last_place("als", None, float("nan"))


def test_a_moment_without_a_zone_is_our_mistake(home: Path) -> None:
    def naive() -> datetime:
        return datetime.now(UTC).replace(tzinfo=None)

    with (
        Notebook.open(home, clock=naive) as notebook,
        pytest.raises(BugError, match="time zone"),
    ):
        notebook.history.record("als", title="ALS")


@pytest.fixture
def back_at_midnight(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The computer's clock goes from midnight of 2 August back to eleven."""
    monkeypatch.setenv("TZ", "WINTER0SUMMER-1,M3.5.0/2,J214/0")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def read_for_three_days(history: History, clock: Ticking) -> None:
    for hour in range(72):
        clock.now = datetime(2026, 7, 31, tzinfo=UTC) + timedelta(hours=hour)
        history.record(f"topic-{hour}", title="Topic")


@pytest.mark.parametrize("zone", [UTC, EAST, WEST])
def test_clearing_a_day_forgets_exactly_what_is_shown_for_it(
    history: History, clock: Ticking, zone: tzinfo
) -> None:
    read_for_three_days(history, clock)
    shown = by_day(history, zone)
    cleared = list(shown)[1]
    del shown[cleared]
    history.clear_day(date.fromisoformat(cleared), zone)
    assert by_day(history, zone) == shown


@pytest.mark.usefixtures("back_at_midnight")
def test_an_hour_that_comes_twice_is_shown_and_cleared_with_its_day(
    history: History, clock: Ticking
) -> None:
    read_for_three_days(history, clock)
    shown = by_day(history, None)
    assert len(shown["2026-08-01"]) == 25
    history.clear_day(date(2026, 8, 1))
    del shown["2026-08-01"]
    assert by_day(history, None) == shown


def test_clearing_a_day_forgets_the_places_of_that_day_only(
    history: History, clock: Ticking
) -> None:
    clock.now = datetime(2026, 8, 1, 12, tzinfo=UTC)
    history.set_last_place("als", None, 0.5)
    clock.now = datetime(2026, 8, 2, 12, tzinfo=UTC)
    history.set_last_place("burns", None, 0.5)
    history.clear_day(date(2026, 8, 1), UTC)
    assert history.last_place("als") is None
    assert history.last_place("burns") == Place(None, 0.5)


def test_a_topic_can_be_forgotten_alone(history: History) -> None:
    for slug in ("als", "burns"):
        history.record(slug, title=slug)
        history.set_last_place(slug, None, 0.5)
    history.forget_topic("als")
    assert [each.slug for each in history.recent_topics()] == ["burns"]
    assert history.last_place("als") is None
    assert history.last_place("burns") is not None


def test_clearing_all_leaves_bookmarks_alone(notebook: Notebook) -> None:
    notebook.bookmarks.add("als", title="ALS")
    notebook.history.record("als", title="ALS")
    notebook.history.set_last_place("als", "signs", 0.5)
    notebook.history.clear_all()
    assert notebook.history.days() == ()
    assert notebook.history.last_place("als") is None
    assert len(notebook.bookmarks.shelf().bookmarks) == 1


def test_nothing_of_what_was_cleared_is_left_on_the_disk(notebook: Notebook) -> None:
    home = notebook.path.parent
    for number in range(300):
        notebook.history.record("secret-topic", title=f"Secret topic {number}")
        notebook.history.set_last_place("secret-topic", "secret-section", 0.5)
    assert b"ecret" in on_disk(home)
    notebook.history.clear_all()
    assert b"ecret" not in on_disk(home)


def on_disk(home: Path) -> bytes:
    return b"".join([file.read_bytes() for file in home.iterdir()])


def test_a_forgotten_topic_comes_back_whole(notebook: Notebook) -> None:
    notebook.history.record("als", title="ALS")
    notebook.history.record("burns", title="Burns")
    notebook.history.set_last_place("als", "signs", 0.5)
    before = notebook.history.days()
    undo = notebook.history.forget_topic("als")
    assert notebook.history.last_place("als") is None
    redo = notebook.undo(undo)
    assert notebook.history.days() == before
    assert notebook.history.last_place("als") == Place("signs", 0.5)
    notebook.undo(redo)
    assert [each.slug for each in notebook.history.recent_topics()] == ["burns"]


def test_a_forgotten_day_comes_back_whole(notebook: Notebook) -> None:
    notebook.history.record("als", title="ALS")
    notebook.history.set_last_place("als", None, 0.5)
    before = notebook.history.days()
    undo = notebook.history.clear_day(before[0].date)
    assert notebook.history.days() == ()
    notebook.undo(undo)
    assert notebook.history.days() == before
    assert notebook.history.last_place("als") == Place(None, 0.5)


def test_what_was_read_again_since_is_not_overwritten_by_an_undo(
    notebook: Notebook,
) -> None:
    notebook.history.set_last_place("als", None, 0.5)
    undo = notebook.history.forget_topic("als")
    notebook.history.set_last_place("als", "signs", 0.1)
    with pytest.raises(KnownError, match="can no longer be undone"):
        notebook.undo(undo)
    assert notebook.history.last_place("als") == Place("signs", 0.1)
