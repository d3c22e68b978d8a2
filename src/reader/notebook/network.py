"""Whether a folder lies on another computer.

SQLite's write-ahead log needs memory that all who have the file open share, which no
network disk has (SQLite, "Write-Ahead Logging", section 1). There the older journal is
used, which asks no more of the disk than locks.
"""

import sys
from pathlib import Path
from typing import Final

_MOUNTS: Final = Path("/proc/self/mounts")
_REMOTE_DRIVE: Final = 4  # GetDriveTypeW: DRIVE_REMOTE
_KINDS: Final = frozenset(
    {
        "9p",
        "afs",
        "ceph",
        "cifs",
        "davfs",
        "fuse.davfs2",
        "fuse.glusterfs",
        "fuse.gvfsd-fuse",
        "fuse.rclone",
        "fuse.sshfs",
        "glusterfs",
        "lustre",
        "ncpfs",
        "nfs",
        "nfs4",
        "smb3",
        "smbfs",
    }
)
"""What Linux calls file systems of other computers."""


def is_on_network(folder: Path, platform: str = sys.platform) -> bool:
    """Tell whether a folder that is there lies on another computer.

    Known on Windows and Linux; elsewhere the answer is no.
    """
    if platform == "win32":
        return is_share(str(folder.absolute())) or _is_remote_drive(folder)
    if platform.startswith("linux"):
        try:
            mounts = _MOUNTS.read_text("utf-8", errors="surrogateescape")
        except OSError:
            return False
        return kind_of_mount(folder.resolve(), mounts) in _KINDS
    return False


def is_share(path: str) -> bool:
    r"""Tell whether a path of Windows is one of a share: ``\\server\share\folder``."""
    path = path.replace("/", "\\").upper()
    if path.startswith("\\\\?\\"):
        return path.startswith("\\\\?\\UNC\\")
    return path.startswith("\\\\") and not path.startswith("\\\\.\\")


def kind_of_mount(folder: Path, mounts: str) -> str:
    """The kind of file system that a folder of Linux lies on.

    Args:
        folder: An absolute path without links.
        mounts: The system's table of mounts.
    """
    best, kind = -1, ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:  # noqa: PLR2004 - device, folder, kind
            continue
        place = Path(_unescaped(fields[1]))
        # Of two on the same folder the later one hides the one before.
        if len(place.parts) >= best and folder.is_relative_to(place):
            best, kind = len(place.parts), fields[2]
    return kind


def _unescaped(field: str) -> str:
    for code, letter in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n")):
        field = field.replace(code, letter)
    return field.replace("\\134", "\\")


def _is_remote_drive(folder: Path) -> bool:
    """Tell whether Windows has connected a letter with a share."""
    import ctypes  # noqa: PLC0415 - no other system needs it

    drive = folder.absolute().anchor
    windows = getattr(ctypes, "windll", None)
    if windows is None or not drive:
        return False
    return bool(windows.kernel32.GetDriveTypeW(drive) == _REMOTE_DRIVE)
