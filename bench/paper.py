"""The first handout of a process and the next ones, against bare Typst."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from statistics import median

from bench.article import bare_typst, topics
from bench.children import call, run_to_end
from bench.figures import Figure, Unit
from bench.scale import Scale
from reader.model.topic import Kind, Topic

FIRST = 95e-3
NEXT = 23e-3
AGAINST = "handout: Typst with the same words, no design, its own fonts"


def measure(scale: Scale) -> Iterator[Figure]:
    """Every real topic once in each process, another one first in each."""
    longest, *others = topics()
    rounds = max(scale.turns // 2, 1)
    step = len(others) // rounds
    first, full, short = _Taken(), _Taken(), _Taken()
    for turn in range(rounds):
        turned = [*others[turn * step :], *others[: turn * step], longest]
        ours, bare = _print_all(turned)
        first.add(ours[0], bare[0])
        for topic, our, its in zip(turned[1:], ours[1:], bare[1:], strict=True):
            (short if topic.kind is Kind.MAP else full).add(our, its)
    at_once = _Taken()
    for _ in range(rounds):
        ours, bare = _print_all([longest])
        at_once.add(ours[0], bare[0])
    both = _Taken(full.ours + short.ours, full.bare + short.bare)
    yield first.figure("first handout of a process: topics from A to Z", FIRST)
    yield at_once.figure("first handout of a process: the longest page", FIRST)
    yield both.figure("each further handout: all topics", NEXT)
    yield full.figure("each further handout: full pages of 4 to 19 sheets", NEXT)


def _print_all(found: list[Topic]) -> tuple[list[float], list[float]]:
    """Seconds of each topic, in order: ours, and those of bare Typst."""
    slugs = [topic.slug for topic in found]
    paths = [str(bare_typst(topic)) for topic in found]
    ours = json.loads(run_to_end(call("paper", "reader", *slugs)))
    bare = json.loads(run_to_end(call("paper", "bare", *paths)))
    return ours, bare


@dataclass(frozen=True, slots=True)
class _Taken:
    """Seconds that were taken on each side."""

    ours: list[float] = field(default_factory=list)
    bare: list[float] = field(default_factory=list)

    def add(self, ours: float, bare: float) -> None:
        self.ours.append(ours)
        self.bare.append(bare)

    def figure(self, what: str, most: float) -> Figure:
        ours, bare = median(self.ours), median(self.bare)
        return Figure(f"{what}, median", Unit.MILLISECONDS, ours, bare, AGAINST, most)
