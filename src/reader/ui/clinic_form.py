"""The form of a clinic's profile: what stands in its letterhead and at the foot."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QEvent, QSize, Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QColorDialog,
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reader.handout.choices import Paper, Print
from reader.handout.clinic import Clinic, Logo
from reader.handout.clinic_data import ACCENT
from reader.handout.clinic_file import (
    ADDRESS_LINES,
    HOURS_LIMIT,
    NAME_LIMIT,
    PHONE_LIMIT,
)
from reader.handout.colour import is_colour
from reader.ui.flow_layout import FlowLayout

_EDGES = 22  # pixels around lines that are typed, both together
_COLOUR_LETTERS = 7
_FOOTER_LINES = 3


class _Lines(QPlainTextEdit):
    """A field as high as some lines."""

    def __init__(self, lines: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._count = lines
        self.setTabChangesFocus(True)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Expanding, policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for the lines."""
        height = self.fontMetrics().lineSpacing() * self._count + _EDGES
        return QSize(super().sizeHint().width(), height)

    def minimumSizeHint(self) -> QSize:
        """As high; narrower, since lines wrap."""
        return QSize(80, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Take the room of larger words."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.updateGeometry()


class ClinicForm(QWidget):
    """Fields with labels; knows the clinic that they make.

    Signals:
        changed: Something else stands in a field.
        logo_wanted: The person wants to choose a picture.
    """

    changed = Signal()
    logo_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._before = Clinic("")
        self._logo: Logo | None = None
        self.name = self._line(NAME_LIMIT)
        self.address = _Lines(ADDRESS_LINES, self)
        self.phone = self._line(PHONE_LIMIT)
        self.out_of_hours = self._line(HOURS_LIMIT)
        self.footer = _Lines(_FOOTER_LINES, self)
        self.colour = self._line(_COLOUR_LETTERS)
        self.colour.setPlaceholderText(ACCENT)
        self.pick = self._button(self.tr("Choose a colo&ur…"))
        self.choose = self._button(self.tr("Choose a &logo…"))
        self.remove = self._button(self.tr("&Remove the logo"))
        self.paper = self._choices((paper.value, paper.label) for paper in Paper)
        self.print = self._choices((size.value, size.label) for size in Print)
        self.labels: dict[str, str] = {}
        self._lay_out()
        self._connect()

    # ---- what it says ------------------------------------------------------------

    @property
    def clinic(self) -> Clinic:
        """The clinic as the fields have it; what is not in the form stays."""
        lines = self.address.toPlainText().splitlines()
        paper, size = self.paper.currentData(), self.print.currentData()
        return replace(
            self._before,
            name=self.name.text().strip(),
            address=tuple([line.strip() for line in lines if line.strip()]),
            phone=self.phone.text().strip(),
            out_of_hours=self.out_of_hours.text().strip(),
            footer=" ".join(self.footer.toPlainText().split()),
            colour=self.colour.text().strip().lower(),
            logo=self._logo,
            paper=Paper(paper) if paper else None,
            print=Print(size) if size else None,
        )

    def show_clinic(self, clinic: Clinic) -> None:
        """Fill the fields."""
        self._before = clinic
        self.name.setText(clinic.name)
        self.address.setPlainText("\n".join(clinic.address))
        self.phone.setText(clinic.phone)
        self.out_of_hours.setText(clinic.out_of_hours)
        self.footer.setPlainText(clinic.footer)
        self.colour.setText(clinic.colour)
        self.paper.setCurrentIndex(self.paper.findData(clinic.paper or ""))
        self.print.setCurrentIndex(self.print.findData(clinic.print or ""))
        self.show_logo(clinic.logo)

    def show_logo(self, logo: Logo | None) -> None:
        """Have this logo, or none."""
        self._logo = logo
        self.remove.setEnabled(logo is not None and self.choose.isEnabled())
        self.changed.emit()

    def only_show(self, *, only: bool) -> None:
        """Let everything be read, and nothing be changed."""
        for field in (self.name, self.phone, self.out_of_hours, self.colour):
            field.setReadOnly(only)
        for lines in (self.address, self.footer):
            lines.setReadOnly(only)
        for widget in (self.pick, self.choose, self.paper, self.print):
            widget.setEnabled(not only)
        self.remove.setEnabled(self._logo is not None and not only)

    def wrap_rows(self, *, wrap: bool) -> None:
        """Put labels above their fields, where there is no room beside them."""
        policies = QFormLayout.RowWrapPolicy
        self._form.setRowWrapPolicy(
            policies.WrapAllRows if wrap else policies.DontWrapRows
        )

    # ---- building ----------------------------------------------------------------

    def _line(self, letters: int) -> QLineEdit:
        field = QLineEdit(self)
        field.setMaxLength(letters)
        return field

    def _button(self, words: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        return button

    def _choices(self, choices: Iterable[tuple[str, str]]) -> QComboBox:
        box = QComboBox(self)
        box.addItem(self.tr("Not set"), "")
        for value, words in choices:
            box.addItem(words, value)
        return box

    def _lay_out(self) -> None:
        self._form = QFormLayout()
        policy = QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow
        self._form.setFieldGrowthPolicy(policy)
        self._row("name", self.tr("&Name"), self.name)
        self._row("address", self.tr("&Address"), self.address)
        self._row("phone", self.tr("&Phone"), self.phone)
        self._row("out_of_hours", self.tr("&When closed, call"), self.out_of_hours)
        self._row("footer", self.tr("&Foot of each page"), self.footer)
        self._row("colour", self.tr("&Colour"), self.colour)
        self._form.addRow("", self._beside(self.pick))
        self._form.addRow(
            QLabel(self.tr("Logo"), self), self._beside(self.choose, self.remove)
        )
        self._row("paper", self.tr("Usual pap&er"), self.paper)
        self._row("print", self.tr("Usual si&ze"), self.print)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._form)

    def _row(self, key: str, words: str, field: QWidget) -> None:
        label = QLabel(words, self)
        label.setBuddy(field)
        plain = words.replace("&", "")
        field.setAccessibleName(plain)
        self.labels[key] = plain
        self._form.addRow(label, field)

    def _beside(self, *buttons: QPushButton) -> QWidget:
        row = QWidget(self)
        flow = FlowLayout(row)
        for button in buttons:
            flow.addWidget(button)
        return row

    def _connect(self) -> None:
        for field in (self.name, self.phone, self.out_of_hours, self.colour):
            field.textChanged.connect(self.changed)
        for lines in (self.address, self.footer):
            lines.textChanged.connect(self.changed)
        self.choose.clicked.connect(self.logo_wanted)
        self.remove.clicked.connect(self._on_remove)
        self.pick.clicked.connect(self.ask_colour)

    # ---- what the person does ----------------------------------------------------

    @Slot()
    def ask_colour(self) -> None:
        """Let the person pick a colour."""
        now = self.colour.text().strip()
        dialog = QColorDialog(QColor(now if is_colour(now) else ACCENT), self)
        dialog.setWindowTitle(self.tr("Colour of headings and lines"))
        dialog.colorSelected.connect(self._on_colour)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(QColor)
    def _on_colour(self, colour: QColor) -> None:
        self.colour.setText(colour.name())

    @Slot()
    def _on_remove(self) -> None:
        self.show_logo(None)
        self.choose.setFocus()
