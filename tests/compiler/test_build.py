"""What a build makes of sound sources."""

import hashlib
from pathlib import Path

import pytest

from reader.library.store import Library
from reader.library.verify import verify
from reader.model.blocks import EvidenceTable, Paragraph, Term
from reader.model.errors import KnownError, UnreadableError
from reader.model.evidence import Size
from reader.model.grade import Certainty
from reader.model.plain import block_text, inlines
from tests.fixtures.source_folder import (
    MARLOW,
    compile_folder,
    marlow_page,
    write_sources,
)

RESOURCES = Path(__file__).parents[2] / "resources" / "library"


def test_the_counts_are_those_of_the_sources(tmp_path: Path) -> None:
    report = compile_folder(write_sources(tmp_path), tmp_path / "library.db")
    counts = (report.topics, report.claims, report.sources, report.terms)
    assert counts == (2, 2, 1, 1)


def test_a_topic_holds_what_was_written(tmp_path: Path) -> None:
    compile_folder(write_sources(tmp_path), tmp_path / "library.db")
    with Library.open(tmp_path / "library.db") as library:
        topic = library.topic("marlow-syndrome")
    assert topic.also_called[1] == "Café disease"
    assert "swollen glove" not in str(topic)
    tablets, cells = topic.claims
    assert tablets.certainty is Certainty.MODERATE
    assert tablets.size is Size.SMALL
    assert tablets.absolute is not None
    assert (tablets.absolute.with_, tablets.absolute.without) == (58, 49)
    assert cells.assessment is not None
    assert cells.certainty is Certainty.LOW
    what_helps = topic.section("what-helps")
    assert what_helps is not None
    assert what_helps.blocks[-1] == EvidenceTable(("marlow-tablets",))
    assert topic.source_number("marlow-2020") == 1
    assert topic.harms[0].text == "One man had a fever."


def test_a_link_without_words_shows_the_title_of_its_page(tmp_path: Path) -> None:
    page = marlow_page(
        why="See [[how-we-grade]] or [[how-we-grade#questions|the questions]]."
    )
    folder = write_sources(tmp_path, **{MARLOW: page})
    compile_folder(folder, tmp_path / "library.db")
    with Library.open(tmp_path / "library.db") as library:
        section = library.topic("marlow-syndrome").section("why")
    assert section is not None
    assert block_text(section.blocks[0]) == "See How we grade or the questions."


def test_a_glossary_word_is_linked_once(tmp_path: Path) -> None:
    page = marlow_page(what_it_is="A placebo.\n\nA dummy pill is a placebo.")
    folder = write_sources(tmp_path, **{MARLOW: page})
    compile_folder(folder, tmp_path / "library.db")
    with Library.open(tmp_path / "library.db") as library:
        topic = library.topic("marlow-syndrome")
    marked = [
        inline
        for section in topic.sections
        for block in section.blocks
        if isinstance(block, Paragraph)
        for inline in inlines(block.children)
        if isinstance(inline, Term)
    ]
    assert marked == [Term("placebo", "placebo")]
    assert [term.id for term in topic.terms] == ["placebo"]


def test_the_same_sources_give_the_same_bytes(tmp_path: Path) -> None:
    digests = set()
    for name in ("a", "b"):
        folder = write_sources(tmp_path / name)
        compile_folder(folder, tmp_path / f"{name}.db")
        content = (tmp_path / f"{name}.db").read_bytes()
        assert str(tmp_path).encode() not in content
        digests.add(hashlib.sha256(content).hexdigest())
    assert len(digests) == 1


def test_more_cores_give_the_same_bytes_as_one(tmp_path: Path) -> None:
    pages = {
        f"skin/page-{n}.md": f"---\nslug: page-{n}\ntitle: Page {n}\nkind: plain\n"
        f"system: skin\n---\n\n## One\n\nWords of page {n}.\n"
        for n in range(80)
    }
    many = write_sources(tmp_path / "many", **pages)
    few = write_sources(tmp_path / "few", **dict(list(pages.items())[:50]))
    compile_folder(many, tmp_path / "many.db")
    compile_folder(few, tmp_path / "few.db")
    with (
        Library.open(tmp_path / "many.db") as large,
        Library.open(tmp_path / "few.db") as small,
    ):
        assert large.info.topics == 82
        for entry in small.topics():
            assert large.topic(entry.slug) == small.topic(entry.slug)


def test_a_fault_leaves_the_old_library_alone(tmp_path: Path) -> None:
    target = tmp_path / "library.db"
    compile_folder(write_sources(tmp_path / "good"), target)
    before = target.read_bytes()
    bad = write_sources(tmp_path / "bad", **{MARLOW: "no front matter"})
    with pytest.raises(UnreadableError):
        compile_folder(bad, target)
    assert target.read_bytes() == before
    assert [path.name for path in tmp_path.glob("*.new")] == []


def test_a_missing_or_empty_folder_is_refused(tmp_path: Path) -> None:
    for folder in (tmp_path / "nowhere", tmp_path):
        with pytest.raises(UnreadableError, match="no"):
            compile_folder(folder, tmp_path / "library.db")


def test_a_target_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    folder = write_sources(tmp_path / "sources")
    with pytest.raises(KnownError, match="could not be written"):
        compile_folder(folder, tmp_path / "file" / "library.db")


def test_our_own_library_is_sound_and_easy_to_read(tmp_path: Path) -> None:
    compile_folder(RESOURCES, tmp_path / "library.db")
    report = verify(tmp_path / "library.db")
    assert report.sound
    assert len(report.pages) >= 16
    grades = [page.grade for page in report.pages]
    assert max(grades) <= 8.0
    assert sum(grades) / len(grades) <= 6.8
