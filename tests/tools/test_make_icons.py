"""Icons for Windows and macOS, read back by code that is not ours."""

import struct
from io import BytesIO
from pathlib import Path

import pytest
from PIL import IcnsImagePlugin, IcoImagePlugin, Image

from tools.make_icons import main

SIZES = (16, 24, 32, 48, 64, 128, 256, 512)


@pytest.fixture
def drawn(tmp_path: Path) -> Path:
    """Squares of one colour for each size, where the drawn icons would lie."""
    for size in SIZES:
        path = tmp_path / f"{size}x{size}" / "apps" / "evidence-reader.png"
        path.parent.mkdir(parents=True)
        Image.new("RGBA", (size, size), (size % 256, 90, 120, 255)).save(path)
    return tmp_path


def test_windows_finds_every_size(drawn: Path) -> None:
    assert main(drawn, drawn) == 0
    with IcoImagePlugin.IcoImageFile(drawn / "evidence-reader.ico") as icon:
        assert icon.info["sizes"] == {(size, size) for size in SIZES[:-1]}
        for size in SIZES[:-1]:
            red = icon.ico.getimage((size, size)).getchannel("R")
            assert red.getextrema() == (size % 256, size % 256)


def test_macos_finds_every_size(drawn: Path) -> None:
    assert main(drawn, drawn) == 0
    content = (drawn / "evidence-reader.icns").read_bytes()
    assert struct.unpack(">I", content[4:8]) == (len(content),)
    icon = IcnsImagePlugin.IcnsFile(BytesIO(content))
    sizes = {(width * scale) for width, _, scale in icon.itersizes()}
    assert sizes == {16, 32, 64, 128, 256, 512}


def test_a_size_that_was_not_drawn_is_named(
    drawn: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (drawn / "48x48" / "apps" / "evidence-reader.png").unlink()
    assert main(drawn, drawn) == 1
    assert "48x48" in capsys.readouterr().out
