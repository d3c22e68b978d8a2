"""What is chosen for a handout, from top to bottom."""

from dataclasses import replace
from enum import StrEnum

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reader.handout.clinic import Clinic, Preset
from reader.handout.options import Extent, HandoutOptions, Ink, Paper, Print
from reader.ui.handout_patient import PatientPart
from reader.ui.handout_preset_row import PresetRow
from reader.ui.handout_presets import matching
from reader.ui.handout_sections import SectionBoxes
from reader.ui.handout_topics import TopicList

_GAP = 16  # pixels between two groups


class HandoutChoices(QWidget):
    """Topics, presets, how it looks, what is for the patient, which sections.

    Signals:
        changed: Another choice.
    """

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._clinic: Clinic | None = None
        self.topics = TopicList(self)
        self.presets = PresetRow(self)
        self.extents = self._combo(
            (Extent.FULL, self.tr("Full handout")),
            (Extent.SUMMARY, self.tr("One page")),
        )
        self.prints = self._combo(
            (Print.NORMAL, self.tr("Normal, 12 point")),
            (Print.LARGE, self.tr("Large, 18 point")),
            (Print.EXTRA_LARGE, self.tr("Extra large, 24 point")),
        )
        self.papers = self._combo(
            (Paper.A4, self.tr("A4")), (Paper.LETTER, self.tr("Letter"))
        )
        self.inks = self._combo(
            (Ink.COLOUR, self.tr("Colour")), (Ink.BLACK, self.tr("Black only"))
        )
        self.patient = PatientPart(self)
        self.sections = SectionBoxes(self)
        self._section_heading = self._heading(self.tr("Sections"))
        self.summary_words = QLabel(
            self.tr(
                "One page has its own choice: the short version, the evidence, "
                "the red flags and three questions."
            ),
            self,
        )
        self.summary_words.setWordWrap(True)
        self.summary_words.setIndent(0)
        self.summary_words.setProperty("muted", True)
        self.clinic = QPushButton(self.tr("C&linic…"), self)
        self.clinic.setAccessibleDescription(
            self.tr("Letterhead, footer and presets of your clinic")
        )
        self.clinic.setProperty("compact", True)
        self.clinic.setAutoDefault(False)
        self._lay_out()
        self._connect()
        self._on_extent()

    # ---- what is chosen ----------------------------------------------------------

    @property
    def options(self) -> HandoutOptions:
        """All that is chosen."""
        patient = self.patient.chosen
        return replace(
            self.looks,
            note=patient.note,
            date=patient.date,
            name_line=patient.name_line,
            clinic=self._clinic,
        )

    @property
    def looks(self) -> HandoutOptions:
        """What is chosen apart from the patient and the clinic."""
        return HandoutOptions(
            paper=Paper(self.papers.currentData()),
            print=Print(self.prints.currentData()),
            ink=Ink(self.inks.currentData()),
            extent=Extent(self.extents.currentData()),
            sections=self.sections.chosen,
        )

    @property
    def prints_anything(self) -> bool:
        """Whether there is a topic, and a section of it."""
        if not self.topics.lines:
            return False
        return self._is_summary or self.sections.has_any

    @property
    def _is_summary(self) -> bool:
        return bool(self.extents.currentData() == Extent.SUMMARY.value)

    def show_options(self, options: HandoutOptions) -> None:
        """Choose this, the patient's part but for the place for a name left alone."""
        for combo, value in (
            (self.extents, options.extent),
            (self.prints, options.print),
            (self.papers, options.paper),
            (self.inks, options.ink),
        ):
            combo.blockSignals(True)
            combo.setCurrentIndex(combo.findData(value.value))
            combo.blockSignals(False)
        self.patient.set_name_line(wanted=options.name_line)
        self.sections.choose(options.sections)
        self._on_extent()
        self._on_changed()

    def show_clinic(self, clinic: Clinic | None) -> None:
        """Print on the paper of this clinic."""
        self._clinic = clinic
        self.changed.emit()

    # ---- building ----------------------------------------------------------------

    def _combo(self, *choices: tuple[StrEnum, str]) -> QComboBox:
        box = QComboBox(self)
        for choice, words in choices:
            box.addItem(words, choice.value)
        # Else the longest words would make the whole panel wider.
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        box.currentIndexChanged.connect(self._on_chosen)
        return box

    def _heading(self, words: str) -> QLabel:
        label = QLabel(words, self)
        label.setProperty("heading", True)
        label.setWordWrap(True)
        label.setIndent(0)
        return label

    def _lay_out(self) -> None:
        self.form = QFormLayout()
        self.form.setFieldGrowthPolicy(
            QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow
        )
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.form.addRow(self.tr("&How much"), self.extents)
        self.form.addRow(self.tr("Si&ze of print"), self.prints)
        self.form.addRow(self.tr("&Paper"), self.papers)
        self.form.addRow(self.tr("Colou&rs"), self.inks)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._heading(self.tr("Topics")))
        column.addWidget(self.topics)
        column.addSpacing(_GAP)
        column.addWidget(self._heading(self.tr("Presets")))
        column.addWidget(self.presets)
        column.addSpacing(_GAP)
        column.addLayout(self.form)
        column.addSpacing(_GAP)
        column.addWidget(self.patient)
        column.addSpacing(_GAP)
        column.addWidget(self._section_heading)
        column.addWidget(self.summary_words)
        column.addWidget(self.sections)
        column.addSpacing(_GAP)
        column.addWidget(self.clinic)
        column.addStretch(1)
        self.column = column

    def _connect(self) -> None:
        self.topics.changed.connect(self._on_topics)
        self.presets.chosen.connect(self._on_preset)
        self.patient.changed.connect(self._on_changed)
        self.sections.changed.connect(self._on_changed)

    # ---- what changes ------------------------------------------------------------

    @Slot()
    def _on_topics(self) -> None:
        self.sections.show_topics(self.topics.lines)
        self._on_changed()

    @Slot(int)
    def _on_chosen(self, _index: int) -> None:
        self._on_extent()
        self._on_changed()

    @Slot(object)
    def _on_preset(self, preset: Preset) -> None:
        name_line = self.patient.name_line.isChecked()
        self.show_options(replace(self.looks.with_preset(preset), name_line=name_line))

    def _on_extent(self) -> None:
        self.summary_words.setVisible(self._is_summary)
        self.sections.setVisible(not self._is_summary)

    def mark_preset(self) -> None:
        """Show which preset says just what is chosen now."""
        self.presets.mark(matching(self.presets.presets, self.looks))

    @Slot()
    def _on_changed(self) -> None:
        self.mark_preset()
        self.changed.emit()
