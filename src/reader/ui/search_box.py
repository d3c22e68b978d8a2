"""The field that a person types into to find something."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from reader.ui.clear_button import offer_to_clear

_BESIDE = 24  # pixels left and right of the words, beside the cross that clears


class SearchBox(QLineEdit):
    """A search field that says what is typed and which way the person goes."""

    query_changed = Signal(str)  # without the space around it
    entered = Signal()  # Return: open the best result
    left_downwards = Signal()  # Down: go into the results

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._query = ""
        self.setPlaceholderText(self.tr("Search illnesses, treatments, codes"))
        self.setAccessibleName(self.tr("Search"))
        self.setAccessibleDescription(
            self.tr(
                "Type a name, a word or a code. Results appear as you type. "
                "Press Down to reach them, Enter to open the first, "
                "Escape to clear."
            )
        )
        offer_to_clear(self)
        self.setObjectName("search-box")
        self.textChanged.connect(self._on_text_changed)
        self.returnPressed.connect(self.entered)

    def wanted_width(self) -> int:
        """How wide it has to be to show all of its hint, in pixels."""
        words = self.fontMetrics().horizontalAdvance(self.placeholderText())
        return words + self.sizeHint().height() + _BESIDE

    @property
    def query(self) -> str:
        """The words as they stand, without the space around them."""
        return self._query

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep the keys that lead out of the field; the rest is Qt's."""
        if event.key() == Qt.Key.Key_Down:
            self.left_downwards.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    @Slot(str)
    def _on_text_changed(self, text: str) -> None:
        query = text.strip()
        if query != self._query:
            self._query = query
            self.query_changed.emit(query)
