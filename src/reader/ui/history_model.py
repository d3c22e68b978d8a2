"""The history as a tree: days, newest first, and one row for each topic of a day."""

from datetime import date, timedelta
from typing import NamedTuple

from PySide6.QtCore import QDate, QLocale, QModelIndex, QObject, Qt, QTime
from PySide6.QtGui import QStandardItem, QStandardItemModel

from reader.notebook.digest import ReadDay, TopicRead
from reader.ui.lines import Line
from reader.ui.result_delegate import RESULT_ROLE, Result

DAY_ROLE = Qt.ItemDataRole.UserRole + 10
"""The date of a row, or of the day a topic was read on."""
TOPIC_ROLE = Qt.ItemDataRole.UserRole + 11
"""The TopicRead of a row; None for a day."""

_WEEK = 7  # days; from then on a weekday says too little


class Standing(NamedTuple):
    """Where the person stands: a row, and what to stand on if that row goes."""

    slug: str
    day: date | None
    row: int
    day_row: int


class HistoryModel(QStandardItemModel):
    """Days, newest first, and what was read on each."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._locale = QLocale()

    def show_days(self, days: tuple[ReadDay, ...], today: date) -> None:
        """Show these days in place of the ones before."""
        self.clear()
        for day in days:
            name = self._name(day.date, today)
            item = self._item(name, day.date)
            item.setData(Result((Line(name, strong=True),)), RESULT_ROLE)
            for topic in day.topics:
                item.appendRow(self._topic_item(topic, day.date))
            self.appendRow(item)

    def _name(self, day: date, today: date) -> str:
        if day == today:
            return self.tr("Today")
        if day == today - timedelta(days=1):
            return self.tr("Yesterday")
        if timedelta(0) < today - day < timedelta(days=_WEEK):
            long = QLocale.FormatType.LongFormat
            return self._locale.standaloneDayName(day.isoweekday(), long)
        qt_day = QDate(day.year, day.month, day.day)
        return self._locale.toString(qt_day, QLocale.FormatType.LongFormat)

    def _topic_item(self, topic: TopicRead, day: date) -> QStandardItem:
        at = topic.last.astimezone()
        when = self._locale.toString(
            QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat
        )
        if topic.times > 1:
            when = self.tr("{time}, opened {count} times").format(
                time=when, count=topic.times
            )
        text = self.tr("{title}, {when}").format(title=topic.title, when=when)
        item = self._item(text, day)
        item.setData(topic, TOPIC_ROLE)
        item.setData(Result((Line(topic.title), Line(when, quiet=True))), RESULT_ROLE)
        return item

    def _item(self, text: str, day: date) -> QStandardItem:
        item = QStandardItem(text)
        item.setData(day, DAY_ROLE)
        item.setEditable(False)
        return item

    def standing(self, index: QModelIndex) -> Standing:
        """Note where someone stands, before other days are shown."""
        topic = index.data(TOPIC_ROLE)
        is_topic = isinstance(topic, TopicRead)
        day_row = index.parent().row() if is_topic else index.row()
        slug = topic.slug if isinstance(topic, TopicRead) else ""
        return Standing(slug, index.data(DAY_ROLE), index.row(), day_row)

    def index_of(self, standing: Standing) -> QModelIndex:
        """Find the row again, or the one that took its place, or the newest day."""
        days = [self.index(row, 0) for row in range(self.rowCount())]
        day = next((each for each in days if each.data(DAY_ROLE) == standing.day), None)
        if day is None:
            if not days or standing.day is None:
                return self.index(0, 0)
            return days[min(standing.day_row, len(days) - 1)]
        if not standing.slug:
            return day
        rows = [self.index(row, 0, day) for row in range(self.rowCount(day))]
        for index in rows:
            topic = index.data(TOPIC_ROLE)
            if isinstance(topic, TopicRead) and topic.slug == standing.slug:
                return index
        return rows[min(standing.row, len(rows) - 1)] if rows else day
