from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextTable

from reader.handout import words
from reader.model.blocks import (
    BulletList,
    ListItem,
    Paragraph,
    Picture,
    Quote,
    Strong,
    Text,
)
from reader.model.errors import NotFoundError
from reader.model.grade import Certainty
from reader.model.topic import Kind, Section, Topic
from reader.ui.badge import badge_size
from reader.ui.theme import DARK, LIGHT, THEMES, Theme
from reader.ui.topic_document import Fit, TopicPage, build_page
from reader.ui.topic_objects import OBJECT
from reader.ui.topic_paint import box_room
from reader.ui.topic_style import (
    MEASURE,
    column_pixels,
    look_for,
    measure_pixels,
)
from tests.fixtures.sample_topic import (
    PICTURE_TEXT,
    sample_picture,
    sample_topic,
)

WIDE, NARROW = 900, 420


def page(
    topic: Topic | None = None,
    *,
    width: int = WIDE,
    theme: Theme = LIGHT,
    percent: int = 100,
) -> TopicPage:
    shown = topic or sample_topic()
    look = look_for(theme, percent, width - 40, shown.title)
    margin = (width - column_pixels(look, width - 40)) / 2
    return build_page(shown, look, Fit(width, margin), sample_picture)


def text(written: TopicPage) -> str:
    return written.document.toPlainText()


def blocks(written: TopicPage) -> list[QTextBlock]:
    found = []
    block = written.document.begin()
    while block.isValid():
        found.append(block)
        block = block.next()
    return found


def links(written: TopicPage) -> list[str]:
    found: list[str] = []
    for block in blocks(written):
        for format_range in block.textFormats():
            href = format_range.format.anchorHref()
            if href and found[-1:] != [href]:
                found.append(href)
    return found


def tables(written: TopicPage) -> list[QTextTable]:
    frames = written.document.rootFrame().childFrames()
    return [frame for frame in frames if isinstance(frame, QTextTable)]


IN_ORDER = (
    "Marlow’s disease",
    "Also called Marlow syndrome · creeping leg weakness",
    "Brain and nerves",
    "Checked 2 March 2025. Draft, not reviewed by a clinician.",
    "The short version",
    "Stem cell injections have not been shown to help.",
    "What it is",
    "motor neurons",
    PICTURE_TEXT,
    "How common it is",
    "In families",
    "genes (https://example.org/genes)",
    "Signs",
    "Stumbling, often on one side.",
    "of the feet",
    "Tiredness.",
    "My shoes wore out at the toes first.",
    "Why it happens",
    "How it is found",
    "Nerve tests",
    "How fast nerves carry signals",
    "What helps",
    "Walking practice with a physiotherapist",
    "Compared with usual care",
    "Helps: walking speed after six months",
    "walked about 0.2 metres a second faster",
    "With the treatment 62 of 100 people, without it 41 of 100 people.",
    "Calmitol tablets",
    "Cell therapy: what studies in people show",
    "May make little or no difference: strength after 28 weeks",
    words.HARMS,
    "Headache and back pain",
    words.APPROVALS,
    "Marlocel, Ministry of Example (30 June 2021)",
    "What you may have heard",
    "Do stem cells cure Marlow’s disease?",
    "Our answer: No good studies behind it.",
    "No treatment cures it today.",
    "When to get help now",
    "choke and cannot cough it up",
    "Questions for your care team",
    "Sources",
    "Example A, Sample B, and others, 2024.",
    "https://doi.org/10.1000/marlow.2024",
    "Seen 27 February 2025.",
)


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_everything_on_a_page_is_written_in_reading_order(width: int) -> None:
    written = text(page(width=width))
    at = 0
    for words_ in IN_ORDER:
        found = written.find(words_, at)
        assert found >= 0, f"{words_!r} is missing after {written[at - 60 : at]!r}"
        at = found


def test_a_badge_stands_for_its_words_in_the_text() -> None:
    written = text(page())
    assert f"{OBJECT}How sure we are: high, 4 of 4 circles" in written
    assert f"{OBJECT}How sure we are: no studies in people, 0 of 4" in written


def test_words_for_ears_take_no_room() -> None:
    written = page()
    block = written.document.findBlock(written.badges["own-cells"])
    written.document.documentLayout().documentSize()
    line = block.layout().lineAt(0)
    assert block.text().startswith(OBJECT)
    badge = badge_size(Certainty.LOW, written.style.badge).width()
    assert line.naturalTextWidth() - badge < 3


def test_every_link_of_the_page_is_in_the_document() -> None:
    found = links(page())
    for expected in (
        "reader:term/motor-neuron",
        "reader:source/marlow-review-2024",
        "reader:badge/walking-practice",
        "reader:badge/ips-cells",
        "reader:topic/spot-hype",
        "reader:topic/als#cell-therapy",
        "https://example.org/genes",
    ):
        assert expected in found


def test_citations_show_the_numbers_of_the_sources() -> None:
    assert "hearing\u2060[1]\u2060[2]." in text(page())


def test_an_answer_that_cites_nothing_itself_shows_its_sources() -> None:
    assert "Our answer: Overstated.\u2060[5]" in text(page())


def test_headings_are_known_with_their_levels() -> None:
    levels = {mark.id: mark.level for mark in page().marks}
    assert levels[""] == 1
    assert levels["what-helps"] == levels["red-flags"] == levels["sources"] == 2
    assert levels["how-common"] == levels["heard-cells-cure"] == 3
    assert levels["in-families"] == 4


def test_every_heading_stands_where_its_mark_says() -> None:
    written = page()
    for mark in written.marks:
        assert mark.title in written.document.findBlock(mark.position).text()


def test_a_wide_page_shows_claims_as_a_table_with_a_header_row() -> None:
    written = page()
    table = next(table for table in tables(written) if table.columns() == 3)
    header = [
        table.cellAt(0, column).firstCursorPosition().block().text()
        for column in range(3)
    ]
    assert header == ["Treatment", "What studies found", "How sure we are"]
    assert table.format().headerRowCount() == 1
    assert table.rows() == 3


def test_a_narrow_page_shows_claims_one_below_the_other() -> None:
    written = page(width=NARROW)
    assert {table.columns() for table in tables(written)} == {1}


@pytest.mark.parametrize("theme", THEMES, ids=[theme.name for theme in THEMES])
def test_words_have_colours_of_the_theme_only(theme: Theme) -> None:
    known = {getattr(theme, name) for name in Theme._fields}
    written = page(theme=theme)
    for block in blocks(written):
        for format_range in block.textFormats():
            brush = format_range.format.foreground()
            if brush.style() is not Qt.BrushStyle.NoBrush and brush.color().alpha():
                assert brush.color().name() in known


def test_lines_keep_to_the_measure_however_wide_the_view() -> None:
    written = page(width=2000)
    prose = written.document.find("the nerve cells that").block()
    written.document.documentLayout().documentSize()
    widest = max(
        prose.layout().lineAt(number).textLength()
        for number in range(prose.layout().lineCount())
    )
    assert 60 <= widest <= 80
    look = look_for(LIGHT, 100, 2000, "")
    assert look.overhang < measure_pixels(100) * 0.3
    assert MEASURE == 74


def test_a_title_shrinks_until_its_longest_word_fits() -> None:
    word = "Pneumonoultramicroscopicsilicovolcanoconiosis"
    roomy = look_for(LIGHT, 300, 5000, word).title
    tight = look_for(LIGHT, 300, 560, word).title
    assert tight < roomy


def test_a_page_without_claims_sources_or_names_is_a_page_too() -> None:
    plain = Topic(
        slug="plain",
        title="Plain",
        kind=Kind.PLAIN,
        system=sample_topic().system,
        also_called=(),
        codes=sample_topic().codes,
        status="",
        checked="",
        sections=(Section("top", "", (Paragraph((Text("Only this."),)),)),),
        claims=(),
        heard=(),
        approvals=(),
        harms=(),
        sources=(),
        terms=(),
    )
    assert text(page(plain)).split("\n") == ["Plain", "Brain and nerves", "Only this."]


def test_a_picture_that_is_missing_leaves_its_words() -> None:
    topic = replace(
        sample_topic(),
        sections=(Section("a", "A", (Picture("lost.png", "What it showed."),)),),
    )
    with pytest.raises(NotFoundError):
        sample_picture("lost.png")
    assert "What it showed." in text(page(topic))


def test_ends_of_line_inside_a_run_do_not_break_the_page() -> None:
    run = Strong((Text("one\ntwo\u2029three"),))
    topic = replace(sample_topic(), sections=(Section("a", "A", (Paragraph((run,)),)),))
    assert "one two three" in text(page(topic))


def room_by_qt(written: TopicPage, box: QTextTable) -> QRectF:
    """The same room by Qt, which lays out the whole page to know it."""
    format_ = box.format()
    padding = format_.cellPadding()
    # Qt answers with the corner of the first cell's words and the size of the whole.
    room = written.document.documentLayout().frameBoundingRect(box)
    room.moveTopLeft(room.topLeft() - QPointF(padding, padding))
    room.setWidth(room.width() - format_.leftMargin() - format_.rightMargin())
    room.setHeight(room.height() - format_.topMargin() - format_.bottomMargin())
    return room


@pytest.mark.parametrize("percent", [80, 100, 300])
@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_every_box_lies_around_its_words(width: int, percent: int) -> None:
    written = page(width=width, percent=percent)
    rooms = [box_room(written.document, box) for box in written.boxes]
    assert len(rooms) >= 3
    assert rooms == [room_by_qt(written, box) for box in written.boxes]


def test_a_box_that_begins_with_a_list_lies_around_it() -> None:
    item = ListItem((Paragraph((Text("An item. " * 30),)),))
    inner = Quote((BulletList((item, item)),))
    outer = BulletList((ListItem((Paragraph((Text("Said:"),)), inner)),))
    section = Section("a", "A", (inner, outer))
    written = page(replace(sample_topic(), sections=(section,)))
    rooms = [box_room(written.document, box) for box in written.boxes]
    assert rooms == [room_by_qt(written, box) for box in written.boxes]


def test_a_dark_page_is_written_like_a_light_one() -> None:
    assert text(page(theme=DARK)) == text(page())
