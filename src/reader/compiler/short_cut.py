"""The element trees that Python-Markdown would make of plain passages, quickly.

Python-Markdown tries each of its patterns on each text. Nearly all passages hold
paragraphs and flat lists of words, citations, links to pages and bold words. Those are
taken apart here at a tenth of the cost; whatever else may mean something to Markdown
is left to it. A test makes the blocks of every passage of the library both ways.
"""

import re
import xml.etree.ElementTree as ET

CITATION = re.compile(r"\[@(?P<sources>[a-z0-9-]+(?:;\s*@[a-z0-9-]+)*)\]")
TOPIC_LINK = re.compile(
    r"\[\[(?P<slug>[a-z0-9-]+)(?:#(?P<section>[a-z0-9-]+))?"
    r"(?:\|(?P<words>[^\[\]|\n]{1,300}))?\]\]"
)

_STRONG = r"\*\*(?P<strong>[^\s*`\\\[\]_](?:[^*`\\\[\]_\n]*[^\s*`\\\[\]_])?)\*\*"
_INLINE = re.compile(f"{CITATION.pattern}|{TOPIC_LINK.pattern}|{_STRONG}")
_MARK = re.compile(r"[`\\\[*_]|  \n")
"""Where an inline pattern of Markdown can begin."""

_BLOCK_MARK = re.compile(
    r"^(?: {4}| {0,3}(?:[-+>#=~<&]|\* |\d+[.)]))|[|\t\x02\x03]", re.MULTILINE
)
"""Where anything but a paragraph can begin, or Markdown would change the text."""

_BLANK_LINES = re.compile(r"\n(?: *\n)+")
_ITEM = {
    "ul": re.compile(r"- (?=\S)(.*\S)"),
    "ol": re.compile(r"\d{1,9}\. (?=\S)(.*\S)"),
}


def plain_tree(text: str) -> ET.Element | None:
    """The tree of plain paragraphs and flat lists; None where Markdown has to look."""
    root = ET.Element("div")
    has_lists = _has_block_mark(text)
    for block in filter(str.strip, _BLANK_LINES.split(text.strip("\n"))):
        kind = _list_kind(block) if has_lists else ""
        if kind:
            plain = _add_list(root, kind, block)
        else:
            plain = not (has_lists and _has_block_mark(block))
            plain = plain and _add_words(root, "p", block)
        if not plain:
            return None
    return root


def inline_element(match: re.Match[str]) -> ET.Element:
    """The element of a citation, a link to a page, or bold words.

    Args:
        match: What `CITATION`, `TOPIC_LINK` or the two and bold words matched.
    """
    found = match.groupdict()
    if sources := found.get("sources"):
        return ET.Element("cite", sources=sources.replace("@", "").replace(" ", ""))
    if slug := found.get("slug"):
        section, words = found["section"] or "", found["words"] or ""
        element = ET.Element("topic", slug=slug, section=section)
    else:
        element, words = ET.Element("strong"), found["strong"] or ""
    element.text = words
    return element


def _has_block_mark(text: str) -> bool:
    bare = TOPIC_LINK.sub("", text) if "[[" in text else text
    return _BLOCK_MARK.search(bare) is not None


def _list_kind(block: str) -> str:
    return next((kind for kind, item in _ITEM.items() if item.match(block)), "")


def _add_list(root: ET.Element, kind: str, block: str) -> bool:
    """Add a list of one line to an item; whether it is such a list."""
    after_list = len(root) > 0 and root[-1].tag in _ITEM  # Markdown may join the two
    first_number = kind == "ul" or block.startswith("1. ")
    if after_list or not first_number:
        return False
    added = ET.SubElement(root, kind)
    for line in block.split("\n"):
        item = _ITEM[kind].fullmatch(line)
        if item is None or _has_block_mark(item[1]):
            return False
        if not _add_words(added, "li", item[1]):
            return False
    return True


def _add_words(parent: ET.Element, tag: str, text: str) -> bool:
    """Add an element with words; whether they are plain."""
    element = ET.SubElement(parent, tag)
    children: list[ET.Element] = []
    words: list[str] = []
    done = 0
    for match in _INLINE.finditer(text):
        words.append(text[done : match.start()])
        children.append(inline_element(match))
        done = match.end()
    words.append(text[done:])
    element.text = words[0]
    for child, tail in zip(children, words[1:], strict=True):
        child.tail = tail
    element.extend(children)
    return not any(
        map(_MARK.search, (*words, *(child.text or "" for child in children)))
    )
