"""The meaning of a word, shown where the word stands."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from reader.model.evidence import GlossaryTerm
from reader.ui.fonts import font
from reader.ui.theme import Theme
from reader.ui.topic_style import body_pixels

_WIDTH_EM = 20
_GAP = 6


class TermPopup(QFrame):
    """A small card with a word and its meaning; Esc or a click outside closes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._term = QLabel(self)
        self._meaning = QLabel(self)
        for label in (self._term, self._meaning):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self._meaning.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(4)
        column.addWidget(self._term)
        column.addWidget(self._meaning)

    def show_term(
        self, term: GlossaryTerm, word: QRect, theme: Theme, percent: int
    ) -> None:
        """Show a term below a word, or above it where there is no room.

        Args:
            term: The word and its meaning.
            word: Where it stands, on the screen.
            theme: The colours.
            percent: The text size of the page.
        """
        body = body_pixels(percent)
        self._meaning.setAccessibleName(f"{term.term}: {term.meaning}")
        self.setAccessibleName(term.term)
        self.setStyleSheet(
            f"TermPopup {{ background: {theme.page}; border: 2px solid {theme.accent};"
            f" border-radius: 6px; }} QLabel {{ color: {theme.text}; border: none; }}"
        )
        self._term.setText(term.term)
        self._term.setFont(font(body, QFont.Weight.Bold))
        self._meaning.setText(term.meaning)
        self._meaning.setFont(font(body))
        screen = self.screen().availableGeometry()
        room = screen.adjusted(_GAP, _GAP, -_GAP, -_GAP)
        self.setFixedWidth(min(body * _WIDTH_EM, room.width()))
        self.setFixedHeight(self.heightForWidth(self.width()))
        self.move(_corner(word, self.rect(), room))
        self.show()
        self._meaning.setFocus(Qt.FocusReason.PopupFocusReason)

    def meaning(self) -> str:
        """What is said about the word."""
        return self._meaning.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Enter and Space too; Qt itself closes on Esc."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.close()
            return
        super().keyPressEvent(event)


def _corner(word: QRect, card: QRect, room: QRect) -> QPoint:
    """Where the card's corner goes, so that it hides neither word nor itself."""
    below = word.bottom() + _GAP
    above = word.top() - _GAP - card.height()
    top = below if below + card.height() <= room.bottom() else max(room.top(), above)
    left = min(word.left(), room.right() - card.width())
    return QPoint(max(room.left(), left), top)
