"""The library of the invented illness, compiled once for these tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.library.store import Library
from tests.fixtures.source_folder import compile_folder, marlow_page, write_sources

MAP_PAGE = """---
slug: alsace-fever
title: Alsace fever
also_called: [ALS-like fever, Ménière's heat]
kind: plain
system: skin
codes: {icd10: [G12.9, I50]}
---

A fever. It is not the weak grip that others have. Beware of the word NOT.
"""


@pytest.fixture(scope="session")
def library_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sources")
    page = marlow_page(why="Café smoke is not a cause. Tremor and trembling are.")
    changed = {"nervous/marlow-syndrome.md": page, "skin/alsace-fever.md": MAP_PAGE}
    write_sources(folder, **changed)
    target = folder / "library.db"
    compile_folder(folder, target)
    return target


@pytest.fixture
def library(library_file: Path) -> Iterator[Library]:
    with Library.open(library_file) as opened:
        yield opened
