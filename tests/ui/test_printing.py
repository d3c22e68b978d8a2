"""Printing: the very pages, on the very printer, and plain words when it fails."""

import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from reader.handout.options import HandoutOptions, Paper
from reader.handout.pdf import render_pdf
from reader.library.store import Library
from reader.model.errors import BugError, KnownError
from reader.ui.handout_sending import Done
from reader.ui.handout_words import outcome
from reader.ui.print_queue import QueueState, parse_state, queue_state
from reader.ui.print_wish import PrintWish
from reader.ui.printing import PrintAtOnce, Sent, print_pdf, printer_named, set_up
from tests.fixtures.sample_topic import sample_picture, sample_topic
from tests.ui.handout_support import file_printer

SMALL = QSize(300, 424)

# Qt says so itself when a printer does not begin; we say it in a sentence.
begins_not = pytest.mark.qt_log_ignore(r"^QPainter::begin\(\): Returned false$")


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return render_pdf([sample_topic()], HandoutOptions(), sample_picture)


def _picture(path: Path, page: int = 0, size: QSize = SMALL) -> QImage:
    document = QPdfDocument()
    assert document.load(str(path)) is QPdfDocument.Error.None_
    drawn = document.render(page, size)
    document.close()
    image = QImage(size, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.drawImage(0, 0, drawn)
    painter.end()
    return image


def _difference(one: QImage, other: QImage) -> int:
    """How far two pictures are apart."""
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return sum(abs(a - b) for a, b in pairs)


def _nearest(made: Path, printed: Path, page: int) -> int:
    """The page of what was made that a printed page looks most like."""
    image = _picture(printed, page)
    pages = range(_page_count(made))
    return min(pages, key=lambda p: _difference(_picture(made, p), image))


def _page_count(path: Path) -> int:
    return len(pypdf.PdfReader(path).pages)


# ---- printing -------------------------------------------------------------------


def test_what_prints_looks_like_what_was_made(pdf: bytes, tmp_path: Path) -> None:
    made, printed = tmp_path / "made.pdf", tmp_path / "printed.pdf"
    made.write_bytes(pdf)
    count = print_pdf(pdf, file_printer(printed))
    assert count == _page_count(made) == _page_count(printed)
    assert [_nearest(made, printed, page) for page in range(count)] == [*range(count)]
    difference = _difference(_picture(made), _picture(printed))
    blank = QImage(SMALL, QImage.Format.Format_Grayscale8)
    blank.fill(Qt.GlobalColor.white)
    assert difference < _difference(_picture(made), blank) / 3


def test_a_page_reaches_the_edges_of_the_paper(pdf: bytes, tmp_path: Path) -> None:
    print_pdf(pdf, file_printer(tmp_path / "printed.pdf"))
    box = pypdf.PdfReader(tmp_path / "printed.pdf").pages[0].mediabox
    assert (round(box.width), round(box.height)) == (595, 842)


def test_pages_are_drawn_at_300_dots_an_inch_at_most(
    pdf: bytes, tmp_path: Path
) -> None:
    printer = file_printer(tmp_path / "printed.pdf")
    assert printer.resolution() > 300
    print_pdf(pdf, printer)
    bands = pypdf.PdfReader(tmp_path / "printed.pdf").pages[0].images
    shapes = [band.image.size for band in bands if band.image is not None]
    assert {width for width, _ in shapes} <= {2479, 2480, 2481}
    assert 3_500 <= sum(height for _, height in shapes) <= 3_530


def test_no_line_of_white_shows_between_two_bands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page of one ink stays one, however finely a viewer looks at it."""

    def black(document: QPdfDocument, page: int, size: QSize) -> QImage:
        del document, page
        image = QImage(size, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.black)
        return image

    monkeypatch.setattr("reader.ui.printing.draw_page", black)
    one = render_pdf([sample_topic()], HandoutOptions(), sample_picture)
    print_pdf(one, file_printer(tmp_path / "printed.pdf"))
    for size in (QSize(595, 842), QSize(777, 1099)):
        image = _picture(tmp_path / "printed.pdf", size=size)
        middle = size.width() // 2
        column = [
            image.pixelColor(middle, y).value() for y in range(4, size.height() - 4)
        ]
        assert max(column) == 0


def test_only_the_pages_asked_for_are_printed(pdf: bytes, tmp_path: Path) -> None:
    made, printed = tmp_path / "made.pdf", tmp_path / "printed.pdf"
    made.write_bytes(pdf)
    printer = file_printer(printed)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    assert print_pdf(pdf, printer) == 2
    assert [_nearest(made, printed, page) for page in (0, 1)] == [1, 2]


def test_the_last_page_comes_first_when_the_printer_wants_it_so(
    pdf: bytes, tmp_path: Path
) -> None:
    made, printed = tmp_path / "made.pdf", tmp_path / "printed.pdf"
    made.write_bytes(pdf)
    printer = file_printer(printed)
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    count = print_pdf(pdf, printer)
    order = [_nearest(made, printed, page) for page in range(count)]
    assert order == [*reversed(range(count))]


def test_a_sheet_of_another_size_keeps_the_proportions(
    pdf: bytes, tmp_path: Path
) -> None:
    print_pdf(pdf, file_printer(tmp_path / "printed.pdf", Paper.LETTER))
    box = pypdf.PdfReader(tmp_path / "printed.pdf").pages[0].mediabox
    assert (round(box.width), round(box.height)) == (612, 792)
    image = _picture(tmp_path / "printed.pdf", size=QSize(612, 792))
    # A4 is narrower than Letter: white at both sides, nothing cut off.
    dark = [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y).value() < 200 for y in range(0, 792, 2))
    ]
    assert min(dark) > 60
    assert max(dark) < 612 - 60


@begins_not
def test_a_printer_that_takes_nothing_is_said_in_a_sentence(
    pdf: bytes, tmp_path: Path
) -> None:
    printer = file_printer(tmp_path / "no such folder" / "printed.pdf")
    with pytest.raises(KnownError, match="takes no pages") as failure:
        print_pdf(pdf, printer)
    assert failure.value.advice


def test_what_is_no_pdf_is_our_mistake(tmp_path: Path) -> None:
    with pytest.raises(BugError):
        print_pdf(b"no pdf", file_printer(tmp_path / "printed.pdf"))


def test_who_stops_printing_gets_nothing(pdf: bytes, tmp_path: Path) -> None:
    asked: list[tuple[int, int]] = []

    def go_on(done: int, count: int) -> bool:
        asked.append((done, count))
        return done < 1

    assert print_pdf(pdf, file_printer(tmp_path / "printed.pdf"), go_on) == 0
    assert [done for done, _ in asked] == [0, 1]


# ---- the printer ----------------------------------------------------------------


def test_a_printer_of_that_name_and_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "PySide6.QtPrintSupport.QPrinterInfo.availablePrinterNames",
        lambda: ["Front desk"],
    )
    with pytest.raises(KnownError, match="“Ward 3” is not there") as failure:
        printer_named("Ward 3", Paper.A4)
    assert "Choose another printer" in failure.value.advice


def test_without_a_printer_there_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(
        "PySide6.QtPrintSupport.QPrinterInfo.availablePrinterNames", list
    )
    with pytest.raises(KnownError, match="No printer is set up"):
        printer_named("", Paper.A4)


# ---- its queue ------------------------------------------------------------------


class Pretended(QPrinter):
    """Writes a file, and says that it is a queue."""

    def outputFormat(self) -> QPrinter.OutputFormat:
        return QPrinter.OutputFormat.NativeFormat

    def printerName(self) -> str:
        return "Ward 3"


@pytest.fixture
def queue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What comes out of a queue called "Ward 3"."""
    target = tmp_path / "printed.pdf"

    def named(_name: str, paper: Paper) -> QPrinter:
        printer = Pretended(QPrinter.PrinterMode.HighResolution)
        set_up(printer, paper)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(target))
        return printer

    monkeypatch.setattr("reader.ui.printing.printer_named", named)
    monkeypatch.setattr(
        "PySide6.QtPrintSupport.QPrinterInfo.availablePrinterNames", list
    )
    return target


@pytest.fixture
def library(window_library: Path) -> Iterator[Library]:
    with Library.open(window_library) as opened:
        yield opened


IDLE = (
    "copies=1 printer-info='Ward 3, printer-state=5' "
    "printer-is-accepting-jobs=true printer-state=3 printer-state-reasons=none\n"
)
STOPPED = (
    "printer-is-accepting-jobs=true printer-state=5 "
    "printer-state-reasons=paused,media-jam-error\n"
)
REJECTING = "printer-is-accepting-jobs=false printer-state=3\n"


@pytest.mark.parametrize(
    ("said", "state"),
    [
        (IDLE, QueueState()),
        (STOPPED, QueueState(stopped=True, reasons=frozenset({"paused", "media-jam"}))),
        (REJECTING, QueueState(accepting=False)),
        ("\n", QueueState(there=False, accepting=False)),
    ],
)
def test_what_a_queue_says_of_itself_is_read(said: str, state: QueueState) -> None:
    assert parse_state(said) == state


@pytest.fixture
def fake_tool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A tool of the print system that says what stands in a file beside it."""
    tool = tmp_path / "bin" / "lpoptions"
    tool.parent.mkdir()
    tool.write_text(f'#!/bin/sh\ncat "{tmp_path}/said"\n')
    tool.chmod(tool.stat().st_mode | stat.S_IXUSR)
    cat = shutil.which("cat")
    assert cat is not None
    monkeypatch.setenv("PATH", f"{tool.parent}:{Path(cat).parent}")
    return tmp_path / "said"


def test_the_queue_is_asked(fake_tool: Path) -> None:
    fake_tool.write_text(REJECTING)
    assert not queue_state("Ward 3").accepting
    fake_tool.write_text(IDLE)
    assert queue_state("Ward 3") == QueueState()


def test_where_nobody_can_be_asked_all_is_well(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert queue_state("Ward 3") == QueueState()


def test_a_queue_that_takes_no_jobs_gets_none(
    pdf: bytes, fake_tool: Path, queue: Path, library: Library
) -> None:
    """Qt itself would say that all was sent."""
    fake_tool.write_text(REJECTING)
    with pytest.raises(KnownError, match="takes no jobs now") as failure:
        PrintAtOnce(pdf, PrintWish("Ward 3", 1, Paper.A4))(library)
    assert "kept here" in failure.value.advice
    assert not queue.exists()


def test_a_queue_that_goes_while_it_prints_is_said(
    pdf: bytes, fake_tool: Path, queue: Path, library: Library
) -> None:
    fake_tool.write_text(IDLE)

    def vanish(done: int, count: int) -> bool:
        fake_tool.write_text("\n")
        return done <= count

    wish = PrintWish("Ward 3", 1, Paper.A4)
    with pytest.raises(KnownError, match="is not there"):
        PrintAtOnce(pdf, wish, vanish)(library)
    assert queue.exists()


def test_a_stopped_queue_takes_the_job_and_says_why_it_waits(
    pdf: bytes, fake_tool: Path, queue: Path, library: Library
) -> None:
    fake_tool.write_text(STOPPED)
    sent = PrintAtOnce(pdf, PrintWish("Ward 3", 2, Paper.A4))(library)
    said = outcome(Done(sent, ("marlow",)))
    assert queue.exists()
    assert said.text == "Sent to the printer “Ward 3”."
    assert said.advice == "Paper is jammed in it. It prints when that is put right."
    assert said.lasting


def test_other_paper_in_the_printer_is_said() -> None:
    sent = Sent(4, "Ward 3", "Letter", QueueState())
    assert "Letter" in outcome(Done(sent, ("marlow",))).advice
