"""The objects of a PDF as Typst writes it: plain, numbered from 1, with a plain table.

Not a reader of PDFs in general. What is not as expected is a mistake of ours, found
by the tests when another version of Typst writes otherwise.
"""

import itertools
import re
from dataclasses import dataclass

from reader.model.errors import BugError

_TRAILER = re.compile(
    rb"trailer\n<</Size (\d+)/Root (\d+) 0 R/Info (\d+) 0 R/ID\[\(([^()]*)\)"
)
_START = re.compile(rb"startxref\n(\d+)\n%%EOF\s*\Z")
_PAGE = re.compile(
    rb"<</Type/Page/Resources.{1,40}?/MediaBox\[0 0 ([\d.]+) ([\d.]+)\]", re.DOTALL
)
_ENTRY = 20  # bytes of a line of the table
_STREAM = b">>\nstream\n"

# Words may hold brackets in pairs, and anything else after a backslash.
_PLAIN = rb"[^()\\]|\\."
_NESTED = _PLAIN
for _ in range(8):
    _NESTED = rb"(?:" + _PLAIN + rb"|\((?:" + _NESTED + rb")*\))"
TOKENS = re.compile(
    rb"(\d+) 0 R"  # a reference
    rb"|(/StructParents? )(\d+)"  # a key of the tree of parents
    rb"|\((U\d+x\d+y\d+)\)"  # the name of a header cell
    rb"|\((?:" + _NESTED + rb")*+\)"  # words
    rb"|([()])",  # a bracket without its pair
    re.DOTALL,
)
"""What of an object changes with the numbers of its neighbours, and words, which
do not."""


def page_sizes(pdf: bytes) -> tuple[tuple[float, float], ...]:
    """Width and height of each page, in points; a thirtieth of what QtPdf takes.

    Raises:
        BugError: It is not as Typst writes.
    """
    found = tuple((float(width), float(height)) for width, height in _PAGE.findall(pdf))
    if not found:
        raise BugError("a PDF without a plain page")
    return found


@dataclass(frozen=True, slots=True)
class PdfObject:
    """One object: what it says, and the bytes of its stream, if it has one."""

    head: bytes
    stream: bytes


@dataclass(frozen=True, slots=True)
class PdfParts:
    """A PDF taken apart.

    Attributes:
        objects: By number; the first is number 1.
        root: The number of the catalogue.
        info: The number of the title, author and so on.
        identity: What tells this document from others.
    """

    objects: tuple[PdfObject, ...]
    root: int
    info: int
    identity: bytes

    def head(self, number: int) -> bytes:
        """What an object says."""
        return self.objects[number - 1].head


def take_apart(pdf: bytes) -> PdfParts:
    """Read the objects of a PDF that Typst wrote.

    Raises:
        BugError: It is not as Typst writes.
    """
    start = _START.search(pdf, len(pdf) - 64)
    trailer = _TRAILER.search(pdf, int(start[1])) if start else None
    if start is None or trailer is None:
        raise BugError("a PDF to be bound has no plain table of objects")
    size = int(trailer[1])
    table = pdf.index(b"\n", int(start[1]) + len("xref\n")) + 1
    places = [int(pdf[at : at + 10]) for at in range(table, table + size * 20, _ENTRY)]
    ends = dict(itertools.pairwise([*sorted(places[1:]), int(start[1])]))
    objects = tuple(
        _object(pdf, number, at, ends[at])
        for number, at in enumerate(places[1:], start=1)
    )
    return PdfParts(objects, int(trailer[2]), int(trailer[3]), trailer[4])


def _object(pdf: bytes, number: int, start: int, end: int) -> PdfObject:
    begin = b"%d 0 obj\n" % number
    body = pdf[start:end].rstrip()
    if not body.startswith(begin) or not body.endswith(b"\nendobj"):
        raise BugError("a PDF to be bound has an object that is not plain")
    body = body[len(begin) : -len(b"\nendobj")]
    if not body.endswith(b"endstream"):
        return PdfObject(body, b"")
    cut = body.index(_STREAM) + len(b">>")
    return PdfObject(body[:cut], body[cut:])
