"""How long the window is deaf at a stretch, against bare HTML in a QTextBrowser.

Every full page is opened, left near its end and come back to; colours and text size
are changed on the longest, at the head, near the end and with a badge explained. On
the longest page everything else is done, too: letters typed, lists, panels and dialogs
opened, words found, a second window. The first time counts as any other.
"""

import json
import tempfile
from collections.abc import Iterator
from statistics import median

from bench.article import bare_html, full_topics, length
from bench.children import call, run_to_end
from bench.figures import Figure, Unit
from bench.progress import say
from bench.scale import Scale
from bench.timing import percentile

MOST = 50e-3
LONGEST = "20"
AGAINST = "stretch: a click in a bare window: setHtml of the page's first 1,500 words"
KINDS = {
    "click": "topic click",
    "back": "back to near the end of a page",
    "theme": "other colours",
    "size": "other text size",
    "badge": "either with a badge explained",
}
USES = {
    "key": "a letter in the search field",
    "panel": "the side panel shown or hidden",
    "list bookmarks": "the bookmarks",
    "list history": "the history",
    "list page-list": "what stands on the page",
    "why": "a badge explained",
    "scroll": "a page scrolled",
    "find": "words found on a page",
    "dialog settings": "the settings",
    "dialog move": "the dialog to move what is kept",
    "dialog shortcuts": "the keyboard shortcuts",
    "dialog about": "about the program",
    "dialog print": "the handout dialog",
    "handout": "another size of print of a handout",
    "window": "a second window",
    "close": "a second window closed",
}


def measure(scale: Scale) -> Iterator[Figure]:
    """The longest round of the event loop for each thing done."""
    found = sorted(full_topics(), key=length, reverse=True)
    slugs = [topic.slug for topic in found]
    articles = [str(bare_html(topic)) for topic in found]
    ours: list[list[tuple[str, float]]] = []
    bare: list[list[tuple[str, float]]] = []
    for turn in range(scale.turns // 5):
        say(f"the pages in the whole window, turn {turn + 1}")
        with tempfile.TemporaryDirectory() as notebook:
            ours.append(_heard("reader_window", notebook, LONGEST, *slugs))
        bare.append(_heard("bare", *articles))
    of_bare = [seconds for _, seconds in _medians(bare)]
    for kind, words in KINDS.items():
        of_kind = [(what, s) for what, s in _medians(ours) if what.startswith(kind)]
        every = [seconds for _, seconds in of_kind]
        longest = [seconds for what, seconds in of_kind if what.endswith(slugs[0])]
        for name, value, against in (
            ("median", median(every), median(of_bare)),
            ("p99", percentile(every, 99), percentile(of_bare, 99)),
            ("the longest page, worst", max(longest), None),
        ):
            what = f"longest stretch, {words}: {name}"
            yield Figure(what, Unit.MILLISECONDS, value, against, AGAINST, MOST)
    for kind, words in USES.items():
        worst = max(seconds for what, seconds in _medians(ours) if what == kind)
        what = f"longest stretch, {words}: worst"
        yield Figure(what, Unit.MILLISECONDS, worst, None, AGAINST, MOST)


def _heard(function: str, *arguments: str) -> list[tuple[str, float]]:
    found: list[tuple[str, float]] = json.loads(
        run_to_end(call("stretch", function, *arguments))
    )
    return found


def _medians(turns: list[list[tuple[str, float]]]) -> list[tuple[str, float]]:
    """Each thing with its median, so that a busy second spoils one of its times."""
    return [
        (same[0][0], median(seconds for _, seconds in same))
        for same in zip(*turns, strict=True)
    ]
