"""What a line of a list means: exactly one topic, or a question for the person."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library.lookup import (
    Found,
    How,
    Meaning,
    Unclear,
    Unknown,
    Why,
    look_up,
    slugs_of,
)
from reader.library.store import Library
from reader.model.listed import ListedLine
from tests.fixtures.clinic_library import compile_clinic_library


@pytest.fixture(scope="module")
def clinic_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return compile_clinic_library(tmp_path_factory.mktemp("clinic"))


@pytest.fixture
def clinic(clinic_file: Path) -> Iterator[Library]:
    with Library.open(clinic_file) as opened:
        yield opened


def one(library: Library, *texts: str) -> Meaning:
    (meaning,) = look_up(library, [ListedLine(1, texts)])
    return meaning


def topics(meaning: Meaning) -> tuple[str, ...]:
    match meaning:
        case Found():
            return (meaning.topic.slug,)
        case Unclear():
            return tuple(choice.slug for choice in meaning.choices)
        case Unknown():
            return ()


@pytest.mark.parametrize(
    ("typed", "slug", "how"),
    [
        ("marlow-syndrome", "marlow-syndrome", How.SLUG),
        ("  Marlow-Syndrome ", "marlow-syndrome", How.SLUG),
        ("Lou Marlow's disease", "marlow-syndrome", How.NAME),
        ("lou marlow’s DISEASE", "marlow-syndrome", How.NAME),
        ("cafe disease", "marlow-syndrome", How.NAME),
        ("Glass bones, brittle kind", "glass-bones", How.NAME),
        ("G12.2", "marlow-syndrome", How.CODE),
        ("g122", "marlow-syndrome", How.CODE),
        ("G12.21", "marlow-syndrome", How.CODE),
    ],
)
def test_a_slug_a_name_and_a_code_are_a_topic(
    clinic: Library, typed: str, slug: str, how: How
) -> None:
    meaning = one(clinic, typed)
    assert isinstance(meaning, Found)
    assert (meaning.topic.slug, meaning.how) == (slug, how)
    assert meaning.line.texts == (typed,)


def test_a_code_is_that_of_the_nearest_page_about_its_category(
    clinic: Library,
) -> None:
    assert topics(one(clinic, "I50.9")) == ("heart-drum",)
    assert topics(one(clinic, "I50.12")) == ("blue-lips",)
    assert isinstance(one(clinic, "I50.9"), Found)


def test_a_category_is_not_taken_for_one_of_its_codes(clinic: Library) -> None:
    meaning = one(clinic, "G12")
    assert isinstance(meaning, Unclear)
    assert set(topics(meaning)) == {"marlow-syndrome", "alsace-fever"}
    alone = one(clinic, "E75")
    assert isinstance(alone, Unclear)


def test_what_several_topics_are_called_is_asked(clinic: Library) -> None:
    for typed in ("AD", "E75.2"):
        meaning = one(clinic, typed)
        assert isinstance(meaning, Unclear)
        assert meaning.why is Why.SEVERAL
        assert len(meaning.choices) == 2
        assert all(choice.title for choice in meaning.choices)


def test_a_slip_is_asked_and_never_mended(clinic: Library) -> None:
    meaning = one(clinic, "marlow syndrom x")
    assert isinstance(meaning, Unclear)
    assert meaning.why is Why.ALIKE
    assert topics(meaning)[0] == "marlow-syndrome"
    assert len(meaning.choices) <= 3


def test_only_words_in_the_text_are_no_topic(clinic: Library) -> None:
    assert isinstance(one(clinic, "nerves"), Unknown)
    assert isinstance(one(clinic, "zzzz"), Unknown)
    assert isinstance(one(clinic, "?"), Unknown)


def test_a_code_and_a_name_have_to_agree(clinic: Library) -> None:
    assert topics(one(clinic, "G12.2", "Grey hand")) == ("marlow-syndrome",)
    contrary = one(clinic, "G12.2", "Heart drum")
    assert isinstance(contrary, Unclear)
    assert contrary.why is Why.CONTRARY
    assert set(topics(contrary)) == {"marlow-syndrome", "heart-drum"}


def test_the_second_column_settles_what_the_first_leaves_open(clinic: Library) -> None:
    assert topics(one(clinic, "E75.2", "short memory")) == ("short-memory",)
    assert topics(one(clinic, "X99.9", "short memory")) == ("short-memory",)


def test_a_line_with_commas_is_one_name_if_it_can_be_and_several_else(
    clinic: Library,
) -> None:
    whole = ListedLine(1, ("lip, blue",), ("lip", "blue"))
    assert slugs_of(look_up(clinic, [whole])) == ("blue-lips",)
    several = ListedLine(2, ("Grey hand, I50, zzzz",), ("Grey hand", "I50", "zzzz"))
    meanings = look_up(clinic, [several])
    assert [type(each) for each in meanings] == [Found, Found, Unknown]
    assert {each.line.number for each in meanings} == {2}


def test_nonsense_with_commas_is_reported_once(clinic: Library) -> None:
    line = ListedLine(1, ("qqq, www",), ("qqq", "www"))
    assert [each.line for each in look_up(clinic, [line])] == [line]


def test_the_same_topic_twice_is_one_handout(clinic: Library) -> None:
    lines = [ListedLine(n, (t,)) for n, t in enumerate(("I50", "Grey hand", "G12.2"))]
    assert slugs_of(look_up(clinic, lines)) == ("heart-drum", "marlow-syndrome")


@given(text=st.text(min_size=1, max_size=60))
def test_nothing_that_is_typed_breaks_it_or_is_guessed(
    clinic_file: Path, text: str
) -> None:
    with Library.open(clinic_file) as library:
        meaning = one(library, text)
        if isinstance(meaning, Found):
            page = library.topic(meaning.topic.slug)
            assert meaning.topic.title == page.title
