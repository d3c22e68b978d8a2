"""The topics of a handout, in the order in which they print."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reader.ui.announce import announce
from reader.ui.flow_layout import FlowLayout
from reader.ui.handout_jobs import TopicLine
from reader.ui.wrapping import WrappedRows

_ROWS = 4  # seen at once; the rest is scrolled to
_EDGES = 8  # pixels around the rows, both together


class _Rows(QListWidget):
    """As high as its first rows."""

    def sizeHint(self) -> QSize:
        """Room for some rows."""
        return QSize(super().sizeHint().width(), self._height())

    def minimumSizeHint(self) -> QSize:
        """As high; narrower, since rows wrap."""
        return QSize(80, self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the rows anew, which may make them higher."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()
            self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """Take the room of larger words."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.updateGeometry()

    def _height(self) -> int:
        rows = [self.sizeHintForRow(row) for row in range(min(self.count(), _ROWS))]
        return max(sum(rows), self.fontMetrics().height() + _EDGES) + _EDGES


class TopicList(QWidget):
    """Shows the topics, and lets them be added, removed and moved.

    Signals:
        changed: Other topics, or the same in another order.
        more_wanted: The person wants to choose more.
    """

    changed = Signal()
    more_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines: tuple[TopicLine, ...] = ()
        self.rows = _Rows(self)
        self.rows.setAccessibleName(self.tr("Topics of the handout"))
        self.rows.setWordWrap(True)
        self.rows.setItemDelegate(WrappedRows(self.rows))
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = QSizePolicy.Policy
        self.rows.setSizePolicy(policy.Expanding, policy.Fixed)
        self.empty = QLabel(self.tr("No topic yet. Add the topics to print."), self)
        self.empty.setWordWrap(True)
        self.empty.setIndent(0)
        self.add = self._button(self.tr("Add &topics…"), self.more_wanted)
        self.remove = self._button(self.tr("Remove"), self.remove_chosen)
        self.up = self._button(self.tr("Move up"), self.move_up)
        self.down = self._button(self.tr("Move down"), self.move_down)
        self._add_key("Delete", self.remove_chosen)
        self._add_key("Alt+Up", self.move_up)
        self._add_key("Alt+Down", self.move_down)
        buttons = FlowLayout()
        for button in (self.add, self.up, self.down, self.remove):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.empty)
        column.addWidget(self.rows)
        column.addLayout(buttons)
        self.rows.currentRowChanged.connect(self._on_row)
        self._fill(0)

    @property
    def lines(self) -> tuple[TopicLine, ...]:
        """The topics, in order."""
        return self._lines

    def show_lines(self, lines: Sequence[TopicLine]) -> None:
        """Have these topics; each once."""
        row = self.rows.currentRow()
        self._lines = tuple({line.slug: line for line in lines}.values())
        self._fill(row)
        self.changed.emit()

    def _button(self, words: str, slot: object) -> QPushButton:
        button = QPushButton(words, self)
        button.setProperty("compact", True)
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button

    def _add_key(self, key: str, slot: object) -> None:
        action = QAction(self.rows)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(slot)
        self.rows.addAction(action)

    def _fill(self, row: int) -> None:
        self.rows.blockSignals(True)
        self.rows.clear()
        for line in self._lines:
            self.rows.addItem(QListWidgetItem(line.title))
        self.rows.setCurrentRow(min(max(row, 0), len(self._lines) - 1))
        self.rows.blockSignals(False)
        self.rows.updateGeometry()
        self._on_row()

    @Slot()
    def _on_row(self) -> None:
        row, last = self.rows.currentRow(), len(self._lines) - 1
        self.empty.setVisible(last < 0)
        self.rows.setVisible(last >= 0)
        for button in (self.remove, self.up, self.down):
            button.setVisible(last > 0)
        self.up.setEnabled(row > 0)
        self.down.setEnabled(row < last)

    @Slot()
    def remove_chosen(self) -> None:
        """Take the topic that one stands on out of the handout; one stays."""
        row = self.rows.currentRow()
        if row < 0 or len(self._lines) < 2:  # noqa: PLR2004 - the last one stays
            return
        gone = self._lines[row]
        self._lines = self._lines[:row] + self._lines[row + 1 :]
        self._fill(row)
        self.rows.setFocus()
        announce(self, self.tr("Removed: {title}").format(title=gone.title))
        self.changed.emit()

    @Slot()
    def move_up(self) -> None:
        """Print the topic earlier."""
        self._move(-1)

    @Slot()
    def move_down(self) -> None:
        """Print the topic later."""
        self._move(1)

    def _move(self, by: int) -> None:
        row = self.rows.currentRow()
        if not 0 <= row + by < len(self._lines) or row < 0:
            return
        lines = [*self._lines]
        lines.insert(row + by, lines.pop(row))
        self._lines = tuple(lines)
        self._fill(row + by)
        # A button that stands at the end of its way loses the focus.
        if not (self.up.hasFocus() or self.down.hasFocus()):
            self.rows.setFocus()
        announce(self, self.tr("Place {place}").format(place=row + by + 1))
        self.changed.emit()
