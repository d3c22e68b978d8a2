"""Names many topics at once: typed, pasted, from a file or from bookmarks."""

from pathlib import Path

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.library.store import Library
from reader.model.errors import ReaderError
from reader.notebook.bookmarks import Shelf
from reader.ui.announce import announce
from reader.ui.fitting import ScrolledColumn, fit_to_words
from reader.ui.flow_layout import FlowLayout
from reader.ui.keeping import Keeper
from reader.ui.messages import message_for
from reader.ui.tasks import Answer, Worker
from reader.ui.topic_list_jobs import FileLines, ReadFile, Resolve, Resolved
from reader.ui.topic_list_rows import TopicRows

LANE = "topics"

_PAUSE = 150  # milliseconds after a letter
_LETTERS = 64  # of a line
_LEAST_HEIGHT = 520  # pixels
_LINES = 4  # of what is typed, seen at least


class TopicListDialog(QDialog):
    """Shows at once what each line is, and asks where one may be several.

    Signals:
        chosen: A tuple of slugs, each once, in the order of the list.
    """

    chosen = Signal(object)

    def __init__(
        self, worker: Worker[Library], keeper: Keeper, parent: QWidget
    ) -> None:
        """Make the dialog.

        Args:
            worker: Has the library.
            keeper: Knows the bookmarks.
            parent: What it stands over.
        """
        super().__init__(parent)
        self.setWindowTitle(self.tr("Topics to print"))
        self._worker = worker
        self._keeper = keeper
        self._file: FileLines | None = None
        self._reading = 0
        self._agreed = False
        self._sheet = QWidget(self)
        self.field = self._field()
        self.open_file = self._button(self.tr("&Open a list…"))
        self.bookmarks = self._button(self.tr("From &bookmarks"))
        self.menu = QMenu(self.bookmarks)
        self.bookmarks.setMenu(self.menu)
        self.file = self._label("")
        self.remove = self._button(self.tr("&Remove that list"))
        self.problem = self._label("")
        self.count = self._label("")
        self.rows = TopicRows(self._sheet)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel,
            self,
        )
        self._ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE)
        self._lay_out()
        self._join()
        self._show_shelf(keeper.shelf)
        self._show_file()
        self._show_count()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the room that the words need at this text size."""
        super().showEvent(event)
        fit_to_words(self, _LETTERS, _LEAST_HEIGHT)
        self.field.setFocus()

    def done(self, result: int) -> None:
        """Close, and want no more answers."""
        self._soon.stop()
        self._worker.forget(LANE)
        self._worker.cancel(self._reading)
        super().done(result)

    # ---- parts -------------------------------------------------------------------

    def _field(self) -> QPlainTextEdit:
        field = QPlainTextEdit(self._sheet)
        field.setTabChangesFocus(True)
        field.setAccessibleName(self.tr("Topics, one a line"))
        field.setPlaceholderText(self.tr("Heart failure\nG12.2\nlow back pain"))
        return field

    def _button(self, words: str) -> QPushButton:
        button = QPushButton(words, self._sheet)
        button.setProperty("compact", True)
        button.setAutoDefault(False)
        return button

    def _label(self, words: str) -> QLabel:
        label = QLabel(words, self._sheet)
        label.setWordWrap(True)
        return label

    def _lay_out(self) -> None:
        words = self._label(self.tr("&Names or ICD-10 codes, one a line:"))
        words.setBuddy(self.field)
        ways = FlowLayout()
        for button in (self.open_file, self.bookmarks):
            ways.addWidget(button)
        inner = QVBoxLayout(self._sheet)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(10)
        inner.addWidget(words)
        inner.addWidget(self.field, 1)
        inner.addLayout(ways)
        for each in (self.file, self.remove, self.problem, self.count):
            inner.addWidget(each)
        inner.addWidget(self.rows, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 18)
        column.setSpacing(14)
        column.addWidget(ScrolledColumn(self._sheet, self), 1)
        column.addWidget(self.buttons)

    def _join(self) -> None:
        self.field.textChanged.connect(self._soon.start)
        self._soon.timeout.connect(self.resolve)
        self.open_file.clicked.connect(self.ask_file)
        self.remove.clicked.connect(self.remove_file)
        self.menu.triggered.connect(self._on_folder)
        self.rows.chosen.connect(self._show_count)
        self.buttons.accepted.connect(self._on_accepted)
        self.buttons.rejected.connect(self.reject)
        self._worker.answered.connect(self._on_answered)
        self._keeper.shelf_changed.connect(self._show_shelf)

    # ---- what the lines are --------------------------------------------------------

    @Slot()
    def resolve(self) -> None:
        """Ask what the lines are."""
        self._soon.stop()
        lines = self._file.lines if self._file is not None else ()
        self._worker.ask(LANE, Resolve(self.field.toPlainText(), lines))

    @Slot(object)
    def _on_answered(self, answer: Answer) -> None:
        if answer.lane == LANE and isinstance(answer.value, Resolved):
            problem = answer.value.problem
            self._say(_in_words(problem) if problem is not None else "")
            self.rows.show_meanings(answer.value.meanings)
            self._show_count()
            agreed, self._agreed = self._agreed, False
            if agreed and self._ok.isEnabled() and not self.rows.left_out():
                self._on_accepted()
        elif answer.lane == LANE or answer.number == self._reading:
            if isinstance(answer.value, FileLines):
                self._file = answer.value
                self._show_file()
                self.resolve()
            elif answer.error is not None:
                self._say(_in_words(answer.error))

    def _say(self, problem: str) -> None:
        """Say what is wrong with a list; nothing where all is well."""
        if problem and problem != self.problem.text():
            announce(self, problem)
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))

    @Slot()
    def _show_count(self) -> None:
        topics, left_out = len(self.rows.slugs()), self.rows.left_out()
        words = self.tr("Topics: {count}").format(count=topics)
        if left_out:
            more = self.tr("Lines left out: {count}. Choose below what they are.")
            words = f"{words}. {more.format(count=left_out)}"
        self._ok.setEnabled(topics > 0)
        if words != self.count.text():
            self.count.setText(words)
            announce(self, words)

    @Slot()
    def _on_accepted(self) -> None:
        if self._soon.isActive():
            # What was typed last is not known yet: if it leaves no question, go on.
            self._agreed = True
            self.resolve()
            return
        self.chosen.emit(self.rows.slugs())
        self.accept()

    # ---- from a file ---------------------------------------------------------------

    @Slot()
    def ask_file(self) -> None:
        """Let the person choose a file."""
        dialog = QFileDialog(self, self.tr("Open a list of topics"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        words = self.tr("Lists")
        dialog.setNameFilters(
            [f"{words} (*.txt *.csv *.tsv)", self.tr("All files (*)")]
        )
        dialog.fileSelected.connect(self.read_file)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def read_file(self, name: str) -> None:
        """Read a list; of a table only what names a topic is kept."""
        self._worker.cancel(self._reading)
        self._reading = self._worker.run(ReadFile(Path(name)))

    @Slot()
    def remove_file(self) -> None:
        """Do without the list from a file."""
        self._file = None
        self._show_file()
        self.field.setFocus()
        self.resolve()

    def _show_file(self) -> None:
        there = self._file is not None
        if self._file is not None:
            words = self.tr("And the lines of {name}: {count}")
            count = len(self._file.lines)
            self.file.setText(words.format(name=self._file.path.name, count=count))
        self.file.setVisible(there)
        self.remove.setVisible(there)

    # ---- from bookmarks --------------------------------------------------------------

    @Slot(object)
    def _show_shelf(self, shelf: Shelf) -> None:
        self.menu.clear()
        folders = {None: self.tr("Outside all folders")} | {
            folder.id: folder.name for folder in shelf.folders
        }
        for number, name in folders.items():
            slugs = [b.slug for b in shelf.bookmarks if b.folder_id == number]
            if slugs:
                words = self.tr("{name} ({count})")
                shown = words.format(name=name.replace("&", "&&"), count=len(slugs))
                self.menu.addAction(shown).setData(list(dict.fromkeys(slugs)))
        self.bookmarks.setVisible(not self.menu.isEmpty())

    @Slot(QAction)
    def _on_folder(self, action: QAction) -> None:
        """Write the bookmarks of a folder below what is typed."""
        typed = self.field.toPlainText().rstrip("\n")
        lines = [typed] if typed.strip() else []
        self.field.setPlainText("\n".join([*lines, *action.data()]))
        self.field.setFocus()


def _in_words(error: ReaderError) -> str:
    message = message_for(error)
    return f"{message.text} {message.advice}".strip()
