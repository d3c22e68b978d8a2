"""Writes tables: ruled rows under a header, or a pile of cards for want of width."""

from collections.abc import Sequence

from PySide6.QtGui import (
    QColor,
    QFont,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableCellFormat,
)

from reader.model.blocks import Row, Table
from reader.model.plain import inline_text
from reader.ui.topic_objects import Room
from reader.ui.topic_style import Style
from reader.ui.topic_writer import BoxKind, PageWriter

_CELL_PADDING = 0.6
_CARD_PADDING = 0.9
_AFTER = 1.1
_AFTER_CARD = 0.7
_EDGE = 2  # pixels, for roundings


def write_table(page: PageWriter, table: Table) -> None:
    """Write a plain table with its header row."""
    if page.style.look.stacked:
        for row in table.rows:
            _write_card(page, table.header, row)
        return
    count = len(table.header.cells)
    share = QTextLength(QTextLength.Type.PercentageLength, 100 / max(1, count))
    header = [inline_text(cell.children) for cell in table.header.cells]
    made = begin_ruled(page, header, [share] * count, len(table.rows))
    for number, row in enumerate(table.rows, start=1):
        for column, cell in enumerate(row.cells):
            page.enter(made, number, column)
            page.start(page.style.paragraph(after=0))
            page.runs(cell.children, page.style.words())
    page.leave(made)


def begin_ruled(
    page: PageWriter, header: Sequence[str], columns: list[QTextLength], rows: int
) -> QTextTable:
    """Put in a table with its header row; the rows below are to be written."""
    table = page.table(rows + 1, columns, padding=_CELL_PADDING, after=_AFTER)
    made = table.format()
    made.setHeaderRowCount(1)
    table.setFormat(made)
    style = page.style
    words = style.words(
        pixels=style.small, colour=style.theme.muted, weight=QFont.Weight.DemiBold
    )
    for column, title in enumerate(header):
        page.enter(table, 0, column)
        page.line(style.small_block(), title, words)
    _rule(table, style)
    return table


def open_card(page: PageWriter) -> QTextTable:
    """Set one row apart as a card of its own; `close_box` ends it."""
    return page.open_box(BoxKind.CARD, padding=_CARD_PADDING, after=_AFTER_CARD)


def card_room(style: Style) -> Room:
    """The room that a card leaves for a drawing."""
    return Room(less=2 * style.em(_CARD_PADDING) + _EDGE)


def _write_card(page: PageWriter, header: Row, row: Row) -> None:
    card = open_card(page)
    for title, cell in zip(header.cells, row.cells, strict=False):
        name = inline_text(title.children)
        page.line(page.style.small_block(), name, page.style.small_words())
        page.start(page.style.paragraph(after=0.4))
        page.runs(cell.children, page.style.words())
    page.close_box(card)


def _rule(table: QTextTable, style: Style) -> None:
    """Draw a fine line under every row, and tint the header."""
    line = QTextTableCellFormat()
    line.setBottomBorder(1)
    line.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    line.setBottomBorderBrush(QColor(style.theme.rule))
    header = QTextTableCellFormat(line)
    header.setBackground(QColor(style.theme.header))
    for row in range(table.rows()):
        for column in range(table.columns()):
            table.cellAt(row, column).setFormat(header if row == 0 else line)
