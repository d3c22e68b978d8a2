"""Says the sentences of a page one after the other, on a thread of its own."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from reader.speech.voice import USUAL_SPEED, Utterance, Voice
from reader.ui.tasks import Answer, Worker

if TYPE_CHECKING:
    from reader.speech.sentences import Sentence

_LOOK = "look"


class State(Enum):
    """What the queue does."""

    IDLE = auto()
    SPEAKING = auto()
    PAUSED = auto()


@dataclass(frozen=True, slots=True)
class _Say:
    utterance: Utterance

    def __call__(self, voice: Voice) -> None:
        voice.say(self.utterance)


class ReadingQueue(QObject):
    """Plays, pauses, skips. A pause begins the sentence again, as tools have none."""

    voice_found = Signal(bool)
    state_changed = Signal(object)  # State
    sentence_begun = Signal(int)  # its number
    finished = Signal()  # the last sentence was said
    failed = Signal(object)  # ReaderError

    def __init__(self, find_voice: Callable[[], Voice], parent: QObject) -> None:
        """Look for no voice yet.

        Args:
            find_voice: Finds the voice, away from the thread of the window; raises
                NotFoundError where there is none.
            parent: Keeps the queue; `close` has to be called before it goes.
        """
        super().__init__(parent)
        self._worker = Worker[Voice](find_voice, "the voice")
        self._worker.answered.connect(self._on_answered)
        self._sentences: Sequence[Sentence] = ()
        self._at = 0
        self._speed = USUAL_SPEED
        self._job = 0
        self._utterance: Utterance | None = None
        self.state = State.IDLE

    def look(self) -> None:
        """Look for a voice; `voice_found` says whether there is one."""
        self._worker.ask(_LOOK, _is_there)

    def begin(self, sentences: "Sequence[Sentence]", at: int, speed: int) -> None:
        """Read sentences from one of them on.

        Args:
            sentences: The sentences of the page, at least one.
            at: The number of the first to be said.
            speed: In per cent.
        """
        self._sentences = sentences
        self._speed = speed
        self._say(at)

    def pause(self) -> None:
        """Be silent, and know where to go on."""
        if self.state is State.SPEAKING:
            self._silence()
            self._enter(State.PAUSED)

    def resume(self) -> None:
        """Say the sentence again that was cut short, and go on."""
        if self.state is State.PAUSED:
            self._say(self._at)

    def skip(self, step: int) -> None:
        """Go some sentences on, or back; what is paused stays paused."""
        if self.state is State.IDLE:
            return
        at = min(max(0, self._at + step), len(self._sentences) - 1)
        if self.state is State.SPEAKING:
            self._say(at)
        else:
            self._at = at
            self.sentence_begun.emit(at)

    def set_speed(self, percent: int) -> None:
        """Use another speed from now on; the sentence under way begins again."""
        self._speed = percent
        if self.state is State.SPEAKING:
            self._say(self._at)

    def stop(self) -> None:
        """Be silent, and forget what was read."""
        self._silence()
        self._sentences = ()
        self._enter(State.IDLE)

    def close(self) -> None:
        """Be silent for good; nothing goes on talking after this."""
        self.stop()
        self._worker.close()

    def _say(self, at: int) -> None:
        self._silence()
        self._at = at
        self._utterance = Utterance(self._sentences[at].said, self._speed)
        self._job = self._worker.run(_Say(self._utterance))
        self._enter(State.SPEAKING)
        self.sentence_begun.emit(at)

    def _silence(self) -> None:
        if self._utterance is not None:
            self._worker.cancel(self._job)
            self._utterance.stop()
            self._utterance = None

    def _enter(self, state: State) -> None:
        if state is not self.state:
            self.state = state
            self.state_changed.emit(state)

    @Slot(object)
    def _on_answered(self, answer: Answer) -> None:
        if answer.lane == _LOOK:
            self.voice_found.emit(answer.error is None)
        elif answer.number == self._job and self.state is State.SPEAKING:
            self._utterance = None
            self._go_on(answer)

    def _go_on(self, answer: Answer) -> None:
        if answer.error is not None:
            self.stop()
            self.failed.emit(answer.error)
        elif self._at + 1 < len(self._sentences):
            self._say(self._at + 1)
        else:
            self.stop()
            self.finished.emit()


def _is_there(voice: Voice) -> bool:
    del voice
    return True
