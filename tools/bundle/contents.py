"""What is really inside a frozen folder: which component each file belongs to.

Python modules are found in the archive inside the program, libraries by their names in
`packaging/components.toml`, and packages by the metadata of the Python that runs this,
which has to be the one that built the folder.
"""

import re
import sys
import sysconfig
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from importlib.metadata import (
    Distribution,
    PackageNotFoundError,
    distribution,
    packages_distributions,
)
from pathlib import Path
from platform import python_version
from typing import Any

from tools.bundle.archive import modules_inside
from tools.bundle.system import SystemPackage, package_of

CHECKOUT = Path(__file__).resolve().parents[2]
TABLE = CHECKOUT / "packaging" / "components.toml"
OURS = "Evidence Reader"

_INSIDE = re.compile(r"^(program|_internal|Contents/(Frameworks|Resources|MacOS))/")
_MODULE = re.compile(r"^(?P<module>\w+)(\.[\w-]+)?\.(so|pyd|pyc?)$")
# What PyInstaller itself puts beside our modules.
_LOADER = re.compile(r"^(pyimod\d+_\w+|pyi_rth_\w+|pyiboot\d+_\w+|_pyi_\w+|struct)$")


@dataclass(slots=True)
class Component:
    """One thing that somebody made and that is inside.

    Attributes:
        name: What its makers call it.
        version: Their version; "" if that cannot be known.
        licence: An SPDX expression.
        purl: Its package URL.
        home: Where its source is.
        contains: What its makers built into it, in their own words.
        notices: Copyright notices and licences as its makers ship them.
        files: Its files in the folder, as paths from there.
        modules: Its Python modules inside the program.
        parts: A list of parts that came with it, in CycloneDX.
    """

    name: str
    version: str
    licence: str
    purl: str
    home: str = ""
    contains: tuple[str, ...] = ()
    notices: tuple[Path, ...] = ()
    files: list[str] = field(default_factory=list)
    modules: list[str] = field(default_factory=list)
    parts: Path | None = None


@dataclass(frozen=True, slots=True)
class Bundle:
    """Everything inside a frozen folder.

    Attributes:
        folder: The folder.
        components: By name.
        unknown: Files and modules that belong to nothing known.
    """

    folder: Path
    components: tuple[Component, ...]
    unknown: tuple[str, ...]


def read_bundle(folder: Path, table: Path = TABLE) -> Bundle:
    """Assign everything in a frozen folder to a component."""
    sorter = _Sorter(tomllib.loads(table.read_text("utf-8"))["component"])
    for path in _files(folder):
        name = path.relative_to(folder).as_posix()
        sorter.file(name)
        if _may_hold_modules(path.relative_to(folder)):
            for module in modules_inside(path):
                sorter.module(module)
    found = sorted(sorter.components.values(), key=_by_name)
    return Bundle(folder, tuple(found), tuple(sorted(sorter.unknown)))


def _may_hold_modules(path: Path) -> bool:
    """The program itself and the zip of the start; a library may look alike."""
    return path.suffix == ".zip" or path.parent.name in {"", "MacOS"}


def _by_name(component: Component) -> tuple[str, str]:
    return component.name.lower(), component.name


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            yield path


class _Sorter:
    """Puts each file and module to its component."""

    def __init__(self, table: Iterable[Mapping[str, Any]]) -> None:
        self.components: dict[str, Component] = {}
        self.unknown: set[str] = set()
        self._table = tuple(table)
        self._owners = packages_distributions()
        self._folders = _folders_of_metadata(self._owners)

    def file(self, name: str) -> None:
        """Put a file, named from the top of the folder."""
        inner = _INSIDE.sub("", name)
        row = self._row(inner)
        if row is not None:
            self._of_row(row, inner).files.append(name)
            return
        component = self._of_python(inner)
        if component is None:
            self.unknown.add(name)
        else:
            component.files.append(name)

    def module(self, name: str) -> None:
        """Put a Python module that is inside the program."""
        component = self._of_module(name.partition(".")[0])
        if component is None:
            self.unknown.add(f"Python module {name}")
        else:
            component.modules.append(name)

    def _row(self, inner: str) -> Mapping[str, Any] | None:
        base = inner.rpartition("/")[2]
        for row in self._table:
            for pattern in row.get("files", ()):
                if fnmatchcase(inner if "/" in pattern else base, pattern):
                    return row
        return None

    def _named(self, name: str) -> Component:
        row = next(row for row in self._table if row["name"] == name)
        return self._of_row(row, "")

    def _of_row(self, row: Mapping[str, Any], inner: str) -> Component:
        name = str(row["name"])
        if row.get("each"):
            name = inner.rpartition("/")[2].partition(".")[0]
        if name not in self.components:
            self.components[name] = _from_row({**row, "name": name}, inner)
        return self.components[name]

    def _of_python(self, inner: str) -> Component | None:
        first, _, rest = inner.partition("/")
        if first in self._folders:
            return self._of_distribution(self._folders[first])
        if not rest:
            match = _MODULE.match(first)
            return self._of_module(match["module"]) if match else None
        return self._of_module(first)

    def _of_module(self, top: str) -> Component | None:
        if top == "reader":
            return self._named(OURS)
        if _LOADER.match(top) and top not in sys.stdlib_module_names:
            return self._of_distribution("pyinstaller")
        if top in sys.stdlib_module_names or top.startswith("_sysconfigdata"):
            return self._named("Python")
        owners = self._owners.get(top)
        return self._of_distribution(owners[0]) if owners else None

    def _of_distribution(self, name: str) -> Component | None:
        for row in self._table:
            if name.lower() in map(str.lower, row.get("distributions", ())):
                return self._of_row(row, "")
        found = _from_distribution(distribution(name))
        if not found.licence:
            return None
        return self.components.setdefault(found.name, found)


def _folders_of_metadata(owners: Mapping[str, list[str]]) -> dict[str, str]:
    """Names like ``click-8.5.1.dist-info``, which a bundle may hold as they are."""
    names = {name for several in owners.values() for name in several}
    folders: dict[str, str] = {}
    for name in names:
        for file in distribution(name).files or ():
            if file.parts[0].endswith(".dist-info"):
                folders[file.parts[0]] = name
                break
    return folders


def _from_row(row: Mapping[str, Any], inner: str) -> Component:
    name, base = str(row["name"]), inner.rpartition("/")[2]
    notices: tuple[Path, ...] = ()
    version = str(row.get("version", ""))
    purl = ""
    if "version_of" in row:
        version = distribution(row["version_of"]).version
    elif row.get("system"):
        package = package_of(base)
        version = package.version if package else _from_file_name(base)
        notices = _notices(package)
        purl = package.purl if package else ""
    elif name == "Python":
        version, notices = python_version(), _of_python_itself()
    elif name == OURS:
        version = own_version()
    if "notice" in row:
        notices = (CHECKOUT / row["notice"],)
    for distributed in _installed(row.get("distributions", ())):
        notices += _licence_files(distributed)
    shape = str(row.get("purl", "pkg:generic/{name}@{version}"))
    return Component(
        name=name,
        version=version,
        licence=str(row["licence"]),
        purl=purl or shape.format(name=name.lower().replace(" ", "-"), version=version),
        home=str(row.get("home", "")),
        contains=tuple(row.get("contains", ())),
        notices=notices,
    )


def own_version() -> str:
    """The version of this program."""
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))
    return str(project["project"]["version"])


def _installed(names: Iterable[str]) -> Iterator[Distribution]:
    for name in names:
        try:
            yield distribution(name)
        except PackageNotFoundError:
            continue


def _notices(package: SystemPackage | None) -> tuple[Path, ...]:
    return () if package is None or package.notice is None else (package.notice,)


def _from_file_name(base: str) -> str:
    """The version that a library's name tells, for example 1.2 in libz.so.1.2."""
    match = re.search(r"\.so\.([\d.]+)$|[-.](\d[\d.]*)\.(?:dll|dylib)$", base)
    return (match[1] or match[2]) if match else ""


def _of_python_itself() -> tuple[Path, ...]:
    """The licence of this Python, wherever its makers have put it."""
    places = (
        Path(sysconfig.get_path("stdlib"), "LICENSE.txt"),
        Path(sys.base_prefix, "LICENSE.txt"),
    )
    return tuple(place for place in places if place.is_file())[:1]


def _from_distribution(found: Distribution) -> Component:
    sboms = [f for f in found.files or () if f.match("*.dist-info/sboms/*.cdx.json")]
    sboms += [f for f in found.files or () if f.match("*/sboms/*.cyclonedx.json")]
    name = found.name
    return Component(
        name=name,
        version=found.version,
        licence=_licence_of(found),
        purl=f"pkg:pypi/{re.sub(r'[-_.]+', '-', name).lower()}@{found.version}",
        home=_home_of(found),
        notices=_licence_files(found),
        parts=Path(str(found.locate_file(sboms[0]))) if sboms else None,
    )


# Metadata of the old kind says it in words.
_IN_WORDS = {
    "Apache 2.0": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "BSD License": "BSD-3-Clause",
    "MIT License": "MIT",
    "Public Domain": "Unlicense",
}


def _licence_of(found: Distribution) -> str:
    metadata = found.metadata
    fields = [name for name in ("License-Expression", "License") if name in metadata]
    said = metadata[fields[0]] if fields else ""
    return _IN_WORDS.get(said, said) if len(said.splitlines()) == 1 else ""


def _home_of(found: Distribution) -> str:
    wanted = ("source", "source code", "repository", "homepage")
    urls = {
        label.strip().lower(): url.strip()
        for label, _, url in (
            entry.partition(",")
            for entry in found.metadata.get_all("Project-URL") or ()
        )
    }
    return next((urls[name] for name in wanted if name in urls), "")


def _licence_files(found: Distribution) -> tuple[Path, ...]:
    named = re.compile(
        r"\.dist-info/(licenses/)?[^/]*(LICEN[CS]E|COPYING|NOTICE)", re.IGNORECASE
    )
    files = [f for f in found.files or () if named.search(str(f))]
    paths = [Path(str(found.locate_file(file))) for file in sorted(files, key=str)]
    return tuple(path for path in paths if path.is_file())
