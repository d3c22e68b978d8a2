"""The command about the list of what was printed."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reader.cli.options import FILE, Chosen, json_option, print_json

if TYPE_CHECKING:
    from reader.notebook.print_log import LogEntry, PrintLog

NOTHING_FOUND = 1
_STANDARD_OUTPUT = Path("-")


@click.command("print-log")
@click.option("--csv", "target", type=FILE, metavar="FILE|-", help="Write it as CSV.")
@click.option("--clear", is_flag=True, help="Forget it for good; after --csv.")
@json_option
@click.pass_obj
def print_log(
    chosen: Chosen, target: Path | None, *, clear: bool, as_json: bool
) -> int:
    """Show what was printed, if Settings keeps a list of it."""
    from reader.cli.notebook import open_notebook
    from reader.notebook.print_log import PrintLog

    as_json = as_json or chosen.json
    with open_notebook(chosen) as notebook:
        log = PrintLog(notebook)
        entries = log.entries()
        if target is not None:
            _write(chosen, log, target, as_json=as_json)
        elif as_json:
            print_json([_entry_json(entry) for entry in entries])
        elif not clear:
            _list(entries, keeps=notebook.settings.load().print_log)
        if clear:
            gone = log.clear()
            click.echo(f"Cleared: {gone} lines.", err=as_json or target is not None)
    return 0 if entries or clear else NOTHING_FOUND


def _write(chosen: Chosen, log: "PrintLog", target: Path, *, as_json: bool) -> None:
    from reader.notebook.print_log import written

    if target == _STANDARD_OUTPUT:
        sys.stdout.buffer.write(written(log.entries()))
        return
    chosen.demand_saving()
    lines = log.save(target)
    if as_json:
        print_json({"file": str(target), "lines": lines})
    else:
        click.echo(f"Written: {target} ({lines} lines)")


def _list(entries: "tuple[LogEntry, ...]", *, keeps: bool) -> None:
    for entry in entries:
        each = entry.printed
        at = entry.at.astimezone().isoformat(sep=" ", timespec="minutes")[:16]
        pages = f"{each.pages} pages, " if each.pages else ""
        copies = f"{each.copies} {'copy' if each.copies == 1 else 'copies'}"
        click.echo(
            f"{at}  {each.slug:44} {pages}{copies}, {each.paper}, {each.how.value}"
        )
    if not entries:
        click.echo(
            "The list of what was printed is empty."
            if keeps
            else "No list of what was printed is kept. Settings in the window has a "
            "switch for it."
        )


def _entry_json(entry: "LogEntry") -> dict[str, object]:
    each = entry.printed
    return {
        "when": entry.at.isoformat(),
        "slug": each.slug,
        "title": each.title,
        "pages": each.pages or None,
        "copies": each.copies,
        "paper": each.paper,
        "how": each.how.value,
    }
