"""The few things that a person can set."""

from collections.abc import Collection
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.notebook.location import data_folder, is_portable
from reader.notebook.settings import Paper, Settings, Spacing, Theme
from reader.ui.appearance import STEPS
from reader.ui.fitting import ScrolledColumn, fit_to_words, room_for
from reader.ui.keeping import Keeper
from reader.ui.print_log_box import PrintLogBox
from reader.ui.system_wishes import wants_stillness
from reader.ui.wrapping import WrappingCheckBox

_LETTERS = 58  # of a line
_AROUND = 70  # pixels around the form, with a bar to scroll by


class SettingsDialog(QDialog):
    """How the reader looks, the paper, and whether history is kept."""

    chosen = Signal(object)  # Settings
    clinic_wanted = Signal()  # the profile that handouts are made with

    def __init__(
        self,
        settings: Settings,
        parent: QWidget,
        locked: Collection[str] = frozenset(),
        keeper: Keeper | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self._locked = locked
        self._before = settings
        self._sheet = QWidget(self)
        self.sizes = QComboBox(self._sheet)
        for percent in sorted({*STEPS, settings.text_size}):
            self.sizes.addItem(self.tr("{percent} %").format(percent=percent), percent)
        self.themes = self._choices(
            (Theme.SYSTEM, self.tr("As on this computer")),
            (Theme.LIGHT, self.tr("Light")),
            (Theme.DARK, self.tr("Dark")),
            (Theme.HIGH_CONTRAST, self.tr("High contrast")),
        )
        self.spacings = self._choices(
            (Spacing.COMPACT, self.tr("Close")),
            (Spacing.NORMAL, self.tr("Usual")),
            (Spacing.WIDE, self.tr("Wide")),
        )
        self.papers = self._choices(
            (Paper.A4, self.tr("A4")),
            (Paper.LETTER, self.tr("Letter (North America)")),
        )
        self.still = WrappingCheckBox(self.tr("Less &movement"), self._sheet)
        self.history = WrappingCheckBox(self.tr("&Remember what I read"), self._sheet)
        self.print_log = PrintLogBox(keeper, self._sheet) if keeper else None
        self._lay_out()
        self._fill(settings)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the room that the words need at this text size."""
        super().showEvent(event)
        needed = self._form.sizeHint().width() + _AROUND
        if needed > min(
            room_for(self).width(), self.fontMetrics().averageCharWidth() * _LETTERS
        ):
            self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        """Take the room that is needed now."""
        if self.isVisible():
            self._column.updateGeometry()  # what lies in it may have grown
            fit_to_words(self, _LETTERS)

    def _choices(self, *choices: tuple[Theme | Spacing | Paper, str]) -> QComboBox:
        box = QComboBox(self._sheet)
        for choice, words in choices:
            box.addItem(words, choice.value)
        return box

    def _lay_out(self) -> None:
        self._form = form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._add_row(self.tr("&Text size"), self.sizes, "text_size")
        self._add_row(self.tr("&Colours"), self.themes, "theme")
        self._add_row(self.tr("&Spacing"), self.spacings, "spacing")
        self._add_row(self.tr("&Paper for printing"), self.papers, "paper")
        inner = QVBoxLayout(self._sheet)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(10)
        inner.addLayout(form)
        inner.addWidget(self._clinic(), 0, Qt.AlignmentFlag.AlignLeft)
        inner.addSpacing(6)
        inner.addWidget(self.still)
        words = self._unless_locked(self.still, "reduced_motion", self._about_motion())
        inner.addWidget(self._note(self.still, words))
        inner.addWidget(self.history)
        words = self._unless_locked(self.history, "keep_history", self._about_history())
        inner.addWidget(self._note(self.history, words))
        if self.print_log is not None:
            later = Qt.ConnectionType.QueuedConnection  # when the layout knows
            self.print_log.grown.connect(self._fit, later)
            self._unless_locked(self.print_log.switch, "print_log", "")
            inner.addWidget(self.print_log)
        inner.addStretch(1)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel,
            self,
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.accepted.connect(self._on_accepted)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 18)
        column.setSpacing(16)
        self._column = ScrolledColumn(self._sheet, self)
        column.addWidget(self._column, 1)
        column.addWidget(buttons)

    def _clinic(self) -> QPushButton:
        button = QPushButton(self.tr("Your c&linic…"), self._sheet)
        button.setAutoDefault(False)
        button.setAccessibleDescription(
            self.tr("Letterhead, footer and presets of your handouts")
        )
        button.clicked.connect(self.clinic_wanted)
        return button

    def _add_row(self, words: str, box: QComboBox, name: str) -> None:
        self._form.addRow(words, box)
        if name in self._locked:
            note = QLabel(self._set_elsewhere(), self._sheet)
            note.setWordWrap(True)
            note.setProperty("muted", True)
            box.setEnabled(False)
            box.setAccessibleDescription(note.text())
            self._form.addRow("", note)

    def _unless_locked(self, box: QCheckBox, name: str, words: str) -> str:
        """Explain a box; where it cannot be changed, say who has set it."""
        if name not in self._locked:
            return words
        box.setEnabled(False)
        return f"{self._set_elsewhere()} {words}"

    def _set_elsewhere(self) -> str:
        return self.tr("Set by your clinic.")

    def _about_motion(self) -> str:
        if wants_stillness():
            return self.tr("This computer asks for it already, so nothing moves.")
        return self.tr("Menus do not fade in, and the caret does not blink.")

    def _about_history(self) -> str:
        if is_portable():
            words = self.tr(
                "What you read and keep lies beside the program, in the folder "
                "“{folder}”, not on this computer. With this off, neither pages nor "
                "places are remembered; bookmarks still are."
            )
            return words.format(folder=data_folder())
        return self.tr(
            "What you read and keep stays on this computer. With this off, "
            "neither pages nor places are remembered; bookmarks still are."
        )

    def _note(self, box: QCheckBox, words: str) -> QLabel:
        note = QLabel(words, self._sheet)
        note.setWordWrap(True)
        note.setProperty("muted", True)
        box.setAccessibleDescription(words)
        return note

    def _fill(self, settings: Settings) -> None:
        self.sizes.setCurrentIndex(self.sizes.findData(settings.text_size))
        self.themes.setCurrentIndex(self.themes.findData(settings.theme.value))
        self.spacings.setCurrentIndex(self.spacings.findData(settings.spacing.value))
        self.papers.setCurrentIndex(self.papers.findData(settings.paper.value))
        self.still.setChecked(settings.reduced_motion)
        self.history.setChecked(settings.keep_history)

    @Slot()
    def _on_accepted(self) -> None:
        self.chosen.emit(
            replace(
                self._before,
                text_size=int(self.sizes.currentData()),
                theme=Theme(str(self.themes.currentData())),
                spacing=Spacing(str(self.spacings.currentData())),
                paper=Paper(str(self.papers.currentData())),
                reduced_motion=self.still.isChecked(),
                keep_history=self.history.isChecked(),
                print_log=self.print_log.switch.isChecked()
                if self.print_log is not None
                else self._before.print_log,
            )
        )
