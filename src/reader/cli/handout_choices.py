"""What was typed after `handout`, as options of a handout."""

import difflib
from collections.abc import Sequence
from dataclasses import replace
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
    preset: str


def handout_options(topics: Sequence[Topic], given: HandoutChoices) -> HandoutOptions:
    """The options of a handout of these topics.

    What was typed goes before the preset, and the preset before the clinic's habits.

    Raises:
        click.UsageError: No topic has such a section, that is no date or no preset,
            or two choices do not go together.
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
    usual = _usual(clinic, given["preset"])
    return replace(
        usual,
        paper=Paper(given["paper"]) if given["paper"] else usual.paper,
        print=_print(given) or usual.print,
        ink=Ink.BLACK if given["black"] else usual.ink,
        extent=_extent(given, usual.extent),
        sections=given["sections"] or usual.sections,
        note=given["note"].strip(),
        name_line=given["name_line"],
        date=given["date"],
        clinic=clinic,
    )


def _usual(clinic: Clinic | None, preset: str) -> HandoutOptions:
    """What holds where nothing else is typed."""
    options = HandoutOptions()
    if clinic is not None:
        paper, size = clinic.paper or options.paper, clinic.print or options.print
        options = replace(options, paper=paper, print=size)
    if not preset:
        return options
    presets = clinic.presets if clinic is not None else ()
    found = next((each for each in presets if each.is_called(preset)), None)
    if found is None:
        names = ", ".join(each.name for each in presets)
        hint = f"There are: {names}." if names else "The file of a clinic has them."
        message = f"No preset is called {preset!r}. {hint}"
        raise click.BadParameter(message, param_hint="--preset")
    return options.with_preset(found)


def _print(given: HandoutChoices) -> Print | None:
    if given["large_print"] and given["extra_large_print"]:
        raise click.UsageError("Choose --large-print or --extra-large-print.")
    if given["extra_large_print"]:
        return Print.EXTRA_LARGE
    return Print.LARGE if given["large_print"] else None


def _extent(given: HandoutChoices, usual: Extent) -> Extent:
    extent = Extent.SUMMARY if given["summary"] else usual
    if extent is Extent.SUMMARY and given["sections"]:
        raise click.UsageError("A one-page summary chooses its sections itself.")
    return extent


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
