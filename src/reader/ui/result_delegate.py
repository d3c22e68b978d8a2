"""Draws one answer to a search: its name, where it is found, and the words met."""

from dataclasses import dataclass

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QSize,
    Qt,
)
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPalette, QTextCharFormat
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
)

from reader.model.grade import Certainty
from reader.ui.appearance import Appearance
from reader.ui.badge import badge_rooms, paint_badge
from reader.ui.lines import GAP, Line, bold, lay_out

RESULT_ROLE = Qt.ItemDataRole.UserRole + 1
"""The model's role for a Result."""

_SIDE = 14
_ABOVE = 10
_BADGE = 0.8  # of the height of the words


@dataclass(frozen=True, slots=True)
class Result:
    """What is drawn for one row.

    Attributes:
        lines: The words.
        badges: Levels whose badges stand below them.
    """

    lines: tuple[Line, ...]
    badges: tuple[Certainty, ...] = ()


class ResultDelegate(QStyledItemDelegate):
    """Lays a result out in the width of its list and draws it."""

    def __init__(
        self,
        view: QAbstractItemView,
        *,
        appearance: Appearance | None = None,
        side: int = _SIDE,
        above: int = _ABOVE,
    ) -> None:
        """Draw for a view.

        Args:
            view: The list or tree.
            appearance: Has the colours of badges and matches, where there are any.
            side: The space left and right of the lines, in pixels.
            above: The space above and below them, in pixels.
        """
        super().__init__(view)
        self._view = view
        self._appearance = appearance
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
        corner = QPointF(own.rect.left() + self._side, own.rect.top() + self._above)
        width = own.rect.width() - 2.0 * self._side
        marked = self._marked(own)
        layouts, height = lay_out(result.lines, own.font, width, marked)
        for line, layout in zip(result.lines, layouts, strict=True):
            painter.setPen(_colour(own, quiet=line.quiet))
            layout.draw(painter, corner)
        if self._appearance is not None:
            pixels = _badge_pixels(own.font)
            rooms = badge_rooms(result.badges, pixels, width)
            below = corner + QPointF(0, height + GAP)
            for level, room in zip(result.badges, rooms, strict=True):
                spot = room.translated(below)
                paint_badge(painter, spot, level, pixels, self._appearance.theme)
        painter.restore()

    def sizeHint(
        self,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        """As wide as the list, as high as the lines and badges need."""
        width = self._view.viewport().width() - self._indent(index)
        result = index.data(RESULT_ROLE)
        if not isinstance(result, Result):
            return super().sizeHint(option, index)
        font, room = self._view.font(), width - 2 * self._side
        _, height = lay_out(result.lines, font, room)
        if result.badges:
            rooms = badge_rooms(result.badges, _badge_pixels(font), room)
            height += GAP + rooms[-1].bottom()
        return QSize(width, round(height + 2 * self._above))

    def _marked(self, option: QStyleOptionViewItem) -> QTextCharFormat:
        """How words that were searched for are set: on a ground, as with a marker."""
        made = bold()
        if option.state & QStyle.StateFlag.State_Selected:
            # The chosen row may have the marker's own colour.
            made.setFontUnderline(True)
        elif self._appearance is not None:
            theme = self._appearance.theme
            made.setBackground(QBrush(QColor(theme.match)))
            made.setForeground(QBrush(QColor(theme.on_match)))
        return made

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


def _badge_pixels(font: QFont) -> float:
    return max(10.0, round(font.pixelSize() * _BADGE))


def _colour(option: QStyleOptionViewItem, *, quiet: bool) -> QColor:
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    if selected:
        return option.palette.color(QPalette.ColorRole.HighlightedText)
    role = QPalette.ColorRole.PlaceholderText if quiet else QPalette.ColorRole.Text
    # A style sheet thins out the placeholder of the widget's own palette.
    return QApplication.palette().color(role)
