from datetime import UTC, timedelta

from reader.notebook.digest import by_topic
from reader.notebook.store import Notebook
from tests.notebook.support import Ticking


def test_a_topic_has_one_row_a_day_however_often_it_was_opened(
    notebook: Notebook, clock: Ticking
) -> None:
    for slug in ("als", "burns", "als", "copd", "als"):
        notebook.history.record(slug, title=slug.upper())
    last = clock.now
    clock.now += timedelta(days=1)
    notebook.history.record("als", title="ALS, renamed")
    today, yesterday = by_topic(notebook.history.days(UTC))
    assert [(each.slug, each.times) for each in today.topics] == [("als", 1)]
    assert [(each.slug, each.times) for each in yesterday.topics] == [
        ("als", 3),
        ("copd", 1),
        ("burns", 1),
    ]
    assert yesterday.topics[0].last == last
    assert today.topics[0].title == "ALS, renamed"


def test_nothing_read_has_no_days() -> None:
    assert by_topic(()) == ()
