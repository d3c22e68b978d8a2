"""Handouts against a browser and WeasyPrint on the same pages, and large stacks."""

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from statistics import median

from bench.article import full_topics
from bench.children import PYTHON, call, peak_and_seconds, run_to_end
from bench.figures import Figure, Measured, Missing, Unit
from bench.scale import Scale
from bench.timing import seconds
from reader.handout.html import render_html
from reader.handout.options import Extent
from reader.library.store import Library
from reader.model.topic import Topic
from reader.resources import library_path

STACK = 300
STACK_SECONDS = 6.0
TOPICS = 12
"""Pages that are printed by all three, the longest among them."""

CHROMIUM = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-pdf-header-footer",
)
WEASYPRINT_PYTHON = "WEASYPRINT_PYTHON"
"""Names a Python that has WeasyPrint, where ours has not."""


def measure(scale: Scale) -> Iterator[Measured]:
    """The same pages by turns, then the stacks."""
    topics = _some(full_topics())
    rounds = max(scale.turns // 5, 1)
    with tempfile.TemporaryDirectory() as folder:
        pages = _write_pages(topics, Path(folder))
        yield from _against_chromium(topics, pages, Path(folder), rounds)
        yield from _against_weasyprint(topics, pages, rounds)
    for extent in Extent:
        yield from _stack(extent)


def _some(topics: list[Topic]) -> list[Topic]:
    """The one that most is measured with, and others evenly from A to Z."""
    first, *others = topics
    step = max(len(others) // (TOPICS - 1), 1)
    return [first, *others[::step][: TOPICS - 1]]


def _write_pages(topics: list[Topic], folder: Path) -> list[Path]:
    """Our own pages for a browser."""
    pages = []
    with Library.open(library_path()) as library:
        for topic in topics:
            page = folder / f"{topic.slug}.html"
            page.write_text(render_html(topic, library.picture), encoding="utf-8")
            pages.append(page)
    return pages


def _against_chromium(
    topics: list[Topic], pages: list[Path], folder: Path, rounds: int
) -> Iterator[Measured]:
    what = "a handout by a command of its own"
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        yield Missing(f"{what}, against Chromium", "there is no Chromium here")
        return
    program = str(Path(PYTHON).with_name("evidence-reader"))
    profile = f"--user-data-dir={folder / 'profile'}"
    ours: list[float] = []
    theirs: list[float] = []
    for _ in range(rounds):
        for topic, page in zip(topics, pages, strict=True):
            out = folder / "out.pdf"
            command = [program, "handout", topic.slug, "--out", str(out)]
            ours.append(seconds(partial(run_to_end, command)))
            to_file = f"--print-to-pdf={out}"
            print_page = [browser, *CHROMIUM, profile, to_file, page.as_uri()]
            theirs.append(seconds(partial(_run, print_page)))
    against = "handout: chromium --headless --print-to-pdf on our page for browsers"
    yield Figure(what, Unit.MILLISECONDS, median(ours), median(theirs), against)


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=120)


def _against_weasyprint(
    topics: list[Topic], pages: list[Path], rounds: int
) -> Iterator[Measured]:
    python = os.environ.get(WEASYPRINT_PYTHON, "")
    if not python and find_spec("weasyprint") is not None:
        python = PYTHON
    if not python:
        yield Missing(
            "handouts in one process, against WeasyPrint",
            f"it is not installed; {WEASYPRINT_PYTHON} may name a Python that has it",
        )
        return
    script = Path(__file__).with_name("launch") / "weasy.py"
    sides = (
        call("paper", "reader", *(topic.slug for topic in topics)),
        [python, str(script), *map(str, pages)],
    )
    firsts: tuple[list[float], list[float]] = ([], [])
    nexts: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds):
        for place, command in enumerate(sides):
            first, *further = json.loads(run_to_end(command))
            firsts[place].append(first)
            nexts[place].extend(further)
    against = "handout: WeasyPrint, PDF/UA-1, on our page for browsers"
    for what, taken in (
        ("first handout of a process, the longest page", firsts),
        ("each further handout of a full page", nexts),
    ):
        ours, theirs = map(median, taken)
        yield Figure(what, Unit.MILLISECONDS, ours, theirs, against)


def _stack(extent: Extent) -> Iterator[Measured]:
    kind = "one side each" if extent is Extent.SUMMARY else "whole"
    peak, elapsed = peak_and_seconds(call("stack", "main", extent.value, str(STACK)))
    what = f"{STACK} topics as one stack, {kind}"
    yield Figure(what, Unit.SECONDS, elapsed, most=STACK_SECONDS)
    yield Figure(f"{what}: its largest process", Unit.MEGABYTES, peak)
