"""A number of people as a picture: one small figure for each of them.

Icon arrays are the part-to-whole picture with the best support for people of any
schooling (Garcia-Retamero and Cokely 2017, doi:10.1177/0018720817690634). Those
with the event are solid, the others outlines, so that a photocopy shows them too.
"""

from functools import cache
from typing import Final

from reader.model.evidence import Absolute

_WIDTH: Final = 10
_HEIGHT: Final = 14
_ACROSS: Final = {100: 10, 1000: 40}
_SMALL: Final = 6
"""Room for each of a thousand people: a square with the event, a dot without.

A thousand outlines would run together on paper.
"""

_LINE: Final = 0.9


def absolute_sentence(absolute: Absolute) -> str:
    """The outcome in whole people: with the treatment and without it."""
    of = f"of {absolute.of:,} people"
    return (
        f"Over {absolute.over}: {absolute.event}. With the treatment "
        f"{absolute.with_:,} {of}, without it {absolute.without:,} {of}."
    )


def heading(absolute: Absolute) -> str:
    """What stands above both pictures."""
    event = f"{absolute.event[:1].upper()}{absolute.event[1:]}"
    return f"{event}, of {absolute.of:,} people ({absolute.over}):"


def captions(absolute: Absolute) -> tuple[str, str]:
    """What stands above each picture."""
    return (f"{absolute.with_:,} with it", f"{absolute.without:,} without it")


def array_size(of: int) -> tuple[int, int]:
    """Width and height of the drawing, in its own units.

    Args:
        of: How many people, 100 or 1,000.
    """
    across = _ACROSS[of]
    if of == max(_ACROSS):
        return across * _SMALL, of // across * _SMALL
    return across * _WIDTH, of // across * _HEIGHT


@cache
def array_svg(count: int, of: int, ink: str) -> str:
    """The drawing, the first `count` of `of` people solid.

    Args:
        count: People with the event.
        of: All people, 100 or 1,000.
        ink: A colour as "#rrggbb".
    """
    width, height = array_size(of)
    many = of == max(_ACROSS)
    with_event, without = (_square, _dot) if many else (_person, _person)
    solid = "".join(with_event(place, _ACROSS[of]) for place in range(count))
    hollow = "".join(without(place, _ACROSS[of]) for place in range(count, of))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" stroke="{ink}" '
        f'stroke-width="{0 if many else _LINE}">'
        f'<path d="{solid}" fill="{ink}"/>'
        f'<path d="{hollow}" fill="{ink if many else "none"}"/></svg>'
    )


def _person(place: int, across: int) -> str:
    """A head and a body with round shoulders."""
    x = place % across * _WIDTH
    y = place // across * _HEIGHT
    head = f"M{x + 3} {y + 3}a2 2 0 1 1 4 0a2 2 0 1 1 -4 0z"
    body = f"M{x + 2} {y + 12.6}v-4.4a2.2 2.2 0 0 1 2.2 -2.2h1.6"
    return f"{head}{body}a2.2 2.2 0 0 1 2.2 2.2v4.4z"


def _square(place: int, across: int) -> str:
    return _box(place, across, _SMALL - 1)


def _dot(place: int, across: int) -> str:
    return _box(place, across, 1)


def _box(place: int, across: int, side: float) -> str:
    edge = (_SMALL - side) / 2
    x = place % across * _SMALL + edge
    y = place // across * _SMALL + edge
    return f"M{x:g} {y:g}h{side}v{side}h-{side}z"
