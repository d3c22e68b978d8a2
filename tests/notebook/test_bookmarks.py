"""The shelf: keeping, ordering, filing, and taking it back."""

from datetime import timedelta

import pytest

from reader.model.errors import BugError, KnownError, NotFoundError
from reader.notebook.bookmarks import Bookmarks
from reader.notebook.store import Notebook
from reader.notebook.undo import Action
from tests.notebook.support import START


@pytest.fixture
def shelf(notebook: Notebook) -> Bookmarks:
    return notebook.bookmarks


def keep(shelf: Bookmarks, *slugs: str, folder_id: int | None = None) -> list[int]:
    return [
        shelf.add(slug, title=slug.title(), folder_id=folder_id).subject or 0
        for slug in slugs
    ]


def folder(shelf: Bookmarks, name: str) -> int:
    number = shelf.create_folder(name).subject
    assert number is not None
    return number


def order(shelf: Bookmarks, folder_id: int | None = None) -> list[str]:
    return [
        each.slug for each in shelf.shelf().bookmarks if each.folder_id == folder_id
    ]


def names(shelf: Bookmarks) -> list[str]:
    return [each.name for each in shelf.shelf().folders]


def test_a_bookmark_keeps_all_it_was_given(shelf: Bookmarks) -> None:
    family = folder(shelf, "Family")
    done = shelf.add(
        "als", title="ALS", section="signs", note="Ask Dr Öz\nat 9", folder_id=family
    )
    (bookmark,) = shelf.shelf().bookmarks
    assert done.action is Action.ADD
    assert done.subject == bookmark.id
    assert (bookmark.slug, bookmark.section, bookmark.title) == ("als", "signs", "ALS")
    assert (bookmark.note, bookmark.folder_id) == ("Ask Dr Öz\nat 9", family)
    assert bookmark.added == START + timedelta(minutes=1)


def test_a_bookmark_without_a_section_means_the_whole_topic(shelf: Bookmarks) -> None:
    shelf.add("als", title="ALS")
    shelf.add("als", title="ALS", section="")
    assert [each.section for each in shelf.shelf().bookmarks] == [None, None]


def test_the_bookmarks_of_a_topic_and_its_sections_are_found(shelf: Bookmarks) -> None:
    shelf.add("als", title="ALS")
    shelf.add("burns", title="Burns")
    shelf.add("als", title="ALS", section="signs")
    assert [each.section for each in shelf.of_topic("als")] == [None, "signs"]
    assert shelf.of_topic("copd") == ()


def test_new_bookmarks_stand_at_the_end(shelf: Bookmarks) -> None:
    first, _ = keep(shelf, "als", "burns")
    shelf.remove(first)
    keep(shelf, "copd")
    assert order(shelf) == ["burns", "copd"]


def test_the_shelf_shows_what_is_in_no_folder_first(shelf: Bookmarks) -> None:
    work, home = folder(shelf, "Work"), folder(shelf, "Home")
    keep(shelf, "als", folder_id=home)
    keep(shelf, "burns", folder_id=work)
    keep(shelf, "copd")
    shelf.move_folder(home, 0)
    assert [each.slug for each in shelf.shelf().bookmarks] == ["copd", "als", "burns"]


@pytest.mark.parametrize(
    ("index", "expected"),
    [
        (0, ["copd", "als", "burns"]),
        (1, ["als", "copd", "burns"]),
        (2, ["als", "burns", "copd"]),
        (99, ["als", "burns", "copd"]),
        (-1, ["copd", "als", "burns"]),
        (None, ["als", "burns", "copd"]),
    ],
)
def test_a_bookmark_can_be_put_anywhere_in_its_folder(
    shelf: Bookmarks, index: int | None, expected: list[str]
) -> None:
    keep(shelf, "als", "burns")
    (moved,) = keep(shelf, "copd")
    shelf.move(moved, folder_id=None, index=index)
    assert order(shelf) == expected


def test_several_bookmarks_move_into_a_folder_in_the_order_given(
    shelf: Bookmarks,
) -> None:
    family = folder(shelf, "Family")
    als, burns, _ = keep(shelf, "als", "burns", "copd")
    keep(shelf, "gout", "lupus", folder_id=family)
    shelf.move(burns, als, folder_id=family, index=1)
    assert order(shelf, family) == ["gout", "burns", "als", "lupus"]
    assert order(shelf) == ["copd"]


def test_several_bookmarks_are_removed_and_brought_back_at_once(
    shelf: Bookmarks,
) -> None:
    als, _, copd = keep(shelf, "als", "burns", "copd")
    before = shelf.shelf()
    done = shelf.remove(copd, als, als)
    assert order(shelf) == ["burns"]
    assert (done.action, done.subject) == (Action.REMOVE, copd)
    shelf.undo(done)
    assert shelf.shelf() == before


def test_removing_one_that_is_gone_removes_none(shelf: Bookmarks) -> None:
    als, burns = keep(shelf, "als", "burns")
    shelf.remove(als)
    with pytest.raises(NotFoundError, match="bookmark is gone"):
        shelf.remove(burns, als)
    assert order(shelf) == ["burns"]


def test_a_note_can_be_changed_and_changed_back(shelf: Bookmarks) -> None:
    done = shelf.add("als", title="ALS", note="first")
    edit = shelf.edit_note(done.subject or 0, "second")
    assert shelf.shelf().bookmarks[0].note == "second"
    again = shelf.undo(edit)
    assert shelf.shelf().bookmarks[0].note == "first"
    shelf.undo(again)
    assert shelf.shelf().bookmarks[0].note == "second"


def test_a_note_that_is_too_long_is_refused_with_its_length(shelf: Bookmarks) -> None:
    (als,) = keep(shelf, "als")
    shelf.edit_note(als, "x" * 20_000)
    with pytest.raises(KnownError, match="20,001 characters; the most is 20,000"):
        shelf.edit_note(als, "y" * 20_001)
    assert shelf.shelf().bookmarks[0].note == "x" * 20_000


def test_text_that_no_file_can_hold_is_put_right(shelf: Bookmarks) -> None:
    shelf.add("als", title="A\ud800", note="a\udfffb 😀 \0")
    (bookmark,) = shelf.shelf().bookmarks
    assert (bookmark.title, bookmark.note) == ("A\ufffd", "a\ufffdb 😀 \0")


def test_a_topic_without_a_slug_is_our_mistake(shelf: Bookmarks) -> None:
    with pytest.raises(BugError):
        shelf.add("", title="Nothing")


def test_folders_stand_in_the_order_of_the_person(shelf: Bookmarks) -> None:
    numbers = [folder(shelf, name) for name in ("One", "Two", "Three")]
    shelf.move_folder(numbers[2], 0)
    assert names(shelf) == ["Three", "One", "Two"]
    shelf.move_folder(numbers[2], 99)
    assert names(shelf) == ["One", "Two", "Three"]
    shelf.move_folder(numbers[1], -5)
    assert names(shelf) == ["Two", "One", "Three"]


@pytest.mark.parametrize("name", ["Family", "  FAMILY\n", "family", "\uff26amily"])
def test_two_folders_cannot_have_the_same_name(shelf: Bookmarks, name: str) -> None:
    folder(shelf, "Family")
    other = folder(shelf, "Other")
    with pytest.raises(KnownError, match="There is a folder “Family” already"):
        shelf.create_folder(name)
    with pytest.raises(KnownError, match="There is a folder “Family” already"):
        shelf.rename_folder(other, name)
    assert names(shelf) == ["Family", "Other"]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("", "needs a name"), (" \n\t", "needs a name"), ("x" * 201, "200 characters")],
)
def test_a_folder_needs_a_name_of_sensible_length(
    shelf: Bookmarks, name: str, sentence: str
) -> None:
    with pytest.raises(KnownError, match=sentence):
        shelf.create_folder(name)


def test_a_folder_can_be_renamed_also_in_case_only(shelf: Bookmarks) -> None:
    family = folder(shelf, "family")
    done = shelf.rename_folder(family, " Family  and\nfriends ")
    assert names(shelf) == ["Family and friends"]
    shelf.undo(done)
    shelf.rename_folder(family, "FAMILY")
    assert names(shelf) == ["FAMILY"]


def test_deleting_a_folder_keeps_its_bookmarks(shelf: Bookmarks) -> None:
    family = folder(shelf, "Family")
    keep(shelf, "als", "burns", folder_id=family)
    keep(shelf, "copd")
    before = shelf.shelf()
    done = shelf.delete_folder(family)
    assert names(shelf) == []
    assert order(shelf) == ["copd", "als", "burns"]
    shelf.undo(done)
    assert shelf.shelf() == before


def test_deleting_a_folder_with_its_bookmarks_can_be_undone(shelf: Bookmarks) -> None:
    family = folder(shelf, "Family")
    shelf.add("als", title="ALS", note="precious", folder_id=family)
    before = shelf.shelf()
    done = shelf.delete_folder(family, keep_bookmarks=False)
    assert shelf.shelf().bookmarks == ()
    shelf.undo(done)
    assert shelf.shelf() == before


def test_a_folder_that_is_gone_is_named_as_such(shelf: Bookmarks) -> None:
    family = folder(shelf, "Family")
    (als,) = keep(shelf, "als")
    shelf.delete_folder(family)
    for act in (
        lambda: shelf.add("als", title="ALS", folder_id=family),
        lambda: shelf.move(als, folder_id=family),
        lambda: shelf.rename_folder(family, "Other"),
        lambda: shelf.move_folder(family, 0),
        lambda: shelf.delete_folder(family),
    ):
        with pytest.raises(NotFoundError, match="folder is gone"):
            act()


def test_undoing_out_of_turn_works_where_nothing_else_was_touched(
    shelf: Bookmarks,
) -> None:
    als, burns = keep(shelf, "als", "burns")
    removal = shelf.remove(als)
    shelf.edit_note(burns, "later")
    shelf.undo(removal)
    assert order(shelf) == ["als", "burns"]
    assert shelf.shelf().bookmarks[1].note == "later"


def test_undoing_what_was_changed_since_is_refused_and_does_nothing(
    shelf: Bookmarks,
) -> None:
    als, burns = keep(shelf, "als", "burns")
    reorder = shelf.move(burns, folder_id=None, index=0)
    shelf.edit_note(als, "in another window")
    before = shelf.shelf()
    with pytest.raises(KnownError, match="can no longer be undone"):
        shelf.undo(reorder)
    assert shelf.shelf() == before


def test_undoing_twice_is_refused(shelf: Bookmarks) -> None:
    (als,) = keep(shelf, "als")
    removal = shelf.remove(als)
    shelf.undo(removal)
    with pytest.raises(KnownError, match="can no longer be undone"):
        shelf.undo(removal)


def test_a_bookmark_whose_folder_is_gone_comes_back_after_the_folder(
    shelf: Bookmarks,
) -> None:
    family = folder(shelf, "Family")
    (als,) = keep(shelf, "als", folder_id=family)
    before = shelf.shelf()
    removal = shelf.remove(als)
    deletion = shelf.delete_folder(family)
    with pytest.raises(KnownError, match="can no longer be undone"):
        shelf.undo(removal)
    shelf.undo(deletion)
    shelf.undo(removal)
    assert shelf.shelf() == before


def test_a_deleted_folder_does_not_come_back_over_a_new_one_of_its_name(
    shelf: Bookmarks,
) -> None:
    deletion = shelf.delete_folder(folder(shelf, "Family"))
    folder(shelf, "Family")
    with pytest.raises(KnownError, match="can no longer be undone"):
        shelf.undo(deletion)
    assert names(shelf) == ["Family"]


def test_an_act_that_changes_nothing_can_be_undone_as_well(shelf: Bookmarks) -> None:
    keep(shelf, "als")
    before = shelf.shelf()
    for done in (shelf.remove(), shelf.move(folder_id=None)):
        assert done.subject is None
        shelf.undo(done)
    assert shelf.shelf() == before
