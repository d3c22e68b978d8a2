"""Counts beside the filters, and near names for whoever found nothing."""

from pathlib import Path

import pytest

from reader.library.store import Library
from tests.fixtures.source_folder import compile_folder, write_sources

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

- We have not written a full page about this for you yet.
"""


def test_every_topic_that_is_met_is_counted_once(library: Library) -> None:
    tally = library.tally("grip")
    assert (tally.topics, tally.anywhere) == (2, 2)
    assert tally.systems == {"nervous": 1, "skin": 1}
    assert not tally.more


def test_each_filter_counts_within_the_other(library: Library) -> None:
    low = library.tally("grip", certainty="low")
    assert (low.topics, low.anywhere, low.of_level, low.of_system) == (1, 2, 1, 2)
    assert low.systems == {"nervous": 1}
    skin = library.tally("grip", system="skin")
    assert (skin.topics, skin.of_system, skin.of_level) == (1, 1, 2)
    assert "low" not in skin.certainties
    assert skin.systems == {"nervous": 1, "skin": 1}


@pytest.mark.parametrize("typed", ["grip", "mar", "G12", "hand", "trembling"])
def test_a_count_is_what_the_filtered_search_finds(
    library: Library, typed: str
) -> None:
    for system, count in library.tally(typed).systems.items():
        found = {hit.slug for hit in library.search(typed, system=system).hits}
        assert len(found) == count
    for level, count in library.tally(typed).certainties.items():
        found = {hit.slug for hit in library.search(typed, certainty=level).hits}
        assert len(found) == count


@pytest.mark.parametrize("typed", ["", "  ", '"', "qqqq", "x" * 9_999, "\udcff"])
def test_nothing_typed_can_break_a_count_or_a_guess(
    library: Library, typed: str
) -> None:
    assert library.tally(typed).topics == 0
    assert library.near_names(typed) == ()


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("marlwo", "Marlow"),
        ("marlwo syndrome", "Marlow"),
        ("swolen glov", "swollen glove"),
    ],
)
def test_a_slip_of_the_keys_finds_the_name_that_was_meant(
    library: Library, typed: str, name: str
) -> None:
    near = library.near_names(typed)
    assert near[0].slug == "marlow-syndrome"
    assert name in near[0].name


def test_near_names_are_few_and_one_for_each_topic(library: Library) -> None:
    names = library.near_names("marlows syndrme", limit=5)
    slugs = [name.slug for name in names]
    assert len(slugs) == len(set(slugs))
    assert library.near_names("marlows syndrme", limit=0) == ()


def test_a_hit_says_what_kind_of_page_it_leads_to(tmp_path: Path) -> None:
    folder = write_sources(tmp_path, **{"nervous/marl.md": NOTE})
    compile_folder(folder, tmp_path / "out.db")
    with Library.open(tmp_path / "out.db") as library:
        kinds = {hit.slug: hit.kind for hit in library.search("mar").hits}
    assert kinds["marl"] == "map"
    assert kinds["marlow-syndrome"] == "condition"
