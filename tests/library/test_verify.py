"""The table of a whole library says what is wrong and what is still open."""

from pathlib import Path

import pytest

from reader.library.verify import verify
from tests.fixtures.source_folder import (
    EVIDENCE,
    MARLOW,
    MARLOW_EVIDENCE,
    compile_folder,
    marlow_page,
    write_sources,
)

HARMS = "harms:\n- {text: One man had a fever., sources: [marlow-2020]}\n"
ABSOLUTE = (
    "  absolute: {with: 58, without: 49, of: 100, over: 1 year, event: firm grip}\n"
)


def open_points(tmp_path: Path, page: str, evidence: str) -> list[str]:
    changed = {MARLOW: page, MARLOW_EVIDENCE: evidence}
    compile_folder(write_sources(tmp_path, **changed), tmp_path / "out.db")
    report = verify(tmp_path / "out.db")
    assert report.sound
    return [point for line in report.pages for point in line.open_points]


def test_a_finished_page_leaves_nothing_open(tmp_path: Path) -> None:
    assert open_points(tmp_path, marlow_page(), EVIDENCE) == []


@pytest.mark.parametrize(
    ("gone", "point"),
    [(HARMS, "no harms of cells"), (ABSOLUTE, "no claim has figures with and")],
)
def test_what_the_evidence_lacks_is_open(tmp_path: Path, gone: str, point: str) -> None:
    assert gone in EVIDENCE
    found = open_points(tmp_path, marlow_page(), EVIDENCE.replace(gone, ""))
    assert len(found) == 1
    assert point in found[0]


def test_emergency_advice_without_a_source_is_open(tmp_path: Path) -> None:
    page = marlow_page(red_flags="- You cannot breathe: call an ambulance.")
    assert open_points(tmp_path, page, EVIDENCE) == [
        "when to get help now has no official source"
    ]
