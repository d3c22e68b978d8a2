"""Makes a dialog as large as its words need, and no larger than there is room."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QFrame, QLayout, QScrollArea, QWidget

_LEAST = 120  # pixels; what is higher than this can be scrolled


class ScrolledColumn(QScrollArea):
    """As high as what lies in it, and to be scrolled where there is less room."""

    def __init__(self, content: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._content = content
        self.setWidget(content)

    def height_for(self, width: int) -> int:
        """How high it has to be in a width for all to be seen."""
        content, edge = self._content, 2 * self._edge()
        if not content.hasHeightForWidth():
            return content.sizeHint().height() + edge
        return content.heightForWidth(width - edge) + edge

    def sizeHint(self) -> QSize:
        """As large as what lies in it."""
        edge = 2 * self._edge()
        return self._content.sizeHint() + QSize(edge, edge)

    def minimumSizeHint(self) -> QSize:
        """As wide as what lies in it must be, beside a bar to scroll by."""
        least = self._content.minimumSizeHint()
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(
            least.width() + bar + 2 * self._edge(), min(_LEAST, least.height())
        )

    def _edge(self) -> int:
        # The border that the style sheet draws for the focus.
        return 2


def fit_to_words(dialog: QDialog, letters: int, least_height: int = 0) -> None:
    """Give a dialog about to be shown room for lines of so many letters.

    Args:
        dialog: The dialog; words that wrap take the height that this width leaves.
        letters: The letters of a line, more or less.
        least_height: The least height, in pixels.
    """
    dialog.ensurePolished()
    layout = dialog.layout()
    if layout is None:
        return
    room = room_for(dialog)
    width = min(dialog.fontMetrics().averageCharWidth() * letters, room.width())
    width = max(width, layout.totalMinimumSize().width())
    height = max(least_height, _needed(dialog, layout, width))
    dialog.resize(width, min(height, room.height()))


def _needed(dialog: QDialog, layout: QLayout, width: int) -> int:
    """The height in which all is seen without scrolling."""
    column = dialog.findChild(ScrolledColumn)
    if column is None:
        return layout.totalHeightForWidth(width)
    around = layout.totalSizeHint() - column.sizeHint()
    margins = layout.contentsMargins()
    inside = width - margins.left() - margins.right()
    return around.height() + column.height_for(inside)


def room_for(dialog: QDialog) -> QSize:
    """The largest that a dialog should be: no larger than what it stands over."""
    screen = dialog.screen().availableSize()
    parent = dialog.parentWidget()
    return screen if parent is None else screen.boundedTo(parent.window().size())
