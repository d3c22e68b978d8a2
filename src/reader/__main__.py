"""Starts the program: ``python -m reader`` is ``evidence-reader``."""

import os
import sys
from collections.abc import MutableMapping

from reader.speech import LEASH_ARGUMENT

_LIBRARIES = "LD_LIBRARY_PATH"


def main() -> None:
    """Be the command line, or what holds a voice for another process of ours."""
    if getattr(sys, "frozen", False):
        hide_own_libraries(os.environ)
    if sys.argv[1:] == [LEASH_ARGUMENT]:
        from reader.speech import leash  # noqa: PLC0415 - one of two programs

        leash.main()
    else:
        from reader.cli.main import main as command_line  # noqa: PLC0415 - the other

        command_line()


def hide_own_libraries(environment: MutableMapping[str, str]) -> None:
    """Let what a packed program starts load the libraries of the system.

    PyInstaller's loader names the program's folder in a variable that every browser,
    printer driver and voice would inherit. The system has read it already.
    """
    before = environment.pop(f"{_LIBRARIES}_ORIG", None)
    if before is not None:
        environment[_LIBRARIES] = before
    else:
        environment.pop(_LIBRARIES, None)


if __name__ == "__main__":
    main()
