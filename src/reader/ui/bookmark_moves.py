"""Where a bookmark or a folder goes; the mouse and the keys make the same moves."""

from dataclasses import dataclass
from enum import Enum, auto

from reader.notebook.bookmarks import Shelf
from reader.notebook.records import Bookmark, Folder, Record
from reader.notebook.store import Notebook
from reader.notebook.undo import Undo


class Side(Enum):
    """Where something is let go, seen from the row under the mouse."""

    ABOVE = auto()
    ON = auto()
    BELOW = auto()


@dataclass(frozen=True, slots=True)
class BookmarkMove:
    """A bookmark goes into a folder, or elsewhere in the one it is in.

    Attributes:
        folder_id: The folder; None for outside all folders.
        index: How many others shall stand before it there; None for all.
    """

    bookmark_id: int
    folder_id: int | None
    index: int | None = None

    def __call__(self, notebook: Notebook) -> Undo:
        """Move it."""
        return notebook.bookmarks.move(
            self.bookmark_id, folder_id=self.folder_id, index=self.index
        )


@dataclass(frozen=True, slots=True)
class FolderMove:
    """A folder goes elsewhere among the folders.

    Attributes:
        index: How many of the other folders shall stand before it.
    """

    folder_id: int
    index: int

    def __call__(self, notebook: Notebook) -> Undo:
        """Move it."""
        return notebook.bookmarks.move_folder(self.folder_id, self.index)


Move = BookmarkMove | FolderMove


def dropped(
    shelf: Shelf, moved: Record, target: Record | None, side: Side
) -> Move | None:
    """Give the move that letting go of something means.

    Args:
        shelf: What is shown.
        moved: What was dragged.
        target: The row under the mouse; None for the empty space below all rows.
        side: Where on that row.

    Returns:
        The move; None where it would leave everything as it is.
    """
    if isinstance(moved, Folder):
        move: Move = FolderMove(moved.id, _folder_index(shelf, moved, target, side))
    else:
        move = _bookmark_drop(shelf, moved, target, side)
    return None if _changes_nothing(shelf, move) else move


def stepped(shelf: Shelf, moved: Record, by: int) -> Move | None:
    """Give the move one step up (-1) or down (1); over the edge is the next folder.

    Returns:
        The move; None at the very top or bottom.
    """
    if isinstance(moved, Folder):
        index = [each.id for each in shelf.folders].index(moved.id) + by
        within = 0 <= index < len(shelf.folders)
        return FolderMove(moved.id, index) if within else None
    siblings = _ids_in(shelf, moved.folder_id)
    index = siblings.index(moved.id) + by
    if 0 <= index < len(siblings):
        return BookmarkMove(moved.id, moved.folder_id, index)
    groups = [None, *[each.id for each in shelf.folders]]
    group = groups.index(moved.folder_id) + by
    if not 0 <= group < len(groups):
        return None
    return BookmarkMove(moved.id, groups[group], 0 if by > 0 else None)


def _bookmark_drop(
    shelf: Shelf, moved: Bookmark, target: Record | None, side: Side
) -> BookmarkMove:
    if target is None:
        return BookmarkMove(moved.id, None)
    if isinstance(target, Folder):
        if side is not Side.ABOVE:
            return BookmarkMove(moved.id, target.id, 0 if side is Side.BELOW else None)
        # The line above a folder is the end of whatever stands before it.
        groups = [None, *[each.id for each in shelf.folders]]
        return BookmarkMove(moved.id, groups[groups.index(target.id) - 1])
    others = [each for each in _ids_in(shelf, target.folder_id) if each != moved.id]
    if target.id not in others:
        index = _ids_in(shelf, target.folder_id).index(moved.id)
    else:
        index = others.index(target.id) + (0 if side is Side.ABOVE else 1)
    return BookmarkMove(moved.id, target.folder_id, index)


def _folder_index(
    shelf: Shelf, moved: Folder, target: Record | None, side: Side
) -> int:
    others = [each.id for each in shelf.folders if each.id != moved.id]
    if target is None:
        return len(others)
    if isinstance(target, Bookmark):
        if target.folder_id is None:
            return 0  # bookmarks outside all folders stand above the first
        number, after = target.folder_id, 1
    else:
        number, after = target.id, 0 if side is Side.ABOVE else 1
    if number == moved.id:
        return [each.id for each in shelf.folders].index(number)
    return others.index(number) + after


def _changes_nothing(shelf: Shelf, move: Move) -> bool:
    if isinstance(move, FolderMove):
        return [each.id for each in shelf.folders].index(move.folder_id) == move.index
    siblings = _ids_in(shelf, move.folder_id)
    if move.bookmark_id not in siblings:
        return False
    last = len(siblings) - 1
    index = last if move.index is None else move.index
    return siblings.index(move.bookmark_id) == index


def _ids_in(shelf: Shelf, folder_id: int | None) -> list[int]:
    return [each.id for each in shelf.bookmarks if each.folder_id == folder_id]
