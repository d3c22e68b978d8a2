"""What is wrong with the sources: all of it at once, with file and line."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from reader.model.errors import UnreadableError


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing to mend.

    Attributes:
        file: Path relative to the source folder, with forward slashes.
        line: From 1.
        message: What is wrong, and where it helps what to write instead.
    """

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        """The form that editors can jump to."""
        return f"{self.file}:{self.line}: {self.message}"


class SourceFaultsError(UnreadableError):
    """The sources have faults; nothing was written."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        """Say how many there are, and list them all."""
        count = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
        super().__init__(
            f"The sources have {count}; nothing was written.",
            "Mend them and build again.",
            tuple(str(fault) for fault in faults),
        )
        self.faults = faults


@dataclass(slots=True)
class Faults:
    """Collects faults while the sources are read."""

    found: set[Fault] = field(default_factory=set)

    def add(self, file: str, line: int, message: str) -> None:
        """Note one fault; the same fault twice counts once."""
        self.found.add(Fault(file, max(line, 1), message))

    def raise_if_any(self) -> None:
        """Refuse the sources as a whole.

        Raises:
            SourceFaultsError: At least one fault was noted.
        """
        if self.found:
            raise SourceFaultsError(tuple(sorted(self.found)))


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of the sources, as text, with where its faults go."""

    path: Path
    name: str
    text: str
    faults: Faults

    def fault(self, line: int, message: str) -> None:
        """Note a fault of this file."""
        self.faults.add(self.name, line, message)


MOST_BYTES = 4_000_000
"""A larger source file is a mistake or an attack."""

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def read_source(path: Path, root: Path, faults: Faults) -> SourceFile | None:
    """Read a file as UTF-8; None, with a fault, where that cannot be done."""
    name = path.relative_to(root).as_posix()
    try:
        if path.stat().st_size > MOST_BYTES:
            faults.add(name, 1, f"larger than {MOST_BYTES:,} bytes")
            return None
        text = path.read_bytes().decode("utf-8").replace("\r\n", "\n")
    except OSError as error:
        faults.add(name, 1, f"cannot be read: {error.strerror}")
        return None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        faults.add(name, line, "not UTF-8 text")
        return None
    source = SourceFile(path, name, text.removeprefix("\ufeff"), faults)
    if _CONTROL.search(text):
        for number, line_text in enumerate(text.split("\n"), 1):
            if _CONTROL.search(line_text):
                source.fault(number, "a control character stands here; remove it")
        return None
    return source
