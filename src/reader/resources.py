"""The one way to a file that ships with the program."""

import json
from pathlib import Path

from reader.model.errors import BugError, UnreadableError
from reader.model.frozen import dataclass

LIBRARY = "library.db"
THIRD_PARTY = "THIRD-PARTY-LICENCES.txt"
BUILD = "build.json"

# Not importlib.resources: it costs a search 15 ms, a fifth of the whole command,
# and the package always lies in a folder, in a wheel's as in a frozen program's.
_ASSETS = Path(__file__).parent / "assets"


@dataclass(frozen=True, slots=True)
class Build:
    """From what a packaged program was made.

    Attributes:
        commit: The short name of the commit.
        date: Its day, as YYYY-MM-DD.
    """

    commit: str
    date: str


def build_note() -> Build | None:
    """What packaging noted about its build; None in a checkout."""
    try:
        noted = json.loads((_ASSETS / BUILD).read_text("utf-8"))
        return Build(str(noted["build"]), str(noted["date"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def third_party_licences() -> Path | None:
    """The licences of all that is inside a packaged program; None in a checkout."""
    path = _ASSETS / THIRD_PARTY
    return path if path.is_file() else None


def asset_path(name: str) -> Path:
    """The path of a shipped file, for example ``fonts/OFL.txt``.

    Raises:
        BugError: The name leads out of the folder, or nothing lies there.
    """
    path = _ASSETS.joinpath(*name.split("/"))
    if ".." in path.parts or not path.exists():
        msg = f"no shipped file {name!r}"
        raise BugError(msg)
    return path


def translated_languages() -> set[str]:
    """The languages whose words of the window ship, for example "pt_BR"."""
    found = _ASSETS.glob("i18n/evidence-reader_*.qm")
    return {path.stem.removeprefix("evidence-reader_") for path in found}


def translation_path(language: str) -> Path | None:
    """The words of the window in a language, for example "pt_BR", if they ship."""
    path = _ASSETS / "i18n" / f"evidence-reader_{language}.qm"
    return path if path.exists() else None


def library_path() -> Path:
    """The path of the library that ships with the program.

    Raises:
        UnreadableError: The library is missing.
    """
    try:
        return asset_path(LIBRARY)
    except BugError as error:
        msg = "The library of explainers is missing."
        advice = "Install Evidence Reader again, or run 'make library' in a checkout."
        raise UnreadableError(msg, advice) from error
