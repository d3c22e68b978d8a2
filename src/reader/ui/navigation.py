"""Back and forward, with the place in each page."""

from dataclasses import replace

from reader.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A place to read at.

    Attributes:
        slug: The topic; "" for the start page.
        section: The section; "" for the head of the page.
        fraction: How far into the section, from 0 to 1.
    """

    slug: str = ""
    section: str = ""
    fraction: float = 0.0


class Trail:
    """The places of one window in the order in which they were visited."""

    def __init__(self) -> None:
        self._places = [Place()]
        self._at = 0

    @property
    def here(self) -> Place:
        """The place that is shown."""
        return self._places[self._at]

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place before this one."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a place after this one."""
        return self._at < len(self._places) - 1

    def visit(self, place: Place) -> None:
        """Go to a new place and forget what lay ahead."""
        self._places = [*self._places[: self._at + 1], place]
        self._at += 1

    def remember(self, section: str, fraction: float) -> None:
        """Note how far the person has read here."""
        here = replace(self.here, section=section, fraction=fraction)
        self._places[self._at] = here

    def back(self) -> Place:
        """Go to the place before, or stay at the first."""
        self._at = max(self._at - 1, 0)
        return self.here

    def forward(self) -> Place:
        """Go to the place after, or stay at the last."""
        self._at = min(self._at + 1, len(self._places) - 1)
        return self.here
