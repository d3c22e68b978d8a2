"""Asks who of the clinic has reviewed a page, and when."""

from PySide6.QtCore import QDate, QLocale, Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDateEdit,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.handout.clinic_file import NAME_LIMIT
from reader.handout.sign_off import sign_off_now
from reader.model.topic import Topic
from reader.ui import tab_order
from reader.ui.fitting import ScrolledColumn, fit_to_words
from reader.ui.flow_layout import FlowLayout

_LETTERS = 52  # of a line


class SignOffDialog(QDialog):
    """For one page as it stands now; says what sign-off was made."""

    signed = Signal(object)  # SignOff

    def __init__(self, topic: Topic, by: str, parent: QWidget) -> None:
        """Make it.

        Args:
            topic: The page.
            by: Who signed off last.
            parent: What it stands over.
        """
        super().__init__(parent)
        self._topic = topic
        self.setWindowTitle(self.tr("Sign off a page"))
        sheet = QWidget(self)
        self.by = QLineEdit(by, sheet)
        self.by.setMaxLength(NAME_LIMIT)
        self.date = QDateEdit(QDate.currentDate(), sheet)
        self.date.setMaximumDate(QDate.currentDate())
        long = QLocale().dateFormat(QLocale.FormatType.LongFormat)
        self.date.setDisplayFormat(long)
        self.sign = QPushButton(self.tr("Sign off"), self)
        self.sign.setDefault(True)
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.cancel.setAutoDefault(False)
        self._lay_out(sheet)
        self.by.textChanged.connect(self._allow)
        self.sign.clicked.connect(self._on_sign)
        self.cancel.clicked.connect(self.reject)
        self._allow()
        self.by.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the room that the words need at this text size."""
        super().showEvent(event)
        fit_to_words(self, _LETTERS)

    def focusNextPrevChild(self, next_: bool) -> bool:  # noqa: FBT001 - Qt's signature
        """Go through the dialog as it is read."""
        return tab_order.step(self, self, next_=next_)

    def _lay_out(self, sheet: QWidget) -> None:
        title = self._topic.title
        about = QLabel(
            self.tr(
                "Has someone at your clinic read all of “{title}” as it stands now? "
                "Handouts will say that they reviewed it, until the page changes."
            ).format(title=title),
            sheet,
        )
        about.setWordWrap(True)
        inner = QVBoxLayout(sheet)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        inner.addWidget(about)
        for words, field in (
            (self.tr("&Who reviewed it, as it is to be printed"), self.by),
            (self.tr("&When"), self.date),
        ):
            label = QLabel(words, sheet)
            label.setWordWrap(True)
            label.setBuddy(field)
            field.setAccessibleName(words.replace("&", ""))
            inner.addWidget(label)
            inner.addWidget(field)
        inner.addStretch(1)
        buttons = FlowLayout(to_end=True)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.sign)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 18)
        column.setSpacing(14)
        column.addWidget(ScrolledColumn(sheet, self), 1)
        column.addLayout(buttons)

    @Slot()
    def _allow(self) -> None:
        self.sign.setEnabled(bool(self.by.text().strip()))

    @Slot()
    def _on_sign(self) -> None:
        day = self.date.date().toString(Qt.DateFormat.ISODate)
        self.signed.emit(sign_off_now(self._topic, self.by.text().strip(), day))
        self.accept()
