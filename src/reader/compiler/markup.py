"""Markdown text to an element tree, by Python-Markdown and a short cut.

Python-Markdown tries each of its patterns on each text. Most passages hold words and
citations alone, and those are taken apart here.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Sequence

import markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

CITATION = re.compile(r"\[@([a-z0-9-]+(?:;\s*@[a-z0-9-]+)*)\]")
TOPIC_LINK = re.compile(
    r"\[\[([a-z0-9-]+)(?:#([a-z0-9-]+))?(?:\|([^\[\]|\n]{1,300}))?\]\]"
)


class MarkdownTree:
    """Makes element trees; one parser serves a whole library."""

    def __init__(self) -> None:
        """Set Python-Markdown up once, with only what pages may use."""
        self._markdown = _parser()

    def tree(self, lines: Sequence[str]) -> ET.Element:
        """The tree of a passage, as Markdown makes it.

        Raises:
            RecursionError: It is nested too deeply.
        """
        root = _plain_paragraphs("\n".join(lines))
        return self._by_markdown(list(lines)) if root is None else root

    def _by_markdown(self, lines: list[str]) -> ET.Element:
        # The steps of Markdown.convert, up to the tree: its HTML is not wanted.
        made = self._markdown
        made.reset()
        for preprocessor in made.preprocessors:
            lines = preprocessor.run(lines)
        root = made.parser.parseDocument(lines).getroot()
        if root is None:
            return ET.Element("div")
        for treeprocessor in made.treeprocessors:
            changed = treeprocessor.run(root)
            root = root if changed is None else changed
        return root


def _cite(marks: str) -> ET.Element:
    """An element for ``@one; @two``."""
    return ET.Element("cite", sources=marks.replace("@", "").replace(" ", ""))


class _CitationPattern(InlineProcessor):
    """``[@one; @two]`` to an element of its own."""

    def handleMatch(  # type: ignore[override]  # noqa: N802 - Markdown's name
        self, match: re.Match[str], data: str
    ) -> tuple[ET.Element, int, int]:
        del data
        return _cite(match[1]), match.start(0), match.end(0)


class _TopicLinkPattern(InlineProcessor):
    """``[[slug#section|words]]`` to an element of its own."""

    def handleMatch(  # type: ignore[override]  # noqa: N802 - Markdown's name
        self, match: re.Match[str], data: str
    ) -> tuple[ET.Element, int, int]:
        del data
        element = ET.Element("topic")
        element.set("slug", match[1])
        element.set("section", match[2] or "")
        element.text = match[3] or ""
        return element, match.start(0), match.end(0)


_MARK = re.compile(r"[`\\\[*_]|  \n")
"""Where an inline pattern can begin; most paragraphs have no such place."""


class _Simple(Treeprocessor):
    """Finishes words that hold no mark but citations, before the inline patterns.

    Those try each pattern on each text, which would take a third of a page's time.
    """

    def run(self, root: ET.Element) -> None:
        _set_citations(root)


def _set_citations(root: ET.Element) -> None:
    for element in list(root.iter()):
        words, *rest = CITATION.split(element.text or "")
        tails = rest[1::2]
        if _MARK.search(words) or any(map(_MARK.search, tails)):
            continue
        element.text = AtomicString(words)
        for place, marks in enumerate(rest[::2]):
            cite = _cite(marks)
            cite.tail = AtomicString(tails[place])
            element.insert(place, cite)


def _parser() -> markdown.Markdown:
    made = markdown.Markdown(extensions=["tables", "sane_lists"])
    made.preprocessors.deregister("html_block")
    made.parser.blockprocessors.deregister("reference")
    made.treeprocessors.deregister("prettify")  # it is for HTML that people read
    for name in (
        "html",
        "entity",
        "autolink",
        "automail",
        "reference",
        "image_reference",
        "short_reference",
        "short_image_ref",
    ):
        made.inlinePatterns.deregister(name)
    made.inlinePatterns.register(_CitationPattern(CITATION.pattern, made), "cite", 178)
    made.inlinePatterns.register(
        _TopicLinkPattern(TOPIC_LINK.pattern, made), "topic", 177
    )
    made.treeprocessors.register(_Simple(made), "simple", 30)
    return made


_BLOCK_MARK = re.compile(
    r"^(?: {4}| {0,3}(?:[-+>#=~<&]|\d+[.)]))|[|\t\x02\x03]", re.MULTILINE
)
"""Where anything but a paragraph can begin, or Markdown would change the text."""

_BLANK_LINES = re.compile(r"\n(?: *\n)+")


def _plain_paragraphs(text: str) -> ET.Element | None:
    """The tree of words that hold no mark but citations; None for any other.

    Most passages are like that. Markdown would make the same tree of them, at ten
    times the cost.
    """
    if _BLOCK_MARK.search(text) or _MARK.search(CITATION.sub("", text)):
        return None
    root = ET.Element("div")
    for paragraph in filter(None, _BLANK_LINES.split(text.strip())):
        ET.SubElement(root, "p").text = paragraph
    _set_citations(root)
    return root
