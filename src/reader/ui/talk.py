"""What the bar above the page says, and what its button does."""

from typing import NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

from reader.model.errors import ReaderError
from reader.model.topic import Topic
from reader.notebook.undo import Undo
from reader.ui.desk import Desk, WayBack
from reader.ui.dialogs import Dialogs
from reader.ui.keeping import Keeper
from reader.ui.messages import Message, MessageBar, message_for
from reader.ui.navigation import Place
from reader.ui.no_trace import NoTrace
from reader.ui.topic_links import WebTarget
from reader.ui.topic_view import TopicView
from reader.ui.undoing import Undoing


class Speakers(NamedTuple):
    """The parts of a window that have something to say."""

    desk: Desk
    view: TopicView
    keeper: Keeper
    dialogs: Dialogs
    undoing: Undoing
    no_trace: NoTrace


class Talk(QObject):
    """Joins the parts of a window to its bar of messages."""

    went_to_page = Signal()  # the focus belongs there now

    def __init__(self, bar: MessageBar, speakers: Speakers, parent: QObject) -> None:
        super().__init__(parent)
        self._bar = bar
        self._speakers = speakers
        speakers.view.web_requested.connect(self._on_web_requested)
        speakers.desk.resumed.connect(self._on_resumed)
        speakers.desk.failed.connect(self.report)
        speakers.keeper.failed.connect(self.report)
        speakers.dialogs.said.connect(bar.show_message)
        speakers.undoing.said.connect(bar.show_message)
        speakers.no_trace.said.connect(bar.show_message)
        bar.action_requested.connect(self._on_action)

    @Slot(object)
    def report(self, error: ReaderError) -> None:
        """Put a failure into the bar."""
        self._bar.show_message(message_for(error))

    @Slot(object)
    def _on_resumed(self, _topic: Topic) -> None:
        self._bar.show_message(
            Message(
                self.tr("You are where you stopped reading last time."),
                action=self.tr("Go to the top"),
                token=Place(),
            )
        )

    @Slot(object)
    def _on_web_requested(self, target: WebTarget) -> None:
        confined = self._speakers.dialogs.confined
        self._bar.show_message(
            Message(
                self.tr("This leads out of the reader, to {url}").format(
                    url=target.url
                ),
                action="" if confined else self.tr("Open in my browser"),
                token=target,
            )
        )

    @Slot(object)
    def _on_action(self, token: object) -> None:
        if isinstance(token, Undo):
            self._speakers.undoing.take_back(token)
        elif isinstance(token, Place):
            self._speakers.desk.to_top()
            self.went_to_page.emit()
        elif isinstance(token, WayBack):
            self._speakers.desk.back()
            self.went_to_page.emit()
        elif isinstance(token, WebTarget):
            self._speakers.dialogs.open_web(token.url)
