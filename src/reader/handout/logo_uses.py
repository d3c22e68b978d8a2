"""How large a drawing grows when every part that it names is put in its place.

A few lines in which each part uses the one before it twice are millions of shapes.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple
from xml.etree import ElementTree as ET

from reader.handout.logo_fault import LogoError
from reader.handout.logo_numbers import NUMBER_LIMIT, enlarged, largest_side

GROWN_LIMIT: Final = 50_000
"""Parts of a drawing, each counted as often as it is drawn."""

CHAIN_LIMIT: Final = 100
"""Parts that lie in one another when all are in their places."""

_NAMED = re.compile(r"url\(\s*[\"']?#([^\"')\s]+)", re.IGNORECASE)
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_SELECTOR = re.compile(r"[.#]?[\w-]+")


def check_uses(root: ET.Element) -> None:
    """See that no part uses itself, and that all together is neither much nor huge.

    Raises:
        LogoError: It does not.
    """
    grown = _Uses(root).grown(root)
    if grown.parts > GROWN_LIMIT:
        raise LogoError(f"grows to more than {GROWN_LIMIT:,} parts when it is drawn")
    if grown.enlarged > NUMBER_LIMIT:
        raise LogoError(f"is enlarged more than {NUMBER_LIMIT:,} times in itself")


class _Grown(NamedTuple):
    """An element with all that lies in it and all that it names.

    Attributes:
        parts: How many there are.
        enlarged: How many times the innermost of them is enlarged, at the most.
    """

    parts: int
    enlarged: float


class _Uses:
    def __init__(self, root: ET.Element) -> None:
        self._parts = {
            element.get("id", ""): element
            for element in root.iter()
            if element.get("id")
        }
        self._side = largest_side(root)
        self._known: dict[ET.Element, _Grown] = {}
        self._under_way: set[ET.Element] = set()
        self._rules: dict[str, list[str]] = {}
        for element in root.iter("style"):
            self._read_rules(element.text or "")

    def _read_rules(self, style: str) -> None:
        """Note which elements get what they name from a rule of style."""
        for selectors, rule in _RULE.findall(style):
            named = _NAMED.findall(rule)
            for selector in selectors.split(",") if named else ():
                if not _SELECTOR.fullmatch(selector.strip()):
                    raise LogoError("has a rule of style that is too hard to follow")
                self._rules.setdefault(selector.strip(), []).extend(named)

    def grown(self, element: ET.Element) -> _Grown:
        """What an element is with all that it names.

        Raises:
            LogoError: It names itself, too long a chain of parts, or is skewed too far.
        """
        if element in self._known:
            return self._known[element]
        if element in self._under_way:
            raise LogoError("has a part that uses itself")
        if len(self._under_way) > CHAIN_LIMIT:
            raise LogoError(f"has parts more than {CHAIN_LIMIT} deep in one another")
        self._under_way.add(element)
        inner = [self.grown(part) for part in (*element, *self._named(element))]
        self._under_way.discard(element)
        parts = 1 + sum(each.parts for each in inner)
        most = max((each.enlarged for each in inner), default=1)
        self._known[element] = _Grown(
            min(parts, GROWN_LIMIT + 1), most * enlarged(element, self._side)
        )
        return self._known[element]

    def _named(self, element: ET.Element) -> Iterator[ET.Element]:
        """The parts that an element names, itself or by a rule of style."""
        found = [element.get("href", "").removeprefix("#")]
        for key, value in element.attrib.items():
            if key != "href":
                found += _NAMED.findall(value)
        classes = (f".{name}" for name in element.get("class", "").split())
        for selector in (element.tag, f"#{element.get('id', '')}", *classes):
            found += self._rules.get(selector, ())
        return (self._parts[name] for name in found if name in self._parts)
