"""Lays the handout out anew whenever a choice changes, and draws what is in sight."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from reader.handout.options import HandoutOptions
from reader.library.store import Library
from reader.ui.handout_jobs import (
    Drawn,
    DrawPages,
    LookUp,
    Made,
    MakeHandout,
    TopicsAtHand,
)
from reader.ui.tasks import Answer, Worker

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtCore import QSize

    from reader.model.topic import Topic

LANE = "handout"
PICTURES = "handout-pictures"
MOST_SHOWN = 10
"""Topics that the preview lays out; of a longer list it shows the first one."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the handout shall be."""

    slugs: tuple[str, ...]
    options: HandoutOptions


class HandoutMaker(QObject):
    """Asks the worker for pages; the newest wish wins.

    Signals:
        made: A `Made`; where it has fewer topics than were wanted, the whole follows,
            or is made when it is printed or saved.
        drawn: Pictures by page.
        found: The `TopicLine`s that were looked up.
        failed: A `ReaderError`.
    """

    made = Signal(object)
    drawn = Signal(object)
    found = Signal(object)
    failed = Signal(object)

    def __init__(
        self, worker: Worker[Library], topics: "Sequence[Topic]", parent: QObject
    ) -> None:
        super().__init__(parent)
        self._worker = worker
        self.at_hand = TopicsAtHand(topics)
        self._wanted = Wanted((), HandoutOptions())
        self._made: Made | None = None
        self._made_for: Wanted | None = None
        self._asked: Wanted | None = None
        self._look_ups: set[int] = set()
        self._pages_of_first = 0
        self.page_in_sight = 0
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._ask)
        self._held = False
        worker.answered.connect(self._on_answered)

    @property
    def pdf(self) -> bytes:
        """What is shown; empty while there is nothing."""
        return self._made.pdf if self._made is not None else b""

    @property
    def whole(self) -> Made | None:
        """The whole of what is wanted, if it is laid out."""
        return self._made if self._made_for == self._wanted else None

    @property
    def wanted(self) -> Wanted:
        """What was wanted last."""
        return self._wanted

    def whole_job(self, go_on: "Callable[[int, int], bool]") -> MakeHandout:
        """Lays out the whole of what is wanted."""
        wanted = self._wanted
        return MakeHandout(self.at_hand, wanted.slugs, wanted.options, go_on)

    def hold(self) -> None:
        """Lay nothing out before `begin`."""
        self._held = True

    def begin(self) -> None:
        """Lay out what is wanted by now."""
        if self._held:
            self._held = False
            self._ask()

    def want(self, wanted: Wanted) -> None:
        """Lay this out.

        Letters need no pause: while one wish is laid out, the newest alone waits.
        """
        if wanted == self._wanted:
            return
        self._wanted = wanted
        if wanted.slugs:
            self._soon.start(0)
        else:
            self._soon.stop()
            self._worker.forget(LANE)
            self._made = self._made_for = None

    def look_up(self, slugs: tuple[str, ...]) -> None:
        """Read the lines of topics."""
        if slugs:
            self._look_ups.add(self._worker.run(LookUp(self.at_hand, slugs)))

    def again(self) -> None:
        """Try once more what failed."""
        self._soon.start(0)

    @Slot(object)
    def draw(self, sizes: "Mapping[int, QSize]") -> None:
        """Draw pages, each in a size in pixels."""
        if self._made is not None:
            self._worker.ask(PICTURES, DrawPages(self._made.pdf, sizes))

    def close(self) -> None:
        """Want nothing more."""
        self._soon.stop()
        self._worker.forget(LANE)
        self._worker.forget(PICTURES)
        for number in self._look_ups:
            self._worker.cancel(number)
        self._worker.answered.disconnect(self._on_answered)

    @Slot()
    def _ask(self) -> None:
        """Ask for the whole; of several topics at first for one, to be seen at once."""
        slugs = self._wanted.slugs
        if self._held or not slugs:
            return
        # Who looks at a later topic keeps what there is until the whole is there.
        first = self._made is None or self.page_in_sight < self._pages_of_first
        self._ask_for(slugs[:1] if first or len(slugs) > MOST_SHOWN else slugs)

    def _ask_for(self, slugs: tuple[str, ...]) -> None:
        self._asked = Wanted(slugs, self._wanted.options)
        self._worker.ask(LANE, MakeHandout(self.at_hand, slugs, self._wanted.options))

    @Slot(object)
    def _on_answered(self, answer: Answer) -> None:
        if answer.lane == LANE:
            self._on_made(answer)
        elif answer.lane == PICTURES:
            if isinstance(answer.value, Drawn) and answer.value.pdf is self.pdf:
                self.drawn.emit(answer.value.sheets)
        elif not answer.lane and answer.number in self._look_ups:
            self._look_ups.discard(answer.number)
            if answer.error is None:
                self.found.emit(answer.value)
        else:
            return
        if answer.error is not None:
            self.failed.emit(answer.error)

    def _on_made(self, answer: Answer) -> None:
        if not isinstance(answer.value, Made):
            return
        self._made, self._made_for = answer.value, self._asked
        if answer.value.topics == 1:
            self._pages_of_first = len(answer.value.sizes)
        self.made.emit(answer.value)
        slugs = self._wanted.slugs
        if self._made_for != self._wanted and len(slugs) <= MOST_SHOWN:
            self._ask_for(slugs)
