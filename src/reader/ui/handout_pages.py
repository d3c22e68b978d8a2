"""Pages one below the other, as paper lies on a desk.

New pages take the place of the old ones without a flicker: the old pictures stay until
new ones are there, and what was in sight stays in sight.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, QSizeF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

_GAP = 10  # pixels around a page and between two of them
_POINTS = 72  # of an inch
_STEP = 1.25
_SMALLEST, _LARGEST = 0.25, 4.0
_LINE = 40  # pixels that an arrow key scrolls
_NOTCH = 120  # of a wheel, as Qt counts


@dataclass(frozen=True, slots=True)
class Place:
    """Where the upper edge of what is seen lies.

    Attributes:
        page: From 0.
        part: Of the height of that page.
    """

    page: int
    part: float


class PagesView(QAbstractScrollArea):
    """Shows the pages of a handout; others draw them.

    Signals:
        wanted: The pages in sight, a dict of page to size in pixels, are to be drawn.
        reached: Another page is in sight now, from 0.
    """

    wanted = Signal(object)
    reached = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._sizes: tuple[QSizeF, ...] = ()
        self._images: dict[int, QImage] = {}
        self._fresh: set[int] = set()
        self._zoom = 0.0  # as wide as there is room
        self._page = 0
        self._at = Place(0, 0.0)
        self.setObjectName("handout-pages")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self.viewport().setAutoFillBackground(True)
        # Else the width, and with it the height, would change to and fro.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._ask)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def sizeHint(self) -> QSize:
        """As small as it can be; it grows into what the words leave."""
        return self.minimumSizeHint()

    # ---- what is shown -----------------------------------------------------------

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return len(self._sizes)

    @property
    def page(self) -> int:
        """The page in sight, from 0: the one that has the middle."""
        return self._page

    @property
    def zoom(self) -> float:
        """How large a page is shown, 1 for its own size."""
        return self._zoom or self._fitting()

    @property
    def fits_width(self) -> bool:
        """Whether pages are as wide as there is room."""
        return not self._zoom

    @property
    def images(self) -> Mapping[int, QImage]:
        """The pictures that are there, by page."""
        return self._images

    def is_drawn(self) -> bool:
        """Whether all that is in sight is drawn from the newest pages."""
        return bool(self._sizes) and set(self._in_sight()) <= self._fresh

    def show_pages(self, sizes: Sequence[QSizeF]) -> None:
        """Have pages of these sizes, in points; they are to be drawn anew."""
        seen = set(self._in_sight())
        self._sizes = tuple(sizes)
        self._fresh.clear()
        count = len(self._sizes)
        # What is in sight stays until it is drawn anew; the rest would be old.
        self._images = {
            page: image
            for page, image in self._images.items()
            if page in seen and page < count
        }
        self._lie_anew()

    def take(self, images: Mapping[int, QImage]) -> None:
        """Show these pictures in their places."""
        self._images.update(images)
        self._fresh.update(images)
        keep = {*self._in_sight(), *images}
        self._images = {p: i for p, i in self._images.items() if p in keep}
        self._fresh &= keep
        self.viewport().update()

    @Slot(int)
    def go_to(self, page: int) -> None:
        """Show a page from its top."""
        if 0 <= page < self.page_count:
            self._go(Place(page, 0.0))
            # The last pages may be too short to get to the top.
            if page != self._page:
                self._page = page
                self.reached.emit(page)

    # ---- size --------------------------------------------------------------------

    @Slot()
    def zoom_in(self) -> None:
        """Show the pages larger."""
        self.set_zoom(self.zoom * _STEP)

    @Slot()
    def zoom_out(self) -> None:
        """Show the pages smaller."""
        self.set_zoom(self.zoom / _STEP)

    @Slot()
    def fit_width(self) -> None:
        """Show a page as wide as there is room."""
        self.set_zoom(0.0)

    def set_zoom(self, zoom: float) -> None:
        """Show pages in a size, 1 for their own; 0 for as wide as there is room."""
        self._zoom = min(_LARGEST, max(_SMALLEST, zoom)) if zoom else 0.0
        self._lie_anew()

    def _fitting(self) -> float:
        room = self.viewport().width() - 2 * _GAP
        widest = max((size.width() for size in self._sizes), default=_POINTS * 8.27)
        return max(_SMALLEST / 2, room / (widest * self.logicalDpiX() / _POINTS))

    def _pixels(self, page: int) -> QSize:
        scale = self.zoom * self.logicalDpiX() / _POINTS
        size = self._sizes[page]
        return QSize(
            max(1, round(size.width() * scale)), max(1, round(size.height() * scale))
        )

    # ---- where the pages lie -----------------------------------------------------

    def _tops(self) -> list[int]:
        tops, top = [], _GAP
        for page in range(self.page_count):
            tops.append(top)
            top += self._pixels(page).height() + _GAP
        return [*tops, top]

    def _lie_anew(self) -> None:
        """Let what was in sight stay so in pages of another size."""
        place = self._at
        self._measure()
        self._go(place)
        self._changed()

    def _measure(self) -> None:
        port = self.viewport().size()
        tops = self._tops()
        widest = max(
            (self._pixels(p).width() for p in range(self.page_count)), default=0
        )
        down, along = self.verticalScrollBar(), self.horizontalScrollBar()
        down.blockSignals(True)
        down.setRange(0, max(0, tops[-1] - port.height()))
        down.setPageStep(max(1, port.height() - _LINE))
        down.setSingleStep(_LINE)
        down.blockSignals(False)
        along.setRange(0, max(0, widest + 2 * _GAP - port.width()))
        along.setPageStep(max(1, port.width()))
        along.setSingleStep(_LINE)

    def _place(self) -> Place:
        """What lies at the upper edge now."""
        if not self._sizes:
            return self._at
        top = self.verticalScrollBar().value() + _GAP
        tops = self._tops()
        page = max(p for p in range(self.page_count) if tops[p] <= max(top, _GAP))
        return Place(page, (top - tops[page]) / self._pixels(page).height())

    def _go(self, place: Place) -> None:
        if not self._sizes:
            return
        page = min(place.page, self.page_count - 1)
        part = place.part if page == place.page else 0.0
        top = self._tops()[page] + round(part * self._pixels(page).height())
        self.verticalScrollBar().setValue(top - _GAP)
        self._at = Place(page, part)

    def _rect(self, page: int, tops: Sequence[int]) -> QRect:
        size = self._pixels(page)
        room = max(self.viewport().width(), size.width() + 2 * _GAP)
        left = (room - size.width()) // 2 - self.horizontalScrollBar().value()
        down = self.verticalScrollBar().value()
        return QRect(QPoint(left, tops[page] - down), size)

    def _in_sight(self) -> list[int]:
        tops, port = self._tops(), self.viewport().rect()
        return [
            page
            for page in range(self.page_count)
            if self._rect(page, tops).intersects(port)
        ]

    # ---- drawing -----------------------------------------------------------------

    def _changed(self) -> None:
        self._tell()
        self._soon.start()
        self.viewport().update()

    @Slot()
    def _on_scrolled(self) -> None:
        self._at = self._place()
        self._changed()

    def _tell(self) -> None:
        seen = self._in_sight()
        if not seen:
            return
        tops, middle = self._tops(), self.viewport().height() // 2
        passed = [p for p in seen if self._rect(p, tops).top() <= middle]
        page = max(passed, default=seen[0])
        if page != self._page:
            self._page = page
            self.reached.emit(page)

    @Slot()
    def _ask(self) -> None:
        """Ask for what is in sight and not drawn, or not as sharp as it could be."""
        sharp = self.devicePixelRatioF()
        sizes = {}
        for page in self._in_sight():
            size = self._pixels(page) * sharp
            image = self._images.get(page)
            if page not in self._fresh or image is None or image.size() != size:
                sizes[page] = size
        if sizes:
            self.wanted.emit(sizes)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pages in sight, each with a fine edge."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        tops = self._tops()
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        for page in self._in_sight():
            rect = self._rect(page, tops)
            if not rect.intersects(event.rect()):
                continue
            image = self._images.get(page)
            if image is None:
                painter.fillRect(rect, Qt.GlobalColor.white)
            else:
                painter.drawImage(rect, image)
            painter.drawRect(rect.adjusted(-1, -1, 0, 0))
        painter.end()

    # ---- what a person does ------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is in sight in sight."""
        super().resizeEvent(event)
        self._lie_anew()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End lead to the first and the last page; the rest is Qt's."""
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: self.page_count - 1}
        page = ends.get(Qt.Key(event.key()))
        if page is None:
            super().keyPressEvent(event)
        else:
            self.go_to(page)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl, larger and smaller; else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turns = event.angleDelta().y() / _NOTCH
            if turns:
                self.set_zoom(self.zoom * _STEP**turns)
            event.accept()
        else:
            super().wheelEvent(event)
