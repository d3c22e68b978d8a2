"""Collect the licences of everything inside a frozen folder into one file.

python -m tools.bundle.licences FOLDER

Writes THIRD-PARTY-LICENCES.txt beside the program's other shipped files, where its
window shows it. Ends with 1, and writes nothing, when something inside has no licence
that is known.
"""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from textwrap import fill

from tools.bundle.contents import OURS, Bundle, Component, read_bundle
from tools.bundle.expressions import BadExpressionError, choose, text_of
from tools.bundle.parts import Part, parts_of

FILE = "THIRD-PARTY-LICENCES.txt"  # where reader.resources looks for it
_RULE = "=" * 78
_LINE = "-" * 78

_HEAD = """\
THE WORK OF OTHERS IN EVIDENCE READER

Evidence Reader itself is free software under the Apache License 2.0; the texts of its
library are under CC BY 4.0. It would not exist without what others have made and given
away. This file lists all of that, as it was found inside this very program, with the
licences under which it came.

There is no warranty for any of it, as far as the law allows.
"""

_QT = """\
QT AND QT FOR PYTHON: YOUR RIGHTS UNDER THE LGPL

This program uses Qt {version} and Qt for Python (PySide6, Shiboken6) {version}, made by
The Qt Company and others, under the GNU Lesser General Public License, version 3. Its
text, with that of the GNU General Public License which it builds on, is below.

- Their code is not changed; symbols for debugging may have been stripped. They are
  shared libraries, separate files in this folder:
  {place}
- You may replace them with your own. Build Qt {series} and Qt for Python {series} for
  this system (the same or a newer version of the same series) and put your libraries
  in place of ours, under the same names. Nothing in the program checks them. On macOS
  sign the program again afterwards:
  codesign --force --deep --sign - "Evidence Reader.app"
- Or run the program from its own source with any PySide6: "make run" in a checkout.
- The source of exactly these versions is at download.qt.io, in the folders
  official_releases/qt/{series}/{version}/ and
  official_releases/QtForPython/pyside6/, and with its history at code.qt.io.
- You may take the whole program apart, change it, and find out how it works to
  mend your changes.
"""

_CRATES = """\
{name} is one library made of many Rust packages ("crates"). The list is its makers'
own (an SBOM inside their package). That package holds no copyright notices of the
single crates; they are in the sources of these names and versions, in Rust's public
registry. Where a licence leaves a choice, the first whose text is below was taken.
"""


def unlicensed(bundle: Bundle) -> list[str]:
    """What is inside without a known licence, a line for each; empty is good."""
    lines = [f"{name}: belongs to nothing known" for name in bundle.unknown]
    for component in bundle.components:
        for name, expression in _expressions(component):
            lines += _faults(name, expression)
    return lines


def _expressions(component: Component) -> Iterator[tuple[str, str]]:
    yield component.name, component.licence
    for part in parts_of(component.parts):
        yield f"{component.name}, {part.name} {part.version}", part.licence


def _faults(name: str, expression: str) -> list[str]:
    try:
        chosen = choose(expression)
    except BadExpressionError:
        return [f"{name}: {expression or 'no licence'} is no SPDX expression"]
    return [f"{name}: there is no text of {each}" for each in chosen.missing]


def third_party_text(bundle: Bundle) -> str:
    """All notices and licences as one text.

    Same folder and same machine, same text.
    """
    others = [each for each in bundle.components if each.name != OURS]
    blocks = [_HEAD, _table(others), *_qt(bundle)]
    blocks += [_component(each) for each in others]
    wanted: dict[str, None] = {}
    for component in others:
        for _, expression in _expressions(component):
            wanted |= dict.fromkeys(choose(expression).licences)
    blocks.append(f"{_RULE}\nTHE LICENCES, IN FULL\n{_RULE}\n")
    blocks += _texts(wanted)
    return "\n".join(blocks)


def _table(components: Iterable[Component]) -> str:
    lines = [
        f"  {f'{each.name} {each.version}'.strip()}: {each.licence}"
        for each in components
    ]
    return "\n".join(["What is inside:", "", *lines, ""])


def _qt(bundle: Bundle) -> list[str]:
    for component in bundle.components:
        if component.name == "Qt":
            libraries = sorted(file for file in component.files if "Core" in file)
            place = libraries[0].rpartition("/")[0] if libraries else "."
            version = component.version
            return [
                _RULE,
                _QT.format(
                    version=version, series=version.rpartition(".")[0], place=place
                ),
            ]
    return []


def _component(component: Component) -> str:
    title = f"{component.name} {component.version}".strip()
    lines = [_RULE, title, f"Licence: {component.licence}"]
    if component.home:
        lines.append(f"Source: {component.home}")
    lines.append("")
    lines += [
        fill(words, 84, initial_indent="  ", subsequent_indent="    ")
        for words in component.contains
    ]
    for notice in component.notices:
        lines += [_LINE, notice.read_text("utf-8", errors="replace").strip(), ""]
    parts = parts_of(component.parts)
    if parts:
        lines += [_CRATES.format(name=component.name), *map(_part_line, parts), ""]
    return "\n".join(lines)


def _part_line(part: Part) -> str:
    return f"  {part.name} {part.version}: {part.licence}"


def _texts(licences: Iterable[str]) -> Iterator[str]:
    files = {text_of(licence) for licence in licences} - {None}
    for path in sorted(filter(None, files), key=_stem):
        text = path.read_text("utf-8").strip()
        yield f"{_LINE}\n{path.stem}\n{_LINE}\n\n{text}\n"


def _stem(path: Path) -> str:
    return path.stem.lower()


def main(folder: Path) -> int:
    """Write the file; 1 if something has no known licence or nothing is there."""
    bundle = read_bundle(folder)
    faults = unlicensed(bundle)
    places = sorted(folder.rglob("reader/assets"))
    if not places:
        faults.append(f"{folder} holds no Evidence Reader")
    for fault in faults:
        print(fault)
    if faults:
        return 1
    target = places[0] / FILE
    target.write_text(third_party_text(bundle), encoding="utf-8", newline="\n")
    print(f"{target}: {len(bundle.components)} components")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
