"""What a queue of the print system says of itself.

Qt hands a job over and does not hear whether it was taken: a queue that takes no jobs,
and one that is gone, look to it like any other. So the print system is asked, by its
own tool, before and after. Where there is none, as on Windows, nothing is known.
"""

import os
import re
import shutil
import subprocess
from dataclasses import dataclass

_SECONDS = 5
_STOPPED = "5"  # RFC 8011, 5.4.11
_STATE = re.compile(
    r"printer-(is-accepting-jobs|state|state-reasons)=('[^']*'|\S+)", re.ASCII
)
_SUFFIX = re.compile(r"-(error|warning|report)$")


@dataclass(frozen=True, slots=True)
class QueueState:
    """A queue at one moment.

    Attributes:
        there: There is such a queue.
        accepting: It takes jobs.
        stopped: What it takes waits until somebody sets it going.
        reasons: Keywords such as "media-jam" (RFC 8011, 5.4.12).
    """

    there: bool = True
    accepting: bool = True
    stopped: bool = False
    reasons: frozenset[str] = frozenset()


def queue_state(name: str) -> QueueState:
    """Ask the print system about a queue; all is well where it cannot be asked."""
    tool = shutil.which("lpoptions")
    if tool is None:
        return QueueState()
    try:
        said = subprocess.run(  # noqa: S603 - a tool of the system, without a shell
            [tool, "-p", name],
            capture_output=True,
            text=True,
            errors="replace",
            timeout=_SECONDS,
            check=False,
            env={**os.environ, "LC_ALL": "C"},
        )
    except (OSError, subprocess.TimeoutExpired):
        return QueueState()
    return parse_state(said.stdout)


def parse_state(said: str) -> QueueState:
    """Read what `lpoptions -p NAME` says; nothing of a queue that is not there."""
    found = {key: value.strip("'") for key, value in _STATE.findall(said)}
    if not found:
        return QueueState(there=False, accepting=False)
    reasons = found.get("state-reasons", "none").split(",")
    return QueueState(
        accepting=found.get("is-accepting-jobs") != "false",
        stopped=found.get("state") == _STOPPED,
        reasons=frozenset(_SUFFIX.sub("", each) for each in reasons) - {"none"},
    )
