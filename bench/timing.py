"""Taking times fairly: by turns, so that a busy moment falls on both sides."""

import gc
import time
from collections.abc import Callable, Iterable, Sequence
from statistics import median

Work = Callable[[], object]


def seconds(work: Work) -> float:
    """How long one call takes, in seconds."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def by_turns(times: int, *works: Work) -> tuple[float, ...]:
    """The median of each, in seconds, run A B A B after one round that is not kept."""
    taken: list[list[float]] = [[] for _ in works]
    for kept in range(times + 1):
        for work, found in zip(works, taken, strict=True):
            elapsed = seconds(work)
            if kept:
                found.append(elapsed)
    return tuple(median(found) for found in taken)


def each_by_turns(
    rounds: int, *sides: tuple[Sequence[str], Callable[[str], object]]
) -> tuple[list[float], ...]:
    """For each thing of a side the median time of its work, in seconds.

    The sides take turns, and each goes over all its things before a thing comes
    again, so that a busy second spoils one of a thing's times and not all of them.
    """
    taken: tuple[list[list[float]], ...] = tuple(
        [[] for _ in things] for things, _ in sides
    )
    gc.collect()
    for _ in range(rounds):
        for (things, work), found in zip(sides, taken, strict=True):
            for thing, times in zip(things, found, strict=True):
                start = time.perf_counter()
                work(thing)
                times.append(time.perf_counter() - start)
    return tuple([median(times) for times in found] for found in taken)


def percentile(values: Iterable[float], percent: float) -> float:
    """The smallest value that so many per cent of all do not exceed."""
    ordered = sorted(values)
    place = -(-len(ordered) * percent // 100)
    return ordered[max(int(place) - 1, 0)]
