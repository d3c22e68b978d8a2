"""Says what was changed, and offers to take it back."""

from PySide6.QtCore import QObject, Signal, Slot

from reader.notebook.undo import Action, Undo
from reader.ui.keeping import Keeper
from reader.ui.messages import Message
from reader.ui.notebook_jobs import Arrived


class Undoing(QObject):
    """Puts every change of what is kept into a message with a way back."""

    said = Signal(object)  # Message; its token is the Undo

    def __init__(self, keeper: Keeper, parent: QObject) -> None:
        super().__init__(parent)
        self._keeper = keeper
        keeper.acted.connect(self._on_acted)
        keeper.undone.connect(self._on_undone)
        keeper.brought_in.connect(self._on_brought_in)

    def take_back(self, undo: Undo) -> None:
        """Take a change back."""
        self._keeper.undo(undo)

    @Slot(object)
    def _on_acted(self, undo: Undo) -> None:
        if undo.changes:
            self._offer(self._words(undo), undo)

    def _offer(self, words: str, undo: Undo) -> None:
        self.said.emit(Message(words, action=self.tr("Undo"), token=undo))

    @Slot(object)
    def _on_undone(self, _redo: Undo) -> None:
        self.said.emit(Message(self.tr("Taken back: all is as it was before.")))

    @Slot(object)
    def _on_brought_in(self, arrived: Arrived) -> None:
        contents = arrived.contents
        words = [
            self._count(arrived),
            self.tr("What was here before is unchanged."),
        ]
        if contents.history_left_out:
            words.append(self.tr("History is off here, so none was brought in."))
        if contents.undo.changes:
            self._offer(" ".join(words), contents.undo)
        else:
            words[0] = self.tr("Everything in that file was here already.")
            self.said.emit(Message(" ".join(words)))

    def _count(self, arrived: Arrived) -> str:
        contents = arrived.contents
        parts = (
            (contents.added, self.tr("bookmarks: {count}")),
            (contents.folders_added, self.tr("folders: {count}")),
            (contents.visits, self.tr("history: {count}")),
            (contents.settings, self.tr("settings: {count}")),
        )
        counted = [words.format(count=count) for count, words in parts if count]
        return self.tr("Brought in. New here: {list}.").format(list=", ".join(counted))

    def _words(self, undo: Undo) -> str:
        return {
            Action.ADD: self.tr("Added to your bookmarks."),
            Action.REMOVE: self.tr("Taken out of your bookmarks."),
            Action.MOVE: self.tr("Bookmark moved."),
            Action.EDIT_NOTE: self.tr("Note saved."),
            Action.CREATE_FOLDER: self.tr("Folder made."),
            Action.RENAME_FOLDER: self.tr("Folder renamed."),
            Action.MOVE_FOLDER: self.tr("Folder moved."),
            Action.DELETE_FOLDER: self.tr("Folder removed; its bookmarks stay."),
            Action.IMPORT: self.tr("Brought in."),
            Action.FORGET_TOPIC: self.tr("That page is out of your history."),
            Action.FORGET_DAY: self.tr("That day is out of your history."),
        }[undo.action]
