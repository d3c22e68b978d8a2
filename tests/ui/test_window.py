import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.ui.navigation import Place
from reader.ui.theme import DARK
from reader.ui.topic_links import ClaimTarget, LinkTarget, WebTarget
from reader.ui.window import MainWindow
from tests.ui.window_support import Readers

MARLOW = "marlow-syndrome"


def search_for(window: MainWindow, qtbot: QtBot, words: str) -> None:
    qtbot.keyClicks(window.finder.box, words)
    qtbot.waitUntil(lambda: window.finder.results_model.rowCount() > 0)


def opened(window: MainWindow) -> str:
    return window.desk.topic.slug if window.desk.topic else ""


def test_the_search_field_has_the_focus_at_the_start(window: MainWindow) -> None:
    assert window.focusWidget() is window.finder.box


def test_typing_down_and_return_open_the_page(window: MainWindow, qtbot: QtBot) -> None:
    search_for(window, qtbot, "marlow")
    qtbot.keyClick(window.finder.box, Qt.Key.Key_Down)
    assert window.focusWidget() is window.finder.results
    assert window.finder.box.text() == "marlow"
    qtbot.keyClick(window.finder.results, Qt.Key.Key_Return)
    assert opened(window) == MARLOW
    assert window.focusWidget() is window.view
    assert window.windowTitle().startswith("Marlow's syndrome")


def test_return_in_the_field_opens_the_first_result_even_while_it_is_awaited(
    window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.keyClicks(window.finder.box, "marlow")
    qtbot.keyClick(window.finder.box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: opened(window) == MARLOW)


def test_a_code_finds_its_page(window: MainWindow, qtbot: QtBot) -> None:
    search_for(window, qtbot, "G1221")
    assert (
        window.finder.results_model.hit(window.finder.results_model.index(0)).slug
        == MARLOW
    )


def test_up_on_the_first_result_leads_back_to_the_field(
    window: MainWindow, qtbot: QtBot
) -> None:
    search_for(window, qtbot, "marlow")
    qtbot.keyClick(window.finder.box, Qt.Key.Key_Down)
    qtbot.keyClick(window.finder.results, Qt.Key.Key_Up)
    assert window.focusWidget() is window.finder.box


def test_a_letter_typed_in_the_results_goes_on_in_the_field(
    window: MainWindow, qtbot: QtBot
) -> None:
    search_for(window, qtbot, "marlo")
    qtbot.keyClick(window.finder.box, Qt.Key.Key_Down)
    qtbot.keyClicks(window.finder.results, "w")
    assert window.finder.box.text() == "marlow"


def test_escape_clears_the_search_and_brings_the_shelves_back(
    window: MainWindow, qtbot: QtBot
) -> None:
    search_for(window, qtbot, "marlow")
    qtbot.keyClick(window.finder.box, Qt.Key.Key_Escape)
    assert window.finder.box.text() == ""
    assert window.finder.shelves.isVisible()


def test_a_search_without_an_answer_says_what_else_to_try(
    window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.keyClicks(window.finder.box, "qqqqzz")
    qtbot.waitUntil(lambda: window.finder.status.text() == "Nothing found")
    assert not window.finder.results.isVisible()


def test_the_number_of_results_is_shown(window: MainWindow, qtbot: QtBot) -> None:
    search_for(window, qtbot, "marlow")
    count = window.finder.results_model.rowCount()
    assert window.finder.status.text() == f"Results: {count}"


def test_back_and_forward_restore_the_place(window: MainWindow, qtbot: QtBot) -> None:
    window.open_place(Place(MARLOW))
    bar = window.view.verticalScrollBar()
    assert bar.maximum() > 0
    bar.setValue(bar.maximum() // 2)
    where, place = bar.value(), window.desk.place
    window.view.topic_requested.emit(LinkTarget("how-we-grade"))
    assert opened(window) == "how-we-grade"
    window.own_actions["back"].trigger()
    qtbot.waitUntil(window.updatesEnabled)
    assert opened(window) == MARLOW
    assert window.desk.place == place
    assert abs(bar.value() - where) < 40
    window.own_actions["forward"].trigger()
    assert opened(window) == "how-we-grade"
    assert not window.own_actions["forward"].isEnabled()


def test_back_from_the_first_page_is_the_start_page(window: MainWindow) -> None:
    window.open_place(Place(MARLOW))
    window.own_actions["back"].trigger()
    assert opened(window) == ""
    assert window.start.isVisible()
    assert not window.own_actions["back"].isEnabled()


def test_a_page_opens_again_where_reading_stopped(
    readers: Readers, qtbot: QtBot
) -> None:
    with readers.open() as first:
        first.open_place(Place(MARLOW))
        bar = first.view.verticalScrollBar()
        bar.setValue(bar.maximum() // 2)
        place = first.desk.place
    with readers.open() as second:
        second.open_place(Place(MARLOW))
        qtbot.waitUntil(lambda: second.desk.place == place)
        message = second.bar.message
        assert message is not None
        assert message.action == "Go to the top"
        second.bar.press_action()
        assert second.desk.place == Place(MARLOW)


def test_a_link_to_a_section_opens_there(window: MainWindow) -> None:
    window.view.topic_requested.emit(LinkTarget(MARLOW, "red-flags"))
    assert window.desk.place.section == "red-flags"


def test_an_unknown_page_is_said_in_the_bar_and_nothing_closes(
    window: MainWindow,
) -> None:
    window.open_place(Place(MARLOW))
    window.open_place(Place("marlow-syndrom"))
    assert opened(window) == MARLOW
    message = window.bar.message
    assert message is not None
    assert MARLOW in message.advice


def test_a_badge_opens_its_reasons_beside_the_page(window: MainWindow) -> None:
    window.open_place(Place(MARLOW))
    window.view.badge_activated.emit(ClaimTarget("marlow-cells"))
    assert window.side.explains
    assert window.side.why is not None
    assert window.side.why.claim_id() == "marlow-cells"
    window.side.why.closed.emit()
    assert window.focusWidget() is window.view


def test_a_web_address_is_never_opened_unasked(window: MainWindow) -> None:
    window.open_place(Place(MARLOW))
    window.view.web_requested.emit(WebTarget("https://example.org/hands"))
    message = window.bar.message
    assert message is not None
    assert "https://example.org/hands" in message.text


@pytest.mark.parametrize("key", [Qt.Key.Key_K, Qt.Key.Key_L])
def test_a_key_leads_to_the_search_field_from_the_page(
    window: MainWindow, qtbot: QtBot, key: Qt.Key
) -> None:
    window.open_place(Place(MARLOW))
    qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    assert window.focusWidget() is window.finder.box


def test_f6_goes_round_all_parts_and_comes_back(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.open_place(Place(MARLOW))
    window.focus_search()
    seen = []
    for _ in range(6):
        qtbot.keyClick(window, Qt.Key.Key_F6)
        seen.append(window.focusWidget())
    assert window.view in seen
    assert window.side.outline in seen
    assert window.finder.box in seen
    qtbot.keyClick(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert window.focusWidget() is seen[-2]


def test_a_small_window_keeps_the_page_and_folds_the_panel(readers: Readers) -> None:
    with readers.open(1024, 640) as window:
        window.open_place(Place(MARLOW))
        assert window.width() == 1024
        assert not window.side.isVisible()
        assert window.view.width() > 600
        window.own_actions["panel"].trigger()
        assert window.side.isVisible()
        window.side.outline.clicked.emit(window.side.outline.model().index(2, 0))
        assert not window.side.isVisible()
        assert window.focusWidget() is window.view
        window.resize(1240, 800)
        assert window.side.isVisible()


def test_text_size_and_colours_are_remembered(readers: Readers, qtbot: QtBot) -> None:
    with readers.open() as first:
        first.own_actions["larger"].trigger()
        first.own_actions["larger"].trigger()
        first.tools.themes.actions()[2].trigger()
        size = first.appearance.text_size
    assert size == 125
    with readers.open() as second:
        assert second.appearance.text_size == 125
        assert second.view.text_size() == 125
        assert second.appearance.theme.name == "dark"
        assert second.tools.size_label.text() == "125 %"
        second.own_actions["normal"].trigger()
        qtbot.waitUntil(second.updatesEnabled)
        assert second.view.text_size() == 100


def test_a_page_is_set_once_when_it_is_opened_and_not_when_it_is_left(
    window: MainWindow,
) -> None:
    pages: list[int] = []

    def note() -> None:
        pages.append(window.view.viewport().width())

    window.view.page_changed.connect(note)
    window.open_place(Place(MARLOW))
    window.own_actions["home"].trigger()
    assert len(pages) == 1
    window.own_actions["back"].trigger()
    assert pages == [pages[0]] * 2


@pytest.mark.parametrize("section", ["", "red-flags"])
def test_other_colours_are_seen_on_frame_and_page_at_once(
    window: MainWindow, qtbot: QtBot, section: str
) -> None:
    window.open_place(Place(MARLOW, section))
    qtbot.waitUntil(window.updatesEnabled)
    before = window.desk.place
    window.tools.themes.actions()[2].trigger()
    window.own_actions["larger"].trigger()
    assert not window.updatesEnabled()
    qtbot.waitUntil(window.updatesEnabled)
    page = window.view.grab().toImage()
    frame = window.tools.grab().toImage()
    assert page.pixelColor(30, page.height() // 2).name() == DARK.page
    assert frame.pixelColor(1, 1).name() == DARK.window
    assert window.view.text_size() == 110
    assert window.desk.place == before


def test_the_shape_of_the_window_is_remembered(readers: Readers) -> None:
    with readers.open(1100, 700) as first:
        first.splitter.setSizes([400, 700, 0])
        sizes = first.splitter.sizes()
    with readers.open(1100, 700) as second:
        assert abs(second.splitter.sizes()[0] - sizes[0]) < 8


def test_a_system_on_the_start_page_leads_to_its_shelf(window: MainWindow) -> None:
    card = next(
        each
        for each in window.start.cards()
        if each.accessibleName().startswith("Brain and nerves")
    )
    card.click()
    assert window.focusWidget() is window.finder.shelves
    assert window.finder.shelves.currentIndex().data().startswith("Brain and nerves")


def test_closing_a_window_closes_the_dialogs_over_it(window: MainWindow) -> None:
    for name in ("settings", "shortcuts", "about"):
        window.own_actions[name].trigger()
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        dialog.close()
    assert QApplication.activeModalWidget() is None
