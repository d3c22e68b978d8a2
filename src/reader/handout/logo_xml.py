"""The elements of an SVG drawing, read without anything that XML could do besides."""

from typing import Final
from xml.etree import ElementTree as ET
from xml.parsers import expat

from reader.handout.logo_fault import LogoError

DEPTH_LIMIT: Final = 40
"""How deep elements may lie in one another."""

ELEMENT_LIMIT: Final = 20_000

_SVG = "http://www.w3.org/2000/svg"
_LINK = "http://www.w3.org/1999/xlink}href"
_WEB_PAGE = "http://www.w3.org/1999/xhtml"
# They draw nothing; a program that draws leaves its own things in them.
_LEFT_OUT = frozenset({"metadata", "title", "desc"})
_FOR_OTHERS = ("data-", "aria-", "role")


def read_drawing(content: bytes) -> ET.Element:
    """Read a drawing: elements by their plain names, with plain attributes alone.

    What belongs to other programs is left out, and so are titles and descriptions.

    Raises:
        LogoError: It is no whole XML in UTF-8, or declares entities.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise LogoError("is not written in UTF-8") from error
    return _Reader().read(text)


class _Reader:
    """Builds the tree from what expat finds.

    Entities, which can grow without end or name other files, are refused where they
    are declared, before any of them is used (CWE-776, CWE-611).
    """

    def __init__(self) -> None:
        self._tree = ET.TreeBuilder()
        self._elements = 0
        self._depth = 0
        self._left_out_below = 0

    def read(self, text: str) -> ET.Element:
        parser = expat.ParserCreate("utf-8", namespace_separator="}")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.EntityDeclHandler = self._entity
        parser.ProcessingInstructionHandler = self._instruction
        try:
            parser.Parse(text.encode("utf-8"), True)  # noqa: FBT003 - expat's own
        except expat.ExpatError as error:
            reason = f"is no whole SVG drawing (its line {error.lineno} cannot be read)"
            raise LogoError(reason) from error
        root: ET.Element = self._tree.close()
        return root

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._elements += 1
        if self._elements > ELEMENT_LIMIT:
            raise LogoError(f"has more than {ELEMENT_LIMIT:,} parts")
        if self._depth > DEPTH_LIMIT:
            raise LogoError(f"has parts more than {DEPTH_LIMIT} deep in one another")
        if self._left_out_below:
            return
        space, _, name = tag.rpartition("}")
        if space == _WEB_PAGE:
            raise LogoError("has a part of a web page in it")
        if name in _LEFT_OUT or space not in {"", _SVG}:
            if self._depth == 1:
                raise LogoError("is no SVG drawing")
            self._left_out_below = self._depth
            return
        self._tree.start(name, _plain(attributes))

    def _end(self, tag: str) -> None:
        if not self._left_out_below:
            self._tree.end(tag.rpartition("}")[2])
        elif self._left_out_below == self._depth:
            self._left_out_below = 0
        self._depth -= 1

    def _characters(self, text: str) -> None:
        if not self._left_out_below:
            self._tree.data(text)

    def _entity(self, *_declaration: object) -> None:
        raise LogoError("declares entities; save it as plain SVG")

    def _instruction(self, target: str, _data: str) -> None:
        if target == "xml-stylesheet":
            raise LogoError("names a style sheet outside of itself")


def _plain(attributes: dict[str, str]) -> dict[str, str]:
    """The attributes of SVG itself; what other programs keep here is left out."""
    kept = {
        key: value
        for key, value in attributes.items()
        if "}" not in key and not key.startswith(_FOR_OTHERS)
    }
    if _LINK in attributes:
        kept.setdefault("href", attributes[_LINK])
    return kept
