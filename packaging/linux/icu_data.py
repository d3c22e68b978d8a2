"""Makes Qt's library of ICU data smaller: what no window of ours asks for goes.

Qt's core is linked to ICU and uses it to compare words, to change case and to read
old encodings. Its data, 32 MB, also name every language, region, currency, unit and
time zone in 200 languages, break Thai and Chinese into words and transliterate. ICU
looks each item up by name and does without one that is missing, so those are left
out, and a library with the rest, 9 MB, is linked anew.
"""

import re
import struct
import subprocess
from collections.abc import Iterable
from pathlib import Path

_DROPPED = re.compile(
    r"[^/]+/(?:(?:brkitr|curr|lang|rbnf|region|translit|unit|zone)/.*"
    r"|.*\.cnv|.*\.cfu|unames\.icu)"
)
_MAGIC = 0x27DA
_ALIGNED = 16  # bytes
_SYMBOL = re.compile(r"\b(icudt\d+_dat)\b")
_ASSEMBLY = """\
.globl {symbol}
.section .rodata
.balign 16
.type {symbol}, @object
{symbol}:
.incbin "{data}"
.size {symbol}, . - {symbol}
.section .note.GNU-stack, "", @progbits
"""


def trimmed(data: bytes) -> bytes:
    """ICU data, as in a file `icudt73l.dat`, without what is not used.

    The form is that of ICU's `ucmndata.h`: a header, the count of items, for each
    item where its name and its data begin, the names, the data. Items are sorted
    by name.

    Raises:
        ValueError: This is not such data.
    """
    header, magic = struct.unpack_from("<HH", data)
    if magic != _MAGIC or data[12:16] != b"CmnD":
        message = "This is not the data of ICU."
        raise ValueError(message)
    kept = [item for item in _items(data, header) if not _DROPPED.match(item[0])]
    return data[:header] + _table(kept)


def _items(data: bytes, start: int) -> Iterable[tuple[str, bytes]]:
    """Each item: its name, and its data with what fills it up."""
    (count,) = struct.unpack_from("<I", data, start)
    places = list(struct.iter_unpack("<II", data[start + 4 : start + 4 + 8 * count]))
    ends = [begin for _, begin in places[1:]] + [len(data) - start]
    for (name, begin), end in zip(places, ends, strict=True):
        letters = data[start + name : data.index(b"\0", start + name)]
        yield letters.decode("ascii"), data[start + begin : start + end]


def _table(items: list[tuple[str, bytes]]) -> bytes:
    names, name_places = b"", []
    head = 4 + 8 * len(items)
    for name, _ in items:
        name_places.append(head + len(names))
        names += name.encode("ascii") + b"\0"
    names += b"\xaa" * (-(head + len(names)) % _ALIGNED)
    place = head + len(names)
    places, contents = [], []
    for name_place, (_, content) in zip(name_places, items, strict=True):
        places.append(struct.pack("<II", name_place, place))
        filled = content + b"\xaa" * (-len(content) % _ALIGNED)
        contents.append(filled)
        place += len(filled)
    return b"".join((struct.pack("<I", len(items)), *places, names, *contents))


def is_data(name: str) -> bool:
    """Whether a file, named with its folder, is Qt's library of ICU data."""
    return name.rpartition("/")[2].startswith("libicudata.so.")


def trim_library(library: Path, folder: Path) -> Path:
    """Link a library of ICU data anew, without what is not used.

    Args:
        library: For example `libicudata.so.73`.
        folder: Where the new one goes, under the same name.

    Raises:
        subprocess.CalledProcessError: The tools of binutils failed.
        ValueError: The library does not hold what is expected.
    """
    folder.mkdir(parents=True, exist_ok=True)
    symbol = _SYMBOL.search(_run("nm", "--dynamic", str(library)))
    if symbol is None:
        message = f"{library.name} has no table of data."
        raise ValueError(message)
    whole, data, part = (
        folder / f"{library.name}.{end}" for end in ("all", "dat", "o")
    )
    _run("objcopy", "--dump-section", f".rodata={whole}", str(library), "/dev/null")
    data.write_bytes(trimmed(whole.read_bytes()))
    source = folder / f"{library.name}.s"
    source.write_text(_ASSEMBLY.format(symbol=symbol[1], data=data), encoding="ascii")
    made = folder / library.name
    _run("as", "-o", str(part), str(source))
    _run(
        *("ld", "-shared", "--build-id=none", "-z", "noexecstack"),
        *("-soname", library.name, "-o", str(made), str(part)),
    )
    return made


def _run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
