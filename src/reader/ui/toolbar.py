"""The bar at the top: what is used most, in words."""

from enum import IntEnum

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QAction, QActionGroup, QIcon
from PySide6.QtWidgets import (
    QLabel,
    QMenu,
    QSizePolicy,
    QToolBar,
    QToolButton,
    QWidget,
)

from reader.ui.actions import Actions
from reader.ui.icons import icon
from reader.ui.theme import Theme, ThemeChoice

_WORDED = ("back", "bookmark", "read-aloud", "print", "save")
_ICON = 20  # pixels at 100 %
_EDGES = 20  # pixels beside the buttons, both sides together
_GAP = 2  # pixels between two buttons
_ICONS_ALONE = Qt.ToolButtonStyle.ToolButtonIconOnly

# Each shared action that gives way, and what it stands before when it comes back.
_GIVES_WAY = {"forward": "bookmark", "home": "back", "save": "more"}


class _Step(IntEnum):
    """How much room the bar takes, from most to least."""

    WORDS = 0
    ICONS = 1
    FEWER_WORDS = 2
    NO_MENU = 3
    LEAST = 4


class ToolBar(QToolBar):
    """Buttons for the actions, and the menus for colours and for the rest."""

    def __init__(self, actions: Actions, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("toolbar")
        self.setWindowTitle(self.tr("Tools"))
        self.setAccessibleName(self.tr("Tools"))
        self.setMovable(False)
        self.setFloatable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setIconSize(QSize(_ICON, _ICON))
        self._own = actions
        self._fitted: tuple[object, ...] = ()
        for name in ("home", "back", "forward", "bookmark"):
            self._add(name)
        self._stretch()
        self._add("smaller")
        self.size_label = QLabel(self)
        self.size_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._size_action = self.addWidget(self.size_label)
        self._add("larger")
        self.themes = QActionGroup(self)
        self._theme_menu = self._make_theme_menu()
        self._theme_button = self._menu_button(self._theme_menu.title())
        self._theme_button.setMenu(self._theme_menu)
        self._theme_action = self.addWidget(self._theme_button)
        self._add("read-aloud")
        self._add("print")
        self._add("save")
        self._more_button = self._menu_button(self.tr("More"))
        self.more_menu = self._make_more_menu()
        self._more_button.setMenu(self.more_menu)
        self._more_action = self.addWidget(self._more_button)
        for name in _WORDED:
            actions[name].changed.connect(self._on_changed)

    def show_size(self, percent: int) -> None:
        """Show the text size."""
        self.size_label.setText(self.tr("{percent} %").format(percent=percent))
        self.size_label.setAccessibleName(
            self.tr("Text size {percent} percent").format(percent=percent)
        )

    def show_choice(self, choice: ThemeChoice) -> None:
        """Tick the colours that are chosen."""
        for action in self.themes.actions():
            action.setChecked(action.data() == choice.value)

    def dress(self, theme: Theme, percent: int) -> None:
        """Draw the icons in the colours of a theme, as large as the words."""
        side = round(_ICON * percent / 100)
        self.setIconSize(QSize(side, side))
        self._theme_button.setIcon(icon("contrast", theme, round(side * 1.2)))
        self._more_button.setIcon(QIcon())

    def fit(self, width: int) -> None:
        """Show words beside the icons where there is room for them.

        What there is no room for at all gives way: it stands in the last menu, too.
        """
        worded = [self._own[name] for name in _WORDED]
        words = [action.text() for action in worded if action.isVisible()]
        wanted = (width, self.fontMetrics().height(), *words)
        if wanted == self._fitted:
            return
        # First of all, since every step is a change of which the bar hears, too.
        self._fitted = wanted
        for step in _Step:
            self._shrink(step)
            if self._needed() <= width:
                return

    @Slot()
    def _on_changed(self) -> None:
        """Deal out the room anew: a voice is found, a page is bookmarked."""
        if self._fitted:
            self.fit(self.width())

    def _needed(self) -> int:
        shown = [each for each in self.actions() if each.isVisible()]
        widgets = [self.widgetForAction(each) for each in shown]
        hints = [max(each.sizeHint().width(), 0) for each in widgets]
        return sum(hints) + _GAP * len(hints) + _EDGES

    def _shrink(self, step: _Step) -> None:
        """Take as much room as a step allows."""
        icons, words = _ICONS_ALONE, Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        for name in _WORDED:
            button = self.widgetForAction(self._own[name])
            if isinstance(button, QToolButton):
                button.setToolButtonStyle(words if step < _Step.ICONS else icons)
        narrow = step >= _Step.FEWER_WORDS
        self._theme_button.setToolButtonStyle(icons if narrow else words)
        self._theme_action.setVisible(step < _Step.NO_MENU)
        self._size_action.setVisible(step < _Step.NO_MENU)
        for name, following in _GIVES_WAY.items():
            self._keep(name, following, kept=step < _Step.LEAST)

    def _keep(self, name: str, following: str, *, kept: bool) -> None:
        action = self._own[name]
        if kept is (action in self.actions()):
            return
        if kept:
            is_last = following == "more"
            before = self._more_action if is_last else self._own[following]
            self.insertAction(before, action)
            self._prepare(action)
        else:
            self.removeAction(action)

    def _add(self, name: str) -> None:
        action = self._own[name]
        self.addAction(action)
        self._prepare(action)

    def _prepare(self, action: QAction) -> None:
        button = self.widgetForAction(action)
        if isinstance(button, QToolButton):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAccessibleName(action.text())
            button.setAccessibleDescription(action.toolTip())

    def _stretch(self) -> None:
        gap = QWidget(self)
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(gap)

    def _menu_button(self, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(words)
        button.setAccessibleName(words)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _make_theme_menu(self) -> QMenu:
        menu = QMenu(self.tr("Colours"), self)
        words = {
            ThemeChoice.SYSTEM: self.tr("As on this computer"),
            ThemeChoice.LIGHT: self.tr("Light"),
            ThemeChoice.DARK: self.tr("Dark"),
            ThemeChoice.HIGH_CONTRAST: self.tr("High contrast"),
        }
        for choice, text in words.items():
            action = QAction(text, self.themes)
            action.setCheckable(True)
            action.setData(choice.value)
            menu.addAction(action)
        return menu

    def _make_more_menu(self) -> QMenu:
        menu = QMenu(self)
        parts = (
            ("search", "bookmarks", "history", "new-window"),
            ("home", "back", "forward"),
            ("find", "page-list", "browser"),
            ("bookmark-section", "undo"),
            ("larger", "smaller", "normal", "panel"),
            ("read-here", "read-slower", "read-faster", "stop-reading"),
            ("print", "handouts", "save", "no-trace", "move"),
            ("settings", "shortcuts", "about"),
            ("quit",),
        )
        for part in parts:
            for name in part:
                menu.addAction(self._own[name])
            if "larger" in part:
                menu.addMenu(self._theme_menu)
            menu.addSeparator()
        return menu
