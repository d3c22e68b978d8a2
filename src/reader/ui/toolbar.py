"""The bar at the top: what is used most, in words."""

from PySide6.QtCore import QSize, Qt
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

_WORDED = ("back", "bookmark", "print", "save")
_NARROW = 1080  # pixels at 100 %; below it only icons, with names for the ear


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
        self.setIconSize(QSize(20, 20))
        self._own = actions
        self._worded: list[QToolButton] = []
        for name in ("home", "back", "forward", "bookmark"):
            self._add(name)
        self._stretch()
        self._add("smaller")
        self.size_label = QLabel(self)
        self.size_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.addWidget(self.size_label)
        self._add("larger")
        self.themes = QActionGroup(self)
        self._theme_button = self._menu_button(self.tr("Colours"))
        self._theme_button.setMenu(self._theme_menu())
        self._add("print")
        self._add("save")
        self._more_button = self._menu_button(self.tr("More"))
        self._more_button.setMenu(self._more_menu())

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

    def dress(self, theme: Theme) -> None:
        """Draw the icons of the menus in the colours of a theme."""
        self._theme_button.setIcon(icon("contrast", theme))
        self._more_button.setIcon(QIcon())

    def fit(self, width: int) -> None:
        """Show words beside the icons where there is room for them."""
        narrow = width < _NARROW * self.fontMetrics().height() / 18
        style = (
            Qt.ToolButtonStyle.ToolButtonIconOnly
            if narrow
            else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        )
        for button in self._worded:
            if button.toolButtonStyle() is not style:
                button.setToolButtonStyle(style)

    def _add(self, name: str) -> None:
        action = self._own[name]
        self.addAction(action)
        button = self.widgetForAction(action)
        if isinstance(button, QToolButton):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAccessibleName(action.text())
            button.setAccessibleDescription(action.toolTip())
            if name in _WORDED:
                self._worded.append(button)

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
        self.addWidget(button)
        return button

    def _theme_menu(self) -> QMenu:
        menu = QMenu(self)
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

    def _more_menu(self) -> QMenu:
        menu = QMenu(self)
        parts = (
            ("search", "bookmarks", "history"),
            ("bookmark-section", "undo", "normal", "panel"),
            ("no-trace", "move"),
            ("settings", "shortcuts", "about"),
            ("quit",),
        )
        for part in parts:
            for name in part:
                menu.addAction(self._own[name])
            menu.addSeparator()
        return menu
