"""A page that a person cannot act on is refused, with the place to mend."""

from pathlib import Path

import pytest

from tests.fixtures.source_folder import (
    GENERAL,
    MARLOW,
    faults_of,
    marlow_page,
    write_sources,
)

LONG = "You can hold a cup in your hand. " * 14 + "\n\n"

PAGES = [
    (marlow_page(questions="Ask what you can do."), "a list of 3 points at least"),
    (marlow_page(short_version="It makes hands weak."), "a list of 3 points at least"),
    (
        marlow_page(short_version="- A hand.[@marlow-2020]\n" * 7),
        "7 points are too many",
    ),
    (marlow_page(what_it_is=f"A placebo.\n\n{LONG * 3}"), "over 260 words without"),
    (
        marlow_page().replace("## why {#why}", "## Introduction {#why}"),
        "the heading 'Introduction' says nothing",
    ),
]


@pytest.mark.parametrize(("page", "message"), PAGES)
def test_a_page_nobody_can_use_is_refused(
    tmp_path: Path, page: str, message: str
) -> None:
    found = faults_of(write_sources(tmp_path, **{MARLOW: page}))
    assert any(message in fault for fault in found), found
    assert all(fault.startswith(f"{MARLOW}:") for fault in found)


def test_a_list_gives_the_eye_a_rest(tmp_path: Path) -> None:
    words = f"A placebo.\n\n{LONG * 2}- You can rest.\n\n{LONG * 2}"
    page = marlow_page(what_it_is=words)
    assert faults_of(write_sources(tmp_path, **{MARLOW: page})) == []


def test_a_page_speaks_to_its_reader(tmp_path: Path) -> None:
    page = GENERAL.replace("You can ask", "Patients should ask")
    found = faults_of(write_sources(tmp_path, **{"general/how-we-grade.md": page}))
    assert any("never says 'you'" in fault for fault in found)
