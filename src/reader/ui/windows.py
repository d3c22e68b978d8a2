"""Several windows of one program: each on its own, all of one mind.

Each window has its own worker on the notebook and on the library, as two programs
would, so none can take the other's answers. What must not differ between windows
that one person looks at is passed on: how they look, and whether a trace is left.
"""

from collections.abc import Callable
from contextlib import ExitStack

from PySide6.QtCore import QObject, QPoint, QSize, Slot

from reader.model.errors import KnownError, ReaderError
from reader.model.topic import Topic
from reader.ui.navigation import Place
from reader.ui.window import MainWindow

Maker = Callable[[ExitStack, MainWindow], MainWindow]
"""Makes a window like another one; the stack closes what it works with."""

_STEP = QPoint(36, 36)  # pixels from one window to the next


class Windows(QObject):
    """All windows that are open; makes new ones, lets go of closed ones."""

    def __init__(self, make: Maker, find_topic: Callable[[str], Topic]) -> None:
        """Begin with none.

        Args:
            make: Makes a window.
            find_topic: Reads a topic; raises KnownError where it cannot.
        """
        super().__init__()
        self._make = make
        self._find_topic = find_topic
        self._members: list[_Member] = []

    @property
    def open(self) -> tuple[MainWindow, ...]:
        """The windows, the oldest first."""
        return tuple([member.window for member in self._members])

    def adopt(self, window: MainWindow, stack: ExitStack) -> None:
        """Take a window in, and what is to be closed after it."""
        self._members.append(_Member(window, stack, self))

    def open_beside(self, window: MainWindow, place: Place) -> MainWindow | None:
        """Open a place in a new window; None where there is no such page."""
        try:
            topic = self._find_topic(place.slug) if place.slug else None
        except KnownError as error:
            window.report(error)
            return None
        stack = ExitStack()
        made = self._make(stack, window)
        self.adopt(made, stack)
        made.resize(_size(window))
        made.splitter.restoreState(window.splitter.saveState())
        made.move(_spot(window, made.size()))
        made.begin(place, topic)
        made.show()
        made.activateWindow()
        if topic is not None:
            made.view.setFocus()
        return made

    @Slot(object)
    def report(self, error: ReaderError) -> None:
        """Say in the window that is used now that something failed."""
        used = [window for window in self.open if window.isActiveWindow()]
        (used or self.open)[-1].report(error)

    def close(self) -> None:
        """Close what the windows work with, when the program ends."""
        for member in self._members:
            member.stack.close()

    def others(self, window: MainWindow) -> tuple[MainWindow, ...]:
        """All windows but one."""
        return tuple([each for each in self.open if each is not window])

    def let_go(self, member: "_Member") -> None:
        """A window is closed; the last one stays for whoever made the first."""
        if len(self._members) == 1:
            return
        self._members.remove(member)
        member.stack.close()
        member.window.deleteLater()
        member.window.keeper.deleteLater()  # else it would go on following the colours
        member.deleteLater()


class _Member(QObject):
    """One window among others, and what it passes on to them."""

    def __init__(self, window: MainWindow, stack: ExitStack, windows: Windows) -> None:
        super().__init__()
        self.window = window
        self.stack = stack
        self._windows = windows
        window.doors.wanted.connect(self._on_wanted)
        window.closed.connect(self._on_closed)
        window.appearance.changed.connect(self._on_looks)
        window.no_trace.changed.connect(self._on_trace)
        window.keeper.shelf_changed.connect(self._on_kept)
        window.keeper.history_changed.connect(self._on_kept)

    @Slot(object)
    def _on_wanted(self, place: Place) -> None:
        self._windows.open_beside(self.window, place)

    @Slot()
    def _on_closed(self) -> None:
        self._windows.let_go(self)

    @Slot()
    def _on_looks(self) -> None:
        for other in self._windows.others(self.window):
            other.appearance.adopt(self.window.keeper.settings)

    @Slot(bool)
    def _on_trace(self, traceless: bool) -> None:  # noqa: FBT001 - Qt's signal
        for other in self._windows.others(self.window):
            other.no_trace.follow(traceless=traceless)

    @Slot()
    def _on_kept(self) -> None:
        """Have the others look; each reads anew only if something was written."""
        for other in self._windows.others(self.window):
            other.keeper.look_elsewhere()


def _size(window: MainWindow) -> QSize:
    filling = window.isMaximized() or window.isFullScreen()
    return window.normalGeometry().size() if filling else window.size()


def _spot(window: MainWindow, size: QSize) -> QPoint:
    """A little further down and right, or the corner where it would not fit."""
    room = window.screen().availableGeometry()
    spot = window.pos() + _STEP
    fits = (
        spot.x() + size.width() <= room.right()
        and spot.y() + size.height() <= room.bottom()
    )
    return spot if fits else room.topLeft()
