"""The one way to a file that ships with the program."""

from pathlib import Path

from reader.model.errors import BugError, UnreadableError

LIBRARY = "library.db"

# Not importlib.resources: it costs a search 15 ms, a fifth of the whole command,
# and the package always lies in a folder, in a wheel's as in a frozen program's.
_ASSETS = Path(__file__).parent / "assets"


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
