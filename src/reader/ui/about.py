"""What this program is, and who made what it is made of."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from reader import __version__
from reader.library.store import LibraryInfo
from reader.ui.fitting import ScrolledColumn, fit_to_words

_LETTERS = 64  # of a line


class AboutDialog(QDialog):
    """Versions, counts, licences, and what the program is not."""

    def __init__(self, info: LibraryInfo, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Evidence Reader"))
        title = QLabel(
            self.tr("Evidence Reader {version}").format(version=__version__), self
        )
        title.setProperty("heading", True)
        paragraphs = (
            self.tr(
                "Plain pages about illnesses and treatments, with a badge on every "
                "finding that says how sure the studies are."
            ),
            self.tr(
                "The library has {topics} topics, {claims} graded findings and "
                "{sources} sources."
            ).format(topics=info.topics, claims=info.claims, sources=info.sources),
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
        )
        sheet = QWidget(self)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 18)
        column.setSpacing(12)
        inner = QVBoxLayout(sheet)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(title)
        words = QLabel("\n\n".join(paragraphs), sheet)
        words.setWordWrap(True)
        words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        words.setAccessibleName(words.text())
        inner.addWidget(words, 1)
        column.addWidget(ScrolledColumn(sheet, self), 1)
        column.addWidget(buttons)
        buttons.button(QDialogButtonBox.StandardButton.Close).setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the room that the words need at this text size."""
        super().showEvent(event)
        fit_to_words(self, _LETTERS)
