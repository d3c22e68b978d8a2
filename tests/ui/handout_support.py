"""A handout dialog as a person opens it, and what it made."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdf
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from reader.handout.options import Paper
from reader.ui.handout_dialog import HandoutDialog
from reader.ui.navigation import Place
from reader.ui.printing import set_up
from reader.ui.window import MainWindow

MARLOW = "marlow-syndrome"
ROOMY = (1180, 780)
LONG = 20_000  # milliseconds, for a busy machine


def opened(window: MainWindow, qtbot: QtBot, slug: str = MARLOW) -> HandoutDialog:
    """Press Print on a page and wait for the pages."""
    window.open_place(Place(slug))
    window.own_actions["print"].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, HandoutDialog)
    dialog.resize(*ROOMY)  # the screen of tests is small
    drawn(dialog, qtbot)
    return dialog


def drawn(dialog: HandoutDialog, qtbot: QtBot) -> None:
    """Wait until what is chosen is laid out, and what is in sight is drawn."""
    qtbot.waitUntil(lambda: dialog.maker.whole is not None, timeout=LONG)
    qtbot.waitUntil(dialog.preview.view.is_drawn, timeout=LONG)


@contextmanager
def changed(dialog: HandoutDialog, qtbot: QtBot) -> Iterator[None]:
    """Wait for other pages after a choice."""
    before = dialog.pdf
    yield
    qtbot.waitUntil(lambda: dialog.pdf != before, timeout=LONG)
    drawn(dialog, qtbot)


def words_of(pdf: bytes) -> str:
    """All that a PDF says, on one line."""
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


def said(dialog: HandoutDialog) -> str:
    """What the bar says now."""
    message = dialog.messages.message
    return f"{message.text} {message.advice}".strip() if message else ""


def file_printer(target: Path, paper: Paper = Paper.A4) -> QPrinter:
    """A printer that writes a file."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    set_up(printer, paper)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    return printer


def saved(dialog: HandoutDialog, path: Path, qtbot: QtBot) -> bytes:
    """Save the handout and wait for the file."""
    dialog.save_to(path)
    qtbot.waitUntil(lambda: said(dialog) == f"Saved as {path.name}.", timeout=LONG)
    return path.read_bytes()


@contextmanager
def offered(window: MainWindow, qtbot: QtBot) -> Iterator[HandoutDialog]:
    """Open the dialog, and close it whatever was not sent."""
    made = opened(window, qtbot)
    yield made
    if Shiboken.isValid(made) and made.isVisible():
        made.outlet.close_unasked()
