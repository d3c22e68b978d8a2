"""The small parts that an HTML page is made of."""

from collections.abc import Iterable
from html import escape

from reader.handout.characters import clean

_OPENABLE = ("https://", "http://", "mailto:")


def text(words_: str) -> str:
    """Words as they stand in a page, also between quotation marks."""
    return escape(clean(words_))


def lines(parts: Iterable[str]) -> str:
    """Parts one below the other, empty ones left out."""
    return "\n".join(part for part in parts if part)


def link(address: str, inner: str) -> str:
    """Words that lead to an address, if a browser may open it."""
    if not address.lower().startswith(_OPENABLE):
        return inner
    return f'<a href="{text(address)}" rel="noreferrer">{inner}</a>'


def cited(numbers: tuple[int, ...]) -> str:
    """Places in the list of sources, each leading there."""
    if not numbers:
        return ""
    links = ", ".join(f'<a href="#{source_id(n)}">{n}</a>' for n in numbers)
    return f'<sup class="cite">[{links}]</sup>'


def source_id(number: int) -> str:
    """The id of an entry in the list of sources."""
    return f"source_{number}"


def term_id(term: str) -> str:
    """An id for a glossary entry; hexadecimal for what an address cannot hold."""
    safe = "".join(c if c.isascii() and c.isalnum() else f"-{ord(c):x}" for c in term)
    return f"word_{safe}"
