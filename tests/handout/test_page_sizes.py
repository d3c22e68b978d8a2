"""How large the pages of a PDF are, read without a reader of PDFs."""

import io

import pypdf
import pytest

from reader.handout.options import Extent, HandoutOptions, Paper, Print
from reader.handout.pdf import render_pdf
from reader.handout.pdf_parts import page_sizes
from reader.handout.stack import Stack, render_stack
from reader.model.errors import BugError
from tests.fixtures.sample_topic import sample_picture, sample_topic


def read(pdf: bytes) -> list[tuple[float, float]]:
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    return [(float(page.mediabox.width), float(page.mediabox.height)) for page in pages]


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("size", Print)
@pytest.mark.parametrize("extent", Extent)
def test_each_page_is_counted_with_its_size(
    paper: Paper, size: Print, extent: Extent
) -> None:
    options = HandoutOptions(paper=paper, print=size, extent=extent)
    pdf = render_pdf([sample_topic()], options, sample_picture)
    assert list(page_sizes(pdf)) == read(pdf)


def test_blank_pages_of_a_stack_are_counted() -> None:
    topics = [sample_topic()] * 3
    pdf = render_stack(
        Stack(topics, HandoutOptions(), sample_picture, blank_for_duplex=True)
    )
    assert pdf is not None
    assert list(page_sizes(pdf)) == read(pdf)


def test_what_is_no_pdf_has_no_pages() -> None:
    with pytest.raises(BugError):
        page_sizes(b"%PDF-1.7\n")
