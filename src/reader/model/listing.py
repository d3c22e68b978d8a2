"""Short forms of a topic: an entry of a list, a hit of a search."""

from enum import StrEnum

from reader.model.frozen import dataclass


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
        certainties: The levels that the claims of its topic reach, highest first.
        kind: The kind of its topic; "map" is a short note.
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
    kind: str


@dataclass(frozen=True, slots=True)
class Filters:
    """What hits are wanted; "" for any.

    Attributes:
        system: Only topics of this body system.
        certainty: Only topics with a claim at this level.
    """

    system: str = ""
    certainty: str = ""

    @property
    def there(self) -> bool:
        """Whether anything is shut out."""
        return bool(self.system or self.certainty)


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


@dataclass(frozen=True, slots=True)
class Tally:
    """How many topics a search meets, for whoever wants fewer of them.

    Attributes:
        topics: All that the filters let through.
        anywhere: All without any filter.
        of_system: All of the body system that is wanted, at any certainty.
        of_level: All at the certainty that is wanted, of any body system.
        systems: How many there are of each body system, at the certainty wanted.
        certainties: How many have a claim at each level, of the system wanted.
        more: There are so many that not all were counted.
    """

    topics: int
    anywhere: int
    of_system: int
    of_level: int
    systems: dict[str, int]
    certainties: dict[str, int]
    more: bool


@dataclass(frozen=True, slots=True)
class NearName:
    """A name that is spelled much like what was typed.

    Attributes:
        slug: The topic it belongs to.
        title: The title of that topic.
        name: The name as it is written.
    """

    slug: str
    title: str
    name: str
