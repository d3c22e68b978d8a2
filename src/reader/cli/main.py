"""Running a command and turning every failure into one plain line."""

import os
import sys
from typing import NoReturn

import click

from reader.cli.commands import reader
from reader.cli.opening import as_option
from reader.model.errors import KnownError, UnreadableError

DONE = 0
NOT_DONE = 1
WRONG_USAGE = 2
REFUSED = 3


def main() -> NoReturn:
    """Run the command line and leave with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        # A narrow terminal encoding shows "?" rather than ending the program.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command.

    Returns:
        0 done; 1 nothing found, a check failed or a file could not be written;
        2 wrong usage; 3 unreadable, damaged or refused input.
    """
    try:
        code = reader.main(
            as_option(arguments, reader.commands),
            prog_name="evidence-reader",
            standalone_mode=False,
        )
    except SystemExit:
        # click leaves by itself only when whoever read us, `head` perhaps, has enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = DONE
    except (click.exceptions.Exit, click.ClickException, click.Abort) as leave:
        code = _left(leave)
    except KeyboardInterrupt:
        code = NOT_DONE
    except KnownError as error:
        for detail in error.details:
            click.echo(detail, err=True)
        _say(str(error))
        code = REFUSED if isinstance(error, UnreadableError) else NOT_DONE
    except BaseException as error:  # noqa: BLE001 - the last edge: no traceback, no panic
        _apologise(error)
        code = NOT_DONE
    return code if isinstance(code, int) else DONE


def _left(leave: Exception) -> int:
    """How click left: on request, or for words it could not use."""
    if isinstance(leave, click.exceptions.Exit):
        return leave.exit_code
    if isinstance(leave, click.ClickException):
        _say(f"{leave.format_message()} Try 'evidence-reader --help'.")
        return WRONG_USAGE
    return NOT_DONE


def _say(sentence: str) -> None:
    click.echo(f"evidence-reader: {sentence}", err=True)


def _apologise(error: BaseException) -> None:
    """Log a mistake of ours in full, and say so in one line."""
    import traceback

    from reader.notebook.location import log_folder, make_folder

    text = "".join(traceback.format_exception(error))
    try:
        log = make_folder(log_folder()) / "command-line.log"
        with log.open("a", encoding="utf-8") as file:
            file.write(text)
    except (OSError, KnownError):
        _say("Something went wrong in Evidence Reader, and no log can be written.")
    else:
        _say(f"Something went wrong in Evidence Reader. {log} says more.")
