"""What the dialog for many topics asks the worker, and what comes back."""

from dataclasses import dataclass
from pathlib import Path

from reader.handout.lists import read_list, read_list_file
from reader.library.lookup import Meaning, look_up
from reader.library.store import Library
from reader.model.errors import KnownError
from reader.model.listed import ListedLine


@dataclass(frozen=True, slots=True)
class Resolved:
    """What the lines mean; or why what was typed cannot be read as a list."""

    meanings: tuple[Meaning, ...]
    problem: KnownError | None = None


@dataclass(frozen=True, slots=True)
class Resolve:
    """Says what typed lines and lines from a file mean."""

    typed: str
    from_file: tuple[ListedLine, ...]

    def __call__(self, library: Library) -> Resolved:
        """What they mean."""
        try:
            typed = read_list(self.typed)
        except KnownError as error:
            return Resolved(look_up(library, self.from_file), error)
        return Resolved(look_up(library, (*typed, *self.from_file)))


@dataclass(frozen=True, slots=True)
class FileLines:
    """The lines of a file."""

    path: Path
    lines: tuple[ListedLine, ...]


@dataclass(frozen=True, slots=True)
class ReadFile:
    """Reads a list from a text or CSV file."""

    path: Path

    def __call__(self, library: Library) -> FileLines:
        """Its lines.

        Raises:
            KnownError: It cannot be read, or is no list.
        """
        del library
        return FileLines(self.path, read_list_file(self.path))
