"""What is for this one patient: a note, a place for the name, the date.

None of it is kept anywhere but on the paper and in the PDF.
"""

from dataclasses import dataclass

from PySide6.QtCore import QDate, QEvent, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDateEdit,
    QLabel,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reader.ui.wrapping import WrappingCheckBox

_LINES = 3  # of a note that are seen at once
_EDGES = 22  # pixels around them, both together


class _NoteField(QPlainTextEdit):
    """As high as a few lines."""

    def sizeHint(self) -> QSize:
        """Room for a few lines."""
        height = self.fontMetrics().lineSpacing() * _LINES + _EDGES
        return QSize(super().sizeHint().width(), height)

    def minimumSizeHint(self) -> QSize:
        """As high; narrower, since lines wrap."""
        return QSize(80, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Take the room of larger words."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.updateGeometry()


@dataclass(frozen=True, slots=True)
class ForPatient:
    """What is printed for one patient.

    Attributes:
        note: The words.
        name_line: A place for name and date to fill in by hand.
        date: As "2026-11-22"; "" for none.
    """

    note: str
    name_line: bool
    date: str


class PatientPart(QWidget):
    """A note, a place for the name, the date.

    Signals:
        changed: Other words, or another choice.
    """

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        label = QLabel(self.tr("&Note for this patient"), self)
        self.note = _NoteField(self)
        self.note.setObjectName("handout-note")
        self.note.setTabChangesFocus(True)
        policy = QSizePolicy.Policy
        self.note.setSizePolicy(policy.Expanding, policy.Fixed)
        self.note.setAccessibleName(self.tr("Note for this patient"))
        label.setBuddy(self.note)
        kept = QLabel(self.tr("Printed, not kept."), self)
        kept.setProperty("muted", True)
        self.note.setAccessibleDescription(kept.text())
        self.name_line = WrappingCheckBox(
            self.tr("Place for name and date, to fill in by hand"), self
        )
        self.dated = WrappingCheckBox(self.tr("Print the &date"), self)
        self.date = QDateEdit(QDate.currentDate(), self)
        self.date.setAccessibleName(self.tr("Date on the handout"))
        self.date.setCalendarPopup(False)
        self.date.hide()
        for each in (label, kept):
            each.setWordWrap(True)
            each.setIndent(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label)
        column.addWidget(self.note)
        column.addWidget(kept)
        column.addWidget(self.name_line)
        column.addWidget(self.dated)
        column.addWidget(self.date)
        self.note.textChanged.connect(self.changed)
        self.name_line.toggled.connect(self._on_changed)
        self.dated.toggled.connect(self._on_changed)
        self.date.dateChanged.connect(self._on_changed)

    @property
    def chosen(self) -> ForPatient:
        """What is to be printed."""
        date = self.date.date().toString(Qt.DateFormat.ISODate)
        return ForPatient(
            self.note.toPlainText().strip(),
            self.name_line.isChecked(),
            date if self.dated.isChecked() else "",
        )

    def forget(self) -> None:
        """Let nothing of the note stay, not even to be undone."""
        self.note.blockSignals(True)
        self.note.clear()
        self.note.document().clearUndoRedoStacks()
        self.note.blockSignals(False)

    def set_name_line(self, *, wanted: bool) -> None:
        """Offer a place for the name, without a signal."""
        self.name_line.blockSignals(True)
        self.name_line.setChecked(wanted)
        self.name_line.blockSignals(False)

    @Slot()
    def _on_changed(self) -> None:
        self.date.setVisible(self.dated.isChecked())
        self.changed.emit()
