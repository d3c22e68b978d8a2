"""Writing the file of a clinic, and its logo beside it.

The logo has a name of its own for each picture and is written first, so that the file
that names it is either the old one with the old logo, or the new one with the new.
"""

import contextlib
import hashlib
import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from reader.handout.clinic import Clinic, Logo, SignOff
from reader.handout.clinic_fault import ClinicFault
from reader.handout.clinic_file import FILE_NAME, clinic_of, lacking
from reader.handout.clinic_table import ClinicTable
from reader.handout.files import write_whole

KEPT_NAME: Final = "clinic.toml.old"
"""The file as it was before it was last written or put away."""

_LOGO = "clinic-logo-"
_LETTERS = 12  # of the mark that tells one logo from another
_HEAD = (
    "# The profile of a clinic, written by Evidence Reader. You may change it by hand;",
    "# when it is saved in the window again, remarks like this one are not kept.",
)


def clinic_toml(clinic: Clinic) -> str:
    """A profile as TOML; `read_clinic` reads the same profile from it."""
    lines = [*_HEAD, *_keys(_top(clinic))]
    for sign_off in clinic.sign_offs:
        lines += ["", "[[sign_off]]", *_keys(_sign_off(sign_off))]
    for preset in clinic.presets:
        lines += ["", "[[preset]]", *_keys(preset.values())]
    return "\n".join(lines) + "\n"


def faults_of(clinic: Clinic) -> tuple[ClinicFault, ...]:
    """What would be wrong with the file of a profile, its logo apart; no lines."""
    text = clinic_toml(replace(clinic, logo=None))
    table = ClinicTable(tomllib.loads(text), {}, lacking)
    clinic_of(table, Path())
    return tuple(table.faults)


def write_clinic(clinic: Clinic, folder: Path) -> Path:
    """Write a profile into a folder, in place of the one that is there.

    The one before stays as `clinic.toml.old`.

    Returns:
        The file.

    Raises:
        KnownError: It cannot be written; what was there before still holds.
    """
    path = folder / FILE_NAME
    if clinic.logo is not None:
        write_whole(folder / logo_name(clinic.logo), clinic.logo.content)
    with contextlib.suppress(FileNotFoundError, IsADirectoryError, PermissionError):
        write_whole(folder / KEPT_NAME, path.read_bytes())
    write_whole(path, clinic_toml(clinic).encode("utf-8"))
    _forget_logos(folder)
    return path


def put_away(folder: Path) -> None:
    """Have no profile in a folder; the one that was there stays as `clinic.toml.old`.

    Raises:
        OSError: The file cannot be moved.
    """
    with contextlib.suppress(FileNotFoundError):
        (folder / FILE_NAME).replace(folder / KEPT_NAME)


def logo_name(logo: Logo) -> str:
    """The name of a logo's file, another one for every picture."""
    mark = hashlib.sha256(logo.content).hexdigest()[:_LETTERS]
    return f"{_LOGO}{mark}.{logo.suffix}"


def _forget_logos(folder: Path) -> None:
    """Take away logos that neither the file nor the one before it names."""
    named = ""
    for name in (FILE_NAME, KEPT_NAME):
        with contextlib.suppress(OSError):
            named += (folder / name).read_text("utf-8", errors="replace")
    for logo in folder.glob(f"{_LOGO}*"):
        if logo.name not in named:
            with contextlib.suppress(OSError):
                logo.unlink()


def _top(clinic: Clinic) -> Mapping[str, object]:
    return {
        "name": clinic.name,
        "address": clinic.address,
        "phone": clinic.phone,
        "out_of_hours": clinic.out_of_hours,
        "logo": logo_name(clinic.logo) if clinic.logo is not None else "",
        "colour": clinic.colour,
        "paper": clinic.paper,
        "print": clinic.print,
        "footer": clinic.footer,
    }


def _sign_off(sign_off: SignOff) -> Mapping[str, object]:
    return {
        "topic": sign_off.topic,
        "version": sign_off.version,
        "by": sign_off.by,
        "date": date.fromisoformat(sign_off.date),
    }


def _keys(values: Mapping[str, object]) -> Iterator[str]:
    """A line for each value that says something."""
    for key, value in values.items():
        if isinstance(value, tuple) and value:
            yield f"{key} = [{', '.join(_quoted(item) for item in value)}]"
        elif value:
            yield f"{key} = {value if isinstance(value, date) else _quoted(value)}"


def _quoted(words: object) -> str:
    """Words as a basic string, whose escapes are those of JSON (TOML 1.0, "String")."""
    return json.dumps(str(words), ensure_ascii=False).replace("\x7f", "\\u007f")
