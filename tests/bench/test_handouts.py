"""What handouts are measured beside may be absent."""

from pathlib import Path

import pytest

from bench import handouts
from bench.figures import Missing


def test_without_a_browser_the_table_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    (found,) = handouts._against_chromium([], [], tmp_path, 1)
    assert isinstance(found, Missing)
    assert "no Chromium" in found.why


def test_without_weasyprint_the_table_says_how_to_name_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv(handouts.WEASYPRINT_PYTHON, raising=False)
    (found,) = handouts._against_weasyprint([], [], 1)
    assert isinstance(found, Missing)
    assert handouts.WEASYPRINT_PYTHON in found.why
