"""The Python modules inside a frozen program and inside its zip of the start."""

import hashlib
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PyInstaller.archive.readers import CArchiveReader

_MARK = b"MEI\014\013\012\013\016"  # what PyInstaller marks its programs with
_PYZ = "z"  # PyInstaller's mark of an archive of modules
_SCRIPTS = frozenset({"s", "m", "M"})  # of a script, a module, a package


def modules_inside(path: Path) -> Iterator[str]:
    """The dotted names of the modules that a file holds; none for most files."""
    if path.suffix == ".zip":
        yield from _in_zip(path)
        return
    reader = _open(path)
    if reader is None:
        return
    for name, entry in sorted(reader.toc.items()):
        if entry[-1] == _PYZ:
            yield from sorted(reader.open_embedded_archive(name).toc)
        elif entry[-1] in _SCRIPTS and name != "__main__":
            yield name


def digest_of_modules(path: Path, wanted: frozenset[str]) -> str:
    """The SHA-256 of some modules as they are inside a program; "" for none."""
    reader = _open(path)
    if reader is None:
        return ""
    digest = hashlib.sha256()
    found = False
    for name, entry in sorted(reader.toc.items()):
        if entry[-1] != _PYZ:
            continue
        archive = reader.open_embedded_archive(name)
        for module in sorted(wanted.intersection(archive.toc)):
            code = archive.extract(module, raw=True)
            digest.update(f"{module}\n".encode() + (code or b""))
            found = True
    return digest.hexdigest() if found else ""


def _in_zip(path: Path) -> Iterator[str]:
    with zipfile.ZipFile(path) as archive:
        for name in sorted(archive.namelist()):
            if name.endswith(".pyc"):
                parts = PurePosixPath(name).with_suffix("").parts
                yield ".".join(part for part in parts if part != "__init__")


def _open(path: Path) -> "CArchiveReader | None":
    """PyInstaller's own reader of what is in a program; None for any other file."""
    if _MARK not in path.read_bytes():
        return None
    from PyInstaller.archive.readers import ArchiveReadError, CArchiveReader

    try:
        return CArchiveReader(str(path))
    except ArchiveReadError:
        return None
