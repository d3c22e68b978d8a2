"""How much is measured: everything, or what is quick."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scale:
    """Sizes and numbers of repetitions.

    Attributes:
        libraries: Pages of the synthetic libraries.
        folders: Pages of the synthetic source folders that are compiled.
        turns: How often a child process is started on each side.
        cold: Whether to empty the file cache, for a cold start too.
    """

    libraries: tuple[int, ...]
    folders: tuple[int, ...]
    turns: int
    cold: bool = False


FULL = Scale((1_000, 10_000, 100_000), (1_000, 16_000), 15)
QUICK = Scale((1_000, 10_000), (1_000, 4_000), 7)
