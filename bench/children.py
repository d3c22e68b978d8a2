"""Starting processes and asking them how long they took or how large they are."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.model.errors import BugError

PYTHON = sys.executable


def call(module: str, function: str, *arguments: str) -> list[str]:
    """The command that calls a function of `bench.launch`."""
    start = f"from bench.launch.{module} import {function}; import sys; "
    return [PYTHON, "-c", f"{start}sys.exit({function}(*sys.argv[1:]))", *arguments]


def environment() -> dict[str, str]:
    """This environment, with windows that nobody sees and with bytecode kept.

    Where bytecode is not kept, most of a start is compiling Python.
    """
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"QT_QPA_PLATFORM": "offscreen"}


def run_to_end(command: list[str]) -> str:
    """What a command prints.

    Raises:
        BugError: It failed.
    """
    done = subprocess.run(
        command,
        check=False,
        capture_output=True,
        text=True,
        env=environment(),
    )
    if done.returncode != 0:
        msg = f"{command[0]} failed: {done.stderr.strip()}"
        raise BugError(msg)
    return done.stdout


@contextmanager
def painted(command: list[str]) -> Iterator[tuple[int, float]]:
    """Start a window; give its process and the seconds to its first paint."""
    start = time.monotonic()
    child = subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env=environment()
    )
    with child:
        try:
            line = child.stdout.readline() if child.stdout else ""
            if not line:
                msg = f"{command[-1]}: nothing was painted"
                raise BugError(msg)
            yield child.pid, float(line) - start
        finally:
            child.kill()


def peak_and_seconds(command: list[str]) -> tuple[float, float]:
    """Run a command: the largest size of one of its processes in MB, and seconds."""
    peak, elapsed = json.loads(run_to_end(call("peak", "main", *command)))
    return peak, elapsed


def proportional_megabytes(process: int) -> float:
    """Its share of memory: pages it shares count by how many share them."""
    text = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii")
    (line,) = (line for line in text.splitlines() if line.startswith("Pss:"))
    return int(line.split()[1]) / 1024
