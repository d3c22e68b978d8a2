"""A PDF read from the outside: its tags, its type, its words."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

import pikepdf
import pypdf

Element: TypeAlias = Any
"""A dictionary of a PDF; its keys are known to PDF alone."""

_SPACE = re.compile(r"\s+")


@dataclass(frozen=True)
class Tag:
    """An element of the structure tree with the elements inside it."""

    name: str
    element: Element
    inner: tuple["Tag", ...]

    def walk(self) -> Iterator["Tag"]:
        yield self
        for tag in self.inner:
            yield from tag.walk()

    @property
    def alternative(self) -> str:
        return str(self.element.get("/Alt", ""))

    @property
    def title(self) -> str:
        return str(self.element.get("/T", ""))


def read_tags(pdf: bytes) -> list[Tag]:
    """Every element of the structure tree, in reading order."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        tree = document.Root.StructTreeRoot
        return [t for kid in _kids(tree) for t in _tag(kid).walk()]


def _tag(element: Element) -> Tag:
    name = str(element.S).removeprefix("/")
    inner = tuple(_tag(kid) for kid in _kids(element))
    kept = {k: str(v) for k, v in element.items() if k in {"/Alt", "/T"}}
    return Tag(name, kept | {"/A": _attributes(element)}, inner)


def _attributes(element: Element) -> dict[str, str]:
    found = element.get("/A", pikepdf.Array())
    parts = [found] if isinstance(found, pikepdf.Dictionary) else list(found)
    return {k: str(v) for part in parts for k, v in part.items()}


def _kids(element: Element) -> list[Element]:
    kids = element.get("/K", pikepdf.Array())
    listed = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    return [k for k in listed if isinstance(k, pikepdf.Dictionary) and "/S" in k]


def read_words(pdf: bytes) -> str:
    """All the words, page by page, one space between them."""
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    return squeeze(" ".join(page.extract_text() for page in pages))


def squeeze(text: str) -> str:
    """The text with one space where there was any, without joiners."""
    return _SPACE.sub(" ", text.replace("\N{WORD JOINER}", "")).strip()


def read_sizes(pdf: bytes) -> set[float]:
    """The sizes of type that are used, in points."""
    sizes: set[float] = set()

    def visit(
        text: str, _cm: object, matrix: list[float], _font: object, size: float
    ) -> None:
        if text.strip():
            sizes.add(round(size * abs(matrix[3]), 2))

    for page in pypdf.PdfReader(io.BytesIO(pdf)).pages:
        page.extract_text(visitor_text=visit)
    return sizes


def read_fonts(pdf: bytes) -> dict[str, bool]:
    """The fonts that are named, and whether each is embedded."""
    fonts: dict[str, bool] = {}
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for thing in document.objects:
            if isinstance(thing, pikepdf.Dictionary) and (
                thing.get("/Type") == "/FontDescriptor"
            ):
                embedded = "/FontFile2" in thing
                fonts[str(thing.FontName)] = embedded
    return fonts
