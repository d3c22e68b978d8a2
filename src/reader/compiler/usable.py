"""Whether a page is built so that a person can act on it.

Items of PEMAT-P (AHRQ) and of the CDC Clear Communication Index that a program can
decide: the main message first and as a list, headings that say something, advice as
a list of steps, the reader addressed as "you", and no long stretch without a rest.
"""

from collections.abc import Iterator

from reader.compiler.wording import Wording
from reader.model.blocks import Block, BulletList, NumberedList, Paragraph
from reader.model.plain import block_text
from reader.model.topic import Kind, Section

FEWEST_POINTS = 3
MOST_POINTS = 6
"""Bullets of the short version; more is no short version."""

FEWEST_QUESTIONS = 3

LONGEST_STRETCH = 260
"""Words of running paragraphs without a heading, a list or a table between them."""

_YOU = frozenset({"you", "your", "you're", "yourself"})

_EMPTY_HEADINGS = frozenset(
    {"introduction", "overview", "background", "general", "conclusion", "discussion"}
)


def check_usable(wording: Wording) -> None:
    """Note what keeps a page from being understood at a glance or acted on."""
    topic = wording.topic
    if not _YOU.intersection(wording.words):
        _fault(wording, "", "never says 'you': speak to the reader")
    for section in topic.sections:
        _check_heading(wording, section)
        _check_stretches(wording, section)
    if topic.kind in {Kind.CONDITION, Kind.GENERAL}:
        _check_list(wording, "short-version", FEWEST_POINTS, MOST_POINTS)
        _check_list(wording, "questions", FEWEST_QUESTIONS)


def _check_heading(wording: Wording, section: Section) -> None:
    if section.title.strip(" :?").lower() in _EMPTY_HEADINGS:
        message = f"the heading {section.title!r} says nothing; say what stands here"
        _fault(wording, section.id, message)


def _check_stretches(wording: Wording, section: Section) -> None:
    words = 0
    for block in section.blocks:
        words = words + len(block_text(block).split()) if _is_prose(block) else 0
        if words > LONGEST_STRETCH:
            message = f"over {LONGEST_STRETCH} words without a heading or a list"
            wording.fault(block_text(block), message)
            words = 0


def _is_prose(block: Block) -> bool:
    return isinstance(block, Paragraph)


def _check_list(wording: Wording, section_id: str, fewest: int, most: int = 0) -> None:
    section = wording.topic.section(section_id)
    if section is None:
        return
    found = sum(_items(section))
    if found < fewest:
        message = f"needs a list of {fewest} points at least, and has {found}"
        _fault(wording, section_id, message)
    elif most and found > most:
        _fault(wording, section_id, f"{found} points are too many; keep {most} at most")


def _items(section: Section) -> Iterator[int]:
    for block in section.blocks:
        if isinstance(block, BulletList | NumberedList):
            yield len(block.items)


def _fault(wording: Wording, section_id: str, message: str) -> None:
    page = wording.page
    place = f"section {{#{section_id}}}: " if section_id else ""
    page.source.fault(page.section_lines.get(section_id, 1), place + message)
