from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from reader.model.listing import TopicEntry
from reader.model.systems import System
from reader.ui.browse import AlphabetModel, AlphabetView, ShelvesModel, ShelvesView


def entry(slug: str, system: str) -> TopicEntry:
    return TopicEntry(slug, slug.upper(), system, "condition", (), (), "", ())


TOPICS = (
    entry("als", "nervous"),
    entry("burns", "skin"),
    entry("parkinsons", "nervous"),
)


def test_the_models_are_sound(qtmodeltester: ModelTester, qapp: QApplication) -> None:
    for model in (ShelvesModel(qapp), AlphabetModel(qapp)):
        model.show_topics(TOPICS)
        qtmodeltester.check(model, force_py=True)


def test_short_notes_stand_last_on_their_shelf_and_say_so(qapp: QApplication) -> None:
    note = TopicEntry("ataxia", "ATAXIA", "nervous", "map", (), (), "", ())
    model = ShelvesModel(qapp)
    model.show_topics((note, *TOPICS))
    nervous = model.index_of_system(System.NERVOUS)
    assert nervous.data() == "Brain and nerves (2)"
    assert [model.index(row, 0, nervous).data() for row in range(3)] == [
        "ALS",
        "PARKINSONS",
        "ATAXIA (short note)",
    ]
    alphabet = AlphabetModel(qapp)
    alphabet.show_topics((note, *TOPICS))
    assert alphabet.index(0, 0).data() == "ATAXIA (short note)"


def test_shelves_show_only_systems_with_topics_and_count_them(
    qapp: QApplication,
) -> None:
    model = ShelvesModel(qapp)
    model.show_topics(TOPICS)
    words = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert words == ["Brain and nerves (2)", "Skin (1)"]
    nervous = model.index_of_system(System.NERVOUS)
    assert [model.index(row, 0, nervous).data() for row in (0, 1)] == [
        "ALS",
        "PARKINSONS",
    ]
    assert not model.index_of_system(System.EYES).isValid()
    assert not model.index_of_topic("nothing").isValid()


def test_return_folds_a_shelf_and_opens_a_topic(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    model = ShelvesModel(parent)
    view = ShelvesView(model, parent)
    model.show_topics(TOPICS)
    opened: list[str] = []
    view.opened.connect(opened.append)
    view.show_system(System.NERVOUS)
    assert view.isExpanded(view.currentIndex())
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert opened == ["als"]
    qtbot.keyClick(view, Qt.Key.Key_Up)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert not view.isExpanded(view.currentIndex())
    assert opened == ["als"]


def test_a_letter_jumps_to_a_title_and_return_opens_it(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    model = AlphabetModel(parent)
    view = AlphabetView(model, parent)
    model.show_topics(TOPICS)
    parent.show()
    opened: list[str] = []
    view.opened.connect(opened.append)
    view.setCurrentIndex(model.index(0))
    qtbot.keyClicks(view, "p")
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert opened == ["parkinsons"]
