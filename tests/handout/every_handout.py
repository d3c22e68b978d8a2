"""All of the library as handouts, in every way: half an hour, so ``make handouts``."""

import pytest

from reader.handout.options import HandoutOptions
from reader.library.store import Library
from tests.handout.test_library_on_paper import (
    EVERY_WAY,
    all_slugs,
    faults_of,
    name_of,
)


@pytest.mark.parametrize("options", EVERY_WAY, ids=name_of)
@pytest.mark.parametrize("slug", all_slugs())
def test_every_page_keeps_every_rule_in_every_way(
    library: Library, slug: str, options: HandoutOptions
) -> None:
    assert faults_of(library, library.topic(slug), options) == []
