"""Widgets that deal their parts out anew when there is more room, or less."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTreeView, QWidget

_NARROWEST = 80  # pixels; any narrower, and not one part would be seen


class RefittingWidget(QWidget):
    """Calls `fit` in another width, and when its words are larger or smaller.

    Attributes:
        columns: How many parts stand side by side; 0 before they were first dealt out.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.columns = 0

    def fit(self) -> None:
        """Deal the parts out for the width that there is."""
        raise NotImplementedError

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See how many columns fit now."""
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """See it again when the words are larger or smaller."""
        super().changeEvent(event)
        kinds = {QEvent.Type.FontChange, QEvent.Type.StyleChange}
        if event.type() in kinds and self.columns:
            self.fit()

    def minimumSizeHint(self) -> QSize:
        """As narrow as one part may get."""
        return QSize(_NARROWEST, super().minimumSizeHint().height())


class RefittingTree(QTreeView):
    """Wraps its rows anew in another width, and indents larger words further."""

    def __init__(self, indent: float, parent: QWidget) -> None:
        """Make an empty one.

        Args:
            indent: How far a row stands inside the one above, in heights of a line.
            parent: The owner.
        """
        super().__init__(parent)
        self._indent = indent

    def changeEvent(self, event: QEvent) -> None:
        """Indent larger words further."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.setIndentation(round(self.fontMetrics().height() * self._indent))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the rows anew."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()
