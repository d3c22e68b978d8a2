"""The first handout of a process and the next ones, against bare Typst."""

import json
from collections.abc import Iterator
from statistics import median

from bench.article import bare_typst, topics
from bench.children import call, run_to_end
from bench.figures import Figure, Unit
from bench.scale import Scale

FIRST = 95e-3
NEXT = 23e-3
AGAINST = "handout: Typst with the same words, no design, its own fonts"


def measure(scale: Scale) -> Iterator[Figure]:
    """Every real topic once in each process; other topics come after the first."""
    found = topics()
    sides = (
        call("paper", "reader", *(topic.slug for topic in found)),
        call("paper", "bare", *(str(bare_typst(topic)) for topic in found)),
    )
    firsts: tuple[list[float], list[float]] = ([], [])
    nexts: tuple[list[float], list[float]] = ([], [])
    for _ in range(scale.turns // 2):
        for place, command in enumerate(sides):
            times = json.loads(run_to_end(command))
            firsts[place].append(times[0])
            nexts[place].extend(times[1:])
    for what, taken, most in (
        ("first handout of a process", firsts, FIRST),
        ("each further handout", nexts, NEXT),
    ):
        ours, bare = map(median, taken)
        yield Figure(what, Unit.MILLISECONDS, ours, bare, AGAINST, most)
