"""The Python source that PySide6 carries inside a library of its own, compiled once.

Some fifteen modules that describe its functions lie in Shiboken as text, and are
unpacked and compiled at each start: a fifth of the time that loading PySide6 takes. But
a folder `files.dir` beside Shiboken comes first, and PySide6 writes it itself where
SBK_EMBED is 0. So the frozen program brings that folder along, as bytecode.
"""

import os
import py_compile
import shutil
import subprocess
import sys
from pathlib import Path

import shiboken6

FOLDER = "files.dir"


def modules(work: Path) -> list[tuple[str, str, str]]:
    """The compiled modules, as PyInstaller wants them: place, file, kind.

    Args:
        work: A folder to put them in.
    """
    source = _unpacked(work / FOLDER)
    compiled = work / "shiboken6"
    found = []
    for path in sorted(source.rglob("*.py")):
        name = path.relative_to(source).with_suffix(".pyc")
        place = Path("shiboken6", FOLDER, name).as_posix()
        py_compile.compile(
            str(path),
            cfile=str(compiled / name),
            dfile=place.removesuffix("c"),  # the same wherever it is built
            doraise=True,
            optimize=1,
            invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
        )
        found.append((place, str(compiled / name), "DATA"))
    return found


def _unpacked(target: Path) -> Path:
    """Have PySide6 write the modules beside itself, and take them from there."""
    beside = Path(shiboken6.__file__).resolve().parent / FOLDER
    shutil.rmtree(target, ignore_errors=True)
    try:
        _load_qt("0")
        shutil.copytree(beside, target)
    finally:
        _load_qt("1")  # which takes them away again
    return target


def _load_qt(embedded: str) -> None:
    subprocess.run(
        [sys.executable, "-B", "-c", "import PySide6.QtCore"],
        check=True,
        env={**os.environ, "SBK_EMBED": embedded},
    )
