"""What a window may not do on this computer, as whoever looks after it has decided."""

from reader.machine import Machine
from reader.ui.shelf_switch import Shelf
from reader.ui.window import MainWindow

_KEEPING = (
    "bookmark",
    "bookmark-section",
    "undo",
    "bookmarks",
    "history",
    "move",
    "no-trace",
)
_SAVING = ("save", "move", "browser")
_SETTING = {"text_size": ("smaller", "normal", "larger")}


def keep_rules(window: MainWindow, machine: Machine) -> None:
    """Take away what would keep, save or set what is not to be."""
    if machine.no_trace:
        window.own_actions.withdraw(_KEEPING)
        for shelf in (Shelf.BOOKMARKS, Shelf.HISTORY):
            window.finder.switch.withdraw(shelf)
        window.no_trace.stay()
    if not machine.allow_saving:
        window.own_actions.withdraw(_SAVING)
        window.dialogs.may_save = False
    for name in machine.locked:
        window.own_actions.withdraw(_SETTING.get(name, ()))
    if "theme" in machine.locked:
        window.tools.themes.setEnabled(False)
