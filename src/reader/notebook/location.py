"""Where the person's own data lies, and how its folder is made."""

import os
from collections.abc import Mapping
from pathlib import Path

from reader.model.errors import KnownError
from reader.portable import portable_folder

HOME_VARIABLE = "EVIDENCE_READER_HOME"
"""The environment variable that says where the person's own data lies."""

_APPLICATION = "evidence-reader"


def data_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Name the folder of the person's own data, without making it.

    EVIDENCE_READER_HOME wins, then the folder beside a portable program; without
    them this is the platform's user-data folder.
    """
    home = _home(environment)
    if home is not None:
        return home
    # Costs some milliseconds, and whoever sets the variable never needs it.
    import platformdirs  # noqa: PLC0415 - loaded only where the platform decides

    return Path(platformdirs.user_data_dir(_APPLICATION, appauthor=False))


def log_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Name the folder of the log files, without making it."""
    home = _home(environment)
    if home is not None:
        return home / "logs"
    import platformdirs  # noqa: PLC0415 - loaded only where the platform decides

    return Path(platformdirs.user_log_dir(_APPLICATION, appauthor=False))


def is_portable(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether data lie beside the program, on a stick for example."""
    folder = portable_folder()
    return folder is not None and data_folder(environment) == folder


def make_folder(folder: Path) -> Path:
    """Make a folder that only this person may read, unless it is there already.

    Returns:
        The folder itself, so that the call can stand where the folder is used.

    Raises:
        KnownError: The folder cannot be made, or is there and cannot be written.
    """
    try:
        for each in (*_missing_above(folder), folder):
            # One by one, since mkdir opens those above to everybody.
            each.mkdir(mode=0o700, exist_ok=True)
    except FileExistsError as error:
        message = f"There is a file where the folder “{folder}” should be."
        raise KnownError(message, _another_folder(folder)) from error
    except OSError as error:
        message = f"The folder “{folder}” cannot be made ({error.strerror})."
        raise KnownError(message, _another_folder(folder)) from error
    if not os.access(folder, os.W_OK):
        message = f"The folder “{folder}” cannot be written."
        raise KnownError(message, _another_folder(folder))
    return folder


def _missing_above(folder: Path) -> list[Path]:
    """The folders above that are not there, the uppermost first."""
    missing = [each for each in folder.parents if not each.exists()]
    return missing[::-1]


def stick_advice(folder: Path) -> str:
    """What to do about a folder of a portable program; "" for any other folder."""
    portable = portable_folder()
    if portable is None or not folder.is_relative_to(portable):
        return ""
    return (
        "You can read on, but nothing is kept. See whether the stick has a lock or "
        "is full, or copy the whole program to a place that can be written."
    )


def _home(environment: Mapping[str, str]) -> Path | None:
    chosen = environment.get(HOME_VARIABLE, "")
    return Path(chosen).expanduser().absolute() if chosen else portable_folder()


def _another_folder(folder: Path) -> str:
    return stick_advice(folder) or (
        f"Make it writable, or set {HOME_VARIABLE} to another folder, "
        "then start Evidence Reader again."
    )
