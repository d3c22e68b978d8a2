"""What holds for everybody on this computer, as whoever looks after it has set it.

A folder of the system, which people may read and only an administrator may write, can
hold ``machine.toml`` (this module) and ``clinic.toml`` (the profile of the clinic). A
file that is wrong stops the program: it may be the very one that was to lock it.
"""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from reader.model.errors import UnreadableError
from reader.model.frozen import dataclass

MACHINE_VARIABLE: Final = "EVIDENCE_READER_MACHINE"
"""Names another folder, where the system's own holds no `machine.toml`."""

FILE_NAME: Final = "machine.toml"
CLINIC_FILE: Final = "clinic.toml"
IDLE_SECONDS: Final = range(5, 86_401)

_SIZE_LIMIT: Final = 64 * 1024  # bytes
_TABLE: Final = "settings"


@dataclass(frozen=True, slots=True)
class Machine:
    """What has been decided for this computer.

    Attributes:
        library: The library to read, instead of the one that ships.
        notebook: The folder for what a person keeps, where nobody names another.
        no_trace: Nothing is ever kept.
        allow_saving: People may write handouts and other files.
        kiosk: Every window is a kiosk.
        idle: The seconds without input after which it starts afresh.
        kiosk_print: A kiosk may print.
        settings: What a person's settings are until they change them.
        locked: Settings that nobody can change.
        source: The file that says so; None where there is none.
        lines: The line of each key in it.
    """

    library: Path | None = None
    notebook: Path | None = None
    no_trace: bool = False
    allow_saving: bool = True
    kiosk: bool = False
    idle: int | None = None
    kiosk_print: bool = False
    settings: tuple[tuple[str, object], ...] = ()
    locked: tuple[str, ...] = ()
    source: Path | None = None
    lines: tuple[tuple[str, int], ...] = ()

    def notebook_folder(
        self, environment: Mapping[str, str] = os.environ
    ) -> Path | None:
        """The folder for what a person keeps, unless the person names another."""
        named = environment.get("EVIDENCE_READER_HOME", "")
        return None if named else self.notebook

    def wrong(self, key: str, problem: str) -> UnreadableError:
        """The error that says what is wrong with a key; its line is found here."""
        lines = dict(self.lines)
        line = lines.get(key) or lines.get(f"{_TABLE}.{key}", 0)
        return _wrong(self.source or Path(FILE_NAME), line, key, problem)


def machine_folder(
    platform: str = sys.platform, environment: Mapping[str, str] = os.environ
) -> Path:
    """The folder with what holds for everybody, whether or not it is there.

    The variable may name another one, but takes nobody out of what an administrator
    has set.
    """
    usual = _usual_folder(platform, environment)
    other = environment.get(MACHINE_VARIABLE, "")
    if other and not os.path.lexists(usual / FILE_NAME):
        return Path(other).absolute()
    return usual


def clinic_path() -> Path:
    """Where the profile of the clinic lies that holds for everybody."""
    return machine_folder() / CLINIC_FILE


def read_machine(folder: Path | None = None) -> Machine:
    """Read what has been decided for this computer; nothing if there is no file.

    Raises:
        UnreadableError: The file cannot be read or something in it is wrong.
    """
    path = (folder or machine_folder()) / FILE_NAME
    # One question to the disk, and no more on the computers that have no such file.
    try:
        if path.stat().st_size > _SIZE_LIMIT:
            raise _wrong(path, 0, "", "it is far too large")
        text = path.read_text("utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        return NOBODY
    except OSError as error:
        raise _unreadable(
            path, (error.strerror or "no reason given").lower()
        ) from error
    except UnicodeDecodeError as error:
        raise _unreadable(path, "it is not UTF-8 text") from error
    return _machine(path, text)


def _usual_folder(platform: str, environment: Mapping[str, str]) -> Path:
    if platform == "win32":
        shared = environment.get("PROGRAMDATA") or r"C:\ProgramData"
        return Path(shared, "Evidence Reader")
    if platform == "darwin":
        return Path("/Library/Application Support/Evidence Reader")
    return Path("/etc/evidence-reader")


def _machine(path: Path, text: str) -> Machine:
    import tomllib  # noqa: PLC0415 - most computers have no such file

    try:
        values = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        message = f"The file “{path}” is not right: {error}."
        raise UnreadableError(message, _ADVICE) from error
    lines = _lines(text)
    for key in values:
        if key not in _KEYS:
            raise _wrong(path, lines.get(key, 0), key, "there is no such key")
    given: dict[str, Any] = {}
    given |= {key: _checked(path, lines, key, values[key]) for key in values}
    machine = Machine(**given, source=path, lines=tuple(lines.items()))
    if not machine.kiosk:
        for key in ("idle", "kiosk_print"):
            if key in given:
                raise machine.wrong(key, "it needs kiosk = true")
    return machine


def _checked(path: Path, lines: Mapping[str, int], key: str, value: object) -> object:
    """A value as the record holds it.

    Raises:
        UnreadableError: It is none that the key can have.
    """
    fits, problem = _KEYS[key]
    found = fits(path, value)
    if found is None:
        raise _wrong(path, lines.get(key, 0), key, problem)
    return found


def _yes_or_no(path: Path, value: object) -> bool | None:
    del path
    return value if isinstance(value, bool) else None


def _seconds(path: Path, value: object) -> int | None:
    del path
    fits = type(value) is int and value in IDLE_SECONDS
    return value if fits and isinstance(value, int) else None


def _place(path: Path, value: object) -> Path | None:
    """A file or folder; "~" and the system's variables stand for what they mean."""
    if not isinstance(value, str) or not value.strip():
        return None
    named = Path(os.path.expandvars(value)).expanduser()
    return named if named.is_absolute() else path.parent / named


def _table(path: Path, value: object) -> tuple[tuple[str, object], ...] | None:
    del path
    return tuple(value.items()) if isinstance(value, dict) else None


def _names(path: Path, value: object) -> tuple[str, ...] | None:
    del path
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return tuple(value)
    return None


_YES_OR_NO: Final = (_yes_or_no, "write true or false, without quotes")
_PLACE: Final = (_place, "write the name of a file or folder in 'single quotes'")
_KEYS: Final[Mapping[str, tuple[Any, str]]] = {
    "library": _PLACE,
    "notebook": _PLACE,
    "no_trace": _YES_OR_NO,
    "allow_saving": _YES_OR_NO,
    "kiosk": _YES_OR_NO,
    "idle": (_seconds, "write a number of seconds from 5 to 86400"),
    "kiosk_print": _YES_OR_NO,
    "settings": (_table, "write [settings] on a line of its own"),
    "locked": (_names, 'write a list of settings, such as ["keep_history"]'),
}


def _lines(text: str) -> dict[str, int]:
    """The line of each key, counted from 1; keys of a table have its name before."""
    lines: dict[str, int] = {}
    table = ""
    for number, line in enumerate(text.splitlines(), start=1):
        bare = line.strip()
        if bare.startswith("["):
            table = bare.strip("[] \t").strip("\"'")
            lines.setdefault(table, number)
        elif "=" in bare and not bare.startswith("#"):
            key = bare.partition("=")[0].strip().strip("\"'")
            lines.setdefault(f"{table}.{key}" if table else key, number)
    return lines


def _wrong(path: Path, line: int, key: str, problem: str) -> UnreadableError:
    where = f"line {line}, " if line else ""
    what = f"{where}“{key}”: {problem}" if key else problem
    return UnreadableError(f"The file “{path}” is not right: {what}.", _ADVICE)


def _unreadable(path: Path, reason: str) -> UnreadableError:
    message = f"The file “{path}” cannot be read ({reason})."
    return UnreadableError(message, _ADVICE)


_ADVICE: Final = (
    "Evidence Reader does not start before that is put right, since this file may "
    "lock settings: tell whoever looks after this computer."
)
NOBODY: Final = Machine()
"""Where nobody has decided anything."""
