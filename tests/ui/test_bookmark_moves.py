"""The mouse and the keys move bookmarks to where a person expects them."""

from datetime import UTC, datetime

import pytest

from reader.notebook.bookmarks import Shelf
from reader.notebook.records import Bookmark, Folder
from reader.ui.bookmark_moves import (
    BookmarkMove,
    FolderMove,
    Move,
    Side,
    dropped,
    stepped,
)

NOW = datetime(2026, 8, 1, tzinfo=UTC)
DAD, ME = Folder(1, "For Dad", 0), Folder(2, "For me", 1)


def bookmark(number: int, folder_id: int | None, position: int) -> Bookmark:
    return Bookmark(number, "als", None, str(number), "", folder_id, position, NOW)


A, B = bookmark(1, None, 0), bookmark(2, None, 1)
C, D = bookmark(3, 1, 0), bookmark(4, 1, 1)
E = bookmark(5, 2, 0)
SHELF = Shelf((DAD, ME), (A, B, C, D, E))
ON, ABOVE, BELOW = Side.ON, Side.ABOVE, Side.BELOW


@pytest.mark.parametrize(
    ("moved", "target", "side", "move"),
    [
        (A, DAD, ON, BookmarkMove(1, 1)),
        (A, DAD, BELOW, BookmarkMove(1, 1, 0)),
        (A, DAD, ABOVE, BookmarkMove(1, None)),
        (B, DAD, ABOVE, None),
        (A, ME, ABOVE, BookmarkMove(1, 1)),
        (C, None, ON, BookmarkMove(3, None)),
        (C, A, ABOVE, BookmarkMove(3, None, 0)),
        (C, A, BELOW, BookmarkMove(3, None, 1)),
        (C, D, BELOW, BookmarkMove(3, 1, 1)),
        (C, D, ABOVE, None),
        (C, C, BELOW, None),
        (C, DAD, ON, BookmarkMove(3, 1)),
        (D, DAD, ON, None),
        (E, D, ABOVE, BookmarkMove(5, 1, 1)),
        (ME, DAD, ABOVE, FolderMove(2, 0)),
        (ME, DAD, BELOW, None),
        (DAD, ME, BELOW, FolderMove(1, 1)),
        (DAD, E, ON, FolderMove(1, 1)),
        (DAD, C, ON, None),
        (ME, A, ON, FolderMove(2, 0)),
        (DAD, None, ON, FolderMove(1, 1)),
        (DAD, DAD, ON, None),
    ],
)
def test_letting_go_means_what_it_looks_like(
    moved: Bookmark | Folder,
    target: Bookmark | Folder | None,
    side: Side,
    move: Move | None,
) -> None:
    assert dropped(SHELF, moved, target, side) == move


@pytest.mark.parametrize(
    ("moved", "by", "move"),
    [
        (A, -1, None),
        (A, 1, BookmarkMove(1, None, 1)),
        (B, 1, BookmarkMove(2, 1, 0)),
        (C, -1, BookmarkMove(3, None)),
        (D, 1, BookmarkMove(4, 2, 0)),
        (E, -1, BookmarkMove(5, 1)),
        (E, 1, None),
        (DAD, -1, None),
        (DAD, 1, FolderMove(1, 1)),
        (ME, 1, None),
    ],
)
def test_a_step_goes_on_into_the_next_folder(
    moved: Bookmark | Folder, by: int, move: Move | None
) -> None:
    assert stepped(SHELF, moved, by) == move
