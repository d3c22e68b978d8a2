"""What the commands share: options, the library in use, output as JSON."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from reader.library.store import Library
from reader.machine import read_machine
from reader.model.errors import KnownError
from reader.model.frozen import dataclass
from reader.model.systems import System
from reader.resources import library_path

Command = TypeVar("Command", bound=Callable[..., Any])

FILE = click.Path(path_type=Path)
SYSTEM = click.Choice([system.value for system in System])


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was chosen before the command's name."""

    library: Path | None
    notebook: Path | None
    json: bool

    def library_file(self) -> Path:
        """The library chosen, else that of this computer, else the shipped one.

        Raises:
            UnreadableError: The shipped one is missing, or what was decided for this
                computer cannot be read.
        """
        return self.library or read_machine().library or library_path()

    def demand_saving(self) -> None:
        """See that people may write files on this computer.

        Raises:
            KnownError: They may not.
        """
        if not read_machine().allow_saving:
            message = "Saving files is turned off on this computer by your clinic."
            raise KnownError(message, "Open the page in the window and print it.")

    def open_library(self) -> Library:
        """Open the library that is wanted."""
        return Library.open(self.library_file())


def json_option(command: Command) -> Command:
    """Add ``--json``."""
    option = click.option(
        "--json", "as_json", is_flag=True, help="Print one JSON value."
    )
    return option(command)


def print_json(value: object) -> None:
    """Print one JSON value and nothing else."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=1))
