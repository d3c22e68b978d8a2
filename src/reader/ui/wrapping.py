"""Words that go on in a next line where Qt alone would cut them short."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

_ISOLATE, _END_OF_ISOLATE = "\u2068", "\u2069"  # Unicode Standard Annex 9
_DEEP = 10_000  # pixels, deeper than any row
_BESIDE = 24  # pixels that the style puts beside the words of a row, both together


def isolate(option: QStyleOptionViewItem) -> None:
    """Have a row read in the direction of its words where the window is mirrored.

    Else the question mark of an English heading would stand before it.
    """
    if option.direction is Qt.LayoutDirection.RightToLeft:
        option.text = f"{_ISOLATE}{option.text}{_END_OF_ISOLATE}"


def wrapped(words: str, metrics: QFontMetrics, room: int) -> str:
    """Words with a line break wherever the next one would not fit into the room."""
    return "\n".join(_lines(words, metrics, room))


def _lines(words: str, metrics: QFontMetrics, room: int) -> Iterator[str]:
    line = ""
    for word in words.split(" "):
        longer = f"{line} {word}" if line else word
        if line and metrics.horizontalAdvance(longer) > room:
            yield line
            line = word
        else:
            line = longer
    yield line


class WrappingCheckBox(QCheckBox):
    """A check box as high as its words need in the width there is."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(words, parent)
        self._words = words
        self.setAccessibleName(words.replace("&", ""))
        # Else it would never be narrower than all its words.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """As wide as its longest word."""
        metrics = self.fontMetrics()
        words = self._words.split(" ")
        least = max(metrics.horizontalAdvance(word) for word in words)
        hint = super().sizeHint()
        return QSize(min(least + self._beside(), hint.width()), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self._wrap()

    def changeEvent(self, event: QEvent) -> None:
        """Break them anew when the words are larger or smaller, too."""
        super().changeEvent(event)
        kinds = {QEvent.Type.FontChange, QEvent.Type.StyleChange}
        # Before it has its place, its width says nothing.
        if event.type() in kinds and self.isVisible():
            self._wrap()

    def _wrap(self) -> None:
        room = max(self.width() - self._beside(), 1)
        lines = wrapped(self._words, self.fontMetrics(), room)
        if lines != self.text():
            self.setText(lines)

    def _beside(self) -> int:
        """The room of the box itself, in pixels."""
        return self.fontMetrics().height() + _BESIDE


class WrappedRows(QStyledItemDelegate):
    """Makes each row of a list or tree as high as its words need.

    The view has to have word wrap on; Qt then paints lines, but forgets their height.
    """

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        # Qt asks several times for every change of width, size and colours.
        self._known: dict[tuple[str, int, int], int] = {}

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Leave words in the direction of their own language."""
        super().initStyleOption(option, index)
        isolate(option)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """As wide as the view, as high as the lines need."""
        words = index.data(Qt.ItemDataRole.DisplayRole)
        room = self._view.viewport().width() - self._indent(index) - _BESIDE
        metrics = self._view.fontMetrics()
        known = words, room, metrics.height()
        if known not in self._known:
            one_line = super().sizeHint(option, index).height()
            place = QRect(0, 0, max(room, 1), _DEEP)
            lines = metrics.boundingRect(place, Qt.TextFlag.TextWordWrap, words)
            more = max(0, lines.height() - metrics.height())
            self._known[known] = one_line + more
        return QSize(room + _BESIDE, self._known[known])

    def _indent(self, index: QModelIndex | QPersistentModelIndex) -> int:
        """How far a tree moves a row inwards."""
        view = self._view
        if not isinstance(view, QTreeView):
            return 0
        depth = 2 if index.parent().isValid() else 1
        return depth * view.indentation()
