from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from reader.notebook.digest import ReadDay, TopicRead
from reader.notebook.history import Day
from reader.notebook.store import Notebook
from reader.ui.button_grid import ButtonGrid
from reader.ui.history_model import HistoryModel
from reader.ui.navigation import Place
from reader.ui.window import MainWindow
from tests.ui.window_support import Readers

MARLOW = "marlow-syndrome"
NOW = datetime.now(UTC)


def yesterday() -> datetime:
    return NOW - timedelta(days=1)


def fill(readers: Readers) -> None:
    with Notebook.open(readers.notebook, clock=yesterday) as notebook:
        notebook.history.record("how-we-grade", title="How we grade")
    with Notebook.open(readers.notebook) as notebook:
        notebook.history.record(MARLOW, title="Marlow's syndrome")


def days_of(readers: Readers) -> tuple[Day, ...]:
    with Notebook.open(readers.notebook) as notebook:
        return notebook.history.days()


def show_history(window: MainWindow, qtbot: QtBot, days: int) -> None:
    window.own_actions["history"].trigger()
    qtbot.waitUntil(lambda: window.finder.history.model.rowCount() == days)


def answer_question(window: MainWindow, words: str) -> None:
    window.finder.history.clear_all.click()
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    next(each for each in box.buttons() if each.text() == words).click()


def test_a_page_that_was_opened_is_listed_under_today(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.open_place(Place(MARLOW))
    show_history(window, qtbot, 1)
    today = window.finder.history.model.index(0, 0)
    assert today.data() == "Today"
    assert "Marlow's syndrome" in today.model().index(0, 0, today).data()


def test_days_stand_newest_first_and_return_opens_a_visit(
    readers: Readers, qtbot: QtBot
) -> None:
    fill(readers)
    with readers.open() as window:
        show_history(window, qtbot, 2)
        model, view = window.finder.history.model, window.finder.history.view
        assert [model.index(row, 0).data() for row in (0, 1)] == ["Today", "Yesterday"]
        assert window.focusWidget() is view
        view.setCurrentIndex(model.index(0, 0, model.index(1, 0)))
        qtbot.keyClick(view, Qt.Key.Key_Return)
        assert window.desk.topic is not None
        assert window.desk.topic.slug == "how-we-grade"


def test_one_day_can_be_forgotten(readers: Readers, qtbot: QtBot) -> None:
    fill(readers)
    with readers.open() as window:
        show_history(window, qtbot, 2)
        pane = window.finder.history
        pane.view.setCurrentIndex(pane.model.index(1, 0))
        pane.clear_day.click()
        qtbot.waitUntil(lambda: pane.model.rowCount() == 1)
    assert len(days_of(readers)) == 1


def test_all_is_forgotten_only_after_a_question(readers: Readers, qtbot: QtBot) -> None:
    fill(readers)
    with readers.open() as window:
        show_history(window, qtbot, 2)
        pane = window.finder.history
        answer_question(window, "Keep it")
        assert pane.model.rowCount() == 2
        answer_question(window, "Forget all")
        qtbot.waitUntil(lambda: pane.model.rowCount() == 0)
    assert days_of(readers) == ()


def test_history_can_be_searched(readers: Readers, qtbot: QtBot) -> None:
    fill(readers)
    with readers.open() as window:
        show_history(window, qtbot, 2)
        qtbot.keyClicks(window.finder.history.filter, "grade")
        qtbot.waitUntil(lambda: window.finder.history.model.rowCount() == 1)
        assert window.finder.history.model.index(0, 0).data() == "Yesterday"


def test_nothing_is_remembered_when_the_person_says_so(
    readers: Readers, qtbot: QtBot
) -> None:
    with readers.open() as window:
        settings = replace(window.keeper.settings, keep_history=False)
        window.appearance.take(settings)
        window.open_place(Place(MARLOW))
        window.own_actions["history"].trigger()
        qtbot.waitUntil(lambda: "off" in window.finder.history.words.text())
    assert days_of(readers) == ()


def test_a_page_read_thrice_has_one_row(readers: Readers, qtbot: QtBot) -> None:
    with Notebook.open(readers.notebook) as notebook:
        for _ in range(3):
            notebook.history.record(MARLOW, title="Marlow's syndrome")
    with readers.open() as window:
        show_history(window, qtbot, 1)
        model = window.finder.history.model
        today = model.index(0, 0)
        assert model.rowCount(today) == 1
        assert "opened 3 times" in model.index(0, 0, today).data()


def test_delete_forgets_a_page_and_undo_brings_it_back(
    readers: Readers, qtbot: QtBot
) -> None:
    fill(readers)
    before = days_of(readers)
    with readers.open() as window:
        show_history(window, qtbot, 2)
        pane = window.finder.history
        pane.view.setCurrentIndex(pane.model.index(0, 0, pane.model.index(1, 0)))
        qtbot.keyClick(pane.view, Qt.Key.Key_Delete)
        qtbot.waitUntil(lambda: pane.model.rowCount() == 1)
        assert len(days_of(readers)) == 1
        qtbot.waitUntil(lambda: window.bar.message is not None)
        window.own_actions["undo"].trigger()
        qtbot.waitUntil(lambda: pane.model.rowCount() == 2)
    assert days_of(readers) == before


def test_a_forgotten_page_that_is_open_is_not_remembered_on_leaving_it(
    readers: Readers, qtbot: QtBot
) -> None:
    with readers.open() as window:
        window.open_place(Place(MARLOW))
        show_history(window, qtbot, 1)
        pane = window.finder.history
        pane.view.setCurrentIndex(pane.model.index(0, 0, pane.model.index(0, 0)))
        pane.forget.click()
        qtbot.waitUntil(lambda: pane.model.rowCount() == 0)
        assert window.focusWidget() is not pane.view
    with Notebook.open(readers.notebook) as notebook:
        assert notebook.history.last_place(MARLOW) is None


def test_a_forgotten_day_can_be_brought_back(readers: Readers, qtbot: QtBot) -> None:
    fill(readers)
    with readers.open() as window:
        show_history(window, qtbot, 2)
        pane = window.finder.history
        pane.view.setCurrentIndex(pane.model.index(1, 0))
        qtbot.keyClick(pane.view, Qt.Key.Key_Delete)
        qtbot.waitUntil(lambda: pane.model.rowCount() == 1)
        qtbot.waitUntil(lambda: window.bar.message is not None)
        window.own_actions["undo"].trigger()
        qtbot.waitUntil(lambda: pane.model.rowCount() == 2)


def test_days_have_the_names_that_people_use(qapp: QApplication) -> None:
    model = HistoryModel(qapp)
    today = date(2026, 8, 6)  # a Thursday
    wanted = {
        date(2026, 8, 6): "Today",
        date(2026, 8, 5): "Yesterday",
        date(2026, 8, 4): "Tuesday",
        date(2026, 7, 31): "Friday",
    }
    days = [*wanted, date(2026, 7, 30)]
    model.show_days(tuple([ReadDay(day, ()) for day in days]), today)
    names = [model.index(row, 0).data() for row in range(5)]
    assert names[:4] == list(wanted.values())
    assert "30" in names[4]
    assert "2026" in names[4]


def test_every_command_is_in_the_menu_of_the_history(
    readers: Readers, qtbot: QtBot
) -> None:
    fill(readers)
    with readers.open() as window:
        show_history(window, qtbot, 2)
        view = window.finder.history.view
        view.setCurrentIndex(view.model().index(0, 0, view.model().index(0, 0)))
        words = [action.text() for action in view.actions()]
        assert words == [
            "Open",
            "Open in a new window",
            "Forget page",
            "Forget day",
            "Forget all…",
        ]


def test_the_model_is_sound(qtmodeltester: ModelTester, qapp: QApplication) -> None:
    model = HistoryModel(qapp)
    topics = tuple(TopicRead(f"t{n}", "Marlow", NOW, n + 1) for n in range(3))
    days = (
        ReadDay(NOW.date(), topics),
        ReadDay(yesterday().date(), topics[:1]),
    )
    model.show_days(days, NOW.date())
    qtmodeltester.check(model, force_py=True)
    model.show_days(days[:1], NOW.date())
    assert model.rowCount() == 1


def test_very_large_text_leaves_room_for_the_list(
    readers: Readers, qtbot: QtBot
) -> None:
    fill(readers)
    with readers.open(1024, 640) as window:
        window.appearance.take(replace(window.keeper.settings, text_size=300))
        show_history(window, qtbot, 2)
        pane = window.finder.history
        grid = pane.findChild(ButtonGrid)
        assert isinstance(grid, ButtonGrid)
        single = grid.single
        qtbot.waitUntil(single.isVisible)
        assert not pane.forget.isVisible()
        qtbot.waitUntil(lambda: pane.view.height() > 150)
        words = [action.text() for action in single.menu().actions()]
        assert "Forget day" in words
