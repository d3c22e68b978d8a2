from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QTextCursor, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.ui.fonts import BODY_PIXELS, font
from reader.ui.term_popup import TermPopup
from reader.ui.theme import DARK, HIGH_CONTRAST, LIGHT
from reader.ui.topic_links import (
    ClaimTarget,
    LinkTarget,
    SourceTarget,
    TermTarget,
    WebTarget,
)
from reader.ui.topic_view import TopicView
from tests.fixtures.sample_topic import sample_picture, sample_topic

SIZES = (80, 100, 200, 300)


@pytest.fixture
def view(qtbot: QtBot) -> TopicView:
    made = TopicView(LIGHT, sample_picture)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    made.show_topic(sample_topic())
    return made


def arrive(qtbot: QtBot, view: TopicView) -> None:
    """Wait until the page is seen at its place."""
    qtbot.waitUntil(lambda: not view.arriving)


def tab_to(qtbot: QtBot, view: TopicView, words: str) -> None:
    """Press Tab until the focus is on a link with these words."""
    view.setFocus()
    for _ in range(80):
        qtbot.keyClick(view, Qt.Key.Key_Tab)
        if words in view.textCursor().selectedText().replace("\u00a0", " "):
            return
    pytest.fail(f"Tab does not reach {words!r}")


def click(qtbot: QtBot, view: TopicView, words: str) -> None:
    cursor = view.document().find(words)
    cursor.setPosition(cursor.selectionStart() + 1)
    view.setTextCursor(cursor)
    spot = view.cursorRect(cursor).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)


def test_a_page_is_named_after_its_topic(view: TopicView) -> None:
    assert view.accessibleName() == "Marlow’s disease"
    assert view.topic() is sample_topic()
    assert view.toPlainText().startswith("Marlow’s disease")


def test_tab_reaches_a_badge_and_enter_asks_why(qtbot: QtBot, view: TopicView) -> None:
    tab_to(qtbot, view, "How sure we are: low")
    with qtbot.waitSignal(view.badge_activated) as asked:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert asked.args == [ClaimTarget("own-cells")]


def test_tab_reaches_every_badge_of_the_page(qtbot: QtBot, view: TopicView) -> None:
    view.setFocus()
    reached = set()
    for _ in range(60):
        qtbot.keyClick(view, Qt.Key.Key_Tab)
        reached.add(view.textCursor().charFormat().anchorHref())
    assert {f"reader:badge/{claim}" for claim in view.claims()} <= reached


def test_tab_starts_where_the_person_reads(qtbot: QtBot, view: TopicView) -> None:
    view.go_to("heard")
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    start = view.textCursor().selectionStart()
    heard = next(mark for mark in view.headings() if mark.id == "heard")
    assert start > heard.position


def test_a_click_on_a_badge_asks_why(qtbot: QtBot, view: TopicView) -> None:
    view.go_to("what-helps")
    with qtbot.waitSignal(view.badge_activated) as asked:
        click(qtbot, view, "\ufffcHow")
    assert asked.args == [ClaimTarget("walking-practice")]


def test_a_link_to_another_topic_is_passed_on(qtbot: QtBot, view: TopicView) -> None:
    with qtbot.waitSignal(view.topic_requested) as asked:
        click(qtbot, view, "ALS and cell therapy")
    assert asked.args == [LinkTarget("als", "cell-therapy")]


def test_an_address_outside_is_never_opened_but_asked_for(
    qtbot: QtBot, view: TopicView
) -> None:
    with qtbot.waitSignal(view.web_requested) as asked:
        click(qtbot, view, "genes")
    assert asked.args == [WebTarget("https://example.org/genes")]
    assert view.toPlainText().startswith("Marlow’s disease")


def test_a_citation_leads_to_its_source(qtbot: QtBot, view: TopicView) -> None:
    left: list[str] = []

    def note_place() -> None:
        left.append(view.current_section())

    view.go_to("cell-therapy")
    view.source_activated.connect(note_place)
    with qtbot.waitSignal(view.source_activated) as asked:
        click(qtbot, view, "[6]")
    assert asked.args == [SourceTarget("marlow-mice-2021")]
    assert left == ["cell-therapy"]
    found = view.document().find("Specimen E")
    assert view.viewport().rect().contains(view.cursorRect(found))


def test_a_word_opens_its_meaning_in_place_and_esc_closes_it(
    qtbot: QtBot, view: TopicView
) -> None:
    tab_to(qtbot, view, "motor neurons")
    with qtbot.waitSignal(view.term_activated) as asked:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert asked.args == [TermTarget("motor-neuron")]
    popup = view.findChild(TermPopup)
    assert popup is not None
    assert popup.isVisible()
    assert popup.accessibleName() == "motor neuron"
    assert popup.meaning() == "A nerve cell that tells a muscle to move."
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    assert not popup.isVisible()


def test_the_meaning_closes_on_enter_too(qtbot: QtBot, view: TopicView) -> None:
    click(qtbot, view, "randomised trials")
    popup = view.findChild(TermPopup)
    assert popup is not None
    assert "chance decides" in popup.meaning()
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert not popup.isVisible()


def test_the_meaning_stands_on_the_screen_even_at_its_foot(qtbot: QtBot) -> None:
    popup = TermPopup(None)
    qtbot.addWidget(popup)
    room = popup.screen().availableGeometry()
    word = QRect(room.bottomRight() - QPoint(10, 20), room.bottomRight())
    popup.show_term(sample_topic().terms[0], word, DARK, 200)
    assert room.contains(popup.geometry())
    popup.close()


@pytest.mark.parametrize("width", [640, 1024])
@pytest.mark.parametrize("percent", SIZES)
def test_nothing_is_clipped_at_any_text_size(
    view: TopicView, percent: int, width: int
) -> None:
    view.resize(width, 640)
    view.dress(LIGHT, percent)
    assert view.horizontalScrollBar().maximum() == 0
    assert view.document().size().width() <= view.viewport().width()
    assert view.text_size() == percent


def test_a_text_size_outside_the_range_becomes_the_nearest_inside(
    view: TopicView,
) -> None:
    view.dress(LIGHT, 20)
    assert view.text_size() == 80
    view.dress(LIGHT, 900)
    assert view.text_size() == 300


@pytest.mark.parametrize("section", ["signs", "what-helps", "heard", "red-flags"])
def test_the_place_is_kept_when_the_text_grows(
    qtbot: QtBot, view: TopicView, section: str
) -> None:
    view.show_topic(sample_topic(), section)
    view.dress(LIGHT, 200)
    arrive(qtbot, view)
    assert view.current_section() == section
    view.dress(LIGHT, 100)
    arrive(qtbot, view)
    assert (view.current_section(), view.fraction()) == (section, 0.0)


def test_the_line_is_kept_through_theme_width_and_size(
    qtbot: QtBot, view: TopicView
) -> None:
    view.show_topic(sample_topic(), "cell-therapy", 0.4)
    kept = view.fraction()
    view.dress(DARK, 100)
    view.resize(500, 700)
    view.dress(DARK, 150)
    view.resize(900, 700)
    view.dress(LIGHT, 100)
    arrive(qtbot, view)
    assert view.current_section() == "cell-therapy"
    assert view.fraction() == kept == 0.4


def test_scrolling_says_which_section_is_read(qtbot: QtBot, view: TopicView) -> None:
    bar = view.verticalScrollBar()
    with qtbot.waitSignal(view.section_changed):
        bar.setValue(bar.maximum() // 2)
    assert view.current_section() not in {"", "sources"}
    assert 0 <= view.fraction() <= 1
    bar.setValue(0)
    assert (view.current_section(), view.fraction()) == ("", 0.0)


def test_a_place_can_be_left_and_found_again(qtbot: QtBot, view: TopicView) -> None:
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 3)
    place, line = (view.current_section(), view.fraction()), bar.value()
    view.show_topic(replace(sample_topic(), slug="other"))
    assert bar.value() == 0
    view.show_topic(sample_topic(), *place)
    arrive(qtbot, view)
    assert abs(bar.value() - line) < 60
    assert view.current_section() == place[0]


def test_an_unknown_section_opens_the_page_at_its_top(view: TopicView) -> None:
    view.show_topic(sample_topic(), "no-such-section", 0.7)
    assert view.verticalScrollBar().value() == 0
    assert (view.current_section(), view.fraction()) == ("", 0.0)


def test_a_heading_inside_a_section_can_be_gone_to(view: TopicView) -> None:
    view.go_to("in-families")
    assert view.current_heading() == "in-families"
    assert view.current_section() == "what-it-is"


def test_headings_can_be_walked_forwards_and_back(view: TopicView) -> None:
    walked = []
    for _ in range(4):
        view.next_heading()
        walked.append(view.current_heading())
    assert walked == ["short-version", "what-it-is", "how-common", "in-families"]
    view.previous_heading()
    assert view.current_heading() == "how-common"
    view.go_to("sources")
    view.next_heading()
    assert view.current_heading() == "sources"


def test_a_badge_far_down_is_brought_into_view(view: TopicView) -> None:
    view.go_to_claim("ips-cells")
    cursor = QTextCursor(view.document())
    cursor.setPosition(view.document().find("How sure we are: no").selectionStart())
    assert view.viewport().rect().contains(view.cursorRect(cursor))
    before = view.verticalScrollBar().value()
    view.go_to_claim("ips-cells")
    assert view.verticalScrollBar().value() == before
    view.go_to_claim("no-such-claim")
    assert view.verticalScrollBar().value() == before


def test_the_badge_that_is_explained_is_ringed(view: TopicView) -> None:
    view.go_to("cell-therapy")
    plain = view.grab().toImage()
    view.mark_claim("own-cells")
    assert view.grab().toImage() != plain
    view.mark_claim("")
    assert view.grab().toImage() == plain


def test_claims_are_named_in_the_order_of_their_badges(view: TopicView) -> None:
    assert view.claims() == (
        "walking-practice",
        "calmitol",
        "own-cells",
        "donor-cells",
        "ips-cells",
    )


def test_the_wheel_with_ctrl_asks_for_another_text_size(
    qtbot: QtBot, view: TopicView
) -> None:
    for turn, step in ((120, 1), (-120, -1)):
        event = QWheelEvent(
            QPointF(50, 50),
            QPointF(50, 50),
            QPoint(0, turn),
            QPoint(0, turn),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        with qtbot.waitSignal(view.text_size_step) as asked:
            QApplication.sendEvent(view.viewport(), event)
        assert asked.args == [step]


def test_what_is_copied_is_words(view: TopicView) -> None:
    view.selectAll()
    view.copy()
    copied = QApplication.clipboard().text()
    assert "How sure we are: moderate, 3 of 4 circles" in copied
    assert "\ufffc" not in copied


@pytest.mark.parametrize("theme", [DARK, HIGH_CONTRAST])
def test_another_theme_shows_on_the_page(view: TopicView, theme: object) -> None:
    assert theme in {DARK, HIGH_CONTRAST}
    chosen = DARK if theme is DARK else HIGH_CONTRAST
    view.dress(chosen, 100)
    image = view.grab().toImage()
    assert image.pixelColor(30, image.height() // 2).name() == chosen.page


def test_a_page_asked_for_before_the_window_shows_is_there_when_it_does(
    qtbot: QtBot,
) -> None:
    view = TopicView(LIGHT, sample_picture)
    qtbot.addWidget(view)
    view.resize(800, 600)
    view.dress(DARK, 125)
    view.show_topic(sample_topic(), "heard")
    assert view.headings() == ()
    with qtbot.waitSignal(view.page_changed):
        view.show()
    assert view.current_section() == "heard"


def test_a_topic_can_replace_another_many_times_without_leaving_documents(
    view: TopicView, qtbot: QtBot
) -> None:
    def few_documents() -> bool:
        return len(view.children()) < 12

    for number in range(30):
        view.show_topic(replace(sample_topic(), slug=f"t{number}"))
    qtbot.waitUntil(few_documents)


def test_the_page_keeps_its_type_when_the_words_of_the_window_grow(
    qapp: QApplication, view: TopicView
) -> None:
    usual = qapp.font()
    qapp.setFont(font(40))
    assert view.document().defaultFont().pixelSize() == BODY_PIXELS
    qapp.setFont(usual)
