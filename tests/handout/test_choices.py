"""What a person chooses for a handout is what is printed."""

import io
import itertools
import re

import pikepdf
import pypdf
import pytest

from reader.handout.options import SOURCES, HandoutOptions, Ink, Paper, Print
from reader.handout.pdf import render_pdf
from tests.fixtures.sample_topic import sample_picture, sample_topic
from tests.handout.tags import read_sizes, read_tags, read_words, squeeze

_COLOUR = re.compile(rb"([\d.]+) ([\d.]+) ([\d.]+) (?:rg|RG|scn|SCN)")


def printed(options: HandoutOptions) -> bytes:
    return render_pdf([sample_topic()], options, sample_picture)


def headings(pdf: bytes) -> list[str]:
    return [tag.name for tag in read_tags(pdf) if re.fullmatch(r"H\d", tag.name)]


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("size", [Print.LARGE, Print.EXTRA_LARGE])
def test_in_large_print_nothing_is_smaller_than_the_body(
    size: Print, paper: Paper
) -> None:
    pdf = printed(HandoutOptions(paper=paper, print=size))
    assert min(read_sizes(pdf)) == size.points
    assert headings(pdf)[0] == "H1"


def test_large_print_breaks_no_word_and_has_no_narrow_columns() -> None:
    pdf = printed(HandoutOptions(print=Print.LARGE))
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    raw = "\n".join(page.extract_text() for page in pages)
    assert re.findall(r"\w[-\N{SOFT HYPHEN}]\n\w", raw) == []
    claims = sample_topic().claims
    said = squeeze(read_words(pdf))
    assert all(squeeze(claim.finding) in said for claim in claims)


def test_lines_of_large_print_are_one_and_a_half_apart() -> None:
    pdf = printed(HandoutOptions(print=Print.LARGE, sections=("short-version",)))
    page = pypdf.PdfReader(io.BytesIO(pdf)).pages[0]
    heights: list[float] = []

    def visit(text: str, cm: list[float], tm: list[float], *_rest: object) -> None:
        if text.strip():
            heights.append(cm[3] * tm[5] + cm[5])

    page.extract_text(visitor_text=visit)
    steps = [abs(a - b) for a, b in itertools.pairwise(heights)]
    assert min(step for step in steps if step > 1) >= 1.5 * Print.LARGE.points


def test_black_ink_is_black() -> None:
    pdf = printed(HandoutOptions(ink=Ink.BLACK))
    with pikepdf.open(io.BytesIO(pdf)) as document:
        found = {
            tuple(map(float, match.groups()))
            for page in document.pages
            for match in _COLOUR.finditer(page.Contents.read_bytes())
        }
    assert all(len(set(colour)) == 1 for colour in found), found


def test_only_the_chosen_sections_are_printed() -> None:
    topic = sample_topic()
    chosen, *others = topic.sections
    said = squeeze(read_words(printed(HandoutOptions(sections=(chosen.id,)))))
    assert squeeze(chosen.title) in said
    assert not any(squeeze(other.title) in said for other in others if other.title)
    assert "[1]" not in said
    assert squeeze("The sources of this page stand in Evidence Reader.") in said


def test_sources_are_chosen_like_a_section() -> None:
    first = sample_topic().sections[0].id
    said = read_words(printed(HandoutOptions(sections=(first, SOURCES))))
    assert squeeze(sample_topic().sources[0].title) in squeeze(said)


def test_a_note_is_printed_with_room_for_name_and_date() -> None:
    note = "Bring *your* tablets; ask for #Nurse Adams."
    said = squeeze(read_words(printed(HandoutOptions(note=note, date="2026-11-22"))))
    assert squeeze(note) in said
    assert squeeze("Name:") in said
    assert squeeze("22 November 2026") in said
    assert squeeze("For you") not in squeeze(read_words(printed(HandoutOptions())))


def test_the_same_choices_give_the_same_bytes() -> None:
    options = HandoutOptions(print=Print.LARGE, ink=Ink.BLACK, note="Come on Monday.")
    assert printed(options) == printed(options)
