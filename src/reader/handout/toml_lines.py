"""On which line of a TOML file each key stands; Python's reader does not tell.

The text has been read by `tomllib` before, so that it is known to be TOML. What is
left to do is to walk over it: where keys begin, where values end.
"""

import re
import tomllib
from bisect import bisect_right
from collections.abc import Mapping
from typing import TypeAlias

Place: TypeAlias = tuple[str | int, ...]
"""A key with the tables and the places in lists that lead to it."""

_SPACE = re.compile(r"(?:[ \t\n]|#[^\n]*)*")
_KEY = re.compile(
    r"""[ \t]*(?:([A-Za-z0-9_-]+)|("(?:\\.|[^"\\\n])*"|'[^'\n]*'))[ \t]*"""
)
_STRING = re.compile(
    r'''"""(?:\\.|[^\\])*?"""+'''
    r"""|'{3}.*?'{3,}|"(?:\\.|[^"\\\n])*"|'[^'\n]*'""",
    re.DOTALL,
)
_BARE = re.compile(r"[^,\]}#\n]+")


def key_lines(text: str) -> Mapping[Place, int]:
    """The line of each key, counted from 1.

    A list counts its items from 0, so that `("sign_off", 1, "by")` is the key `by`
    of the second sign-off.

    Args:
        text: TOML, as `tomllib` has accepted it, with lines that end in a line feed.
    """
    walk = _Walk(text)
    walk.document()
    return walk.lines


class _Walk:
    """Goes through the text once."""

    def __init__(self, text: str) -> None:
        self.lines: dict[Place, int] = {}
        self._text = text
        self._at = 0
        self._ends = [match.start() for match in re.finditer("\n", text)]
        self._lists: dict[Place, int] = {}

    def document(self) -> None:
        table: Place = ()
        while self._skip():
            if self._take("[["):
                table = self._next_of_list(self._keys())
            elif self._take("["):
                table = self._note((), self._keys())
            else:
                place = self._note(table, self._keys())
                self._take("=")
                self._value(place)

    def _skip(self) -> bool:
        """Go on to what is no space and no remark; whether there is anything."""
        self._at = self._end_of(_SPACE)
        return self._at < len(self._text)

    def _take(self, sign: str) -> bool:
        found = self._text.startswith(sign, self._at)
        if found:
            self._at += len(sign)
        return found

    def _end_of(self, pattern: re.Pattern[str]) -> int:
        found = pattern.match(self._text, self._at)
        return found.end() if found else self._at

    def _keys(self) -> tuple[tuple[str, ...], int]:
        """A key with dots, or a header up to its end, and the line it is on."""
        line = bisect_right(self._ends, self._at) + 1
        keys: list[str] = []
        while found := _KEY.match(self._text, self._at):
            bare, quoted = found.groups()
            keys.append(bare or tomllib.loads(f"key = {quoted}")["key"])
            self._at = found.end()
            if not self._take("."):
                break
        self._take("]]") or self._take("]")
        return tuple(keys), line

    def _note(self, table: Place, found: tuple[tuple[str, ...], int]) -> Place:
        """Remember where keys stand; of a list of tables the last one is meant."""
        keys, line = found
        place = table
        for key in keys:
            place = (*place, key)
            self.lines.setdefault(place, line)
            if place in self._lists:
                place = (*place, self._lists[place])
        return place

    def _next_of_list(self, found: tuple[tuple[str, ...], int]) -> Place:
        keys, line = found
        place = (*self._note((), (keys[:-1], line)), keys[-1])
        self.lines.setdefault(place, line)
        number = self._lists.get(place, -1) + 1
        self._lists[place] = number
        self.lines[(*place, number)] = line
        return (*place, number)

    def _value(self, place: Place) -> None:
        self._skip()
        if self._take("["):
            self._list(place)
        elif self._take("{"):
            self._inline_table(place)
        else:
            string = self._end_of(_STRING)
            self._at = string if string > self._at else self._end_of(_BARE)

    def _list(self, place: Place) -> None:
        number = 0
        while self._skip() and not self._take("]"):
            item = (*place, number)
            self.lines[item] = bisect_right(self._ends, self._at) + 1
            self._value(item)
            self._skip()
            self._take(",")
            number += 1

    def _inline_table(self, place: Place) -> None:
        while self._skip() and not self._take("}"):
            inner = self._note(place, self._keys())
            self._take("=")
            self._value(inner)
            self._skip()
            self._take(",")
