"""Whatever is done to the shelf, undoing it gives exactly what was there before."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from reader.model.errors import KnownError
from reader.notebook.bookmarks import Shelf
from reader.notebook.store import Notebook
from reader.notebook.undo import Undo
from tests.notebook.support import Ticking

WORDS = st.text(max_size=8)
INDEX = st.none() | st.integers(-1, 6)
CHOICE = st.integers(0, 1000)


class Shelves(RuleBasedStateMachine):
    """Acts at random, with a pile of what can be undone and what it must restore."""

    def __init__(self) -> None:
        super().__init__()
        self.home = TemporaryDirectory()
        self.notebook = Notebook.open(Path(self.home.name), clock=Ticking())
        self.shelf = self.notebook.bookmarks
        self.past: list[tuple[Shelf, Undo]] = []
        self.future: list[tuple[Shelf, Undo]] = []

    def teardown(self) -> None:
        while self.past:
            self.undo()
        assert self.shelf.shelf() == Shelf((), ())
        self.notebook.close()
        self.home.cleanup()

    def did(self, before: Shelf, undo: Undo) -> None:
        self.past.append((before, undo))
        self.future.clear()

    def a_bookmark(self, choice: int) -> int:
        bookmarks = self.shelf.shelf().bookmarks
        return bookmarks[choice % len(bookmarks)].id

    def a_folder(self, choice: int) -> int:
        folders = self.shelf.shelf().folders
        return folders[choice % len(folders)].id

    def a_place(self, choice: int) -> int | None:
        places = [None, *[each.id for each in self.shelf.shelf().folders]]
        return places[choice % len(places)]

    def has_bookmarks(self) -> bool:
        return bool(self.shelf.shelf().bookmarks)

    def has_folders(self) -> bool:
        return bool(self.shelf.shelf().folders)

    @rule(slug=st.sampled_from(["als", "copd"]), note=WORDS, place=CHOICE)
    def add(self, slug: str, note: str, place: int) -> None:
        before = self.shelf.shelf()
        folder_id = self.a_place(place)
        self.did(
            before, self.shelf.add(slug, title=slug, note=note, folder_id=folder_id)
        )

    @precondition(has_bookmarks)
    @rule(choices=st.lists(CHOICE, max_size=3))
    def remove(self, choices: list[int]) -> None:
        before = self.shelf.shelf()
        self.did(before, self.shelf.remove(*map(self.a_bookmark, choices)))

    @precondition(has_bookmarks)
    @rule(choices=st.lists(CHOICE, max_size=3), place=CHOICE, index=INDEX)
    def move(self, choices: list[int], place: int, index: int | None) -> None:
        before = self.shelf.shelf()
        moved = map(self.a_bookmark, choices)
        folder_id = self.a_place(place)
        self.did(before, self.shelf.move(*moved, folder_id=folder_id, index=index))

    @precondition(has_bookmarks)
    @rule(choice=CHOICE, note=WORDS)
    def edit_note(self, choice: int, note: str) -> None:
        before = self.shelf.shelf()
        self.did(before, self.shelf.edit_note(self.a_bookmark(choice), note))

    @rule(name=WORDS)
    def create_folder(self, name: str) -> None:
        before = self.shelf.shelf()
        try:
            self.did(before, self.shelf.create_folder(name))
        except KnownError:  # no name, or one that is taken
            assert self.shelf.shelf() == before

    @precondition(has_folders)
    @rule(choice=CHOICE, name=WORDS)
    def rename_folder(self, choice: int, name: str) -> None:
        before = self.shelf.shelf()
        try:
            self.did(before, self.shelf.rename_folder(self.a_folder(choice), name))
        except KnownError:
            assert self.shelf.shelf() == before

    @precondition(has_folders)
    @rule(choice=CHOICE, index=st.integers(-1, 5))
    def move_folder(self, choice: int, index: int) -> None:
        before = self.shelf.shelf()
        self.did(before, self.shelf.move_folder(self.a_folder(choice), index))

    @precondition(has_folders)
    @rule(choice=CHOICE, keep=st.booleans())
    def delete_folder(self, *, choice: int, keep: bool) -> None:
        before = self.shelf.shelf()
        number = self.a_folder(choice)
        self.did(before, self.shelf.delete_folder(number, keep_bookmarks=keep))

    @precondition(lambda self: self.past)
    @rule()
    def undo(self) -> None:
        before, undo = self.past.pop()
        after = self.shelf.shelf()
        self.future.append((after, self.shelf.undo(undo)))
        assert self.shelf.shelf() == before

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        after, redo = self.future.pop()
        before = self.shelf.shelf()
        self.past.append((before, self.shelf.undo(redo)))
        assert self.shelf.shelf() == after


TestShelves = Shelves.TestCase
TestShelves.settings = settings(
    max_examples=40, stateful_step_count=25, deadline=None, database=None
)
