"""The handout dialog: its first pages, and its pages after each change of a choice."""

import json
import tempfile
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from statistics import median

from bench.article import full_topics
from bench.children import call, run_to_end
from bench.figures import Figure, Unit
from bench.scale import Scale

FIRST = 95e-3
CHANGE = 150e-3


def measure(scale: Scale) -> Iterator[Figure]:
    """The longest page, and others from A to Z; each in a process of its own."""
    longest, *others = [topic.slug for topic in full_topics()]
    some = others[:: max(len(others) // scale.turns, 1)]
    for what, slugs in (("the longest page", [longest] * 3), ("full pages", some)):
        firsts: list[float] = []
        changes: list[tuple[str, float]] = []
        for slug in slugs:
            with tempfile.TemporaryDirectory() as folder:
                notebook = str(Path(folder) / "notebook.db")
                answer = run_to_end(call("preview", "main", slug, notebook))
            found = json.loads(answer)
            firsts.append(found["first"])
            changes += found["changes"]
        yield _figure(f"handout dialog painted to first PDF, {what}", firsts, FIRST)
        for name, taken in groupby(sorted(changes), lambda change: change[0]):
            seconds = [each for _, each in taken]
            yield _figure(f"{name} changed to drawn pages, {what}", seconds, CHANGE)
        every = [each for _, each in changes]
        worst = f"any choice changed to drawn pages, {what}: worst"
        yield Figure(worst, Unit.MILLISECONDS, max(every), most=CHANGE)


def _figure(what: str, seconds: list[float], most: float) -> Figure:
    return Figure(f"{what}: median", Unit.MILLISECONDS, median(seconds), most=most)
