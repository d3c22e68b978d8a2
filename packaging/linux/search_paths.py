"""Empties the search paths in libraries that lead to folders of the building machine.

    python packaging/linux/search_paths.py FOLDER

A Python that was built for one place names that place in its extensions, and the
system would look there first. Paths that begin with $ORIGIN lie in the folder and stay.
"""

import re
import subprocess
import sys
from pathlib import Path

_PATH = re.compile(r"\((?:RPATH|RUNPATH)\)\s+Library (?:rpath|runpath): \[(.*)\]")
_MAGIC = b"\x7fELF"


def search_path(file: Path) -> str:
    """The search path in a library; "" where it has none."""
    done = subprocess.run(
        ["readelf", "--dynamic", str(file)], check=True, capture_output=True, text=True
    )
    found = _PATH.search(done.stdout)
    return found[1] if found else ""


def emptied(content: bytes, path: str) -> bytes:
    """A library whose search path is empty.

    Raises:
        ValueError: The path does not stand there exactly once.
    """
    entry = b"\0" + path.encode() + b"\0"
    if content.count(entry) != 1:
        message = f"The search path {path} does not stand there once."
        raise ValueError(message)
    return content.replace(entry, bytes(len(entry)))


def main(folder: Path) -> None:
    """Empty them in all libraries of a folder."""
    for file in sorted(folder.rglob("*.so*")):
        if file.is_symlink() or not file.is_file():
            continue
        content = file.read_bytes()
        path = search_path(file) if content.startswith(_MAGIC) else ""
        if path and not path.startswith("$ORIGIN"):
            file.write_bytes(emptied(content, path))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
