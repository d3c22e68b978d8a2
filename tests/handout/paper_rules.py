"""Rules of clear print, each a list of what breaks it in a finished handout.

RNIB clear print: 12 point, better 14, 60 to 70 characters a line, left aligned.
APH: large print is 18 point, nothing under 12. ACB: 18 point, leading 1.5, no single
lines, page numbers as large as the text, headings left. WCAG 2.1: 4.5 to 1, and 7 to 1.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations, pairwise
from statistics import median, mode

from reader.handout.words import DATE, NAME
from tests.handout.marked import Block, Handout, Line
from tests.handout.sheets import UNMARKED, Box, Colour, Sheet

MILLIMETRE = 72 / 25.4
EDGE = 10 * MILLIMETRE
"""What a printer may leave blank."""

MOST_LETTERS = 75
_GAP = 0.35
"""Points by which the gaps between words may differ."""

_INSET = 8.0
"""Points between the edge of a small box and the words inside it."""

_COLUMN = 60
"""Points that one column begins to the right of another at least."""

_SIDE = 2.0
"""Points by which a letter like \"j\" may reach over the edge."""

_SAME_ROW = 3.0
_TOUCH = 1.5
_LONG_WORD = 16
_TO_FILL_IN = frozenset({f"{NAME}:", f"{DATE}:"})
_ENOUGH = 3
"""Gaps between words that tell how far apart they stand."""

_RULE = 2
"""Points that a line is thick at most."""

_ROW = 0.5
"""The part of a sheet up to which a row is never split."""


# ---- type -----------------------------------------------------------------------


def small_type(handout: Handout, least: float) -> list[str]:
    """Type below so many points, feet included."""
    return [
        f"sheet {run.sheet + 1}: {run.size:g} point: {run.text!r}"
        for sheet in handout.sheets
        for run in sheet.runs
        if run.size < least
    ]


def uneven_gaps(handout: Handout) -> list[str]:
    """Lines whose words stand further apart than those of most lines.

    The middle gap of a line counts; a letter like "j" reaches into one now and then.
    """
    runs = [
        run
        for block in handout.prose()
        for line in block.lines
        for run in line.runs
        if len(run.gaps) >= _ENOUGH and not run.bold
    ]
    gaps: dict[float, list[float]] = {}
    for run in runs:
        gaps.setdefault(run.size, []).append(round(median(run.gaps), 1))
    usual = {size: mode(found) for size, found in gaps.items()}
    return [
        f"sheet {run.sheet + 1}: {run.text!r}"
        for run in runs
        if abs(median(run.gaps) - usual[run.size]) > _GAP
    ]


def not_left(handout: Handout) -> list[str]:
    """Lines of a paragraph that do not begin below one another."""
    found = []
    for block in handout.prose():
        for line, other in pairwise(block.lines):
            hangs = block.name == "LBody"
            moved = abs(line.left - other.left) > _INSET
            if moved and not (hangs and line is block.lines[0]):
                found.append(f"sheet {other.sheet + 1}: {other.text!r}")
    return found


def broken_words(handout: Handout, text: str, *, narrow: bool) -> list[str]:
    """Words of the topic that a line's end has cut in two.

    Args:
        handout: What was printed.
        text: The words of the topic.
        narrow: Whether a word of sixteen letters may be cut in the column of a table.
    """
    found = []
    known = {word.lower() for word in re.findall(r"\w+(?:-\w+)*", text)}
    for block in handout.blocks:
        may = narrow and "Table" in block.within
        for line, after in pairwise(block.lines):
            cut = re.search(r"([\w-]+)[-\N{SOFT HYPHEN}]\s*$", line.text)
            rest = re.match(r"[\w-]+", after.text)
            if cut is None or rest is None:
                continue
            one, two = cut[1].lower(), rest[0].lower()
            allowed = f"{one}-{two}" in known or (may and len(one + two) >= _LONG_WORD)
            if one + two in known and not allowed:
                found.append(f"sheet {line.sheet + 1}: {one + two}")
    return found


def line_lengths(handout: Handout) -> list[int]:
    """The letters of each full line of running prose: all but a paragraph's last."""
    return [
        len(line.text.strip())
        for block in handout.prose()
        if not _is_reference(block)
        for line in block.lines[:-1]
    ]


def long_lines(handout: Handout) -> list[str]:
    """Lines of prose with more letters than an eye finds its way back from."""
    return [
        f"sheet {line.sheet + 1}: {len(line.text.strip())}: {line.text!r}"
        for block in handout.prose()
        if not _is_reference(block)
        for line in block.lines
        if len(line.text.strip()) > MOST_LETTERS
    ]


def _is_reference(block: Block) -> bool:
    """Whether this is an entry of the list of sources, which nobody reads through."""
    return block.name == "LBody"


def tight_lines(handout: Handout, least: float, least_dense: float) -> list[str]:
    """Lines of a block less than so many times their size below the last.

    Headings, which are larger, are set closer.

    Args:
        handout: What was printed.
        least: From baseline to baseline, for 1 point of type.
        least_dense: The same in tables and in the list of sources.
    """
    found = []
    for block in handout.blocks:
        if re.fullmatch(r"H\d", block.name):
            continue
        dense = "Table" in block.within or _is_reference(block)
        most = least_dense if dense else least
        for line, after in pairwise(block.lines):
            step = after.baseline - line.baseline
            if line.sheet == after.sheet and 0 < step < most * line.size:
                found.append(f"sheet {line.sheet + 1}: {step:.1f}: {after.text!r}")
    return found


# ---- where a sheet ends ---------------------------------------------------------


def parted(handout: Handout) -> list[str]:
    """What ends a sheet though it leads to what stands on the next.

    A heading, a line that is bold from end to end, a badge, a line that ends with a
    colon, the header of a table.
    """
    found = []
    for number in range(len(handout.sheets) - 1):
        lines = handout.on(number)
        if not lines:
            continue
        lowest = max(line.baseline for _, line in lines)
        block, line = [f for f in lines if f[1].baseline > lowest - _SAME_ROW][-1]
        if block.on(number + 1) and not block.name.startswith("H"):
            continue
        if _leads(block):
            found.append(f"sheet {number + 1}: {line.text!r}")
    return found


def _leads(block: Block) -> bool:
    if block.name == "TH" or re.fullmatch(r"H\d", block.name):
        return True
    if "Table" in block.within:
        return False
    if block.name == "Figure":
        # A badge is one line; what has more is a picture with its words.
        return len(block.lines) == 1
    text = block.text.rstrip()
    title = block.is_bold and "LI" not in block.within and not text.endswith(".")
    return title or (text.endswith(":") and text not in _TO_FILL_IN)


def lonely_lines(handout: Handout) -> list[str]:
    """First or last lines of a paragraph that stand alone on their sheet."""
    found = []
    for block in handout.blocks:
        counts = Counter(line.sheet for line in block.lines)
        if len(counts) > 1 and block.name in {"P", "LBody"}:
            found += [
                f"sheet {sheet + 1}: {block.on(sheet)[0].text!r}"
                for sheet, count in counts.items()
                if count == 1
            ]
    return found


def split_rows(handout: Handout) -> list[str]:
    """Rows of tables that are on two sheets though they would fit on half of one."""
    rows: dict[str, list[Line]] = {}
    for block in handout.blocks:
        if block.row and block.name != "TH":
            rows.setdefault(block.row, []).extend(block.lines)
    found = []
    for lines in rows.values():
        sheets = {line.sheet for line in lines}
        room = _ROW * handout.sheets[0].height
        if len(sheets) > 1 and _tallest(lines) < room:
            found.append(f"sheet {min(sheets) + 1}: {lines[0].text!r}")
    return found


def _tallest(lines: list[Line]) -> float:
    """About how high a row is: its fullest column, in points."""
    columns: dict[int, float] = {}
    for line in lines:
        place = round(line.left / 10)
        columns[place] = columns.get(place, 0) + 1.4 * line.size
    return max(columns.values())


def empty_sheets(handout: Handout) -> list[str]:
    """Sheets with nothing but their foot."""
    return [
        f"sheet {number + 1} is empty"
        for number in range(len(handout.sheets))
        if not handout.on(number)
    ]


# ---- places ---------------------------------------------------------------------


def strayed(handout: Handout) -> list[str]:
    """What stands where a printer cannot print, or reaches into the foot."""
    found = []
    for number, sheet in enumerate(handout.sheets):
        inside = Box(EDGE, EDGE, sheet.width - EDGE, sheet.height - EDGE)
        boxes = [*sheet.drawn, *(run.box for run in sheet.runs)]
        found += [
            f"sheet {number + 1}: beyond the edge: {box}"
            for box in boxes
            if not (inside.holds(box.left, box.top))
            or not inside.holds(box.right, box.bottom)
        ]
        found += [f"sheet {number + 1}: in the foot: {t!r}" for t in _in_foot(sheet)]
    return found


def _in_foot(sheet: Sheet) -> Iterator[str]:
    foot = _foot(sheet)
    for run in sheet.runs:
        if run.mark >= 0 and run.box.bottom > foot:
            yield run.text


def collisions(handout: Handout) -> list[str]:
    """Type that is printed over other type."""
    found = []
    for number, sheet in enumerate(handout.sheets):
        runs = sorted(sheet.runs, key=lambda run: run.baseline)
        for run, other in combinations(runs, 2):
            if other.box.top > run.box.bottom:
                continue
            wide, _ = run.box.overlap(other.box)
            near = abs(run.baseline - other.baseline) < run.size / 2
            if wide > _TOUCH and near:
                found.append(f"sheet {number + 1}: {run.text!r} and {other.text!r}")
    return found


def out_of_order(handout: Handout, *, columns: bool) -> list[str]:
    """Lines that are heard before what stands above them or to their left.

    Cells of one row stand beside one another, and a cell is heard to its end.

    Args:
        handout: What was printed.
        columns: Whether a second column may begin above the end of the first.
    """
    found = []
    for number in range(len(handout.sheets)):
        for (block, line), (other, after) in pairwise(handout.on(number)):
            same_row = block.row == other.row != ""
            _, tall = line.box.overlap(after.box)
            level = same_row or tall > line.size / 2
            fine = (
                after.left > line.left - _SIDE
                if level and after.baseline <= line.baseline + _SAME_ROW
                else after.baseline > line.baseline
            )
            beside = columns and after.left > line.left + _COLUMN
            if not fine and not beside:
                found.append(f"sheet {number + 1}: {after.text!r} after {line.text!r}")
    return found


def page_numbers(handout: Handout) -> list[str]:
    """Sheets whose number does not follow, each topic being counted for itself."""
    feet = [
        re.findall(r"Page (\d+) of (\d+)", " ".join(_foot_words(sheet)))
        for sheet in handout.sheets
    ]
    expected: list[tuple[str, str]] = []
    while len(expected) < len(feet):
        found = feet[len(expected)]
        count = int(found[0][1]) if found else 1
        expected += [(str(n), str(count)) for n in range(1, count + 1)]
    return [
        f"sheet {number}: {found}"
        for number, (found, right) in enumerate(zip(feet, expected, strict=False), 1)
        if found != [right]
    ] + ["pages are missing"] * (len(expected) != len(feet))


def _foot_words(sheet: Sheet) -> list[str]:
    return [run.text for run in sheet.runs if run.mark == UNMARKED]


# ---- colours --------------------------------------------------------------------


def faint_type(handout: Handout, least: float, least_body: float) -> list[str]:
    """Type that does not stand out enough from what is painted below it.

    Args:
        handout: What was printed.
        least: The contrast that all type needs (WCAG 2.1, 1.4.3: 4.5).
        least_body: The contrast of the colour that most is printed in (1.4.6: 7).
    """
    runs = [run for sheet in handout.sheets for run in sheet.runs]
    body = Counter(run.colour for run in runs).most_common(1)[0][0]
    return [
        f"sheet {run.sheet + 1}: {contrast(run.colour, run.ground):.1f}: {run.text!r}"
        for run in runs
        if contrast(run.colour, run.ground)
        < (least_body if run.colour == body else least)
    ]


def contrast(one: Colour, other: Colour) -> float:
    """How much two colours differ, 1 to 21 (WCAG 2.1, "contrast ratio")."""
    lights = sorted((_light(one), _light(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _light(colour: Colour) -> float:
    red, green, blue = (_linear(part / 255) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def blank_parts(handout: Handout) -> list[float]:
    """For each sheet but the last, the part at its end that is left blank."""
    return [_blank(sheet) for sheet in handout.sheets[:-1]]


def _blank(sheet: Sheet) -> float:
    marked = [run.box.bottom for run in sheet.runs if run.mark >= 0]
    foot = _foot(sheet)
    drawn = [box.bottom for box in sheet.drawn if box.bottom - box.top > _RULE]
    return 1 - max(marked + drawn, default=0) / foot


def _foot(sheet: Sheet) -> float:
    """Where the foot begins, in points from the upper edge."""
    words = (r for r in sheet.runs if r.mark == UNMARKED and r.text.strip(": "))
    tops = [run.box.top for run in words]
    return min((top for top in tops if top > sheet.height / 2), default=sheet.height)
