"""Markdown text to an element tree, by Python-Markdown and a short cut."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Sequence

import markdown
from markdown.inlinepatterns import InlineProcessor

from reader.compiler.short_cut import (
    CITATION,
    TOPIC_LINK,
    inline_element,
    plain_tree,
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
        root = plain_tree("\n".join(lines))
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


class _InlinePattern(InlineProcessor):
    """A citation or a link to a page, to an element of its own."""

    def handleMatch(  # type: ignore[override]  # noqa: N802 - Markdown's name
        self, match: re.Match[str], data: str
    ) -> tuple[ET.Element, int, int]:
        del data
        return inline_element(match), match.start(0), match.end(0)


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
    for name, pattern, priority in (
        ("cite", CITATION, 178),
        ("topic", TOPIC_LINK, 177),
    ):
        inline = _InlinePattern(pattern.pattern, made)
        made.inlinePatterns.register(inline, name, priority)
    return made
