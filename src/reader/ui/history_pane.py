"""What was read, day by day, and how to forget it."""

from datetime import date, datetime, timedelta

from PySide6.QtCore import QDate, QLocale, QModelIndex, QObject, Qt, QTime, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from reader.notebook.history import Day, Visit
from reader.ui.keeping import Keeper
from reader.ui.navigation import Place

DAY_ROLE = Qt.ItemDataRole.UserRole + 1
"""The date of a row, or of the day a visit was on."""
VISIT_ROLE = Qt.ItemDataRole.UserRole + 2
"""The Visit of a row; None for a day."""


class HistoryModel(QStandardItemModel):
    """Days, newest first, and the visits of each."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._locale = QLocale()

    def show_days(self, days: tuple[Day, ...], today: date) -> None:
        """Show these days in place of the ones before."""
        self.clear()
        for day in days:
            item = self._item(self._name(day.date, today), day.date)
            font = item.font()
            font.setBold(True)
            item.setFont(font)
            for visit in day.visits:
                item.appendRow(self._visit_item(visit, day.date))
            self.appendRow(item)

    def _name(self, day: date, today: date) -> str:
        if day == today:
            return self.tr("Today")
        if day == today - timedelta(days=1):
            return self.tr("Yesterday")
        qt_day = QDate(day.year, day.month, day.day)
        return self._locale.toString(qt_day, QLocale.FormatType.LongFormat)

    def _visit_item(self, visit: Visit, day: date) -> QStandardItem:
        at = visit.at.astimezone()
        time = self._locale.toString(
            QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat
        )
        text = self.tr("{time}  {title}").format(time=time, title=visit.title)
        item = self._item(text, day)
        item.setData(visit, VISIT_ROLE)
        item.setToolTip(visit.title)
        return item

    def _item(self, text: str, day: date) -> QStandardItem:
        item = QStandardItem(text)
        item.setData(day, DAY_ROLE)
        item.setEditable(False)
        return item

    def index_of(self, visit: Visit | None, day: date | None) -> QModelIndex:
        """Where a visit stands, or its day, or else the newest day."""
        for row in range(self.rowCount()):
            parent = self.index(row, 0)
            if parent.data(DAY_ROLE) != day:
                continue
            for below in range(self.rowCount(parent)):
                index = self.index(below, 0, parent)
                if index.data(VISIT_ROLE) == visit:
                    return index
            return parent
        return self.index(0, 0)


class HistoryPane(QWidget):
    """Shows the history and forgets it through the keeper."""

    opened = Signal(object)  # Place

    def __init__(self, keeper: Keeper, parent: QWidget) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._focus_wanted = False
        self.model = HistoryModel(self)
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(self.tr("Find in what you read"))
        self.filter.setAccessibleName(self.tr("Find in what you read"))
        self.filter.setClearButtonEnabled(True)
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.view = self._tree()
        self.clear_day = QPushButton(self.tr("Forget this day"), self)
        self.clear_all = QPushButton(self.tr("Forget all"), self)
        for button in (self.clear_day, self.clear_all):
            button.setProperty("compact", True)
        buttons = QHBoxLayout()
        buttons.addWidget(self.clear_day)
        buttons.addWidget(self.clear_all)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self.filter, self.words):
            layout.addWidget(widget)
        layout.addWidget(self.view, 1)
        layout.addLayout(buttons)
        self.filter.textChanged.connect(self.refresh)
        self.clear_day.clicked.connect(self._on_clear_day)
        self.clear_all.clicked.connect(self.ask_to_clear_all)
        keeper.days_read.connect(self._on_days_read)
        keeper.history_changed.connect(self._on_history_changed)
        self._show(())

    def _tree(self) -> QTreeView:
        view = QTreeView(self)
        view.setModel(self.model)
        view.setObjectName("history")
        view.setAccessibleName(self.tr("History, by day"))
        view.setHeaderHidden(True)
        view.setUniformRowHeights(True)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setExpandsOnDoubleClick(False)
        view.setMouseTracking(True)
        view.clicked.connect(self._on_chosen)
        for key in ("Return", "Enter"):
            action = QAction(view)
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(self._on_return)
            view.addAction(action)
        return view

    def focus_when_read(self) -> None:
        """Take the focus to the list as soon as there is one."""
        self._focus_wanted = True

    @Slot()
    def refresh(self) -> None:
        """Ask for the history anew."""
        self._keeper.ask_days(self.filter.text().strip())

    @Slot()
    def ask_to_clear_all(self) -> None:
        """Ask, since what is forgotten cannot be brought back, then forget."""
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Forget what you read?"))
        box.setText(self.tr("Forget everything that you have read here?"))
        box.setInformativeText(
            self.tr("This cannot be undone. Your bookmarks and notes stay.")
        )
        forget = box.addButton(
            self.tr("Forget all"), QMessageBox.ButtonRole.DestructiveRole
        )
        keep = box.addButton(self.tr("Keep it"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        forget.clicked.connect(self._on_clear_all)
        box.open()

    @Slot()
    def _on_clear_all(self) -> None:
        self._keeper.clear_history()

    @Slot()
    def _on_clear_day(self) -> None:
        day = self.view.currentIndex().data(DAY_ROLE)
        if isinstance(day, date):
            self._keeper.clear_history(day)

    @Slot()
    def _on_history_changed(self) -> None:
        if self.isVisible():
            self.refresh()

    @Slot(object)
    def _on_days_read(self, days: tuple[Day, ...]) -> None:
        self._show(days)

    def _show(self, days: tuple[Day, ...]) -> None:
        chosen = self.view.currentIndex()
        visit, day = chosen.data(VISIT_ROLE), chosen.data(DAY_ROLE)
        self.model.show_days(days, datetime.now().astimezone().date())
        self.view.expandAll()
        self.view.setVisible(bool(days))
        self.clear_day.setEnabled(bool(days))
        self.clear_all.setEnabled(bool(days))
        if days:
            self.view.setCurrentIndex(self.model.index_of(visit, day))
            if self._focus_wanted and self.isVisible():
                self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._focus_wanted = False
        sentence = self._sentence(empty=not days)
        self.words.setText(sentence)
        self.words.setVisible(bool(sentence))

    def _sentence(self, *, empty: bool) -> str:
        if not self._keeper.settings.keep_history:
            return self.tr(
                "History is off: what you read is not remembered. "
                "You can turn it on in Settings."
            )
        if empty and self.filter.text().strip():
            return self.tr("Nothing you read has these words in its title.")
        if empty:
            return self.tr(
                "Nothing here yet. Pages that you open are listed here, on this "
                "computer only."
            )
        return ""

    @Slot()
    def _on_return(self) -> None:
        self._on_chosen(self.view.currentIndex())

    @Slot(QModelIndex)
    def _on_chosen(self, index: QModelIndex) -> None:
        visit = index.data(VISIT_ROLE) if index.isValid() else None
        if isinstance(visit, Visit):
            self.opened.emit(Place(visit.slug, visit.section or ""))
        elif index.isValid():
            self.view.setExpanded(index, not self.view.isExpanded(index))
