"""A table of a clinic's file, taken apart key by key; faults are gathered."""

import difflib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar

from reader.handout.characters import clean
from reader.handout.clinic_fault import ClinicFault
from reader.handout.toml_lines import Place

Choice = TypeVar("Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class ClinicTable:
    """Values with their place in the file.

    Whatever cannot be used becomes a fault, and its default is handed on so that the
    reading goes on to the next fault.

    Attributes:
        values: As tomllib read them.
        place: The keys that lead here.
        lines: Where each key stands.
        missing: The characters of a text that the typeface of handouts lacks.
        faults: All that is wrong so far; shared by all tables of a file.
    """

    values: Mapping[str, object]
    lines: Mapping[Place, int]
    missing: Callable[[str], str]
    place: Place = ()
    faults: list[ClinicFault] = field(default_factory=list)

    def refuse(self, key: str, reason: str) -> None:
        """Note that the value of a key cannot be used; a reason goes on after it."""
        named = ".".join(part for part in (*self.place, key) if isinstance(part, str))
        stop = "" if reason.endswith("?") else "."
        self.faults.append(ClinicFault(self._line(key), f"“{named}” {reason}{stop}"))

    def _line(self, key: str) -> int:
        own = self.lines.get((*self.place, key))
        return own if own is not None else self.lines.get(self.place, 0)

    def only(self, *known: str) -> None:
        """Refuse all keys but these."""
        for key in self.values:
            if key not in known:
                near = difflib.get_close_matches(key, known, n=1)
                there = f"did you mean “{near[0]}”?" if near else _named(known)
                self.refuse(key, f"is no key here; {there}")

    def text(self, key: str, most: int, *, needed: bool = False) -> str:
        """One line of words; "" where there is none."""
        value = self.values.get(key, "")
        if not isinstance(value, str):
            self.refuse(key, "must be words in quotation marks")
            return ""
        value = value.strip()
        if needed and not value:
            self.refuse(key, "is empty" if key in self.values else "is missing")
        return value if self._fits(key, value, most) else ""

    def _fits(self, key: str, words: str, most: int) -> bool:
        """Whether words can stand on paper as they are."""
        lacking = self.missing(words)
        if len(words) > most:
            self.refuse(key, f"has {len(words)} letters; {most} are the most")
        elif words != clean(words):
            self.refuse(key, "has a sign in it that cannot be printed on one line")
        elif lacking:
            self.refuse(key, f"has “{lacking}” in it, which the typeface lacks")
        else:
            return True
        return False

    def texts(self, key: str, most: int, longest: int) -> tuple[str, ...]:
        """Some lines of words: a list of them, or one alone.

        Args:
            key: The key.
            most: So many lines at the most.
            longest: Letters of the longest line.
        """
        value = self.values.get(key, [])
        lines = [value] if isinstance(value, str) else value
        if not isinstance(lines, list) or not all(isinstance(x, str) for x in lines):
            self.refuse(key, "must be a list of lines in quotation marks")
            return ()
        kept = [line.strip() for line in lines if line.strip()]
        if len(kept) > most:
            self.refuse(key, f"has {len(kept)} lines; {most} are the most")
            return ()
        return tuple(kept) if all(self._fits(key, x, longest) for x in kept) else ()

    def choice(self, key: str, choices: type[Choice]) -> Choice | None:
        """One of some words; None where nothing is said."""
        value = self.values.get(key)
        if value is None:
            return None
        known = [choice.value for choice in choices]
        if isinstance(value, str) and value in known:
            return choices(value)
        self.refuse(key, f"must be {_either(known)}")
        return None

    def day(self, key: str) -> str:
        """A date, as "2026-11-01"."""
        value = self.values.get(key)
        if isinstance(value, date) and not isinstance(value, datetime):
            return value.isoformat()
        try:
            return date.fromisoformat(str(value)).isoformat()
        except ValueError:
            reason = "is missing" if value is None else "must be a date like 2026-11-01"
            self.refuse(key, reason)
            return ""

    def tables(self, key: str) -> Iterator["ClinicTable"]:
        """The tables that stand under [[key]]."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(x, dict) for x in value):
            self.refuse(key, f"must be written as a table, under [[{key}]]")
            return
        for number, inner in enumerate(value):
            place = (*self.place, key, number)
            yield ClinicTable(inner, self.lines, self.missing, place, self.faults)


def _named(known: tuple[str, ...]) -> str:
    return f"there are {', '.join(known)}"


def _either(known: list[str]) -> str:
    quoted = [f'"{word}"' for word in known]
    return f"{', '.join(quoted[:-1])} or {quoted[-1]}"
