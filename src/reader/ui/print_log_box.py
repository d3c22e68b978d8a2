"""The switch for the list of what was printed, and what one can do with the list."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFileDialog,
    QLabel,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.ui.announce import announce
from reader.ui.flow_layout import FlowLayout
from reader.ui.keeping import Keeper
from reader.ui.notebook_jobs import PrintLogState
from reader.ui.wrapping import WrappingCheckBox


class PrintLogBox(QWidget):
    """Stands in the settings.

    Signals:
        grown: It needs more or less height than before.
    """

    grown = Signal()

    def __init__(self, keeper: Keeper, parent: QWidget) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._may_save = True
        words = self.tr("Keep a list of &what was printed")
        self.switch = WrappingCheckBox(words, self)
        self.switch.setChecked(keeper.settings.print_log)
        self.note = self._label(
            self.tr(
                "Date, topic, pages and paper; never a patient’s name or your note. "
                "The list stays on this computer."
            )
        )
        self.switch.setAccessibleDescription(self.note.text())
        self.state = self._label("")
        self.save = self._button(self.tr("Sa&ve the list…"))
        self.clear = self._button(self.tr("Cl&ear the list…"))
        self.save.clicked.connect(self.ask_save)
        self.clear.clicked.connect(self.ask_clear)
        buttons = FlowLayout()
        buttons.addWidget(self.save)
        buttons.addWidget(self.clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.switch, self.note, self.state):
            column.addWidget(widget)
        column.addLayout(buttons)
        self._show_list(there=False)
        keeper.print_log_known.connect(self._on_known)
        keeper.ask_print_log()

    def allow_saving(self, *, allowed: bool) -> None:
        """Offer to write a file, or do not."""
        self._may_save = allowed
        self.save.setVisible(allowed and self.clear.isVisibleTo(self))

    def _label(self, words: str) -> QLabel:
        label = QLabel(words, self)
        label.setWordWrap(True)
        label.setProperty("muted", True)
        return label

    def _button(self, words: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setProperty("compact", True)
        button.setAutoDefault(False)
        return button

    def _show_list(self, *, there: bool) -> None:
        self.state.setVisible(there)
        self.clear.setVisible(there)
        self.save.setVisible(there and self._may_save)

    @Slot(object)
    def _on_known(self, state: PrintLogState) -> None:
        words = self.tr("Lines in the list: {count}").format(count=state.lines)
        if state.saved is not None:
            words = self.tr("Saved as {name}.").format(name=state.saved.name)
        elif not state.lines:
            words = self.tr("The list is empty.")
        cleared = not state.lines and self.clear.isVisibleTo(self)
        self.state.setText(words)
        if cleared:
            self.switch.setFocus()  # the button that had it goes
        self._show_list(there=state.lines > 0)
        self.state.setVisible(state.lines > 0 or cleared)
        self.grown.emit()
        if state.saved is not None or cleared:
            announce(self, words)

    @Slot()
    def ask_save(self) -> None:
        """Let the person choose a file to write."""
        dialog = QFileDialog(self, self.tr("Save the list of what was printed"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Tables (*.csv)"))
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(f"{self.tr('What was printed')}.csv")
        dialog.fileSelected.connect(self.save_to)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def save_to(self, name: str) -> None:
        """Write the list into this file."""
        self._keeper.save_print_log(Path(name))

    @Slot()
    def ask_clear(self) -> None:
        """Ask before the list is forgotten, since nothing brings it back."""
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Clear the list?"))
        box.setText(self.tr("This forgets what was printed. It cannot be undone."))
        clear = box.addButton(self.tr("Clear it"), QMessageBox.ButtonRole.AcceptRole)
        keep = box.addButton(self.tr("Keep it"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        clear.clicked.connect(self._keeper.clear_print_log)
        box.open()
