"""The notebook: one open file, and its parts by subject."""

from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from reader.model.errors import KnownError
from reader.notebook.bookmarks import Bookmarks
from reader.notebook.database import Database
from reader.notebook.history import History
from reader.notebook.migrations import Migration, shipped_migrations
from reader.notebook.opening import open_database, open_empty
from reader.notebook.settings import SettingsStore
from reader.notebook.times import Clock, utc_now
from reader.notebook.undo import Undo

FILE_NAME = "notebook.db"


class Notebook:
    """What the person keeps, for one window and one thread.

    Two windows, or two programs, may each have the same file open and write.

    Attributes:
        path: The file.
        clock: Tells the present moment, for whatever is kept.
        database: The open file, for the parts.
        bookmarks: The shelf.
        history: What was read, and the places where reading stopped.
        settings: What the person has set.
    """

    def __init__(self, database: Database, clock: Clock) -> None:
        """Take over an open file; use `open` or `empty` to get one."""
        self.path = database.path
        self.clock = clock
        self.database = database
        self.bookmarks = Bookmarks(database, clock)
        self.history = History(database, clock)
        self.settings = SettingsStore(database)

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        clock: Clock = utc_now,
        migrations: Sequence[Migration] | None = None,
    ) -> Self:
        """Open the notebook in a folder; make both if they are not there.

        An older file is copied beside itself and then brought up to date. Where the
        file can be read but not written, reading works and every write is refused.

        Args:
            folder: Where it lies; see `location.data_folder`.
            clock: Tells the present moment.
            migrations: The steps to the present schema; None for those shipped.

        Raises:
            UnreadableError: The file is damaged, foreign or of a newer version; it was
                left as it is.
            KnownError: The folder cannot be made, the file cannot be read or is in use
                by another program, or an older file could not be brought up to date.
        """
        steps = shipped_migrations() if migrations is None else migrations
        return cls(open_database(folder / FILE_NAME, steps, clock), clock)

    @classmethod
    def empty(cls, reason: KnownError, *, clock: Clock = utc_now) -> Self:
        """Open a notebook that holds nothing and refuses every write.

        Args:
            reason: Why there is no better one; every write raises it.
            clock: Tells the present moment.
        """
        return cls(open_empty(Path(FILE_NAME), shipped_migrations(), reason), clock)

    @classmethod
    def in_memory(cls, *, clock: Clock = utc_now) -> Self:
        """Open a notebook that touches no disk and is gone when it is closed."""
        return cls(open_empty(Path(FILE_NAME), shipped_migrations(), None), clock)

    def undo(self, undo: Undo) -> Undo:
        """Take back whatever was done here; see `Bookmarks.undo`.

        Raises:
            KnownError: Something of it was changed again since, or it could not be
                saved; nothing was done.
        """
        redo = self.bookmarks.undo(undo)
        # What is taken back may be history that came from another computer.
        self.database.scrub()
        return redo

    @property
    def writable(self) -> bool:
        """Whether something can be kept; `refusal` says why not."""
        return self.database.refusal is None

    @property
    def refusal(self) -> KnownError | None:
        """What a write raises because the whole file cannot be written, if so."""
        return self.database.refusal

    def changed_elsewhere(self) -> bool:
        """Tell whether another window or program has written since the last call."""
        return self.database.changed_elsewhere()

    def close(self) -> None:
        """Close the file; whatever was saved is on disk already."""
        self.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()
