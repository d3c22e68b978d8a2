"""Many topics as one PDF: a process to be timed and weighed from outside."""

from itertools import cycle, islice

from reader.handout.options import Extent, HandoutOptions
from reader.handout.stack import Stack, render_stack
from reader.library.store import Library
from reader.resources import library_path


def main(extent: str, count: str) -> None:
    """Print the full topics, over and over until there are so many, as one stack."""
    options = HandoutOptions(extent=Extent(extent))
    with Library.open(library_path()) as library:
        slugs = [entry.slug for entry in library.topics() if entry.kind != "map"]
        topics = {slug: library.topic(slug) for slug in slugs}
        chosen = [topics[slug] for slug in islice(cycle(slugs), int(count))]
        render_stack(Stack(chosen, options, library.picture))
