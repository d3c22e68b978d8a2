"""The list of bookmarks: folders, notes, order."""

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from reader.notebook.bookmarks import Shelf
from reader.notebook.records import Bookmark, Folder, Record
from reader.ui.bookmark_moves import BookmarkMove, dropped, stepped
from reader.ui.bookmarks_model import BookmarksModel
from reader.ui.bookmarks_view import BookmarksView, Drop
from reader.ui.button_grid import ButtonGrid
from reader.ui.folder_dialog import FolderDialog
from reader.ui.keeping import Keeper
from reader.ui.navigation import Place
from reader.ui.text_dialog import TextDialog


class BookmarksPane(QWidget):
    """Shows the shelf and changes it through the keeper."""

    opened = Signal(object)  # Place
    handouts_wanted = Signal(object)  # tuple of slugs

    def __init__(self, keeper: Keeper, parent: QWidget) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self.model = BookmarksModel(self)
        self.empty = QLabel(
            self.tr(
                "Nothing here yet. Open a page and press the star, or Ctrl+D, "
                "to find it again here."
            ),
            self,
        )
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.view = self._tree()
        self._buttons = self._make_buttons()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.empty, 1)
        layout.addWidget(self.view, 1)
        buttons = tuple(self._buttons.values())
        commands = self.view.actions()
        layout.addWidget(ButtonGrid(buttons, self.tr("Change"), commands, self))
        keeper.shelf_changed.connect(self._on_shelf_changed)
        self._on_shelf_changed(keeper.shelf)

    @property
    def chosen(self) -> Record | None:
        """The bookmark or folder that the person stands on."""
        return self.model.record(self.view.currentIndex())

    def _tree(self) -> BookmarksView:
        view = BookmarksView(self.model, self)
        view.clicked.connect(self._on_clicked)
        view.selectionModel().currentChanged.connect(self._on_current_changed)
        view.dropped.connect(self._on_dropped)
        add = view.add_command
        add(self.tr("Open"), ("Return", "Enter"), self.open_chosen)
        self._edit_command = add(self.tr("Note…"), ("F2",), self.edit)
        self._folder_command = add(
            self.tr("Move to folder…"), ("Ctrl+M",), self.ask_folder
        )
        add(self.tr("Move up"), ("Alt+Up", "Ctrl+Shift+Up"), self.move_up)
        add(self.tr("Move down"), ("Alt+Down", "Ctrl+Shift+Down"), self.move_down)
        add(self.tr("New folder…"), ("Ctrl+Shift+F",), self.new_folder)
        add(self.tr("Remove"), ("Delete",), self.remove)
        self._handouts_command = add(self.tr("Make handouts…"), (), self.make_handouts)
        return view

    def _make_buttons(self) -> dict[str, QPushButton]:
        described = {
            "note": (
                self.tr("Note"),
                self.tr("Write a note, or rename the folder (F2)"),
            ),
            "folder": (
                self.tr("Move to…"),
                self.tr("Move the bookmark to a folder (Ctrl+M), or drag it there"),
            ),
            "remove": (self.tr("Remove"), self.tr("Remove from the list (Delete)")),
            "up": (self.tr("Move up"), self.tr("Move up (Alt+Up)")),
            "down": (self.tr("Move down"), self.tr("Move down (Alt+Down)")),
            "new": (
                self.tr("New folder"),
                self.tr("Make a new, empty folder (Ctrl+Shift+F)"),
            ),
        }
        buttons = {}
        for name, (words, tip) in described.items():
            button = QPushButton(words, self)
            button.setToolTip(tip)
            buttons[name] = button
        buttons["note"].clicked.connect(self.edit)
        buttons["remove"].clicked.connect(self.remove)
        buttons["up"].clicked.connect(self.move_up)
        buttons["down"].clicked.connect(self.move_down)
        buttons["new"].clicked.connect(self.new_folder)
        buttons["folder"].clicked.connect(self.ask_folder)
        return buttons

    @Slot(object)
    def _on_shelf_changed(self, shelf: Shelf) -> None:
        chosen = self.chosen
        closed = self._closed_folders()
        self.model.show_shelf(shelf)
        self._open_all_but(closed)
        if chosen is not None:
            self._stand_on(chosen)
        nothing = not shelf.folders and not shelf.bookmarks
        self.empty.setVisible(nothing)
        self.view.setVisible(not nothing)
        self._on_current_changed()

    def _stand_on(self, record: Record) -> None:
        index = self.model.index_of(record)
        folder = index.parent()
        # Standing on a row in a closed folder would open it.
        is_hidden = folder.isValid() and not self.view.isExpanded(folder)
        self.view.setCurrentIndex(folder if is_hidden else index)

    def _closed_folders(self) -> set[int]:
        indexes = [self.model.index(row, 0) for row in range(self.model.rowCount())]
        records = [(index, self.model.record(index)) for index in indexes]
        return {
            record.id
            for index, record in records
            if isinstance(record, Folder)
            and self.model.hasChildren(index)
            and not self.view.isExpanded(index)
        }

    def _open_all_but(self, closed: set[int]) -> None:
        for folder in self.model.shelf.folders:
            index = self.model.index_of(folder)
            self.view.setExpanded(index, folder.id not in closed)

    @Slot()
    def _on_current_changed(self) -> None:
        chosen = self.chosen
        for name in ("note", "remove", "up", "down"):
            self._buttons[name].setEnabled(chosen is not None)
        is_bookmark = isinstance(chosen, Bookmark)
        self._buttons["folder"].setEnabled(is_bookmark)
        self._folder_command.setEnabled(is_bookmark)
        self._handouts_command.setEnabled(bool(self._slugs()))
        is_folder = isinstance(chosen, Folder)
        words = self.tr("Rename") if is_folder else self.tr("Note")
        self._buttons["note"].setText(words)
        self._edit_command.setText(f"{words}…")

    @Slot(QModelIndex)
    def _on_clicked(self, _index: QModelIndex) -> None:
        self.open_chosen()

    @Slot()
    def open_chosen(self) -> None:
        """Open the bookmark, or fold the folder."""
        chosen = self.chosen
        if isinstance(chosen, Bookmark):
            self.opened.emit(Place(chosen.slug, chosen.section or ""))
        elif chosen is not None:
            index = self.view.currentIndex()
            self.view.setExpanded(index, not self.view.isExpanded(index))

    @Slot()
    def make_handouts(self) -> None:
        """Have the topic, or all topics of the folder, made into handouts."""
        slugs = self._slugs()
        if slugs:
            self.handouts_wanted.emit(slugs)

    def _slugs(self) -> tuple[str, ...]:
        """The topics of what is chosen, each once, in the order of the list."""
        chosen = self.chosen
        if isinstance(chosen, Bookmark):
            return (chosen.slug,)
        found = [
            each.slug
            for each in self.model.shelf.bookmarks
            if chosen is not None and each.folder_id == chosen.id
        ]
        return tuple(dict.fromkeys(found))

    @Slot()
    def remove(self) -> None:
        """Remove the bookmark, or the folder but not what lies in it."""
        chosen = self.chosen
        if chosen is None:
            return
        number = chosen.id
        if isinstance(chosen, Bookmark):
            self._keeper.act(lambda notebook: notebook.bookmarks.remove(number))
        else:
            self._keeper.act(lambda notebook: notebook.bookmarks.delete_folder(number))

    @Slot()
    def move_up(self) -> None:
        """Move the bookmark or folder one place up."""
        self._move(-1)

    @Slot()
    def move_down(self) -> None:
        """Move the bookmark or folder one place down."""
        self._move(1)

    def _move(self, by: int) -> None:
        chosen = self.chosen
        move = None if chosen is None else stepped(self.model.shelf, chosen, by)
        if move is not None:
            self._keeper.act(move)

    @Slot(object)
    def _on_dropped(self, drop: Drop) -> None:
        move = dropped(self.model.shelf, drop.moved, drop.target, drop.side)
        if move is not None:
            self.view.setCurrentIndex(self.model.index_of(drop.moved))
            self._keeper.act(move)

    @Slot()
    def edit(self) -> None:
        """Ask for a note, or for another name of the folder."""
        chosen = self.chosen
        if chosen is None:
            return
        if isinstance(chosen, Bookmark):
            dialog = TextDialog(
                self,
                title=self.tr("Your note"),
                label=self.tr("Your note on “{title}”:").format(title=chosen.title),
                text=chosen.note,
                long=True,
            )
        else:
            dialog = TextDialog(
                self,
                title=self.tr("Rename folder"),
                label=self.tr("Name of the folder:"),
                text=chosen.name,
                long=False,
            )
        self._edited = chosen
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.answered.connect(self._on_edited)
        dialog.open()

    @Slot(str)
    def _on_edited(self, words: str) -> None:
        number = self._edited.id
        if isinstance(self._edited, Bookmark):
            self._keeper.act(
                lambda notebook: notebook.bookmarks.edit_note(number, words)
            )
        else:
            self._keeper.act(
                lambda notebook: notebook.bookmarks.rename_folder(number, words)
            )

    @Slot()
    def new_folder(self) -> None:
        """Ask for a name and make a folder."""
        dialog = TextDialog(
            self,
            title=self.tr("New folder"),
            label=self.tr("Name of the folder:"),
            text="",
            long=False,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.answered.connect(self._on_named)
        dialog.open()

    @Slot(str)
    def _on_named(self, name: str) -> None:
        self._keeper.act(lambda notebook: notebook.bookmarks.create_folder(name))

    @Slot()
    def ask_folder(self) -> None:
        """Ask for the folder that the bookmark shall lie in."""
        chosen = self.chosen
        if isinstance(chosen, Bookmark):
            dialog = FolderDialog(chosen, self.model.shelf.folders, self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.chosen.connect(self._on_folder_chosen)
            dialog.open()

    @Slot(object)
    def _on_folder_chosen(self, move: BookmarkMove) -> None:
        self._keeper.act(move)
