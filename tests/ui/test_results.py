from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from reader.model.listing import Hit, Matched, SearchResults
from reader.ui.result_delegate import RESULT_ROLE, Line, Result, _formats
from reader.ui.results import ResultsModel, ResultsView


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
    }
    return Hit(**{**values, **other})  # type: ignore[arg-type]  # one record, any field


def lines(model: ResultsModel, row: int = 0) -> tuple[Line, ...]:
    result = model.index(row).data(RESULT_ROLE)
    assert isinstance(result, Result)
    return result.lines


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
        "How sure the studies are: high, very low",
    ]
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


def test_bold_letters_are_right_after_an_emoji(qapp: QApplication) -> None:
    del qapp
    (stretch,) = _formats(Line("😀 weak", matches=((2, 6),)))
    assert (stretch.start, stretch.length) == (3, 4)


def test_long_words_wrap_and_make_the_row_higher(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    model = ResultsModel(parent)
    view = ResultsView(model, parent)
    view.resize(300, 400)
    parent.show()
    short, long = hit("A weak grip"), hit("A weak grip " * 20)
    model.show_results(SearchResults("weak", "", (short, long)))
    option = QStyleOptionViewItem()
    delegate = view.itemDelegate()
    heights = [delegate.sizeHint(option, model.index(row)).height() for row in (0, 1)]
    assert heights[1] > heights[0] * 1.5
    assert not view.grab().isNull()


def test_a_click_opens_a_hit(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    model = ResultsModel(parent)
    view = ResultsView(model, parent)
    view.resize(300, 400)
    model.show_results(SearchResults("weak", "", (hit("A weak grip"),)))
    parent.show()
    opened: list[Hit] = []
    view.opened.connect(opened.append)
    spot = view.visualRect(model.index(0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert [each.slug for each in opened] == ["als"]
