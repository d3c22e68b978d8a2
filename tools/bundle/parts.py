"""The list of parts that a package brings along (CycloneDX), as of typst its crates."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Part:
    """A part that is built into a component.

    Attributes:
        name: As its makers call it.
        version: Theirs.
        licence: An SPDX expression; "" if none is given.
        purl: Its package URL.
        sha256: Of its source package, where that is told.
    """

    name: str
    version: str
    licence: str
    purl: str
    sha256: str


@cache
def parts_of(path: Path | None) -> tuple[Part, ...]:
    """Read a list of parts, by name; without those that only the build needed."""
    if path is None:
        return ()
    listed = json.loads(path.read_text("utf-8"))["components"]
    parts = [_part(each) for each in listed if each.get("scope") != "excluded"]
    return tuple(sorted(parts, key=_by_name))


def _by_name(part: Part) -> tuple[str, str, str]:
    return part.name, part.version, part.purl


def _part(listed: dict[str, Any]) -> Part:
    hashes = {each["alg"]: each["content"] for each in listed.get("hashes", ())}
    return Part(
        name=listed["name"],
        version=listed["version"],
        licence=_licence(listed.get("licenses", ())),
        purl=listed.get("purl", ""),
        sha256=hashes.get("SHA-256", ""),
    )


def _licence(given: list[dict[str, Any]]) -> str:
    """One expression of what is given as an expression, as ids or as names."""
    names: list[str] = []
    for each in given:
        named = each.get("license", {})
        names.append(each.get("expression") or named.get("id") or named.get("name", ""))
    # "MIT/Apache-2.0" is how crates said it before there were expressions.
    return " AND ".join(name.replace("/", " OR ") for name in names)
