"""Handouts as files: whole or not at all, and a plain sentence when not."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from reader.handout.files import write_handouts, write_whole
from reader.handout.options import HandoutOptions
from reader.model.errors import KnownError
from tests.fixtures.sample_topic import sample_picture, sample_topic

OTHER = replace(sample_topic(), slug="other", title="Another topic")


@contextmanager
def _room_for(size: int) -> Iterator[None]:
    """A disk on which no file may grow beyond `size` bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_folder_gets_one_handout_for_each_topic(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "handouts"
    topics = [sample_topic(), OTHER]
    written = write_handouts(topics, folder, HandoutOptions(), sample_picture)
    assert [path.name for path in written] == ["marlows-disease.pdf", "other.pdf"]
    assert _names(folder) == ["marlows-disease.pdf", "other.pdf"]


def test_a_file_gets_one_stack(tmp_path: Path) -> None:
    target = tmp_path / "stack.pdf"
    topics = [sample_topic(), OTHER]
    written = write_handouts(topics, target, HandoutOptions(), sample_picture)
    assert written == (target,)
    assert _names(tmp_path) == ["stack.pdf"]


def test_a_disk_without_room_leaves_the_older_file(tmp_path: Path) -> None:
    target = tmp_path / "handout.pdf"
    target.write_bytes(b"older")
    with _room_for(1000), pytest.raises(KnownError, match="could not be written"):
        write_whole(target, b"x" * 5000)
    assert target.read_bytes() == b"older"
    assert _names(tmp_path) == ["handout.pdf"]


def test_a_folder_of_that_name_is_refused_and_left_alone(tmp_path: Path) -> None:
    target = tmp_path / "handout.pdf"
    target.mkdir()
    with pytest.raises(KnownError, match="could not be written"):
        write_whole(target, b"new")
    assert _names(tmp_path) == ["handout.pdf"]
    assert target.is_dir()


def test_a_folder_that_is_gone_is_said(tmp_path: Path) -> None:
    with pytest.raises(KnownError) as failure:
        write_whole(tmp_path / "gone" / "handout.pdf", b"new")
    assert failure.value.advice
