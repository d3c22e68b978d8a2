"""What was typed after `handout`, as options of a handout."""

import difflib
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TypedDict

import click

from reader.handout.clinic import Clinic
from reader.handout.options import (
    AT_THE_END,
    Extent,
    HandoutOptions,
    Ink,
    Paper,
    Print,
)
from reader.model.topic import Topic


class HandoutChoices(TypedDict):
    """The options of the command, as click gives them."""

    paper: str | None
    summary: bool
    large_print: bool
    extra_large_print: bool
    black: bool
    sections: tuple[str, ...]
    note: str
    name_line: bool
    date: str
    clinic: Path | None


def handout_options(topics: Sequence[Topic], given: HandoutChoices) -> HandoutOptions:
    """The options of a handout of these topics.

    Raises:
        click.UsageError: No topic has such a section, that is no date, or two
            choices do not go together.
        ClinicError: The file of the clinic cannot be used.
    """
    known = {section.id for topic in topics for section in topic.sections}
    for name in given["sections"]:
        if name not in known | set(AT_THE_END):
            raise click.BadParameter(_unknown(name, known), param_hint="--section")
    if given["date"]:
        try:
            date.fromisoformat(given["date"])
        except ValueError as error:
            message = f"{given['date']!r} is no date like 2026-11-22."
            raise click.BadParameter(message, param_hint="--date") from error
    clinic = _clinic(given["clinic"])
    usual = clinic.print if clinic is not None else None
    paper = clinic.paper if clinic is not None else None
    return HandoutOptions(
        paper=Paper(given["paper"]) if given["paper"] else paper or Paper.A4,
        print=_print(given) or usual or Print.NORMAL,
        ink=Ink.BLACK if given["black"] else Ink.COLOUR,
        extent=_extent(given),
        sections=given["sections"],
        note=given["note"].strip(),
        name_line=given["name_line"],
        date=given["date"],
        clinic=clinic,
    )


def _print(given: HandoutChoices) -> Print | None:
    if given["large_print"] and given["extra_large_print"]:
        raise click.UsageError("Choose --large-print or --extra-large-print.")
    if given["extra_large_print"]:
        return Print.EXTRA_LARGE
    return Print.LARGE if given["large_print"] else None


def _extent(given: HandoutChoices) -> Extent:
    if given["summary"] and given["sections"]:
        raise click.UsageError("--summary chooses its sections itself.")
    return Extent.SUMMARY if given["summary"] else Extent.FULL


def _clinic(path: Path | None) -> Clinic | None:
    if path is None:
        return None
    from reader.handout.clinic_file import read_clinic

    return read_clinic(path)


def _unknown(name: str, known: set[str]) -> str:
    names = sorted(known | set(AT_THE_END))
    near = difflib.get_close_matches(name, names, n=1)
    hint = f" Did you mean {near[0]!r}?" if near else f" There are: {', '.join(names)}."
    return f"No section is called {name!r}.{hint}"
