"""Where a link of a page leads: an address inside the program, as a record."""

from typing import TypeAlias

from PySide6.QtCore import QUrl

from reader.model.frozen import dataclass

SCHEME = "reader"
_WEB = ("http", "https", "mailto")


@dataclass(frozen=True, slots=True)
class LinkTarget:
    """A topic, or a section of one."""

    slug: str
    section: str = ""


@dataclass(frozen=True, slots=True)
class ClaimTarget:
    """A claim of the open topic, by its badge."""

    claim: str


@dataclass(frozen=True, slots=True)
class SourceTarget:
    """An entry of the list of sources of the open topic."""

    source: str


@dataclass(frozen=True, slots=True)
class TermTarget:
    """A word that the glossary explains."""

    term: str


@dataclass(frozen=True, slots=True)
class WebTarget:
    """An address outside; never opened unless the person says so."""

    url: str


Target: TypeAlias = LinkTarget | ClaimTarget | SourceTarget | TermTarget | WebTarget


_INSIDE: dict[str, type[ClaimTarget] | type[SourceTarget] | type[TermTarget]] = {
    "badge": ClaimTarget,
    "source": SourceTarget,
    "term": TermTarget,
}


def address(target: Target) -> str:
    """The address that stands in the document for a target."""
    match target:
        case LinkTarget():
            anchor = f"#{target.section}" if target.section else ""
            return f"{SCHEME}:topic/{target.slug}{anchor}"
        case ClaimTarget():
            return f"{SCHEME}:badge/{target.claim}"
        case SourceTarget():
            return f"{SCHEME}:source/{target.source}"
        case TermTarget():
            return f"{SCHEME}:term/{target.term}"
        case WebTarget():
            return target.url


def parse(url: QUrl) -> Target | None:
    """The target of an address, or None when it is none of ours."""
    if url.scheme() in _WEB:
        return WebTarget(url.toString())
    if url.scheme() != SCHEME:
        return None
    kind, _, name = url.path().partition("/")
    if kind == "topic" and name:
        return LinkTarget(name, url.fragment())
    make = _INSIDE.get(kind)
    return make(name) if make and name else None
