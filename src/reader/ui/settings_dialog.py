"""The few things that a person can set."""

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from reader.notebook.settings import Paper, Settings, Theme
from reader.ui.appearance import STEPS


class SettingsDialog(QDialog):
    """Text size, colours, paper, and whether history is kept."""

    chosen = Signal(object)  # Settings

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self._before = settings
        self.sizes = QComboBox(self)
        for percent in sorted({*STEPS, settings.text_size}):
            self.sizes.addItem(self.tr("{percent} %").format(percent=percent), percent)
        self.themes = QComboBox(self)
        for theme, words in (
            (Theme.SYSTEM, self.tr("As on this computer")),
            (Theme.LIGHT, self.tr("Light")),
            (Theme.DARK, self.tr("Dark")),
            (Theme.HIGH_CONTRAST, self.tr("High contrast")),
        ):
            self.themes.addItem(words, theme.value)
        self.papers = QComboBox(self)
        for paper, words in (
            (Paper.A4, self.tr("A4")),
            (Paper.LETTER, self.tr("Letter (North America)")),
        ):
            self.papers.addItem(words, paper.value)
        self.history = QCheckBox(self.tr("&Remember what I read"), self)
        self._lay_out()
        self._fill(settings)

    def _lay_out(self) -> None:
        note = QLabel(
            self.tr(
                "What you read and keep stays on this computer. With this off, "
                "neither pages nor places are remembered; bookmarks still are."
            ),
            self,
        )
        note.setWordWrap(True)
        note.setProperty("muted", True)
        self.history.setAccessibleDescription(note.text())
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(self.tr("&Text size"), self.sizes)
        form.addRow(self.tr("&Colours"), self.themes)
        form.addRow(self.tr("&Paper for printing"), self.papers)
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
        column.addLayout(form)
        column.addWidget(self.history)
        column.addWidget(note)
        column.addStretch(1)
        column.addWidget(buttons)
        self.setMinimumWidth(460)

    def _fill(self, settings: Settings) -> None:
        self.sizes.setCurrentIndex(self.sizes.findData(settings.text_size))
        self.themes.setCurrentIndex(self.themes.findData(settings.theme.value))
        self.papers.setCurrentIndex(self.papers.findData(settings.paper.value))
        self.history.setChecked(settings.keep_history)

    @Slot()
    def _on_accepted(self) -> None:
        self.chosen.emit(
            replace(
                self._before,
                text_size=int(self.sizes.currentData()),
                theme=Theme(str(self.themes.currentData())),
                paper=Paper(str(self.papers.currentData())),
                keep_history=self.history.isChecked(),
            )
        )
