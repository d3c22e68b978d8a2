"""QR codes, read from finished paper by a decoder that is not ours (ZXing)."""

import re
from dataclasses import replace

import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from reader.handout.options import SOURCES, Extent, HandoutOptions, Print
from reader.handout.pdf import render_pdf
from reader.handout.qr import QUIET_ZONE, QrCode, qr_code
from reader.library.store import Library
from reader.model.evidence import Source
from reader.model.summary import read_more
from reader.model.topic import Topic
from tests.fixtures.sample_topic import sample_picture, sample_topic
from tests.handout.tags import read_tags, read_words, squeeze

DOTS = 300  # an inch, as an office printer draws
ADDRESS = "https://example.org/marlow/what-it-is"
LONGEST = "https://example.org/" + "marlow-disease/" * 9 + "so-on"
SUMMARY = HandoutOptions(extent=Extent.SUMMARY)


def with_page(url: str) -> Topic:
    topic = sample_topic()
    source = Source("public-page", "webpage", "About Marlow's disease", url=url)
    return replace(topic, sources=(*topic.sources, source), read_more=source.id)


def printed(topic: Topic, options: HandoutOptions = SUMMARY) -> bytes:
    return render_pdf([topic], options, sample_picture)


def codes_in(pdf: bytes) -> list[str]:
    """What a telephone reads on the sheets of a PDF."""
    document = pypdfium2.PdfDocument(pdf)
    found: list[str] = []
    for page in document:
        drawn = page.render(scale=DOTS / 72, grayscale=True).to_pil()
        found += [code.text for code in zxingcpp.read_barcodes(drawn)]
    document.close()
    return found


@pytest.mark.parametrize("address", [ADDRESS, LONGEST])
def test_a_printed_code_leads_to_the_address(address: str) -> None:
    assert codes_in(printed(with_page(address))) == [address]


@pytest.mark.parametrize("size", Print)
def test_a_whole_handout_ends_with_the_code(size: Print) -> None:
    pdf = printed(with_page(ADDRESS), HandoutOptions(print=size))
    assert codes_in(pdf) == [ADDRESS]


def test_every_code_of_the_library_can_be_read_at_its_smallest(
    library: Library,
) -> None:
    pages = [read_more(library.topic(entry.slug)) for entry in library.topics()]
    addresses = {page.url for page in pages if page is not None}
    assert len(addresses) > 70
    for address in sorted(addresses):
        found = zxingcpp.read_barcodes(dots_of(qr_code(address)))
        assert [code.text for code in found] == [address]
        assert {code.ec_level for code in found} <= {"M", "Q", "H"}


def dots_of(code: QrCode) -> Image.Image:
    """A code as the smallest print has it: half a millimetre, six dots, a module."""
    drawn = Image.new("L", (code.modules, code.modules), 255)
    for x, y, length in dark_runs(code):
        for place in range(x, x + length):
            drawn.putpixel((place, y), 0)
    side = code.modules * 6
    return drawn.resize((side, side), Image.Resampling.NEAREST)


def dark_runs(code: QrCode) -> list[tuple[int, int, int]]:
    found = re.findall(r"M(\d+) (\d+)h(\d+)v1h", code.drawing)
    return [(int(x), int(y), int(length)) for x, y, length in found]


def test_a_code_has_its_white_rim() -> None:
    code = qr_code(ADDRESS)
    runs = dark_runs(code)
    edge = code.modules - QUIET_ZONE
    assert min(x for x, _, _ in runs) == min(y for _, y, _ in runs) == QUIET_ZONE
    assert max(x + length for x, _, length in runs) == edge
    assert max(y for _, y, _ in runs) == edge - 1


@pytest.mark.parametrize("options", [SUMMARY, HandoutOptions()])
def test_the_address_stands_beside_the_code_in_words_and_for_ears(
    options: HandoutOptions,
) -> None:
    pdf = printed(with_page(ADDRESS), options)
    assert squeeze("example.org/marlow/what-it-is") in squeeze(read_words(pdf))
    said = [tag.alternative for tag in read_tags(pdf) if tag.name == "Figure"]
    assert "QR code that opens example.org/marlow/what-it-is" in said


@pytest.mark.parametrize("options", [SUMMARY, HandoutOptions()])
def test_where_there_is_no_public_page_there_is_no_code(
    options: HandoutOptions,
) -> None:
    pdf = printed(sample_topic(), options)
    assert codes_in(pdf) == []
    assert "Read more" not in read_words(pdf)


def test_a_handout_without_its_sources_has_no_code() -> None:
    topic = with_page(ADDRESS)
    sections = tuple(section.id for section in topic.sections)
    chosen = HandoutOptions(sections=sections)
    assert codes_in(printed(topic, chosen)) == []
    with_sources = replace(chosen, sections=(*sections, SOURCES))
    assert codes_in(printed(topic, with_sources)) == [ADDRESS]
