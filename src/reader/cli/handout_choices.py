"""What was typed after `handout`, as options of a handout."""

import difflib
from collections.abc import Sequence
from datetime import date
from typing import TypedDict

import click

from reader.handout.options import AT_THE_END, HandoutOptions, Paper, Print
from reader.model.topic import Topic


class HandoutChoices(TypedDict):
    """The options of the command, as click gives them."""

    paper: str
    large_print: bool
    sections: tuple[str, ...]
    note: str
    date: str


def handout_options(topics: Sequence[Topic], given: HandoutChoices) -> HandoutOptions:
    """The options of a handout of these topics.

    Raises:
        click.BadParameter: No topic has such a section, or that is no date.
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
    return HandoutOptions(
        paper=Paper(given["paper"]),
        print=Print.LARGE if given["large_print"] else Print.NORMAL,
        sections=given["sections"],
        note=given["note"].strip(),
        date=given["date"],
    )


def _unknown(name: str, known: set[str]) -> str:
    names = sorted(known | set(AT_THE_END))
    near = difflib.get_close_matches(name, names, n=1)
    hint = f" Did you mean {near[0]!r}?" if near else f" There are: {', '.join(names)}."
    return f"No section is called {name!r}.{hint}"
