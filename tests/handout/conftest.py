"""What the tests of handouts share: the sample topic and ways into a PDF."""

import pytest

from reader.handout.html import render_html
from reader.handout.options import HandoutOptions
from reader.handout.pdf import render_pdf
from tests.fixtures.sample_topic import sample_picture, sample_topic


@pytest.fixture(scope="session")
def pdf() -> bytes:
    """The sample topic on A4."""
    return render_pdf([sample_topic()], HandoutOptions(), sample_picture)


@pytest.fixture(scope="session")
def page() -> str:
    """The sample topic for a browser."""
    return render_html(sample_topic(), sample_picture)
