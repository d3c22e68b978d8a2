"""What the handout dialog has the worker do; each answers with one frozen value.

QtPdf and Typst are loaded by the worker when a job first needs them, so that opening
the dialog does not hold the window up.
"""

import logging
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QSizeF

from reader.handout.files import write_whole
from reader.handout.options import AT_THE_END, HandoutOptions
from reader.library.store import Library
from reader.model.topic import Topic

if TYPE_CHECKING:
    from reader.ui.handout_printer import Printers
    from reader.ui.handout_sheets import Sheet

LOGGER = logging.getLogger(__name__)

_AT_HAND = 12  # topics, more than a preview lays out


@dataclass(frozen=True, slots=True)
class TopicLine:
    """A topic as the list of the dialog shows it.

    Attributes:
        parts: Id and title of what can be left out, in the order of the page.
    """

    slug: str
    title: str
    parts: tuple[tuple[str, str], ...]


def line_of(topic: Topic) -> TopicLine:
    """A topic for the list; its parts as they stand on paper."""
    from reader.handout import words
    from reader.handout.leaflet import make_leaflet

    leaflet = make_leaflet(topic)
    parts = [(section.id, section.title) for section in leaflet.sections]
    ends = zip(
        AT_THE_END,
        ((words.TERMS, leaflet.terms), (words.SOURCES, leaflet.sources)),
        strict=True,
    )
    parts += [(name, title) for name, (title, there) in ends if there]
    return TopicLine(topic.slug, leaflet.title, tuple(parts))


class TopicsAtHand:
    """The topics that were read last. Only the worker uses it."""

    def __init__(self, topics: Sequence[Topic] = ()) -> None:
        """Begin with these."""
        self._topics = {topic.slug: topic for topic in topics}

    def get(self, library: Library, slug: str) -> Topic:
        """A topic.

        Raises:
            NotFoundError: There is none.
            UnreadableError: It is damaged.
        """
        topic = self._topics.pop(slug, None) or library.topic(slug)
        self._topics[slug] = topic
        while len(self._topics) > _AT_HAND:
            del self._topics[next(iter(self._topics))]
        return topic


@dataclass(frozen=True, slots=True)
class LookUp:
    """Reads the lines of topics."""

    at_hand: TopicsAtHand
    slugs: tuple[str, ...]

    def __call__(self, library: Library) -> tuple[TopicLine, ...]:
        """The lines, in order.

        Raises:
            KnownError: A topic is not there, or is damaged.
        """
        return tuple([line_of(self.at_hand.get(library, each)) for each in self.slugs])


@dataclass(frozen=True, slots=True)
class Made:
    """A handout, laid out.

    Attributes:
        pdf: The very bytes that print.
        sizes: Of its pages, in points.
        topics: How many topics it has.
    """

    pdf: bytes
    sizes: tuple[QSizeF, ...]
    topics: int


def always(done: int, count: int) -> bool:
    """Go on whatever is done."""
    return done <= count


@dataclass(frozen=True, slots=True)
class MakeHandout:
    """Lays topics out as one PDF.

    Attributes:
        go_on: Is told how many topics of how many are done; says whether to go on.
    """

    at_hand: TopicsAtHand
    slugs: tuple[str, ...]
    options: HandoutOptions
    go_on: Callable[[int, int], bool] = always

    def __call__(self, library: Library) -> Made | None:
        """The handout; None where it was not to go on.

        Raises:
            KnownError: A bundled font is missing, or a topic cannot be read.
        """
        from reader.handout.pdf_parts import page_sizes

        pdf = self._pdf(library)
        if pdf is None:
            return None
        sizes = tuple([QSizeF(width, height) for width, height in page_sizes(pdf)])
        return Made(pdf, sizes, len(self.slugs))

    def _pdf(self, library: Library) -> bytes | None:
        from reader.handout.pdf import render_pdf
        from reader.handout.stack import Stack, render_stack

        topics = [self.at_hand.get(library, slug) for slug in self.slugs]
        if len(topics) == 1:
            return render_pdf(topics, self.options, library.picture)
        return render_stack(Stack(topics, self.options, library.picture), self.go_on)


@dataclass(frozen=True, slots=True)
class Drawn:
    """Pages as pictures.

    Attributes:
        pdf: What they were drawn from.
    """

    pdf: bytes
    sheets: "Mapping[int, Sheet]"


@dataclass(frozen=True, slots=True)
class DrawPages:
    """Draws pages of a handout, each in a size in pixels."""

    pdf: bytes
    sizes: Mapping[int, QSize]

    def __call__(self, library: Library) -> Drawn:
        """The pictures."""
        from reader.ui.handout_sheets import draw_sheets

        del library
        return Drawn(self.pdf, draw_sheets(self.pdf, self.sizes))


@dataclass(frozen=True, slots=True)
class SaveHandout:
    """Writes the PDF of a handout into a file, whole or not at all."""

    pdf: bytes
    path: Path

    def __call__(self, library: Library) -> Path:
        """The file that was written.

        Raises:
            KnownError: The file cannot be written.
        """
        del library
        write_whole(self.path, self.pdf)
        return self.path


def load_press() -> None:
    """Load what prints and draws pages: it takes some time and ten megabytes."""
    import typst

    import reader.handout.pdf
    import reader.ui.handout_sheets
    import reader.ui.printing  # noqa: F401 - wanted soon, by the jobs above

    LOGGER.debug("%s is at hand", typst.__name__)


def press_is_loaded() -> bool:
    """Whether a handout can be made without loading anything first."""
    return "typst" in sys.modules


def find_printers(library: Library) -> "Printers":
    """Look which printers there are."""
    from reader.ui.printing import known_printers

    del library
    return known_printers()
