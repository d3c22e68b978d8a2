"""One line for the person who waits; the table alone goes to standard output."""

import sys


def say(what: str) -> None:
    """Say what is being done now."""
    print(f"bench: {what}", file=sys.stderr, flush=True)
