"""A handout as PDF, looked at with other people's tools."""

import io
import itertools
import re
from dataclasses import replace

import pikepdf
import pypdf
import pytest

from reader.handout.icon_array import absolute_sentence
from reader.handout.options import HandoutOptions, Paper
from reader.handout.pdf import render_pdf
from reader.model.blocks import (
    Block,
    BulletList,
    Citation,
    EvidenceTable,
    HeardAnswer,
    ListItem,
    Paragraph,
    Picture,
    Strong,
    Text,
    WebLink,
)
from reader.model.errors import KnownError, NotFoundError
from reader.model.grade import Certainty
from reader.model.plain import block_text
from reader.model.topic import Section, Topic
from reader.model.wording import meaning, spoken
from tests.fixtures.sample_topic import PICTURE_TEXT, sample_picture, sample_topic
from tests.handout.tags import (
    Tag,
    read_fonts,
    read_sizes,
    read_tags,
    read_words,
    squeeze,
)

HOSTILE = (
    '#import "x": * $ \\ ] [ } ` ``` <label> @source // /* */ = Heading - + '
    "#eval(1) {{ }} \\u{41} ~ _a_ *b* & </script> %s"
)


def _printed(topic: Topic, paper: Paper = Paper.A4) -> bytes:
    return render_pdf([topic], HandoutOptions(paper), sample_picture)


def _with(*blocks: Block) -> Topic:
    return replace(sample_topic(), sections=(Section("what", "What it is", blocks),))


def _says(text: str) -> Paragraph:
    return Paragraph((Text(text),))


def _named(tags: list[Tag], name: str) -> list[Tag]:
    return [tag for tag in tags if tag.name == name]


# ---- what PDF/UA asks for -------------------------------------------------------


def test_the_pdf_is_tagged_and_says_so(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert document.Root.MarkInfo.Marked
        assert document.Root.StructTreeRoot.K
        assert document.Root.ViewerPreferences.DisplayDocTitle
        with document.open_metadata() as meta:
            assert meta["pdfuaid:part"] == "1"


def test_language_title_and_author_are_named(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert str(document.Root.Lang) == "en"
    info = pypdf.PdfReader(io.BytesIO(pdf)).metadata
    assert info is not None
    assert info.title == sample_topic().title
    assert info.author == "Evidence Reader"


def test_the_title_is_the_only_first_heading_and_no_level_is_skipped(
    pdf: bytes,
) -> None:
    levels = [int(t.name[1]) for t in read_tags(pdf) if re.fullmatch(r"H\d", t.name)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    steps = itertools.pairwise(levels)
    assert all(after <= before + 1 for before, after in steps)


def test_every_section_has_its_heading_in_order(pdf: bytes) -> None:
    second = [tag.title for tag in _named(read_tags(pdf), "H2")]
    sections = [section.title for section in sample_topic().sections]
    assert second == [*sections, "What the badges mean", "Words used here", "Sources"]


def test_a_table_has_header_cells_for_its_columns(pdf: bytes) -> None:
    tables = _named(read_tags(pdf), "Table")
    assert len(tables) == 3
    for table in tables:
        header, *rest = [list(row.walk()) for row in _named(list(table.walk()), "TR")]
        cells = _named(header, "TH")
        assert len(cells) in {2, 3}
        assert all(cell.element["/A"]["/Scope"] == "/Column" for cell in cells)
        assert all(not _named(row, "TH") for row in rest)
        assert all(len(_named(row, "TD")) == len(cells) for row in rest)


def test_pictures_and_badges_have_words_for_them(pdf: bytes) -> None:
    words = [tag.alternative for tag in _named(read_tags(pdf), "Figure")]
    assert words[0] == PICTURE_TEXT
    expected: list[str] = []
    for claim in sample_topic().claims:
        if claim.absolute is not None:
            expected.append(absolute_sentence(claim.absolute))
        expected.append(spoken(claim.certainty))
    assert words[1:] == expected + [spoken(level) for level in Certainty]


def test_lists_are_lists(pdf: bytes) -> None:
    tags = read_tags(pdf)
    assert len(_named(tags, "L")) >= 8
    assert all(_named(list(tag.walk()), "LBody") for tag in _named(tags, "LI"))


# ---- looks that can be counted --------------------------------------------------


def test_only_our_fonts_are_used_and_all_are_embedded(pdf: bytes) -> None:
    fonts = read_fonts(pdf)
    assert fonts
    assert all(fonts.values())
    assert all("AtkinsonHyperlegibleNext" in name for name in fonts)


def test_nothing_is_smaller_than_12_points(pdf: bytes) -> None:
    assert min(read_sizes(pdf)) == 12.0


def test_a_line_of_prose_has_about_60_to_70_characters() -> None:
    prose = "The nerve cells carry orders from the brain to the muscles. " * 12
    reader = pypdf.PdfReader(io.BytesIO(_printed(_with(_says(prose)))))
    lines = reader.pages[0].extract_text().splitlines()
    lengths = [len(line) for line in lines if "orders from" in line or "carry" in line]
    full = sorted(lengths)[1:]
    assert max(full) <= 75
    assert 60 <= sum(full) / len(full) <= 70


def test_words_are_not_broken_with_hyphens(pdf: bytes) -> None:
    broken = re.findall(r"\w[-\N{SOFT HYPHEN}]\n\w", _raw(pdf))
    assert broken == []


def test_only_a_word_wider_than_its_column_is_broken() -> None:
    claim = replace(sample_topic().claims[0], treatment="Immunosuppressants at home")
    pdf = _printed(replace(_with(EvidenceTable((claim.id,))), claims=(claim,)))
    assert re.findall(r"(\w+)[-\N{SOFT HYPHEN}]\n(\w+)", _raw(pdf)) == [
        ("Immunosuppres", "sants")
    ]


def _raw(pdf: bytes) -> str:
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    return "\n".join(page.extract_text() for page in pages)


@pytest.mark.parametrize(
    ("paper", "size"), [(Paper.A4, (595, 842)), (Paper.LETTER, (612, 792))]
)
def test_the_paper_is_the_one_asked_for(paper: Paper, size: tuple[int, int]) -> None:
    for page in pypdf.PdfReader(io.BytesIO(_printed(sample_topic(), paper))).pages:
        box = page.mediabox
        assert (round(box.width), round(box.height)) == size


def test_every_foot_says_page_title_and_date(pdf: bytes) -> None:
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    for number, page in enumerate(pages, 1):
        words = squeeze(page.extract_text())
        assert f"Page {number} of {len(pages)}" in words
        assert "Marlow’s disease · Checked 2 March 2025" in words


def test_a_long_evidence_table_repeats_its_header_and_splits_no_row() -> None:
    claim = sample_topic().claims[0]
    finding = "People who practised walked a little faster than others. " * 4
    claims = tuple(
        replace(claim, id=f"c{n}", treatment=f"Row{n}", finding=f"{finding} End{n}.")
        for n in range(16)
    )
    table = EvidenceTable(tuple(c.id for c in claims))
    pdf = _printed(replace(_with(table), claims=claims))
    pages = [p.extract_text() for p in pypdf.PdfReader(io.BytesIO(pdf)).pages]
    with_rows = [page for page in pages if re.search(r"Row\d", page)]
    assert len(with_rows) > 1
    for page in with_rows:
        assert "What studies found" in page
        assert set(re.findall(r"Row(\d+)", page)) == set(re.findall(r"End(\d+)", page))


# ---- the words ------------------------------------------------------------------


def test_identical_input_gives_identical_bytes(pdf: bytes) -> None:
    other = replace(sample_topic(), title="Another topic")
    _printed(other, Paper.LETTER)
    assert _printed(sample_topic()) == pdf


def test_all_words_are_there_in_reading_order(pdf: bytes) -> None:
    feet = r"Marlow’s disease · Checked 2 March 2025 Page \d of \d "
    words = re.sub(rf"{feet}|\[\d[\d, –]*\]", "", read_words(pdf) + " ")
    place = 0
    for expected in _reading_order(sample_topic()):
        found = words.find(squeeze(expected), place)
        assert found >= 0, expected
        place = found


def _reading_order(topic: Topic) -> list[str]:
    said = [topic.title, *topic.also_called]
    for section in topic.sections:
        said.append(section.title)
        for block in section.blocks:
            said += _said(topic, block)
    said += [meaning(level) for level in Certainty]
    said += [part for term in topic.terms for part in (term.term, term.meaning)]
    return said + [source.title for source in topic.sources]


def _said(topic: Topic, block: Block) -> list[str]:
    if isinstance(block, EvidenceTable):
        claims = [topic.claim(name) for name in block.claims]
        return [c.finding for c in claims if c is not None]
    if isinstance(block, HeardAnswer):
        heard = topic.heard_answer(block.heard)
        assert heard is not None
        return [heard.question, heard.verdict.phrase]
    if isinstance(block, Picture):
        return []
    # An address stands behind its words, so only the words before it are certain.
    return [line.split(" genes")[0] for line in block_text(block).splitlines()]


def test_harms_and_approvals_stand_in_the_section_on_cell_therapy(pdf: bytes) -> None:
    words = read_words(pdf)
    section = words.index("Cell therapy: what studies in people show")
    harm = words.index("Headache and back pain in about 1 of 3 people")
    approval = words.index("Marlocel, Ministry of Example (30 June 2021)")
    assert section < harm < approval < words.index("What you may have heard")


def test_the_honest_notice_and_the_date_stand_at_the_top(pdf: bytes) -> None:
    assert (
        "Draft, not reviewed by a clinician. Checked 2 March 2025 The short version"
    ) in read_words(pdf)


def test_sources_are_numbered_with_identifiers_and_dates(pdf: bytes) -> None:
    words = read_words(pdf)
    assert "last checked against these sources on 2 March 2025" in words
    assert "3. Placeholder C, and others, 2022." in words
    assert "PMID: 1." in words
    assert "NCT00000000." in words
    assert "Seen 28 February 2025." in words


def test_a_link_shows_its_address_and_a_topic_link_only_its_words(pdf: bytes) -> None:
    words = read_words(pdf)
    assert "genes (https://example.org/genes)" in words
    assert "See ALS and cell therapy." in words


def test_hostile_words_print_as_they_stand() -> None:
    topic = replace(
        _with(
            _says(HOSTILE),
            BulletList((ListItem((_says(HOSTILE),)),)),
            Paragraph((Strong((Text(HOSTILE),)), WebLink(HOSTILE, (Text("x"),)))),
        ),
        title=HOSTILE,
        also_called=(HOSTILE,),
    )
    words = read_words(_printed(topic))
    assert words.count(squeeze(HOSTILE)) >= 6


def test_what_no_font_can_draw_is_spelt_or_marked() -> None:
    words = read_words(_printed(_with(_says("TGF-β, 5 µg, CO₂, 10⁶, 中, \x00\ud800."))))
    assert "TGF-beta, 5 μg, CO2, 10^6, ?, ." in words


def test_a_picture_that_is_gone_leaves_its_words() -> None:
    def gone(name: str) -> bytes:
        msg = f"There is no picture {name}."
        raise NotFoundError(msg)

    topic = _with(Picture("gone.png", "A drawing of a heart."))
    pdf = render_pdf([topic], HandoutOptions(), gone)
    assert "A drawing of a heart." in read_words(pdf)


@pytest.mark.parametrize(
    "broken", [b"", b"\x89PNG\r\n\x1a\n", b"<svg", b"GIF89a", b"<!DOCTYPE svg><svg/>"]
)
def test_a_picture_that_is_damaged_leaves_its_words(broken: bytes) -> None:
    def damaged(_name: str) -> bytes:
        return broken

    topic = _with(Picture("bad.png", "A drawing of a heart."))
    pdf = render_pdf([topic], HandoutOptions(), damaged)
    assert "A drawing of a heart." in read_words(pdf)


def test_a_stack_begins_each_topic_on_page_one_of_its_own() -> None:
    second = replace(sample_topic(), title="Second topic", checked="")
    pdf = render_pdf([sample_topic(), second], HandoutOptions(), sample_picture)
    pages = [p.extract_text() for p in pypdf.PdfReader(io.BytesIO(pdf)).pages]
    half = len(pages) // 2
    assert f"Page 1 of {half}" in pages[0]
    assert pages[half].lstrip().startswith("Second topic")
    assert f"Page 1 of {half}" in pages[half]
    assert "Checked" not in pages[half]
    titles = [tag.title for tag in _named(read_tags(pdf), "H1")]
    assert titles == ["Marlow’s disease", "Second topic"]


def test_a_topic_without_anything_still_prints() -> None:
    bare = replace(
        sample_topic(),
        title="Bare",
        also_called=(),
        status="",
        checked="",
        sections=(Section("top", "", (_says("One line."), Paragraph(()))),),
        claims=(),
        heard=(),
        approvals=(),
        harms=(),
        sources=(),
        terms=(),
    )
    assert read_words(_printed(bare)) == "Bare One line. Bare Page 1 of 1"


def test_citations_of_one_place_are_joined() -> None:
    ids = tuple(source.id for source in sample_topic().sources)
    topic = _with(Paragraph((Text("So."), Citation(ids[:1] + ids[2:5]))))
    assert "So.[1, 3–5]" in read_words(_printed(topic))


def test_a_missing_font_is_said_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.handout.press.FACES", ("Regular", "Vanished"))
    with pytest.raises(KnownError, match="font that handouts are printed with"):
        _printed(sample_topic())


def test_no_topic_is_no_handout() -> None:
    with pytest.raises(ValueError, match="needs a topic"):
        render_pdf([], HandoutOptions(), sample_picture)
