"""Above the results: which body system and which certainty are wanted."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QGridLayout, QPushButton, QSizePolicy, QWidget

from reader.model.grade import Certainty
from reader.model.listing import Filters, Tally
from reader.model.systems import System
from reader.ui.model_words import level_word, system_name
from reader.ui.refitting import RefittingWidget

_GAP = 6  # pixels
_FRAME = 44  # pixels of a control beside its words: edges and arrow
_LARGE = 888  # as wide as a count gets
_LETTERS = 8  # that a control shows at least


class FilterBox(QComboBox):
    """One choice among parts of the results; the first stands for all of them."""

    def __init__(self, name: str, every: str, parent: QWidget) -> None:
        """Make an empty one.

        Args:
            name: What is read aloud.
            every: The words of the choice that shuts nothing out.
            parent: The owner.
        """
        super().__init__(parent)
        self._words = {"": every}
        self.addItem(every, "")
        self.setAccessibleName(name)
        self._name = name
        self.forget_counts()
        self.setProperty("compact", True)
        self.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.setMinimumContentsLength(_LETTERS)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def value(self) -> str:
        """What is chosen; "" for everything."""
        return str(self.currentData())

    def offer(self, value: str, words: str) -> None:
        """Add a choice."""
        self._words[value] = words
        self.addItem(words, value)

    def choose(self, value: str) -> None:
        """Choose, and say so as if the person had."""
        self.setCurrentIndex(max(self.findData(value), 0))

    def show_counts(self, counts: Mapping[str, int], total: int) -> None:
        """Say beside each choice how many topics it leads to; 0 is not offered."""
        for row in range(self.count()):
            value = str(self.itemData(row))
            count = total if not value else counts.get(value, 0)
            words = self._words[value]
            if value:
                shown = self.tr("{words} ({count})").format(words=words, count=count)
                self.setItemText(row, shown)
            spoken = self.tr("{words}, topics: {count}").format(
                words=words, count=count
            )
            self.setItemData(row, spoken, Qt.ItemDataRole.AccessibleTextRole)
            self._enable(row, on=count > 0 or row in {0, self.currentIndex()})

    def _enable(self, row: int, *, on: bool) -> None:
        model = self.model()
        if isinstance(model, QStandardItemModel):
            model.item(row).setEnabled(on)

    def forget_counts(self) -> None:
        """Show the bare words, until what is wanted has been counted."""
        words = self._words[self.value]
        self.setToolTip(f"{self._name}: {words}" if self.value else self._name)
        for row in range(self.count()):
            self.setItemText(row, self._words[str(self.itemData(row))])
            self.setItemData(row, None, Qt.ItemDataRole.AccessibleTextRole)
            self._enable(row, on=True)

    def wanted_width(self) -> int:
        """How wide it would have to be to show what is chosen, with its count."""
        words = self._words[self.value]
        if self.value:
            words = self.tr("{words} ({count})").format(words=words, count=_LARGE)
        return self.fontMetrics().horizontalAdvance(words) + _FRAME


class FilterBar(RefittingWidget):
    """Two choices side by side, or one below the other where words are large."""

    narrowed = Signal(object)  # Filters
    left = Signal()  # Escape: back to the search field

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("filter-bar")
        self.systems = FilterBox(
            self.tr("Only this body system"), self.tr("All systems"), self
        )
        self.levels = FilterBox(
            self.tr("Only pages with studies so sure"), self.tr("Any badge"), self
        )
        for level in Certainty:
            words = self.tr("{circles} {word}").format(
                circles="●" * level.circles + "○" * (4 - level.circles),
                word=level_word(level),
            )
            self.levels.offer(level.value, words)
        self.all = QPushButton(self.tr("Show all"), self)
        self.all.setProperty("compact", True)
        self.all.setAccessibleDescription(self.tr("Take both filters away"))
        self.all.hide()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self.fit()
        self.systems.currentIndexChanged.connect(self._on_changed)
        self.levels.currentIndexChanged.connect(self._on_changed)
        self.all.clicked.connect(self.show_all)

    @property
    def filters(self) -> Filters:
        """What is chosen."""
        return Filters(self.systems.value, self.levels.value)

    def words(self) -> str:
        """What is chosen, in words; "" where nothing is shut out."""
        chosen = self.filters
        parts = []
        if chosen.system:
            parts.append(system_name(System(chosen.system)))
        if chosen.certainty:
            parts.append(level_word(Certainty(chosen.certainty)))
        return self.tr(", ").join(parts)

    def offer_systems(self, systems: tuple[System, ...]) -> None:
        """Offer the body systems that the library has."""
        for system in systems:
            if self.systems.findData(system.value) < 0:
                self.systems.offer(system.value, system_name(system))

    def show_tally(self, tally: Tally) -> None:
        """Say how many topics each choice would leave."""
        self.systems.show_counts(tally.systems, tally.of_level)
        self.levels.show_counts(tally.certainties, tally.of_system)

    @Slot()
    def show_all(self) -> None:
        """Shut nothing out."""
        had_focus = self.all.hasFocus()
        for box in (self.systems, self.levels):
            box.blockSignals(True)
            box.choose("")
            box.blockSignals(False)
        self._on_changed()
        if had_focus:
            self.systems.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads back to the search field."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def forget_counts(self) -> None:
        """Show bare words until the next count."""
        for box in (self.systems, self.levels):
            box.forget_counts()

    @Slot()
    def _on_changed(self) -> None:
        self.all.setVisible(self.filters.there)
        self.forget_counts()
        self.fit()
        self.narrowed.emit(self.filters)

    def fit(self) -> None:
        """Put both side by side, or one below the other."""
        widest = max(box.wanted_width() for box in (self.systems, self.levels))
        columns = 2 if 2 * widest + _GAP <= self.width() else 1
        if columns == self.columns:
            return
        self.columns = columns
        for column in (0, 1):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._grid.addWidget(self.systems, 0, 0)
        self._grid.addWidget(self.levels, columns % 2, columns - 1)
