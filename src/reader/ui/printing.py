"""Handouts printed: jobs for the worker, and the printer itself.

What prints are the pages of the very PDF that is shown, drawn at the printer's
resolution; nothing is laid out a second time.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from reader.handout.options import Paper
from reader.library.store import Library
from reader.model.errors import KnownError
from reader.ui.handout_printer import Printers
from reader.ui.handout_sheets import draw_page, opened
from reader.ui.print_queue import QueueState, queue_state
from reader.ui.print_wish import PrintWish

_SHARPEST = 300
"""Dots per inch beyond which a page gains nothing but bytes."""

_BAND, _LAPPED = 400, 2
"""Rows of pixels that are packed at once, and those that two bands share."""

_SAME = 3.0  # points by which two sheets may differ and be the same

_PAPERS = {
    Paper.A4: QPageSize.PageSizeId.A4,
    Paper.LETTER: QPageSize.PageSizeId.Letter,
}

GoOn = Callable[[int, int], bool]
"""Is told how many pages of how many are done; says whether to go on."""


@dataclass(frozen=True, slots=True)
class Sent:
    """Pages were handed to a printer.

    Attributes:
        pages: How many, without copies that the printer makes itself; 0 where the
            person stopped it, and nothing was printed.
        printer: Its name.
        sheet: The name of its paper where the pages had to be fitted to it; else "".
        queue: How its queue was then.
    """

    pages: int
    printer: str
    sheet: str
    queue: QueueState


def always(done: int, count: int) -> bool:
    """Go on whatever is done."""
    return done <= count


def known_printers() -> Printers:
    """Look which printers there are; the print system may take its time."""
    usual = QPrinterInfo.defaultPrinterName()
    names = QPrinterInfo.availablePrinterNames()
    return Printers(tuple(names), usual if usual in names else "".join(names[:1]))


@dataclass(frozen=True, slots=True)
class PrintAtOnce:
    """Prints a handout without a further question."""

    pdf: bytes
    wish: PrintWish
    go_on: GoOn = always

    def __call__(self, library: Library) -> Sent:
        """What was sent.

        Raises:
            KnownError: There is no such printer, or it takes no pages.
        """
        printer = printer_named(self.wish.printer, self.wish.paper)
        printer.setCopyCount(self.wish.copies)
        printer.setCollateCopies(True)
        return PrintHandout(self.pdf, printer, self.go_on)(library)


@dataclass(frozen=True, slots=True)
class PrintHandout:
    """Sends the PDF of a handout to a printer, which nobody else touches then."""

    pdf: bytes
    printer: QPrinter
    go_on: GoOn = always

    def __call__(self, library: Library) -> Sent:
        """What was sent.

        Raises:
            KnownError: The printer takes no pages.
        """
        del library
        name = self.printer.printerName()
        if self.printer.outputFormat() is QPrinter.OutputFormat.PdfFormat:
            pages = print_pdf(self.pdf, self.printer, self.go_on)
            return Sent(pages, name, "", QueueState())
        _demand(name)
        pages = print_pdf(self.pdf, self.printer, self.go_on)
        # Qt does not hear whether the print system took the job.
        state = _demand(name)
        return Sent(pages, name, _other_sheet(self.pdf, self.printer), state)


def no_printer() -> KnownError:
    """Says that there is no printer, and what to do."""
    translate = QCoreApplication.translate
    return KnownError(
        translate("printing", "No printer is set up on this computer."),
        translate("printing", "Save the handout as a PDF, or set up a printer."),
    )


def printer_named(name: str, paper: Paper) -> QPrinter:
    """A printer of this computer, set to this paper, edge to edge.

    Raises:
        KnownError: It is not there.
    """
    if not QPrinterInfo.availablePrinterNames():
        raise no_printer()
    info = QPrinterInfo.printerInfo(name) if name else QPrinterInfo.defaultPrinter()
    # Else Qt takes another one, in another room.
    if info.isNull():
        raise _gone(name)
    printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
    set_up(printer, paper)
    return printer


def set_up(printer: QPrinter, paper: Paper) -> None:
    """Set a printer to a paper, edge to edge."""
    printer.setPageSize(QPageSize(_PAPERS[paper]))
    printer.setFullPage(True)
    # The queue of a shared printer is read by others: it does not name the illness.
    printer.setDocName("Evidence Reader")


def print_pdf(pdf: bytes, printer: QPrinter, go_on: GoOn = always) -> int:
    """Print the pages that the printer was asked for, as many copies as it wants.

    Returns:
        The number of pages sent, without copies that the printer makes itself; 0 where
        it was not to go on.

    Raises:
        KnownError: The printer takes no pages.
        BugError: The PDF is none.
    """
    with opened(pdf) as document:
        return _print_document(document, printer, go_on)


def _print_document(document: QPdfDocument, printer: QPrinter, go_on: GoOn) -> int:
    printer.setFullPage(True)
    pages = _wanted_pages(printer, document.pageCount())
    painter = QPainter()
    if not painter.begin(printer):
        raise _refused(printer)
    # Else Qt stores the page as JPEG, and letters get a halo.
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    try:
        for place, page in enumerate(pages):
            if not go_on(place, len(pages)):
                printer.abort()
                return 0
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
    _draw_in_bands(painter, room, draw_page(document, page, pixels))


def _draw_in_bands(painter: QPainter, room: QRectF, image: QImage) -> None:
    """Draw a page a band at a time, since the window cannot move while Qt packs one.

    Each band begins within the one before, so that no line of white shows between.
    """
    scale = room.height() / image.height()
    for top in range(0, image.height(), _BAND):
        first = max(0, top - _LAPPED)
        rows = min(_BAND + top - first, image.height() - first)
        band = QRectF(0, first, image.width(), rows)
        place = QRectF(
            room.left(), room.top() + first * scale, room.width(), rows * scale
        )
        painter.drawImage(place, image, band)


def _other_sheet(pdf: bytes, printer: QPrinter) -> str:
    """The name of the printer's paper where it is another than that of the pages."""
    with opened(pdf) as document:
        made = document.pagePointSize(0)
    sheet = printer.pageLayout().fullRectPoints().size()
    wide, high = made.width() - sheet.width(), made.height() - sheet.height()
    if abs(wide) < _SAME and abs(high) < _SAME:
        return ""
    return printer.pageLayout().pageSize().name()


def _demand(name: str) -> QueueState:
    """See that a queue takes jobs.

    Raises:
        KnownError: It takes none, or is gone.
    """
    state = queue_state(name)
    if not state.there and name not in QPrinterInfo.availablePrinterNames():
        raise _gone(name)
    if state.there and not state.accepting:
        translate = QCoreApplication.translate
        words = translate("printing", "The printer “{name}” takes no jobs now.")
        raise KnownError(
            words.format(name=name),
            translate(
                "printing",
                "The handout is kept here. Choose another printer, or ask whoever "
                "looks after this one, and try again.",
            ),
        )
    return state


def _gone(name: str) -> KnownError:
    translate = QCoreApplication.translate
    return KnownError(
        translate("printing", "The printer “{name}” is not there.").format(name=name),
        translate(
            "printing",
            "The handout is kept here. Choose another printer and try again.",
        ),
    )


def _refused(printer: QPrinter) -> KnownError:
    translate = QCoreApplication.translate
    name = printer.printerName() or printer.outputFileName()
    return KnownError(
        translate("printing", "The printer “{name}” takes no pages.").format(name=name),
        translate("printing", "See that it is switched on and try again."),
    )
