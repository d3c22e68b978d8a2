"""The package of the building system that a library came from, where that is known."""

import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from platform import freedesktop_os_release
from urllib.parse import quote


@dataclass(frozen=True, slots=True)
class SystemPackage:
    """A package of a Linux distribution.

    Attributes:
        name: Of the binary package.
        version: In the distribution's writing.
        purl: Its package URL.
        notice: Its copyright file.
    """

    name: str
    version: str
    purl: str
    notice: Path | None


@cache
def package_of(library: str) -> SystemPackage | None:
    """Find out which package brought a library to this machine.

    Args:
        library: The library's file name.
    """
    if shutil.which("dpkg-query") is None:
        return None
    owner = _ask("--search", f"*/{library}").partition(": ")[0].partition(",")[0]
    if not owner:
        return None
    name = owner.partition(":")[0]
    version = _ask("--showformat", "${Version}\n", "--show", owner)
    notice = Path("/usr/share/doc", name, "copyright")
    return SystemPackage(
        name,
        version,
        f"pkg:deb/{_system()}/{quote(name)}@{quote(version, safe='')}",
        notice if notice.is_file() else None,
    )


def _system() -> str:
    return freedesktop_os_release().get("ID", "debian")


def _ask(*arguments: str) -> str:
    done = subprocess.run(
        ["dpkg-query", *arguments], capture_output=True, text=True, check=False
    )
    return done.stdout.splitlines()[0] if done.stdout else ""
