"""A library file is opened read-only, and refused in words when it is not sound."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from reader.library.store import Library
from reader.library.verify import verify
from reader.model.errors import NotFoundError, UnreadableError


def copy_of(library_file: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "copy.db"
    shutil.copy(library_file, copy)
    return copy


def refusal(path: Path) -> str:
    with pytest.raises(UnreadableError) as caught:
        Library.open(path)
    sentence = str(caught.value)
    assert "\n" not in sentence
    assert caught.value.advice
    return sentence


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert "no library at" in refusal(tmp_path / "nothing.db")


@pytest.mark.parametrize("content", [b"", b"no database at all" * 500, b"SQLite form"])
def test_what_is_no_database_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "odd.db"
    path.write_bytes(content)
    assert "damaged" in refusal(path) or "not a library" in refusal(path)


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "foreign.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE topic (slug)")
    connection.commit()
    connection.close()
    assert "not a library of Evidence Reader" in refusal(path)


def test_a_newer_and_an_older_library_are_refused(
    library_file: Path, tmp_path: Path
) -> None:
    path = copy_of(library_file, tmp_path)
    for version, word in ((99, "newer"), (0, "older")):
        connection = sqlite3.connect(path)
        connection.execute(f"PRAGMA user_version = {version}")
        connection.commit()
        connection.close()
        assert word in refusal(path)


def test_a_library_cut_short_is_refused(library_file: Path, tmp_path: Path) -> None:
    path = copy_of(library_file, tmp_path)
    whole = path.read_bytes()
    for part in (100, 4096, len(whole) // 2, len(whole) - 4096):
        path.write_bytes(whole[:part])
        with pytest.raises(UnreadableError):
            verify(path)


def test_damage_inside_a_page_is_found(library_file: Path, tmp_path: Path) -> None:
    path = copy_of(library_file, tmp_path)
    connection = sqlite3.connect(path)
    connection.execute(
        "UPDATE page SET record = replace(record, '\"low\"', '\"high\"')"
    )
    connection.commit()
    connection.close()
    report = verify(path)
    assert not report.sound
    assert "not those that were built" in report.problems[0]
    assert any("does not follow" in p for page in report.pages for p in page.problems)


def test_the_file_cannot_be_written_through_a_library(
    library_file: Path, tmp_path: Path
) -> None:
    path = copy_of(library_file, tmp_path)
    with (
        Library.open(path) as library,
        pytest.raises(sqlite3.OperationalError, match="readonly"),
    ):
        library._connection.execute("DELETE FROM topic")
    assert path.read_bytes() == library_file.read_bytes()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["copy.db"]


def test_topics_are_listed_a_to_z_and_by_system(library: Library) -> None:
    titles = [entry.title for entry in library.topics()]
    assert titles == sorted(titles, key=str.lower)
    assert len(titles) == 3
    assert [entry.slug for entry in library.topics("skin")] == ["alsace-fever"]
    marlow = next(e for e in library.topics() if e.slug == "marlow-syndrome")
    assert marlow.certainties == ("moderate", "low")
    assert marlow.sections[0] == "short-version"


def test_an_unknown_topic_names_near_ones(library: Library) -> None:
    with pytest.raises(NotFoundError) as caught:
        library.topic("marlow-sindrome")
    assert caught.value.advice == "Did you mean marlow-syndrome?"
    with pytest.raises(NotFoundError) as caught:
        library.topic("grey-hand")
    assert "marlow-syndrome" in caught.value.advice


def test_an_unknown_picture_is_not_found(library: Library) -> None:
    with pytest.raises(NotFoundError):
        library.picture("../secret.png")


def test_the_file_says_what_is_in_it(library: Library) -> None:
    info = library.info
    assert (info.topics, info.claims, info.sources, info.terms) == (3, 2, 1, 1)
    assert len(info.content_hash) == 64
