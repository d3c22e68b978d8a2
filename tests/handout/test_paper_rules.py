"""Each rule of paper finds the fault that it is there for, and no other."""

import io
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import pikepdf
import pytest
from typst import Compiler, Fonts

from reader.resources import asset_path
from tests.handout import paper_rules as rules
from tests.handout import structure_rules as structure
from tests.handout.marked import Handout, read_handout
from tests.handout.tags import Tag, read_tags

WORDS = "The nerve cells carry orders from the brain down to the muscles. "
PROSE = WORDS * 9

HEAD = """
#set document(title: "Nerves", author: "Nobody")
#set text(font: "Atkinson Hyperlegible Next", size: 12pt, kerning: false)
#set text(lang: "en", hyphenate: false)
#set par(leading: 0.9em)
#set page(width: 400pt, height: 500pt, margin: 60pt, footer: context align(right)[
  Page #counter(page).display() of #counter(page).final().first()
])
= Nerves
"""


@cache
def _fonts() -> Fonts:
    folder = asset_path("fonts/AtkinsonHyperlegibleNext-Regular.ttf").parent
    return Fonts(
        include_system_fonts=False,
        include_embedded_fonts=True,
        font_paths=[str(folder)],
    )


def planted(tmp_path: Path, body: str, *, strict: bool = True) -> bytes:
    """A PDF of a little Typst; where it is not strict, it may be as bad as it likes."""
    source = tmp_path / "planted.typ"
    source.write_text(HEAD + body, encoding="utf-8")
    compiler = Compiler(source, font_paths=_fonts(), ignore_system_fonts=True)
    pdf = compiler.compile(format="pdf", pdf_standards="ua-1" if strict else None)
    assert isinstance(pdf, bytes)
    return pdf


def _of_15_lines(last: str) -> str:
    """Fifteen lines and a bit that ends the sheet."""
    return "\n\n".join(["Short."] * 15) + f"\n\n{last}"


TABLE = """#table(columns: 2, table.header[Sign][Meaning],
  table.cell(breakable: {0})[{1}], table.cell(breakable: {0})[Two])"""

RULES: dict[str, tuple[Callable[[Handout], list[str]], str, str]] = {
    "type of ten points": (
        lambda h: rules.small_type(h, 12),
        PROSE,
        f"{PROSE} #text(size: 10pt)[Small.]",
    ),
    "a small foot": (
        lambda h: rules.small_type(h, 12),
        PROSE,
        f"#set page(footer: text(size: 9pt)[Foot])\n{PROSE}",
    ),
    "justified lines": (
        rules.uneven_gaps,
        PROSE,
        f"#set par(justify: true)\n{PROSE}",
    ),
    "centred lines": (rules.not_left, PROSE, f"#align(center)[{PROSE}]"),
    "a word cut in two": (
        lambda h: rules.broken_words(h, "Immunosuppressants help.", narrow=False),
        "#box(width: 200pt)[Immunosuppressants help.]",
        "#set text(hyphenate: true)\n#block(width: 80pt)[Immunosuppressants help.]",
    ),
    "lines too long": (
        rules.long_lines,
        PROSE,
        f"#set page(width: 700pt)\n{PROSE}",
    ),
    "lines too close": (
        lambda h: rules.tight_lines(h, 1.5, 1.15),
        PROSE,
        f"#set par(leading: 0.4em)\n{PROSE}",
    ),
    "a heading at the end of a sheet": (
        rules.parted,
        _of_15_lines("== Signs\n\nThey differ."),
        "#show heading: set block(sticky: false)\n"
        + _of_15_lines("#v(20pt)\n== Signs\n#pagebreak()\nThey differ."),
    ),
    "a bold title at the end of a sheet": (
        rules.parted,
        "*Signs* of it.\n#pagebreak()\nThey differ.",
        "*Signs*\n#pagebreak()\nThey differ.",
    ),
    "a colon at the end of a sheet": (
        rules.parted,
        "There are signs.\n#pagebreak()\n- One",
        "There are signs:\n#pagebreak()\n- One",
    ),
    "a single line at the end of a sheet": (
        rules.lonely_lines,
        f"#v(340pt)\n{PROSE}",
        "#set text(costs: (orphan: 0%, widow: 0%))\n#v(340pt)\n" + PROSE,
    ),
    "a row on two sheets": (
        rules.split_rows,
        "#v(280pt)\n" + TABLE.format("false", WORDS * 3),
        "#v(280pt)\n" + TABLE.format("true", WORDS * 3),
    ),
    "an empty sheet": (
        rules.empty_sheets,
        PROSE,
        f"{PROSE}\n#pagebreak()\n#pagebreak(weak: false)",
    ),
    "words beyond the edge": (
        rules.strayed,
        PROSE,
        "#box(width: 500pt)[" + WORDS * 2 + "]",
    ),
    "words in the foot": (
        rules.strayed,
        PROSE,
        f"{PROSE} #place(bottom, dy: 35pt)[Over the foot.]",
    ),
    "words over words": (
        rules.collisions,
        PROSE,
        f"{PROSE} #place(top, dx: 5pt, dy: 60pt)[Over the prose.]",
    ),
    "order of reading": (
        lambda h: rules.out_of_order(h, columns=False),
        PROSE,
        "First.\n\nSecond.\n\n#place(top, dy: 34pt)[Heard last, seen first.]",
    ),
    "grey on white": (
        lambda h: rules.faint_type(h, 4.5, 7),
        PROSE,
        f'{PROSE} #text(fill: rgb("#999999"))[Faint.]',
    ),
    "dark on dark": (
        lambda h: rules.faint_type(h, 4.5, 7),
        PROSE + '#block(fill: rgb("#eeeeee"), inset: 9pt)[Seen.]',
        PROSE + '#block(fill: rgb("#333333"), inset: 9pt)[Not seen.]',
    ),
    "numbers of pages": (
        rules.page_numbers,
        f"{PROSE}\n#pagebreak()\nMore.",
        f"{PROSE}\n#pagebreak()\n#counter(page).update(5)\nMore.",
    ),
}


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_finds_its_fault_and_nothing_where_there_is_none(
    rule: str, tmp_path: Path
) -> None:
    check, good, bad = RULES[rule]
    assert check(read_handout(planted(tmp_path, good))) == []
    assert check(read_handout(planted(tmp_path, bad, strict=False))) != []


def test_a_frame_covers_nothing_that_stands_in_it(tmp_path: Path) -> None:
    framed = "#block(stroke: (top: 5pt + black, rest: 1pt + black), inset: 9pt)[Seen.]"
    assert rules.faint_type(read_handout(planted(tmp_path, framed)), 4.5, 7) == []


def test_a_line_is_as_long_as_its_letters(tmp_path: Path) -> None:
    handout = read_handout(planted(tmp_path, PROSE))
    lines = [line for block in handout.prose() for line in block.lines]
    assert "".join(line.text for line in lines) == PROSE.rstrip()
    assert rules.line_lengths(handout) == [len(li.text.strip()) for li in lines[:-1]]


def test_what_is_blank_at_the_end_of_a_sheet_is_measured(tmp_path: Path) -> None:
    handout = read_handout(planted(tmp_path, f"{WORDS}\n#pagebreak()\n{WORDS}"))
    assert rules.blank_parts(handout)[0] > 0.6


# ---- structure ------------------------------------------------------------------

PICTURE = "#figure(alt: {}, rect(width: 20pt, height: 20pt))"


def _changed(pdf: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    """The PDF with something of it spoilt."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        change(document)
        spoilt = io.BytesIO()
        document.save(spoilt)
    return spoilt.getvalue()


def _drop(*names: str) -> Callable[[pikepdf.Pdf], None]:
    def change(document: pikepdf.Pdf) -> None:
        for name in names:
            del document.Root[name]

    return change


def _drop_attributes(document: pikepdf.Pdf) -> None:
    for thing in document.objects:
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == "/TH":
            del thing["/A"]


def _drop_words(document: pikepdf.Pdf) -> None:
    for thing in document.objects:
        if isinstance(thing, pikepdf.Dictionary) and "/Alt" in thing:
            del thing["/Alt"]


def _skip_level(document: pikepdf.Pdf) -> None:
    _rename(document, "/H2", "/H4")


def _rename(document: pikepdf.Pdf, old: str, new: str) -> None:
    for thing in document.objects:
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == old:
            thing.S = pikepdf.Name(new)


def _drop_lists(document: pikepdf.Pdf) -> None:
    _rename(document, "/LBody", "/P")


def _drop_fonts(document: pikepdf.Pdf) -> None:
    for thing in document.objects:
        if isinstance(thing, pikepdf.Dictionary):
            for name in ("/FontFile2", "/FontFile3", "/ToUnicode"):
                if name in thing:
                    del thing[name]


def _untag_words(document: pikepdf.Pdf) -> None:
    page = document.pages[0]
    page.contents_add(b"BT /f0 12 Tf 90 90 Td <0001> Tj ET")


WHOLE = f"""{PROSE}
== Signs
- One
- Two
{TABLE.format("false", "One")}
{PICTURE.format('"A square"')}
"""


def _tags_fault(
    check: Callable[[Sequence[Tag]], list[str]],
) -> Callable[[bytes], list[str]]:
    return lambda pdf: check(read_tags(pdf))


SPOILT: dict[
    str, tuple[Callable[[bytes], list[str]], Callable[[pikepdf.Pdf], None]]
] = {
    "no language": (structure.ua_faults, _drop("/Lang")),
    "no tags": (structure.ua_faults, _drop("/StructTreeRoot")),
    "not marked": (structure.ua_faults, _drop("/MarkInfo")),
    "title not shown": (structure.ua_faults, _drop("/ViewerPreferences")),
    "a figure without words": (structure.ua_faults, _drop_words),
    "a level left out": (structure.ua_faults, _skip_level),
    "words without a tag": (structure.ua_faults, _untag_words),
    "fonts not embedded": (structure.ua_faults, _drop_fonts),
    "language undeclared": (
        lambda pdf: structure.declaration_faults(pdf, "Nerves", "en"),
        _drop("/Lang"),
    ),
    "tags undeclared": (
        lambda pdf: structure.declaration_faults(pdf, "Nerves", "en"),
        _drop("/StructTreeRoot", "/MarkInfo"),
    ),
    "a heading left out": (
        _tags_fault(lambda tags: structure.heading_faults(tags, ["Nerves"])),
        _skip_level,
    ),
    "headers without scope": (
        _tags_fault(structure.table_faults),
        _drop_attributes,
    ),
    "a picture without words": (_tags_fault(structure.figure_faults), _drop_words),
    "items without a body": (_tags_fault(structure.list_faults), _drop_lists),
    "no fonts in the file": (structure.font_faults, _drop_fonts),
}


@pytest.mark.parametrize("what", SPOILT)
def test_a_rule_of_structure_finds_what_is_spoilt(what: str, tmp_path: Path) -> None:
    check, change = SPOILT[what]
    whole = planted(tmp_path, WHOLE)
    assert check(whole) == []
    assert check(_changed(whole, change)) != []


def test_another_title_is_found(tmp_path: Path) -> None:
    tags = read_tags(planted(tmp_path, WHOLE))
    assert structure.heading_faults(tags, ["Muscles"]) != []
