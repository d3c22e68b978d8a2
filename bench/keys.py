"""A key press to the painted list, in the whole window."""

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from bench.children import call, run_to_end
from bench.figures import Figure, Unit
from bench.progress import say
from bench.scale import Scale
from bench.search import Desk
from bench.synthetic import plain_library
from bench.timing import percentile
from reader.resources import library_path

FRAME = 1 / 60
NAMES = 15


def measure(scale: Scale) -> Iterator[Figure]:
    """Names typed letter by letter into the window of every library."""
    yield from _one_library(library_path(), "the real library")
    for count in scale.libraries:
        yield from _one_library(plain_library(count), f"{count:,} pages")


def _one_library(path: Path, name: str) -> Iterator[Figure]:
    say(f"typing into the window of {name}")
    with tempfile.TemporaryDirectory() as work, Desk(path) as desk:
        names = Path(work) / "names.json"
        names.write_text(json.dumps(desk.names(NAMES)), encoding="utf-8")
        notebook = Path(work) / "notebook"
        command = call(
            "typist", "main", str(path.absolute()), str(notebook), str(names)
        )
        taken = json.loads(run_to_end(command))
    for what, value, most in (
        ("median", median(taken), None),
        ("p99", percentile(taken, 99), FRAME),
    ):
        yield Figure(
            f"key press to painted list, {name}: {what}",
            Unit.MILLISECONDS,
            value,
            most=most,
        )
