"""The order of the Tab key: as one reads, whenever a widget was made."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QScrollArea, QWidget


def step(window: QWidget, *parts: QWidget, next_: bool) -> bool:
    """Take the focus to what is read next in parts of a window, or before.

    Qt has widgets in the order in which they were made, and much is made late.

    Args:
        window: What has the focus now is in it.
        parts: One after another, from the end to the beginning again.
        next_: Forwards, as Tab leads, and not back.

    Returns:
        Whether there is anything that takes the focus.
    """
    stops = [stop for part in parts for stop in _stops(part)]
    if not stops:
        return False
    at = _at(window.focusWidget(), stops)
    by = 1 if next_ else -1
    if at is None:
        at = min(0, -by)
    reason = Qt.FocusReason.TabFocusReason
    found = stops[(at + by) % len(stops)]
    found.setFocus(reason if next_ else Qt.FocusReason.BacktabFocusReason)
    _reveal(found)
    return True


def _at(focus: QWidget | None, stops: Sequence[QWidget]) -> int | None:
    """The stop that has the focus, or in which lies what has it."""
    around = focus
    while around is not None and around not in stops:
        around = around.parentWidget()
    return None if around is None else stops.index(around)


def _reveal(widget: QWidget) -> None:
    """Scroll to what has got the focus; Qt does so within one area only."""
    around: QWidget | None = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget)
        around = around.parentWidget()


def stop_at_checked(group: QButtonGroup) -> None:
    """Have Tab stop at the button that is down; the arrow keys lead to the others.

    Qt itself makes it the one that had the focus last, and first of all each.
    """
    for button in group.buttons():
        checked = button.isChecked()
        policy = Qt.FocusPolicy.StrongFocus if checked else Qt.FocusPolicy.ClickFocus
        button.setFocusPolicy(policy)


def _stops(widget: QWidget) -> Iterator[QWidget]:
    if not (widget.isVisible() and widget.isEnabled()):
        return
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        yield widget
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    children = widget.findChildren(QWidget, options=direct)
    seen = [child for child in children if child.isVisible() and not child.isWindow()]
    for child in _as_read(seen, mirrored=widget.isRightToLeft()):
        yield from _stops(child)


def _as_read(widgets: Sequence[QWidget], *, mirrored: bool) -> Iterator[QWidget]:
    """Row by row; what is half beside the first of a row is in it."""
    rest = sorted(widgets, key=_top)
    while rest:
        first = rest[0].geometry()
        foot = max(first.bottom(), first.center().y())  # where it has no height
        row = [each for each in rest if each.geometry().center().y() <= foot]
        rest = [each for each in rest if each not in row]
        yield from sorted(row, key=_left, reverse=mirrored)


def _top(widget: QWidget) -> int:
    return widget.y()


def _left(widget: QWidget) -> int:
    return widget.x()
