"""Pages for the person's own browser, in a folder that nobody else may read."""

import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLockFile, QObject, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget

from reader.handout.html import render_html
from reader.library.store import Library
from reader.model.errors import KnownError
from reader.model.topic import Topic
from reader.ui.keeping import Keeper
from reader.ui.messages import Message, message_for
from reader.ui.tasks import Answer, Worker

_PREFIX = "evidence-reader-pages-"
_LOCK = "in-use"


class OurFolder:
    """A folder for files that go when the program ends.

    While it is used it is locked, so that another start of the program takes away
    only what was left by one that broke off.
    """

    def __init__(self) -> None:
        """Make the folder; only this person may look into it.

        Raises:
            KnownError: It cannot be made.
        """
        try:
            self.path = Path(tempfile.mkdtemp(prefix=_PREFIX))
        except OSError as error:
            raise _no_room(error) from error
        self._lock = _lock_of(self.path)
        self._lock.tryLock(0)

    def remove(self) -> None:
        """Take the folder and all that is in it away."""
        self._lock.unlock()
        shutil.rmtree(self.path, ignore_errors=True)


def remove_leftovers() -> None:
    """Take away the folders of windows that are gone and left theirs behind."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        if not _is_ours(folder):
            continue
        lock = _lock_of(folder)
        if lock.tryLock(0):
            lock.unlock()
            shutil.rmtree(folder, ignore_errors=True)


@dataclass(frozen=True, slots=True)
class WritePage:
    """Writes a page; a job for the worker that has the library.

    Attributes:
        topic: What the page shows.
        folder: Where it goes.
    """

    topic: Topic
    folder: Path

    def __call__(self, library: Library) -> Path:
        """Write the page.

        Raises:
            KnownError: It cannot be written.
        """
        path = self.folder / f"{self.topic.slug}.html"
        page = render_html(self.topic, library.picture)
        try:
            path.write_text(page, encoding="utf-8", newline="\n")
        except OSError as error:
            raise _no_room(error) from error
        return path


class BrowserCopies(QObject):
    """Shows pages in the person's own browser.

    Signals:
        said: A `Message`.
    """

    said = Signal(object)

    def __init__(
        self, worker: Worker[Library], keeper: Keeper, window: QWidget
    ) -> None:
        super().__init__(window)
        self._window = window
        self._worker = worker
        self._keeper = keeper
        self._folder: OurFolder | None = None
        self._topic: Topic | None = None
        self._job = 0
        worker.answered.connect(self._on_answered)

    def show_topic(self, topic: Topic) -> None:
        """Show a page in the browser; ask first where no trace is to be left."""
        self._topic = topic
        if self._keeper.traceless:
            self._ask(topic)
        else:
            self._write()

    def close(self) -> None:
        """Take away what was written."""
        if self._folder is not None:
            self._folder.remove()
            self._folder = None

    def _ask(self, topic: Topic) -> None:
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Open in your browser?"))
        text = self.tr("For this, “{title}” is written into a file on this computer.")
        box.setText(text.format(title=topic.title))
        box.setInformativeText(
            self.tr(
                "The file goes when you close the reader. But your browser may "
                "remember in its own history that you opened it."
            )
        )
        accept = box.addButton(self.tr("Open it"), QMessageBox.ButtonRole.AcceptRole)
        leave = box.addButton(
            self.tr("Do not open it"), QMessageBox.ButtonRole.RejectRole
        )
        box.setDefaultButton(leave)
        box.setEscapeButton(leave)
        accept.clicked.connect(self._write)
        box.open()

    @Slot()
    def _write(self) -> None:
        if self._topic is None:
            return
        try:
            self._folder = self._folder or OurFolder()
        except KnownError as error:
            self.said.emit(message_for(error))
            return
        self._job = self._worker.run(WritePage(self._topic, self._folder.path))

    @Slot(object)
    def _on_answered(self, answer: Answer) -> None:
        if answer.number != self._job or answer.lane:
            return
        if answer.error is not None:
            self.said.emit(message_for(answer.error))
        elif isinstance(answer.value, Path):
            self._open(answer.value)

    def _open(self, path: Path) -> None:
        if QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.said.emit(Message(self.tr("The page is open in your browser too.")))
            return
        self.said.emit(
            Message(
                self.tr("No browser could be opened."),
                self.tr("Choose a browser in the settings of your computer."),
            )
        )


def _lock_of(folder: Path) -> QLockFile:
    lock = QLockFile(str(folder / _LOCK))
    # Never for its age alone: a window may stay open for days.
    lock.setStaleLockTime(0)
    return lock


def _is_ours(folder: Path) -> bool:
    """Whether this person made it; others may leave what they like beside it."""
    try:
        known = folder.lstat()
    except OSError:
        return False
    if hasattr(os, "getuid") and known.st_uid != os.getuid():
        return False
    return folder.is_dir() and not folder.is_symlink()


def _no_room(error: OSError) -> KnownError:
    message = QCoreApplication.translate(
        "BrowserCopies", "The page cannot be written for your browser ({reason})."
    )
    advice = QCoreApplication.translate(
        "BrowserCopies", "See that there is room on the disk, then try again."
    )
    return KnownError(message.format(reason=error.strerror), advice)
