"""Looks for words that are cut: too narrow, too low, shortened, or out of sight."""

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPushButton,
    QScrollArea,
    QStyleOptionViewItem,
    QTableView,
    QTreeView,
    QWidget,
)

from reader.ui.result_delegate import ResultDelegate

_SLACK = 1  # pixel, for what is rounded


def cut(root: QWidget) -> list[str]:
    """What is cut of the words that a window or dialog shows; one line for each."""
    found = []
    for widget in (root, *root.findChildren(QWidget)):
        if not widget.isVisible() or widget.window() is not root.window():
            continue
        found += [f"{_name(widget)}: {fault}" for fault in _faults(widget)]
    return found


def _name(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    words = text() if callable(text) else widget.accessibleName()
    return f"{type(widget).__name__} {widget.objectName()} “{words}”"


def _faults(widget: QWidget) -> Iterator[str]:
    if isinstance(widget.parentWidget(), QLineEdit):
        return  # the cross that clears a field has its room from Qt
    match widget:
        case QAbstractButton():
            yield from _too_small(widget)
        case QLabel():
            yield from _label(widget)
        case QComboBox():
            yield from _too_small(widget)
        case QLineEdit():
            yield from _field(widget)
        case QAbstractItemView():
            yield from _rows(widget)
        case _:
            return
    if isinstance(widget, QAbstractButton | QLabel | QComboBox | QLineEdit):
        yield from _out_of_sight(widget)


def _too_small(widget: QWidget) -> Iterator[str]:
    wanted, given = widget.sizeHint(), widget.size()
    if isinstance(widget, QPushButton) and hasattr(widget, "height_for"):
        if given.height() + _SLACK < widget.height_for(given.width()):
            yield f"too low: {given.height()}"
        return
    if given.width() + _SLACK < wanted.width():
        yield f"{given.width()} wide, needs {wanted.width()}"
    if given.height() + _SLACK < wanted.height():
        yield f"{given.height()} high, needs {wanted.height()}"


def _label(label: QLabel) -> Iterator[str]:
    if not label.text():
        return
    if not label.wordWrap():
        yield from _too_small(label)
        return
    needed = label.heightForWidth(label.width())
    if label.height() + _SLACK < needed:
        yield f"{label.height()} high, needs {needed}"
    longest = _longest(label.text(), label.fontMetrics())
    room = label.contentsRect().width() - 2 * max(label.indent(), 0)
    if longest > room + _SLACK:
        yield f"its longest word needs {longest} of {room}"


def _field(field: QLineEdit) -> Iterator[str]:
    words = field.text() or field.placeholderText()
    needed = field.fontMetrics().horizontalAdvance(words)
    if field.isReadOnly() or field.text():
        return
    if needed > field.contentsRect().width() - field.textMargins().left():
        yield f"its hint needs {needed} of {field.contentsRect().width()}"


def _longest(words: str, metrics: QFontMetrics) -> int:
    parts = words.replace("\u200b", " ").split()
    return max((metrics.horizontalAdvance(part) for part in parts), default=0)


def _rows(view: QAbstractItemView) -> Iterator[str]:
    for index in _indexes(view):
        rect = view.visualRect(index)
        words = index.data(Qt.ItemDataRole.DisplayRole)
        if not rect.isValid() or not isinstance(words, str):
            continue
        option = QStyleOptionViewItem()
        view.initViewItemOption(option)
        option.rect = QRect(QPoint(0, 0), rect.size())
        hint = view.itemDelegate().sizeHint(option, index)
        if rect.height() + _SLACK < hint.height():
            yield f"row “{words}” is {rect.height()} high, needs {hint.height()}"
        room = min(rect.width(), view.viewport().width())
        needed = _longest(words, view.fontMetrics())
        if not _wraps(view):
            needed = view.fontMetrics().horizontalAdvance(words)
        if needed > room:
            yield f"row “{words}” has {room}, needs {needed}"


def _wraps(view: QAbstractItemView) -> bool:
    if isinstance(view.itemDelegate(), ResultDelegate):
        return True
    if isinstance(view, QListView | QTreeView | QTableView):
        return view.wordWrap()
    return False


def _indexes(view: QAbstractItemView) -> Iterator[QModelIndex]:
    model = view.model()
    waiting = [model.index(row, 0) for row in range(model.rowCount())]
    for index in waiting:
        yield index
        if isinstance(view, QTreeView) and view.isExpanded(index):
            waiting += [
                model.index(row, 0, index) for row in range(model.rowCount(index))
            ]
        if isinstance(view, QTableView):
            for column in range(1, model.columnCount()):
                yield model.index(index.row(), column)


def _out_of_sight(widget: QWidget) -> Iterator[str]:
    """Whether a part lies beyond the edge of what it lies in, with no bar to it."""
    rect = QRect(widget.mapTo(widget.window(), QPoint()), widget.size())
    inside = widget.window().rect()
    area = widget.parentWidget()
    while area is not None and area is not widget.window():
        if isinstance(area, QScrollArea):
            # What is scrolled to can be seen; sideways there is no bar.
            port = area.viewport()
            left = port.mapTo(widget.window(), QPoint()).x()
            inside = QRect(left, rect.top(), port.width(), rect.height())
            break
        if isinstance(area, QAbstractScrollArea | QComboBox | QMenu | QListView):
            return
        area = area.parentWidget()
    if not inside.adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK).contains(rect):
        yield f"{rect} reaches out of {inside}"
