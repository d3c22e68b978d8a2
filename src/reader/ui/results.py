"""The answers to a search, as a list that a person can walk by key."""

from typing import TypeAlias

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from reader.model.grade import Certainty
from reader.model.listing import Hit, Matched, SearchResults
from reader.model.systems import System
from reader.model.topic import Kind
from reader.ui.appearance import Appearance
from reader.ui.lines import Line
from reader.ui.model_words import level_word, system_name
from reader.ui.result_delegate import RESULT_ROLE, Result, ResultDelegate

AnyIndex: TypeAlias = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_AT_ONCE = 12  # rows, more than fit into the pane


class ResultsModel(QAbstractListModel):
    """The hits of one search; reset once for each."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._hits: tuple[Hit, ...] = ()
        self._first: dict[str, int] = {}

    def show_results(self, results: SearchResults) -> None:
        """Show these hits and forget the ones before."""
        self.beginResetModel()
        self._hits = results.hits
        self._first = {}
        for row, hit in enumerate(results.hits):
            self._first.setdefault(hit.slug, row)
        self.endResetModel()

    def clear(self) -> None:
        """Show nothing."""
        self.beginResetModel()
        self._hits = ()
        self.endResetModel()

    def hit(self, index: AnyIndex) -> Hit:
        """The hit in this row."""
        return self._hits[index.row()]

    def rowCount(self, parent: AnyIndex = _NO_INDEX) -> int:
        """How many hits there are; a hit has no children."""
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A hit as text, as lines to draw, or aloud."""
        if not index.isValid():
            return None
        hit = self._hits[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return hit.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index.row())
        if role == RESULT_ROLE:
            return Result(self._lines(index.row()), self._levels(index.row()))
        return None

    def _spoken(self, row: int) -> str:
        words = ". ".join([line.text.rstrip(":") for line in self._lines(row)])
        levels = [level_word(level).lower() for level in self._levels(row)]
        return f"{words}: {self.tr(', ').join(levels)}" if levels else words

    def _levels(self, row: int) -> tuple[Certainty, ...]:
        """The badges of a topic stand at its first hit; they are of the whole of it."""
        hit = self._hits[row]
        if self._first[hit.slug] != row:
            return ()
        return tuple([Certainty(level) for level in hit.certainties])

    def _lines(self, row: int) -> tuple[Line, ...]:
        hit = self._hits[row]
        where = system_name(System(hit.system))
        if hit.section_title:
            where = self.tr("{system} · {section}").format(
                system=where, section=hit.section_title
            )
        lines = [Line(hit.title, strong=True), Line(where, quiet=True)]
        found = self._found(hit)
        if found is not None:
            lines.append(found)
        if hit.kind == Kind.MAP:
            lines.append(Line(self.tr("Short note, with no badge yet"), quiet=True))
        elif self._levels(row):
            lines.append(Line(self.tr("How sure the studies are:"), quiet=True))
        return tuple(lines)

    def _found(self, hit: Hit) -> Line | None:
        if hit.snippet in {"", hit.title}:
            return None
        if hit.matched is Matched.TEXT:
            lead = ""
        elif hit.matched is Matched.CODE:
            lead = self.tr("Code: ")
        else:
            lead = self.tr("Also called: ")
        moved = [(start + len(lead), end + len(lead)) for start, end in hit.matches]
        return Line(lead + hit.snippet, matches=tuple(moved))


class ResultsView(QListView):
    """The list of hits; leads back to the search field at its upper end."""

    opened = Signal(object)  # Hit
    left_upwards = Signal()  # Up on the first hit, or Escape
    typed = Signal(str)  # a letter typed here belongs in the search field

    def __init__(
        self, model: ResultsModel, appearance: Appearance, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._results = model
        self.setModel(model)
        self.setItemDelegate(ResultDelegate(self, appearance=appearance))
        self.setObjectName("results")
        self.setAccessibleName(self.tr("Search results"))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        # Rows that nobody sees yet are measured after the first ones are painted.
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_AT_ONCE)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.clicked.connect(self._on_clicked)

    def chosen(self) -> Hit | None:
        """The hit that the person stands on."""
        index = self.currentIndex()
        return self._results.hit(index) if index.isValid() else None

    def open_first(self) -> None:
        """Open the best hit, if there is one."""
        if self._results.rowCount():
            self.opened.emit(self._results.hit(self._results.index(0)))

    def enter(self) -> None:
        """Take the focus and stand on the best hit, if there is one."""
        if self._results.rowCount():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.setCurrentIndex(self._results.index(0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open, go back up, or pass letters on; the rest is Qt's."""
        key = event.key()
        at_top = self.currentIndex().row() <= 0
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_clicked(self.currentIndex())
        elif key == Qt.Key.Key_Escape or (key == Qt.Key.Key_Up and at_top):
            self.left_upwards.emit()
        elif event.text().isprintable() and event.text().strip():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self._results.hit(index))
