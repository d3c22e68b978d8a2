"""Where a handout leaves the dialog: Print, Save as PDF, and what is said of it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QPushButton, QWidget

from reader.handout.options import Paper
from reader.library.store import Library
from reader.model.errors import ReaderError
from reader.ui.handout_jobs import find_printers
from reader.ui.handout_maker import HandoutMaker
from reader.ui.handout_printer import PrinterRow, Printers
from reader.ui.handout_progress import ProgressLine
from reader.ui.handout_sending import Done, Sender, Work
from reader.ui.messages import Message, MessageBar, message_for
from reader.ui.print_wish import PrintWish
from reader.ui.tasks import Answer, Worker

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from reader.ui.handout_sending import Target

PRINTERS = "printers"


class HandoutOutlet(QObject):
    """Prints and saves, says what came of it, and keeps what could not be sent.

    Signals:
        changed: Something began or ended.
        sending: Something begins now.
        done: A `Done`.
    """

    changed = Signal()
    sending = Signal()
    done = Signal(object)

    def __init__(
        self, worker: Worker[Library], maker: HandoutMaker, window: QDialog
    ) -> None:
        super().__init__(window)
        self._worker = worker
        self._maker = maker
        self._window = window
        self._printer: QPrinter | None = None
        self.printer = PrinterRow(window)
        self.messages = MessageBar(window)
        self.progress = ProgressLine(window)
        self.print = QPushButton(self.tr("&Print"), window)
        self.save = QPushButton(self.tr("&Save as PDF…"), window)
        self._sender = Sender(worker, maker, self)
        self.print.setShortcut(QKeySequence(QKeySequence.StandardKey.Print))
        self.save.setShortcut(QKeySequence(QKeySequence.StandardKey.Save))
        self.print.setDefault(True)
        self.save.setAutoDefault(False)
        self._connect()

    def _connect(self) -> None:
        self._worker.answered.connect(self._on_answered)
        self._sender.began.connect(self._on_began)
        self._sender.moved.connect(self.progress.show_step)
        self._sender.done.connect(self._on_done)
        self._sender.failed.connect(self._on_failed)
        self._sender.stopped.connect(self._on_stopped)
        self.progress.stop_wanted.connect(self._sender.stop)
        self.messages.action_requested.connect(self._on_action)
        self.printer.settings_wanted.connect(self.ask_printer)
        self.print.clicked.connect(self.print_now)
        self.save.clicked.connect(self.ask_file)

    @property
    def busy(self) -> bool:
        """Whether something is on its way."""
        return self._sender.busy

    def confine(self) -> None:
        """Offer no way to files, nor to the windows of the system."""
        self.forbid_saving()
        self.printer.settings.setVisible(False)

    def forbid_saving(self) -> None:
        """Offer only to print."""
        self.save.setVisible(False)
        self.save.setShortcut(QKeySequence())

    def allow(self, *, ready: bool) -> None:
        """Print and save, or not yet."""
        for button in (self.print, self.save, self.printer.settings):
            button.setEnabled(ready and not self.busy)

    def forget_failure(self) -> None:
        """Take a failure away: the handout that it was about is another one now."""
        message = self.messages.message
        if message is not None and not self.busy:
            self.messages.dismiss()

    def close(self) -> None:
        """Let go of everything."""
        self._worker.forget(PRINTERS)
        self._worker.answered.disconnect(self._on_answered)
        self._sender.close()

    # ---- printers ----------------------------------------------------------------

    @Slot()
    def look(self) -> None:
        """Look for printers, away from the window: the network may be slow."""
        self._worker.ask(PRINTERS, find_printers)

    @Slot(object)
    def _on_answered(self, answer: Answer) -> None:
        if answer.lane == PRINTERS and isinstance(answer.value, Printers):
            self.printer.show_printers(answer.value)

    # ---- printing ----------------------------------------------------------------

    @Slot()
    def print_now(self) -> None:
        """Print on the printer that is chosen, without a further question."""
        from reader.ui.printing import no_printer

        if self.printer.has_none:
            self.show_failure(no_printer())
            return
        copies = self.printer.copies.value()
        self._send(PrintWish(self.printer.chosen, copies, self._paper()))

    @Slot()
    def ask_printer(self) -> None:
        """Open the print window of the system, then print as it says."""
        from PySide6.QtPrintSupport import QPrintDialog

        from reader.ui.printing import no_printer, printer_named

        if self.printer.has_none:
            self.show_failure(no_printer())
            return
        try:
            self._printer = printer_named(self.printer.chosen, self._paper())
        except ReaderError as error:
            self.show_failure(error)
            return
        self._printer.setCopyCount(self.printer.copies.value())
        self._printer.setCollateCopies(True)
        dialog = QPrintDialog(self._printer, self._window)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintToFile, on=False)
        dialog.accepted.connect(self._on_printer_chosen)
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)

    def print_on(self, printer: "QPrinter") -> None:
        """Print on a printer as the window of the system has set it up."""
        self._send(printer)

    @Slot()
    def _on_printer_chosen(self) -> None:
        if self._printer is not None:
            self.printer.choose(self._printer.printerName())
            self.print_on(self._printer)

    def _paper(self) -> Paper:
        return self._maker.wanted.options.paper

    # ---- saving ------------------------------------------------------------------

    @Slot()
    def ask_file(self) -> None:
        """Let the person choose a file, then save."""
        slugs = self._maker.wanted.slugs
        dialog = QFileDialog(self._window, self.tr("Save the handout as PDF"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("PDF files (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        name = slugs[0] if len(slugs) == 1 else self.tr("handouts")
        dialog.selectFile(f"{name}.pdf")
        dialog.fileSelected.connect(self._on_file_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_to(self, path: Path) -> None:
        """Save the whole handout as a PDF."""
        self._send(path)

    @Slot(str)
    def _on_file_chosen(self, name: str) -> None:
        self.save_to(Path(name))

    # ---- what comes of it --------------------------------------------------------

    def _send(self, target: "Target") -> None:
        self.messages.dismiss()
        self.sending.emit()
        self._sender.send(target)

    @Slot(object)
    def _on_began(self, work: Work) -> None:
        from reader.ui.handout_words import work_words

        self.progress.begin(work_words(work))
        self.changed.emit()

    @Slot(object)
    def _on_done(self, done: Done) -> None:
        from reader.ui.handout_words import outcome

        self._printer = None
        self._rest()
        self.messages.show_message(outcome(done))
        self.done.emit(done)

    @Slot(object)
    def _on_failed(self, error: ReaderError) -> None:
        self._rest()
        self.show_failure(error, again=True)

    @Slot()
    def _on_stopped(self) -> None:
        self._rest()
        self.messages.show_message(Message(self.tr("Stopped. Nothing was printed.")))

    def _rest(self) -> None:
        self.progress.hide()
        self.changed.emit()

    @Slot(object)
    def show_failure(self, error: ReaderError, *, again: bool = False) -> None:
        """Say what failed, and offer to try it again."""
        said = message_for(error)
        if again:
            words = self.tr("Try again")
            said = Message(said.text, said.advice, words, self._sender, lasting=True)
        self.messages.show_message(said)

    @Slot(object)
    def _on_action(self, token: object) -> None:
        if token is self._sender:
            self._sender.again()

    # ---- leaving -----------------------------------------------------------------

    def may_leave(self, window: QWidget) -> bool:
        """Whether nothing is left to be sent; else ask, and close if it may be lost."""
        if not self._sender.unsent:
            return True
        box = QMessageBox(window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Close the handout?"))
        box.setText(self.tr("This handout was not printed or saved."))
        box.setInformativeText(
            self.tr("It is still here. You can try again, or save it as a PDF.")
        )
        stay = box.addButton(self.tr("Keep it open"), QMessageBox.ButtonRole.RejectRole)
        go = box.addButton(self.tr("Close it"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        go.clicked.connect(self.close_unasked)
        box.finished.connect(box.deleteLater)
        box.open()
        return False

    @Slot()
    def close_unasked(self) -> None:
        """Close the dialog, whatever was not sent."""
        self._sender.unsent = False
        self._window.reject()
