"""Blocks as plain words."""

from reader.model.blocks import (
    BulletList,
    Citation,
    ListItem,
    Paragraph,
    Strong,
    Term,
    Text,
)
from reader.model.plain import block_text, inlines
from tests.fixtures.sample_topic import sample_topic


def test_citations_have_no_words() -> None:
    run = (Text("It helps"), Strong((Text(" a little."),)), Citation(("a",)))
    assert block_text(Paragraph(run)) == "It helps a little."


def test_each_item_of_a_list_is_a_line() -> None:
    items = tuple(ListItem((Paragraph((Text(word),)),)) for word in ("one", "two"))
    assert block_text(BulletList(items)) == "one\ntwo"


def test_every_block_of_a_page_can_be_read() -> None:
    words = "\n".join(
        block_text(block)
        for section in sample_topic().sections
        for block in section.blocks
    )
    assert len(words.split()) > 40


def test_inlines_are_found_at_every_depth() -> None:
    term = Term("placebo", "dummy pill")
    assert term in list(inlines((Strong((Text("a "), term)),)))
