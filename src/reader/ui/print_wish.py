"""A wish to print, which whoever does not print can have, too."""

from dataclasses import dataclass

from reader.handout.options import Paper


@dataclass(frozen=True, slots=True)
class PrintWish:
    """To print on a printer as it is set up.

    Attributes:
        printer: Its name; "" for the usual one.
        copies: How many.
        paper: What the pages were made for.
    """

    printer: str
    copies: int
    paper: Paper
