"""Short forms of a topic: an entry of a list, a hit of a search."""

from dataclasses import dataclass
from enum import StrEnum


class Matched(StrEnum):
    """What of a topic met the words that were typed."""

    NAME = "name"
    PREFIX = "prefix"
    CODE = "code"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class TopicEntry:
    """A topic as a line of a list.

    Attributes:
        certainties: The levels that its claims reach, highest first.
        sections: Ids of its sections in order.
    """

    slug: str
    title: str
    system: str
    kind: str
    also_called: tuple[str, ...]
    certainties: tuple[str, ...]
    checked: str
    sections: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """One answer to a search.

    Attributes:
        section: Id of the section the words stand in; "" for the whole topic.
        section_title: The heading of that section.
        snippet: A few words of text, or the name or code that was met.
        matches: Start and end of each match in the snippet, in characters.
        matched: What was met.
    """

    slug: str
    title: str
    system: str
    section: str
    section_title: str
    snippet: str
    matches: tuple[tuple[int, int], ...]
    matched: Matched
    certainties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SearchResults:
    """The answer to one search.

    Attributes:
        query: The words as they were typed.
        corrected: The words that were looked for instead, or "".
        hits: Best first.
    """

    query: str
    corrected: str
    hits: tuple[Hit, ...]
