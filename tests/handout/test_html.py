"""A topic as a page for a browser, read with a parser that is not ours."""

import itertools
import re
from collections import Counter
from dataclasses import replace

import pytest

from reader.handout.html import render_html
from reader.model.blocks import (
    BulletList,
    Heading,
    ListItem,
    Paragraph,
    Picture,
    Strong,
    Text,
    WebLink,
)
from reader.model.errors import NotFoundError
from reader.model.grade import Certainty
from reader.model.topic import Section
from reader.model.wording import spoken
from tests.fixtures.sample_topic import PICTURE_TEXT, sample_picture, sample_topic
from tests.handout.outline import Element, Outline, read_outline

HOSTILE = "</p></style></title><script>alert('x')</script><img src=x onerror=1>\"'&amp;"


@pytest.fixture(scope="module")
def outline(page: str) -> Outline:
    return read_outline(page)


def _one(outline: Outline, name: str) -> Element:
    (element,) = outline.all(name)
    return element


def test_every_tag_that_opens_is_closed_in_order(outline: Outline) -> None:
    assert outline.faults == []


def test_the_page_is_html5_with_language_and_title(page: str, outline: Outline) -> None:
    assert page.startswith("<!DOCTYPE html>\n")
    assert _one(outline, "html").attributes["lang"] == "en"
    assert _one(outline, "title").words == "Marlow’s disease – Evidence Reader"
    assert outline.all("meta")[0].attributes == {"charset": "utf-8"}


def test_nothing_is_fetched_and_nothing_runs(page: str, outline: Outline) -> None:
    assert outline.all("script", "link", "iframe", "object", "embed", "form") == []
    for element in outline.elements:
        assert not [name for name in element.attributes if name.startswith("on")]
        assert element.attributes.get("src", "data:").startswith("data:")
    style = _one(outline, "style").words
    assert "url(" not in style
    assert "@import" not in style
    assert "srcset" not in page


def test_landmarks_are_there_once(outline: Outline) -> None:
    names = Counter(element.name for element in outline.elements)
    assert [names[n] for n in ("header", "nav", "main", "footer")] == [1, 1, 1, 1]
    first = outline.all("a")[0]
    assert first.attributes["href"] == f"#{_one(outline, 'main').attributes['id']}"


def test_headings_start_at_one_and_skip_no_level(outline: Outline) -> None:
    levels = [int(e.name[1]) for e in outline.all("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    steps = itertools.pairwise(levels)
    assert all(after <= before + 1 for before, after in steps)


def test_ids_are_unique_and_every_inner_link_arrives(outline: Outline) -> None:
    ids = [e.attributes["id"] for e in outline.elements if "id" in e.attributes]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"\S+", place) for place in ids)
    inner = [e.attributes["href"] for e in outline.all("a")]
    assert {href[1:] for href in inner if href.startswith("#")} <= set(ids)
    named = [e.attributes.get("aria-labelledby") for e in outline.all("section")]
    assert {name for name in named if name} <= set(ids)


def test_the_contents_lead_to_every_section(outline: Outline) -> None:
    listed = [e.words for e in outline.all("a") if "nav" in e.parents]
    titles = [section.title for section in sample_topic().sections]
    assert listed == [*titles, "What the badges mean", "Words used here", "Sources"]


def test_header_cells_say_what_they_head(outline: Outline) -> None:
    for cell in outline.all("th"):
        inside_head = "thead" in cell.parents
        assert cell.attributes["scope"] == ("col" if inside_head else "row")
    assert len(outline.all("table")) == 3


def test_badges_are_pictures_with_words(outline: Outline) -> None:
    badges = [svg for svg in outline.all("svg") if "aria-label" in svg.attributes]
    shown = [claim.certainty for claim in sample_topic().claims]
    levels = [*shown, *Certainty]
    assert [b.attributes["aria-label"] for b in badges] == [spoken(x) for x in levels]
    assert {b.attributes["role"] for b in badges} == {"img"}
    assert [b.words for b in badges] == [level.word for level in levels]


def test_each_level_has_an_outline_of_its_own(page: str) -> None:
    outlines = {
        re.sub(r'(width|viewBox|d)="[^"]*"', "", rect)
        for rect in re.findall(r"<rect[^>]*>", page)
    }
    assert len(outlines) >= 3
    assert len(set(re.findall(r'stroke-width="[^/]*(?=/>)', page))) >= 5


def test_a_picture_is_inside_the_page_with_its_words(outline: Outline) -> None:
    picture = _one(outline, "img")
    assert picture.attributes["src"].startswith("data:image/png;base64,")
    assert picture.attributes["alt"] == PICTURE_TEXT
    assert picture.parents[-1] == "figure"


def test_only_sources_and_links_of_the_text_lead_outside(outline: Outline) -> None:
    outside = [
        e.attributes["href"]
        for e in outline.all("a")
        if not e.attributes["href"].startswith("#") and "ol" not in e.parents
    ]
    assert outside == ["https://example.org/genes"]


def test_a_citation_leads_to_its_source(outline: Outline) -> None:
    cited = [e for e in outline.all("a") if "sup" in e.parents]
    assert cited
    assert all(e.attributes["href"] == f"#source_{e.words}" for e in cited)


def test_dark_screens_and_paper_are_thought_of(outline: Outline) -> None:
    style = _one(outline, "style").words
    assert "@media (prefers-color-scheme: dark)" in style
    assert "@media print" in style


def test_hostile_words_stay_words() -> None:
    section = Section(
        HOSTILE,
        HOSTILE,
        (
            Heading(3, HOSTILE, (Text(HOSTILE),)),
            Paragraph((Strong((Text(HOSTILE),)),)),
            Paragraph((WebLink("javascript:alert(1)", (Text("press"),)),)),
            BulletList((ListItem((Paragraph((Text(HOSTILE),)),)),)),
            Picture("marlow.png", HOSTILE),
        ),
    )
    topic = replace(sample_topic(), title=HOSTILE, sections=(section,), status=HOSTILE)
    outline = read_outline(render_html(topic, sample_picture))
    assert outline.faults == []
    assert outline.all("script") == []
    assert [e.words for e in outline.all("h1", "h2", "h3")].count(HOSTILE) == 3
    assert _one(outline, "img").attributes["alt"] == HOSTILE
    assert "javascript" not in " ".join(
        e.attributes.get("href", "") for e in outline.all("a")
    )


def test_a_picture_that_is_gone_leaves_its_words() -> None:
    def gone(name: str) -> bytes:
        msg = f"There is no picture {name}."
        raise NotFoundError(msg)

    outline = read_outline(render_html(sample_topic(), gone))
    assert outline.all("img") == []
    assert PICTURE_TEXT in _one(outline, "main").words
