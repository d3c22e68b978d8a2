"""A virtual display whose pixels can be read while programs draw on it.

Xvfb lays its picture into a file (``-fbdir``), in the format of ``xwd``. To read it
costs the programs that are measured next to nothing.
"""

import mmap
import os
import struct
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias

from PySide6.QtGui import QImage

WIDTH, HEIGHT = 1280, 800
BLINKING = 60  # pixels that may differ: a caret is there, or is not
STILL = 2.0  # seconds without a change, after which a screen counts as done
PATIENCE = 30.0  # seconds
LOOKING = 0.005  # seconds between two looks
_PIXEL = 4  # bytes
_COLOUR = 12  # bytes of an entry in the table of colours
_HEADER = struct.Struct(">20I")
_SIZE, _LINE, _COLOURS = 0, 12, 19  # places in the header

Picture: TypeAlias = bytes


class NotShownError(Exception):
    """What was waited for did not come."""


class Screen:
    """The picture of a virtual display."""

    def __init__(self, file: Path) -> None:
        with file.open("rb") as opened:
            self._map = mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)
        header = _HEADER.unpack_from(self._map)
        self._start = header[_SIZE] + header[_COLOURS] * _COLOUR
        self._line = header[_LINE]

    def picture(self) -> Picture:
        """The pixels as they are now, row by row."""
        return self._map[self._start : self._start + self._line * HEIGHT]

    def differs(self, one: Picture, other: Picture) -> bool:
        """Whether two pictures differ by more than a caret."""
        found = 0
        for start in range(0, len(one), self._line):
            row, beside = one[start : start + self._line], other[start:]
            if not beside.startswith(row):
                found += _differing(row, beside[: self._line])
                if found > BLINKING:
                    return True
        return False

    def settled(self) -> Picture:
        """The picture, once it has not changed for a while.

        Raises:
            NotShownError: It never comes to rest.
        """
        end = time.monotonic() + PATIENCE
        last, since = self.picture(), time.monotonic()
        while time.monotonic() < end:
            time.sleep(LOOKING * 10)
            now = self.picture()
            if self.differs(now, last):
                last, since = now, time.monotonic()
            elif time.monotonic() - since > STILL:
                return now
        raise NotShownError("the screen never came to rest")

    def wait_for(self, wanted: Picture, name: str) -> None:
        """Wait until the screen shows this picture.

        Raises:
            NotShownError: It does not.
        """
        wait_until(lambda: not self.differs(self.picture(), wanted), name)

    def save(self, file: Path) -> None:
        """Write the picture as a PNG."""
        form = QImage.Format.Format_RGB32
        QImage(self.picture(), WIDTH, HEIGHT, self._line, form).save(str(file))


def _differing(row: bytes, other: bytes) -> int:
    ours, theirs = memoryview(row).cast("I"), memoryview(other).cast("I")
    return sum(a != b for a, b in zip(ours, theirs, strict=True))


def wait_until(done: Callable[[], bool], name: str) -> None:
    """Look again and again until something is so.

    Raises:
        NotShownError: It never is.
    """
    end = time.monotonic() + PATIENCE
    while not done():
        if time.monotonic() > end:
            raise NotShownError(name)
        time.sleep(LOOKING)


def _answers(name: str) -> bool:
    asked = ["xdotool", "getmouselocation"]
    environment = {**os.environ, "DISPLAY": name}
    done = subprocess.run(asked, env=environment, capture_output=True, check=False)
    return done.returncode == 0


@contextmanager
def display(folder: Path, number: int) -> Iterator[Screen]:
    """Start Xvfb with openbox, and name it to what is started from here."""
    name = f":{number}"
    size = f"{WIDTH}x{HEIGHT}x24"
    server = subprocess.Popen(
        ["Xvfb", name, "-screen", "0", size, "-fbdir", str(folder)]
    )
    os.environ["DISPLAY"] = name
    manager = None
    try:
        wait_until(lambda: _answers(name), "Xvfb")
        manager = subprocess.Popen(["openbox"])
        screen = Screen(folder / "Xvfb_screen0")
        screen.settled()
        yield screen
    finally:
        for process in (manager, server):
            if process is not None:
                process.terminate()
                process.wait()
