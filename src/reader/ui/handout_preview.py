"""The very pages that print, and ways to look at them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from reader.ui.announce import announce
from reader.ui.flow_layout import FlowLayout
from reader.ui.handout_jobs import Made
from reader.ui.handout_pages import PagesView

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.ui.handout_sheets import Sheet


class HandoutPreview(QWidget):
    """The pages with their number, and zoom.

    Signals:
        wanted: Pages to be drawn, a dict of page to size in pixels.
        reached: Another page is in sight, from 0.
    """

    wanted = Signal(object)
    reached = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words: dict[int, str] = {}
        self.page = QSpinBox(self)
        self.count = QLabel(self)
        # Signs, since words would take the room of the pages where they are large.
        self.smaller = self._button("−", self.tr("Zoom out"))
        self.larger = self._button("+", self.tr("Zoom in"))
        self.fit = self._button(self.tr("Fit &width"), self.tr("Fit width"))
        self.notice = QLabel(self)
        self.notice.setWordWrap(True)
        self.notice.setProperty("muted", True)
        self.notice.hide()
        self.view = PagesView(self)
        self.view.setAccessibleName(self.tr("Pages of the handout"))
        self.page.setAccessibleName(self.tr("Page"))
        self.page.setRange(1, 1)
        self.page.setEnabled(False)
        self.fit.setShortcut(QKeySequence("Ctrl+0"))
        self._lay_out()
        self.page.valueChanged.connect(self._on_page_asked)
        self.view.reached.connect(self._on_reached)
        self.view.wanted.connect(self.wanted)
        self.smaller.clicked.connect(self.view.zoom_out)
        self.larger.clicked.connect(self.view.zoom_in)
        self.fit.clicked.connect(self.view.fit_width)
        # "+" shares its key with "=" on many keyboards, so both do.
        for keys in ("Ctrl++", "Ctrl+="):
            QShortcut(QKeySequence(keys), self).activated.connect(self.view.zoom_in)
        QShortcut(QKeySequence("Ctrl+-"), self).activated.connect(self.view.zoom_out)

    @property
    def page_count(self) -> int:
        """How many pages are shown."""
        return self.view.page_count

    def show_made(self, made: Made, topics: int) -> None:
        """Show the pages of a handout that shall have so many topics."""
        before = self.page_count
        self.view.show_pages(made.sizes)
        count = self.page_count
        self.page.blockSignals(True)
        self.page.setMaximum(max(1, count))
        self.page.setValue(self.view.page + 1)
        self.page.blockSignals(False)
        self.page.setEnabled(True)
        self.count.setText(self.tr("of {count}").format(count=count))
        self._say_part(made, topics)
        if count != before:
            announce(self, self.tr("%n page(s)", "", count))

    def show_nothing(self) -> None:
        """Show no page."""
        self.view.show_pages(())
        self.page.setEnabled(False)
        self.count.setText("")
        self.notice.hide()

    @Slot(object)
    def take(self, sheets: "Mapping[int, Sheet]") -> None:
        """Show pages as they were drawn."""
        self.view.take({page: sheet.image for page, sheet in sheets.items()})
        self._words = {page: sheet.words for page, sheet in sheets.items()}
        self._describe()

    def _say_part(self, made: Made, topics: int) -> None:
        """Say so where only the first topic is shown."""
        self.notice.setVisible(made.topics < topics)
        if made.topics < topics:
            words = self.tr(
                "These are the pages of the first topic. All {topics} topics are laid "
                "out when you print or save."
            )
            self.notice.setText(words.format(topics=topics))

    def _lay_out(self) -> None:
        page = QLabel(self.tr("Pa&ge"), self)
        page.setBuddy(self.page)
        above = FlowLayout()
        for widget in (page, self.page, self.count):
            above.addWidget(widget)
        for button in (self.smaller, self.larger, self.fit):
            above.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(above)
        column.addWidget(self.notice)
        column.addWidget(self.view, 1)

    def _button(self, sign: str, name: str) -> QPushButton:
        button = QPushButton(sign, self)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setProperty("compact", True)
        button.setAutoDefault(False)
        return button

    def _describe(self) -> None:
        """Give a screen reader the words of the page that is shown."""
        words = self._words.get(self.view.page)
        if words is not None and words != self.view.accessibleDescription():
            self.view.setAccessibleDescription(words)

    @Slot(int)
    def _on_page_asked(self, number: int) -> None:
        if self.view.page != number - 1:
            self.view.go_to(number - 1)

    @Slot(int)
    def _on_reached(self, page: int) -> None:
        self.page.blockSignals(True)
        self.page.setValue(page + 1)
        self.page.blockSignals(False)
        self._describe()
        self.reached.emit(page)
