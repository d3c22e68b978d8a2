"""Bookmarks carried to another notebook: nothing lost, nothing replaced."""

import json
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model.errors import KnownError, UnreadableError
from reader.notebook.carry import bring_in
from reader.notebook.exchange import export_bookmarks
from reader.notebook.store import Notebook
from reader.notebook.undo import Action
from tests.notebook.support import Ticking, lines

Json = dict[str, Any]


@pytest.fixture
def other(tmp_path: Path) -> Path:
    return tmp_path / "other"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "bookmarks.json"


def fill(notebook: Notebook) -> None:
    shelf = notebook.bookmarks
    family = shelf.create_folder("Family").subject
    shelf.create_folder("Empty")
    shelf.add("als", title="ALS", section="signs", note="Ask.", folder_id=family)
    shelf.add("burns", title="Burns", folder_id=family)
    shelf.add("copd", title="COPD")


def a_file(file: Path, **changes: object) -> Path:
    content: Json = {
        "format": "evidence-reader-bookmarks",
        "version": 1,
        "folders": [],
        "bookmarks": [],
    }
    file.write_text(json.dumps(content | changes))
    return file


def test_export_and_import_into_an_empty_notebook_give_the_same_shelf(
    notebook: Notebook, other: Path, file: Path
) -> None:
    fill(notebook)
    assert export_bookmarks(notebook, file) == 3
    with Notebook.open(other) as empty:
        done = bring_in(empty, file)
        assert lines(empty.bookmarks.shelf()) == lines(notebook.bookmarks.shelf())
    assert (done.added, done.known, done.folders_added) == (3, 0, 2)


def test_importing_twice_changes_nothing_the_second_time(
    notebook: Notebook, other: Path, file: Path
) -> None:
    fill(notebook)
    export_bookmarks(notebook, file)
    with Notebook.open(other) as target:
        bring_in(target, file)
        before = target.bookmarks.shelf()
        done = bring_in(target, file)
        assert target.bookmarks.shelf() == before
    assert (done.added, done.known, done.folders_added) == (0, 3, 0)
    assert done.undo.subject is None


def test_import_adds_behind_what_is_there_and_replaces_nothing(
    notebook: Notebook, other: Path, file: Path
) -> None:
    fill(notebook)
    export_bookmarks(notebook, file)
    with Notebook.open(other, clock=Ticking()) as target:
        mine = target.bookmarks.create_folder("FAMILY").subject
        target.bookmarks.add("als", title="Mine", section="signs", folder_id=mine)
        target.bookmarks.add("gout", title="Gout")
        before = target.bookmarks.shelf()
        done = bring_in(target, file)
        after = target.bookmarks.shelf()

        assert set(before.bookmarks) < set(after.bookmarks)
        assert [each.name for each in after.folders] == ["FAMILY", "Empty"]
        assert [(each.slug, each.note) for each in after.bookmarks] == [
            ("gout", ""),
            ("copd", ""),
            ("als", ""),
            ("als", "Ask."),
            ("burns", ""),
        ]
        assert done.undo.action is Action.IMPORT
        target.bookmarks.undo(done.undo)
        assert target.bookmarks.shelf() == before


def test_two_bookmarks_that_are_alike_in_the_file_are_two_on_the_shelf(
    notebook: Notebook, file: Path
) -> None:
    notebook.bookmarks.add("als", title="ALS")
    a_file(file, bookmarks=[{"slug": "als", "title": "ALS"}] * 2)
    assert bring_in(notebook, file).added == 1
    assert bring_in(notebook, file).added == 0
    assert len(notebook.bookmarks.shelf().bookmarks) == 2


def test_a_file_written_by_hand_needs_only_slugs_and_titles(
    notebook: Notebook, file: Path
) -> None:
    a_file(
        file,
        made_by="a clinic",
        bookmarks=[
            {"slug": "als", "title": "ALS", "colour": "red"},
            {"slug": "copd", "title": "COPD", "folder": "New", "note": None},
        ],
    )
    done = bring_in(notebook, file)
    assert (done.added, done.folders_added) == (2, 1)
    moment = notebook.bookmarks.shelf().bookmarks[0].added
    assert moment.date() == datetime(2026, 8, 1, tzinfo=UTC).date()


def test_a_file_with_the_mark_of_a_windows_editor_is_read(
    notebook: Notebook, file: Path
) -> None:
    a_file(file, bookmarks=[{"slug": "als", "title": "ALS"}])
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    assert bring_in(notebook, file).added == 1


GOOD = {"slug": "als", "title": "ALS"}


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"format": "recipes"}, "was not written by Evidence Reader"),
        ({"version": 2}, "comes from a newer version of Evidence Reader"),
        ({"version": "1"}, "does not say which version of the format"),
        ({"version": True}, "does not say which version of the format"),
        ({"version": 0}, "does not say which version of the format"),
        ({"folders": {}}, "has no list of folders"),
        ({"folders": ["Good", 7]}, "has a folder name at folder 2 that is no text"),
        ({"folders": [" "]}, "cannot be used at folder 1: A folder needs a name."),
        ({"bookmarks": "als"}, "has no list of bookmarks"),
        ({"bookmarks": [GOOD, "als"]}, "something at bookmark 2 that is no bookmark"),
        ({"bookmarks": [GOOD, {"title": "A"}]}, "has no “slug” at bookmark 2"),
        ({"bookmarks": [{"slug": "als"}]}, "has no “title” at bookmark 1"),
        ({"bookmarks": [GOOD | {"slug": "x" * 1001}]}, "“slug” at bookmark 1 .* long"),
        ({"bookmarks": [GOOD | {"section": 1}]}, "“section” at bookmark 1 .* no text"),
        ({"bookmarks": [GOOD | {"note": []}]}, "“note” at bookmark 1 that is no text"),
        ({"bookmarks": [GOOD | {"note": "x" * 20_001}]}, "at bookmark 1: The note has"),
        ({"bookmarks": [GOOD | {"folder": 1}]}, "folder name at bookmark 1"),
        ({"bookmarks": [GOOD | {"added": "soon"}]}, "a date at bookmark 1"),
        ({"bookmarks": [GOOD | {"added": "2026-08-01T09:00"}]}, "date at bookmark 1"),
        (
            {"bookmarks": [GOOD | {"added": "0001-01-01T00:00+14:00"}]},
            "date at bookmark 1",
        ),
    ],
)
def test_a_faulty_file_is_refused_whole_and_its_fault_is_named(
    notebook: Notebook, file: Path, changes: Json, sentence: str
) -> None:
    fill(notebook)
    before = notebook.bookmarks.shelf()
    with pytest.raises(UnreadableError, match=sentence) as error:
        bring_in(notebook, a_file(file, **changes))
    assert error.value.advice
    assert error.value.message.endswith(".")
    assert not error.value.message.endswith("..")
    assert notebook.bookmarks.shelf() == before


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is not whole JSON"),
        (b'{"format": "evidence-reader-bookmarks",\n\n', r"not whole JSON \(line 3\)"),
        (b"[]", "was not written by Evidence Reader"),
        (b"[" * 200_000, "is not JSON that this program can read"),
        (b"1" * 10_000, "is not JSON that this program can read"),
        ('{"format": "é"}'.encode("utf-16"), "is not text in UTF-8"),
        (b"\0" * 100, "is not whole JSON"),
        (b" " * (64 * 1024 * 1024 + 1), "is larger than 64 MB"),
    ],
)
def test_a_file_that_is_no_bookmarks_at_all_is_refused(
    notebook: Notebook, file: Path, content: bytes, sentence: str
) -> None:
    file.write_bytes(content)
    with pytest.raises(UnreadableError, match=sentence):
        bring_in(notebook, file)


def test_a_file_that_is_not_there_is_named(notebook: Notebook, file: Path) -> None:
    with pytest.raises(UnreadableError, match=r"bookmarks.json” cannot be read \(.+\)"):
        bring_in(notebook, file)
    with pytest.raises(UnreadableError, match="cannot be read"):
        bring_in(notebook, file.parent)


def test_export_replaces_an_older_file_and_leaves_nothing_beside_it(
    notebook: Notebook, file: Path
) -> None:
    file.write_text("an older file")
    fill(notebook)
    export_bookmarks(notebook, file)
    assert json.loads(file.read_text())["version"] == 1
    beside = {path.name for path in file.parent.iterdir()}
    assert beside == {file.name, notebook.path.parent.name}


def test_an_export_that_fails_leaves_the_older_file_as_it_was(
    notebook: Notebook, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(handle: int) -> None:
        raise OSError(28, "No space left on device", handle)

    file.write_text("an older file")
    monkeypatch.setattr("os.fsync", no_room)
    with pytest.raises(KnownError, match=r"cannot be written \(No space left"):
        export_bookmarks(notebook, file)
    assert file.read_text() == "an older file"
    assert sorted(file.parent.glob("*.part*")) == []
    assert sorted(file.parent.glob(".*")) == []


def test_an_export_into_a_folder_that_is_closed_or_missing_is_refused(
    notebook: Notebook, tmp_path: Path
) -> None:
    with pytest.raises(KnownError, match="cannot be written"):
        export_bookmarks(notebook, tmp_path / "missing" / "bookmarks.json")
    with pytest.raises(KnownError, match="cannot be written"):
        export_bookmarks(notebook, tmp_path)


def test_the_notebook_itself_is_never_the_target(notebook: Notebook) -> None:
    fill(notebook)
    with pytest.raises(KnownError, match="is the notebook itself"):
        export_bookmarks(notebook, notebook.path)
    assert len(notebook.bookmarks.shelf().bookmarks) == 3


def test_a_notebook_that_keeps_nothing_can_still_be_exported(file: Path) -> None:
    with Notebook.empty(KnownError("The notebook is damaged.")) as notebook:
        assert export_bookmarks(notebook, file) == 0
        a_file(file, bookmarks=[GOOD])
        with pytest.raises(KnownError, match="damaged"):
            bring_in(notebook, file)


ANY_TEXT = st.text(st.characters(), max_size=12)


@st.composite
def acts(draw: st.DrawFn) -> tuple[list[str], list[Json]]:
    """Names of folders, and bookmarks with the number of their folder."""
    names = draw(st.lists(st.sampled_from(["a", "b", "é", "ß"]), unique=True))
    bookmark = st.fixed_dictionaries(
        {
            "slug": st.sampled_from(["als", "burns", "\ud800"]),
            "title": ANY_TEXT.filter(bool),
            "section": st.none() | ANY_TEXT,
            "note": ANY_TEXT,
            "folder_id": st.sampled_from([None, *range(1, len(names) + 1)]),
        }
    )
    return names, draw(st.lists(bookmark, max_size=6))


@settings(max_examples=40, deadline=None, database=None)
@given(acts())
def test_any_shelf_survives_the_journey(drawn: tuple[list[str], list[Json]]) -> None:
    names, bookmarks = drawn
    with (
        TemporaryDirectory() as folder,
        Notebook.open(Path(folder) / "one", clock=Ticking()) as one,
        Notebook.open(Path(folder) / "two") as two,
    ):
        for name in names:
            one.bookmarks.create_folder(name)
        for bookmark in bookmarks:
            one.bookmarks.add(**bookmark)
        file = Path(folder) / "bookmarks.json"
        export_bookmarks(one, file)
        bring_in(two, file)
        assert lines(two.bookmarks.shelf()) == lines(one.bookmarks.shelf())
        before = two.bookmarks.shelf()
        assert bring_in(two, file).added == 0
        assert two.bookmarks.shelf() == before
