"""An SVG drawing of a clinic: a plain drawing, and nothing that reaches out of it.

What may stand in a logo is listed; everything else is refused with a sentence or, where
it draws nothing, left behind. The drawing that goes on is written anew from what was
read here, so that no other reader can see in the file what this one did not.
"""

import re
from base64 import b64decode, b64encode
from typing import Final, NamedTuple
from xml.etree import ElementTree as ET

from reader.handout.logo_fault import LogoError
from reader.handout.logo_jpeg import check_jpeg
from reader.handout.logo_numbers import check_numbers
from reader.handout.logo_png import clean_png
from reader.handout.logo_uses import check_uses
from reader.handout.logo_xml import read_drawing

SVG: Final = "http://www.w3.org/2000/svg"
UNIT_LIMIT: Final = 100_000
"""The largest side of a drawing, in its own units."""

_SHAPES = frozenset(
    {"path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "image"}
)
_OTHERS = frozenset(
    {
        "svg",
        "g",
        "defs",
        "use",
        "symbol",
        "style",
        "clipPath",
        "mask",
        "pattern",
        "linearGradient",
        "radialGradient",
        "stop",
    }
)
_REFUSED = {
    "script": "has a script in it",
    "foreignObject": "has a part of a web page in it (foreignObject)",
    "a": "has a link in it",
    "text": "has letters that need a typeface; turn them into shapes (paths)",
}
_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?|[0-9]*\.[0-9]+)(?:e[+-]?[0-9]{1,2})?")
_UNIT = re.compile(r"(?:px|pt|pc|mm|cm|in)?$")
_PICTURE = re.compile(r"data:image/(png|jpe?g);base64,([A-Za-z0-9+/=\s]*)")
_REMARK = re.compile(r"/\*.*?\*/", re.DOTALL)
_ADDRESS = re.compile(r"""url\((?!\s*["']?\s*#)""", re.IGNORECASE)
_REACHING = re.compile(r"//|/\*|\\|@|\b(file|javascript|data|https?):", re.IGNORECASE)
_SIDES = ("width", "height")
_LOCAL = re.compile(r"#[^\s#]+")


class Svg(NamedTuple):
    """A drawing that was checked; its sides are in its own units."""

    content: bytes
    width: float
    height: float


def clean_svg(content: bytes) -> Svg:
    """Check an SVG drawing, and write anew what draws in it.

    Raises:
        LogoError: It is no drawing, or has in it what a logo may not have.
    """
    root = read_drawing(content)
    if root.tag != "svg":
        raise LogoError("is no SVG drawing")
    for element in root.iter():
        _check(element)
    width, height = _size(root)
    for element in root.iter():
        check_numbers(element)
    check_uses(root)
    if not any(element.tag in _SHAPES for element in root.iter()):
        raise LogoError("has nothing drawn in it")
    root.set("xmlns", SVG)
    return Svg(ET.tostring(root, "utf-8"), width, height)


def _check(element: ET.Element) -> None:
    name = element.tag
    if name not in _SHAPES | _OTHERS:
        other = f"has the element “{name[:40]}” in it, which a logo may not have"
        raise LogoError(_REFUSED.get(name, other))
    for key, value in element.attrib.items():
        if key.startswith("on"):
            raise LogoError(_REFUSED["script"])
        if key == "href":
            element.set(key, _target(element, value))
        else:
            _check_style(value)
    if name == "style":
        _check_style(element.text or "")
    else:
        element.text = None
    element.tail = None


def _target(element: ET.Element, address: str) -> str:
    """What an element names: a part of this drawing, or a picture that lies in it."""
    address = address.strip()
    if element.tag != "image":
        if not _LOCAL.fullmatch(address):
            raise LogoError("names another file or an address; a logo stands alone")
        return address
    picture = _PICTURE.fullmatch(address)
    if picture is None:
        raise LogoError(
            "names a picture outside of itself; only a PNG or JPEG picture that lies "
            "in the drawing can be printed"
        )
    try:
        data = b64decode(picture[2])
    except ValueError as error:
        raise LogoError("has a picture in it that cannot be read") from error
    return _picture(picture[1], data)


def _picture(kind: str, data: bytes) -> str:
    try:
        if kind == "png":
            data = clean_png(data).content
        else:
            check_jpeg(data)
    except LogoError as error:
        raise LogoError(f"has a picture in it that {error.message}") from error
    name = "png" if kind == "png" else "jpeg"
    return f"data:image/{name};base64,{b64encode(data).decode('ascii')}"


def _check_style(words: str) -> None:
    """See that a rule of style, or any other value, names nothing but itself."""
    words = _REMARK.sub(" ", words)
    if _ADDRESS.search(words) or _REACHING.search(words):
        raise LogoError("names another file or an address; a logo stands alone")


def _size(root: ET.Element) -> tuple[float, float]:
    """Width and height, by the box of the drawing, else by its sides.

    The root gets them as its sides: a part of a page, as in "100%", is no size.
    """
    box = root.get("viewBox")
    if box is None:
        given = [_UNIT.sub("", root.get(key, "").strip()) for key in _SIDES]
    else:
        given = re.split(r"[\s,]+", box.strip())
    numbers = [float(each) for each in given if _NUMBER.fullmatch(each.lower())]
    width, height = numbers[-2:] if len(numbers) == len(given) else (0, 0)
    if not all(1 <= side <= UNIT_LIMIT for side in (width, height)):
        raise LogoError(
            f"does not say a size between 1 and {UNIT_LIMIT:,} (viewBox, or width and "
            "height)"
        )
    for key, side in zip(_SIDES, (width, height), strict=True):
        root.set(key, f"{side:g}")
    return width, height
