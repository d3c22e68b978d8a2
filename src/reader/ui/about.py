"""What this program is, and who made what it is made of."""

from PySide6.QtCore import QDate, QLocale, Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from reader import __version__
from reader.library.store import LibraryInfo
from reader.resources import build_note, third_party_licences
from reader.ui.fitting import ScrolledColumn, fit_to_words

_LETTERS = 64  # of a line


class AboutDialog(QDialog):
    """Version and build, counts, licences, and what the program is not."""

    def __init__(self, info: LibraryInfo, parent: QWidget, checked: str = "") -> None:
        """Say what there is to say.

        Args:
            info: What the library says of itself.
            parent: The window.
            checked: The last day on which a page was checked, as YYYY-MM-DD.
        """
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Evidence Reader"))
        self._window = parent
        title = QLabel(
            self.tr("Evidence Reader {version}").format(version=__version__), self
        )
        title.setProperty("heading", True)
        sheet = QWidget(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 18)
        column.setSpacing(12)
        inner = QVBoxLayout(sheet)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(title)
        words = QLabel("\n\n".join(self._paragraphs(info, checked)), sheet)
        words.setWordWrap(True)
        words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        words.setAccessibleName(words.text())
        inner.addWidget(words, 1)
        column.addWidget(ScrolledColumn(sheet, self), 1)
        column.addWidget(self._buttons())

    def showEvent(self, event: QShowEvent) -> None:
        """Take the room that the words need at this text size."""
        super().showEvent(event)
        fit_to_words(self, _LETTERS)

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        self._licences = third_party_licences()
        if self._licences is not None:
            others = buttons.addButton(
                self.tr("&Licences of others"), QDialogButtonBox.ButtonRole.ActionRole
            )
            others.clicked.connect(self._show_licences)
        buttons.button(QDialogButtonBox.StandardButton.Close).setFocus()
        return buttons

    def _paragraphs(self, info: LibraryInfo, checked: str) -> tuple[str, ...]:
        return (
            self.tr(
                "Plain pages about illnesses and treatments, with a badge on every "
                "finding that says how sure the studies are."
            ),
            self._about_library(info, checked),
            self.tr(
                "No clinician has reviewed these pages. They do not take the place "
                "of your care team."
            ),
            self.tr(
                "It works without the internet. Nothing that you type, read or keep "
                "leaves this computer."
            ),
            self.tr(
                "Program: Apache-2.0. Texts: CC BY 4.0. Typeface: Atkinson "
                "Hyperlegible Next, SIL Open Font License 1.1. Made with Qt for "
                "Python (LGPL), SQLite and Typst."
            ),
            self._about_build(),
        )

    def _about_library(self, info: LibraryInfo, checked: str) -> str:
        counts = self.tr(
            "The library has {topics} topics, {claims} graded findings and "
            "{sources} sources."
        ).format(topics=info.topics, claims=info.claims, sources=info.sources)
        if not checked:
            return counts
        date = self.tr("Its pages were last checked on {date}.")
        return f"{counts} {date.format(date=_day(checked))}"

    def _about_build(self) -> str:
        build = build_note()
        if build is None:
            return self.tr("Build: from source.")
        return self.tr("Build: {commit}, {date}.").format(
            commit=build.commit, date=_day(build.date)
        )

    @Slot()
    def _show_licences(self) -> None:
        from reader.ui.licences import LicencesDialog

        if self._licences is not None:
            # In the place of this one, which would leave it too little room.
            dialog = LicencesDialog(self._licences, self._window)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.accept()
            dialog.open()


def _day(date: str) -> str:
    """A day as this computer writes it; as it stands where it is none."""
    day = QDate.fromString(date, Qt.DateFormat.ISODate)
    if not day.isValid():
        return date
    return QLocale().toString(day, QLocale.FormatType.LongFormat)
