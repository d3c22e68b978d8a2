"""The presets as buttons: one press for all that is usually chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from reader.handout.clinic import Preset
from reader.ui.flow_layout import FlowLayout
from reader.ui.switch_button import make_switch_button


class PresetRow(QWidget):
    """A button for each preset; the one that is chosen now is down.

    Signals:
        chosen: A `Preset`.
        keep_wanted: The choices of now are to be kept under a name.
        forget_wanted: The person's own preset that is chosen is to be forgotten.
    """

    chosen = Signal(object)
    keep_wanted = Signal()
    forget_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._presets: tuple[Preset, ...] = ()
        self._own: frozenset[str] = frozenset()
        self._may_keep = True
        self._current: Preset | None = None
        self.buttons: dict[str, QToolButton] = {}
        self.keep = QPushButton(self.tr("&Keep these choices as…"), self)
        self.forget = QPushButton(self.tr("Forget this preset"), self)
        for button in (self.keep, self.forget):
            button.setProperty("compact", True)
            button.setAutoDefault(False)
        self.keep.clicked.connect(self.keep_wanted)
        self.forget.clicked.connect(self.forget_wanted)
        self._row = FlowLayout(self)
        self._row.addWidget(self.keep)
        self._row.addWidget(self.forget)
        self.mark(None)

    @property
    def presets(self) -> tuple[Preset, ...]:
        """All that are offered."""
        return self._presets

    @property
    def current(self) -> Preset | None:
        """The preset that is chosen now, if any says just that."""
        return self._current

    def withdraw_keeping(self) -> None:
        """Offer no way to keep presets."""
        self._may_keep = False
        self.mark(self._current)

    def show_presets(self, presets: Sequence[Preset], own: Sequence[str]) -> None:
        """Offer these; `own` names those that the person may forget."""
        for button in self.buttons.values():
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._presets = tuple({each.name: each for each in presets}.values())
        self._own = frozenset(own)
        self.buttons = {each.name: self._button(each.name) for each in self._presets}
        for widget in (self.keep, self.forget):
            self._row.removeWidget(widget)
        for each in (*self.buttons.values(), self.keep, self.forget):
            self._row.addWidget(each)
        self.mark(self._current)

    def mark(self, preset: Preset | None) -> None:
        """Show which preset is chosen now."""
        self._current = preset
        name = preset.name if preset is not None else ""
        for each, button in self.buttons.items():
            button.setChecked(each == name)
        self.forget.setVisible(self._may_keep and name in self._own)
        self.keep.setVisible(self._may_keep and not name)

    def _button(self, name: str) -> QToolButton:
        button = make_switch_button(name.replace("&", "&&"), self)
        button.setAccessibleName(name)
        button.clicked.connect(self._on_clicked)
        button.show()
        return button

    @Slot()
    def _on_clicked(self) -> None:
        pressed = self.sender()
        # A second press does not take the choice back.
        self.mark(self._current)
        for preset in self._presets:
            if self.buttons[preset.name] is pressed:
                self.chosen.emit(preset)
                return
