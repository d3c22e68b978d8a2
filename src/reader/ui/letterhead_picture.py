"""A picture of the letterhead, as wide as there is room."""

from PySide6.QtCore import QBuffer, QByteArray, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QSizePolicy, QWidget

_WIDEST = 620  # pixels


class LetterheadPicture(QWidget):
    """Shows what will be printed, on white as paper is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self._image = QImage()
        self.setAccessibleName(self.tr("The letterhead as it will be printed"))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_pdf(self, pdf: bytes) -> None:
        """Show the one page of this PDF."""
        self._document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QBuffer.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        self._image = QImage()
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """The narrower, the lower."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the page is then; 0 while there is none."""
        if not self._document.pageCount():
            return 0
        page = self._document.pagePointSize(0)
        return round(min(width, _WIDEST) * page.height() / page.width())

    def sizeHint(self) -> QSize:
        """As large as it is shown at most."""
        return QSize(_WIDEST, self.heightForWidth(_WIDEST))

    def minimumSizeHint(self) -> QSize:
        """Small: it shrinks."""
        return QSize(80, self.heightForWidth(80))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it, with an edge that is seen on white."""
        del event
        wide = min(self.width(), _WIDEST)
        place = QRect(0, 0, wide, self.heightForWidth(wide))
        if place.isEmpty():
            return
        if self.isRightToLeft():
            place.moveRight(self.width() - 1)
        painter = QPainter(self)
        painter.fillRect(place, Qt.GlobalColor.white)
        painter.drawImage(place, self._drawn(place.size()))
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawRect(place.adjusted(0, 0, -1, -1))
        painter.end()

    def _drawn(self, size: QSize) -> QImage:
        """The page in so many pixels of the screen, kept for the next time."""
        pixels = size * self.devicePixelRatioF()
        if self._image.size() != pixels:
            self._image = self._document.render(0, pixels)
        return self._image
