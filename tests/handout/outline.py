"""An HTML page read from the outside, with the standard library's parser."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset({"meta", "br", "img", "link", "input", "hr"})


@dataclass
class Element:
    """An element with its attributes and the words inside it."""

    name: str
    attributes: dict[str, str]
    parents: tuple[str, ...]
    words: str = ""


@dataclass
class Outline(HTMLParser):
    """Every element of a page, in order; complains about tags that do not match."""

    elements: list[Element] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.faults.append(f"{tag} has an attribute twice")
        parents = tuple(element.name for element in self._open)
        element = Element(tag, {k: v or "" for k, v in attrs}, parents)
        self.elements.append(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open[-1].name != tag:
            self.faults.append(f"</{tag}> closes nothing")
        else:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.words += data

    def close(self) -> None:
        super().close()
        self.faults += [f"<{element.name}> stays open" for element in self._open]

    def all(self, *names: str) -> list[Element]:
        return [element for element in self.elements if element.name in names]


def read_outline(page: str) -> Outline:
    """Parse a page to its end."""
    outline = Outline()
    outline.feed(page)
    outline.close()
    return outline
