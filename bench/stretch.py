"""How long the window is deaf at a stretch, against bare HTML in a QTextBrowser."""

import json
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from statistics import median

from bench.article import TOPIC, bare_html, topics
from bench.children import call, run_to_end
from bench.figures import Figure, Unit
from bench.progress import say
from bench.scale import Scale
from bench.timing import percentile

MOST = 50e-3
AGAINST = "stretch: a click in a bare window: setHtml of the page's first 1,500 words"
KINDS = {
    "click": "topic click",
    "back": "back to near the end of a page",
    "theme": "other colours",
    "size": "other text size",
}


def measure(scale: Scale) -> Iterator[Figure]:
    """The longest round of the event loop for each thing done, over all pages."""
    found = topics()
    pages = call("stretch", "bare", *(str(bare_html(topic)) for topic in found))
    ours: dict[str, list[float]] = defaultdict(list)
    longest: dict[str, list[float]] = defaultdict(list)
    bare: list[float] = []
    for turn in range(scale.turns // 5):
        say(f"every page in the whole window, turn {turn + 1}")
        with tempfile.TemporaryDirectory() as notebook:
            slugs = [topic.slug for topic in found]
            command = call("stretch", "reader_window", notebook, *slugs)
            for what, seconds in json.loads(run_to_end(command)):
                kind, slug = what.split()
                ours[kind].append(seconds)
                if slug == TOPIC:
                    longest[kind].append(seconds)
        bare += [seconds for _, seconds in json.loads(run_to_end(pages))]
    for kind, words in KINDS.items():
        for name, all_pages, of_bare in (
            ("median", median(ours[kind]), median(bare)),
            ("p99", percentile(ours[kind], 99), percentile(bare, 99)),
            ("the longest page, worst", max(longest[kind]), None),
        ):
            what = f"longest stretch, {words}: {name}"
            yield Figure(what, Unit.MILLISECONDS, all_pages, of_bare, AGAINST, MOST)
