"""Search as a person meets it: names first, then text, whatever is typed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library.query import read_query
from reader.library.store import Library
from reader.model.listing import Hit, Matched
from tests.fixtures.source_folder import compile_folder, write_sources

MARLOW = "marlow-syndrome"


def first(library: Library, text: str) -> Hit:
    return library.search(text).hits[0]


@pytest.mark.parametrize(
    ("typed", "matched"),
    [
        ("Marlow's syndrome", Matched.NAME),
        ("marlows SYNDROME", Matched.NAME),
        ("MS1", Matched.NAME),
        ("grey hand", Matched.NAME),
        ("cafe disease", Matched.NAME),
        ("swollen glove", Matched.NAME),
        ("marlows syndrom", Matched.NAME),
        ("marl", Matched.PREFIX),
        ("ma", Matched.PREFIX),
        ("lou marlow", Matched.PREFIX),
        ("hand", Matched.PREFIX),
        ("G12.2", Matched.CODE),
        ("g122", Matched.CODE),
        ("G12.21", Matched.CODE),
    ],
)
def test_a_name_or_code_leads_to_its_topic(
    library: Library, typed: str, matched: Matched
) -> None:
    hit = first(library, typed)
    assert (hit.slug, hit.matched, hit.section) == (MARLOW, matched, "")


def test_a_category_finds_its_children_and_a_child_its_category(
    library: Library,
) -> None:
    assert [entry.slug for entry in library.by_code("G12")] == [MARLOW, "alsace-fever"]
    assert [entry.slug for entry in library.by_code("I50.1")] == ["alsace-fever"]
    assert library.by_code("Z99") == ()
    assert library.by_code("no code") == ()


def test_an_exact_name_stands_before_one_that_only_begins_so(
    library: Library,
) -> None:
    slugs = [hit.slug for hit in library.search("als").hits]
    assert slugs[0] == "alsace-fever"
    assert first(library, "Alsace fever").matched is Matched.NAME


def test_names_come_before_text(library: Library) -> None:
    kinds = [hit.matched for hit in library.search("grey hand").hits]
    assert kinds == sorted(kinds, key=lambda kind: kind is Matched.TEXT)


def test_text_is_found_by_section_with_its_match_in_place(library: Library) -> None:
    hit = first(library, "trembling")
    assert (hit.slug, hit.section, hit.matched) == (MARLOW, "why", Matched.TEXT)
    found = [hit.snippet[start:end].lower() for start, end in hit.matches]
    assert found == ["trembling"]


def test_words_in_claims_and_answers_are_found_where_they_stand(
    library: Library,
) -> None:
    assert first(library, "zorbimab").section == "what-helps"
    assert first(library, "grow new hands").section == "heard"


def test_a_word_form_and_an_accent_do_not_matter(library: Library) -> None:
    assert first(library, "trembled").section == "why"
    assert first(library, "smokes cafe").section == "why"


def test_small_words_shut_nothing_out(library: Library) -> None:
    assert first(library, "what is the cause of it").section == "why"


def test_the_name_that_was_met_is_shown_with_its_match(library: Library) -> None:
    hit = first(library, "meni")
    assert hit.snippet == "Ménière's heat"
    assert hit.matches == ((0, 4),)


def test_filters_keep_only_what_was_asked_for(library: Library) -> None:
    everything = {hit.slug for hit in library.search("grip").hits}
    assert everything == {MARLOW, "alsace-fever"}
    skin = library.search("grip", system="skin").hits
    assert {hit.slug for hit in skin} == {"alsace-fever"}
    low = library.search("grip", certainty="low").hits
    assert {hit.slug for hit in low} == {MARLOW}
    assert library.search("grip", certainty="high").hits == ()


def test_no_more_hits_than_wanted(library: Library) -> None:
    assert len(library.search("hand", limit=1).hits) == 1
    assert library.search("hand", limit=0).hits == ()


ODD = ['"', "*", "NOT", "NOT NOT", "a AND", "NEAR(", "^", "col:x", "\x00", "'; DROP"]
ODD += ["😀", "x" * 10_000, "- - -", "", "   ", "(", '""" OR "', "title:grip", "\udcff"]


@pytest.mark.parametrize("typed", ODD)
def test_nothing_typed_can_break_a_search(library: Library, typed: str) -> None:
    results = library.search(typed)
    assert results.query == typed


@given(typed=st.text(max_size=300))
def test_any_text_can_be_searched_for(library_for_any: Library, typed: str) -> None:
    for hit in library_for_any.search(typed).hits:
        assert all(0 <= a < b <= len(hit.snippet) for a, b in hit.matches)


@pytest.fixture(scope="module")
def library_for_any(library_file: Path) -> Library:
    return Library.open(library_file)


def test_operators_are_words_like_any_other(library: Library) -> None:
    assert first(library, "NOT").slug == "alsace-fever"


def test_a_pasted_page_is_looked_for_by_its_first_words() -> None:
    query = read_query("grip " * 5_000)
    assert len(query.full_text) < 200


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A hundred topics whose names begin alike, each with two names."""
    folder = tmp_path_factory.mktemp("crowd")
    for number in range(100):
        page = folder / "skin" / f"page-{number}.md"
        page.parent.mkdir(exist_ok=True)
        page.write_text(
            f"---\nslug: page-{number}\ntitle: Common ache {number:03}\n"
            f"also_called: [comet {number}, the common ill {number}]\n"
            f"kind: plain\nsystem: skin\n---\n\nWords.\n",
            encoding="utf-8",
        )
    compile_folder(folder, folder / "library.db")
    with Library.open(folder / "library.db") as library:
        yield library


@pytest.mark.parametrize("typed", ["c", "co", "com", "common", "common a", "ache"])
def test_a_ready_answer_is_the_one_that_is_worked_out(
    crowd: Library, typed: str
) -> None:
    ready = crowd.search(typed, limit=20).hits
    worked_out = crowd.search(typed, limit=20, system="skin").hits
    assert len(ready) == 20
    assert len({hit.slug for hit in ready}) == 20
    assert ready == worked_out


def test_a_word_that_ends_in_s_is_not_cut_short() -> None:
    # The stemmer makes "al" of "als", and "al*" would meet half the library.
    assert '"als"*' not in read_query("als").full_text
    assert read_query("trem").full_text == '"trem"*'


NOTE = """---
slug: marl
title: Marl's weakness
also_called: [Marrow ache]
kind: map
system: nervous
codes: {icd10: [G12.9]}
status: Not yet reviewed by a clinician
checked: 2026-11-22
---

## In short {#short-version}

- We have not written a full page about your weak grip yet.
"""


def test_a_short_note_is_found_by_name_and_code_after_the_full_pages(
    tmp_path: Path,
) -> None:
    folder = write_sources(tmp_path, **{"nervous/marl.md": NOTE})
    compile_folder(folder, tmp_path / "out.db")
    with Library.open(tmp_path / "out.db") as library:
        slugs = [hit.slug for hit in library.search("mar").hits]
        assert slugs[:2] == [MARLOW, "marl"]
        assert [hit.slug for hit in library.search("Marrow ache").hits] == ["marl"]
        assert library.search("G12.9").hits[0].slug == "marl"
        found = {hit.slug for hit in library.search("weak grip").hits}
        assert found == {MARLOW}
