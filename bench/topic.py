"""A click on a topic to its page painted, against bare HTML in a QTextBrowser."""

import json
from collections.abc import Iterator
from statistics import median

from bench.article import bare_html, full_topics
from bench.children import call, run_to_end
from bench.figures import Figure, Unit
from bench.scale import Scale
from bench.timing import percentile

MOST = 50e-3
TURNS_INSIDE = "3"
AGAINST = "topic: its words as HTML, read from a file, in a QTextBrowser"


def measure(scale: Scale) -> Iterator[Figure]:
    """Every full topic, read from the library, built, laid out and painted."""
    found = full_topics()
    sides = (
        call("view", "reader", TURNS_INSIDE, *(topic.slug for topic in found)),
        call("view", "bare", TURNS_INSIDE, *(str(bare_html(t)) for t in found)),
    )
    taken: tuple[list[float], list[float]] = ([], [])
    for _ in range(scale.turns // 3):
        for place, command in enumerate(sides):
            taken[place].extend(json.loads(run_to_end(command)))
    for name, percent in (("median", 50), ("p99", 99)):
        ours, bare = (percentile(times, percent) for times in taken)
        yield Figure(
            f"topic click to painted: {name}",
            Unit.MILLISECONDS,
            ours,
            bare,
            AGAINST,
            MOST,
        )
    first_of_each = len(found)
    yield Figure(
        "topic click to painted: first round of a process, median",
        Unit.MILLISECONDS,
        median(taken[0][:first_of_each]),
        median(taken[1][:first_of_each]),
        AGAINST,
        MOST,
    )
