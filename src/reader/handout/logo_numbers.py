"""Numbers of a drawing that no program can draw with.

Those that print a handout count in 32 bits. A drawing that leaves them ends the whole
program, so that it has to be refused before: each number by itself, and what the
scales of parts that lie in one another make of it.
"""

import re
from typing import Final
from xml.etree import ElementTree as ET

from reader.handout.logo_fault import LogoError

NUMBER_LIMIT: Final = 1_000_000
"""The largest number of a drawing, and the most that it may be enlarged within."""

_NAMES = frozenset({"id", "class", "href"})
_NAMED = re.compile(r"#[^\s)\"';]*")  # colours, too
_HUGE = re.compile(r"(?<![.\d])0*[1-9]\d{6,}|\d\.?[eE]\+?0*(?:[6-9]|[1-9]\d)")
_RULES = re.compile(r"\{[^{}]*\}")
_FUNCTION = re.compile(r"(matrix|scale[XYZ]?|skew[XY]?)\s*\(([^)]*)\)", re.IGNORECASE)
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
_STEEPEST = 80  # degrees of a skew; at 90 a square is endless
_SKEW = 6.0  # no less than what a skew of 80 degrees makes of a side
_LINEAR = 4  # the numbers of a matrix before those that move


def check_numbers(element: ET.Element) -> None:
    """See that the numbers of one element are small enough.

    Raises:
        LogoError: One is not.
    """
    for key, value in element.attrib.items():
        if key not in _NAMES:
            _check(value)
    if element.tag == "style":
        for rule in _RULES.findall(element.text or ""):
            if "transform" in rule:
                raise LogoError("has a rule of style that is too hard to follow")
            _check(rule)


def _check(value: str) -> None:
    if _HUGE.search(_NAMED.sub("", value)):
        raise LogoError(f"has a number in it that is larger than {NUMBER_LIMIT:,}")


def largest_side(root: ET.Element) -> float:
    """The largest width or height that any part of a drawing is given."""
    sides = (
        abs(number)
        for element in root.iter()
        for key in ("width", "height", "viewBox")
        for number in _numbers(element.get(key, ""))
    )
    return max(sides, default=1)


def enlarged(element: ET.Element, side: float) -> float:
    """How many times larger an element makes what lies in it; 1 at the least.

    Args:
        element: It may have a transform, or a box of its own.
        side: The largest side in the whole drawing, which its box may be given.

    Raises:
        LogoError: It is skewed without end.
    """
    factor = 1.0
    for value in element.attrib.values():
        for name, arguments in _FUNCTION.findall(value):
            factor *= _factor(name.lower(), _numbers(arguments))
    box = _numbers(element.get("viewBox", ""))
    if box:
        factor *= max(1, side / max(min(box[2:], default=0), 1 / NUMBER_LIMIT))
    return factor


def _factor(name: str, numbers: list[float]) -> float:
    if name.startswith("skew"):
        if any(abs(angle) > _STEEPEST for angle in numbers):
            raise LogoError("has a part that is skewed too far")
        return _SKEW
    if name == "matrix":
        # Each side is made of two of its numbers.
        return max(1.0, 2 * max(map(abs, numbers[:_LINEAR]), default=1))
    return max(1.0, max(map(abs, numbers), default=1))


def _numbers(words: str) -> list[float]:
    return [float(found) for found in _NUMBER.findall(words)]
