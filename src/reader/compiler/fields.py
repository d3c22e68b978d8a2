"""Reading a mapping field by field, noting every fault on the way."""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import TypeVar

from reader.compiler.faults import SourceFile
from reader.compiler.yaml_tree import Listing, Mapping, Node, Scalar

Choice = TypeVar("Choice", bound=StrEnum)

IDENTIFIER = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""Slugs and ids: small letters, digits and single hyphens."""


class Fields:
    """A mapping of the sources, read once, key by key."""

    def __init__(self, source: SourceFile, mapping: Mapping, what: str) -> None:
        """Take the mapping; `what` names it in faults, for example "claim"."""
        self.source = source
        self.line = mapping.line
        self.what = what
        self._mapping = mapping
        self._read: set[str] = set()

    def __contains__(self, key: str) -> bool:
        """Whether the key is there, with or without a value."""
        return key in self._mapping.entries

    def line_of(self, key: str) -> int:
        """The line of a key, or of the mapping where the key is missing."""
        return self._mapping.key_lines.get(key, self.line)

    def fault(self, key: str, message: str) -> None:
        """Note a fault at a key."""
        self.source.fault(self.line_of(key), f"{self.what}: {message}")

    def _get(self, key: str, *, required: bool) -> Node | None:
        self._read.add(key)
        node = self._mapping.entries.get(key)
        if node is None and required:
            self.fault(key, f"{key!r} is missing")
        return node

    def text(self, key: str, *, required: bool = True) -> str:
        """A text, with white space folded; "" where it is missing."""
        node = self._get(key, required=required)
        if node is None:
            return ""
        if not isinstance(node, Scalar):
            self.fault(key, f"{key!r} must be text")
            return ""
        folded = " ".join(node.text.split())
        if required and not folded:
            self.fault(key, f"{key!r} is empty")
        return folded

    def prose(self, key: str) -> str:
        """A required text whose line breaks are kept, for Markdown."""
        node = self._get(key, required=True)
        if isinstance(node, Scalar) and node.text.strip():
            return node.text
        if node is not None:
            self.fault(key, f"{key!r} must be text")
        return ""

    def identifier(self, key: str) -> str:
        """A required id or slug."""
        text = self.text(key)
        if text and not IDENTIFIER.fullmatch(text):
            self.fault(key, f"{text!r} must be small letters, digits and hyphens")
            return ""
        return text

    def choice(
        self, key: str, kind: type[Choice], default: Choice | None = None
    ) -> Choice | None:
        """One of the values of an enumeration; None after a fault."""
        text = self.text(key, required=default is None)
        if not text:
            return default
        try:
            return kind(text)
        except ValueError:
            allowed = ", ".join(member.value for member in kind)
            self.fault(key, f"{key!r} is {text!r}, but must be one of: {allowed}")
            return None

    def integer(self, key: str, *, required: bool = False) -> int | None:
        """A whole number, with a sign at the most; None where it is missing."""
        text = self.text(key, required=required)
        if not text:
            return None
        if not re.fullmatch(r"[+-]?\d{1,9}", text, re.ASCII):
            self.fault(key, f"{key!r} is {text!r}, but must be a whole number")
            return None
        return int(text)

    def texts(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """A list of texts."""
        node = self._get(key, required=required)
        if node is None or (isinstance(node, Scalar) and not node.text):
            return ()
        if not isinstance(node, Listing):
            self.fault(key, f"{key!r} must be a list")
            return ()
        found: list[str] = []
        for item in node.items:
            if isinstance(item, Scalar) and item.text.strip():
                found.append(" ".join(item.text.split()))
            else:
                self.source.fault(item.line, f"{self.what}: {key!r} must list texts")
        return tuple(found)

    def mapping(self, key: str, what: str) -> "Fields | None":
        """A mapping inside this one; None where it is missing."""
        node = self._get(key, required=False)
        if node is None:
            return None
        if not isinstance(node, Mapping):
            self.fault(key, f"{key!r} must be a mapping")
            return None
        return Fields(self.source, node, what)

    def mappings(self, key: str, what: str) -> Iterator["Fields"]:
        """The mappings of a list inside this one."""
        node = self._get(key, required=False)
        if node is None or (isinstance(node, Scalar) and not node.text):
            return
        if not isinstance(node, Listing):
            self.fault(key, f"{key!r} must be a list")
            return
        yield from list_fields(self.source, node, what)

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Every key with its text, for mappings whose keys are free."""
        for key in self._mapping.entries:
            yield key, self.text(key)

    def done(self) -> None:
        """Note every key that nobody asked for."""
        for key in self._mapping.entries:
            if key not in self._read:
                self.fault(key, f"unknown key {key!r}")


def list_fields(source: SourceFile, node: Node, what: str) -> Iterator[Fields]:
    """The mappings of a list, each as fields."""
    if not isinstance(node, Listing):
        source.fault(node.line, f"must be a list, each entry a {what}")
        return
    for item in node.items:
        if isinstance(item, Mapping):
            yield Fields(source, item, what)
        else:
            source.fault(item.line, f"must be a {what} with its keys")
