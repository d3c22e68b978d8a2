"""The page, with what is said above it and the bars below it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget


class PageColumn(QWidget):
    """Stands in the middle of the window.

    Attributes:
        notices: What is said above; it moves above all panes where there is room for
            one at a time.
    """

    def __init__(
        self,
        said: Sequence[QWidget],
        page: QWidget,
        bars: Sequence[QWidget],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.notices = QWidget(self)
        above = _column(self.notices)
        for widget in said:
            above.addWidget(widget)
        column = _column(self)
        column.addWidget(self.notices)
        column.addWidget(page, 1)
        for bar in bars:
            column.addWidget(bar)


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column
