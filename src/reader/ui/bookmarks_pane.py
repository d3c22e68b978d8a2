"""The list of bookmarks: folders, notes, order."""

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QLabel,
    QMenu,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from reader.notebook.bookmarks import Shelf
from reader.notebook.records import Bookmark, Folder, Record
from reader.ui.bookmarks_model import BookmarksModel
from reader.ui.keeping import Keeper
from reader.ui.navigation import Place
from reader.ui.text_dialog import TextDialog

_NO_FOLDER = -1  # the data of a menu entry


class BookmarksPane(QWidget):
    """Shows the shelf and changes it through the keeper."""

    opened = Signal(object)  # Place

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
        self.view = self._tree()
        self._buttons = self._make_buttons()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.empty)
        layout.addWidget(self.view, 1)
        layout.addLayout(self._grid())
        keeper.shelf_changed.connect(self._on_shelf_changed)
        self._on_shelf_changed(keeper.shelf)

    @property
    def chosen(self) -> Record | None:
        """The bookmark or folder that the person stands on."""
        return self.model.record(self.view.currentIndex())

    def _tree(self) -> QTreeView:
        view = QTreeView(self)
        view.setModel(self.model)
        view.setObjectName("bookmarks")
        view.setAccessibleName(self.tr("Bookmarks"))
        view.setHeaderHidden(True)
        view.setWordWrap(True)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setExpandsOnDoubleClick(False)
        view.setMouseTracking(True)
        view.clicked.connect(self._on_clicked)
        view.selectionModel().currentChanged.connect(self._on_current_changed)
        for key, slot in (
            ("Return", self.open_chosen),
            ("Enter", self.open_chosen),
            ("Delete", self.remove),
            ("F2", self.edit),
            ("Ctrl+Shift+Up", self.move_up),
            ("Ctrl+Shift+Down", self.move_down),
        ):
            action = QAction(view)
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(slot)
            view.addAction(action)
        return view

    def _make_buttons(self) -> dict[str, QPushButton]:
        described = {
            "note": (
                self.tr("Note"),
                self.tr("Write a note, or rename the folder (F2)"),
            ),
            "folder": (self.tr("Folder"), self.tr("Put the bookmark into a folder")),
            "remove": (self.tr("Remove"), self.tr("Remove from the list (Delete)")),
            "up": (self.tr("Move up"), self.tr("Move up (Ctrl+Shift+Up)")),
            "down": (self.tr("Move down"), self.tr("Move down (Ctrl+Shift+Down)")),
            "new": (self.tr("New folder"), self.tr("Make a new, empty folder")),
        }
        buttons = {}
        for name, (words, tip) in described.items():
            button = QPushButton(words, self)
            button.setToolTip(tip)
            button.setAccessibleDescription(tip)
            button.setProperty("compact", True)
            buttons[name] = button
        buttons["note"].clicked.connect(self.edit)
        buttons["remove"].clicked.connect(self.remove)
        buttons["up"].clicked.connect(self.move_up)
        buttons["down"].clicked.connect(self.move_down)
        buttons["new"].clicked.connect(self.new_folder)
        self.folder_menu = QMenu(buttons["folder"])
        self.folder_menu.aboutToShow.connect(self._fill_menu)
        self.folder_menu.triggered.connect(self._on_folder_chosen)
        buttons["folder"].setMenu(self.folder_menu)
        return buttons

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(4)
        for place, button in enumerate(self._buttons.values()):
            grid.addWidget(button, place // 3, place % 3)
        return grid

    @Slot(object)
    def _on_shelf_changed(self, shelf: Shelf) -> None:
        chosen = self.chosen
        self.model.show_shelf(shelf)
        self.view.expandAll()
        if chosen is not None:
            self.view.setCurrentIndex(self.model.index_of(chosen))
        nothing = not shelf.folders and not shelf.bookmarks
        self.empty.setVisible(nothing)
        self.view.setVisible(not nothing)
        self._on_current_changed()

    @Slot()
    def _on_current_changed(self) -> None:
        chosen = self.chosen
        for name in ("note", "remove", "up", "down"):
            self._buttons[name].setEnabled(chosen is not None)
        self._buttons["folder"].setEnabled(isinstance(chosen, Bookmark))

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
        if chosen is None:
            return
        number = chosen.id
        if isinstance(chosen, Folder):
            folders = [folder.id for folder in self.model.shelf.folders]
            index = max(folders.index(number) + by, 0)
            self._keeper.act(
                lambda notebook: notebook.bookmarks.move_folder(number, index)
            )
            return
        folder_id = chosen.folder_id
        siblings = [
            bookmark.id
            for bookmark in self.model.shelf.bookmarks
            if bookmark.folder_id == folder_id
        ]
        index = max(siblings.index(number) + by, 0)
        self._keeper.act(
            lambda notebook: notebook.bookmarks.move(
                number, folder_id=folder_id, index=index
            )
        )

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
    def _fill_menu(self) -> None:
        self.folder_menu.clear()
        self.folder_menu.addAction(self.tr("No folder")).setData(_NO_FOLDER)
        for folder in self.model.shelf.folders:
            self.folder_menu.addAction(folder.name).setData(folder.id)
        if not self.model.shelf.folders:
            hint = self.folder_menu.addAction(
                self.tr("Make a folder with “New folder”")
            )
            hint.setEnabled(False)

    @Slot(QAction)
    def _on_folder_chosen(self, action: QAction) -> None:
        chosen = self.chosen
        if not isinstance(chosen, Bookmark):
            return
        data = int(action.data())
        folder_id = None if data == _NO_FOLDER else data
        number = chosen.id
        self._keeper.act(
            lambda notebook: notebook.bookmarks.move(number, folder_id=folder_id)
        )
