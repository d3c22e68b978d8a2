"""Markdown prose to typed blocks, by Python-Markdown's element tree.

Only what has a block is let through. Raw HTML, code, rules and headings inside
prose are faults: the page knows its headings and directives before this.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import dataclass

from reader.compiler.faults import SourceFile
from reader.compiler.markup import MarkdownTree
from reader.model.blocks import (
    Block,
    BulletList,
    Cell,
    Citation,
    Emphasis,
    Inline,
    LineBreak,
    ListItem,
    NumberedList,
    Paragraph,
    Picture,
    Quote,
    Row,
    Strong,
    Table,
    Text,
    TopicLink,
    WebLink,
)

MOST_CHARACTERS = 20_000
"""A longer run without a heading is refused: Markdown's patterns are quadratic."""

MOST_LINE = 5_000
"""A longer line is no prose, and the patterns would crawl over it."""

_RAW_HTML = re.compile(r"</?[A-Za-z][^>]*>|<!--|<[!?]|&#?[A-Za-z0-9]{2,30};")
_WHITE_SPACE = re.compile(r"\s{2,}|[^\S ]")
_LEFT_OVER = re.compile(r"\[@[^\]]*\]|\[\[|\]\]")


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of Markdown lines between two headings or directives."""

    source: SourceFile
    lines: tuple[str, ...]
    first_line: int

    def fault(self, message: str, near: str = "") -> None:
        """Note a fault at the first line that holds `near`."""
        offset = next((i for i, text in enumerate(self.lines) if near in text), 0)
        self.source.fault(self.first_line + offset, message)


class ProseReader:
    """Turns passages into blocks; one parser serves a whole library."""

    def __init__(self, title_of: Callable[[str], str]) -> None:
        """Set Python-Markdown up once, with only what pages may use.

        Args:
            title_of: The title of a page by its slug, for links without words.
        """
        self._markdown = MarkdownTree()
        self._title_of = title_of

    def blocks(self, passage: Passage) -> tuple[Block, ...]:
        """The blocks of a passage; what has no block is noted as a fault."""
        if not _bearable(passage):
            return ()
        try:
            root = self._markdown.tree(passage.lines)
            return _Mapper(passage, self._title_of).blocks(root)
        except RecursionError:
            passage.fault("nested too deeply")
            return ()


def _bearable(passage: Passage) -> bool:
    if sum(map(len, passage.lines)) > MOST_CHARACTERS:
        passage.fault(f"more than {MOST_CHARACTERS:,} characters without a heading")
        return False
    for number, line in enumerate(passage.lines):
        if len(line) > MOST_LINE:
            passage.source.fault(
                passage.first_line + number,
                f"a line of more than {MOST_LINE:,} characters",
            )
            return False
    return True


_NO_BLOCK = {
    "pre": "code has no place on a page; do not indent by four spaces",
    "code": "code has no place on a page; do not use backticks",
    "hr": "a rule has no place on a page; use a heading",
}
for _level in "123456":
    _NO_BLOCK[f"h{_level}"] = "write a heading as '## Words {#id}' on a line of its own"


@dataclass(frozen=True, slots=True)
class _Mapper:
    """Element tree to blocks, for one passage."""

    passage: Passage
    title_of: Callable[[str], str]

    def blocks(self, parent: ET.Element) -> tuple[Block, ...]:
        """The block-level children of an element."""
        found: list[Block] = []
        for element in parent:
            block = self._block(element)
            if block is not None:
                found.append(block)
        return tuple(found)

    def _block(self, element: ET.Element) -> Block | None:
        maker = _BLOCKS.get(element.tag)
        if maker is not None:
            return maker(self, element)
        message = _NO_BLOCK.get(element.tag, f"no block for <{element.tag}>")
        words = "".join(element.itertext()).strip()
        self.passage.fault(message, words.split("\n")[0][:40])
        return None

    def paragraph(self, element: ET.Element) -> Block | None:
        """A paragraph, or the picture that stands alone in one."""
        pictures = [child for child in element if child.tag == "img"]
        if pictures and len(element) == 1 and not (element.text or "").strip():
            return self._picture(pictures[0])
        return Paragraph(self.inlines(element))

    def _picture(self, element: ET.Element) -> Block | None:
        name = element.get("src", "")
        words = element.get("alt", "").strip()
        if not words:
            self.passage.fault(f"picture {name!r} has no text alternative", name)
            return None
        if not re.fullmatch(r"[A-Za-z0-9_-]+\.(?:png|svg|jpg|jpeg)", name):
            self.passage.fault(f"{name!r} must be a picture file beside the page", name)
            return None
        return Picture(name, words)

    def bullets(self, element: ET.Element) -> Block:
        """A list whose order does not matter."""
        return BulletList(self._items(element))

    def numbers(self, element: ET.Element) -> Block:
        """A list that is counted."""
        return NumberedList(self._items(element))

    def _items(self, element: ET.Element) -> tuple[ListItem, ...]:
        return tuple(ListItem(self._item(item)) for item in element)

    def _item(self, item: ET.Element) -> tuple[Block, ...]:
        """A tight item holds words, a loose one paragraphs; both may hold lists."""
        words = ET.Element("p")
        words.text = item.text
        inner = ET.Element("li")
        for child in item:
            if child.tag in _BLOCK_TAGS:
                inner.append(child)
            else:
                words.append(child)
        has_words = bool((words.text or "").strip()) or len(words) > 0
        first: tuple[Block, ...] = ()
        if has_words:
            paragraph = self.paragraph(words)
            first = (paragraph,) if paragraph is not None else ()
        return first + self.blocks(inner)

    def quote(self, element: ET.Element) -> Block:
        """Somebody else's words."""
        return Quote(self.blocks(element))

    def table(self, element: ET.Element) -> Block:
        """A table with one header row."""
        rows = [
            Row(tuple(Cell(self.inlines(cell)) for cell in row))
            for row in element.iter("tr")
        ]
        return Table(rows[0], tuple(rows[1:]))

    def inlines(self, element: ET.Element) -> tuple[Inline, ...]:
        """The runs of words inside an element, with outer white space cut."""
        return _tidy(self._runs(element))

    def _runs(self, element: ET.Element) -> list[Inline]:
        found: list[Inline] = list(self._text(element.text))
        for child in element:
            inline = self._inline(child)
            if inline is not None:
                found.append(inline)
            found.extend(self._text(child.tail))
        return found

    def _text(self, text: str | None) -> tuple[Inline, ...]:
        if not text:
            return ()
        raw = _RAW_HTML.search(text) if "<" in text or "&" in text else None
        if raw:
            self.passage.fault(
                f"raw HTML is not allowed: {raw[0][:40]!r}; write plain text", raw[0]
            )
        odd = _LEFT_OVER.search(text) if "[" in text or "]" in text else None
        if odd:
            self.passage.fault(f"not a citation or a link: {odd[0][:60]!r}", odd[0])
        return (Text(_WHITE_SPACE.sub(" ", text)),)

    def _inline(self, element: ET.Element) -> Inline | None:
        match element.tag:
            case "strong":
                return Strong(tuple(self._runs(element)))
            case "em":
                return Emphasis(tuple(self._runs(element)))
            case "br":
                return LineBreak()
            case "img":
                if self._picture(element) is not None:
                    self.passage.fault("a picture stands on a line of its own", "![")
                return None
            case tag:
                return self._reference(tag, element)

    def _reference(self, tag: str, element: ET.Element) -> Inline | None:
        """What points somewhere: a citation, a page, an address."""
        if tag == "cite":
            return Citation(tuple(element.get("sources", "").split(";")))
        if tag == "topic":
            slug, section = element.get("slug", ""), element.get("section", "")
            words = tuple(self._runs(element)) or (Text(self.title_of(slug)),)
            return TopicLink(slug, section, words)
        if tag == "a":
            return self._web_link(element)
        near = "`" if tag == "code" else ""
        self.passage.fault(_NO_BLOCK.get(tag, f"no place for <{tag}>"), near)
        return None

    def _web_link(self, element: ET.Element) -> Inline | None:
        address = element.get("href", "")
        if not re.match(r"https?://[^\s]+\Z", address):
            self.passage.fault(
                f"{address[:60]!r} is no web address; use [[slug]] for a page", address
            )
            return None
        return WebLink(address, tuple(self._runs(element)))


def _tidy(found: list[Inline]) -> tuple[Inline, ...]:
    """Cut white space at both ends and before a citation."""
    runs = [run for run in found if not (isinstance(run, Text) and not run.text)]
    for index, run in enumerate(runs):
        if not isinstance(run, Text):
            continue
        text = run.text
        if index == 0:
            text = text.lstrip()
        if index == len(runs) - 1 or isinstance(runs[index + 1], Citation):
            text = text.rstrip()
        runs[index] = Text(text)
    return tuple(run for run in runs if not (isinstance(run, Text) and not run.text))


_BLOCK_TAGS = frozenset({"p", "ul", "ol", "blockquote", "table"}) | (
    frozenset(_NO_BLOCK) - {"code"}
)
_BLOCKS: dict[str, Callable[[_Mapper, ET.Element], Block | None]] = {
    "p": _Mapper.paragraph,
    "ul": _Mapper.bullets,
    "ol": _Mapper.numbers,
    "blockquote": _Mapper.quote,
    "table": _Mapper.table,
}
