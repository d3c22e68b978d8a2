"""Memory with a topic open, against the bare window: proportional set size."""

import sys
import tempfile
import time
from collections.abc import Iterator
from statistics import median

from bench.article import TOPIC, bare_html, topics
from bench.children import call, painted, proportional_megabytes
from bench.figures import Figure, Measured, Missing, Unit
from bench.scale import Scale

MOST_RATIO = 1.3
TURNS = 3
SETTLED = 1.5
"""Seconds after the first paint in which the rest of a window comes to be."""


def measure(_scale: Scale) -> Iterator[Measured]:
    """One process at a time, so that neither shares its pages with the other."""
    if sys.platform != "linux":
        yield Missing("memory", "only Linux tells the proportional set size")
        return
    taken: tuple[list[float], list[float]] = ([], [])
    with tempfile.TemporaryDirectory() as notebook:
        sides = (
            call("reader", "main", TOPIC, notebook),
            call("bare", "main", str(bare_html(topics()[0]))),
        )
        for _ in range(TURNS):
            for command, found in zip(sides, taken, strict=True):
                with painted(command) as (process, _):
                    time.sleep(SETTLED)
                    found.append(proportional_megabytes(process))
    ours, bare = map(median, taken)
    against = "memory: a bare PySide6 window, QTextBrowser with 1,500 words of HTML"
    yield Figure(
        "memory with a topic open",
        Unit.MEGABYTES,
        ours,
        bare,
        against,
        most_ratio=MOST_RATIO,
    )
