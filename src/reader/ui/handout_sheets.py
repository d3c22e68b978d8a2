"""The sheets of a PDF: their pictures and their words.

Only the worker draws; the thread of the window shows the pictures. QtPdf is loaded
with this module, so nothing that the window needs at its start imports it.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions

from reader.model.errors import BugError


@dataclass(frozen=True, slots=True)
class Sheet:
    """One side of paper as it was drawn.

    Attributes:
        image: Its picture.
        words: What stands on it, for a screen reader.
    """

    image: QImage
    words: str


@contextmanager
def opened(pdf: bytes) -> Iterator[QPdfDocument]:
    """Open a PDF for reading.

    Raises:
        BugError: The PDF is none.
    """
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    try:
        if document.status() is not QPdfDocument.Status.Ready:
            msg = f"the handout is no PDF: {document.error()}"
            raise BugError(msg)
        yield document
    finally:
        # The document reads from the buffer for as long as it is open.
        document.close()
        buffer.close()


def draw_sheets(pdf: bytes, sizes: Mapping[int, QSize]) -> dict[int, Sheet]:
    """Draw some pages, each in a size in pixels."""
    with opened(pdf) as document:
        return {
            page: Sheet(
                draw_page(document, page, size), document.getAllText(page).text()
            )
            for page, size in sizes.items()
            if page < document.pageCount()
        }


def draw_page(document: QPdfDocument, page: int, size: QSize) -> QImage:
    """A page on white.

    Raises:
        BugError: It cannot be drawn.
    """
    image = document.render(
        page,
        size,
        QPdfDocumentRenderOptions(),
        QImage.Format.Format_RGB32,
        Qt.GlobalColor.white,
    )
    if image.isNull():
        msg = f"page {page + 1} of the handout cannot be drawn"
        raise BugError(msg)
    return image
