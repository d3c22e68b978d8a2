"""Where the person's own data lies, and how its folder is made."""

import os
from collections.abc import Mapping
from pathlib import Path

from reader.model.errors import KnownError

HOME_VARIABLE = "EVIDENCE_READER_HOME"
"""The environment variable that says where the person's own data lies."""

_APPLICATION = "evidence-reader"


def data_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Name the folder of the person's own data, without making it.

    EVIDENCE_READER_HOME wins; without it this is the platform's user-data folder.
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


def make_folder(folder: Path) -> Path:
    """Make a folder that only this person may read, unless it is there already.

    Returns:
        The folder itself, so that the call can stand where the folder is used.

    Raises:
        KnownError: The folder cannot be made, or is there and cannot be written.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except FileExistsError as error:
        message = f"There is a file where the folder “{folder}” should be."
        raise KnownError(message, _another_folder()) from error
    except OSError as error:
        message = f"The folder “{folder}” cannot be made ({error.strerror})."
        raise KnownError(message, _another_folder()) from error
    if not os.access(folder, os.W_OK):
        message = f"The folder “{folder}” cannot be written."
        raise KnownError(message, _another_folder())
    return folder


def _home(environment: Mapping[str, str]) -> Path | None:
    chosen = environment.get(HOME_VARIABLE, "")
    return Path(chosen).expanduser().absolute() if chosen else None


def _another_folder() -> str:
    return (
        f"Make it writable, or set {HOME_VARIABLE} to another folder, "
        "then start Evidence Reader again."
    )
