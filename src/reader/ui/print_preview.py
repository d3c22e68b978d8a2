"""The handout before it is printed: the very pages, and what can be done with them."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QPointF, QSize, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from reader.handout.options import HandoutOptions, Paper
from reader.library.store import Library
from reader.model.errors import ReaderError
from reader.model.topic import Topic
from reader.ui import tab_order
from reader.ui.announce import announce
from reader.ui.fitting import room_for
from reader.ui.flow_layout import FlowLayout
from reader.ui.messages import Message, MessageBar, message_for
from reader.ui.printing import (
    MakeHandout,
    PrintHandout,
    SaveHandout,
    has_printer,
    make_printer,
    no_printer,
)
from reader.ui.tasks import Answer, Worker

LANE = "handout"
_SIZE = QSize(860, 900)
_STEP = 1.25
_SMALLEST, _LARGEST = 0.25, 5.0


class PrintPreview(QDialog):
    """Shows the pages of a handout, prints them and saves them.

    Everything that takes its time goes to the worker; the buttons wait until there
    are pages, and after a failure everything can be tried again.
    """

    paper_chosen = Signal(str)  # the value of a Paper, for the settings

    def __init__(
        self,
        topics: Sequence[Topic],
        worker: Worker[Library],
        paper: Paper,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._topics = tuple(topics)
        self._worker = worker
        self._pdf = b""
        self._job = 0
        self._printer: QPrinter | None = None
        self._buffer = QBuffer(self)
        self._document = QPdfDocument(self)
        self._paper = QComboBox(self)
        self._page = QSpinBox(self)
        self._count = QLabel(self)
        self._smaller = QPushButton(self.tr("Zoom &out"), self)
        self._larger = QPushButton(self.tr("Zoom &in"), self)
        self._fit = QPushButton(self.tr("Fit &width"), self)
        self._print = QPushButton(self.tr("&Print…"), self)
        self._save = QPushButton(self.tr("&Save as PDF…"), self)
        self._close = QPushButton(self.tr("Close"), self)
        self.view = QPdfView(self)
        self.messages = MessageBar(self)
        self.setWindowTitle(self._title())
        self._prepare_controls(paper)
        self._lay_out()
        self._connect()
        self._make()

    def allow_saving(self, *, allowed: bool) -> None:
        """Offer to save the pages, or only to print them."""
        self._save.setVisible(allowed)

    @property
    def pdf(self) -> bytes:
        """The handout that is shown; empty while it is being made."""
        return self._pdf

    @property
    def page_count(self) -> int:
        """How many pages are shown."""
        return self._document.pageCount()

    # ---- building --------------------------------------------------------------

    def _title(self) -> str:
        if len(self._topics) == 1:
            return self.tr("Print: {title}").format(title=self._topics[0].title)
        return self.tr("Print: %n topic(s)", "", len(self._topics))

    def _prepare_controls(self, paper: Paper) -> None:
        for choice in Paper:
            self._paper.addItem(choice.label, choice.value)
        self._paper.setCurrentIndex(self._paper.findData(paper.value))
        self._paper.setAccessibleName(self.tr("Paper"))
        self._page.setAccessibleName(self.tr("Page"))
        self._page.setMinimum(1)
        self._fit.setShortcut(QKeySequence("Ctrl+0"))
        self._print.setShortcut(QKeySequence(QKeySequence.StandardKey.Print))
        self._save.setShortcut(QKeySequence(QKeySequence.StandardKey.Save))
        self._print.setDefault(True)
        self.view.setDocument(self._document)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.view.setAccessibleName(self.tr("Pages of the handout"))
        self._allow(ready=False)

    def _lay_out(self) -> None:
        paper = QLabel(self.tr("P&aper:"), self)
        paper.setBuddy(self._paper)
        page = QLabel(self.tr("Pa&ge:"), self)
        page.setBuddy(self._page)
        above, below = FlowLayout(), FlowLayout(to_end=True)
        for field in (paper, self._paper, page, self._page, self._count):
            above.addWidget(field)
        for button in (self._smaller, self._larger, self._fit):
            above.addWidget(button)
        for button in (self._close, self._save, self._print):
            below.addWidget(button)
        layout = QVBoxLayout(self)
        layout.addLayout(above)
        layout.addWidget(self.messages)
        layout.addWidget(self.view, 1)
        layout.addLayout(below)
        self.resize(_SIZE.boundedTo(room_for(self)))

    def _connect(self) -> None:
        self._worker.answered.connect(self._on_answered)
        self._paper.currentIndexChanged.connect(self._on_paper_chosen)
        self._page.valueChanged.connect(self._on_page_asked)
        self.view.pageNavigator().currentPageChanged.connect(self._on_page_reached)
        self._smaller.clicked.connect(self.zoom_out)
        self._larger.clicked.connect(self.zoom_in)
        self._fit.clicked.connect(self.fit_width)
        self._print.clicked.connect(self.ask_printer)
        self._save.clicked.connect(self.ask_file)
        self._close.clicked.connect(self.reject)
        # "+" shares its key with "=" on many keyboards, so both do.
        for keys in ("Ctrl++", "Ctrl+="):
            QShortcut(QKeySequence(keys), self).activated.connect(self.zoom_in)
        QShortcut(QKeySequence("Ctrl+-"), self).activated.connect(self.zoom_out)

    # ---- the pages -------------------------------------------------------------

    def _chosen_paper(self) -> Paper:
        return Paper(self._paper.currentData())

    def _make(self) -> None:
        self._allow(ready=False)
        options = HandoutOptions(paper=self._chosen_paper())
        self._worker.ask(LANE, MakeHandout(self._topics, options))

    def _show_pdf(self, pdf: bytes) -> None:
        page = self._page.value()
        self._pdf = pdf
        self._document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QBuffer.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        count = self._document.pageCount()
        self._page.setMaximum(max(1, count))
        self._count.setText(self.tr("of {count}").format(count=count))
        self._page.setValue(min(page, count))
        self._describe(self._page.value() - 1)
        self._allow(ready=True)
        announce(self, self.tr("%n page(s)", "", count))

    def _describe(self, page: int) -> None:
        """Give a screen reader the words of the page that is shown."""
        words = self._document.getAllText(page).text()
        self.view.setAccessibleDescription(words)

    def _allow(self, *, ready: bool) -> None:
        for widget in (self._print, self._save, self._page):
            widget.setEnabled(ready)

    @Slot(int)
    def _on_paper_chosen(self, index: int) -> None:
        del index
        self._make()
        self.paper_chosen.emit(self._chosen_paper().value)

    @Slot(int)
    def _on_page_asked(self, number: int) -> None:
        navigator = self.view.pageNavigator()
        if navigator.currentPage() != number - 1 < self.page_count:
            navigator.jump(number - 1, QPointF(), navigator.currentZoom())

    @Slot(int)
    def _on_page_reached(self, page: int) -> None:
        if page >= 0:
            self._page.setValue(page + 1)
            self._describe(page)

    # ---- zoom ------------------------------------------------------------------

    @Slot()
    def zoom_in(self) -> None:
        """Show the pages larger."""
        self._zoom(_STEP)

    @Slot()
    def zoom_out(self) -> None:
        """Show the pages smaller."""
        self._zoom(1 / _STEP)

    @Slot()
    def fit_width(self) -> None:
        """Show a page as wide as there is room."""
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)

    def _zoom(self, factor: float) -> None:
        now = self._shown_zoom() * factor
        self.view.setZoomMode(QPdfView.ZoomMode.Custom)
        self.view.setZoomFactor(min(_LARGEST, max(_SMALLEST, now)))

    def _shown_zoom(self) -> float:
        """How large a page is shown, 1 for its own size."""
        if self.view.zoomMode() is QPdfView.ZoomMode.Custom or not self.page_count:
            return self.view.zoomFactor()
        margins = self.view.documentMargins()
        room = self.view.viewport().width() - margins.left() - margins.right()
        points = self._document.pagePointSize(0).width()
        return room / (points * self.view.logicalDpiX() / 72)

    # ---- printing and saving ---------------------------------------------------

    @Slot()
    def ask_printer(self) -> None:
        """Let the person choose a printer, then print."""
        if not has_printer():
            self._fail(no_printer())
            return
        self._printer = make_printer(self._chosen_paper())
        dialog = QPrintDialog(self._printer, self)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintToFile, on=False)
        dialog.setMinMax(1, self.page_count)
        dialog.accepted.connect(self._on_printer_chosen)
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)

    def print_on(self, printer: QPrinter) -> None:
        """Print the pages that are shown."""
        self._start(self._worker.run(PrintHandout(self._pdf, printer)))

    @Slot()
    def ask_file(self) -> None:
        """Let the person choose a file, then save."""
        dialog = QFileDialog(self, self.tr("Save the handout as PDF"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("PDF files (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(f"{self._topics[0].slug}.pdf")
        dialog.fileSelected.connect(self._on_file_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_to(self, path: Path) -> None:
        """Save the pages that are shown as a PDF."""
        self._start(self._worker.run(SaveHandout(self._pdf, path)))

    def _start(self, job: int) -> None:
        self._job = job
        self._allow(ready=False)
        self._paper.setEnabled(False)

    @Slot()
    def _on_printer_chosen(self) -> None:
        if self._printer is not None:
            self.print_on(self._printer)

    @Slot(str)
    def _on_file_chosen(self, name: str) -> None:
        self.save_to(Path(name))

    # ---- answers ---------------------------------------------------------------

    @Slot(object)
    def _on_answered(self, answer: Answer) -> None:
        if answer.lane == LANE:
            self._on_made(answer)
        elif not answer.lane and self._job and answer.number == self._job:
            self._on_done(answer)

    def _on_made(self, answer: Answer) -> None:
        if isinstance(answer.value, bytes):
            self._show_pdf(answer.value)
        elif answer.error is not None:
            self._fail(answer.error)

    def _on_done(self, answer: Answer) -> None:
        self._job = 0
        self._paper.setEnabled(True)
        self._allow(ready=True)
        if answer.error is not None:
            self._fail(answer.error)
        elif isinstance(answer.value, Path):
            saved = self.tr("Saved as {name}.").format(name=answer.value.name)
            self.messages.show_message(Message(saved))
        else:
            self._printer = None
            self.messages.show_message(Message(self.tr("Sent to the printer.")))

    def _fail(self, error: ReaderError) -> None:
        message = message_for(error)
        self.messages.show_message(message)

    def focusNextPrevChild(self, next_: bool) -> bool:  # noqa: FBT001 - Qt's signature
        """Go through the dialog as it is read."""
        return tab_order.step(self, self, next_=next_)

    def done(self, result: int) -> None:
        """Close, but not while pages are on their way: a failure would go unseen."""
        if self._job:
            announce(self, self.tr("Still at work, one moment."))
            return
        self._worker.forget(LANE)
        self._worker.answered.disconnect(self._on_answered)
        super().done(result)
