"""A clinic's review is claimed for the page that was reviewed, and for no other."""

import io
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.handout.clinic import Clinic, SignOff
from reader.handout.options import Extent, HandoutOptions, Ink, Paper, Print
from reader.handout.pdf import render_pdf
from reader.handout.sign_off import review_of, sign_off_now, topic_version
from reader.model.codec import decode, encode
from reader.model.topic import Topic
from tests.fixtures.clinics import example_clinic, fullest_clinic
from tests.fixtures.sample_topic import sample_picture, sample_topic
from tests.handout.tags import Tag, read_sizes, read_tags, read_words

NOTICE = "Draft, not reviewed by a clinician."
CLAIMED = "Reviewed for our clinic by Dr A. Example on 1 November 2026."
CHANGED = "This page has changed since our clinic reviewed it on 1 November 2026."
SIGNED = Clinic(
    "Example Hill Clinic",
    sign_offs=(sign_off_now(sample_topic(), "Dr A. Example", "2026-11-01"),),
)


def printed(
    clinic: Clinic | None,
    topic: Topic | None = None,
    options: HandoutOptions | None = None,
) -> bytes:
    chosen = replace(options or HandoutOptions(), clinic=clinic)
    return render_pdf([topic or sample_topic()], chosen, sample_picture)


# ---- versions -------------------------------------------------------------------


def test_a_version_is_the_same_after_the_page_was_kept_in_a_library() -> None:
    topic = sample_topic()
    assert topic_version(decode(Topic, encode(topic))) == topic_version(topic)
    assert re.fullmatch("[0-9a-f]{16}", topic_version(topic))


def test_every_change_of_a_page_changes_its_version() -> None:
    topic = sample_topic()
    first, *others = topic.sections
    section = replace(first, title=first.title + ".")
    claim = replace(topic.claims[0], finding="They walked as fast as before.")
    changed = [
        replace(topic, title="Marlow"),
        replace(topic, status="Reviewed"),
        replace(topic, sections=(section, *others)),
        replace(topic, sections=tuple(others)),
        replace(topic, claims=(claim, *topic.claims[1:])),
        replace(topic, sources=topic.sources[1:]),
        replace(topic, harms=()),
        replace(topic, terms=()),
    ]
    versions = {topic_version(each) for each in (topic, *changed)}
    assert len(versions) == len(changed) + 1


def test_a_check_that_changed_no_word_leaves_the_version() -> None:
    later = replace(sample_topic(), checked="2026-12-24")
    assert topic_version(later) == topic_version(sample_topic())


# ---- what the handout claims ----------------------------------------------------


def test_a_page_that_was_reviewed_as_it_stands_says_so() -> None:
    words = read_words(printed(SIGNED))
    assert CLAIMED in words
    assert NOTICE not in words


def test_a_page_that_changed_since_says_so_and_claims_nothing() -> None:
    changed = replace(sample_topic(), title="Marlow’s illness")
    words = read_words(printed(SIGNED, changed))
    assert f"{CHANGED} {NOTICE}" in words
    assert "Reviewed for our clinic" not in words


@pytest.mark.parametrize("clinic", [None, example_clinic(), Clinic("Another clinic")])
def test_a_page_that_nobody_signed_off_has_its_own_notice(
    clinic: Clinic | None,
) -> None:
    words = read_words(printed(clinic))
    assert NOTICE in words
    assert "our clinic" not in words


def test_a_sign_off_of_one_page_is_none_of_another() -> None:
    other = replace(sample_topic(), slug="another-page")
    assert review_of(other, SIGNED) is None


@given(st.permutations(range(4)))
def test_of_several_sign_offs_the_fitting_one_counts_wherever_it_stands(
    order: list[int],
) -> None:
    now = SIGNED.sign_offs[0]
    offs = [
        now,
        replace(now, date="2020-01-01"),
        replace(now, version="old", date="2026-12-01", by="Somebody"),
        SignOff("another-page", now.version, "Nobody", "2027-01-01"),
    ]
    ordered = tuple(offs[place] for place in order)
    review = review_of(sample_topic(), replace(SIGNED, sign_offs=ordered))
    assert review is not None
    assert review.holds
    assert review.sign_off == now
    old = replace(SIGNED, sign_offs=tuple(o for o in ordered if o.version == "old"))
    review = review_of(sample_topic(), old)
    assert review is not None
    assert not review.holds


# ---- the letterhead -------------------------------------------------------------

EVERY_WAY = [
    HandoutOptions(paper=paper, print=size, ink=ink)
    for paper in Paper
    for size in Print
    for ink in Ink
]


def alternatives(pdf: bytes) -> list[str]:
    return [tag.alternative for tag in read_tags(pdf) if tag.name == "Figure"]


def headings(tags: list[Tag]) -> list[str]:
    return [tag.name for tag in tags if re.fullmatch(r"H\d", tag.name)]


@pytest.mark.parametrize("options", EVERY_WAY)
@pytest.mark.parametrize("make", [example_clinic, fullest_clinic])
def test_a_letterhead_keeps_the_rules_of_paper(
    options: HandoutOptions, make: Callable[[], Clinic]
) -> None:
    clinic = make()
    pdf = printed(clinic, options=options)
    assert min(read_sizes(pdf)) == options.print.points
    assert alternatives(pdf)[0] == clinic.name
    assert alternatives(pdf)[1:] == alternatives(printed(None, options=options))
    assert headings(read_tags(pdf)) == headings(read_tags(printed(None)))
    assert printed(clinic, options=options) == pdf


def test_the_letterhead_is_read_before_the_title_and_says_whom_to_call() -> None:
    words = read_words(printed(example_clinic()))
    said = (
        "Example Hill Clinic 12 Sample Street, Exampleton EX1 2AB "
        "Phone 01632 960 100 When we are closed, call 01632 960 199"
    )
    assert words.replace("\N{NO-BREAK SPACE}", " ").startswith(said)
    assert words.count("12 Sample Street") == 1


def test_each_topic_of_a_stack_has_the_letterhead_on_its_first_page() -> None:
    options = HandoutOptions(clinic=example_clinic())
    pdf = render_pdf([sample_topic()] * 2, options, sample_picture)
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]
    half = len(pages) // 2
    heads = [n for n, page in enumerate(pages) if "Exampleton" in page]
    assert heads == [0, half]


def lowest(page: pypdf.PageObject) -> float:
    """How high the last line stands above the edge of the sheet, in points."""
    heights: list[float] = []

    def visit(text: str, cm: list[float], tm: list[float], *_rest: object) -> None:
        if text.strip():
            heights.append(cm[3] * tm[5] + cm[5])

    page.extract_text(visitor_text=visit)
    return min(heights)


@pytest.mark.parametrize("options", EVERY_WAY[::2])
def test_the_foot_of_every_page_has_the_clinics_words_inside_the_margin(
    options: HandoutOptions,
) -> None:
    clinic = fullest_clinic()
    pdf = printed(clinic, options=options)
    for page in pypdf.PdfReader(io.BytesIO(pdf)).pages:
        words = " ".join(page.extract_text().split())
        assert clinic.footer in words
        assert words.index("Page ") < words.index(clinic.footer)
        # A laser printer leaves a quarter of an inch and a little blank.
        assert lowest(page) >= 22


def title_height(clinic: Clinic | None, options: HandoutOptions) -> float:
    """How high the title stands on the first page, in millimetres."""
    page = pypdf.PdfReader(io.BytesIO(printed(clinic, options=options))).pages[0]
    found: list[float] = []

    def visit(text: str, cm: list[float], tm: list[float], *_rest: object) -> None:
        if "Marlow’s" in text:
            found.append(cm[3] * tm[5] + cm[5])

    page.extract_text(visitor_text=visit)
    return found[0] / 72 * 25.4


@pytest.mark.parametrize("paper", list(Paper))
def test_the_letterhead_takes_little_room_from_the_text(paper: Paper) -> None:
    options = HandoutOptions(paper=paper)
    bare = title_height(None, options)
    assert bare - title_height(example_clinic(), options) <= 24
    assert bare - title_height(fullest_clinic(), options) <= 37


def test_a_clinics_colour_is_that_of_headings_and_none_in_black_ink() -> None:
    clinic = replace(example_clinic(), logo=None, colour="#6a1b9a")
    purple = b"0.41568628 0.105882354 0.6039216"
    for ink, there in ((Ink.COLOUR, True), (Ink.BLACK, False)):
        pdf = printed(clinic, options=HandoutOptions(ink=ink))
        pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
        streams = [page.get_contents() for page in pages]
        drawn = b"".join(each.get_data() for each in streams if each is not None)
        assert (purple in drawn) is there


def test_hostile_words_of_a_clinic_print_as_they_stand() -> None:
    hostile = '#import "x": * $ ] [ <label> @a // = *b* _c_'
    clinic = Clinic(hostile, (hostile,), hostile, hostile, footer=hostile)
    words = read_words(printed(clinic)).replace("\N{NO-BREAK SPACE}", " ")
    assert words.count(hostile) >= 5


@pytest.mark.parametrize("size", list(Print))
def test_a_summary_has_the_letterhead_the_foot_and_the_review(
    size: Print, tmp_path: Path
) -> None:
    del tmp_path
    options = HandoutOptions(extent=Extent.SUMMARY, print=size)
    clinic = replace(example_clinic(), sign_offs=SIGNED.sign_offs)
    pdf = printed(clinic, options=options)
    words = read_words(pdf)
    assert "12 Sample Street" in words
    assert clinic.footer in words
    assert CLAIMED in words
    if size is Print.NORMAL:
        assert len(pypdf.PdfReader(io.BytesIO(pdf)).pages) == 1
    changed = replace(sample_topic(), title="Marlow’s illness")
    assert CHANGED in read_words(printed(clinic, changed, options))
