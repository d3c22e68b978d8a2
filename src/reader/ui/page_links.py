"""The links of a written page in reading order."""

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextBlock, QTextDocument

from reader.ui.topic_links import LinkTarget, TermTarget, WebTarget, parse

Leading: TypeAlias = LinkTarget | TermTarget | WebTarget


class PageLink(NamedTuple):
    """A link and where it stands.

    Attributes:
        position: Its first letter in the document.
        text: Its words.
        target: Where it leads.
    """

    position: int
    text: str
    target: Leading


def links_of(document: QTextDocument) -> tuple[PageLink, ...]:
    """Links to pages, to the meaning of words and to addresses outside.

    Badges have a list of their own, and the numbers of sources would bury the rest.
    """
    found: list[PageLink] = []
    block = document.begin()
    while block.isValid():
        found += _links_in(block)
        block = block.next()
    return tuple(found)


def _links_in(block: QTextBlock) -> Iterator[PageLink]:
    """The links of one paragraph; one of several runs is one link."""
    text, start = block.text(), block.position()
    runs: list[tuple[str, int, int]] = []
    for run in block.textFormats():
        href = run.format.anchorHref()
        if runs and runs[-1][0] == href:
            runs[-1] = href, runs[-1][1], run.start + run.length
        else:
            runs.append((href, run.start, run.start + run.length))
    for href, first, end in runs:
        target = parse(QUrl(href)) if href else None
        if isinstance(target, Leading):
            yield PageLink(start + first, text[first:end], target)
