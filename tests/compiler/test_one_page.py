"""A page whose summary cannot fit on one side is refused where it is written."""

from pathlib import Path

import pytest

from tests.fixtures.source_folder import (
    GENERAL,
    MARLOW,
    SOURCES,
    faults_of,
    marlow_page,
    write_sources,
)

SIGN = "- Your hand is weak, cold or stiff, and it does not get better when you rest.\n"


def test_red_flags_that_are_too_long_for_one_side_are_refused(tmp_path: Path) -> None:
    page = marlow_page(red_flags=SIGN * 40)
    found = faults_of(write_sources(tmp_path, **{MARLOW: page}))
    assert len(found) == 1
    line = page.split("\n").index("## red flags {#red-flags}") + 1
    assert found[0].startswith(f"{MARLOW}:{line}: section {{#red-flags}}: the one-page")
    assert " lines too long; shorten" in found[0]


def test_a_page_without_red_flags_is_refused_at_its_short_version(
    tmp_path: Path,
) -> None:
    said = "You can ask us why, and we tell you what we know. " * 14
    page = GENERAL.replace("- You can ask us why.\n", f"- {said}\n" * 4)
    name = "general/how-we-grade.md"
    found = faults_of(write_sources(tmp_path, **{name: page}))
    line = page.split("\n").index("## The short version {#short-version}") + 1
    assert any(
        fault.startswith(f"{name}:{line}: section {{#short-version}}: the one-page")
        for fault in found
    ), found


def test_long_red_flags_that_fit_are_accepted(tmp_path: Path) -> None:
    page = marlow_page(red_flags=SIGN * 12)
    assert faults_of(write_sources(tmp_path, **{MARLOW: page})) == []


# ---- the public page that a summary leads to ---------------------------------------


def with_source(url: str) -> dict[str, str]:
    """A folder whose page sends its readers to its one source."""
    front = "checked: 2026-11-22\n"
    page = marlow_page().replace(front, f"{front}read_more: marlow-2020\n")
    sources = SOURCES.replace("  URL: https://example.org/hands\n", url)
    return {MARLOW: page, "sources.yaml": sources}


def test_a_page_may_name_one_of_its_sources_to_read_on_in(tmp_path: Path) -> None:
    good = with_source("  URL: https://example.org/hands\n")
    assert faults_of(write_sources(tmp_path, **good)) == []


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("", "has no URL that a patient could open"),
        (f"  URL: https://example.org/{'a-b/' * 40}\n", "of over 160 characters"),
        (f"  URL: https://example.org/{'a' * 40}\n", "does not break into lines"),
    ],
)
def test_an_address_that_cannot_be_printed_is_refused(
    tmp_path: Path, url: str, message: str
) -> None:
    changed = with_source(url)
    found = faults_of(write_sources(tmp_path, **changed))
    line = changed[MARLOW].split("\n").index("read_more: marlow-2020") + 1
    assert len(found) == 1, found
    assert found[0].startswith(f"{MARLOW}:{line}: read_more: 'marlow-2020' has ")
    assert message in found[0]


def test_a_page_to_read_on_in_has_to_be_known_and_cited(tmp_path: Path) -> None:
    front = "checked: 2026-11-22\n"
    page = marlow_page().replace(front, f"{front}read_more: nobody\n")
    found = faults_of(write_sources(tmp_path / "a", **{MARLOW: page}))
    assert found == [f"{MARLOW}:11: no source 'nobody' in sources.yaml"]
    general = GENERAL.replace(front, f"{front}read_more: marlow-2020\n")
    name = "general/how-we-grade.md"
    found = faults_of(write_sources(tmp_path / "b", **{name: general}))
    assert found == [f"{name}:8: read_more: 'marlow-2020' is not cited on this page"]
