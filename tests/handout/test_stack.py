"""Many topics as one PDF: the very pages that each has alone, bound with care."""

import io
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdf
import pytest

from reader.handout.binding import Binder
from reader.handout.files import write_handouts
from reader.handout.options import HandoutOptions
from reader.handout.pdf import render_pdf
from reader.handout.stack import Stack, render_each, render_stack
from reader.model.blocks import Paragraph, Text
from reader.model.errors import BugError, KnownError
from reader.model.topic import Section, Topic
from tests.fixtures.sample_topic import sample_picture, sample_topic
from tests.handout.tags import read_tags, squeeze

HOSTILE = "12 0 R (a (b) c) \\( 7 0 R /StructParent 3 (U1x0y0) ((((deep))))"


def named(title: str, slug: str = "") -> Topic:
    return replace(sample_topic(), slug=slug or title.lower(), title=title)


def short(title: str) -> Topic:
    blocks = (Paragraph((Text(f"All there is to say about {title}."),)),)
    section = Section("what-it-is", f"What {title} is", blocks)
    return replace(named(title), sections=(section,), claims=(), heard=())


FIVE = tuple(named(title) for title in ("One", "Two", "Three", "Four", HOSTILE))


def stack(topics: tuple[Topic, ...] = FIVE, *, blank_for_duplex: bool = False) -> Stack:
    return Stack(topics, HandoutOptions(), sample_picture, blank_for_duplex)


def rendered(made: Stack) -> bytes:
    pdf = render_stack(made)
    assert pdf is not None
    return pdf


@pytest.fixture(scope="module")
def five() -> bytes:
    return rendered(stack())


def words_of_pages(pdf: bytes) -> list[str]:
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    return [squeeze(page.extract_text()) for page in pages]


def bookmarks(pdf: bytes) -> list[tuple[str, int, int]]:
    """Title, number of bookmarks below it, and page, of each topic."""
    with pikepdf.open(io.BytesIO(pdf)) as document, document.open_outline() as outline:
        numbers: dict[object, int] = {
            page.objgen: n for n, page in enumerate(document.pages)
        }
        found = []
        for item in outline.root:
            place = item.destination
            assert isinstance(place, pikepdf.Array)
            found.append((item.title, len(item.children), numbers[place[0].objgen]))
        return found


# ---- one PDF ---------------------------------------------------------------------


def test_a_stack_has_the_pages_that_each_topic_has_alone(five: bytes) -> None:
    alone = [render_pdf([topic], HandoutOptions(), sample_picture) for topic in FIVE]
    apart = [words for pdf in alone for words in words_of_pages(pdf)]
    assert words_of_pages(five) == apart


def test_a_stack_of_several_parts_has_more_than_one(five: bytes) -> None:
    with pikepdf.open(io.BytesIO(five)) as document:
        assert len(document.Root.Pages.Kids) > 1


def test_every_topic_has_a_bookmark_with_its_sections_below(five: bytes) -> None:
    found = bookmarks(five)
    assert [title for title, *_ in found] == [squeeze(t.title) for t in FIVE]
    assert all(below >= len(sample_topic().sections) for _, below, _ in found)
    pages = words_of_pages(five)
    for title, _, page in found:
        assert pages[page].startswith(title)


def test_every_topic_counts_its_own_pages(five: bytes) -> None:
    numbers = [
        re.search(r"Page (\d+) of (\d+)", words) for words in words_of_pages(five)
    ]
    told = [(int(n[1]), int(n[2])) for n in numbers if n is not None]
    each = told[0][1]
    assert told == [(n, each) for n in range(1, each + 1)] * len(FIVE)


def test_the_tags_of_all_parts_stand_in_one_document(five: bytes) -> None:
    tags = read_tags(five)
    titles = [tag.title for tag in tags if tag.name == "H1"]
    assert [squeeze(t) for t in titles] == [squeeze(t.title) for t in FIVE]
    assert [tag.name for tag in tags].count("Document") == 1
    each = len(read_tags(render_pdf([FIVE[0]], HandoutOptions(), sample_picture)))
    assert len([t for t in tags if t.name not in {"Document", "Part"}]) >= 5 * each - 10


def test_every_mark_on_a_page_leads_to_its_tag_and_back(five: bytes) -> None:
    with pikepdf.open(io.BytesIO(five)) as document:
        root = document.Root.StructTreeRoot
        parents = pikepdf.NumberTree(root.ParentTree)
        keys = [int(page.obj.StructParents) for page in document.pages]
        assert len(set(keys)) == len(keys)
        for page, key in zip(document.pages, keys, strict=True):
            on_page = [e for e in parents[key] if e.get("/Pg") is not None]
            assert any(e.Pg.objgen == page.obj.objgen for e in on_page)
            for note in page.obj.get("/Annots", pikepdf.Array()):
                assert parents[int(note.StructParent)].S == "/Link"
        assert int(root.ParentTreeNextKey) > max(keys)


def test_header_cells_have_names_of_their_own(five: bytes) -> None:
    with pikepdf.open(io.BytesIO(five)) as document:
        tree = pikepdf.NameTree(document.Root.StructTreeRoot.IDTree)
        cells = [str(name) for name in tree]
        assert cells == sorted(cells)
        for name in cells:
            assert str(tree[name].ID) == name
        assert len(cells) % len(FIVE) == 0


def test_the_whole_is_sound_and_says_what_it_is(five: bytes) -> None:
    with pikepdf.open(io.BytesIO(five)) as document:
        assert document.check_pdf_syntax() == []
        assert document.Root.MarkInfo.Marked
        assert str(document.Root.Lang) == "en"
        with document.open_metadata() as meta:
            assert meta["pdfuaid:part"] == "1"
            assert meta["dc:title"] == "Handouts on 5 topics"
            assert meta["{http://ns.adobe.com/xap/1.0/t/pg/}NPages"] == str(
                len(document.pages)
            )
    info = pypdf.PdfReader(io.BytesIO(five)).metadata
    assert info is not None
    assert info.title == "Handouts on 5 topics"


def test_words_that_look_like_a_pdf_stay_words(five: bytes) -> None:
    assert bookmarks(five)[-1][0] == HOSTILE
    assert HOSTILE in words_of_pages(five)[-1]


def test_the_same_stack_has_the_same_bytes(five: bytes) -> None:
    assert rendered(stack()) == five


def test_a_small_stack_is_as_it_comes_from_the_press() -> None:
    two = (short("One"), short("Two"))
    assert rendered(stack(two)) == render_pdf(two, HandoutOptions(), sample_picture)


def test_for_duplex_each_topic_begins_on_the_front_of_a_sheet() -> None:
    topics = (short("One"), short("Two"), *FIVE[:2], short("Three"))
    pdf = rendered(stack(topics, blank_for_duplex=True))
    assert all(page % 2 == 0 for *_, page in bookmarks(pdf))
    pages = words_of_pages(pdf)
    assert len(pages) % 2 == 0
    assert pages[1] == ""
    plain = words_of_pages(rendered(stack(topics)))
    assert [words for words in pages if words] == plain
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert document.check_pdf_syntax() == []
        sizes = {tuple(float(side) for side in p.mediabox) for p in document.pages}
        assert len(sizes) == 1


def test_a_single_topic_is_padded_for_duplex_too() -> None:
    pdf = rendered(stack((short("One"),), blank_for_duplex=True))
    assert [bool(words) for words in words_of_pages(pdf)] == [True, False]


def test_what_typst_did_not_write_is_not_bound() -> None:
    strange = pikepdf.new()
    strange.add_blank_page()
    saved = io.BytesIO()
    strange.save(saved)
    for pdf in (saved.getvalue(), b"", b"%PDF-1.7"):
        with pytest.raises(BugError):
            Binder().add(pdf)
    with pytest.raises(BugError):
        Binder().finish()


# ---- progress and stopping ---------------------------------------------------------


def stop_after(enough: int, heard: list[tuple[int, int]]) -> Callable[[int, int], bool]:
    def go_on(done: int, of: int) -> bool:
        heard.append((done, of))
        return done < enough

    return go_on


def test_progress_rises_to_the_end() -> None:
    heard: list[tuple[int, int]] = []
    assert render_stack(stack(), stop_after(99, heard)) is not None
    assert heard == sorted(heard)
    assert len(heard) > 1
    assert heard[-1] == (5, 5)


def test_whoever_stops_gets_nothing() -> None:
    heard: list[tuple[int, int]] = []
    assert render_stack(stack(), stop_after(1, heard)) is None
    assert len(heard) == 1


def test_one_each_comes_in_order_and_stops_when_told() -> None:
    heard: list[tuple[int, int]] = []
    made = list(render_each(stack(), stop_after(2, heard)))
    assert [topic.title for topic, _ in made] == ["One", "Two"]
    assert heard == [(1, 5), (2, 5)]


@pytest.mark.parametrize("name", ["stack.pdf", "new/folder"])
def test_a_job_that_is_stopped_leaves_no_file_and_no_folder(
    tmp_path: Path, name: str
) -> None:
    written = write_handouts(
        FIVE,
        tmp_path / name,
        HandoutOptions(),
        sample_picture,
        go_on=stop_after(1, []),
    )
    assert written == ()
    assert list(tmp_path.iterdir()) == []


def test_a_stopped_job_leaves_older_files_as_they_were(tmp_path: Path) -> None:
    older = tmp_path / "one.pdf"
    older.write_bytes(b"older")
    write_handouts(
        FIVE, tmp_path, HandoutOptions(), sample_picture, go_on=stop_after(2, [])
    )
    assert [path.name for path in tmp_path.iterdir()] == ["one.pdf"]
    assert older.read_bytes() == b"older"


def test_a_failure_half_way_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "three.pdf").mkdir()  # no handout can have that name
    with pytest.raises(KnownError, match="could not be written"):
        write_handouts(FIVE, tmp_path, HandoutOptions(), sample_picture)
    assert not list(tmp_path.glob(".*.part"))


def test_no_topics_are_no_stack() -> None:
    with pytest.raises(ValueError, match="needs a topic"):
        render_stack(stack(()))
