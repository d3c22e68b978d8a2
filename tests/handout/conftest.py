"""What the tests of handouts share: the sample topic and ways into a PDF."""

from collections.abc import Iterator

import pytest

from reader.handout.html import render_html
from reader.handout.options import HandoutOptions
from reader.handout.pdf import render_pdf
from reader.library.store import Library
from reader.resources import library_path
from tests.fixtures.sample_topic import sample_picture, sample_topic


@pytest.fixture(scope="session")
def pdf() -> bytes:
    """The sample topic on A4."""
    return render_pdf([sample_topic()], HandoutOptions(), sample_picture)


@pytest.fixture(scope="session")
def page() -> str:
    """The sample topic for a browser."""
    return render_html(sample_topic(), sample_picture)


@pytest.fixture(scope="session")
def library() -> Iterator[Library]:
    """The real library, for tests that print its pages."""
    with Library.open(library_path()) as opened:
        yield opened
