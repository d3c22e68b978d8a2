"""Cards that lead somewhere, in as many columns as fit."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reader.model.frozen import dataclass
from reader.model.systems import System
from reader.ui.icons import icon_image
from reader.ui.lines import Line, lay_out
from reader.ui.navigation import Place

_SIDE, _ABOVE = 16, 12  # between the edge of a card and its words
_GAP = 8  # between two cards
_MOST = 3  # columns
_LETTERS = 23  # of a line, which a card has room for at least
_ICON = 1.9  # of the height of the words
_BESIDE = 0.75  # between icon and words, of the height of the words


@dataclass(frozen=True, slots=True)
class Card:
    """A button that leads somewhere.

    Attributes:
        words: What stands on it.
        spoken: What is read aloud.
        target: The place or the shelf it leads to.
        detail: Words below, that matter less.
        icon: The name of a drawing at its left; "" for none.
    """

    words: str
    spoken: str
    target: Place | System | None
    detail: str = ""
    icon: str = ""


class CardButton(QPushButton):
    """A card: an icon, and words that wrap."""

    chosen = Signal(object)  # Place or System

    def __init__(self, card: Card, parent: QWidget) -> None:
        super().__init__(parent)
        self._target = card.target
        lines = [Line(card.words, strong=bool(card.icon or card.detail))]
        if card.detail:
            lines.append(Line(card.detail, quiet=True))
        self._lines = tuple(lines)
        self._icon_name = card.icon
        self._drawn: tuple[str, int, QImage] | None = None
        self.setText(card.words.replace("&", "&&"))  # drawn below, and read aloud
        self.setAccessibleName(card.spoken)
        self.setProperty("card", True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_clicked)

    def height_for(self, width: int) -> int:
        """How high it has to be to show all its words in a width."""
        _, height = lay_out(self._lines, self.font(), self._room(width))
        return round(max(height, self._icon_side())) + 2 * _ABOVE

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return does what a click does; Qt has the space bar only."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card as the style has it, icon and words upon it.

        Its own words are drawn transparent; see `frame_style`. To leave them out of
        the style's option, the binding would make eleven enumerations first: 12 ms.
        """
        super().paintEvent(event)
        painter = QPainter(self)
        # The rules of a style sheet change the palette of the widget itself.
        palette = QApplication.palette()
        layouts, height = lay_out(self._lines, self.font(), self._room(self.width()))
        if self._icon_name:
            side = self._icon_side()
            colour = palette.color(QPalette.ColorRole.Accent).name()
            top = (self.height() - side) / 2
            left = self.width() - _SIDE - side if self.isRightToLeft() else _SIDE
            painter.drawImage(QRectF(left, top, side, side), self._icon(colour))
        words = _SIDE if self.isRightToLeft() else self._left()
        corner = QPointF(words, (self.height() - height) / 2)
        for line, layout in zip(self._lines, layouts, strict=True):
            role = QPalette.ColorRole.Text
            if line.quiet:
                role = QPalette.ColorRole.PlaceholderText
            painter.setPen(palette.color(role))
            layout.draw(painter, corner)
        painter.end()

    def _icon(self, colour: str) -> QImage:
        pixels = round(self._icon_side() * self.devicePixelRatioF())
        if self._drawn is None or self._drawn[:2] != (colour, pixels):
            drawn = icon_image(self._icon_name, colour, pixels)
            self._drawn = colour, pixels, drawn
        return self._drawn[2]

    def _icon_side(self) -> int:
        if not self._icon_name:
            return 0
        return round(self.font().pixelSize() * _ICON)

    def _left(self) -> int:
        side = self._icon_side()
        beside = round(self.font().pixelSize() * _BESIDE) if side else 0
        return _SIDE + side + beside

    def _room(self, width: int) -> int:
        return width - self._left() - _SIDE

    @Slot()
    def _on_clicked(self) -> None:
        self.chosen.emit(self._target)


class CardGrid(QFrame):
    """A heading and its cards; all cards of a row are of one height."""

    chosen = Signal(object)  # Place or System

    def __init__(self, heading: str, parent: QWidget, *, columns: int = _MOST) -> None:
        """Make an empty one.

        Args:
            heading: What stands above the cards; "" for nothing.
            parent: The owner.
            columns: No more than so many cards stand side by side.
        """
        super().__init__(parent)
        self._most = columns
        self.setAccessibleName(heading)
        self._heading = QLabel(heading, self)
        self._heading.setWordWrap(True)
        self._heading.setProperty("heading", True)
        self._heading.setVisible(bool(heading))
        self._cards: tuple[Card, ...] = ()
        self._buttons: list[CardButton] = []
        self._dealt = (0, 0)
        self._grid = QGridLayout()
        self._grid.setSpacing(_GAP)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_GAP)
        layout.addWidget(self._heading)
        layout.addLayout(self._grid)
        self.hide()

    def show_cards(self, cards: Sequence[Card]) -> None:
        """Show these cards; hide the whole of it when there is none."""
        if tuple(cards) == self._cards:
            return
        self._cards = tuple(cards)
        for button in self._buttons:
            self._grid.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        for card in cards:
            button = CardButton(card, self)
            button.chosen.connect(self.chosen)
            self._buttons.append(button)
        self._dealt = (0, 0)
        self._arrange()
        self.setVisible(bool(cards))

    def cards(self) -> tuple[CardButton, ...]:
        """The cards from top to bottom."""
        return tuple(self._buttons)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Deal the cards out anew when another number of columns fits."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Do so as well when the words are larger or smaller."""
        super().changeEvent(event)
        kinds = {QEvent.Type.FontChange, QEvent.Type.StyleChange}
        if event.type() in kinds and self._dealt != (0, 0):
            self._dealt = (0, 0)
            self._arrange()

    def minimumSizeHint(self) -> QSize:
        """One card, so that a narrow window gets one column."""
        return QSize(160, super().minimumSizeHint().height())

    def _arrange(self) -> None:
        least = self.fontMetrics().averageCharWidth() * _LETTERS + 2 * _SIDE
        if any(card.icon for card in self._cards):
            least += round(self.font().pixelSize() * (_ICON + _BESIDE))
        room = self.width() + _GAP
        columns = min(max(room // (least + _GAP), 1), self._most)
        width = room // columns - _GAP
        if (columns, width) == self._dealt:
            return
        self._dealt = columns, width
        for column in range(self._most):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        for start in range(0, len(self._buttons), columns):
            row = self._buttons[start : start + columns]
            height = max(button.height_for(width) for button in row)
            for column, button in enumerate(row):
                button.setFixedHeight(height)
                self._grid.addWidget(button, start // columns, column)
                button.show()
