"""Icon arrays show each person once, and say the same in words."""

import re

import pytest

from reader.handout.html import render_html
from reader.handout.icon_array import (
    absolute_sentence,
    array_size,
    array_svg,
    captions,
    heading,
)
from reader.model.evidence import Absolute
from tests.fixtures.sample_topic import sample_topic

ALIVE = Absolute(58, 49, 100, "1 year", "alive")


def drawn(svg: str) -> tuple[int, int]:
    """How many figures are solid and how many are outlines."""
    solid, hollow = re.findall(r'<path d="([^"]*)"', svg)
    # A person is a head and a body, a square is one shape.
    shapes = 2 if "a2 2" in svg else 1
    return solid.count("M") // shapes, hollow.count("M") // shapes


@pytest.mark.parametrize(
    ("count", "of"), [(0, 100), (1, 100), (58, 100), (100, 100), (57, 1000)]
)
def test_each_person_is_drawn_once(count: int, of: int) -> None:
    assert drawn(array_svg(count, of, "#000000")) == (count, of - count)


@pytest.mark.parametrize("of", [100, 1000])
def test_every_figure_stands_inside_the_drawing(of: int) -> None:
    width, height = array_size(of)
    svg = array_svg(of, of, "#000000")
    starts = re.findall(r"M([\d.]+) ([\d.]+)", svg)
    assert len(set(starts)) == len(starts)
    assert all(float(x) < width and float(y) < height for x, y in starts)


def test_the_words_say_what_the_pictures_show() -> None:
    assert heading(ALIVE) == "Alive, of 100 people (1 year):"
    assert captions(ALIVE) == ("58 with it", "49 without it")
    assert absolute_sentence(ALIVE) == (
        "Over 1 year: alive. With the treatment 58 of 100 people, without it 49 of "
        "100 people."
    )


def test_a_page_for_the_browser_draws_both_and_names_them() -> None:
    topic = sample_topic()
    html = render_html(topic, lambda _: b"")
    claim = next(claim for claim in topic.claims if claim.absolute)
    assert claim.absolute is not None
    assert f'role="img" aria-label="{absolute_sentence(claim.absolute)}"' in html
    arrays = re.findall(r'<span class="array">.*?</span>', html)
    assert [drawn(array) for array in arrays[:2]] == [
        (claim.absolute.with_, claim.absolute.of - claim.absolute.with_),
        (claim.absolute.without, claim.absolute.of - claim.absolute.without),
    ]
