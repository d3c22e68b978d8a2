"""The one-page summary on paper: one side, whole, and honest."""

import io
from dataclasses import replace

import pypdf
import pytest

from reader.handout.options import Extent, HandoutOptions, Paper, Print
from reader.handout.pdf import render_pdf
from reader.library.store import Library
from reader.model.blocks import BulletList, ListItem, Paragraph, Text
from reader.model.errors import KnownError
from reader.model.plain import block_text
from reader.model.summary import FEWEST_RESULTS, MOST_RESULTS, Summary, summarise
from reader.model.summary_size import lines_too_many
from reader.model.topic import Kind, Section, Topic
from reader.model.wording import spoken
from tests.fixtures.sample_topic import sample_picture, sample_topic
from tests.handout.tags import read_sizes, read_tags

SUMMARY = HandoutOptions(extent=Extent.SUMMARY)
LETTER = replace(SUMMARY, paper=Paper.LETTER)
NOTICE = "Not yet reviewed by a clinician. Checked 22 November 2026"


def printed(topic: Topic, options: HandoutOptions = SUMMARY) -> bytes:
    return render_pdf([topic], options, sample_picture)


def squeeze(text: str) -> str:
    """Letters alone: where a line ends says nothing of its words."""
    return "".join(text.split())


def pages_of(pdf: bytes) -> list[str]:
    sheets = pypdf.PdfReader(io.BytesIO(pdf)).pages
    return [squeeze(sheet.extract_text()) for sheet in sheets]


def summary_of(topic: Topic) -> Summary:
    summary = summarise(topic)
    assert summary is not None
    return summary


def parts_of(summary: Summary) -> list[str]:
    """Everything that a summary must not leave out."""
    sections = [summary.short, *([summary.red_flags] if summary.red_flags else [])]
    blocks = [block for section in sections for block in section.blocks]
    blocks += [block for item in summary.questions for block in item.blocks]
    return [line for block in blocks for line in block_text(block).split("\n")]


# ---- the real library ----------------------------------------------------------------


@pytest.mark.parametrize("paper", Paper)
def test_every_full_page_is_one_side_with_nothing_cut_off(
    library: Library, paper: Paper
) -> None:
    topics = [
        library.topic(entry.slug)
        for entry in library.topics()
        if entry.kind in {Kind.CONDITION, Kind.GENERAL}
    ]
    pdf = render_pdf(topics, replace(SUMMARY, paper=paper), library.picture)
    pages = pages_of(pdf)
    assert len(pages) == len(topics) > 0
    for topic, page in zip(topics, pages, strict=True):
        summary = summary_of(topic)
        for part in (topic.title, *parts_of(summary)):
            assert squeeze(part) in page, topic.slug
        shown = [squeeze(c.treatment) in page for c in summary.results]
        assert shown[:FEWEST_RESULTS] == [True] * min(FEWEST_RESULTS, len(shown))


def test_every_short_note_is_one_side(library: Library) -> None:
    # Letter is the lower of the two papers, and the notes are all much the same.
    topics = [
        library.topic(entry.slug)
        for entry in library.topics()
        if entry.kind == Kind.MAP
    ]
    pages = pages_of(render_pdf(topics, LETTER, library.picture))
    assert len(pages) == len(topics) > 0
    longest = max(topics, key=lambda topic: sum(map(len, parts_of(summary_of(topic)))))
    assert len(pages_of(render_pdf([longest], SUMMARY, library.picture))) == 1


def test_no_page_is_nearer_to_the_edge_than_the_compiler_allows(
    library: Library,
) -> None:
    for entry in library.topics():
        topic = library.topic(entry.slug)
        assert lines_too_many(topic.title, NOTICE, summary_of(topic)) == 0, entry.slug


# ---- what the compiler reckons -------------------------------------------------------

WORDS = (
    "your legs are weak or numb, and you cannot walk as before",
    "the skin is hot, red or swollen",
    "you are very short of breath, or you cough up blood and feel faint",
    "fever-like shivering over 38.5 °C",
)


def grown(topic: Topic, section_id: str, count: int) -> Topic:
    """The topic with so many more signs in the list of a section."""
    more = tuple(
        ListItem((Paragraph((Text(WORDS[place % len(WORDS)]),)),))
        for place in range(count)
    )
    return replace(
        topic,
        sections=tuple(
            replace(section, blocks=(*section.blocks, BulletList(more)))
            if section.id == section_id
            else section
            for section in topic.sections
        ),
    )


@pytest.mark.parametrize("section", ["short-version", "red-flags"])
@pytest.mark.parametrize(
    "slug",
    [
        "acute-lymphoblastic-leukaemia",
        "amyotrophic-lateral-sclerosis",
        "knee-osteoarthritis",
        "vitiligo",
    ],
)
def test_what_the_compiler_lets_pass_fits_on_paper(
    library: Library, slug: str, section: str
) -> None:
    """The longest page that the compiler would accept can be printed."""
    topic = library.topic(slug)
    notice = f"{topic.status}. Checked 22 November 2026"
    count = 0
    while not lines_too_many(
        topic.title, notice, summary_of(grown(topic, section, count + 1))
    ):
        count += 1
    for options in (SUMMARY, LETTER):
        fullest = grown(topic, section, count)
        assert len(pages_of(render_pdf([fullest], options, library.picture))) == 1


# ---- where there is less room --------------------------------------------------------


def test_a_note_takes_the_place_of_results(library: Library) -> None:
    topic = library.topic("amyotrophic-lateral-sclerosis")
    note = "Please bring your tablets and somebody who can write things down. " * 6
    (page,) = pages_of(printed(topic, replace(SUMMARY, note=note)))
    results = summary_of(topic).results
    shown = [squeeze(result.treatment) in page for result in results]
    assert squeeze(note) in page
    assert 2 <= sum(shown) < MOST_RESULTS
    assert shown == sorted(shown, reverse=True)
    assert squeeze(f"{sum(shown)} of {len(topic.claims)} results") in page
    for part in parts_of(summary_of(topic)):
        assert squeeze(part) in page


def test_a_note_that_leaves_too_little_room_is_refused_in_words(
    library: Library,
) -> None:
    topic = library.topic("amyotrophic-lateral-sclerosis")
    note = "Please bring your tablets and somebody who can write. " * 60
    with pytest.raises(KnownError) as caught:
        printed(topic, replace(SUMMARY, note=note))
    assert "“Amyotrophic lateral sclerosis (ALS)” is " in str(caught.value)
    assert " lines too long for one side." in str(caught.value)
    assert caught.value.advice.startswith("Shorten the note, ")


def test_the_refused_one_of_a_stack_is_named(library: Library) -> None:
    long = grown(library.topic("vitiligo"), "red-flags", 60)
    topics = [library.topic("asthma"), long, library.topic("psoriasis")]
    with pytest.raises(KnownError, match="“Vitiligo” is"):
        render_pdf(topics, SUMMARY, library.picture)


def test_in_large_print_a_summary_may_take_more_sides(library: Library) -> None:
    topic = library.topic("amyotrophic-lateral-sclerosis")
    pdf = printed(topic, replace(SUMMARY, print=Print.LARGE))
    words = "".join(pages_of(pdf))
    assert len(pages_of(pdf)) > 1
    assert min(read_sizes(pdf)) >= Print.LARGE.points
    for part in parts_of(summary_of(topic))[:3]:
        assert squeeze(part) in words


def test_a_page_without_a_short_version_is_refused_in_words() -> None:
    topic = replace(sample_topic(), sections=(Section("top", "", ()),))
    with pytest.raises(KnownError, match="has no short version"):
        printed(topic)


# ---- what a person meets -------------------------------------------------------------


def test_nothing_on_a_summary_is_smaller_than_twelve_points(library: Library) -> None:
    pdf = printed(library.topic("type-1-diabetes"), LETTER)
    assert min(read_sizes(pdf)) >= Print.NORMAL.points


def test_a_summary_says_how_sure_we_are_in_words_for_ears(library: Library) -> None:
    topic = library.topic("amyotrophic-lateral-sclerosis")
    tags = read_tags(printed(topic))
    said = [tag.alternative for tag in tags if tag.name == "Figure"]
    for result in summary_of(topic).results:
        assert spoken(result.certainty) in said
    heads = [tag for tag in tags if tag.name == "TH"]
    assert len(heads) == 3


def test_a_summary_is_read_in_the_order_of_what_matters(library: Library) -> None:
    topic = library.topic("parkinsons-disease")
    (page,) = pages_of(printed(topic))
    summary = summary_of(topic)
    assert summary.red_flags is not None
    titles = [
        topic.title,
        summary.short.title,
        summary.red_flags.title,
        "What studies found",
        summary.questions_title,
        "Read more",
    ]
    places = [page.index(squeeze(title)) for title in titles]
    assert places == sorted(places)


def test_a_name_can_be_filled_in_without_a_note() -> None:
    topic = sample_topic()
    bare, named = (
        pages_of(printed(topic, replace(options, name_line=named)))[0]
        for options, named in ((SUMMARY, False), (SUMMARY, True))
    )
    assert squeeze("Name:") not in bare
    assert squeeze("Name:") in named
    assert squeeze("Date:") in named


def test_a_whole_handout_has_the_name_line_too() -> None:
    words = "".join(pages_of(printed(sample_topic(), HandoutOptions(name_line=True))))
    assert squeeze("Name:") in words


def test_the_same_summary_has_the_same_bytes(library: Library) -> None:
    topic = library.topic("asthma")
    assert printed(topic) == printed(topic)


@pytest.mark.parametrize("slug", ["neuroblastoma", "what-stem-cells-are"])
def test_a_page_without_results_has_no_table(library: Library, slug: str) -> None:
    tags = read_tags(printed(library.topic(slug)))
    assert not [tag for tag in tags if tag.name == "Table"]
