"""Widgets side by side, in as many lines as the width asks for."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

_GAP = 6  # pixels


class FlowLayout(QLayout):
    """Fills line after line, each from where reading starts.

    A widget keeps the size that it asks for, and gets less only where it is wider
    than the whole line.
    """

    def __init__(self, parent: QWidget | None = None, *, to_end: bool = False) -> None:
        """Make a layout.

        Args:
            parent: The widget whose children it lays out.
            to_end: Lines are pushed to where reading ends, as buttons of dialogs are.
        """
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._to_end = to_end
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(_GAP)

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item in, after the others."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at a place; None beyond the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give an item away; None beyond the last."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Nothing is stretched."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high all lines are together."""
        return self._place(QRect(0, 0, width, 0), only_measure=True)

    def setGeometry(self, rect: QRect) -> None:
        """Put every item into its place."""
        super().setGeometry(rect)
        self._place(rect, only_measure=False)

    def sizeHint(self) -> QSize:
        """All in one line."""
        hints = [item.sizeHint() for item in self._shown()]
        width = sum(hint.width() for hint in hints)
        width += self.spacing() * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """As wide as the widest item."""
        least = QSize()
        for item in self._shown():
            least = least.expandedTo(item.minimumSize())
        return least

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = [[]]
        used = 0
        for item in self._shown():
            wanted = item.sizeHint().width()
            if lines[-1] and used + wanted > width:
                lines.append([])
                used = 0
            lines[-1].append(item)
            used += wanted + self.spacing()
        return lines

    def _place(self, rect: QRect, *, only_measure: bool) -> int:
        """Lay out, and tell the height."""
        top = rect.top()
        for line in self._lines(rect.width()):
            high = max((item.sizeHint().height() for item in line), default=0)
            if not only_measure:
                self._place_line(line, QRect(rect.left(), top, rect.width(), high))
            top += high + self.spacing()
        return top - rect.top() - self.spacing()

    def _place_line(self, line: list[QLayoutItem], rect: QRect) -> None:
        widths = [min(item.sizeHint().width(), rect.width()) for item in line]
        spare = rect.width() - sum(widths) - self.spacing() * (len(line) - 1)
        start = spare if self._to_end else 0
        mirrored = self._mirrored()
        for item, width in zip(line, widths, strict=True):
            left = rect.width() - start - width if mirrored else start
            high = item.sizeHint().height()
            top = rect.top() + (rect.height() - high) // 2
            item.setGeometry(QRect(rect.left() + left, top, width, high))
            start += width + self.spacing()

    def _mirrored(self) -> bool:
        parent = self.parentWidget()
        return parent is not None and parent.isRightToLeft()
