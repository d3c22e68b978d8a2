"""How far a long command has got, for whoever watches the terminal."""

import sys

import click


class Progress:
    """Counts on one line of standard error, if that is a terminal; else says nothing.

    To be called with how many of how many are done.
    """

    def __init__(self) -> None:
        self._shows = sys.stderr.isatty()
        self._begun = False

    def __call__(self, done: int, of: int) -> bool:
        """Show it; the answer is always to go on."""
        if self._shows and of > 1:
            self._begun = True
            click.echo(f"\r{done} of {of} topics", nl=False, err=True)
        return True

    def end(self) -> None:
        """Leave the line."""
        if self._begun:
            click.echo(err=True)
            self._begun = False
