"""Draws one answer to a search: its name, where it is found, and the words met."""

from dataclasses import dataclass

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPalette,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
)

RESULT_ROLE = Qt.ItemDataRole.UserRole + 1
"""The model's role for a Result."""

_SIDE = 14
_ABOVE = 10
_GAP = 3


@dataclass(frozen=True, slots=True)
class Line:
    """A piece of text with a line of its own; wraps where it must.

    Attributes:
        matches: Start and end of each stretch to set in bold.
        strong: The whole of it is bold.
        quiet: It matters less.
    """

    text: str
    matches: tuple[tuple[int, int], ...] = ()
    strong: bool = False
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """What is drawn for one row."""

    lines: tuple[Line, ...]


class ResultDelegate(QStyledItemDelegate):
    """Lays a result out in the width of its list and draws it."""

    def __init__(
        self, view: QAbstractItemView, *, side: int = _SIDE, above: int = _ABOVE
    ) -> None:
        """Draw for a view.

        Args:
            view: The list or tree.
            side: The space left and right of the lines, in pixels.
            above: The space above and below them, in pixels.
        """
        super().__init__(view)
        self._view = view
        self._side = side
        self._above = above

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the row's ground as the style has it, and the lines upon it."""
        own = QStyleOptionViewItem(option)
        self.initStyleOption(own, index)
        own.text = ""
        style = self._view.style()
        style.drawControl(
            QStyle.ControlElement.CE_ItemViewItem, own, painter, self._view
        )
        result = index.data(RESULT_ROLE)
        if not isinstance(result, Result):
            return
        painter.save()
        rect = QRectF(own.rect)
        layouts, _ = _lay_out(result, own.font, rect.width() - 2 * self._side)
        for line, layout in zip(result.lines, layouts, strict=True):
            painter.setPen(_colour(own, quiet=line.quiet))
            corner = QPointF(rect.left() + self._side, rect.top() + self._above)
            layout.draw(painter, corner)
        painter.restore()

    def sizeHint(
        self,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        """As wide as the list, as high as the lines need."""
        width = self._view.viewport().width() - self._indent(index)
        result = index.data(RESULT_ROLE)
        if not isinstance(result, Result):
            return super().sizeHint(option, index)
        _, height = _lay_out(result, self._view.font(), width - 2 * self._side)
        return QSize(width, round(height + 2 * self._above))

    def _indent(self, index: QModelIndex | QPersistentModelIndex) -> int:
        """How far a tree moves a row to the right."""
        if not isinstance(self._view, QTreeView):
            return 0
        depth = 1 if self._view.rootIsDecorated() else 0
        parent = index.parent()
        while parent.isValid():
            depth += 1
            parent = parent.parent()
        return depth * self._view.indentation()


def _lay_out(
    result: Result, font: QFont, width: float
) -> tuple[list[QTextLayout], float]:
    wrap = QTextOption()
    wrap.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    leading = QFontMetricsF(font).leading()
    layouts: list[QTextLayout] = []
    height = 0.0
    for line in result.lines:
        layout = QTextLayout(line.text, font)
        layout.setTextOption(wrap)
        layout.setFormats(_formats(line))
        layout.beginLayout()
        while (piece := layout.createLine()).isValid():
            piece.setLineWidth(max(width, 1.0))
            piece.setPosition(QPointF(0, height))
            height += piece.height() + leading
        layout.endLayout()
        height += _GAP
        layouts.append(layout)
    return layouts, height - _GAP


def _formats(line: Line) -> list[QTextLayout.FormatRange]:
    bold = QTextCharFormat()
    bold.setFontWeight(QFont.Weight.Bold)
    stretches = ((0, len(line.text)),) if line.strong else line.matches
    formats = []
    for start, end in stretches:
        stretch = QTextLayout.FormatRange()
        stretch.start = _units(line.text[:start])
        stretch.length = _units(line.text[start:end])
        stretch.format = bold
        formats.append(stretch)
    return formats


def _units(text: str) -> int:
    """Count as Qt does, for whom an emoji is two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _colour(option: QStyleOptionViewItem, *, quiet: bool) -> QColor:
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    if selected:
        return option.palette.color(QPalette.ColorRole.HighlightedText)
    role = QPalette.ColorRole.PlaceholderText if quiet else QPalette.ColorRole.Text
    # A style sheet thins out the placeholder of the widget's own palette.
    return QApplication.palette().color(role)
