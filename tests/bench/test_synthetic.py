from itertools import islice
from pathlib import Path

from bench.copies import write_copies
from bench.synthetic import plain_pages, write_folder
from reader.compiler.build import build
from reader.library.schema import schema_sql
from reader.library.store import Library


def test_a_larger_library_begins_with_the_pages_of_a_smaller() -> None:
    assert list(plain_pages(30)) == list(islice(plain_pages(60), 30))


def test_invented_pages_compile_and_are_found_by_their_titles(tmp_path: Path) -> None:
    write_folder(tmp_path / "sources", 40)
    build(tmp_path / "sources", tmp_path / "plain.db", schema_sql())
    with Library.open(tmp_path / "plain.db") as library:
        assert library.info.topics == 40
        for page in plain_pages(40):
            assert page.slug in {hit.slug for hit in library.search(page.title).hits}


def test_copies_of_the_real_topics_compile_without_a_fault(tmp_path: Path) -> None:
    count = write_copies(tmp_path / "sources", 34)
    report = build(tmp_path / "sources", tmp_path / "full.db", schema_sql())
    assert report.topics == count
    assert count >= 34
