"""What a screen reader and a keyboard are given, in every screen of the frame."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
)
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reader.ui.navigation import Place
from reader.ui.shelf_switch import Shelf
from reader.ui.topic_links import ClaimTarget
from reader.ui.window import MainWindow

MARLOW = "marlow-syndrome"


def nodes(root: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield root
    for number in range(root.childCount()):
        child = root.child(number)
        if child.isValid():
            yield from nodes(child)


def nameless(widget: QWidget) -> list[str]:
    """Whatever takes the focus and has nothing to say."""
    root = QAccessible.queryAccessibleInterface(widget)
    found = []
    for node in nodes(root):
        state = node.state()
        shown = not state.invisible and not state.offscreen
        if state.focusable and shown and not node.text(QAccessible.Text.Name):
            found.append(f"{node.role()} {node.object()}")
    return found


def tab_stops(window: QWidget) -> list[QWidget]:
    """The widgets that Tab reaches, in its order, from the search field on."""
    stops: list[QWidget] = []
    widget = window.nextInFocusChain()
    while widget is not None and widget is not window:
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes and widget.isVisible() and widget.isEnabled():
            stops.append(widget)
        widget = widget.nextInFocusChain()
    return stops


def test_every_control_of_the_start_page_has_a_name(window: MainWindow) -> None:
    assert nameless(window) == []


@pytest.mark.parametrize("shelf", list(Shelf))
def test_every_control_of_every_list_has_a_name(
    window: MainWindow, shelf: Shelf
) -> None:
    window.finder.show_shelf(shelf)
    assert nameless(window) == []


def test_every_control_beside_a_page_has_a_name(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.open_place(Place(MARLOW))
    window.own_actions["bookmark"].trigger()
    qtbot.waitUntil(lambda: window.bar.message is not None)
    assert nameless(window) == []
    window.view.badge_activated.emit(ClaimTarget("marlow-cells"))
    assert nameless(window) == []


@pytest.mark.parametrize("words", ["marlow", "qqqqzz"])
def test_every_control_of_a_search_has_a_name(
    window: MainWindow, qtbot: QtBot, words: str
) -> None:
    qtbot.keyClicks(window.finder.box, words)
    qtbot.waitUntil(window.finder.status.isVisible)
    assert nameless(window) == []


@pytest.mark.parametrize("name", ["settings", "move", "shortcuts", "about"])
def test_every_control_of_a_dialog_has_a_name(window: MainWindow, name: str) -> None:
    window.own_actions[name].trigger()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    assert nameless(dialog) == []
    dialog.close()


def test_a_result_is_read_aloud_whole(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.finder.box, "marlow")
    qtbot.waitUntil(lambda: window.finder.results_model.rowCount() > 0)
    index = window.finder.results_model.index(0)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Marlow's syndrome (MS1). Brain and nerves")
    assert "How sure the studies are: moderate, low" in spoken


def test_tab_goes_through_the_window_in_reading_order(window: MainWindow) -> None:
    window.open_place(Place(MARLOW))
    stops = tab_stops(window)
    order = [
        stops.index(each)
        for each in (
            window.finder.box,
            window.finder.shelves,
            window.view,
            window.side.outline,
        )
    ]
    assert order == sorted(order)


def test_every_action_has_a_key_or_stands_in_the_menu(window: MainWindow) -> None:
    for spec in window.own_actions.specs():
        assert spec.words
        assert spec.keys or spec.name == "about"


def test_no_key_does_two_things(window: MainWindow) -> None:
    keys = [key for spec in window.own_actions.specs() for key in spec.keys]
    assert len(keys) == len(set(keys))


def test_counts_pages_and_messages_are_said_aloud(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    update = QAccessible.updateAccessibility

    def listen(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message())
        update(event)

    monkeypatch.setattr(QAccessible, "updateAccessibility", listen)
    qtbot.keyClicks(window.finder.box, "marlow")
    qtbot.waitUntil(lambda: window.finder.results_model.rowCount() > 0)
    window.finder.results.open_first()
    window.own_actions["bookmark"].trigger()
    qtbot.waitUntil(lambda: "Added to your bookmarks." in said)
    assert any(words.startswith("Results: ") for words in said)
    assert "Opened: Marlow's syndrome (MS1)" in said
