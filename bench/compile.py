"""Compiling: 300 full topics, thousands of plain pages, and how the cost grows."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from bench.children import PYTHON, peak_and_seconds
from bench.copies import write_copies
from bench.figures import Figure, Unit
from bench.progress import say
from bench.scale import Scale
from bench.synthetic import BUILD, write_folder

FULL_TOPICS = 300
FULL_MOST = 3.0
PLAIN_MOST = {16_000: 60.0}
TURNS = 3
LONG = 10.0
"""What may take more seconds than this is done once."""


def measure(scale: Scale) -> Iterator[Figure]:
    """Each through the command, start of Python included."""
    BUILD.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=BUILD) as work:
        folder = Path(work) / "full"
        count = write_copies(folder, FULL_TOPICS)
        yield from _compiled(folder, f"{count:,} full topics", FULL_MOST)
        a_page: list[float] = []
        for count in scale.folders:
            say(f"writing {count:,} plain pages")
            folder = Path(work) / f"plain-{count}"
            write_folder(folder, count)
            most = PLAIN_MOST.get(count)
            for figure in _compiled(folder, f"{count:,} plain pages", most):
                if figure.unit is Unit.SECONDS:
                    a_page.append(figure.ours / count)
                yield figure
    small, large = scale.folders
    yield Figure(
        f"a page of {large:,} to compile",
        Unit.MILLISECONDS,
        a_page[1],
        a_page[0],
        f"a page to compile: a page of {small:,}",
        most_ratio=1.0,
    )


def _compiled(folder: Path, what: str, most: float | None) -> Iterator[Figure]:
    say(f"compiling {what}")
    program = str(Path(PYTHON).with_name("evidence-reader"))
    target = folder.with_suffix(".db")
    command = [program, "library", "build", str(folder), "--out", str(target)]
    turns = 1 if most and most > LONG else TURNS
    runs = [peak_and_seconds(command) for _ in range(turns)]
    yield Figure(f"compile {what}", Unit.SECONDS, median(s for _, s in runs), most=most)
    yield Figure(
        f"compile {what}: its largest process",
        Unit.MEGABYTES,
        max(megabytes for megabytes, _ in runs),
    )
