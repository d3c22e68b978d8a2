"""A topic as plain text and as Markdown."""

import re
from dataclasses import replace

from markdown import markdown

from reader.handout.markdown import render_markdown
from reader.handout.text import render_text
from reader.model.blocks import Heading, Paragraph, Strong, Text, WebLink
from reader.model.topic import Section, Topic
from tests.fixtures.sample_topic import sample_topic
from tests.handout.outline import read_outline

HOSTILE = "*a* _b_ `c` [d](e) <i> # | ! \\ ~~ $x$ & &amp; 1. - + > = {x}"


def _with(*children: Text | Strong | WebLink) -> Topic:
    blocks = (Paragraph(children),)
    return replace(sample_topic(), sections=(Section("what", "What", blocks),))


def _section(page: str, title: str) -> str:
    return page[page.index(title) :]


def test_text_begins_with_title_names_and_notice() -> None:
    assert render_text(sample_topic()).startswith(
        "Marlow’s disease\n================\n\n"
        "Also called: Marlow syndrome, creeping leg weakness\n\n"
        "Draft, not reviewed by a clinician. Checked 2 March 2025.\n\n"
    )


def test_text_keeps_to_78_characters_a_line() -> None:
    lines = render_text(sample_topic()).splitlines()
    assert max(map(len, lines)) <= 78


def test_text_says_how_sure_we_are_beside_each_claim() -> None:
    assert (
        "Calmitol tablets (Compared with dummy tablets)\n"
        "    What studies found: Staying able to work for one year: About 2 in\n"
        "    100 more people could still work after a year. [1, 2]\n"
        "    How sure we are: [***-] Moderate. Probably helps a little\n"
    ) in render_text(sample_topic())


def test_text_answers_what_people_hear() -> None:
    heard = _section(render_text(sample_topic()), "What you may have heard")
    question = heard.index("Do stem cells cure Marlow’s disease?")
    assert question < heard.index("Our answer: No good studies behind it [3]")


def test_text_lists_sources_with_identifiers() -> None:
    sources = _section(render_text(sample_topic()), "Sources\n")
    assert "4. 2022. Marrow cells in Marlow’s disease, trial entry. NCT0" in sources


def test_steps_inside_steps_are_set_in() -> None:
    assert (
        "1. Stumbling, often on one side.\n2. Weakness:\n\n   - of the feet\n"
        "   - of a hand\n3. Tiredness.\n"
    ) in render_text(sample_topic())


def test_markdown_has_the_same_headings_as_the_topic() -> None:
    lines = render_markdown(sample_topic()).splitlines()
    titles = [line[3:] for line in lines if line.startswith("## ")]
    sections = [section.title for section in sample_topic().sections]
    assert titles == [*sections, "What the badges mean", "Words used here", "Sources"]
    assert lines[0] == "# Marlow’s disease"


def test_markdown_tables_have_equal_rows() -> None:
    lines = render_markdown(sample_topic()).splitlines()
    table = [line for line in lines if line.startswith("|")]
    assert len(table) == 4 + 4 + 5
    assert {line.count(" | ") for line in table} == {1, 2}


def test_hostile_words_stay_words_in_markdown() -> None:
    page = render_markdown(_with(Text(HOSTILE)))
    read = read_outline(markdown(page, extensions=["tables"]))
    paragraphs = [element.words for element in read.all("p")]
    # This reader of Markdown does not know that these two can be escaped.
    plain = [re.sub(r"\\([~$])", r"\1", words) for words in paragraphs]
    assert HOSTILE in plain


def test_a_number_at_the_start_of_a_line_is_no_list() -> None:
    page = render_markdown(_with(Text("1990. A year. \n- no item")))
    assert "1990\\. A year." in page
    assert "\n-" not in _section(page, "A year.")[:20]


def test_a_link_in_markdown_cannot_be_broken_out_of() -> None:
    page = render_markdown(_with(WebLink("https://e.org/a) b", (Text("x]"),))))
    assert "[x\\]](https://e.org/a%29%20b)" in page


def test_a_heading_that_jumps_is_brought_into_line() -> None:
    blocks = (Heading(4, "deep", (Text("Deep"),)), Heading(4, "deep", (Text("Too"),)))
    topic = replace(sample_topic(), sections=(Section("what", "What", blocks),))
    assert "\n### Deep\n" in render_markdown(topic)
    assert "\n#### Too\n" in render_markdown(topic)
