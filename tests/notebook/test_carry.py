"""Everything carried to another computer: nothing lost, nothing replaced."""

import json
from pathlib import Path
from typing import Any

import pytest

from reader.model.errors import KnownError, UnreadableError
from reader.notebook import carry_format
from reader.notebook.carry import bring_in, save_everything
from reader.notebook.history import Place
from reader.notebook.settings import DEFAULTS, Paper, Settings, Theme
from reader.notebook.store import Notebook
from tests.notebook.support import Ticking, lines

Json = dict[str, Any]


@pytest.fixture
def other(tmp_path: Path) -> Path:
    return tmp_path / "other"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "mine.evidence-notebook"


def fill(notebook: Notebook) -> None:
    family = notebook.bookmarks.create_folder("Family").subject
    notebook.bookmarks.add("als", title="ALS", note="Ask.", folder_id=family)
    notebook.bookmarks.add("copd", title="COPD", section="signs")
    notebook.history.record("als", title="ALS")
    notebook.history.record("burns", title="Burns")
    notebook.history.set_last_place("als", "signs", 0.5)
    wanted = Settings(text_size=150, theme=Theme.DARK, window_geometry="AAAA")
    notebook.settings.save(wanted, before=DEFAULTS)


def everything(notebook: Notebook) -> object:
    return (
        lines(notebook.bookmarks.shelf()),
        [
            (visit.slug, visit.title, visit.at)
            for day in notebook.history.days()
            for visit in day.visits
        ],
        notebook.history.last_place("als"),
        notebook.settings.load(),
    )


def test_all_arrives_on_another_computer_but_the_shape_of_the_window(
    notebook: Notebook, other: Path, file: Path
) -> None:
    fill(notebook)
    saved = save_everything(notebook, file)
    assert (saved.bookmarks, saved.visits) == (2, 2)
    with Notebook.open(other) as empty:
        done = bring_in(empty, file)
        here, there = everything(empty), everything(notebook)
    assert isinstance(here, tuple)
    assert isinstance(there, tuple)
    assert here[:3] == there[:3]
    assert here[3] == Settings(text_size=150, theme=Theme.DARK)
    assert (done.added, done.folders_added, done.visits, done.settings) == (2, 1, 2, 2)


def test_bringing_in_twice_changes_nothing_the_second_time(
    notebook: Notebook, other: Path, file: Path
) -> None:
    fill(notebook)
    save_everything(notebook, file)
    with Notebook.open(other) as target:
        bring_in(target, file)
        before = everything(target)
        done = bring_in(target, file)
        assert everything(target) == before
    assert done.undo.changes == ()


def test_what_is_here_already_stays_as_it_is(
    notebook: Notebook, other: Path, file: Path
) -> None:
    fill(notebook)
    save_everything(notebook, file)
    with Notebook.open(other) as target:
        target.history.set_last_place("als", None, 0.1)
        own = Settings(text_size=200, paper=Paper.LETTER)
        target.settings.save(own, before=DEFAULTS)
        bring_in(target, file)
        assert target.history.last_place("als") == Place(None, 0.1)
        kept = target.settings.load()
    assert (kept.text_size, kept.paper, kept.theme) == (200, Paper.LETTER, Theme.DARK)


def test_undo_takes_all_of_it_out_again(
    notebook: Notebook, other: Path, file: Path
) -> None:
    fill(notebook)
    save_everything(notebook, file)
    with Notebook.open(other) as target:
        target.bookmarks.add("burns", title="Burns")
        target.history.record("burns", title="Burns")
        before = everything(target)
        redo = target.undo(bring_in(target, file).undo)
        assert everything(target) == before
        target.undo(redo)
        assert len(target.bookmarks.shelf().bookmarks) == 3


def test_history_stays_behind_where_it_is_not_wanted(
    notebook: Notebook, other: Path, file: Path
) -> None:
    fill(notebook)
    save_everything(notebook, file)
    with Notebook.open(other) as target:
        done = bring_in(target, file, with_history=False)
        assert target.history.days() == ()
        assert target.history.last_place("als") is None
    assert done.history_left_out
    assert done.added == 2


def test_a_file_laid_out_anew_is_still_whole(
    notebook: Notebook, other: Path, file: Path
) -> None:
    fill(notebook)
    save_everything(notebook, file)
    file.write_text(json.dumps(json.loads(file.read_text()), sort_keys=True))
    with Notebook.open(other) as target:
        assert bring_in(target, file).added == 2


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("COPD", "COPE", "damaged or was changed"),
        ('"version": 1', '"version": 2', "newer version"),
        ('"version": 1', '"version": "1"', "which version"),
        ("evidence-reader-notebook", "another-program", "not written by Evidence"),
    ],
)
def test_a_damaged_newer_or_foreign_file_adds_nothing(
    notebook: Notebook, file: Path, old: str, new: str, sentence: str
) -> None:
    other = file.with_name("other")
    fill(notebook)
    save_everything(notebook, file)
    file.write_text(file.read_text().replace(old, new))
    with Notebook.open(other) as target:
        before = everything(target)
        with pytest.raises(UnreadableError, match=sentence):
            bring_in(target, file)
        assert everything(target) == before


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.9, 0.999])
def test_a_file_cut_short_adds_nothing(
    notebook: Notebook, other: Path, file: Path, kept: float
) -> None:
    fill(notebook)
    save_everything(notebook, file)
    content = file.read_bytes().rstrip()
    file.write_bytes(content[: int(len(content) * kept)])
    with Notebook.open(other) as target, pytest.raises(UnreadableError):
        bring_in(target, file)


@pytest.mark.parametrize(
    ("part", "value", "sentence"),
    [
        ("visits", ["als"], "visit 1"),
        ("visits", [{"slug": "als", "title": "ALS"}], "visit 1"),
        ("visits", [{"slug": "als", "title": "ALS", "at": "noon"}], "date at visit 1"),
        ("places", ["als"], "place 1"),
        (
            "places",
            [{"slug": "als", "fraction": 2, "at": "2026-08-01T00:00:00Z"}],
            "fraction",
        ),
        ("places", [{"slug": "als", "fraction": True}], "fraction"),
        ("settings", [], "no settings where they should be"),
        ("settings", {"text_size": 7000}, "text_size"),
        ("settings", {"theme": "plaid"}, "theme"),
    ],
)
def test_a_fault_in_any_part_is_named_and_nothing_is_added(
    notebook: Notebook, file: Path, part: str, value: object, sentence: str
) -> None:
    other = file.with_name("other")
    fill(notebook)
    save_everything(notebook, file)
    content: Json = json.loads(file.read_text())
    content[part] = value
    content.pop("sha256")
    # As another program would, that knows the hash and yet writes nonsense.
    content["sha256"] = carry_format._sum(content)
    file.write_text(json.dumps(content))
    with Notebook.open(other) as target:
        before = everything(target)
        with pytest.raises(UnreadableError, match=sentence):
            bring_in(target, file)
        assert everything(target) == before


def test_unknown_settings_and_keys_of_a_later_time_are_passed_over(
    notebook: Notebook, other: Path, file: Path
) -> None:
    fill(notebook)
    save_everything(notebook, file)
    content: Json = json.loads(file.read_text())
    content["moods"] = ["calm"]
    content["settings"]["mood"] = "calm"
    content["settings"]["window_geometry"] = "BBBB"
    content["sha256"] = carry_format._sum(content)
    file.write_text(json.dumps(content))
    with Notebook.open(other) as target:
        bring_in(target, file)
        assert target.settings.load().window_geometry == ""


def test_the_notebook_itself_is_never_written_over(notebook: Notebook) -> None:
    fill(notebook)
    with pytest.raises(KnownError, match="the notebook itself"):
        save_everything(notebook, notebook.path)
    assert len(notebook.bookmarks.shelf().bookmarks) == 2


def test_a_notebook_in_memory_can_be_written_and_leaves_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with Notebook.in_memory(clock=Ticking()) as notebook:
        fill(notebook)
        assert len(notebook.bookmarks.shelf().bookmarks) == 2
        assert notebook.refusal is None
    assert list(tmp_path.iterdir()) == []
