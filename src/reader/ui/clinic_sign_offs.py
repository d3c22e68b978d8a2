"""The pages that a clinic has signed off, and what can be done about them."""

from collections.abc import Sequence

from PySide6.QtCore import QDate, QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.handout.clinic import SignOff
from reader.handout.sign_off import topic_version
from reader.model.topic import Topic
from reader.ui.flow_layout import FlowLayout
from reader.ui.sign_off_dialog import SignOffDialog
from reader.ui.wrapping import WrappedRows

_ROWS = 3  # that are seen at once


class SignOffs(QWidget):
    """A list with a way to add the page at hand, and to remove one.

    Signals:
        changed: There is one more, or one less.
    """

    changed = Signal()

    def __init__(self, topics: Sequence[Topic], parent: QWidget) -> None:
        """Make it.

        Args:
            topics: The pages at hand; the first can be signed off.
            parent: What it stands in.
        """
        super().__init__(parent)
        self._topics = {topic.slug: topic for topic in topics}
        self._versions = {topic.slug: topic_version(topic) for topic in topics}
        self._only_shown = False
        self.sign_offs: tuple[SignOff, ...] = ()
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Pages that your clinic has signed off"))
        self.list.setWordWrap(True)
        self.list.setItemDelegate(WrappedRows(self.list))
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.none = QLabel(self)
        self.none.setWordWrap(True)
        self.none.setProperty("muted", True)
        self.sign = QPushButton(self.tr("&Sign off this page…"), self)
        self.remove = QPushButton(self.tr("Remove the si&gn-off"), self)
        for button in (self.sign, self.remove):
            button.setAutoDefault(False)
        self._lay_out()
        self.sign.clicked.connect(self.ask)
        self.remove.clicked.connect(self._on_remove)
        self.list.currentRowChanged.connect(self._allow)

    def show_sign_offs(self, sign_offs: Sequence[SignOff]) -> None:
        """List these."""
        self.sign_offs = tuple(sign_offs)
        self.list.clear()
        for sign_off in self.sign_offs:
            QListWidgetItem(self._words(sign_off), self.list)
        some = bool(self.sign_offs)
        self.list.setVisible(some)
        self.none.setVisible(not some)
        self.list.setFixedHeight(self._height())
        self._allow()

    def only_show(self, *, only: bool) -> None:
        """Let nothing be added or removed."""
        self._only_shown = only
        self._allow()

    def _lay_out(self) -> None:
        self.none.setText(
            self.tr(
                "None yet. A page that someone at your clinic has read can be signed "
                "off from the handout of that page."
            )
            if not self._topics
            else self.tr("None yet. Sign off what someone at your clinic has read.")
        )
        self.sign.setVisible(bool(self._topics))
        if self._topics:
            first = next(iter(self._topics.values()))
            self.sign.setAccessibleDescription(first.title)
        buttons = QWidget(self)
        flow = FlowLayout(buttons)
        flow.addWidget(self.sign)
        flow.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        column.addWidget(self.none)
        column.addWidget(buttons)

    def _height(self) -> int:
        lines = self.fontMetrics().lineSpacing() * 2 + 12
        return lines * min(max(len(self.sign_offs), 1), _ROWS) + 8

    def _words(self, sign_off: SignOff) -> str:
        topic = self._topics.get(sign_off.topic)
        day = QDate.fromString(sign_off.date, Qt.DateFormat.ISODate)
        words = self.tr("{page}: {by}, {day}").format(
            page=topic.title if topic else sign_off.topic,
            by=sign_off.by,
            day=QLocale().toString(day, QLocale.FormatType.LongFormat),
        )
        if topic and self._versions[topic.slug] != sign_off.version:
            return self.tr("{sign_off}. The page has changed since.").format(
                sign_off=words
            )
        return words

    @Slot()
    def _allow(self) -> None:
        free = not self._only_shown
        self.sign.setEnabled(free)
        self.remove.setEnabled(free and self.list.currentRow() >= 0)
        self.remove.setVisible(bool(self.sign_offs))

    @Slot()
    def ask(self) -> None:
        """Ask who has reviewed the page at hand."""
        topic = next(iter(self._topics.values()))
        last = self.sign_offs[-1].by if self.sign_offs else ""
        dialog = SignOffDialog(topic, last, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.signed.connect(self._on_signed)
        dialog.open()

    @Slot(object)
    def _on_signed(self, sign_off: SignOff) -> None:
        """Take the place of what the same page in the same version had."""
        new = sign_off.topic, sign_off.version
        others = [o for o in self.sign_offs if (o.topic, o.version) != new]
        self.show_sign_offs((*others, sign_off))
        self.list.setCurrentRow(len(others))
        self.changed.emit()

    @Slot()
    def _on_remove(self) -> None:
        row = self.list.currentRow()
        left = (*self.sign_offs[:row], *self.sign_offs[row + 1 :])
        self.show_sign_offs(left)
        self.list.setCurrentRow(min(row, len(left) - 1))
        (self.list if left else self.sign).setFocus()
        self.changed.emit()
