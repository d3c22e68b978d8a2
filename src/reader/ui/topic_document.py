"""From a topic to the document that the window shows."""

from typing import NamedTuple

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import (
    QFont,
    QTextDocument,
    QTextListFormat,
    QTextOption,
    QTextTable,
)

from reader.handout import words
from reader.handout.leaflet import RED_FLAGS, SUMMARY, SourceEntry, make_leaflet
from reader.model.topic import Section, Topic
from reader.ui.fonts import font
from reader.ui.model_words import system_name
from reader.ui.topic_blocks import write_blocks, write_heading
from reader.ui.topic_objects import Drawing, Drawings, PictureLoader
from reader.ui.topic_style import Look, Style
from reader.ui.topic_writer import BoxKind, Mark, PageWriter

SOURCES = "sources"
"""The id of the list of sources, as of any other section."""

_BOXES = {SUMMARY: BoxKind.SUMMARY, RED_FLAGS: BoxKind.ALERT}
_DIRECTION = Qt.LayoutDirection.LeftToRight  # of English, as all pages are
_BOX_PADDING = 1.1
_TOP = 2.2
_FOOT = 5.0


class Fit(NamedTuple):
    """How a page lies in its view, in pixels.

    Attributes:
        width: The width of the view.
        margin: The empty space on either side of the text.
    """

    width: float
    margin: float


class TopicPage(NamedTuple):
    """A topic as a document.

    Attributes:
        document: What is shown; its parent owns it.
        style: The formats it was set in.
        marks: Title and headings in reading order.
        sources: Where each entry of the list of sources stands, by its id.
        badges: Where the first badge of each claim stands, in reading order.
        boxes: What is set apart and painted by the view.
    """

    document: QTextDocument
    style: Style
    marks: tuple[Mark, ...]
    sources: dict[str, int]
    badges: dict[str, int]
    boxes: tuple[QTextTable, ...]


def build_page(
    topic: Topic,
    look: Look,
    fit: Fit,
    load: PictureLoader,
    parent: QObject | None = None,
) -> TopicPage:
    """Write a topic into a new document."""
    style = Style(look)
    document = QTextDocument(parent)
    document.setUndoRedoEnabled(False)
    # Until all is written: else the end of the edit lays out the whole page, and the
    # view does so again when it takes the document, which cost 20 ms of a start.
    document.setLayoutEnabled(False)
    document.setDocumentMargin(0)
    document.setDefaultFont(font(style.body))
    document.setIndentWidth(style.indent)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    # The library's own, whatever the language of the window.
    option.setTextDirection(_DIRECTION)
    document.setDefaultTextOption(option)
    fit_page(document, fit, style)
    Drawings(document, look.theme, load)
    page = PageWriter(document, style, topic, make_leaflet(topic))
    page.begin()
    _write_head(page)
    for section in page.leaflet.sections:
        _write_section(page, section)
    _write_sources(page)
    page.end()
    document.setLayoutEnabled(True)
    return TopicPage(
        document=document,
        style=style,
        marks=tuple(page.marks),
        sources=page.sources,
        badges=page.badges,
        boxes=tuple(page.boxes),
    )


def fit_page(document: QTextDocument, fit: Fit, style: Style) -> None:
    """Set a document to a width; nothing happens where it fits already."""
    if document.textWidth() != fit.width:
        document.setTextWidth(fit.width)
    page = document.rootFrame()
    format_ = page.frameFormat()
    if format_.leftMargin() != fit.margin:
        format_.setLeftMargin(fit.margin)
        format_.setRightMargin(fit.margin)
        format_.setTopMargin(style.em(_TOP))
        format_.setBottomMargin(style.em(_FOOT))
        page.setFrameFormat(format_)


def _write_head(page: PageWriter) -> None:
    style = page.style
    page.start(style.heading_block(1))
    page.mark("", 1, page.leaflet.title)
    page.words(page.leaflet.title, style.heading_words(1))
    names = " · ".join(page.leaflet.also_called)
    if names:
        page.line(
            style.small_block(after=0.3),
            f"{words.ALSO_CALLED} {names}",
            style.small_words(),
        )
    system = style.words(
        pixels=style.small, colour=style.theme.accent, weight=QFont.Weight.DemiBold
    )
    page.line(style.small_block(after=0.1), system_name(page.topic.system), system)
    checked = words.checked_on(page.leaflet.checked)
    about = ". ".join(part for part in (checked, page.leaflet.status) if part)
    if about:
        page.line(style.small_block(after=1.2), about, style.small_words())


def _write_section(page: PageWriter, section: Section) -> None:
    kind = _BOXES.get(section.id)
    if kind is None:
        if section.title:
            write_heading(page, 2, section.id, section.title)
        write_blocks(page, section.blocks)
        return
    box = page.open_box(kind, padding=_BOX_PADDING, after=1.2)
    _write_box_heading(page, kind, section)
    write_blocks(page, section.blocks)
    page.close_box(box)


def _write_box_heading(page: PageWriter, kind: BoxKind, section: Section) -> None:
    style = page.style
    block = style.heading_block(3)
    block.setTopMargin(0)
    block.setHeadingLevel(2)
    page.start(block)
    page.mark(section.id, 2, section.title)
    if kind is BoxKind.ALERT:
        page.drawing(Drawing.ICON, "warning", style.em(1.3))
        page.words(" ", style.words())
    colour = style.theme.alert_heading if kind is BoxKind.ALERT else None
    page.words(section.title, style.heading_words(3, colour or style.theme.heading))


def _write_sources(page: PageWriter) -> None:
    if not page.leaflet.sources:
        return
    style = page.style
    write_heading(page, 2, SOURCES, words.SOURCES)
    note = words.sources_note(page.leaflet.checked)
    page.line(style.small_block(after=0.6), note, style.small_words())
    made = page.begin_list(QTextListFormat.Style.ListDecimal)
    list_ = None
    for source, entry in zip(page.topic.sources, page.leaflet.sources, strict=True):
        small = style.words(pixels=style.small)
        list_ = page.item(style.small_block(after=0.5), small, list_ or made)
        page.sources[source.id] = page.position
        page.words(entry.reference, small)
        page.words(_where(entry), style.small_words())
    page.end_list()


def _where(entry: SourceEntry) -> str:
    """Where a source can be looked up, and when it was."""
    parts = [address for _, address in entry.links]
    if entry.seen:
        parts.append(words.seen_on(entry.seen))
    return "".join(f" {part}" for part in parts)
