"""Whatever stands on a page, every output comes out whole."""

import itertools

from hypothesis import given, settings

from reader.handout.html import render_html
from reader.handout.markdown import render_markdown
from reader.handout.options import HandoutOptions
from reader.handout.pdf import render_pdf
from reader.handout.text import render_text
from reader.model.topic import Topic
from tests.fixtures.sample_topic import sample_picture
from tests.handout.any_topic import topics
from tests.handout.outline import read_outline


@settings(max_examples=40)
@given(topics())
def test_any_topic_becomes_a_tagged_pdf(topic: Topic) -> None:
    pdf = render_pdf([topic], HandoutOptions(), sample_picture)
    assert pdf.startswith(b"%PDF-")


@settings(max_examples=40)
@given(topics())
def test_any_topic_becomes_a_page_whose_tags_match_and_whose_ids_are_unique(
    topic: Topic,
) -> None:
    outline = read_outline(render_html(topic, sample_picture))
    assert outline.faults == []
    ids = [e.attributes["id"] for e in outline.elements if "id" in e.attributes]
    assert len(ids) == len(set(ids))
    levels = [int(e.name[1]) for e in outline.all("h1", "h2", "h3", "h4")]
    steps = itertools.pairwise(levels)
    assert all(after <= before + 1 for before, after in steps)
    inner = [e.attributes["href"] for e in outline.all("a")]
    assert {href[1:] for href in inner if href.startswith("#")} <= set(ids)


@settings(max_examples=40)
@given(topics())
def test_any_topic_becomes_text_and_markdown(topic: Topic) -> None:
    for page in (render_text(topic), render_markdown(topic)):
        assert page.endswith("\n")
        page.encode("utf-8")
