"""The handout on its way to a printer or a file, and what came of it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from reader.handout.options import Paper
from reader.library.store import Library
from reader.ui.handout_jobs import Made, SaveHandout
from reader.ui.handout_maker import HandoutMaker
from reader.ui.handout_progress import Progress
from reader.ui.print_wish import PrintWish
from reader.ui.tasks import Answer, Worker

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from reader.model.errors import ReaderError

    Target = PrintWish | QPrinter | Path


class Work(Enum):
    """What is done now."""

    NOTHING = 0
    LAYING_OUT = 1
    PRINTING = 2
    SAVING = 3


@dataclass(frozen=True, slots=True)
class Done:
    """It is printed or saved.

    Attributes:
        value: A `Sent` or a `Path`.
        slugs: The topics.
        paper: What the pages were made for.
        pages: How many there are.
        copies: How many.
    """

    value: object
    slugs: tuple[str, ...]
    paper: Paper = Paper.A4
    pages: int = 0
    copies: int = 1


class Sender(QObject):
    """Prints or saves the whole handout, one time after another.

    What could not be sent is kept, byte for byte, until it is sent or all is closed.

    Signals:
        began: A `Work`.
        moved: A `Step`.
        done: A `Done`.
        failed: A `ReaderError`; `again` tries once more.
        stopped: The person wanted no more of it.
    """

    began = Signal(object)
    moved = Signal(object)
    done = Signal(object)
    failed = Signal(object)
    stopped = Signal()

    def __init__(
        self, worker: Worker[Library], maker: HandoutMaker, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._worker = worker
        self._maker = maker
        self._job = 0
        self._work = Work.NOTHING
        self._progress: Progress | None = None
        self._target: Target | None = None
        self._wanted = maker.wanted
        self._made: Made | None = None
        self.unsent = False
        """Whether something that was to be sent was not."""
        worker.answered.connect(self._on_answered)

    @property
    def busy(self) -> bool:
        """Whether something is on its way."""
        return bool(self._job)

    def send(self, target: "Target") -> None:
        """Print or save what is wanted now; it is laid out first if need be."""
        if self.busy:
            return
        self._target = target
        self._wanted = self._maker.wanted
        self._made = self._maker.whole
        self._go_on()

    @Slot()
    def again(self) -> None:
        """Try once more what failed, with the very same pages."""
        if not self.busy and self._target is not None:
            self._go_on()

    @Slot()
    def stop(self) -> None:
        """Stop what is on its way, if it can still be stopped."""
        if self._progress is not None:
            self._progress.stop()
        if self._work is Work.LAYING_OUT:
            self._worker.cancel(self._job)
            self._rest()
            self.stopped.emit()

    def close(self) -> None:
        """Let go of everything."""
        if self._progress is not None:
            self._progress.stop()
        self._worker.cancel(self._job)
        self._worker.answered.disconnect(self._on_answered)
        self._made, self._target = None, None

    def _go_on(self) -> None:
        self._progress = Progress(self)
        self._progress.moved.connect(self.moved)
        if self._made is None:
            self._run(Work.LAYING_OUT, self._maker.whole_job(self._progress))
        else:
            self._dispatch(self._made.pdf, self._progress)

    def _dispatch(self, pdf: bytes, progress: Progress) -> None:
        from reader.ui.printing import PrintAtOnce, PrintHandout

        match self._target:
            case PrintWish() as wish:
                self._run(Work.PRINTING, PrintAtOnce(pdf, wish, progress))
            case Path() as path:
                self._run(Work.SAVING, SaveHandout(pdf, path))
            case None:
                self._rest()
            case printer:
                self._run(Work.PRINTING, PrintHandout(pdf, printer, progress))

    def _run(self, work: Work, job: Callable[[Library], object]) -> None:
        self._work = work
        self._job = self._worker.run(job)
        self.began.emit(work)

    def _rest(self) -> None:
        # The worker may still look at the progress of what was stopped.
        self._job, self._work, self._progress = 0, Work.NOTHING, None

    @Slot(object)
    def _on_answered(self, answer: Answer) -> None:
        if answer.lane or not self._job or answer.number != self._job:
            return
        if answer.error is not None:
            self._fail(answer.error)
        elif isinstance(answer.value, Made):
            self._made = answer.value
            if self._progress is not None:
                self._dispatch(self._made.pdf, self._progress)
        elif answer.value is not None:
            self._end(answer.value)

    def _fail(self, error: "ReaderError") -> None:
        self._rest()
        self.unsent = True
        self.failed.emit(error)

    def _end(self, value: object) -> None:
        was_stopped = self._work is Work.PRINTING and not getattr(value, "pages", 1)
        done = self._done(value)
        self._rest()
        if was_stopped:
            self.stopped.emit()
            return
        self.unsent = False
        self._target, self._made = None, None
        self.done.emit(done)

    def _done(self, value: object) -> Done:
        made, options = self._made, self._wanted.options
        pages = len(made.sizes) if made is not None else 0
        return Done(
            value, self._wanted.slugs, options.paper, pages, _copies(self._target)
        )


def _copies(target: "Target | None") -> int:
    """How many copies are printed."""
    match target:
        case None | Path():
            return 1
        case PrintWish():
            return target.copies
        case _:
            return target.copyCount()
