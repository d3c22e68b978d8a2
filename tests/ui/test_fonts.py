from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontInfo, QFontMetrics

from reader.model.errors import BugError, KnownError
from reader.ui import fonts
from tests.fixtures.sample_topic import sample_topic


def test_words_are_set_in_the_shipped_typeface() -> None:
    info = QFontInfo(fonts.font(18, QFont.Weight.Bold))
    assert info.family() == fonts.FAMILY
    assert info.pixelSize() == 18


def test_the_typeface_has_every_letter_of_a_page() -> None:
    metrics = QFontMetrics(fonts.font(18))
    letters = {letter for letter in repr(sample_topic()) if letter.isprintable()}
    assert [one for one in letters if not metrics.inFontUcs4(ord(one))] == []


def test_a_missing_typeface_is_said_in_plain_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def nowhere(name: str) -> Path:
        raise BugError(name)

    monkeypatch.setattr(fonts, "asset_path", nowhere)
    with pytest.raises(KnownError) as caught:
        fonts.load_fonts()
    assert "missing or damaged" in caught.value.message
    assert caught.value.advice == "Install Evidence Reader again."


def test_a_damaged_typeface_is_said_in_plain_words(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.ttf"
    broken.write_bytes(b"no typeface")

    def damaged(name: str) -> Path:
        del name
        return broken

    monkeypatch.setattr(fonts, "asset_path", damaged)
    with pytest.raises(KnownError, match="missing or damaged"):
        fonts.load_fonts()
