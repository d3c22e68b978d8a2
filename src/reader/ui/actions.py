"""Everything a person can do, by name and key: one list for menus, bar and F1."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from reader.ui.icons import icon
from reader.ui.theme import Theme

_ICON = 24  # pixels at 100 %
_MIRRORED = {"back": "forward", "forward": "back"}
"""Arrows that point where reading goes, for where it goes from right to left."""


class ActionSpec(NamedTuple):
    """One thing a person can do.

    Attributes:
        name: What the program calls it.
        words: What a person reads.
        keys: The keys that do it; the first is shown.
        icon: The name of its icon; "" for none.
        tip: What it does, where the words do not say it.
    """

    name: str
    words: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    tip: str = ""


class Actions(QObject):
    """The actions of one window, each to be found by its name."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._icons: dict[str, str] = {}
        self._drawn: dict[str, tuple[str, Theme, int]] = {}
        self._side = _ICON
        self._window = window
        self._actions: dict[str, QAction] = {}
        for spec in self.specs():
            self._actions[spec.name] = self._make(spec, window)

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def specs(self) -> tuple[ActionSpec, ...]:
        """All actions in the order of the shortcut sheet."""
        return (
            *self._getting_about(),
            *self._keeping(),
            *self._on_a_page(),
            *self._on_paper(),
            *self._looks(),
            *self._aloud(),
            *self._of_the_window(),
        )

    def _getting_about(self) -> tuple[ActionSpec, ...]:
        """Finding pages and going about."""
        return (
            ActionSpec("search", self.tr("Search"), ("Ctrl+K", "Ctrl+L")),
            ActionSpec("home", self.tr("Start page"), ("Alt+Home",), "home"),
            ActionSpec("back", self.tr("Back"), ("Alt+Left", "Backspace"), "back"),
            ActionSpec("forward", self.tr("Forward"), ("Alt+Right",), "forward"),
        )

    def _keeping(self) -> tuple[ActionSpec, ...]:
        """What is kept, and what is not."""
        return (
            ActionSpec(
                "bookmark",
                self.tr("Bookmark"),
                ("Ctrl+D",),
                "star",
                self.tr("Keep this page in your bookmarks, or take it out"),
            ),
            ActionSpec(
                "bookmark-section",
                self.tr("Bookmark this section"),
                ("Ctrl+Shift+D",),
            ),
            ActionSpec(
                "new-window",
                self.tr("New window"),
                ("Ctrl+N",),
                tip=self.tr("Open a second window, to compare two pages"),
            ),
            ActionSpec("undo", self.tr("Undo the last change"), ("Ctrl+Z",)),
            ActionSpec("bookmarks", self.tr("Your bookmarks"), ("Ctrl+B",)),
            ActionSpec("history", self.tr("History"), ("Ctrl+H",)),
            ActionSpec(
                "no-trace",
                self.tr("Leave no trace"),
                ("Ctrl+Shift+N",),
                tip=self.tr("Remember nothing of what you read"),
            ),
            ActionSpec(
                "move",
                self.tr("Move to another computer…"),
                ("Ctrl+Shift+M",),
                tip=self.tr("Save all that you keep in one file, or bring one in"),
            ),
        )

    def _on_a_page(self) -> tuple[ActionSpec, ...]:
        """Finding one's way on a page."""
        return (
            ActionSpec("find", self.tr("Find on this page"), ("Ctrl+F",)),
            ActionSpec("find-next", self.tr("Next place found"), ("F3", "Ctrl+G")),
            ActionSpec(
                "find-previous",
                self.tr("Place found before"),
                ("Shift+F3", "Ctrl+Shift+G"),
            ),
            ActionSpec("next-heading", self.tr("Next heading"), ("Ctrl+Down",)),
            ActionSpec("previous-heading", self.tr("Heading before"), ("Ctrl+Up",)),
            ActionSpec("next-badge", self.tr("Next badge"), ("Ctrl+.",)),
            ActionSpec("previous-badge", self.tr("Badge before"), ("Ctrl+Shift+.",)),
            ActionSpec(
                "page-list",
                self.tr("Headings, links and badges of this page"),
                ("Ctrl+J",),
            ),
            ActionSpec(
                "browser",
                self.tr("Open in my browser"),
                ("Ctrl+Shift+B",),
                tip=self.tr("Open this page in the browser of this computer"),
            ),
        )

    def _on_paper(self) -> tuple[ActionSpec, ...]:
        """Handouts."""
        return (
            ActionSpec("print", self.tr("Print"), ("Ctrl+P",), "print"),
            ActionSpec(
                "handouts",
                self.tr("Handouts for a list…"),
                ("Ctrl+Shift+P",),
                tip=self.tr("Print or save many topics at once"),
            ),
            ActionSpec("save", self.tr("Save as PDF"), ("Ctrl+S",), "save"),
        )

    def _looks(self) -> tuple[ActionSpec, ...]:
        """How it looks."""
        return (
            ActionSpec(
                "smaller",
                self.tr("Smaller text"),
                ("Ctrl+-",),
                "text-smaller",
            ),
            ActionSpec("normal", self.tr("Normal text size"), ("Ctrl+0",)),
            ActionSpec(
                "larger",
                self.tr("Larger text"),
                ("Ctrl++", "Ctrl+="),
                "text-larger",
            ),
        )

    def _aloud(self) -> tuple[ActionSpec, ...]:
        """Reading aloud."""
        return (
            ActionSpec(
                "read-aloud",
                self.tr("Read aloud"),
                ("Ctrl+R",),
                "speaker",
                self.tr("Read this page aloud; pause, and go on"),
            ),
            ActionSpec(
                "read-here",
                self.tr("Read aloud from here"),
                ("Ctrl+Shift+R",),
            ),
            ActionSpec(
                "stop-reading",
                self.tr("Stop reading aloud"),
                ("Esc",),
            ),
            ActionSpec(
                "read-slower",
                self.tr("Read slower"),
                ("Ctrl+Shift+Down",),
            ),
            ActionSpec(
                "read-faster",
                self.tr("Read faster"),
                ("Ctrl+Shift+Up",),
            ),
        )

    def _of_the_window(self) -> tuple[ActionSpec, ...]:
        """The window and the program."""
        return (
            ActionSpec(
                "panel",
                self.tr("Show or hide the side panel"),
                ("F9",),
            ),
            ActionSpec("next-pane", self.tr("Next part of the window"), ("F6",)),
            ActionSpec(
                "previous-pane",
                self.tr("Part of the window before"),
                ("Shift+F6",),
            ),
            ActionSpec("settings", self.tr("Settings"), ("Ctrl+,",)),
            ActionSpec("shortcuts", self.tr("Keyboard shortcuts"), ("F1",)),
            ActionSpec("about", self.tr("About Evidence Reader")),
            ActionSpec("quit", self.tr("Close the window"), ("Ctrl+Q", "Ctrl+W")),
        )

    def offered(self) -> tuple[ActionSpec, ...]:
        """The actions that this window has."""
        return tuple([each for each in self.specs() if self[each.name].isVisible()])

    def withdraw(self, names: Iterable[str]) -> None:
        """Take actions away for good: from menus, bars and keys."""
        for name in names:
            action = self[name]
            action.setVisible(False)
            action.setShortcuts([])

    def _make(self, spec: ActionSpec, window: QWidget) -> QAction:
        action = QAction(spec.words, window)
        action.setObjectName(f"action-{spec.name}")
        action.setShortcuts([QKeySequence(key) for key in spec.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        tip = spec.tip or spec.words
        if spec.keys:
            shown = QKeySequence(spec.keys[0]).toString(
                QKeySequence.SequenceFormat.NativeText
            )
            tip = f"{tip} ({shown})"
        action.setToolTip(tip)
        window.addAction(action)
        if spec.icon:
            self._icons[spec.name] = spec.icon
        return action

    def set_icon(self, name: str, icon_name: str, theme: Theme) -> None:
        """Give an action another icon, for example a filled star."""
        self._icons[name] = icon_name
        drawn = icon_name, theme, self._side
        # The star is asked for four times in a start, and a drawing takes 0.5 ms.
        if self._drawn.get(name) != drawn:
            self._drawn[name] = drawn
            if self._window.isRightToLeft():
                icon_name = _MIRRORED.get(icon_name, icon_name)
            self._actions[name].setIcon(icon(icon_name, theme, self._side))

    def dress(self, theme: Theme, percent: int = 100) -> None:
        """Draw all icons in the colours of a theme, as large as the words."""
        self._side = round(_ICON * percent / 100)
        for name, icon_name in self._icons.items():
            self.set_icon(name, icon_name, theme)
