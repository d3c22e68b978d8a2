"""What the tests of the notebook share."""

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from reader.notebook.bookmarks import Shelf

SCRIPTS = Path(__file__).parent

START = datetime(2026, 8, 1, 9, 0, tzinfo=UTC)

Line = tuple[str, str | None, str, str, str | None, datetime]


class Ticking:
    """A clock that is a minute further each time it is asked."""

    def __init__(self, now: datetime = START) -> None:
        self.now = now

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


def lines(shelf: Shelf) -> tuple[list[str], list[Line]]:
    """What a person sees of a shelf: all but the inner numbers."""
    names: dict[int | None, str | None] = {None: None}
    for folder in shelf.folders:
        names[folder.id] = folder.name
    return [folder.name for folder in shelf.folders], [
        (
            each.slug,
            each.section,
            each.title,
            each.note,
            names[each.folder_id],
            each.added,
        )
        for each in shelf.bookmarks
    ]


def start(script: str, *arguments: object) -> subprocess.Popen[str]:
    """Start a script of this folder in a process of its own."""
    command = [sys.executable, str(SCRIPTS / script), *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def run_unprivileged(script: str, *arguments: object) -> str:
    """Run a script as someone whom the permissions of files bind, even as root."""
    command = [sys.executable, str(SCRIPTS / script), *map(str, arguments)]
    if os.geteuid() == 0:
        rights = "-dac_override,-dac_read_search"
        limits = [f"--bounding-set={rights}", f"--inh-caps={rights}"]
        command = ["setpriv", *limits, *command]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return done.stdout
