"""A topic as Markdown (CommonMark with GitHub's tables), words taken literally."""

import re
from collections.abc import Iterable
from html import escape
from typing import Final

from reader.handout.characters import clean
from reader.handout.plain_page import Cells, Form, Inlines, Lines, render_page
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
from reader.model.topic import Topic

_MARKS: Final = re.compile(r"([\\`*_{}\[\]#|~!$])")
_LINE_START: Final = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))", re.MULTILINE)
_ADDRESS: Final = re.compile(r"[\s<>()\\]")


def render_markdown(topic: Topic) -> str:
    """A topic as Markdown."""
    return render_page(topic, _FORM)


def _heading(level: int, title: str) -> Lines:
    return [f"{'#' * level} {_one_line(title)}"]


def _paragraph(text: str) -> Lines:
    return text.split("\n")


def _table(header: Cells, rows: Iterable[Cells]) -> Lines:
    lines = [_row(header), _row(("---",) * len(header))]
    return lines + [_row(row) for row in rows]


def _row(cells: Cells) -> str:
    return f"| {' | '.join(_one_line(cell) for cell in cells)} |"


def _one_line(text: str) -> str:
    return text.replace("\\\n", " ").replace("\n", " ")


def _literal(text: str) -> str:
    """Words in which nothing is a mark."""
    escaped = escape(_MARKS.sub(r"\\\1", text), quote=False)
    return _LINE_START.sub(_escape_start, escaped)


def _escape_start(found: re.Match[str]) -> str:
    space, mark = found.groups()
    if mark.isdigit():
        # "1." at the start of a line counts, "1\." does not.
        return f"{space}{mark}\\"
    return f"{space}\\{mark}"


def _strong(text: str) -> str:
    return f"**{text}**" if text.strip() else text


def _inline(inline: Inline, inlines: Inlines) -> str:
    match inline:
        case Text() | Term():
            return _literal(clean(inline.text))
        case LineBreak():
            return "\\\n"
        case Citation():
            return ""
        case Strong() | Emphasis() | TopicLink() | WebLink():
            return _wrapped(inline, inlines(inline.children))


def _wrapped(inline: Strong | Emphasis | TopicLink | WebLink, inner: str) -> str:
    match inline:
        case Strong():
            return _strong(inner)
        case Emphasis():
            return f"*{inner}*" if inner.strip() else inner
        case TopicLink():
            return inner
        case WebLink():
            return _link(inner, inline.url)


def _link(text: str, address: str) -> str:
    safe = _ADDRESS.sub(_percent, clean(address))
    return f"[{text or _literal(safe)}]({safe})"


def _percent(found: re.Match[str]) -> str:
    return f"%{ord(found.group()):02X}"


_FORM = Form(_heading, _paragraph, _table, _literal, _strong, _inline, _link)
