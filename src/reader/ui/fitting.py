"""Makes a dialog as large as its words need."""

from PySide6.QtWidgets import QDialog


def fit_to_words(dialog: QDialog, letters: int, least_height: int = 0) -> None:
    """Give a dialog about to be shown room for lines of so many letters.

    Args:
        dialog: The dialog; words that wrap take the height that this width leaves.
        letters: The letters of a line, more or less.
        least_height: The least height, in pixels.
    """
    dialog.ensurePolished()
    layout = dialog.layout()
    parent = dialog.parentWidget()
    if layout is None:
        return
    width = dialog.fontMetrics().averageCharWidth() * letters
    height = least_height
    if parent is not None:
        room = parent.window().size()
        width = min(width, room.width())
        height = min(height, room.height())
    width = max(width, layout.totalMinimumSize().width())
    dialog.resize(width, max(height, layout.totalHeightForWidth(width)))
