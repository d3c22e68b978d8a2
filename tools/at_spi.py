"""Reads the real window as a screen reader of Linux does: over AT-SPI.

    dbus-run-session -- python3 tools/at_spi.py .venv/bin/evidence-reader

It opens the program on a display of its own (Xvfb), types into it (xdotool), and
asks for what a screen reader would ask for. It needs the system's own Python with
its bindings to AT-SPI; CONTRIBUTING.md names the packages. It fails where a name, a
word of the page or an announcement that is expected is missing.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib

SLUG, TITLE = "amyotrophic-lateral-sclerosis", "Amyotrophic lateral sclerosis (ALS)"
PATIENCE = 20.0  # seconds for anything to appear
_DEEPEST = 14
_NAMED = frozenset(
    {"button", "check box", "text", "combo box", "list", "tree", "table"}
)
_SCREEN = "1300x900x24"


@dataclass
class Ear:
    """Hears what the program has a screen reader say."""

    said: list[str] = field(default_factory=list)

    def listen(self) -> None:
        """Begin."""
        self._listener = Atspi.EventListener.new(self._hear)
        self._listener.register("object:announcement")

    def _hear(self, event: Atspi.Event) -> None:
        self.said.append(str(event.any_data))


@dataclass
class Reader:
    """The program as it is told over AT-SPI, and what was missing in it."""

    program: int
    ear: Ear
    missing: list[str] = field(default_factory=list)

    def root(self) -> Atspi.Accessible | None:
        """The program itself, once it is on the bus."""
        desktop = Atspi.get_desktop(0)
        for number in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(number)
            if child is not None and child.get_process_id() == self.program:
                return child
        return None

    def find(self, role: str, name: str) -> Atspi.Accessible | None:
        """What is seen now with a role, and a name that begins so."""
        root = self.root()
        if root is None:
            return None
        for node in _walk(root):
            if _role(node) == role and node.get_name().startswith(name):
                return node
        return None

    def expect(self, role: str, name: str) -> None:
        """Look for a role and a name until patience ends."""
        self._note(f"{role} “{name}”", lambda: self.find(role, name) is not None)

    def expect_words(self, role: str, name: str, words: str) -> None:
        """Look for words in the text of something."""

        def has_words() -> bool:
            found = self.find(role, name)
            return found is not None and words in _text(found)

        self._note(f"{role} “{name}” has “{words}”", has_words)

    def expect_children(self, role: str, name: str, first: str) -> None:
        """Look for an entry of a list that begins so."""

        def has_child() -> bool:
            found = self.find(role, name)
            return found is not None and any(
                child.get_name().startswith(first) for child in _children(found)
            )

        self._note(f"{role} “{name}” lists “{first}…”", has_child)

    def expect_said(self, words: str) -> None:
        """Wait until something was announced that begins so."""
        self._note(
            f"said “{words}…”",
            lambda: any(said.startswith(words) for said in self.ear.said),
        )

    def expect_focus(self, role: str, name: str) -> None:
        """Wait until something has the focus."""

        def has_focus() -> bool:
            found = self.find(role, name)
            return found is not None and found.get_state_set().contains(
                Atspi.StateType.FOCUSED
            )

        self._note(f"the focus is on the {role} “{name}”", has_focus)

    def expect_names(self) -> None:
        """See that nothing which can be pressed or written into is without a name."""
        root = self.root()
        nameless = [
            _role(node)
            for node in (_walk(root) if root is not None else ())
            if _role(node) in _NAMED and not node.get_name()
        ]
        self._note(f"names of everything, but for {nameless}", lambda: not nameless)

    def _note(self, what: str, is_there: Callable[[], bool]) -> None:
        there = _wait(is_there)
        print("there  " if there else "MISSING", what)
        if not there:
            self.missing.append(what)


def _wait(is_there: Callable[[], bool]) -> bool:
    """Ask again and again, and hear events between."""
    end = time.monotonic() + PATIENCE
    context = GLib.MainContext.default()
    while time.monotonic() < end:
        while context.iteration(may_block=False):
            pass
        try:
            if is_there():
                return True
        except GLib.Error:
            pass  # what was looked at has gone meanwhile
        time.sleep(0.1)
    return False


def _walk(node: Atspi.Accessible, depth: int = 0) -> Iterator[Atspi.Accessible]:
    if depth and not node.get_state_set().contains(Atspi.StateType.VISIBLE):
        return
    yield node
    if depth < _DEEPEST:
        for child in _children(node):
            yield from _walk(child, depth + 1)


def _role(node: Atspi.Accessible) -> str:
    """The name of a role, which newer libraries have shortened."""
    return str(node.get_role_name()).removeprefix("push ")


def _children(node: Atspi.Accessible) -> Iterator[Atspi.Accessible]:
    for number in range(min(node.get_child_count(), 60)):
        child = node.get_child_at_index(number)
        if child is not None:
            yield child


def _text(node: Atspi.Accessible) -> str:
    if "Text" not in node.get_interfaces():
        return ""
    return str(Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node)))


def _keys(*keys: str) -> None:
    subprocess.run(["xdotool", "key", "--delay", "60", *keys], check=True)


def _type(words: str) -> None:
    subprocess.run(["xdotool", "type", "--delay", "60", words], check=True)


@contextmanager
def _display() -> Iterator[None]:
    """A screen that nobody sees, for as long as it is wanted."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", _SCREEN]
    with subprocess.Popen(
        [*command, "-nolisten", "tcp"], pass_fds=[write], stderr=subprocess.DEVNULL
    ) as screen:
        os.close(write)
        with os.fdopen(read) as number:
            os.environ["DISPLAY"] = f":{number.readline().strip()}"
        yield
        screen.terminate()


@contextmanager
def _program(command: Path, home: str) -> Iterator[int]:
    os.environ.update(
        EVIDENCE_READER_HOME=home,
        QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1",
        QT_QPA_PLATFORM="xcb",
        LC_ALL="C.UTF-8",
    )
    with subprocess.Popen([command]) as started:
        yield started.pid
        started.terminate()


def _focus_window(program: int) -> bool:
    """Give the window the keys, since there is no window manager to do it."""
    pid = str(program)
    search = ["xdotool", "search", "--onlyvisible", "--pid", pid]
    found = subprocess.run(search, capture_output=True, text=True, check=False)
    windows = found.stdout.split()
    if windows:
        subprocess.run(["xdotool", "windowfocus", windows[-1]], check=True)
    return bool(windows)


def read_start(reader: Reader) -> None:
    """The start page and the frame."""
    reader.expect("frame", "Evidence Reader")
    reader.expect("text", "Search")
    reader.expect_focus("text", "Search")
    for name in ("Smaller text", "Larger text", "Colours", "More"):
        reader.expect("button", name)
    reader.expect("check box", "By body system")
    reader.expect("tree", "Topics by body system")
    reader.expect("button", "Brain and nerves. Pages:")


def read_search(reader: Reader) -> None:
    """The results, and the way to the first of them."""
    _type("amyotrophic")
    reader.expect_children("list", "Search results", TITLE)
    reader.expect_said("Results: ")
    reader.expect("combo box", "All systems")
    _keys("Return")
    reader.expect_said(f"Opened: {TITLE}")


def read_topic(reader: Reader) -> None:
    """The page, its headings, its badges and the bar above it."""
    reader.expect("frame", TITLE)
    for words in ("The short version", "Riluzole", "Sources"):
        reader.expect_words("label", TITLE, words)
    reader.expect_focus("label", TITLE)
    for heading in ("The short version, heading level 2", "What is ALS?"):
        reader.expect_children("list", "On this page", heading)
    for name in ("Back", "Start page", "Print", "Save as PDF"):
        reader.expect("button", name)
    reader.expect("check box", "Bookmark")
    _keys("ctrl+Down")
    reader.expect_said("Heading level 2, ")


def read_badge(reader: Reader) -> None:
    """Why a badge is as it is, from the keyboard."""
    _keys("ctrl+period", "Return")
    reader.expect("filler", "Why this badge?")
    reader.expect("button", "Next badge")
    reader.expect_focus("label", "Riluzole")
    _keys("Escape")
    reader.expect_focus("label", TITLE)
    _keys("ctrl+d")
    reader.expect_said("Added to your bookmarks.")


def read_dialog(reader: Reader) -> None:
    """A dialog, and the way back from it."""
    _keys("F1")
    reader.expect("dialog", "Keyboard shortcuts")
    reader.expect("table", "Keyboard shortcuts")
    _keys("Escape")
    _focus_window(reader.program)
    reader.expect_focus("label", TITLE)


def main() -> int:
    """Read all screens.

    Returns:
        The exit code: 1 where something expected is missing.
    """
    command = Path(sys.argv[1]).resolve()
    with ExitStack() as stack:
        home = stack.enter_context(tempfile.TemporaryDirectory())
        stack.enter_context(_display())
        ear = Ear()
        Atspi.init()
        ear.listen()
        program = stack.enter_context(_program(command, home))
        reader = Reader(program, ear)
        if not _wait(lambda: reader.root() is not None and _focus_window(program)):
            print("MISSING the program on the bus")
            return 1
        for part in (read_start, read_search, read_topic, read_badge, read_dialog):
            part(reader)
            reader.expect_names()
        for missing in reader.missing:
            print(f"missing: {missing}", file=sys.stderr)
    return int(bool(reader.missing))


if __name__ == "__main__":
    sys.exit(main())
