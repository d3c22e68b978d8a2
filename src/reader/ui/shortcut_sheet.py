"""F1: what every key does."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.ui.actions import ActionSpec
from reader.ui.fitting import fit_to_words

_LETTERS = 70  # of a line
_LEAST_HEIGHT = 560  # pixels
_AS_NEEDED = QHeaderView.ResizeMode.ResizeToContents

_ENTERS = "Enter / Shift+Enter"


class ShortcutSheet(QDialog):
    """A table of what can be done and the keys that do it."""

    def __init__(
        self, specs: Sequence[ActionSpec], parent: QWidget, *, keeps: bool
    ) -> None:
        """Make the sheet.

        Args:
            specs: What the window has.
            parent: The window.
            keeps: The keys of bookmarks and history are of use too.
        """
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        rows = [(spec.words, _keys(spec)) for spec in specs if spec.keys]
        rows += [
            (self.tr("From the search field into the results"), self.tr("Down")),
            (self.tr("Open the first result"), self.tr("Enter")),
            (self.tr("Clear the search"), self.tr("Escape")),
            (self.tr("While finding: next place, place before"), _ENTERS),
            (self.tr("Close what is found, or a word’s meaning"), self.tr("Escape")),
            (self.tr("In “Why this badge?”: next badge, badge before"), "N / P"),
        ]
        if keeps:
            words = self.tr("Open a link, a result or a page of a list in a new window")
            rows.append((words, "Ctrl+Shift+Enter"))
            rows += self._keeping()
        table = QTableWidget(len(rows), 2, self)
        table.setAccessibleName(self.tr("Keyboard shortcuts"))
        table.setHorizontalHeaderLabels([self.tr("What it does"), self.tr("Keys")])
        table.verticalHeader().hide()
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.verticalHeader().setSectionResizeMode(_AS_NEEDED)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        for row, texts in enumerate(rows):
            for column, text in enumerate(texts):
                table.setItem(row, column, QTableWidgetItem(text))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column_layout = QVBoxLayout(self)
        column_layout.addWidget(table)
        column_layout.addWidget(buttons)
        table.setCurrentCell(0, 0)
        table.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the room that the words need at this text size."""
        super().showEvent(event)
        fit_to_words(self, _LETTERS, _LEAST_HEIGHT)

    def _keeping(self) -> list[tuple[str, str]]:
        return [
            (self.tr("In bookmarks: up or down, also into folders"), "Alt+↑ / Alt+↓"),
            (self.tr("In bookmarks: move to a folder"), "Ctrl+M"),
            (self.tr("In bookmarks: new folder"), "Ctrl+Shift+F"),
            (self.tr("In bookmarks: note, or name of a folder"), "F2"),
            (self.tr("In bookmarks: remove"), "Delete"),
            (self.tr("In history: forget a page, or a day"), "Delete"),
            (self.tr("In history: forget the whole day"), "Shift+Delete"),
            (self.tr("Commands of a bookmark or a page in history"), "Shift+F10"),
        ]


def _keys(spec: ActionSpec) -> str:
    shown = QKeySequence.SequenceFormat.NativeText
    return " / ".join([QKeySequence(key).toString(shown) for key in spec.keys])
