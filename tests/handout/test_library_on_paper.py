"""Every page of the library as a finished handout, held to every rule.

By default each full page is printed once, and pages that are the most of their kind in
all ways. ``make handouts`` prints everything in all ways.
"""

import hashlib
import itertools
import os
import re
import subprocess
import sys
from collections.abc import Callable
from functools import cache

import pytest

from reader.handout.clinic import Clinic
from reader.handout.options import Extent, HandoutOptions, Ink, Paper, Print
from reader.handout.pdf import render_pdf
from reader.handout.stack import Stack, render_stack
from reader.handout.text import render_text
from reader.library.store import Library
from reader.model.topic import Kind, Topic
from reader.resources import library_path
from tests.handout.handout_faults import all_faults

FULL = {Kind.CONDITION.value, Kind.GENERAL.value}


@cache
def _words(topic: Topic) -> str:
    return render_text(topic)


@cache
def _entries() -> tuple[tuple[str, str], ...]:
    with Library.open(library_path()) as library:
        return tuple((entry.slug, entry.kind) for entry in library.topics())


def all_slugs() -> list[str]:
    return [slug for slug, _ in _entries()]


def full_slugs() -> list[str]:
    return [slug for slug, kind in _entries() if kind in FULL]


def _longest_word(topic: Topic) -> int:
    return max(map(len, re.findall(r"[^\W\d_]+", _words(topic))))


def _letters(kind: Kind) -> Callable[[Topic], int]:
    return lambda topic: len(_words(topic)) * (topic.kind is kind)


MOST: dict[str, Callable[[Topic], int]] = {
    "letters of a condition": _letters(Kind.CONDITION),
    "letters of a general page": _letters(Kind.GENERAL),
    "letters of a note": _letters(Kind.MAP),
    "letters in a word": _longest_word,
    "letters in the title": lambda topic: len(topic.title),
    "claims": lambda topic: len(topic.claims),
    "icon arrays": lambda topic: sum(c.absolute is not None for c in topic.claims),
}


@pytest.fixture(scope="session")
def most(library: Library) -> dict[str, Topic]:
    """For each property the page that has the most of it."""
    topics = [library.topic(slug) for slug, _ in _entries()]
    return {name: max(topics, key=count) for name, count in MOST.items()}


CLINIC = Clinic(
    name="Riverside Nerve Clinic",
    address=("12 Mill Lane", "Elmbridge EB4 7QT"),
    phone="01632 960 001",
    out_of_hours="01632 960 999",
    footer="Riverside Nerve Clinic. Ask us for other languages.",
)

EVERY_WAY = [
    HandoutOptions(paper=paper, print=size, extent=extent)
    for paper, size, extent in itertools.product(Paper, Print, Extent)
]

WAYS = [
    HandoutOptions(),
    HandoutOptions(print=Print.LARGE),
    HandoutOptions(print=Print.EXTRA_LARGE),
    HandoutOptions(paper=Paper.LETTER),
    HandoutOptions(paper=Paper.LETTER, print=Print.EXTRA_LARGE),
    HandoutOptions(extent=Extent.SUMMARY),
    HandoutOptions(paper=Paper.LETTER, extent=Extent.SUMMARY),
    HandoutOptions(print=Print.EXTRA_LARGE, extent=Extent.SUMMARY),
    HandoutOptions(ink=Ink.BLACK),
    HandoutOptions(clinic=CLINIC, note="Bring your tablets, and somebody to write."),
    HandoutOptions(clinic=CLINIC, name_line=True, print=Print.EXTRA_LARGE),
]


def name_of(options: HandoutOptions) -> str:
    words = (options.extent, options.paper, options.print, options.ink)
    return " ".join(word.value for word in words) + " clinic" * bool(options.clinic)


def faults_of(library: Library, topic: Topic, options: HandoutOptions) -> list[str]:
    """What is wrong with one page as a handout."""
    pdf = render_pdf([topic], options, library.picture)
    return all_faults(pdf, [topic], options)


@pytest.mark.parametrize("slug", full_slugs())
def test_a_full_page_keeps_every_rule(library: Library, slug: str) -> None:
    assert faults_of(library, library.topic(slug), HandoutOptions()) == []


@pytest.mark.parametrize("options", WAYS, ids=name_of)
@pytest.mark.parametrize("what", MOST)
def test_the_page_with_the_most_keeps_every_rule_in_every_way(
    library: Library, most: dict[str, Topic], what: str, options: HandoutOptions
) -> None:
    assert faults_of(library, most[what], options) == []


def test_a_bound_stack_keeps_every_rule_and_counts_each_topics_pages(
    library: Library, most: dict[str, Topic]
) -> None:
    topics = [most[name] for name in MOST]
    made = render_stack(Stack(topics, HandoutOptions(), library.picture))
    assert made is not None
    assert all_faults(made, topics, HandoutOptions()) == []


_PRINT_HASH = """
import hashlib, sys
from reader.handout.options import HandoutOptions
from reader.handout.pdf import render_pdf
from reader.library.store import Library
from reader.resources import library_path
with Library.open(library_path()) as library:
    topics = [library.topic(slug) for slug in sys.argv[1:]]
    pdf = render_pdf(topics, HandoutOptions(), library.picture)
    print(hashlib.sha256(pdf).hexdigest())
"""


@pytest.mark.parametrize("seed", ["1", "2"])
def test_another_process_with_another_seed_makes_the_same_bytes(
    library: Library, most: dict[str, Topic], seed: str
) -> None:
    topic = most["icon arrays"]
    done = subprocess.run(
        [sys.executable, "-c", _PRINT_HASH, topic.slug],
        check=True,
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONHASHSEED": seed},
    )
    pdf = render_pdf([topic], HandoutOptions(), library.picture)
    assert done.stdout.strip() == hashlib.sha256(pdf).hexdigest()
