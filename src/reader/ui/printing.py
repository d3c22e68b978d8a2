"""Handouts made, printed and saved: jobs for the worker, and the printer itself.

What prints are the pages of the very PDF that is shown, drawn at the printer's
resolution; nothing is laid out a second time.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from reader.handout.files import write_whole
from reader.handout.options import HandoutOptions, Paper
from reader.handout.pdf import render_pdf
from reader.library.store import Library
from reader.model.errors import BugError, KnownError
from reader.model.topic import Topic

_POINTS = 72.0
_SHARPEST = 300
"""Dots per inch beyond which a page gains nothing but bytes."""

_PAPERS = {
    Paper.A4: QPageSize.PageSizeId.A4,
    Paper.LETTER: QPageSize.PageSizeId.Letter,
}


@dataclass(frozen=True, slots=True)
class MakeHandout:
    """Makes the PDF of a handout."""

    topics: tuple[Topic, ...]
    options: HandoutOptions

    def __call__(self, library: Library) -> bytes:
        """The PDF.

        Raises:
            KnownError: A bundled font is missing or damaged.
        """
        return render_pdf(self.topics, self.options, library.picture)


@dataclass(frozen=True, slots=True)
class SaveHandout:
    """Writes the PDF of a handout into a file, whole or not at all."""

    pdf: bytes
    path: Path

    def __call__(self, library: Library) -> Path:
        """The file that was written.

        Raises:
            KnownError: The file cannot be written.
        """
        del library
        write_whole(self.path, self.pdf)
        return self.path


@dataclass(frozen=True, slots=True)
class PrintHandout:
    """Sends the PDF of a handout to a printer, which nobody else touches then."""

    pdf: bytes
    printer: QPrinter

    def __call__(self, library: Library) -> int:
        """How many pages were sent.

        Raises:
            KnownError: The printer takes no pages.
        """
        del library
        return print_pdf(self.pdf, self.printer)


def has_printer() -> bool:
    """Whether this computer knows of a printer."""
    return bool(QPrinterInfo.availablePrinterNames())


def no_printer() -> KnownError:
    """Says that there is no printer, and what to do."""
    translate = QCoreApplication.translate
    return KnownError(
        translate("printing", "No printer is set up on this computer."),
        translate("printing", "Save the handout as a PDF, or set up a printer."),
    )


def make_printer(paper: Paper) -> QPrinter:
    """The usual printer of this computer, set to this paper, edge to edge."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(_PAPERS[paper]))
    printer.setFullPage(True)
    # The queue of a shared printer is read by others: it does not name the illness.
    printer.setDocName("Evidence Reader")
    return printer


def print_pdf(pdf: bytes, printer: QPrinter) -> int:
    """Print the pages that the printer was asked for, as many copies as it wants.

    Returns:
        The number of pages sent, without copies that the printer makes itself.

    Raises:
        KnownError: The printer takes no pages.
        BugError: The PDF is none.
    """
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    if document.status() is not QPdfDocument.Status.Ready:
        msg = f"the handout is no PDF: {document.error()}"
        raise BugError(msg)
    try:
        return _print_document(document, printer)
    finally:
        # The document reads from the buffer for as long as it is open.
        document.close()
        buffer.close()


def _print_document(document: QPdfDocument, printer: QPrinter) -> int:
    printer.setFullPage(True)
    pages = _wanted_pages(printer, document.pageCount())
    painter = QPainter()
    if not painter.begin(printer):
        raise _refused(printer)
    # Else Qt stores the page as JPEG, and letters get a halo.
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    try:
        for place, page in enumerate(pages):
            if place and not printer.newPage():
                raise _refused(printer)
            _draw_page(painter, printer, document, page)
    except KnownError:
        printer.abort()
        raise
    finally:
        painter.end()
    if printer.printerState() is QPrinter.PrinterState.Error:
        raise _refused(printer)
    return len(pages)


def _wanted_pages(printer: QPrinter, count: int) -> Sequence[int]:
    """Pages from 0 in the order in which they leave, copies of our own included."""
    first, last = 1, count
    if printer.printRange() is QPrinter.PrintRange.PageRange and printer.fromPage():
        first = min(printer.fromPage(), count)
        last = min(max(printer.toPage(), first), count)
    pages = list(range(first - 1, last))
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        return pages * copies
    return [page for page in pages for _ in range(copies)]


def _draw_page(
    painter: QPainter, printer: QPrinter, document: QPdfDocument, page: int
) -> None:
    """Draw a page over the whole sheet, its proportions kept, in the middle."""
    sheet = printer.paperRect(QPrinter.Unit.DevicePixel)
    points = document.pagePointSize(page)
    size = points.scaled(sheet.size(), Qt.AspectRatioMode.KeepAspectRatio)
    room = QRectF(sheet.topLeft(), size)
    room.moveCenter(sheet.center())
    sharpness = min(printer.resolution(), _SHARPEST) / printer.resolution()
    pixels = QSizeF(size.width() * sharpness, size.height() * sharpness).toSize()
    image = document.render(
        page,
        pixels,
        QPdfDocumentRenderOptions(),
        QImage.Format.Format_RGB32,
        Qt.GlobalColor.white,
    )
    if image.isNull():
        msg = f"page {page + 1} of the handout cannot be drawn"
        raise BugError(msg)
    painter.drawImage(room, image)


def _refused(printer: QPrinter) -> KnownError:
    translate = QCoreApplication.translate
    name = printer.printerName() or printer.outputFileName()
    return KnownError(
        translate("printing", "The printer “{name}” takes no pages.").format(name=name),
        translate("printing", "See that it is switched on and try again."),
    )
