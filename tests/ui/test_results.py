import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from reader.model.grade import Certainty
from reader.model.listing import Hit, Matched, SearchResults
from reader.notebook.store import Notebook
from reader.ui.appearance import Appearance
from reader.ui.keeping import Keeper
from reader.ui.lines import Line, formats
from reader.ui.result_delegate import RESULT_ROLE, Result
from reader.ui.results import ResultsModel, ResultsView
from reader.ui.tasks import Worker


def hit(snippet: str = "", matched: Matched = Matched.TEXT, **other: object) -> Hit:
    values: dict[str, object] = {
        "slug": "als",
        "title": "ALS",
        "system": "nervous",
        "section": "signs",
        "section_title": "The first signs",
        "snippet": snippet,
        "matches": ((2, 6),),
        "matched": matched,
        "certainties": ("high", "very-low"),
        "kind": "condition",
    }
    return Hit(**{**values, **other})  # type: ignore[arg-type]  # one record, any field


def result(model: ResultsModel, row: int = 0) -> Result:
    found = model.index(row).data(RESULT_ROLE)
    assert isinstance(found, Result)
    return found


def lines(model: ResultsModel, row: int = 0) -> tuple[Line, ...]:
    return result(model, row).lines


@pytest.fixture
def appearance(qapp: QApplication) -> Appearance:
    """As it is in a window; its worker is never asked, so it needs no closing."""
    keeper = Keeper(Worker[Notebook](Notebook.in_memory, "the notebook"))
    return Appearance(qapp, keeper, keeper)


def test_the_model_is_sound(qtmodeltester: ModelTester, qapp: QApplication) -> None:
    model = ResultsModel(qapp)
    qtmodeltester.check(model, force_py=True)
    model.show_results(SearchResults("a", "", (hit("A weak grip"), hit("B"))))
    assert model.rowCount() == 2
    model.clear()
    assert model.rowCount() == 0


def test_a_hit_says_where_it_is_what_was_met_and_how_sure(qapp: QApplication) -> None:
    model = ResultsModel(qapp)
    model.show_results(SearchResults("weak", "", (hit("A weak grip"),)))
    assert [line.text for line in lines(model)] == [
        "ALS",
        "Brain and nerves · The first signs",
        "A weak grip",
        "How sure the studies are:",
    ]
    assert result(model).badges == (Certainty.HIGH, Certainty.VERY_LOW)
    spoken = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith("How sure the studies are: high, very low")
    assert lines(model)[2].matches == ((2, 6),)


def test_another_name_and_a_code_are_told_apart_from_text(qapp: QApplication) -> None:
    model = ResultsModel(qapp)
    found = (hit("Lou Gehrig", Matched.NAME), hit("G12.21", Matched.CODE))
    model.show_results(SearchResults("x", "", found))
    assert lines(model, 0)[2].text == "Also called: Lou Gehrig"
    assert lines(model, 0)[2].matches == ((15, 19),)
    assert lines(model, 1)[2].text == "Code: G12.21"


def test_the_title_is_not_said_twice(qapp: QApplication) -> None:
    model = ResultsModel(qapp)
    model.show_results(SearchResults("als", "", (hit("ALS", Matched.NAME),)))
    assert len(lines(model)) == 3


def test_badges_of_a_topic_stand_at_its_first_hit_only(qapp: QApplication) -> None:
    model = ResultsModel(qapp)
    other = hit("Weak", slug="marlow", title="Marlow")
    model.show_results(SearchResults("a", "", (hit("A weak grip"), hit("B"), other)))
    assert [bool(result(model, row).badges) for row in range(3)] == [True, False, True]
    spoken = model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "How sure" not in spoken


def test_a_short_note_says_that_it_is_one(qapp: QApplication) -> None:
    model = ResultsModel(qapp)
    note = hit("Lou Gehrig", Matched.NAME, kind="map", certainties=())
    model.show_results(SearchResults("lou", "", (note,)))
    assert lines(model)[-1].text == "Short note, with no badge yet"
    assert not result(model).badges


def test_words_that_were_met_stand_out_from_the_rest(
    qtbot: QtBot, appearance: Appearance
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    model = ResultsModel(parent)
    view = ResultsView(model, appearance, parent)
    view.resize(300, 400)
    parent.show()
    model.show_results(SearchResults("weak", "", (hit("A weak grip"),)))
    picture = view.viewport().grab().toImage()
    colours = {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(picture.height())
    }
    assert appearance.theme.match in colours
    assert appearance.theme.badge(Certainty.HIGH) in colours


def test_bold_letters_are_right_after_an_emoji(qapp: QApplication) -> None:
    del qapp
    (stretch,) = formats(Line("😀 weak", matches=((2, 6),)))
    assert (stretch.start, stretch.length) == (3, 4)


def test_long_words_wrap_and_make_the_row_higher(
    qtbot: QtBot, appearance: Appearance
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    model = ResultsModel(parent)
    view = ResultsView(model, appearance, parent)
    view.resize(300, 400)
    parent.show()
    short, long = hit("A weak grip"), hit("A weak grip " * 60)
    model.show_results(SearchResults("weak", "", (short, long)))
    option = QStyleOptionViewItem()
    delegate = view.itemDelegate()
    heights = [delegate.sizeHint(option, model.index(row)).height() for row in (0, 1)]
    assert heights[1] > heights[0] * 1.5
    assert not view.grab().isNull()


def test_a_click_opens_a_hit(qtbot: QtBot, appearance: Appearance) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    model = ResultsModel(parent)
    view = ResultsView(model, appearance, parent)
    view.resize(300, 400)
    model.show_results(SearchResults("weak", "", (hit("A weak grip"),)))
    parent.show()
    opened: list[Hit] = []
    view.opened.connect(opened.append)
    spot = view.visualRect(model.index(0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert [each.slug for each in opened] == ["als"]
