"""``evidence-reader search``, against Python that only loads what it must."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from bench.children import PYTHON, run_to_end
from bench.figures import Figure, Unit
from bench.scale import Scale
from bench.timing import by_turns

MOST_RATIO = 2.0


def measure(scale: Scale) -> Iterator[Figure]:
    """The whole command from start to end."""
    program = str(Path(PYTHON).with_name("evidence-reader"))
    ours, bare = by_turns(
        max(scale.turns, 9),
        partial(run_to_end, [program, "search", "als"]),
        partial(run_to_end, [PYTHON, "-c", "import sqlite3, click"]),
    )
    yield Figure(
        "evidence-reader search als",
        Unit.MILLISECONDS,
        ours,
        bare,
        'command: python -c "import sqlite3, click"',
        most_ratio=MOST_RATIO,
    )
