"""YAML as a tree that remembers its lines.

Every scalar stays text, so that no date, number or "no" changes its meaning on
the way. Anchors, aliases and tags are refused: the sources need none, and they
are how small files become large ones.
"""

from dataclasses import dataclass, field
from typing import TypeAlias

import yaml

from reader.compiler.faults import SourceFile

MOST_DEPTH = 12
"""No source nests deeper than claims, a claim, its grade and a step."""


@dataclass(slots=True)
class Scalar:
    """A piece of text."""

    text: str
    line: int


@dataclass(slots=True)
class Listing:
    """Items in order."""

    line: int
    items: list["Node"] = field(default_factory=list)


@dataclass(slots=True)
class Mapping:
    """Keys and their values, in order."""

    line: int
    entries: dict[str, "Node"] = field(default_factory=dict)
    key_lines: dict[str, int] = field(default_factory=dict)


Node: TypeAlias = Scalar | Listing | Mapping

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def parse_yaml(source: SourceFile, text: str, first_line: int = 1) -> Node | None:
    """Parse YAML text; None, with a fault, where it is not YAML we accept.

    Args:
        source: The file that faults belong to.
        text: The YAML itself, the whole file or its front matter.
        first_line: The line of the file on which the text begins.
    """
    builder = _Builder(source, first_line)
    try:
        loader = _Loader(text)
        while not isinstance(event := loader.get_event(), yaml.StreamEndEvent):
            if not builder.take(event):
                return None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line = first_line + (mark.line if mark else 0)
        source.fault(line, f"not valid YAML: {error.problem or error.context}")
        return None
    except (yaml.YAMLError, ValueError) as error:
        source.fault(first_line, f"not valid YAML: {error}".splitlines()[0])
        return None
    return builder.root


@dataclass(slots=True)
class _Builder:
    """Puts events together without recursion, so that depth cannot hurt."""

    source: SourceFile
    first_line: int
    root: Node | None = None
    open: list[Listing | Mapping] = field(default_factory=list)
    keys: list[Scalar | None] = field(default_factory=list)

    def take(self, event: yaml.Event) -> bool:
        """Add one event; False when the file is refused."""
        if not isinstance(event, yaml.NodeEvent):
            if isinstance(event, yaml.CollectionEndEvent):
                self.open.pop()
                self.keys.pop()
            return True
        mark = event.start_mark
        line = self.first_line + (mark.line if mark is not None else 0)
        if event.anchor:  # an alias has nothing but its anchor
            self.source.fault(line, "anchors and aliases are not allowed")
            return False
        if getattr(event, "tag", None):
            self.source.fault(line, "YAML tags are not allowed")
            return False
        if isinstance(event, yaml.ScalarEvent):
            return self._place(Scalar(event.value, line))
        is_map = isinstance(event, yaml.MappingStartEvent)
        return self._open(Mapping(line) if is_map else Listing(line))

    def _open(self, node: Listing | Mapping) -> bool:
        if len(self.open) >= MOST_DEPTH:
            self.source.fault(node.line, f"nested deeper than {MOST_DEPTH} levels")
            return False
        if not self._place(node):
            return False
        self.open.append(node)
        self.keys.append(None)
        return True

    def _place(self, node: Node) -> bool:
        if not self.open:
            if self.root is not None:
                self.source.fault(node.line, "more than one YAML document")
                return False
            self.root = node
            return True
        parent = self.open[-1]
        if isinstance(parent, Listing):
            parent.items.append(node)
            return True
        key = self.keys[-1]
        if key is None:
            if not isinstance(node, Scalar):
                self.source.fault(node.line, "a key must be plain text")
                return False
            if node.text in parent.entries:
                self.source.fault(node.line, f"key {node.text!r} stands twice")
            self.keys[-1] = node
            return True
        parent.entries[key.text] = node
        parent.key_lines[key.text] = key.line
        self.keys[-1] = None
        return True
