"""What a monkey does to the window: one random thing after another, from a seed."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QScrollBar,
    QSpinBox,
    QSplitterHandle,
    QTextEdit,
    QWidget,
)

from reader.model.topic import Topic
from reader.ui.navigation import Place
from reader.ui.topic_links import ClaimTarget
from reader.ui.window import MainWindow
from reader.ui.windows import Windows

LEFT_OUT = {
    "quit": "the first window stays to be measured; others are closed by it",
    "Printer settin&gs…": "it opens the print dialog of the system",
    "&Print": "it prints, where there is a printer",
}
"""What is never pressed, by its name, and why.

Dialogs for files are opened and at once closed again, since they would let the
monkey rename and delete on the disk. Addresses for a browser go to a deaf handler.
"""

MOST_WINDOWS = 3
SMALLEST, LARGEST = (640, 420), (1700, 1000)

_KEYS = tuple(
    Qt.Key[f"Key_{name}"]
    for name in (
        *("Tab", "Tab", "Tab", "Backtab", "Return", "Return", "Space", "Escape"),
        *("Up", "Down", "Down", "Left", "Right", "Home", "End", "PageUp"),
        *("PageDown", "Delete", "Backspace", "F2", "F6", "Menu", "A", "S", "E"),
    )
)
_HELD = (
    *[Qt.KeyboardModifier.NoModifier] * 8,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
)
_CLICKED = (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QScrollBar,
    QSpinBox,
    QSplitterHandle,
    QTextEdit,
)
_WORDS = ("als", "heart", "knee", "qqqqzz", "G1221", "stem cell", "a", '"*(', "µ–é")

Act = tuple[str, Callable[[], object]]
"""One thing to do, by its name."""


@dataclass(frozen=True)
class Toys:
    """What there is to open and to type."""

    topics: Sequence[Topic]

    @property
    def words(self) -> tuple[str, ...]:
        """Words for the search field."""
        return (*_WORDS, *[topic.title for topic in self.topics])


class Hands:
    """Thinks of one thing after another; the same seed thinks of the same things."""

    def __init__(self, windows: Windows, toys: Toys, seed: int) -> None:
        self._windows = windows
        self._toys = toys
        self._chance = random.Random(seed)  # noqa: S311 - to do the same again

    def choose(self) -> Act:
        """The next thing to do, where one stands now."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            return self._in_popup(popup)
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            return self._in_dialog(dialog)
        window = self._window()
        kinds = (
            (22, self._key),
            (18, self._click),
            (16, self._name),
            (8, self._page),
            (8, self._type),
            (6, self._look),
            (6, self._scroll),
            (4, self._badge),
            (4, self._shape),
            (1, self._close),
        )
        makers = [make for _, make in kinds]
        make = self._chance.choices(makers, [weight for weight, _ in kinds])[0]
        return make(window)

    def tidy(self) -> bool:
        """Close one thing that lies over the first window; False when none does."""
        over = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if isinstance(over, QDialog):
            over.reject()
        elif over is not None:
            over.close()
        elif len(self._windows.open) > 1:
            self._windows.open[-1].close()
        return over is not None or len(self._windows.open) > 1

    def _happens(self, share: float) -> bool:
        return self._chance.random() < share

    # Where one stands.

    def _window(self) -> MainWindow:
        active = [each for each in self._windows.open if each.isActiveWindow()]
        if active:
            return active[0]
        window = self._chance.choice(self._windows.open)
        window.activateWindow()
        return window

    def _in_popup(self, popup: QWidget) -> Act:
        keys = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Escape)
        key = self._chance.choice(keys)
        leaves = key is Qt.Key.Key_Return and _chosen_is_left_out(popup)
        if leaves or self._happens(0.2):
            return f"close {_name(popup)}", popup.close
        return f"{key.name} in {_name(popup)}", partial(_press, popup, key)

    def _in_dialog(self, dialog: QWidget) -> Act:
        if isinstance(dialog, QFileDialog):
            return f"leave {_name(dialog)}", dialog.reject
        if self._happens(0.15) and isinstance(dialog, QDialog):
            return f"reject {_name(dialog)}", dialog.reject
        make = self._chance.choice((self._key, self._click))
        return make(dialog)

    # What is done there.

    def _key(self, window: QWidget) -> Act:
        key, held = self._chance.choice(_KEYS), self._chance.choice(_HELD)
        target = QApplication.focusWidget() or window
        words = f"{held.name} {key.name} on {_name(target)}"
        return words, partial(_press, target, key, held)

    def _click(self, window: QWidget) -> Act:
        seen = [
            each
            for each in _in_order(window)
            if isinstance(each, _CLICKED)
            and each.isVisible()
            and each.isEnabled()
            and not each.visibleRegion().isEmpty()
            and not _is_left_out(each)
        ]
        if not seen:
            return self._key(window)
        chosen = self._chance.choice(seen)
        lists = QAbstractItemView | QTextEdit
        target = chosen.viewport() if isinstance(chosen, lists) else chosen
        spot = QPoint(
            self._chance.randrange(max(1, target.width())),
            self._chance.randrange(max(1, target.height())),
        )
        button = self._chance.choice(
            (*[Qt.MouseButton.LeftButton] * 9, Qt.MouseButton.RightButton)
        )
        held = self._chance.choice(_HELD)
        words = f"{held.name} {button.name} at {spot.toTuple()} on {_name(target)}"
        return words, partial(_click, target, spot, button, held)

    def _name(self, window: MainWindow) -> Act:
        names = [each.name for each in window.own_actions.offered()]
        if len(self._windows.open) >= MOST_WINDOWS:
            names.remove("new-window")
        name = self._chance.choice([each for each in names if each not in LEFT_OUT])
        return f"action {name}", window.own_actions[name].trigger

    def _page(self, window: MainWindow) -> Act:
        topic = self._chance.choice(self._toys.topics)
        sections = ["", "", *[section.id for section in topic.sections]]
        place = Place(topic.slug, self._chance.choice(sections))
        return f"open {place}", partial(window.open_place, place)

    def _type(self, window: MainWindow) -> Act:
        words = self._chance.choice(self._toys.words)
        letters = words[: self._chance.randrange(1, 9)]
        return f"search {letters!r}", partial(_search, window, letters)

    def _look(self, window: MainWindow) -> Act:
        action = self._chance.choice(
            (
                *window.tools.themes.actions(),
                window.own_actions["larger"],
                window.own_actions["smaller"],
                window.own_actions["normal"],
            )
        )
        return f"look {action.text()}", action.trigger

    def _scroll(self, window: MainWindow) -> Act:
        bar = window.view.verticalScrollBar()
        if self._happens(0.5):
            place = self._chance.randint(0, max(1, bar.maximum()))
            return f"scroll to {place}", partial(bar.setValue, place)
        turn = self._chance.choice((120, -120, -120))
        held = self._chance.choice(_HELD)
        target = window.view.viewport()
        return f"{held.name} wheel {turn}", partial(_wheel, target, turn, held)

    def _badge(self, window: MainWindow) -> Act:
        claims = window.view.claims() if window.desk.topic is not None else ()
        if not claims:
            return self._page(window)
        target = ClaimTarget(self._chance.choice(claims))
        signal = window.view.badge_activated
        return f"badge {target.claim}", partial(signal.emit, target)

    def _shape(self, window: MainWindow) -> Act:
        width = self._chance.randint(SMALLEST[0], LARGEST[0])
        height = self._chance.randint(SMALLEST[1], LARGEST[1])
        return f"resize {width} x {height}", partial(window.resize, width, height)

    def _close(self, window: MainWindow) -> Act:
        if window is self._windows.open[0]:
            return self._key(window)
        return "close a window", window.own_actions["quit"].trigger


def _in_order(widget: QWidget) -> Iterator[QWidget]:
    """A widget and all in it; what Python knows of them goes when they go.

    `findChildren` at once has the binding keep them for as long as the window stands.
    """
    yield widget
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    for child in widget.findChildren(QWidget, options=direct):
        if not child.isWindow():
            yield from _in_order(child)


def _name(widget: QWidget) -> str:
    name = widget.accessibleName() or widget.objectName()
    return f"{type(widget).__name__} {name}".strip()


def _is_left_out(widget: QWidget) -> bool:
    return isinstance(widget, QAbstractButton) and widget.text() in LEFT_OUT


def _chosen_is_left_out(popup: QWidget) -> bool:
    chosen = getattr(popup, "activeAction", lambda: None)()
    return chosen is not None and chosen.objectName().removeprefix("action-") in (
        LEFT_OUT
    )


def _press(
    target: QWidget,
    key: Qt.Key,
    held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    QTest.keyClick(target, key, held)


def _search(window: MainWindow, letters: str) -> None:
    window.focus_search()
    # Not QTest.keyClicks, which stops the program where a letter is not Latin.
    none = Qt.KeyboardModifier.NoModifier
    for letter in letters:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Qt.Key.Key_unknown, none, letter)
            QApplication.postEvent(window.finder.box, event)


def _click(
    target: QWidget, spot: QPoint, button: Qt.MouseButton, held: Qt.KeyboardModifier
) -> None:
    """Press and let go, as Qt would tell it; a target may be gone after the press."""
    where, on_screen = QPointF(spot), QPointF(target.mapToGlobal(spot))
    if target.focusPolicy() & Qt.FocusPolicy.ClickFocus:
        target.setFocus(Qt.FocusReason.MouseFocusReason)
    none = Qt.MouseButton.NoButton
    press, release = QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease
    for kind, down in ((press, button), (release, none)):
        event = QMouseEvent(kind, where, on_screen, button, down, held)
        QApplication.postEvent(target, event)


def _wheel(target: QWidget, turn: int, held: Qt.KeyboardModifier) -> None:
    middle, natural = target.rect().center(), False
    event = QWheelEvent(
        QPointF(middle),
        QPointF(target.mapToGlobal(middle)),
        QPoint(),
        QPoint(0, turn),
        Qt.MouseButton.NoButton,
        held,
        Qt.ScrollPhase.NoScrollPhase,
        natural,
    )
    QApplication.postEvent(target, event)
