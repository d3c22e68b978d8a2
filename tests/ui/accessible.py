"""What a screen reader and the Tab key are given, taken from a window."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QScrollArea,
    QTableWidget,
    QTextBrowser,
    QToolButton,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

ROLE = QAccessible.Role
FITTING: dict[type[QWidget], frozenset[QAccessible.Role]] = {
    QPushButton: frozenset({ROLE.Button, ROLE.ButtonMenu}),
    QToolButton: frozenset({ROLE.Button, ROLE.ButtonMenu, ROLE.CheckBox}),
    QCheckBox: frozenset({ROLE.CheckBox}),
    QComboBox: frozenset({ROLE.ComboBox}),
    QAbstractSpinBox: frozenset({ROLE.SpinBox}),
    QLineEdit: frozenset({ROLE.EditableText}),
    QTreeView: frozenset({ROLE.Tree}),
    QListView: frozenset({ROLE.List}),
    QTableWidget: frozenset({ROLE.Table}),
    # Qt has no role of a document for a text that is read and not written.
    QTextBrowser: frozenset({ROLE.StaticText}),
    QLabel: frozenset({ROLE.StaticText}),
}


class Control(NamedTuple):
    """A widget that takes the focus, as it is told to a screen reader."""

    widget: QWidget
    role: QAccessible.Role
    name: str
    description: str
    state: QAccessible.State


def controls(root: QWidget) -> list[Control]:
    """Everything in a window that takes the focus now."""
    found = []
    for node in _nodes(QAccessible.queryAccessibleInterface(root)):
        widget, state = node.object(), node.state()
        if state.focusable and not state.invisible and isinstance(widget, QWidget):
            found.append(
                Control(widget, node.role(), _name(node), _description(node), state)
            )
    return found


def _nodes(root: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield root
    for number in range(root.childCount()):
        child = root.child(number)
        if child.isValid() and not _is_list(root):
            yield from _nodes(child)


def _is_list(node: QAccessibleInterface) -> bool:
    return node.role() in {ROLE.Tree, ROLE.List, ROLE.Table, ROLE.ComboBox}


def _name(node: QAccessibleInterface) -> str:
    """The name; of a list to choose from it is the label that belongs to it.

    Where there is no label, Qt tells what is chosen, and what the list is for as its
    description.
    """
    if node.role() == ROLE.ComboBox:
        labels = [
            other.text(QAccessible.Text.Name)
            for other, _ in node.relations(QAccessible.RelationFlag.Label)
        ]
        return " ".join(labels) or _description(node)
    return node.text(QAccessible.Text.Name)


def _description(node: QAccessibleInterface) -> str:
    return node.text(QAccessible.Text.Description)


def faults(root: QWidget) -> list[str]:
    """Controls without a name, with a role that misleads, or with a twin."""
    found, seen = [], set[tuple[object, ...]]()
    for each in controls(root):
        here = f"{type(each.widget).__name__} {each.name!r} {each.role.name}"
        fitting = [
            roles for kind, roles in FITTING.items() if isinstance(each.widget, kind)
        ]
        if not each.name:
            found.append(f"no name: {here}")
        if fitting and each.role not in fitting[0]:
            found.append(f"role: {here}")
        if isinstance(each.widget, QToolButton) and each.widget.isCheckable():
            down = bool(each.state.checkable), bool(each.state.checked)
            if down != (True, each.widget.isChecked()):
                found.append(f"state: {here}")
        twin = each.name, each.role
        if twin in seen:
            found.append(f"twins: {here}")
        seen.add(twin)
    return found


def tabbed(window: QWidget, qtbot: QtBot, *, back: bool = False) -> list[QWidget]:
    """What Tab reaches one after another, from where the focus is to there again.

    Links of a page are not counted.
    """
    key = Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab
    first = window.focusWidget()
    assert first is not None
    stops = [first]
    for _ in range(200):
        focus = window.focusWidget()
        assert focus is not None, "the focus is lost"
        qtbot.keyClick(focus, key)
        focus = window.focusWidget()
        assert focus is not None, "the focus is lost"
        if focus is first and len(stops) > 1:
            return stops
        if focus is not stops[-1]:
            stops.append(focus)
    assert len(stops) == 1, "Tab does not come back"
    return stops


def backwards(stops: list[QWidget]) -> list[str]:
    """Neighbours of which the second stands before the first, as one reads.

    What can be scrolled is compared only with what is scrolled with it.
    """
    return [
        f"{before} then {after}"
        for before, after in pairwise(stops)
        if _around(before) is _around(after) and _stands_before(after, before)
    ]


def _around(widget: QWidget) -> QWidget:
    """What scrolls a widget; its window where nothing does."""
    around: QWidget | None = widget.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    return around or widget.window()


def _stands_before(one: QWidget, other: QWidget) -> bool:
    first, second = _room(one), _room(other)
    if first.bottom() < second.top():
        return True
    same_row = first.top() <= second.center().y() <= first.bottom()
    return same_row and first.right() < second.left()


def _room(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint()), widget.size())
