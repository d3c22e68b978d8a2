"""The shelves of the library: by body system, and from A to Z."""

from typing import TypeAlias

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from reader.model.listing import TopicEntry
from reader.model.systems import System
from reader.model.topic import Kind
from reader.ui.model_words import system_name
from reader.ui.refitting import RefittingTree
from reader.ui.wrapping import WrappedRows

AnyIndex: TypeAlias = QModelIndex | QPersistentModelIndex
SLUG_ROLE = Qt.ItemDataRole.UserRole + 1
"""The slug of a topic; None for a shelf."""

_ROLES = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
        SLUG_ROLE,
    }
)
_NO_INDEX = QModelIndex()
_INDENT = 0.8  # of the height of a line; names need the room
_AT_ONCE = 60  # rows, more than fit into the pane
_SHELF = 0  # the internal id of a shelf; a topic has its shelf's row + 1


class ShelvesModel(QAbstractItemModel):
    """The body systems that hold a topic, and their topics."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._shelves: list[tuple[System, list[TopicEntry]]] = []
        self._pages: dict[System, int] = {}  # without short notes

    def show_topics(self, topics: tuple[TopicEntry, ...]) -> None:
        """Shelve these topics, which come from A to Z: short notes stand last."""
        shelves: dict[System, list[TopicEntry]] = {system: [] for system in System}
        for topic in topics:
            shelves[System(topic.system)].append(topic)
        for shelf in shelves.values():
            shelf.sort(key=_is_short_note)  # stable, so each part stays A to Z
        self.beginResetModel()
        self._shelves = [shelf for shelf in shelves.items() if shelf[1]]
        self._pages = {
            system: len(topics) - sum(map(_is_short_note, topics))
            for system, topics in self._shelves
        }
        self.endResetModel()

    def index_of_system(self, system: System) -> QModelIndex:
        """Where a shelf stands; not valid for an empty one."""
        for row, (present, _) in enumerate(self._shelves):
            if present is system:
                return self.index(row, 0)
        return QModelIndex()

    def index_of_topic(self, slug: str) -> QModelIndex:
        """Where a topic stands; not valid if it is not in the library."""
        for shelf_row, (_, topics) in enumerate(self._shelves):
            for row, topic in enumerate(topics):
                if topic.slug == slug:
                    return self.index(row, 0, self.index(shelf_row, 0))
        return QModelIndex()

    def index(self, row: int, column: int, parent: AnyIndex = _NO_INDEX) -> QModelIndex:
        """A shelf, or a topic on the shelf that is its parent."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(
            row, column, parent.row() + 1 if parent.isValid() else 0
        )

    def parent(self, index: AnyIndex = _NO_INDEX) -> QModelIndex:  # type: ignore[override]  # Qt has another parent(), without an index
        """The shelf of a topic; a shelf has none."""
        if not index.isValid() or index.internalId() == _SHELF:
            return QModelIndex()
        return self.createIndex(int(index.internalId()) - 1, 0, _SHELF)

    def rowCount(self, parent: AnyIndex = _NO_INDEX) -> int:
        """How many shelves, or topics on a shelf."""
        if not parent.isValid():
            return len(self._shelves)
        if parent.internalId() == _SHELF and parent.column() == 0:
            return len(self._shelves[parent.row()][1])
        return 0

    def columnCount(self, _parent: AnyIndex = _NO_INDEX) -> int:
        """One column."""
        return 1

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The name of a shelf with its count, or the title of a topic."""
        # To paint a row Qt asks for ten roles, of which most have no answer.
        if role not in _ROLES or not index.isValid():
            return None
        if index.internalId() == _SHELF:
            system = self._shelves[index.row()][0]
            return self._shelf_data(system, self._pages[system], role)
        shelf = int(index.internalId()) - 1
        return _topic_data(self._shelves[shelf][1][index.row()], role)

    def _shelf_data(self, system: System, count: int, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.tr("{system} ({count})").format(
                system=system_name(system), count=count
            )
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.tr("{system}, topics: {count}").format(
                system=system_name(system), count=count
            )
        return None


class AlphabetModel(QAbstractListModel):
    """All topics from A to Z."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._topics: tuple[TopicEntry, ...] = ()

    def show_topics(self, topics: tuple[TopicEntry, ...]) -> None:
        """Show these topics; they come from A to Z and stay so."""
        self.beginResetModel()
        self._topics = topics
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = _NO_INDEX) -> int:
        """How many topics; a topic has no children."""
        return 0 if parent.isValid() else len(self._topics)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The title of a topic, or its slug."""
        if role not in _ROLES or not index.isValid():
            return None
        return _topic_data(self._topics[index.row()], role)


def _is_short_note(topic: TopicEntry) -> bool:
    return topic.kind == Kind.MAP


def _topic_data(topic: TopicEntry, role: int) -> object:
    if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
        if _is_short_note(topic):
            words = QCoreApplication.translate("Shelves", "{title} (short note)")
            return words.format(title=topic.title)
        return topic.title
    if role == SLUG_ROLE:
        return topic.slug
    return None


class ShelvesView(RefittingTree):
    """The tree of shelves."""

    opened = Signal(str)  # slug

    def __init__(self, model: ShelvesModel, parent: QWidget) -> None:
        super().__init__(_INDENT, parent)
        self._shelves = model
        self.setModel(model)
        self.setObjectName("shelves")
        self.setAccessibleName(self.tr("Topics by body system"))
        self.setHeaderHidden(True)
        self.setWordWrap(True)
        self.setItemDelegate(WrappedRows(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.clicked.connect(self._on_chosen)

    def show_system(self, system: System) -> None:
        """Open one shelf, stand on it and take the focus."""
        index = self._shelves.index_of_system(system)
        if index.isValid():
            self.collapseAll()
            self.expand(index)
            self.setCurrentIndex(index)
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtTop)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def mark(self, slug: str) -> None:
        """Stand on the topic that is open, if its shelf is open too."""
        index = self._shelves.index_of_topic(slug)
        if index.isValid() and self.isExpanded(index.parent()):
            self.setCurrentIndex(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return opens; the rest is Qt's."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.open_current()
        else:
            super().keyPressEvent(event)

    def open_current(self) -> None:
        """Open what the person stands on, as a click does."""
        self._on_chosen(self.currentIndex())

    @Slot(QModelIndex)
    def _on_chosen(self, index: QModelIndex) -> None:
        slug = index.data(SLUG_ROLE) if index.isValid() else None
        if isinstance(slug, str):
            self.opened.emit(slug)
        elif index.isValid():
            self.setExpanded(index, not self.isExpanded(index))


class AlphabetView(QListView):
    """The list from A to Z; typing jumps to a title."""

    opened = Signal(str)  # slug

    def __init__(self, model: AlphabetModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._alphabet = model
        self.setModel(model)
        self.setObjectName("alphabet")
        self.setAccessibleName(self.tr("All topics from A to Z"))
        self.setWordWrap(True)
        self.setItemDelegate(WrappedRows(self))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        # Rows that nobody sees yet are measured after the first ones are painted.
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_AT_ONCE)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.clicked.connect(self._on_chosen)

    def show_topics(self, topics: tuple[TopicEntry, ...]) -> None:
        """Show these topics."""
        self._alphabet.show_topics(topics)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return opens; the rest is Qt's."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.open_current()
        else:
            super().keyPressEvent(event)

    def open_current(self) -> None:
        """Open what the person stands on, as a click does."""
        self._on_chosen(self.currentIndex())

    @Slot(QModelIndex)
    def _on_chosen(self, index: QModelIndex) -> None:
        slug = index.data(SLUG_ROLE) if index.isValid() else None
        if isinstance(slug, str):
            self.opened.emit(slug)
