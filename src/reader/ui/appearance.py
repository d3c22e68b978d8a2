"""How the whole program looks, as the person and the computer have set it."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from reader.notebook.settings import TEXT_SIZES, Settings, Spacing
from reader.notebook.settings import Theme as KeptTheme
from reader.ui.keeping import Keeper
from reader.ui.motion import Motion
from reader.ui.stylesheet import apply_theme
from reader.ui.system_wishes import accessibility_hints, style_hints, wants_stillness
from reader.ui.theme import Theme, ThemeChoice, system_theme

STEPS = (80, 90, 100, 110, 125, 150, 175, 200, 250, 300)
"""The text sizes that the keys step through, in percent."""


class Appearance(QObject):
    """Dresses the program; says when it looks another way."""

    changed = Signal()

    def __init__(self, app: QApplication, keeper: Keeper, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._keeper = keeper
        self.theme: Theme = system_theme(self.choice)
        self._motion = Motion(app)
        style_hints().colorSchemeChanged.connect(self._on_system_changed)
        wishes = accessibility_hints()
        wishes.contrastPreferenceChanged.connect(self._on_system_changed)
        wishes.motionPreferenceChanged.connect(self._on_system_changed)

    @property
    def text_size(self) -> int:
        """The size of what is read, in percent."""
        return self._keeper.settings.text_size

    @property
    def choice(self) -> ThemeChoice:
        """The colours that the person chose."""
        return ThemeChoice(self._keeper.settings.theme.value)

    @property
    def spacing(self) -> Spacing:
        """The room between letters, words, lines and paragraphs of a page."""
        return self._keeper.settings.spacing

    @property
    def reduced_motion(self) -> bool:
        """Whether nothing may move by itself, as the person or the computer asks."""
        return self._keeper.settings.reduced_motion or wants_stillness()

    @property
    def interface_size(self) -> int:
        """The size of the words around the page, in percent.

        They grow half as fast, so that very large text keeps room to be read.
        """
        return 100 + (self.text_size - 100) // 2

    def apply(self) -> None:
        """Dress the program in what is set."""
        self.theme = system_theme(self.choice)
        apply_theme(self._app, self.theme, self.interface_size)
        self._motion.reduce(reduced=self.reduced_motion)
        self.changed.emit()

    @Slot()
    def larger(self) -> None:
        """Take the next larger step."""
        self._resize(next((s for s in STEPS if s > self.text_size), self.text_size))

    @Slot()
    def smaller(self) -> None:
        """Take the next smaller step."""
        steps = reversed(STEPS)
        self._resize(next((s for s in steps if s < self.text_size), self.text_size))

    @Slot()
    def normal(self) -> None:
        """Go back to the usual size."""
        self._resize(100)

    @Slot(QAction)
    def choose(self, action: QAction) -> None:
        """Take the colours that a menu entry stands for."""
        theme = KeptTheme(str(action.data()))
        self._keeper.change_settings(replace(self._keeper.settings, theme=theme))
        self.apply()

    @Slot(object)
    def take(self, settings: Settings) -> None:
        """Use these settings from now on."""
        self._keeper.change_settings(settings)
        self.apply()

    def adopt(self, settings: Settings) -> None:
        """Look as another window does, which has dressed the program already."""
        before = self._keeper.settings
        self._keeper.adopt(settings)
        if self._keeper.settings != before:
            self.theme = system_theme(self.choice)
            self.changed.emit()

    def _resize(self, percent: int) -> None:
        if percent in TEXT_SIZES and percent != self.text_size:
            settings = replace(self._keeper.settings, text_size=percent)
            self._keeper.change_settings(settings)
            self.apply()

    @Slot()
    def _on_system_changed(self) -> None:
        """Follow the computer; what the person chose stays as it is."""
        self.apply()
