"""Where a reader is on a page, in words that outlive any width and text size."""

from bisect import bisect_right

from reader.model.frozen import dataclass
from reader.ui.topic_document import TopicPage
from reader.ui.topic_writer import Mark

SECTION_LEVEL = 2


@dataclass(frozen=True, slots=True)
class Place:
    """A section and how far into it, from 0 to 1; "" is the head of the page."""

    section: str = ""
    fraction: float = 0.0


def place_at(page: TopicPage, position: int) -> Place:
    """The place of a letter of the document."""
    marks = section_marks(page)
    number = _last_before(marks, position)
    start, end = _extent(page, marks, number)
    fraction = (position - start) / max(1, end - start)
    return Place(marks[number].id, min(1.0, max(0.0, fraction)))


def position_of(page: TopicPage, place: Place) -> int:
    """The letter of the document at a place that the page has."""
    marks = section_marks(page)
    number = [mark.id for mark in marks].index(place.section)
    start, end = _extent(page, marks, number)
    return start + round(min(1.0, max(0.0, place.fraction)) * (end - start))


def heading_at(page: TopicPage, position: int) -> int:
    """The number of the heading that a letter of the document stands under."""
    return _last_before(page.marks, position)


def section_marks(page: TopicPage) -> tuple[Mark, ...]:
    """The headings of sections, with the title as the first."""
    return tuple(mark for mark in page.marks if mark.level <= SECTION_LEVEL)


def _last_before(marks: tuple[Mark, ...], position: int) -> int:
    starts = [mark.position for mark in marks]
    return max(0, bisect_right(starts, position) - 1)


def _extent(page: TopicPage, marks: tuple[Mark, ...], number: int) -> tuple[int, int]:
    last = page.document.characterCount() - 1
    following = marks[number + 1].position if number + 1 < len(marks) else last
    return marks[number].position, following
