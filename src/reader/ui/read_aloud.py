"""Reading aloud in the window: the actions, the bar and the mark in the page."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from reader.model.topic import Topic
from reader.notebook.settings import READING_SPEEDS
from reader.ui.actions import Actions
from reader.ui.announce import announce
from reader.ui.appearance import Appearance
from reader.ui.keeping import Keeper
from reader.ui.speech_bar import SpeechBar
from reader.ui.topic_view import TopicView

if TYPE_CHECKING:
    from reader.speech.voice import Voice
    from reader.ui.reading_mark import ReadingMark
    from reader.ui.reading_queue import ReadingQueue, State

_SETTLED = 500  # milliseconds after the first page, which nothing shall hold up
_WHEN_THERE_IS_A_PAGE = ("read-aloud", "read-here")
_WHILE_READING = ("stop-reading", "read-slower", "read-faster")


class ReadAloud(QObject):
    """Reads the open page aloud where the computer has a voice.

    A voice is looked for when the first page has been opened, away from the thread of
    the window. Until one is found there is no action, no key and no button.
    """

    failed = Signal(object)  # ReaderError
    left = Signal()  # the bar had the focus and is gone

    def __init__(
        self,
        actions: Actions,
        view: TopicView,
        keeper: Keeper,
        appearance: Appearance,
        bar: SpeechBar,
    ) -> None:
        super().__init__(bar)
        self._actions = actions
        self._view = view
        self._keeper = keeper
        self._appearance = appearance
        self.bar = bar
        self._topic: Topic | None = None
        self._queue: ReadingQueue | None = None
        self._mark: ReadingMark | None = None
        for name, slot in {
            "read-aloud": self.toggle,
            "read-here": self.read_from_here,
            "stop-reading": self.stop,
            "read-slower": self.slower,
            "read-faster": self.faster,
        }.items():
            actions[name].setVisible(False)
            actions[name].triggered.connect(slot)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)

    # What the window says.

    def turn_to(self, topic: Topic | None) -> None:
        """Another page was opened, or the start page; what was read stops."""
        if topic is not self._topic:
            self.stop()
            self._topic = topic
        for name in _WHEN_THERE_IS_A_PAGE:
            self._actions[name].setEnabled(topic is not None)
        if topic is not None and self._queue is None:
            self._timer.start(_SETTLED)

    def close(self) -> None:
        """Be silent for good, since the window closes."""
        self._timer.stop()
        if self._queue is not None:
            self._queue.close()

    # What a person can do.

    @Slot()
    def toggle(self) -> None:
        """Read the page from its beginning; while it is read, pause or go on."""
        if self._queue is None:
            return
        if not self._is_reading:
            self._begin(from_here=False)
        elif self._is_speaking:
            self._queue.pause()
        else:
            self._queue.resume()

    @Slot()
    def read_from_here(self) -> None:
        """Read from where the person is on the page."""
        self._begin(from_here=True)

    @Slot()
    def stop(self) -> None:
        """Stop reading, and take bar and mark away."""
        if self._queue is not None:
            self._queue.stop()

    @Slot()
    def slower(self) -> None:
        """Read a step slower, now and from now on."""
        self._set_speed(max((s for s in READING_SPEEDS if s < self._speed), default=0))

    @Slot()
    def faster(self) -> None:
        """Read a step faster, now and from now on."""
        self._set_speed(min((s for s in READING_SPEEDS if s > self._speed), default=0))

    @Slot()
    def _previous(self) -> None:
        if self._queue is not None:
            self._queue.skip(-1)

    @Slot()
    def _next(self) -> None:
        if self._queue is not None:
            self._queue.skip(1)

    # How it is done.

    @Slot()
    def look(self) -> None:
        """Look for a voice; the actions are there when one is found."""
        from reader.ui.reading_queue import ReadingQueue

        if self._queue is None:
            self._queue = ReadingQueue(_find_voice, self)
            self._queue.voice_found.connect(self._on_voice_found)
            self._queue.look()

    @Slot(bool)
    def _on_voice_found(self, found: bool) -> None:  # noqa: FBT001 - Qt's signal
        if self._queue is None or not found:
            return
        for name in (*_WHEN_THERE_IS_A_PAGE, *_WHILE_READING):
            self._actions[name].setVisible(True)
        for name in _WHILE_READING:
            self._actions[name].setEnabled(False)
        self._queue.state_changed.connect(self._on_state_changed)
        self._queue.sentence_begun.connect(self._on_sentence_begun)
        self._queue.finished.connect(self._on_finished)
        self._queue.failed.connect(self.failed)
        self._view.page_changed.connect(self._on_page_changed)
        self._appearance.changed.connect(self._dress)
        for signal, slot in (
            (self.bar.play_pressed, self.toggle),
            (self.bar.previous_pressed, self._previous),
            (self.bar.next_pressed, self._next),
            (self.bar.slower_pressed, self.slower),
            (self.bar.faster_pressed, self.faster),
            (self.bar.stop_pressed, self.stop),
        ):
            signal.connect(slot)

    @property
    def _is_reading(self) -> bool:
        return self._mark is not None

    @property
    def _is_speaking(self) -> bool:
        from reader.ui.reading_queue import State

        return self._queue is not None and self._queue.state is State.SPEAKING

    @property
    def _speed(self) -> int:
        return self._keeper.settings.reading_speed

    def _begin(self, *, from_here: bool) -> None:
        from reader.ui.reading_mark import ReadingMark
        from reader.ui.spoken_page import spoken_page

        if self._queue is None or self._topic is None:
            return
        sentences = spoken_page(self._topic)
        mark = ReadingMark(self._view)
        mark.begin(sentences)
        at = mark.at_reader() if from_here else 0
        self._mark = mark
        self._hush_other_windows()
        self._dress()
        self._queue.begin(sentences, at, self._speed)

    def _hush_other_windows(self) -> None:
        """Two voices at once would be understood by nobody."""
        for window in QApplication.topLevelWidgets():
            for bar in window.findChildren(SpeechBar):
                if bar is not self.bar and bar.isVisible():
                    bar.button("stop").click()

    def _set_speed(self, percent: int) -> None:
        if percent and self._queue is not None and self._is_reading:
            settings = replace(self._keeper.settings, reading_speed=percent)
            self._keeper.change_settings(settings)
            self._queue.set_speed(percent)
            self._show_speed()

    def _show_speed(self) -> None:
        slowest, *_, fastest = READING_SPEEDS
        self.bar.show_speed(
            self._speed,
            slowest=self._speed == slowest,
            fastest=self._speed == fastest,
        )

    @Slot()
    def _dress(self) -> None:
        if self._mark is not None:
            self._mark.dress(self._appearance.theme)
            self.bar.make()
            self.bar.dress(self._appearance.theme, self._appearance.interface_size)

    @Slot(object)
    def _on_state_changed(self, state: "State") -> None:
        from reader.ui.reading_queue import State

        reading = state is not State.IDLE
        for name in _WHILE_READING:
            self._actions[name].setEnabled(reading)
        if reading:
            self._show_speed()
            self.bar.show_playing(playing=state is State.SPEAKING)
            self.bar.show()
        else:
            self._leave()

    def _leave(self) -> None:
        if self._mark is not None:
            self._mark.clear()
            self._mark = None
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.bar.isAncestorOf(focus)
        self.bar.hide()
        if had_focus:
            self.left.emit()

    @Slot(int)
    def _on_sentence_begun(self, number: int) -> None:
        if self._mark is not None:
            self._mark.show(number)

    @Slot()
    def _on_page_changed(self) -> None:
        if self._mark is not None:
            self._mark.find_again()

    @Slot()
    def _on_finished(self) -> None:
        announce(self._view, self.tr("The page has been read to its end."))


def _find_voice() -> "Voice":
    """Load what finds a voice on the thread that needs it: that takes 20 ms."""
    from reader.speech.finding import find_voice

    return find_voice()
