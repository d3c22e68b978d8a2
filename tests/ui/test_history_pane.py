from dataclasses import replace
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from reader.notebook.history import Day, Visit
from reader.notebook.store import Notebook
from reader.ui.history_pane import HistoryModel
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


def test_the_model_is_sound(qtmodeltester: ModelTester, qapp: QApplication) -> None:
    model = HistoryModel(qapp)
    visits = tuple(Visit(n, MARLOW, None, "Marlow", NOW) for n in range(3))
    days = (Day(NOW.date(), visits), Day(yesterday().date(), visits[:1]))
    model.show_days(days, NOW.date())
    qtmodeltester.check(model, force_py=True)
    model.show_days(days[:1], NOW.date())
    assert model.rowCount() == 1
