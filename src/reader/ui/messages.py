"""Says things to a person without getting in the way: a bar above the page."""

import re

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from reader.model.errors import KnownError, ReaderError
from reader.model.frozen import dataclass
from reader.ui.announce import announce

# At the beginning of a word, which can be in quotation marks or brackets.
_PATH = re.compile(r"(?<![^\s“„«'\"(\[])(?:/|[A-Za-z]:\\|\\\\)\S+")
_PART = re.compile(r"[/\\]+")


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence for the bar.

    Attributes:
        text: What happened.
        advice: What to do next; may be empty.
        action: The words of a button; "" for none.
        token: What the button is about; handed back when it is pressed.
        lasting: It stays until it is dismissed, not only until another page opens.
    """

    text: str
    advice: str = ""
    action: str = ""
    token: object = None
    lasting: bool = False


def message_for(error: ReaderError) -> Message:
    """Put a failure into words: its own, or an apology for a mistake of ours."""
    if isinstance(error, KnownError):
        from reader.ui.error_words import in_own_words

        text, advice = in_own_words(error.message), in_own_words(error.advice)
        return Message(text, advice, lasting=True)
    return Message(
        QCoreApplication.translate(
            "messages", "Something went wrong in the program. That is our mistake."
        ),
        QCoreApplication.translate(
            "messages", "You can go on reading. The log file says more."
        ),
        lasting=True,
    )


def _breakable(words: str) -> str:
    """Words in which a long path can go on in a next line after each part."""
    return _PATH.sub(_with_breaks, words)


def _with_breaks(path: re.Match[str]) -> str:
    return _PART.sub("\\g<0>\u200b", path[0])


class MessageBar(QFrame):
    """Shows one message at a time; the newest takes the place of the one before."""

    action_requested = Signal(object)  # the message's token
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._message: Message | None = None
        self.setObjectName("message-bar")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._label = QLabel(self)
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self._action = QPushButton(self)
        self._close = QPushButton(self.tr("Dismiss"), self)
        self._close.setAccessibleName(self.tr("Dismiss this message"))
        layout = QHBoxLayout(self)
        layout.addWidget(self._label, 1)
        layout.addWidget(self._action)
        layout.addWidget(self._close)
        self._action.clicked.connect(self._on_action_clicked)
        self._close.clicked.connect(self.dismiss)
        self.hide()

    @property
    def message(self) -> Message | None:
        """What is shown now."""
        return self._message

    def show_message(self, message: Message) -> None:
        """Show a message and have it said aloud; the focus stays where it is."""
        self._message = message
        words = f"{message.text} {message.advice}".strip()
        self._label.setText(_breakable(words))
        self._label.setAccessibleName(words)
        self._action.setText(message.action)
        self._action.setVisible(bool(message.action))
        self.show()
        announce(self, words)

    def page_changed(self) -> None:
        """Take away a message that was about the page before."""
        if self._message is not None and not self._message.lasting:
            self.dismiss()

    def press_action(self) -> None:
        """Do what the button of the message does, if it has one."""
        if self._message is not None and self._message.action:
            self._on_action_clicked()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape dismisses; the rest is Qt's."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    @Slot()
    def dismiss(self) -> None:
        """Take the message away."""
        had_focus = self._action.hasFocus() or self._close.hasFocus()
        self._message = None
        self.hide()
        if had_focus:
            self.closed.emit()

    @Slot()
    def _on_action_clicked(self) -> None:
        message = self._message
        if message is not None:
            self.dismiss()
            self.action_requested.emit(message.token)
