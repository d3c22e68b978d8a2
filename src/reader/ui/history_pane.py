"""What was read, day by day, and how to forget it."""

from datetime import date, datetime

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.notebook.digest import ReadDay, TopicRead
from reader.ui.button_grid import ButtonGrid
from reader.ui.clear_button import offer_to_clear
from reader.ui.history_model import DAY_ROLE, TOPIC_ROLE, HistoryModel
from reader.ui.keeping import Keeper
from reader.ui.kept_tree import KeptTree
from reader.ui.navigation import Place


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
        offer_to_clear(self.filter)
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.view = self._tree()
        self.forget = self._button(
            self.tr("Forget page"),
            self.tr("Take this page out of the history of every day (Delete)"),
        )
        self.clear_day = self._button(
            self.tr("Forget day"), self.tr("Forget all that was read on this day")
        )
        self.clear_all = self._button(
            self.tr("Forget all"), self.tr("Forget everything that was read")
        )
        buttons = ButtonGrid(
            (self.forget, self.clear_day, self.clear_all),
            self.tr("Forget"),
            self.view.actions(),
            self,
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self.filter, self.words):
            layout.addWidget(widget)
        layout.addWidget(self.view, 1)
        layout.addWidget(buttons)
        self.filter.textChanged.connect(self.refresh)
        self.forget.clicked.connect(self.forget_chosen)
        self.clear_day.clicked.connect(self._on_clear_day)
        self.clear_all.clicked.connect(self.ask_to_clear_all)
        keeper.days_read.connect(self._on_days_read)
        keeper.history_changed.connect(self._on_history_changed)
        self._show(())

    def _button(self, words: str, tip: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setToolTip(tip)
        return button

    def _tree(self) -> KeptTree:
        view = KeptTree(self.tr("History, by day"), self)
        view.setModel(self.model)
        view.setObjectName("history")
        view.clicked.connect(self._on_chosen)
        view.selectionModel().currentChanged.connect(self._on_current_changed)
        add = view.add_command
        add(self.tr("Open"), ("Return", "Enter"), self.open_chosen)
        self._forget_command = add(
            self.tr("Forget page"), ("Delete",), self.forget_chosen
        )
        add(self.tr("Forget day"), ("Shift+Delete",), self._on_clear_day)
        add(self.tr("Forget all…"), (), self.ask_to_clear_all)
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
        self._keeper.forget_all()

    @Slot()
    def forget_chosen(self) -> None:
        """Forget the page that the person stands on, or the day."""
        topic = self.view.currentIndex().data(TOPIC_ROLE)
        if isinstance(topic, TopicRead):
            self._keeper.forget_topic(topic.slug)
        else:
            self._on_clear_day()

    @Slot()
    def _on_clear_day(self) -> None:
        day = self.view.currentIndex().data(DAY_ROLE)
        if isinstance(day, date):
            self._keeper.forget_day(day)

    @Slot()
    def _on_history_changed(self) -> None:
        if self.isVisible():
            self.refresh()

    @Slot(object)
    def _on_days_read(self, days: tuple[ReadDay, ...]) -> None:
        self._show(days)

    def _show(self, days: tuple[ReadDay, ...]) -> None:
        standing = self.model.standing(self.view.currentIndex())
        had_focus = self.view.hasFocus()
        self.model.show_days(days, datetime.now().astimezone().date())
        self.view.expandAll()
        self.view.setVisible(bool(days))
        self.clear_all.setEnabled(bool(days))
        if days:
            self.view.setCurrentIndex(self.model.index_of(standing))
            if self._focus_wanted and self.isVisible():
                self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif had_focus:
            self.filter.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_current_changed()
        self._focus_wanted = False
        sentence = self._sentence(empty=not days)
        self.words.setText(sentence)
        self.words.setVisible(bool(sentence))

    @Slot()
    def _on_current_changed(self) -> None:
        index = self.view.currentIndex()
        is_topic = isinstance(index.data(TOPIC_ROLE), TopicRead)
        self.forget.setEnabled(is_topic)
        self.clear_day.setEnabled(index.isValid())
        words = self.tr("Forget page") if is_topic else self.tr("Forget day")
        self._forget_command.setText(words)

    def _sentence(self, *, empty: bool) -> str:
        if self._keeper.traceless:
            return self.tr(
                "You are leaving no trace: what you read now is not added here."
            )
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
    def open_chosen(self) -> None:
        """Open the page that the person stands on, or fold the day."""
        self._on_chosen(self.view.currentIndex())

    @Slot(QModelIndex)
    def _on_chosen(self, index: QModelIndex) -> None:
        topic = index.data(TOPIC_ROLE) if index.isValid() else None
        if isinstance(topic, TopicRead):
            self.opened.emit(Place(topic.slug))
        elif index.isValid():
            self.view.setExpanded(index, not self.view.isExpanded(index))
