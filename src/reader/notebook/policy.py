"""What whoever looks after this computer has decided about the settings."""

from dataclasses import replace
from typing import Any, Final

from reader.machine import Machine
from reader.model.frozen import dataclass
from reader.notebook.settings import DEFAULTS, Settings, is_sensible

SETTABLE: Final = frozenset(
    {
        "keep_history",
        "paper",
        "print_log",
        "reading_speed",
        "reduced_motion",
        "spacing",
        "text_size",
        "theme",
    }
)
"""The settings that can be decided for a computer."""


@dataclass(frozen=True, slots=True)
class Policy:
    """The settings of a new person, and those that nobody can change.

    Attributes:
        defaults: The settings until a person changes them.
        locked: The names of those that stay so.
    """

    defaults: Settings = DEFAULTS
    locked: frozenset[str] = frozenset()

    def applied_to(self, settings: Settings) -> Settings:
        """These settings, with the locked ones as they were decided."""
        kept: dict[str, Any] = {n: getattr(self.defaults, n) for n in self.locked}
        return replace(settings, **kept) if kept else settings


FREE: Final = Policy()
"""Nothing is decided."""


def policy_of(machine: Machine) -> Policy:
    """Read the decisions about settings.

    Raises:
        UnreadableError: There is no such setting, or it cannot have that value.
    """
    if not machine.settings and not machine.locked:
        return FREE
    chosen: dict[str, Any] = {}
    for name, value in machine.settings:
        _demand_known(machine, name, key=name)
        if not is_sensible(name, value):
            raise machine.wrong(name, f"it cannot be {_shown(value)}")
        chosen[name] = type(getattr(DEFAULTS, name))(value)
    for name in machine.locked:
        _demand_known(machine, name, key="locked")
    return Policy(replace(DEFAULTS, **chosen), frozenset(machine.locked))


def _demand_known(machine: Machine, name: str, *, key: str) -> None:
    if name not in SETTABLE:
        raise machine.wrong(key, f"there is no setting {_shown(name)}")


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return f'"{value}"' if isinstance(value, str) else str(value)
