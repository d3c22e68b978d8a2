"""Rules of accessible PDF, each a list of what breaks it.

The rules of PDF/UA-1 are checked by `page`, which knows 104 of them and is held to the
veraPDF corpus by its author. What follows them goes over the tags once more and over
what a screen reader needs beyond the standard.
"""

import io
import itertools
import re
from collections.abc import Sequence
from typing import Any

import page
import pikepdf

from tests.handout.tags import Tag

_NOTHING = pikepdf.Dictionary()
_IN_A_LIST = frozenset({"LI", "Caption", "L"})


def ua_faults(pdf: bytes) -> list[str]:
    """Breaches of PDF/UA-1."""
    report = page.validate_pdf_bytes(pdf, profile="ua1")
    return [f"{failure.rule_id}: {failure.message}" for failure in report.failures]


def declaration_faults(pdf: bytes, title: str, language: str) -> list[str]:
    """What the file fails to say of itself."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        root = document.Root
        with document.open_metadata() as meta:
            part = str(meta.get("pdfuaid:part", ""))
        said = {
            "PDF/UA-1": part == "1",
            "marked": _is_set(root, "/MarkInfo", "/Marked"),
            "tags": "/StructTreeRoot" in root,
            "tags of marks": "/ParentTree" in root.get("/StructTreeRoot", _NOTHING),
            f"language {language}": str(root.get("/Lang", "")) == language,
            f"title {title}": str(document.docinfo.get("/Title", "")) == title,
            "the title is shown": _is_set(
                root, "/ViewerPreferences", "/DisplayDocTitle"
            ),
        }
    return [name for name, held in said.items() if not held]


def _is_set(root: pikepdf.Object, part: str, flag: str) -> bool:
    return bool(root.get(part, _NOTHING).get(flag, False))


def heading_faults(tags: Sequence[Tag], titles: Sequence[str]) -> list[str]:
    """Titles that are not the first headings, and levels that are left out."""
    headings = [tag for tag in tags if re.fullmatch(r"H\d", tag.name)]
    levels = [int(tag.name[1]) for tag in headings]
    first = [tag.title for tag in headings if tag.name == "H1"]
    found = [] if first == list(titles) else [f"first headings: {first}"]
    if levels[:1] != [1]:
        found.append("no first heading at the start")
    steps = itertools.pairwise(zip(levels, headings, strict=True))
    return found + [
        f"{after.title!r} leaves out a level"
        for (level, _), (below, after) in steps
        if below > level + 1
    ]


def table_faults(tags: Sequence[Tag]) -> list[str]:
    """Tables without headers for their columns, or with rows of unequal length."""
    found = []
    for table in (tag for tag in tags if tag.name == "Table"):
        rows = [tag for tag in table.walk() if tag.name == "TR"]
        heads = [tag for tag in table.walk() if tag.name == "TH"]
        if not heads or any("/Scope" not in tag.element["/A"] for tag in heads):
            found.append("a table whose headers have no scope")
        if len({sum(map(_span, row.inner)) for row in rows}) > 1:
            found.append("a table with rows of unequal length")
    return found


def _span(cell: Tag) -> int:
    return int(cell.element["/A"].get("/ColSpan", 1))


def figure_faults(tags: Sequence[Tag]) -> list[str]:
    """Pictures without words."""
    figures = [tag for tag in tags if tag.name == "Figure"]
    return ["a figure has no words" for tag in figures if not tag.alternative.strip()]


def list_faults(tags: Sequence[Tag]) -> list[str]:
    """Lists that hold something else than items, and items without a body."""
    lists = [tag for tag in tags if tag.name == "L"]
    items = [tag for tag in tags if tag.name == "LI"]
    found = [
        f"a list holds {inner.name}"
        for tag in lists
        for inner in tag.inner
        if inner.name not in _IN_A_LIST
    ]
    bare = [tag for tag in items if "LBody" not in {inner.name for inner in tag.inner}]
    return found + ["an item has no body"] * len(bare)


def font_faults(pdf: bytes) -> list[str]:
    """Fonts that are not in the file, or whose letters cannot be read out."""
    found = []
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for thing in document.objects:
            if not isinstance(thing, pikepdf.Dictionary):
                continue
            if thing.get("/Type") == "/FontDescriptor":
                if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(thing.keys()):
                    found.append(f"{thing.FontName} is not embedded")
            elif _is_font(thing) and "/ToUnicode" not in thing:
                found.append(f"{thing.BaseFont} has no table of its letters")
    return found


def _is_font(thing: Any) -> bool:  # noqa: ANN401 - a dictionary of a PDF
    kinds = {"/Type0", "/TrueType", "/Type1", "/Type3"}
    return thing.get("/Type") == "/Font" and str(thing.get("/Subtype", "")) in kinds
