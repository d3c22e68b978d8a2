"""The handout dialog: choose, glance, print."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.library.store import Library
from reader.model.errors import ReaderError
from reader.model.topic import Topic
from reader.ui import tab_order
from reader.ui.announce import announce
from reader.ui.fitting import ScrolledColumn, room_for
from reader.ui.flow_layout import FlowLayout
from reader.ui.handout_choices import HandoutChoices
from reader.ui.handout_jobs import Made, line_of, press_is_loaded
from reader.ui.handout_log import printed_of
from reader.ui.handout_maker import HandoutMaker, Wanted
from reader.ui.handout_memory import HandoutMemory
from reader.ui.handout_outlet import HandoutOutlet
from reader.ui.handout_preview import HandoutPreview
from reader.ui.handout_sending import Done
from reader.ui.handout_side_switch import Side, SideSwitch
from reader.ui.keeping import Keeper
from reader.ui.messages import MessageBar
from reader.ui.tasks import Worker

_SIZE = QSize(1180, 900)
_BESIDE = 98  # letters that choices and pages need to stand side by side
_CHOICES = 46  # letters of the choices then
_GAP = 18  # pixels between choices and pages


class HandoutDialog(QDialog):
    """Choices on one side, the very pages on the other, and Print.

    Everything that takes its time goes to the worker. What could not be printed or
    saved is kept to be tried again.

    Signals:
        topics_wanted: The person wants to choose more topics.
        clinic_wanted: The person wants to see or change the clinic's profile.
        sent: A tuple of `Printed`: these topics were printed or saved.
    """

    topics_wanted = Signal()
    clinic_wanted = Signal()
    sent = Signal(object)

    def __init__(
        self,
        topics: Sequence[Topic],
        worker: Worker[Library],
        keeper: Keeper,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._confined = False
        self._beside = True
        self._painted = False
        self.choices = HandoutChoices(self)
        self.preview = HandoutPreview(self)
        self.switch = SideSwitch(self)
        self.leave = QPushButton(self.tr("Close"), self)
        self.leave.setAutoDefault(False)
        self.maker = HandoutMaker(worker, topics, self)
        if not press_is_loaded():
            self.maker.hold()
        self.outlet = HandoutOutlet(worker, self.maker, self)
        self.memory = HandoutMemory(keeper, self.choices, self.outlet.printer, self)
        self._lay_out()
        self._connect()
        self.memory.recall()
        self.choices.topics.show_lines([line_of(topic) for topic in topics])

    # ---- what others ask ---------------------------------------------------------

    def confine(self) -> None:
        """Offer no way to files, and keep nothing; for a public window."""
        self._confined = True
        self.memory.forbid()
        self.outlet.confine()
        for widget in (self.choices.clinic, self.choices.topics.add):
            widget.setVisible(False)

    @Slot(object)
    def add_topics(self, slugs: Sequence[str]) -> None:
        """Print these topics, too."""
        there = {line.slug for line in self.choices.topics.lines}
        self.maker.look_up(tuple([each for each in slugs if each not in there]))

    @Slot()
    def leave_if_empty(self) -> None:
        """Close where no topic was chosen."""
        if not self.choices.topics.lines:
            self.reject()

    def save_to(self, path: Path) -> None:
        """Save the whole handout as a PDF."""
        self.outlet.save_to(path)

    @property
    def pdf(self) -> bytes:
        """The handout that is shown; empty while it is being made."""
        return self.maker.pdf

    @property
    def page_count(self) -> int:
        """How many pages are shown."""
        return self.preview.page_count

    @property
    def messages(self) -> MessageBar:
        """What was said last."""
        return self.outlet.messages

    # ---- building ----------------------------------------------------------------

    def _lay_out(self) -> None:
        self._column = ScrolledColumn(self.choices, self)
        middle = QHBoxLayout()
        middle.setSpacing(_GAP)
        middle.addWidget(self._column)
        middle.addWidget(self.preview, 1)
        buttons = FlowLayout(to_end=True)
        for button in (self.leave, self.outlet.save, self.outlet.print):
            buttons.addWidget(button)
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._foot.addWidget(self.outlet.printer, 3)
        self._foot.addLayout(buttons, 2)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(self.outlet.messages)
        column.addWidget(self.switch)
        column.addLayout(middle, 1)
        column.addWidget(self.outlet.progress)
        column.addLayout(self._foot)
        self.resize(_SIZE.boundedTo(room_for(self)))

    def _connect(self) -> None:
        self.choices.changed.connect(self._on_changed)
        self.choices.topics.more_wanted.connect(self.topics_wanted)
        self.choices.clinic.clicked.connect(self.clinic_wanted)
        self.maker.made.connect(self._on_made)
        self.maker.drawn.connect(self.preview.take)
        self.maker.found.connect(self._on_found)
        self.maker.failed.connect(self._on_making_failed)
        self.preview.wanted.connect(self.maker.draw)
        self.preview.reached.connect(self._on_reached)
        self.outlet.changed.connect(self._allow)
        self.outlet.sending.connect(self.memory.remember)
        self.outlet.done.connect(self._on_sent)
        self.switch.chosen.connect(self.show_side)
        self.leave.clicked.connect(self.reject)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to work when the window stands."""
        super().showEvent(event)
        self._arrange()
        self._painted = False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Begin to work once all is painted, where that was put off.

        To load Typst would hold this up, since Python does one thing at a time.
        """
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._begin)

    @Slot()
    def _begin(self) -> None:
        self.maker.begin()
        self.outlet.look()

    # ---- room --------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show choices and pages side by side, or one at a time."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """See it again when the words are larger or smaller."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and self.isVisible():
            self._arrange()

    def _arrange(self) -> None:
        letter = self.fontMetrics().averageCharWidth()
        self._beside = self.width() >= _BESIDE * letter
        way = QBoxLayout.Direction
        self._foot.setDirection(way.LeftToRight if self._beside else way.TopToBottom)
        printer, column = self.outlet.printer, self.choices.column
        if self._beside:
            least = self._column.minimumSizeHint().width()
            self._column.setFixedWidth(max(_CHOICES * letter, least))
            self._foot.insertWidget(0, printer, 3)
        else:
            self._column.setMinimumWidth(0)
            self._column.setMaximumWidth(self.maximumWidth())
            column.insertWidget(column.count() - 1, printer)
        printer.show()
        self.show_side(self.switch.side)

    @Slot(object)
    def show_side(self, side: Side) -> None:
        """Show a half, where there is no room for both."""
        self.switch.setVisible(not self._beside)
        self.switch.show_side(side)
        self._column.setVisible(self._beside or side is Side.CHOICES)
        self.preview.setVisible(self._beside or side is Side.PAGES)

    # ---- choices and pages -------------------------------------------------------

    @Slot(object)
    def _on_found(self, lines: object) -> None:
        if isinstance(lines, tuple):
            self.choices.topics.show_lines((*self.choices.topics.lines, *lines))

    @Slot()
    def _on_changed(self) -> None:
        """Lay out what is chosen now."""
        lines = self.choices.topics.lines
        if len(lines) == 1:
            title = self.tr("Handout: {title}").format(title=lines[0].title)
        else:
            title = self.tr("Handout: %n topic(s)", "", len(lines))
        self.setWindowTitle(title)
        slugs = [line.slug for line in lines if self.choices.prints_anything]
        wanted = Wanted(tuple(slugs), self.choices.options)
        if wanted != self.maker.wanted:
            self.outlet.forget_failure()
        self.maker.want(wanted)
        if not slugs:
            self.preview.show_nothing()
        self._allow()

    @Slot()
    def _allow(self) -> None:
        self.outlet.allow(ready=bool(self.pdf) and self.choices.prints_anything)

    @Slot(object)
    def _on_made(self, made: Made) -> None:
        is_first = not self.page_count
        self.preview.show_made(made, len(self.maker.wanted.slugs))
        self._allow()
        # Return prints, unless the person is busy elsewhere by now.
        if is_first and self.focusWidget() in (None, self.choices.topics.rows):
            self.outlet.print.setFocus()

    @Slot(int)
    def _on_reached(self, page: int) -> None:
        self.maker.page_in_sight = page

    @Slot(object)
    def _on_making_failed(self, error: ReaderError) -> None:
        self.outlet.show_failure(error)

    @Slot(object)
    def _on_sent(self, done: Done) -> None:
        self.sent.emit(printed_of(done, self.choices.topics.lines))

    # ---- leaving -----------------------------------------------------------------

    def focusNextPrevChild(self, next_: bool) -> bool:  # noqa: FBT001 - Qt's signature
        """Go through the dialog as it is read."""
        return tab_order.step(self, self, next_=next_)

    def done(self, result: int) -> None:
        """Close; but not while pages are on their way, nor unasked with one unsent."""
        if not self._confined:
            if self.outlet.busy:
                announce(self, self.tr("Still at work, one moment."))
                return
            if not self.outlet.may_leave(self):
                return
            self.memory.remember()
        self.choices.patient.forget()
        self.outlet.close()
        self.maker.close()
        super().done(result)
