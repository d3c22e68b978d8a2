"""The one file in which everything a person keeps travels to another computer.

A JSON object of `format`, `version`, `saved` (when), `folders` and `bookmarks` as in
`exchange_format`, `visits` and `places` (the history), `settings`, and `sha256`: the
hash of all the rest, so that a file that was cut short or altered is known as such.
Other keys are passed over, so that they may come later. A file of bookmarks alone, as
`exchange_format` writes it, is read as well.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from reader.model.errors import UnreadableError
from reader.notebook import checked_json, exchange_format, times
from reader.notebook.bookmarks import Shelf
from reader.notebook.exchange_format import ForeignShelf
from reader.notebook.kept import KeptPlace, KeptSetting, Visit
from reader.notebook.settings import DEFAULTS, NOT_CARRIED, decoded, is_sensible
from reader.notebook.wording import kept_section, kept_slug, kept_text

FORMAT = "evidence-reader-notebook"
VERSION = 1
SUFFIX = "evidence-notebook"
"""What the name of such a file ends in."""

_SUM = "sha256"


@dataclass(frozen=True, slots=True)
class ForeignVisit:
    """A visit of a file, checked, but in no history yet."""

    slug: str
    section: str | None
    title: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Bundle:
    """All that a file holds, checked."""

    shelf: ForeignShelf
    visits: tuple[ForeignVisit, ...] = ()
    places: tuple[KeptPlace, ...] = ()
    settings: tuple[KeptSetting, ...] = ()


def written(
    shelf: Shelf,
    visits: tuple[Visit, ...],
    places: tuple[KeptPlace, ...],
    settings: tuple[KeptSetting, ...],
    *,
    saved: datetime,
) -> bytes:
    """Write everything as a file."""
    value: dict[str, object] = {
        "format": FORMAT,
        "version": VERSION,
        "saved": times.to_text(saved),
        **exchange_format.content_of(shelf),
        "visits": [
            {
                "slug": visit.slug,
                "section": visit.section,
                "title": visit.title,
                "at": times.to_text(visit.at),
            }
            for visit in visits
        ],
        "places": [
            {
                "slug": place.slug,
                "section": place.section,
                "fraction": place.fraction,
                "at": times.to_text(place.at),
            }
            for place in places
        ],
        "settings": {
            setting.key: decoded(setting.value)
            for setting in settings
            if _travels(setting.key) and is_sensible(setting.key, _value(setting))
        },
    }
    value[_SUM] = _sum(value)
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def read(content: bytes) -> Bundle:
    """Check a file as a whole.

    Raises:
        UnreadableError: Something in it is not as it should be; the sentence says what.
    """
    value = checked_json.parse(content)
    form = value.get("format") if isinstance(value, dict) else None
    if not isinstance(value, dict) or form not in {FORMAT, exchange_format.FORMAT}:
        raise checked_json.refused("was not written by Evidence Reader")
    if form == exchange_format.FORMAT:
        checked_json.demand_version(value, exchange_format.VERSION)
        return Bundle(exchange_format.shelf_in(value))
    checked_json.demand_version(value, VERSION)
    if value.get(_SUM) != _sum(value):
        raise UnreadableError(
            "The file is damaged or was changed by another program; nothing was "
            "imported.",
            "Save it again on the other computer, then bring that one in.",
        )
    return Bundle(
        exchange_format.shelf_in(value),
        tuple(
            [
                _visit(item, f"visit {number}")
                for number, item in enumerate(checked_json.items(value, "visits"), 1)
            ]
        ),
        tuple(
            [
                _place(item, f"place {number}")
                for number, item in enumerate(checked_json.items(value, "places"), 1)
            ]
        ),
        _settings(value),
    )


def _sum(value: Mapping[str, object]) -> str:
    """Hash all but the hash itself, however the file is laid out."""
    rest = {key: each for key, each in value.items() if key != _SUM}
    text = json.dumps(rest, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _visit(item: object, where: str) -> ForeignVisit:
    if not isinstance(item, dict):
        raise checked_json.refused(f"has something at {where} that is no visit")
    section = checked_json.line(item, "section", where, optional=True)
    return ForeignVisit(
        slug=kept_slug(checked_json.line(item, "slug", where)),
        section=kept_section(section),
        title=kept_text(checked_json.line(item, "title", where)),
        at=_moment(item, where),
    )


def _place(item: object, where: str) -> KeptPlace:
    if not isinstance(item, dict):
        raise checked_json.refused(f"has something at {where} that is no place")
    fraction = item.get("fraction")
    if (
        isinstance(fraction, bool)
        or not isinstance(fraction, int | float)
        or not 0 <= fraction <= 1
    ):
        raise checked_json.refused(f"has a “fraction” at {where} that makes no sense")
    section = checked_json.line(item, "section", where, optional=True)
    return KeptPlace(
        slug=kept_slug(checked_json.line(item, "slug", where)),
        section=kept_section(section),
        fraction=float(fraction),
        at=_moment(item, where),
    )


def _moment(item: Mapping[str, object], where: str) -> datetime:
    moment = checked_json.moment(item, "at", where)
    if moment is None:
        raise checked_json.refused(f"has no “at” at {where}")
    return moment


def _settings(value: Mapping[str, object]) -> tuple[KeptSetting, ...]:
    found = value.get("settings", {})
    if not isinstance(found, dict):
        raise checked_json.refused("has no settings where they should be")
    settings = []
    for key, each in found.items():
        if not _travels(key):
            continue
        if not is_sensible(key, each):
            raise checked_json.refused(f"has a setting “{key}” that makes no sense")
        settings.append(KeptSetting(key, json.dumps(each)))
    return tuple(settings)


def _travels(key: str) -> bool:
    return hasattr(DEFAULTS, key) and key not in NOT_CARRIED


def _value(setting: KeptSetting) -> object:
    return decoded(setting.value)
