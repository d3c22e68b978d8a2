"""Files that are whole or not there at all, whatever happens while they are written."""

import os
from contextlib import suppress
from pathlib import Path


def write_whole(target: Path, content: bytes) -> None:
    """Write a file in one step: the old content stands until the new one is on disk.

    Raises:
        OSError: The file could not be written; what was there before is untouched.
    """
    target = target.resolve()
    part = unused_name(target.with_name(f".{target.name}.part"))
    stream = part.open("xb")  # a part that someone else is writing stays theirs
    try:
        with stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(target)
    except OSError:
        part.unlink()
        raise
    flush_folder(target.parent)


def flush_file(path: Path) -> None:
    """Wait until a file that was written by name is on disk."""
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


def flush_folder(folder: Path) -> None:
    """Wait until the names in a folder are on disk, where the platform can do that.

    Windows and some network disks cannot; what the files hold is on disk all the same.
    """
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def unused_name(path: Path) -> Path:
    """Find a name that is free: the one given, else with -2, -3 and so on behind it."""
    number = 1
    candidate = path
    while candidate.exists():
        number += 1
        candidate = path.with_name(f"{path.name}-{number}")
    return candidate
