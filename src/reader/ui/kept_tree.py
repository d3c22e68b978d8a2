"""A tree of what a person keeps: rows that wrap, and commands by key and menu."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QWidget

from reader.ui.refitting import RefittingTree
from reader.ui.result_delegate import ResultDelegate

_INDENT = 0.95  # of the height of a line
_SIDE, _ABOVE = 8, 6


class KeptTree(RefittingTree):
    """Bookmarks or history; the menu key and the right button list the commands."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(_INDENT, parent)
        self.setAccessibleName(name)
        self.setHeaderHidden(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(ResultDelegate(self, side=_SIDE, above=_ABOVE))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def add_command(
        self, words: str, keys: Sequence[str], slot: Callable[[], None]
    ) -> QAction:
        """Add a command; the first of its keys is shown in the menu."""
        action = QAction(words, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setShortcutVisibleInContextMenu(True)
        action.triggered.connect(slot)
        self.addAction(action)
        return action
