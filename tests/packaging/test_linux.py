"""What a Linux desktop is told: it agrees with the program and with itself."""

import configparser
import re
import struct
from collections.abc import Callable
from datetime import date
from types import ModuleType
from xml.etree import ElementTree as ET

import click
import pytest

from reader import __version__
from reader.cli.commands import reader
from reader.cli.opening import FILE_SUFFIX, SCHEME
from reader.portable import FOLDER_NAME
from tests.packaging.conftest import PACKAGING

Script = Callable[[str], ModuleType]

LINUX = PACKAGING / "linux"


@pytest.fixture
def desktop() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.read_string((LINUX / "evidence-reader.desktop").read_text("utf-8"))
    return parser["Desktop Entry"]


def test_the_desktop_entry_opens_links_and_files(
    desktop: configparser.SectionProxy,
) -> None:
    assert desktop["Exec"] == "evidence-reader %u"
    types = desktop["MimeType"].rstrip(";").split(";")
    assert f"x-scheme-handler/{SCHEME}" in types
    assert mime_type() in types


def mime_type() -> str:
    tree = ET.parse(LINUX / "evidence-reader.xml")  # noqa: S314 - our own file
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    kind = tree.find(f"{space}mime-type")
    assert kind is not None
    glob = kind.find(f"{space}glob")
    assert glob is not None
    assert glob.attrib["pattern"] == f"*{FILE_SUFFIX}"
    return kind.attrib["type"]


def test_the_metadata_of_the_app_store_agree_with_the_desktop_entry(
    desktop: configparser.SectionProxy,
) -> None:
    root = ET.parse(LINUX / "evidence-reader.metainfo.xml").getroot()  # noqa: S314
    assert root.findtext("name") == desktop["Name"]
    assert root.findtext("launchable") == "evidence-reader.desktop"
    assert root.findtext("supports/internet") == "offline-only"
    offered = {each.text for each in root.findall("provides/mediatype")}
    assert offered == set(desktop["MimeType"].rstrip(";").split(";"))
    release = root.find("releases/release")
    assert release is not None
    assert release.attrib["version"] == __version__


def test_the_icon_is_drawn_in_every_size() -> None:
    text = (PACKAGING / "icons" / "draw.py").read_text("utf-8")
    assert "SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)" in text
    for name in ("evidence-reader.svg", "evidence-reader-symbolic.svg"):
        ET.parse(PACKAGING / "icons" / name)  # noqa: S314 - our own file


@pytest.fixture
def page(script: Script) -> str:
    return str(script("linux/man_page.py").man_page(date(2026, 11, 22)))


def every_command(group: click.Group, before: str) -> list[tuple[str, click.Command]]:
    found: list[tuple[str, click.Command]] = []
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            found += every_command(command, f"{before}{name} ")
        else:
            found.append((f"{before}{name}", command))
    return found


def test_the_man_page_names_the_version_and_every_option(page: str) -> None:
    assert f"Evidence Reader {__version__}" in page
    plain = page.replace("\\-", "-")
    for name, command in [("", reader), *every_command(reader, "")]:
        if name:
            assert f".SS {name}" in plain
        for option in command.params:
            if isinstance(option, click.Option) and not option.hidden:
                assert option.opts[-1] in plain


def test_no_line_of_the_man_page_is_taken_for_a_command(page: str) -> None:
    known = {".TH", ".SH", ".SS", ".TP", ".B", ".I", ".IR", ".RI", ".br"}
    commands = {line.split()[0] for line in page.splitlines() if line.startswith(".")}
    assert commands <= known
    assert not re.search(r"^'", page, re.MULTILINE)


def icu(items: dict[str, bytes]) -> bytes:
    """A table of ICU data with these items, sorted by name."""
    head = struct.pack("<HH", 32, 0x27DA) + bytes(8) + b"CmnD"
    names = b"".join(f"icudt73l/{name}\0".encode() for name in sorted(items))
    table = 4 + 8 * len(items)
    names += bytes(-(table + len(names)) % 16)
    name_place, place = table, table + len(names)
    rows, content = b"", b""
    for name in sorted(items):
        rows += struct.pack("<II", name_place, place + len(content))
        name_place += len(f"icudt73l/{name}") + 1
        content += items[name] + bytes(-len(items[name]) % 16)
    return (
        head.ljust(32, b"\0") + struct.pack("<I", len(items)) + rows + names + content
    )


def test_data_of_icu_lose_what_no_window_asks_for(script: Script) -> None:
    kept = {"coll/sv.res": b"s" * 5, "root.res": b"r" * 32, "uts46.nrm": b"u" * 17}
    dropped = {"lang/de.res": b"l", "brkitr/thaidict.dict": b"b" * 40, "x.cnv": b"c"}
    module = script("linux/icu_data.py")
    trimmed = module.trimmed(icu(kept | dropped))
    found = {
        name.removeprefix("icudt73l/"): content for name, content in _items(trimmed)
    }
    assert found.keys() == kept.keys()
    for name, content in kept.items():
        assert found[name].startswith(content)
    assert module.trimmed(trimmed) == trimmed


def _items(data: bytes) -> list[tuple[str, bytes]]:
    (count,) = struct.unpack_from("<I", data, 32)
    rows = [struct.unpack_from("<II", data, 36 + 8 * row) for row in range(count)]
    ends = [begin for _, begin in rows[1:]] + [len(data) - 32]
    assert all(begin % 16 == 0 for _, begin in rows)
    return [
        (
            data[32 + name : data.index(b"\0", 32 + name)].decode(),
            data[32 + begin : 32 + end],
        )
        for (name, begin), end in zip(rows, ends, strict=True)
    ]


def test_what_is_no_data_of_icu_is_refused(script: Script) -> None:
    with pytest.raises(ValueError, match="not the data of ICU"):
        script("linux/icu_data.py").trimmed(bytes(64))


def test_a_search_path_of_the_building_machine_is_emptied(script: Script) -> None:
    module = script("linux/search_paths.py")
    library = b"\x7fELF\0/home/me/python/lib\0libc.so.6\0"
    emptied = module.emptied(library, "/home/me/python/lib")
    assert len(emptied) == len(library)
    assert b"/home/me" not in emptied
    with pytest.raises(ValueError, match="does not stand there once"):
        module.emptied(library, "/elsewhere")


def test_a_package_has_no_script_that_touches_what_a_person_keeps() -> None:
    for name in ("build-deb", "build-rpm"):
        text = (LINUX / name).read_text("utf-8")
        assert not re.search(r"postrm|postinst|prerm|%post|%pre", text)


def test_the_readme_of_the_stick_names_the_folder() -> None:
    assert f'"{FOLDER_NAME}"' in (LINUX / "README.txt").read_text("utf-8")
    assert f'/{FOLDER_NAME}"' in (LINUX / "build-tar").read_text("utf-8")
