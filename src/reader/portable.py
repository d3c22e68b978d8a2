"""The program on a stick: what a person keeps lies beside it, not on the computer."""

import sys
from pathlib import Path

FOLDER_NAME = "portable"
"""The folder beside the program that makes it portable, and that holds all data."""


def program_folder() -> Path | None:
    """The folder that a packed program lies in; None when it runs from a checkout.

    On macOS that is the folder around the .app, since nothing is written into that.
    """
    if not getattr(sys, "frozen", False):
        return None
    folder = Path(sys.executable).absolute().parent
    return folder.parents[2] if folder.name == "MacOS" else folder


def portable_folder() -> Path | None:
    """The folder for all that a person keeps, where the program is portable.

    A packed program is portable when a folder of this name lies beside it.
    """
    program = program_folder()
    if program is None:
        return None
    folder = program / FOLDER_NAME
    return folder if folder.is_dir() else None
