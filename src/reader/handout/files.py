"""Handouts as files: written whole or not at all."""

import contextlib
import os
from collections.abc import Callable, Sequence
from pathlib import Path

from reader.handout.options import HandoutOptions
from reader.handout.stack import (
    GoOn,
    Stack,
    always,
    render_each,
    render_stack,
)
from reader.model.errors import KnownError
from reader.model.topic import Topic


def write_handouts(
    topics: Sequence[Topic],
    out: Path,
    options: HandoutOptions,
    picture: Callable[[str], bytes],
    *,
    blank_for_duplex: bool = False,
    go_on: GoOn = always,
) -> tuple[Path, ...]:
    """Write one stack into a file, or one handout per topic into a folder.

    A name that ends in ".pdf" is a file, unless a folder of that name is there.

    Args:
        topics: What to print, in this order; at least one.
        out: The file or the folder.
        options: How each is laid out.
        picture: The bytes of a picture of the library by its name.
        blank_for_duplex: In a stack, each topic begins on the front of a sheet.
        go_on: Is told how many of how many are done; says whether to go on.

    Returns:
        What was written, in order; nothing where it was stopped.

    Raises:
        KnownError: A file cannot be written, or a handout cannot be made.
    """
    stack = Stack(topics, options, picture, blank_for_duplex)
    if out.suffix.lower() == ".pdf" and not out.is_dir():
        pdf = render_stack(stack, go_on)
        if pdf is None:
            return ()
        write_whole(out, pdf)
        return (out,)
    return _write_each(stack, out, go_on)


def _write_each(stack: Stack, folder: Path, go_on: GoOn) -> tuple[Path, ...]:
    """Write all of them beside their places, then put all in their places."""
    made = _missing_folders(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _cannot_write(folder, error) from error
    written: list[Path] = []
    try:
        for topic, pdf in render_each(stack, go_on):
            path = folder / f"{topic.slug}.pdf"
            _write_beside(path, pdf)
            written.append(path)
        whole = len(written) == len(stack.topics)
        if whole:
            for path in written:
                _put_in_place(path)
    finally:
        for path in written:
            with contextlib.suppress(OSError):
                _unfinished(path).unlink(missing_ok=True)
        for empty in made:
            with contextlib.suppress(OSError):
                empty.rmdir()
    return tuple(written) if whole else ()


def _missing_folders(folder: Path) -> list[Path]:
    """The folders that are to be made, innermost first."""
    return [each for each in (folder, *folder.parents) if not each.exists()]


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it is either the old one or the whole new one.

    Raises:
        KnownError: The folder cannot be written, the disk is full, or a folder
            has that name.
    """
    _write_beside(path, content)
    _put_in_place(path)


def _unfinished(path: Path) -> Path:
    return path.with_name(f".{path.name}.{os.getpid()}.part")


def _write_beside(path: Path, content: bytes) -> None:
    unfinished = _unfinished(path)
    try:
        with unfinished.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        _give_up(path)
        raise _cannot_write(path, error) from error


def _put_in_place(path: Path) -> None:
    try:
        _unfinished(path).replace(path)
    except OSError as error:
        _give_up(path)
        raise _cannot_write(path, error) from error


def _give_up(path: Path) -> None:
    with contextlib.suppress(OSError):
        _unfinished(path).unlink(missing_ok=True)


def _cannot_write(path: Path, error: OSError) -> KnownError:
    reason = (error.strerror or "no reason given").lower()
    return KnownError(
        f"{path} could not be written ({reason}).",
        "Choose another place, or make room there, and try again.",
    )
