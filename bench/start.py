"""From the start of the process to the article painted, against a bare window."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from bench.article import TOPIC, bare_html, topics
from bench.children import call, painted
from bench.figures import Figure, Measured, Missing, Unit
from bench.progress import say
from bench.scale import Scale

MOST_RATIO = 1.25
AGAINST = "start: a bare PySide6 window, QTextBrowser with 1,500 words of HTML"
_DROP = Path("/proc/sys/vm/drop_caches")
_COLD_TURNS = 3


def measure(scale: Scale) -> Iterator[Measured]:
    """Warm always; cold where the system's file cache may be emptied."""
    with tempfile.TemporaryDirectory() as notebook:
        sides = (
            call("reader", "main", TOPIC, notebook),
            call("bare", "main", str(bare_html(topics()[0]))),
        )
        yield _figure("start to the article painted, warm", sides, scale.turns)
        if not scale.cold:
            yield Missing("start, cold", "ask for it with --cold, as root")
        elif not _may_empty_cache():
            yield Missing("start, cold", "only root may empty the file cache")
        else:
            say("emptying the file cache, which slows everything else down")
            yield _figure(
                "start to the article painted, cold", sides, _COLD_TURNS, cold=True
            )


def _figure(
    what: str, sides: tuple[list[str], list[str]], turns: int, *, cold: bool = False
) -> Figure:
    taken: tuple[list[float], list[float]] = ([], [])
    for turn in range(turns + 1):
        for command, found in zip(sides, taken, strict=True):
            if cold:
                _DROP.write_text("3", encoding="ascii")
            with painted(command) as (_, seconds):
                if turn:
                    found.append(seconds)
    ours, bare = map(median, taken)
    return Figure(what, Unit.MILLISECONDS, ours, bare, AGAINST, most_ratio=MOST_RATIO)


def _may_empty_cache() -> bool:
    try:
        _DROP.write_text("1", encoding="ascii")
    except OSError:
        return False
    return True
