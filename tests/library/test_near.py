"""A slip of the keys: names that are offered, and words that are looked for instead."""

from pathlib import Path

import pytest

from reader.library.store import Library
from reader.model.listing import Matched
from tests.fixtures.source_folder import compile_folder, write_sources

PRESSURE = """---
slug: high-pressure
title: Hypertension
also_called: [Parkinson's disease, Lupus]
kind: plain
system: general
---

Too much pressure.
"""


@pytest.fixture(scope="module")
def slips(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("slips")
    write_sources(folder, **{"general/high-pressure.md": PRESSURE})
    compile_folder(folder, folder / "out.db")
    return folder / "out.db"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("arkinson", "parkinson"),
        ("aprkinson", "parkinson"),
        ("qarkinson", "parkinson"),
        ("xparkinson", "parkinson"),
        ("parkison", "parkinson"),
        ("parkinsson", "parkinson"),
        ("parkinsno", "parkinson"),
        ("pakrinsno", "parkinson"),  # two slips in a long word
        ("PARKISON’S diesase", "parkinsons disease"),
        ("xlupus", "lupus"),
        ("upus", "lupus"),
        ("hypertensoin", "hypertension"),
    ],
)
def test_a_word_with_a_slip_is_looked_for_as_a_name_spells_it(
    slips: Path, typed: str, meant: str
) -> None:
    with Library.open(slips) as library:
        found = library.search(typed, correcting=True)
        assert found.query == typed
        assert found.corrected.removesuffix("s") == meant.removesuffix("s")
        assert found.hits[0].slug == "high-pressure"
        assert library.near_names(typed)[0].slug == "high-pressure"


@pytest.mark.parametrize(
    "typed",
    [
        "hypotension",  # two letters from its opposite
        "lup",
        "parkinson xylophone",
        "handwriting",
        "xylophone",
        "",
        "lupus9",
        "\udcff" * 9,
    ],
)
def test_nothing_else_is_looked_for_without_good_cause(slips: Path, typed: str) -> None:
    with Library.open(slips) as library:
        assert library.search(typed, correcting=True).corrected == ""


def test_what_is_found_as_it_was_typed_is_never_corrected(slips: Path) -> None:
    with Library.open(slips) as library:
        for typed in ("lupus", "hand", "grip", "tablets", "marl"):
            found = library.search(typed, correcting=True)
            assert found.hits == library.search(typed).hits
            assert found.hits
            assert found.corrected == ""


def test_a_filter_that_shuts_a_name_out_does_not_make_it_a_slip(slips: Path) -> None:
    with Library.open(slips) as library:
        found = library.search("lupus", system="skin", correcting=True)
        assert (found.corrected, found.hits) == ("", ())


def test_whoever_does_not_ask_for_it_gets_no_correction(slips: Path) -> None:
    with Library.open(slips) as library:
        assert library.search("parkison").hits == ()


def test_a_name_is_offered_while_it_is_typed(slips: Path) -> None:
    with Library.open(slips) as library:
        assert library.near_names("arkins")[0].name == "Parkinson's disease"
        assert library.near_names("hypotension")[0].name == "Hypertension"


def test_a_corrected_hit_says_how_it_was_met(slips: Path) -> None:
    with Library.open(slips) as library:
        hit = library.search("xlupus", correcting=True).hits[0]
    assert (hit.matched, hit.snippet, hit.matches) == (Matched.NAME, "Lupus", ((0, 5),))
