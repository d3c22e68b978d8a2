"""Writes the man page: what stands here, and the options as the program has them.

python packaging/linux/man_page.py FILE YYYY-MM-DD
"""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from reader import __version__
from reader.cli.commands import reader

_HEAD = """\
.TH EVIDENCE-READER 1 "{date}" "Evidence Reader {version}" "User Commands"
.SH NAME
evidence-reader \\- patient information that says how sure we are
.SH SYNOPSIS
.B evidence-reader
.RI [ OPTIONS ]
.RI [ LINK | FILE ]
.br
.B evidence-reader
.I COMMAND
.RI [ OPTIONS ]
.RI [ ARGUMENTS ]
.SH DESCRIPTION
Evidence Reader explains illnesses in plain words and says, for each treatment, how
sure we are that it helps.
Without a command it opens its window.
It never uses the network.
.SH OPTIONS
"""
_TAIL = """\
.SH LINKS
.B evidence-reader:heart-failure#red-flags
opens the page with this name at this section.
.SH EXIT STATUS
.TP
.B 0
Done.
.TP
.B 1
Nothing was found, a check failed, or a file could not be written.
.TP
.B 2
The command line was wrong.
.TP
.B 3
A file was unreadable, damaged or refused.
.SH ENVIRONMENT
.TP
.B EVIDENCE_READER_HOME
The folder for what a person keeps.
.TP
.B EVIDENCE_READER_MACHINE
The folder for what holds for everybody on this computer; usually
.IR /etc/evidence-reader .
.SH FILES
.TP
.I ~/.local/share/evidence-reader
Bookmarks, notes, history and settings.
.TP
.I ~/.local/state/evidence-reader/log
Log files; no search words or page titles stand in them.
.SH SEE ALSO
.IR /usr/share/doc/evidence-reader
"""


def man_page(day: date) -> str:
    """The page, with the date that it bears."""
    head = _HEAD.format(date=day.isoformat(), version=__version__)
    lines = [*_options(reader), ".SH COMMANDS", *_commands(reader, "")]
    return head + "\n".join(lines) + "\n" + _TAIL


def _commands(group: click.Group, before: str) -> Iterator[str]:
    for name, command in sorted(group.commands.items()):
        whole = f"{before}{name}"
        if isinstance(command, click.Group):
            yield from _commands(command, f"{whole} ")
            continue
        yield f".SS {_text(whole)} {_arguments(command)}".rstrip()
        yield _text(" ".join((command.help or "").split()))
        yield from _options(command)


def _arguments(command: click.Command) -> str:
    found = (each for each in command.params if isinstance(each, click.Argument))
    return _text(" ".join(each.make_metavar(click.Context(command)) for each in found))


def _options(command: click.Command) -> Iterator[str]:
    context = click.Context(command)
    options = (each for each in command.params if isinstance(each, click.Option))
    for option in options:
        record = option.get_help_record(context)
        if record is not None:
            yield from (".TP", f".B {_text(record[0])}", _text(record[1]) or "\\&")


def _text(words: str) -> str:
    """Words as troff takes them: hyphens stay hyphens, no line is a command."""
    escaped = words.replace("\\", "\\e").replace("-", "\\-").replace("|", "|\\:")
    return f"\\&{escaped}" if escaped.startswith((".", "'")) else escaped


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(man_page(date.fromisoformat(sys.argv[2])), "utf-8")
