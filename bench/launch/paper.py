"""The first handout of a process and the next ones, timed inside it."""

import json
import time
from collections.abc import Callable
from importlib import import_module

from reader.handout.options import HandoutOptions
from reader.library.store import Library
from reader.resources import library_path


def reader(*slugs: str) -> None:
    """Print how long each topic took to become a PDF, in seconds."""
    with Library.open(library_path()) as library:
        topics = [library.topic(slug) for slug in slugs]

        def render(place: int) -> object:
            # Loaded here because the first handout is what loads it.
            press = import_module("reader.handout.pdf")
            topic = topics[place]
            return press.render_pdf([topic], HandoutOptions(), library.picture)

        _print_times(render, len(topics))


def bare(*paths: str) -> None:
    """The same for files of Typst markup that hold nothing but the words."""

    def render(place: int) -> object:
        return import_module("typst").compile(paths[place], format="pdf")

    _print_times(render, len(paths))


def _print_times(render: Callable[[int], object], count: int) -> None:
    taken = []
    for place in range(count):
        start = time.perf_counter()
        render(place)
        taken.append(time.perf_counter() - start)
    print(json.dumps(taken))
