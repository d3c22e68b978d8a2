"""Lines of a list and what each of them is; those that need a person come first."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from reader.library.lookup import Choice, Found, Meaning, Unclear, Unknown, Why
from reader.ui.wrapping import WrappedRows

MOST_SHOWN = 400
"""Rows; of a longer list the rest is counted, since measuring rows takes time."""

_LINE = Qt.ItemDataRole.UserRole
_CHOICE = Qt.ItemDataRole.UserRole + 1
_ROWS = 6  # seen at least, where there is room


class TopicRows(QTreeWidget):
    """One row for each line; below one that is not clear, what it may be.

    Signals:
        chosen: The person has said what a line is, or that it is left out.
    """

    chosen = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("What your lines are"))
        self.setHeaderHidden(True)
        self.setColumnCount(1)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setWordWrap(True)
        self.setItemDelegate(WrappedRows(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._answers: dict[str, str] = {}  # of a line, the slug that the person chose
        self._meanings: tuple[Meaning, ...] = ()
        self.itemClicked.connect(self._on_item)
        self.itemActivated.connect(self._on_item)

    def sizeHint(self) -> QSize:
        """Room for some rows."""
        row = self.fontMetrics().height() + 10
        return QSize(super().sizeHint().width(), _ROWS * row)

    def minimumSizeHint(self) -> QSize:
        """Room for two."""
        return QSize(120, 2 * (self.fontMetrics().height() + 10))

    def show_meanings(self, meanings: Sequence[Meaning]) -> None:
        """Show these lines; what was chosen for the same words still holds."""
        self._meanings = tuple(meanings)
        self.clear()
        asked = [each for each in meanings if isinstance(each, Unclear)]
        unknown = [each for each in meanings if isinstance(each, Unknown)]
        found = [each for each in meanings if isinstance(each, Found)]
        in_order: list[Meaning] = [*asked, *unknown, *found]
        rows = [self._row(each) for each in in_order[:MOST_SHOWN]]
        more = len(meanings) - len(rows)
        if more > 0:
            words = self.tr("and {count} more").format(count=more)
            rows.append(QTreeWidgetItem([words]))
        self.addTopLevelItems(rows)
        self.expandAll()
        for row in rows:
            self._show_answer(row)

    def slugs(self) -> tuple[str, ...]:
        """The topics, each once, in the order of the list."""
        found: dict[str, None] = {}
        for each in self._meanings:
            slug = (
                each.topic.slug
                if isinstance(each, Found)
                else self._answers.get(each.line.shown, "")
            )
            if slug:
                found[slug] = None
        return tuple(found)

    def left_out(self) -> int:
        """How many lines are no topic, or not yet."""
        return sum(
            not isinstance(each, Found) and not self._answers.get(each.line.shown)
            for each in self._meanings
        )

    def _row(self, meaning: Meaning) -> QTreeWidgetItem:
        row = QTreeWidgetItem([self._words(meaning)])
        row.setData(0, _LINE, meaning.line.shown)
        if isinstance(meaning, Unclear):
            row.addChildren([self._choice(each) for each in meaning.choices])
            row.addChild(self._choice(Choice("", self.tr("Leave it out"))))
        return row

    def _choice(self, choice: Choice) -> QTreeWidgetItem:
        child = QTreeWidgetItem([choice.title])
        child.setData(0, _CHOICE, choice.slug)
        child.setData(0, _LINE, choice.title)
        return child

    def _words(self, meaning: Meaning) -> str:
        shown = meaning.line.shown
        if isinstance(meaning, Found):
            words = self.tr("{title} (for “{line}”)")
            return words.format(title=meaning.topic.title, line=shown)
        if isinstance(meaning, Unknown):
            return self.tr("Not known, left out: “{line}”").format(line=shown)
        questions = {
            Why.SEVERAL: self.tr("Which one? “{line}” is the name or code of several:"),
            Why.CONTRARY: self.tr("Which one? “{line}” means two things:"),
            Why.ALIKE: self.tr("Not known: “{line}”. Did you mean:"),
        }
        return questions[meaning.why].format(line=shown)

    def _show_answer(self, row: QTreeWidgetItem) -> None:
        """Mark, in words, what was chosen below a row."""
        answer = self._answers.get(str(row.data(0, _LINE)))
        for place in range(row.childCount()):
            child = row.child(place)
            if child is None:
                continue
            title = str(child.data(0, _LINE))
            if child.data(0, _CHOICE) == answer:
                title = self.tr("Chosen: {title}").format(title=title)
            child.setText(0, title)

    @Slot(QTreeWidgetItem)
    def _on_item(self, item: QTreeWidgetItem) -> None:
        row = item.parent()
        if row is None:
            return
        line = str(row.data(0, _LINE))
        answer = str(item.data(0, _CHOICE))
        if self._answers.get(line) != answer:
            self._answers[line] = answer
            self._show_answer(row)
            self.chosen.emit()
