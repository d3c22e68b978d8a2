"""The bar at the foot of a page in which one looks for words on it."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from reader.ui.clear_button import offer_to_clear
from reader.ui.icons import icon
from reader.ui.theme import Theme

_ICON = 20  # pixels at 100 %
_ONE_ROW = 52  # letters; a narrower bar has what it says in a row of its own
_FIELD, _SAID = 0, 1
_WIDEST_FIELD = 34  # letters


class FindBar(QFrame):
    """A field, what came of it, and buttons for the next place and the one before.

    What is in it is made when it is first shown.
    """

    words_changed = Signal(str)
    next_wanted = Signal()
    previous_wanted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("find-bar")
        self.setAccessibleName(self.tr("Find on this page"))
        self._drawn: dict[QToolButton, str] = {}
        self._field: FindField | None = None
        self.hide()

    def make(self) -> None:
        """Make what is in the bar, if that has not been done."""
        if self._field is not None:
            return
        self._field = FindField(self)
        self._field.setPlaceholderText(self.tr("Find on this page"))
        self._field.setAccessibleName(self.tr("Find on this page"))
        offer_to_clear(self._field)
        self._said = QLabel(self)
        self._said.setWordWrap(True)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        wide = QSizePolicy.Policy.Expanding
        self._said.setSizePolicy(wide, QSizePolicy.Policy.Preferred)
        self._previous = self._button("up", self.tr("Place before (Shift+F3)"))
        self._next = self._button("down", self.tr("Next place (F3)"))
        self._close = self._button("close", self.tr("Close (Esc)"))
        self._previous.setAccessibleName(self.tr("Place before"))
        self._next.setAccessibleName(self.tr("Next place"))
        self._close.setAccessibleName(self.tr("Close: find on this page"))
        self._lay_out()
        self._field.textChanged.connect(self.words_changed)
        self._field.next_wanted.connect(self.next_wanted)
        self._field.previous_wanted.connect(self.previous_wanted)
        self._previous.clicked.connect(self.previous_wanted)
        self._next.clicked.connect(self.next_wanted)
        self._close.clicked.connect(self.closed)

    def words(self) -> str:
        """What is looked for."""
        return self._field.text() if self._field else ""

    def show_words(self, words: str) -> None:
        """Put words into the field; they are looked for."""
        if self._field is not None:
            self._field.setText(words)

    def take_focus(self) -> None:
        """Go to the field; what stands in it is selected."""
        if self._field is not None:
            self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._field.selectAll()

    def said(self) -> str:
        """What the bar says."""
        return self._said.text() if self._field else ""

    def say(self, text: str, *, found: bool) -> None:
        """Say what came of looking.

        Args:
            text: The sentence; empty for nothing to say.
            found: There are places to go to.
        """
        self._said.setText(text)
        self._said.setAccessibleName(text)
        self._next.setEnabled(found)
        self._previous.setEnabled(found)
        self._arrange()

    def dress(self, theme: Theme, percent: int) -> None:
        """Draw the icons in the colours of a theme, as large as the words."""
        side = round(_ICON * percent / 100)
        for button, name in self._drawn.items():
            button.setIconSize(QSize(side, side))
            button.setIcon(icon(name, theme, side))
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc; the rest is Qt's."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep Esc for this bar, whatever else of the window would hear it."""
        if _is_escape(event):
            event.accept()
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what is said into a row of its own where the bar is narrow."""
        super().resizeEvent(event)
        self._arrange()

    def _button(self, icon_name: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolTip(tip)
        self._drawn[button] = icon_name
        return button

    def _lay_out(self) -> None:
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 6, 10, 6)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(2)
        if self._field is not None:
            self._grid.addWidget(self._field, 0, 0)
        for column, button in enumerate((self._previous, self._next, self._close), 2):
            self._grid.addWidget(button, 0, column)

    def _arrange(self) -> None:
        if self._field is None:
            return
        letter = self.fontMetrics().averageCharWidth()
        one_row = self.width() >= letter * _ONE_ROW
        self._field.setMaximumWidth(letter * _WIDEST_FIELD if one_row else 16777215)
        self._grid.removeWidget(self._said)
        if one_row:
            self._grid.addWidget(self._said, 0, 1)
        else:
            self._grid.addWidget(self._said, 1, 0, 1, -1)
        self._grid.setColumnStretch(_FIELD, 1)
        self._grid.setColumnStretch(_SAID, 1 if one_row else 0)
        self._said.setVisible(one_row or bool(self._said.text()))


class FindField(QLineEdit):
    """The field; Enter goes to the next place, with Shift to the one before."""

    next_wanted = Signal()
    previous_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter and the arrows; the rest is Qt's."""
        key = event.key()
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            (self.previous_wanted if back else self.next_wanted).emit()
        elif key == Qt.Key.Key_Down:
            self.next_wanted.emit()
        elif key == Qt.Key.Key_Up:
            self.previous_wanted.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Let the bar have Esc."""
        if _is_escape(event):
            event.accept()
            return True
        return super().event(event)


def _is_escape(event: QEvent) -> bool:
    wanted = event.type() is QEvent.Type.ShortcutOverride
    return wanted and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
