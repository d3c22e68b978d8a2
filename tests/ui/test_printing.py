"""Preview, printing and saving: the very pages, and plain words when it fails."""

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QFileDialog,
    QPushButton,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reader.handout.options import HandoutOptions, Paper
from reader.handout.pdf import render_pdf
from reader.library.store import Library
from reader.model.errors import BugError, KnownError
from reader.ui.print_preview import PrintPreview
from reader.ui.printing import make_printer, print_pdf
from reader.ui.tasks import Worker
from tests.fixtures.sample_topic import sample_picture, sample_topic

SMALL = QSize(300, 424)

# Qt says so itself when a printer does not begin; we say it in a sentence.
begins_not = pytest.mark.qt_log_ignore(r"^QPainter::begin\(\): Returned false$")


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return render_pdf([sample_topic()], HandoutOptions(), sample_picture)


@pytest.fixture
def worker(window_library: Path) -> Iterator[Worker[Library]]:
    made = Worker(lambda: Library.open(window_library), "the printing test")
    yield made
    made.close()


@pytest.fixture
def preview(worker: Worker[Library], qtbot: QtBot) -> PrintPreview:
    made = PrintPreview([sample_topic()], worker, Paper.A4)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.page_count > 0)
    return made


def _printer(target: Path, paper: Paper = Paper.A4) -> QPrinter:
    printer = make_printer(paper)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    return printer


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


def _words(preview: PrintPreview) -> str:
    message = preview.messages.message
    return f"{message.text} {message.advice}".strip() if message else ""


# ---- printing -------------------------------------------------------------------


def test_what_prints_looks_like_what_was_made(pdf: bytes, tmp_path: Path) -> None:
    made, printed = tmp_path / "made.pdf", tmp_path / "printed.pdf"
    made.write_bytes(pdf)
    count = print_pdf(pdf, _printer(printed))
    assert count == _page_count(made) == _page_count(printed)
    assert [_nearest(made, printed, page) for page in range(count)] == [*range(count)]
    difference = _difference(_picture(made), _picture(printed))
    blank = QImage(SMALL, QImage.Format.Format_Grayscale8)
    blank.fill(Qt.GlobalColor.white)
    assert difference < _difference(_picture(made), blank) / 3


def test_a_page_reaches_the_edges_of_the_paper(pdf: bytes, tmp_path: Path) -> None:
    print_pdf(pdf, _printer(tmp_path / "printed.pdf"))
    box = pypdf.PdfReader(tmp_path / "printed.pdf").pages[0].mediabox
    assert (round(box.width), round(box.height)) == (595, 842)


def test_pages_are_drawn_at_300_dots_an_inch_at_most(
    pdf: bytes, tmp_path: Path
) -> None:
    printer = _printer(tmp_path / "printed.pdf")
    assert printer.resolution() > 300
    print_pdf(pdf, printer)
    (image,) = pypdf.PdfReader(tmp_path / "printed.pdf").pages[0].images
    assert image.image is not None
    assert 2470 <= image.image.width <= 2490


def test_only_the_pages_asked_for_are_printed(pdf: bytes, tmp_path: Path) -> None:
    made, printed = tmp_path / "made.pdf", tmp_path / "printed.pdf"
    made.write_bytes(pdf)
    printer = _printer(printed)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    assert print_pdf(pdf, printer) == 2
    assert [_nearest(made, printed, page) for page in (0, 1)] == [1, 2]


def test_the_last_page_comes_first_when_the_printer_wants_it_so(
    pdf: bytes, tmp_path: Path
) -> None:
    made, printed = tmp_path / "made.pdf", tmp_path / "printed.pdf"
    made.write_bytes(pdf)
    printer = _printer(printed)
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    count = print_pdf(pdf, printer)
    order = [_nearest(made, printed, page) for page in range(count)]
    assert order == [*reversed(range(count))]


def test_a_sheet_of_another_size_keeps_the_proportions(
    pdf: bytes, tmp_path: Path
) -> None:
    print_pdf(pdf, _printer(tmp_path / "printed.pdf", Paper.LETTER))
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
    printer = _printer(tmp_path / "no such folder" / "printed.pdf")
    with pytest.raises(KnownError, match="takes no pages") as failure:
        print_pdf(pdf, printer)
    assert failure.value.advice


def test_what_is_no_pdf_is_our_mistake(tmp_path: Path) -> None:
    with pytest.raises(BugError):
        print_pdf(b"no pdf", _printer(tmp_path / "printed.pdf"))


# ---- the preview ----------------------------------------------------------------


def test_the_preview_shows_the_handout_of_the_topic(preview: PrintPreview) -> None:
    reader = pypdf.PdfReader(io.BytesIO(preview.pdf))
    assert preview.page_count == len(reader.pages)
    assert reader.metadata is not None
    assert reader.metadata.title == "Marlow’s disease"


def test_saving_writes_the_very_bytes(
    preview: PrintPreview, tmp_path: Path, qtbot: QtBot
) -> None:
    target = tmp_path / "handout.pdf"
    target.write_bytes(b"older")
    preview.save_to(target)
    qtbot.waitUntil(lambda: _words(preview) == "Saved as handout.pdf.")
    assert target.read_bytes() == preview.pdf
    assert [path.name for path in tmp_path.iterdir()] == ["handout.pdf"]


def test_printing_from_the_preview_sends_the_pages(
    preview: PrintPreview, tmp_path: Path, qtbot: QtBot
) -> None:
    preview.print_on(_printer(tmp_path / "printed.pdf"))
    qtbot.waitUntil(lambda: _words(preview) == "Sent to the printer.")
    assert _page_count(tmp_path / "printed.pdf") == preview.page_count


def test_other_paper_makes_other_pages(preview: PrintPreview, qtbot: QtBot) -> None:
    before = preview.pdf
    (papers,) = preview.findChildren(QComboBox)
    with qtbot.waitSignal(preview.paper_chosen) as chosen:
        papers.setCurrentIndex(papers.findText("US Letter"))
    assert chosen.args == ["letter"]
    qtbot.waitUntil(lambda: preview.pdf != before)
    box = pypdf.PdfReader(io.BytesIO(preview.pdf)).pages[0].mediabox
    assert round(box.width) == 612


def test_a_folder_of_that_name_is_said_and_it_can_be_tried_again(
    preview: PrintPreview, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "taken.pdf").mkdir()
    preview.save_to(tmp_path / "taken.pdf")
    qtbot.waitUntil(lambda: "could not be written" in _words(preview))
    assert [path.name for path in tmp_path.iterdir()] == ["taken.pdf"]
    preview.save_to(tmp_path / "free.pdf")
    qtbot.waitUntil(lambda: _words(preview) == "Saved as free.pdf.")


def test_a_place_that_does_not_exist_is_said(
    preview: PrintPreview, tmp_path: Path, qtbot: QtBot
) -> None:
    preview.save_to(tmp_path / "gone" / "handout.pdf")
    qtbot.waitUntil(lambda: "could not be written" in _words(preview))
    assert "try again" in _words(preview)


@begins_not
def test_a_printer_that_fails_leaves_the_handout_to_try_again(
    preview: PrintPreview, tmp_path: Path, qtbot: QtBot
) -> None:
    preview.print_on(_printer(tmp_path / "gone" / "printed.pdf"))
    qtbot.waitUntil(lambda: "takes no pages" in _words(preview))
    preview.print_on(_printer(tmp_path / "printed.pdf"))
    qtbot.waitUntil(lambda: _words(preview) == "Sent to the printer.")


def test_without_a_printer_the_preview_says_so(
    preview: PrintPreview, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr("reader.ui.print_preview.has_printer", lambda: False)
    qtbot.keyClick(preview, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "No printer is set up" in _words(preview))
    assert "Save the handout as a PDF" in _words(preview)


def test_a_missing_font_is_said_in_the_preview(
    worker: Worker[Library], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr("reader.handout.pdf.FACES", ("Vanished",))
    made = PrintPreview([sample_topic()], worker, Paper.A4)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: "font" in _words(made))
    assert made.pdf == b""


def test_the_file_dialog_offers_a_name_and_saves(
    preview: PrintPreview, tmp_path: Path, qtbot: QtBot
) -> None:
    preview.ask_file()
    (dialog,) = preview.findChildren(QFileDialog)
    assert [Path(name).name for name in dialog.selectedFiles()] == [
        "marlows-disease.pdf"
    ]
    dialog.fileSelected.emit(str(tmp_path / "chosen.pdf"))
    dialog.reject()
    qtbot.waitUntil(lambda: _words(preview) == "Saved as chosen.pdf.")
    assert (tmp_path / "chosen.pdf").read_bytes() == preview.pdf


# ---- keyboard and screen reader -------------------------------------------------


def test_every_control_has_a_name_and_a_key(preview: PrintPreview) -> None:
    buttons = preview.findChildren(QPushButton)
    shown = [button for button in buttons if button.isVisible()]
    assert len(shown) == 6
    for button in shown:
        assert button.text()
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    fields: list[QWidget] = [
        *preview.findChildren(QComboBox),
        *preview.findChildren(QAbstractSpinBox),
        preview.view,
    ]
    assert all(field.accessibleName() for field in fields)


def test_the_words_of_the_page_are_there_for_a_screen_reader(
    preview: PrintPreview, qtbot: QtBot
) -> None:
    assert "Marlow’s disease slowly weakens" in preview.view.accessibleDescription()
    (page,) = preview.findChildren(QSpinBox)
    page.setValue(2)
    qtbot.waitUntil(lambda: "Page 2 of" in preview.view.accessibleDescription())


def test_pages_can_be_turned_and_are_counted(preview: PrintPreview) -> None:
    (page,) = preview.findChildren(QSpinBox)
    assert (page.minimum(), page.maximum()) == (1, preview.page_count)
    page.setValue(3)
    assert preview.view.pageNavigator().currentPage() == 2


def test_zoom_has_keys(preview: PrintPreview, qtbot: QtBot) -> None:
    qtbot.keyClick(preview, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    larger = preview.view.zoomFactor()
    assert preview.view.zoomMode() is QPdfView.ZoomMode.Custom
    qtbot.keyClick(preview, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert preview.view.zoomFactor() < larger
    qtbot.keyClick(preview, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    fit = QPdfView.ZoomMode.FitToWidth
    qtbot.waitUntil(lambda: preview.view.zoomMode() is fit)


def test_escape_closes_and_a_late_answer_harms_nobody(
    worker: Worker[Library], qtbot: QtBot
) -> None:
    made = PrintPreview([sample_topic()], worker, Paper.A4)
    qtbot.addWidget(made)
    made.show()
    qtbot.keyClick(made, Qt.Key.Key_Escape)
    assert not made.isVisible()
    with qtbot.waitSignal(worker.answered):
        worker.run(lambda library: library.info.topics)
    assert made.pdf == b""


def test_a_stack_is_one_document(worker: Worker[Library], qtbot: QtBot) -> None:
    second = replace(sample_topic(), slug="second", title="Second topic")
    made = PrintPreview([sample_topic(), second], worker, Paper.A4)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.page_count > 0)
    assert "2 topic" in made.windowTitle()
