"""Choices under a name: what is built in, the clinic's, and the person's own.

What a person chose last and what they keep under a name stand in the settings as JSON.
Words for one patient are no part of either.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import QCoreApplication

from reader.handout.clinic import Preset
from reader.handout.options import Extent, HandoutOptions, Ink, Paper, Print

MOST_PRESETS = 12
"""That a person keeps; more would be no help to choose from."""

Choice = TypeVar("Choice", bound=StrEnum)


def built_in() -> tuple[Preset, ...]:
    """What is offered on every computer."""
    translate = QCoreApplication.translate
    return (
        Preset(translate("presets", "One page"), Extent.SUMMARY, print=Print.NORMAL),
        Preset(translate("presets", "Full handout"), Extent.FULL, print=Print.NORMAL),
        Preset(translate("presets", "Large print"), Extent.FULL, print=Print.LARGE),
    )


def matching(presets: Sequence[Preset], options: HandoutOptions) -> Preset | None:
    """The preset that says just what is chosen now; the most particular one."""
    fitting = [each for each in presets if options.with_preset(each) == options]
    return max(fitting, key=_said, default=None)


def _said(preset: Preset) -> int:
    """How much a preset settles."""
    return sum((preset.paper is not None, preset.ink is not None))


def preset_of(name: str, options: HandoutOptions) -> Preset:
    """All that is chosen, under a name; nothing of the patient."""
    return Preset(
        name,
        options.extent,
        options.paper,
        options.print,
        options.ink,
        () if options.extent is Extent.SUMMARY else options.sections,
    )


def kept(presets: Sequence[Preset], preset: Preset) -> tuple[Preset, ...]:
    """The presets with one more, in the place of the one that had its name."""
    others = [each for each in presets if not each.is_called(preset.name)]
    return (*others[: MOST_PRESETS - 1], preset)


# ---- as text ---------------------------------------------------------------------


def last_as_text(options: HandoutOptions) -> str:
    """What is remembered of a handout; never a note, a date or a section left out."""
    return json.dumps({**_looks(options), "name_line": options.name_line})


def last_from_text(text: str, otherwise: HandoutOptions) -> HandoutOptions:
    """What was chosen last; what makes no sense is as `otherwise` has it."""
    found = _object(text)
    return replace(
        otherwise,
        extent=_one_of(Extent, found.get("extent")) or otherwise.extent,
        print=_one_of(Print, found.get("print")) or otherwise.print,
        ink=_one_of(Ink, found.get("ink")) or otherwise.ink,
        paper=_one_of(Paper, found.get("paper")) or otherwise.paper,
        name_line=found.get("name_line") is True,
    )


def presets_as_text(presets: Sequence[Preset]) -> str:
    """The person's presets, for the settings."""
    return json.dumps([each.values() for each in presets]) if presets else ""


def presets_from_text(text: str) -> tuple[Preset, ...]:
    """The person's presets; what is none is left out."""
    found = _json(text)
    values = found if isinstance(found, list) else []
    presets = [_preset(each) for each in values if isinstance(each, dict)]
    return tuple([each for each in presets if each.name][:MOST_PRESETS])


def _preset(found: Mapping[str, object]) -> Preset:
    name, sections = found.get("name"), found.get("sections")
    ids = sections if isinstance(sections, list) else []
    return Preset(
        " ".join(name.split()) if isinstance(name, str) else "",
        _one_of(Extent, found.get("extent")),
        _one_of(Paper, found.get("paper")),
        _one_of(Print, found.get("print")),
        _one_of(Ink, found.get("ink")),
        tuple([each for each in ids if isinstance(each, str)]),
    )


def _looks(options: HandoutOptions) -> dict[str, object]:
    return {
        "extent": options.extent,
        "paper": options.paper,
        "print": options.print,
        "ink": options.ink,
    }


def _one_of(kind: type[Choice], value: object) -> Choice | None:
    return next((each for each in kind if each.value == value), None)


def _object(text: str) -> Mapping[str, object]:
    found = _json(text)
    return found if isinstance(found, dict) else {}


def _json(text: str) -> object:
    try:
        found: object = json.loads(text or "null")
    except (ValueError, RecursionError):
        return None
    return found
