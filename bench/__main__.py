"""``python -m bench [NAME...] [--quick]``: measure, print a table, keep it as JSON."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from importlib import import_module
from typing import TypeAlias, cast

import click

from bench.figures import Measured, table, write_json
from bench.progress import say
from bench.scale import FULL, QUICK, Scale
from bench.synthetic import BUILD
from reader.model.errors import KnownError

NAMES = (
    "start",
    "memory",
    "topic",
    "stretch",
    "keys",
    "paper",
    "preview",
    "handouts",
    "search",
    "command",
    "compile",
)

Measure: TypeAlias = Callable[[Scale], Iterable[Measured]]


@click.command()
@click.argument("names", nargs=-1, type=click.Choice(NAMES))
@click.option("--quick", is_flag=True, help="Smaller libraries, fewer repetitions.")
@click.option("--cold", is_flag=True, help="Start cold too (root, Linux).")
def main(names: tuple[str, ...], *, quick: bool, cold: bool) -> None:
    """Measure the reader against its budgets, or only what is NAMEd."""
    scale = replace(QUICK if quick else FULL, cold=cold)
    found: list[Measured] = []
    for name in names or NAMES:
        say(name)
        # Each is loaded for itself, so that Qt does not weigh on the others.
        measure = cast("Measure", import_module(f"bench.{name}").measure)
        try:
            found += measure(scale)
        except KnownError as error:
            raise click.ClickException(str(error)) from error
    click.echo(table(found))
    write_json(BUILD / "results.json", found)


if __name__ == "__main__":
    main()
