"""A topic as plain text for a terminal: 72 characters a line, more in lists."""

import textwrap
from collections.abc import Iterable
from typing import Final

from reader.handout.characters import clean
from reader.handout.plain_page import Cells, Form, Inlines, Lines, render_page
from reader.handout.tidy import SECTION_LEVEL
from reader.model.blocks import (
    Citation,
    Emphasis,
    Inline,
    LineBreak,
    Strong,
    Term,
    Text,
    TopicLink,
    WebLink,
)
from reader.model.plain import inline_text
from reader.model.topic import Topic

_WIDTH: Final = 72
_UNDERLINES: Final = {1: "=", 2: "-"}


def render_text(topic: Topic) -> str:
    """A topic as plain text."""
    return render_page(topic, _FORM)


def _heading(level: int, title: str) -> Lines:
    lines = _paragraph(title)
    underline = _UNDERLINES.get(level, "")
    above = [""] if level == SECTION_LEVEL else []
    widest = max((len(line) for line in lines), default=0)
    return [*above, *lines, *([underline * widest] if underline else [])]


def _paragraph(text: str) -> Lines:
    return [
        wrapped
        for line in text.split("\n")
        for wrapped in textwrap.wrap(
            line, _WIDTH, break_long_words=False, break_on_hyphens=False
        )
        or [""]
    ]


def _table(header: Cells, rows: Iterable[Cells]) -> Lines:
    """Each row as its first cell, and the others below with their headings."""
    lines: Lines = []
    for row in rows:
        lines += _paragraph(row[0] or "–")
        for title, cell in zip(header[1:], row[1:], strict=True):
            inner = textwrap.wrap(f"{title}: {cell}", _WIDTH - 4) or [""]
            lines += [f"    {line}" for line in inner]
        lines.append("")
    return lines[:-1]


def _same(text: str) -> str:
    return text


def _inline(inline: Inline, inlines: Inlines) -> str:
    match inline:
        case Text() | Term():
            return clean(inline.text)
        case LineBreak():
            return "\n"
        case Strong() | Emphasis() | TopicLink():
            return inlines(inline.children)
        case WebLink():
            shown = inlines(inline.children)
            bare = inline_text(inline.children) in {"", inline.url}
            return inline.url if bare else f"{shown} ({clean(inline.url)})"
        case Citation():
            return ""


def _link(text: str, address: str) -> str:
    """A source's identifier; its address would say the same again."""
    del address
    return text


_FORM = Form(_heading, _paragraph, _table, _same, _same, _inline, _link)
