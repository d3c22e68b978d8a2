"""Look into the wheels of a folder: is all inside, and nothing that should not be?

python tools/check_wheel.py DIST
"""

import sys
import zipfile
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[1]
NEEDED = (
    "reader/assets/library.db",
    "reader/assets/fonts/AtkinsonHyperlegibleNext-Regular.ttf",
    "reader/assets/fonts/OFL.txt",
    "reader/assets/i18n/evidence-reader_en.qm",
)
BUILD_TRACES = ("__pycache__", ".pyc", ".orig", ".swp")


def faults_in(wheel: Path, checkout: Path) -> list[str]:
    """Say what is wrong with a wheel, one sentence for each fault.

    Args:
        wheel: The wheel to look into.
        checkout: The folder it was built from, whose path no file may hold.
    """
    with zipfile.ZipFile(wheel) as archive:
        contents = {name: archive.read(name) for name in archive.namelist()}
    faults = [f"{name} is missing" for name in NEEDED if name not in contents]
    if not any(name.endswith("/LICENSE") for name in contents):
        faults.append("the licence is missing")
    path = str(checkout).encode()
    for name, content in contents.items():
        if path in content:
            faults.append(f"{name} tells where it was built")
        if any(trace in name for trace in BUILD_TRACES):
            faults.append(f"{name} is a left-over of the build")
        if name.endswith(".dist-info/METADATA") and b"://" in content:
            faults.append(f"{name} names an address")
    return faults


def main(folder: Path) -> int:
    """Check each wheel of a folder; 1 if one has a fault or there is none."""
    wheels = sorted(folder.glob("*.whl"))
    if not wheels:
        print(f"{folder} holds no wheel")
        return 1
    found = 0
    for wheel in wheels:
        faults = faults_in(wheel, CHECKOUT)
        found += len(faults)
        for fault in faults:
            print(f"{wheel.name}: {fault}")
        if not faults:
            print(f"{wheel}: {wheel.stat().st_size / 1e6:.1f} MB, as it should be")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
