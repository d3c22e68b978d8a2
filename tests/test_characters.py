"""Every character that a person can meet has a glyph in the bundled fonts."""

import json
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from reader.library.store import Library
from reader.model.codec import encode
from reader.resources import asset_path
from tests.fixtures.source_folder import compile_folder

RESOURCES = Path(__file__).parents[1] / "resources" / "library"
FACES = sorted(asset_path("fonts").glob("*.ttf"))


@pytest.fixture(scope="module")
def characters(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    target = tmp_path_factory.mktemp("library") / "library.db"
    compile_folder(RESOURCES, target)
    with Library.open(target) as library:
        texts = [
            json.dumps(encode(library.topic(entry.slug)), ensure_ascii=False)
            for entry in library.topics()
        ]
    return set("".join(texts)) - {"\n"}


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.stem)
def test_a_face_has_every_character_of_the_library(
    face: Path, characters: set[str]
) -> None:
    with TTFont(face) as font:
        known = {chr(code) for code in font.getBestCmap()}
    assert characters - known == set()


def test_there_are_faces_to_look_at() -> None:
    assert len(FACES) >= 4
