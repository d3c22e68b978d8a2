"""A line of somebody's list of topics, before anybody knows what it means."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ListedLine:
    """What one line names.

    Attributes:
        number: The line, counted from 1.
        texts: Names, codes or slugs that all mean one topic; mostly one.
        pieces: The same line cut at its commas, where it may be several names; a name
            may hold a comma, so the whole is to be tried first.
    """

    number: int
    texts: tuple[str, ...]
    pieces: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        """The line as a person would know it again."""
        return " / ".join(self.texts)
