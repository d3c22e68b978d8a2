"""Draws every kind of handout as PNG, in colour and as a photocopier sees it.

    python -m tools.handouts build/screens

Another part of `make screens`, beside `tools/screens.py`.
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QIODevice, QSize
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtPdf import QPdfDocument

from reader.handout.clinic import Clinic
from reader.handout.options import Extent, HandoutOptions, Ink, Paper, Print
from reader.handout.pdf import render_pdf
from reader.library.store import Library
from reader.resources import library_path

TOPIC = "amyotrophic-lateral-sclerosis"
WITH_ARRAYS = "acute-myocardial-infarction"
NOTE = "Bring your tablets, and somebody who can write down what is said."
CLINIC = Clinic(
    name="Riverside Nerve Clinic",
    address=("12 Mill Lane", "Elmbridge EB4 7QT"),
    phone="01632 960 001",
    out_of_hours="01632 960 999",
    footer="Riverside Nerve Clinic. Ask us for other languages.",
)
DOTS_PER_INCH = 90
POINTS_PER_INCH = 72

KINDS: dict[str, tuple[str, HandoutOptions]] = {
    "handout": (TOPIC, HandoutOptions()),
    "handout-large": (TOPIC, HandoutOptions(print=Print.LARGE)),
    "handout-extra-large": (TOPIC, HandoutOptions(print=Print.EXTRA_LARGE)),
    "handout-black": (TOPIC, HandoutOptions(ink=Ink.BLACK)),
    "handout-arrays": (WITH_ARRAYS, HandoutOptions(paper=Paper.LETTER)),
    "handout-for-you": (
        TOPIC,
        HandoutOptions(sections=("short-version",), note=NOTE, clinic=CLINIC),
    ),
    "summary": (TOPIC, HandoutOptions(extent=Extent.SUMMARY)),
    "summary-clinic": (TOPIC, HandoutOptions(extent=Extent.SUMMARY, clinic=CLINIC)),
    "summary-large": (
        TOPIC,
        HandoutOptions(extent=Extent.SUMMARY, print=Print.LARGE),
    ),
}


def draw(pdf: bytes, folder: Path, name: str) -> int:
    """Draw the pages of a PDF, each twice; say how many there are."""
    buffer = QBuffer()
    buffer.setData(pdf)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    for number in range(document.pageCount()):
        points = document.pagePointSize(number)
        size = (points * DOTS_PER_INCH / POINTS_PER_INCH).toSize()
        page = _on_white(document.render(number, size), size)
        page.save(str(folder / f"{name}-{number + 1:02}.png"))
        grey = page.convertToFormat(QImage.Format.Format_Grayscale8)
        grey.save(str(folder / f"{name}-{number + 1:02}-grey.png"))
    return document.pageCount()


def _on_white(page: QImage, size: QSize) -> QImage:
    white = QImage(size, QImage.Format.Format_RGB32)
    white.fill(QColor("white"))
    painter = QPainter(white)
    painter.drawImage(0, 0, page)
    painter.end()
    return white


def main() -> None:
    """Draw every kind into the folder named on the command line."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    app = QGuiApplication([])
    with Library.open(library_path()) as library:
        for name, (slug, options) in KINDS.items():
            pdf = render_pdf([library.topic(slug)], options, library.picture)
            print(f"{name}: {draw(pdf, folder, name)} pages")
    app.quit()


if __name__ == "__main__":
    main()
