"""What a person keeps, for the commands that need it."""

from typing import TYPE_CHECKING

from reader.cli.options import Chosen
from reader.machine import read_machine
from reader.model.errors import NotFoundError

if TYPE_CHECKING:
    from reader.notebook.store import Notebook


def open_notebook(chosen: Chosen) -> "Notebook":
    """Open the notebook that the window uses; make none.

    Raises:
        NotFoundError: There is none yet.
        KnownError: It cannot be read.
    """
    from reader.notebook.location import data_folder
    from reader.notebook.store import FILE_NAME, Notebook

    folder = chosen.notebook or read_machine().notebook_folder() or data_folder()
    if not (folder / FILE_NAME).exists():
        raise NotFoundError(
            f"There is no notebook in {folder}.",
            "Keep a bookmark in the window first, or name a folder with --notebook.",
        )
    return Notebook.open(folder)
