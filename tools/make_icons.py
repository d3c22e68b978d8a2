"""Put the drawn icon into the files that Windows and macOS want.

python packaging/icons/draw.py build/icons
python -m tools.make_icons build/icons build

The second writes evidence-reader.ico and evidence-reader.icns into its second folder.
Both formats are a list of pictures in PNG; there is nothing more to them.
"""

import struct
import sys
from collections.abc import Mapping
from pathlib import Path

NAME = "evidence-reader"
_ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
_LARGEST = 256  # is written as 0 in an .ico

# For each name in an .icns the pixels each way; a name twice as large is for
# displays with twice the pixels (Apple, "Icon Composer", and Wikipedia on the format).
_ICNS_NAMES = (
    (b"icp4", 16),
    (b"icp5", 32),
    (b"ic11", 32),
    (b"ic12", 64),
    (b"ic07", 128),
    (b"ic13", 256),
    (b"ic08", 256),
    (b"ic14", 512),
    (b"ic09", 512),
)


def ico(pictures: Mapping[int, bytes]) -> bytes:
    """An icon for Windows (Vista and newer, which read PNG inside).

    Args:
        pictures: A PNG for each number of pixels.
    """
    header = struct.pack("<HHH", 0, 1, len(_ICO_SIZES))
    place = len(header) + 16 * len(_ICO_SIZES)
    entries, content = b"", b""
    for size in _ICO_SIZES:
        side = 0 if size == _LARGEST else size
        length = len(pictures[size])
        entries += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, length, place)
        content += pictures[size]
        place += length
    return header + entries + content


def icns(pictures: Mapping[int, bytes]) -> bytes:
    """An icon for macOS.

    Args:
        pictures: A PNG for each number of pixels.
    """
    content = b"".join(
        name + struct.pack(">I", 8 + len(pictures[size])) + pictures[size]
        for name, size in _ICNS_NAMES
    )
    return b"icns" + struct.pack(">I", 8 + len(content)) + content


def main(drawn: Path, target: Path) -> int:
    """Write both files; 1 if a size was not drawn."""
    wanted = {*_ICO_SIZES, *(size for _, size in _ICNS_NAMES)}
    pictures: dict[int, bytes] = {}
    for size in sorted(wanted):
        path = drawn / f"{size}x{size}" / "apps" / f"{NAME}.png"
        if not path.is_file():
            print(f"{path} is missing: run packaging/icons/draw.py first")
            return 1
        pictures[size] = path.read_bytes()
    target.mkdir(parents=True, exist_ok=True)
    for suffix, content in ((".ico", ico(pictures)), (".icns", icns(pictures))):
        path = target / f"{NAME}{suffix}"
        path.write_bytes(content)
        print(f"{path}: {len(content)} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
