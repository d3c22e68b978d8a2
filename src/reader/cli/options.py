"""What the commands share: options, the library in use, output as JSON."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import click

from reader.library.store import Library
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

    def open_library(self) -> Library:
        """Open the library chosen, else the one that ships with the program."""
        return Library.open(self.library or library_path())


def json_option(command: Command) -> Command:
    """Add ``--json``."""
    option = click.option(
        "--json", "as_json", is_flag=True, help="Print one JSON value."
    )
    return option(command)


def print_json(value: object) -> None:
    """Print one JSON value and nothing else."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=1))
