"""Handouts as files: written whole or not at all."""

import contextlib
import os
from collections.abc import Callable, Sequence
from pathlib import Path

from reader.handout.options import HandoutOptions
from reader.handout.pdf import render_pdf
from reader.model.errors import KnownError
from reader.model.topic import Topic


def write_handouts(
    topics: Sequence[Topic],
    out: Path,
    options: HandoutOptions,
    picture: Callable[[str], bytes],
) -> tuple[Path, ...]:
    """Write one stack into a file, or one handout per topic into a folder.

    A name that ends in ".pdf" is a file, unless a folder of that name is there.

    Returns:
        What was written, in order.

    Raises:
        KnownError: A file cannot be written, or a handout cannot be made.
    """
    if out.suffix.lower() == ".pdf" and not out.is_dir():
        write_whole(out, render_pdf(topics, options, picture))
        return (out,)
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _cannot_write(out, error) from error
    written: list[Path] = []
    for topic in topics:
        path = out / f"{topic.slug}.pdf"
        write_whole(path, render_pdf([topic], options, picture))
        written.append(path)
    return tuple(written)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it is either the old one or the whole new one.

    Raises:
        KnownError: The folder cannot be written, the disk is full, or a folder
            has that name.
    """
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with unfinished.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise _cannot_write(path, error) from error


def _cannot_write(path: Path, error: OSError) -> KnownError:
    reason = (error.strerror or "no reason given").lower()
    return KnownError(
        f"{path} could not be written ({reason}).",
        "Choose another place, or make room there, and try again.",
    )
