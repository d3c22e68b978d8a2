"""The person's settings: typed, with a default each, kept as one JSON value each."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from enum import StrEnum
from typing import Any

from reader.model.errors import BugError
from reader.model.frozen import dataclass
from reader.notebook.database import Database

TEXT_SIZES = range(80, 301)
"""The text sizes a person may choose, in percent."""
READING_SPEEDS = (50, 75, 100, 125, 150, 175, 200)
"""The speeds a person may choose for reading aloud, in percent, slowest first."""


class Theme(StrEnum):
    """The colours of the window."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high-contrast"


class Spacing(StrEnum):
    """The room between letters, words, lines and paragraphs of a page."""

    COMPACT = "compact"
    NORMAL = "normal"
    WIDE = "wide"


class Paper(StrEnum):
    """The paper of handouts."""

    A4 = "a4"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Settings:
    """What the person has set.

    The type of each default is the type a value must have.

    Attributes:
        text_size: In percent of the usual size; see TEXT_SIZES.
        theme: The colours of the window.
        spacing: The room between letters, words, lines and paragraphs of a page.
        reading_speed: Of reading aloud, in percent; see READING_SPEEDS.
        reduced_motion: Nothing on the screen moves by itself.
        keep_history: What is read is recorded.
        print_log: What is printed is recorded, though not for whom.
        paper: The paper of handouts.
        handout: How the last handout looked, in the window's own writing.
        handout_presets: Choices that the person keeps under a name, in the same.
        printer: The printer of the last handout.
        window_geometry: Size and place of the window, in the window's own writing.
        window_state: Its panes, in the window's own writing.
    """

    text_size: int = 100
    theme: Theme = Theme.SYSTEM
    spacing: Spacing = Spacing.NORMAL
    reading_speed: int = 100
    reduced_motion: bool = False
    keep_history: bool = True
    print_log: bool = False
    paper: Paper = Paper.A4
    handout: str = ""
    handout_presets: str = ""
    printer: str = ""
    window_geometry: str = ""
    window_state: str = ""


DEFAULTS = Settings()

_ALLOWED: Mapping[str, Sequence[int]] = {
    "text_size": TEXT_SIZES,
    "reading_speed": READING_SPEEDS,
}

OF_THIS_COMPUTER = frozenset({"printer", "window_geometry", "window_state"})
"""Settings that belong to one screen or desk, and do not travel to another computer."""


NOT_CARRIED = OF_THIS_COMPUTER | {"print_log"}
"""Settings that no file from elsewhere may bring; nobody else turns on a log."""


class SettingsStore:
    """Reads and keeps the settings."""

    def __init__(self, database: Database) -> None:
        """Work on an open notebook file."""
        self._database = database
        self.defaults = DEFAULTS
        """What has not been set yet is so; another computer may begin otherwise."""

    def load(self) -> Settings:
        """Read the settings; whatever is missing or makes no sense has its default."""
        with self._database.reading() as con:
            rows = con.execute("SELECT key, value FROM setting").fetchall()
        return _settings(dict(rows), self.defaults)

    def save(self, wanted: Settings, *, before: Settings) -> Settings:
        """Keep what the person changed, and leave all else as other windows set it.

        Args:
            wanted: The settings as they shall be.
            before: The settings from which the person set out.

        Returns:
            The settings as they are now, with the changes of other windows.

        Raises:
            BugError: A value is none that the setting can have.
            KnownError: It could not be saved.
        """
        former = asdict(before)
        changed: dict[str, object] = {}
        for name, value in asdict(wanted).items():
            if value != former[name]:
                if not is_sensible(name, value):
                    raise BugError(f"The setting {name} was to become {value!r}.")
                changed[name] = value
        if changed:
            with self._database.writing() as con:
                con.executemany(
                    "INSERT INTO setting (key, value) VALUES (?, ?) "
                    "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                    [(name, json.dumps(value)) for name, value in changed.items()],
                )
        return self.load()


def _settings(stored: Mapping[str, str], defaults: Settings) -> Settings:
    known: dict[str, Any] = {}
    for name, default in asdict(defaults).items():
        value = decoded(stored.get(name, ""))
        if is_sensible(name, value):
            known[name] = type(default)(value)
    return replace(defaults, **known)


def decoded(text: str) -> object:
    """Read a JSON value; None, which no setting can have, for anything else."""
    try:
        value: object = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return value


def is_sensible(name: str, value: object) -> bool:
    """Tell whether a setting can have this value."""
    default = getattr(DEFAULTS, name)
    if isinstance(default, StrEnum):
        return isinstance(value, str) and value in list(type(default))
    if type(value) is not type(default):
        return False
    allowed = _ALLOWED.get(name)
    return allowed is None or value in allowed
