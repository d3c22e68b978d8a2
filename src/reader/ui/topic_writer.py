"""Writes a page into a document: paragraphs, runs of words, boxes and tables."""

from collections.abc import Iterable
from enum import IntEnum
from typing import NamedTuple, assert_never

from PySide6.QtGui import (
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextLength,
    QTextList,
    QTextListFormat,
    QTextTable,
    QTextTableFormat,
)

from reader.handout.leaflet import Leaflet
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
from reader.model.grade import Certainty
from reader.model.plain import inline_text
from reader.model.topic import Topic
from reader.ui.page_badges import hidden_words
from reader.ui.topic_links import (
    ClaimTarget,
    LinkTarget,
    SourceTarget,
    Target,
    TermTarget,
    WebTarget,
    address,
)
from reader.ui.topic_objects import OBJECT, Drawing, Room, drawing_format
from reader.ui.topic_style import Style

_ABOVE, _ABOVE_BOX = 0.7, 1.0
_ALL_THERE_IS = Room()
_KIND = int(QTextFormat.Property.UserProperty.value) + 3
_WORD_JOINER = "\u2060"
_LINE_SEPARATOR = "\u2028"
_ENDS_OF_LINE = str.maketrans(dict.fromkeys("\r\n\u2029\ufdd0\ufdd1", " "))


class BoxKind(IntEnum):
    """What is drawn behind and beside set-apart text; NONE draws nothing."""

    NONE = 0
    SUMMARY = 1
    ALERT = 2
    QUOTE = 3
    CARD = 4


class Mark(NamedTuple):
    """A heading, and where it stands in the document.

    Attributes:
        id: The id of the section or heading; "" for the title.
        level: 1 for the title, 2 for a section, 3 and 4 inside it.
    """

    id: str
    level: int
    title: str
    position: int


def box_kind(table: QTextTable) -> BoxKind:
    """What a table of the document stands for."""
    return BoxKind(table.format().intProperty(_KIND))


class PageWriter:
    """Writes one topic from top to bottom.

    Attributes:
        topic: What is written.
        leaflet: The same, made ready for any output.
        style: The formats of this page.
        marks: The headings so far.
        sources: Where each entry of the list of sources stands.
        badges: Where the first badge of each claim stands, in reading order.
        boxes: What is set apart, in reading order.
    """

    def __init__(
        self, document: QTextDocument, style: Style, topic: Topic, leaflet: Leaflet
    ) -> None:
        self.topic = topic
        self.leaflet = leaflet
        self.style = style
        self.marks: list[Mark] = []
        self.sources: dict[str, int] = {}
        self.badges: dict[str, int] = {}
        self.boxes: list[QTextTable] = []
        self._numbers = {each.id: n for n, each in enumerate(topic.sources, 1)}
        self._whole = QTextCursor(document)
        self._cursor = QTextCursor(document)
        self._fresh = True
        self._depth = 0
        self._right: list[float] = [style.look.overhang]
        self._below: QTextTable | None = None

    def begin(self) -> None:
        """Start the page; Qt takes all changes until its `end` as one."""
        self._whole.beginEditBlock()

    @property
    def position(self) -> int:
        """Where the next letter goes."""
        return self._cursor.position()

    def start(self, block: QTextBlockFormat) -> None:
        """Begin a paragraph."""
        if self._depth:
            block.setIndent(self._depth)
        self.start_flush(block)

    def start_flush(self, block: QTextBlockFormat) -> None:
        """Begin a paragraph at the left edge, whatever list it stands in."""
        block.setRightMargin(self._right[-1])
        if self._below is not None:
            _keep_apart(self._below, block)
            self._below = None
        if self._fresh:
            self._cursor.setBlockFormat(block)
            self._fresh = False
        else:
            self._cursor.insertBlock(block)

    def mark(self, mark_id: str, level: int, title: str) -> None:
        """Remember the paragraph just begun as a heading."""
        self.marks.append(Mark(mark_id, level, title, self.position))

    def line(self, block: QTextBlockFormat, text: str, words: QTextCharFormat) -> None:
        """A whole paragraph of one run."""
        self.start(block)
        self.words(text, words)

    def words(self, text: str, words: QTextCharFormat) -> None:
        """Write words; an end of line among them becomes a space."""
        clean = text if text.isprintable() else text.translate(_ENDS_OF_LINE)
        self._cursor.insertText(clean, words)

    def link(self, text: str, words: QTextCharFormat, target: Target) -> None:
        """Write words that lead somewhere."""
        self.words(text, _anchored(words, target))

    def badge(self, certainty: Certainty, claim: str) -> None:
        """Draw a badge that leads to its reasons, with its words for ears."""
        self.badges.setdefault(claim, self.position)
        target = ClaimTarget(claim)
        drawn = drawing_format(Drawing.BADGE, certainty.value, self.style.badge)
        self.words(OBJECT, _anchored(drawn, target))
        self.words(hidden_words(certainty), _anchored(self.style.unseen, target))

    def drawing(
        self, kind: Drawing, name: str, pixels: int, room: Room = _ALL_THERE_IS
    ) -> None:
        """Draw an icon, a picture or icon arrays into the line."""
        self.words(OBJECT, drawing_format(kind, name, pixels, room))

    def runs(self, children: Iterable[Inline], words: QTextCharFormat) -> None:
        """Write runs, each in its own format."""
        for child in children:
            self._run(child, words)

    def _run(self, inline: Inline, words: QTextCharFormat) -> None:
        match inline:
            case Text():
                self.words(inline.text, words)
            case LineBreak():
                self._cursor.insertText(_LINE_SEPARATOR, words)
            case Strong():
                self.runs(inline.children, _bold(words))
            case Emphasis():
                self.runs(inline.children, _italic(words))
            case Citation() | Term() | TopicLink() | WebLink():
                self._reference(inline, words)
            case _:  # pragma: no cover - mypy proves that nothing is left
                assert_never(inline)

    def _reference(
        self, inline: Citation | Term | TopicLink | WebLink, words: QTextCharFormat
    ) -> None:
        match inline:
            case Citation():
                self.cite(inline.sources)
            case Term():
                target = TermTarget(inline.term)
                self.link(inline.text, self.style.as_term(words), target)
            case TopicLink():
                leads = LinkTarget(inline.slug, inline.section)
                link = _anchored(self.style.as_link(words), leads)
                self.runs(inline.children, link)
            case WebLink():
                self._web_link(inline, words)

    def cite(self, sources: Iterable[str]) -> None:
        """Write the numbers of sources, each a link to its entry."""
        format_ = self.style.citation
        known = {self._numbers.get(source, 0): source for source in sources}
        for number in sorted(known):
            if number:
                self.words(_WORD_JOINER, format_)
                self.link(f"[{number}]", format_, SourceTarget(known[number]))

    def _web_link(self, inline: WebLink, words: QTextCharFormat) -> None:
        link = _anchored(self.style.as_link(words), WebTarget(inline.url))
        self.runs(inline.children, link)
        if inline_text(inline.children) != inline.url:
            self.words(f" ({inline.url})", self.style.small_words())

    def begin_list(self, style: QTextListFormat.Style) -> QTextListFormat:
        """Go one list deeper; the answer is the format of its items."""
        self._depth += 1
        made = QTextListFormat()
        made.setStyle(style)
        made.setIndent(self._depth)
        return made

    def item(
        self,
        block: QTextBlockFormat,
        bullet: QTextCharFormat,
        list_: QTextList | QTextListFormat,
    ) -> QTextList:
        """Begin an item; the first one makes the list, which is the answer."""
        self.start_flush(block)
        self._cursor.setBlockCharFormat(bullet)
        if isinstance(list_, QTextListFormat):
            return self._cursor.createList(list_)
        list_.add(self._cursor.block())
        return list_

    def end_list(self) -> None:
        """Come back from a list; the outermost leaves the space of a paragraph."""
        self._depth -= 1
        if not self._depth and not self._fresh:
            space = QTextBlockFormat()
            space.setBottomMargin(self.style.paragraph().bottomMargin())
            self._cursor.mergeBlockFormat(space)

    def table(
        self, rows: int, columns: list[QTextLength], *, padding: float, after: float
    ) -> QTextTable:
        """Put in a table as wide as the text, spaces in body sizes."""
        return self._insert(rows, columns, BoxKind.NONE, padding, after)

    def enter(self, table: QTextTable, row: int, column: int) -> None:
        """Go to a cell, to write into it."""
        self._cursor = table.cellAt(row, column).firstCursorPosition()
        self._fresh = True
        self._below = None

    def leave_cell(self) -> None:
        """Finish a cell, so that no space hangs below its last line."""
        if self._fresh:
            self._cursor.setBlockFormat(self.style.closing_block())
            return
        block = QTextBlockFormat()
        block.setBottomMargin(0)
        self._cursor.mergeBlockFormat(block)

    def leave(self, table: QTextTable) -> None:
        """Go on below a table."""
        self._cursor.setPosition(table.lastPosition() + 1)
        self._fresh = True
        self._below = table
        self._right.pop()

    def open_box(self, kind: BoxKind, *, padding: float, after: float) -> QTextTable:
        """Set apart what comes next, spaces in body sizes; `close_box` ends it."""
        full = [QTextLength(QTextLength.Type.PercentageLength, 100)]
        box = self._insert(1, full, kind, padding, after)
        self.boxes.append(box)
        self.enter(box, 0, 0)
        return box

    def close_box(self, box: QTextTable) -> None:
        """Go on below a box."""
        self.leave_cell()
        self.leave(box)

    def end(self) -> None:
        """Finish the page."""
        if self._fresh:
            self._cursor.setBlockFormat(self.style.closing_block())
        self._whole.endEditBlock()

    def _insert(
        self,
        rows: int,
        columns: list[QTextLength],
        kind: BoxKind,
        padding: float,
        after: float,
    ) -> QTextTable:
        made = QTextTableFormat()
        made.setProperty(_KIND, int(kind))
        made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        made.setColumnWidthConstraints(columns)
        made.setBorder(0)
        made.setBorderCollapse(True)
        made.setCellSpacing(0)
        made.setCellPadding(self.style.em(padding))
        made.setBottomMargin(self.style.em(after))
        if self._depth:
            made.setLeftMargin(self._depth * self.style.indent)
        if self._below is None:
            made.setTopMargin(self.style.em(_ABOVE_BOX if kind else _ABOVE))
        free = self._right[-1] - 2 * self.style.em(padding)
        self._right.append(max(0.0, free) if kind else 0.0)
        return self._cursor.insertTable(rows, len(columns), made)


def _keep_apart(table: QTextTable, below: QTextBlockFormat) -> None:
    """Give a table the space that Qt does not give to what stands below it."""
    format_ = table.format()
    if format_.bottomMargin() < below.topMargin():
        format_.setBottomMargin(below.topMargin())
        table.setFormat(format_)


def _anchored(words: QTextCharFormat, target: Target) -> QTextCharFormat:
    made = QTextCharFormat(words)
    made.setAnchor(True)
    made.setAnchorHref(address(target))
    return made


def _bold(words: QTextCharFormat) -> QTextCharFormat:
    made = QTextCharFormat(words)
    made.setFontWeight(QFont.Weight.Bold)
    return made


def _italic(words: QTextCharFormat) -> QTextCharFormat:
    made = QTextCharFormat(words)
    made.setFontItalic(True)
    return made
