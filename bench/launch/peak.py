"""Runs a command from a small process, whose own size does not count as its child's."""

import json
import resource
import subprocess
import time


def main(*command: str) -> int:
    """Print the largest size of one of its processes in MB, and the seconds."""
    start = time.monotonic()
    done = subprocess.run(command, check=False, stdout=subprocess.DEVNULL)
    seconds = time.monotonic() - start
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(json.dumps([peak, seconds]))
    return done.returncode
