"""What a fluent user does in each program to get each task done."""

import os
from dataclasses import dataclass
from pathlib import Path

WORDS = "lou gehrig"

# Places in the window of Kiwix, where openbox puts it on a screen of 1280 x 800.
RESULT = (338, 264)
GLASSES = (289, 149)
FIRST_BOOKMARK = (209, 298)


@dataclass(frozen=True)
class Step:
    """One thing that a person does before looking at the screen again.

    Attributes:
        keys: Key presses, in the names of X.
        text: Letters that are typed.
        click: A place on the screen that is clicked.
        clicks: How often.
        starts: Whether the program is started.
        ends: Whether the program is gone afterwards.
        writes: Whether a PDF is complete afterwards.
    """

    keys: tuple[str, ...] = ()
    text: str = ""
    click: tuple[int, int] | None = None
    clicks: int = 1
    starts: bool = False
    ends: bool = False
    writes: bool = False

    @property
    def count(self) -> int:
        """Key presses and clicks; letters count as keys."""
        clicks = self.clicks if self.click else 0
        return len(self.keys) + len(self.text) + clicks


def press(*keys: str) -> Step:
    """Press keys one after the other, then look."""
    return Step(keys=keys)


@dataclass(frozen=True)
class Task:
    """A task and its steps; an untimed one only puts things back."""

    name: str
    steps: tuple[Step, ...]
    timed: bool = True


@dataclass(frozen=True)
class Program:
    """A program and how its tasks are done."""

    name: str
    command: tuple[str, ...]
    tasks: tuple[Task, ...]

    def environment(self, home: Path) -> dict[str, str]:
        """A home of its own, no desktop bus, and what QtWebEngine asks of root."""
        found = {
            "PATH": os.environ["PATH"],
            "DISPLAY": os.environ["DISPLAY"],
            "LC_ALL": "C.UTF-8",
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(home),
            "DBUS_SESSION_BUS_ADDRESS": "disabled:",
        }
        if os.geteuid() == 0:
            found["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
        return found


START = Step(starts=True)
QUIT = Step(keys=("ctrl+q",), ends=True)


def evidence_reader(command: str) -> Program:
    """Evidence Reader, by keys alone."""
    return Program(
        "Evidence Reader",
        (command,),
        (
            Task("start", (START,)),
            Task("find", (press("ctrl+k"), Step(text=WORDS), press("Return"))),
            Task("enlarge", (press(*["ctrl+plus"] * 5),)),
            Task("usual size", (press("ctrl+0"),), timed=False),
            Task("bookmark", (press("ctrl+d"),)),
            Task("quit and start again", (QUIT, START)),
            Task("find the bookmark", (press("ctrl+b"), press("Return"))),
            Task("PDF", (press("ctrl+s"), Step(keys=("Return",), writes=True))),
            Task(
                "dark colours",
                (press("ctrl+comma"), press("Tab", "Down", "Down"), press("Return")),
            ),
            Task("quit", (QUIT,), timed=False),
        ),
    )


def kiwix(archive: Path, *, mouse: bool) -> Program:
    """Kiwix, by keys alone or with a mouse where that is shorter."""
    open_result: tuple[Step, ...] = (press("shift+Tab"), press("Return"))
    bookmark: tuple[Step, ...] = (
        press("Tab", "shift+Tab", "shift+Tab", "shift+Tab"),
        press("space"),
    )
    open_bookmark = open_result
    if mouse:
        open_result = (Step(click=RESULT),)
        bookmark = (Step(click=GLASSES),)
        open_bookmark = (Step(click=FIRST_BOOKMARK, clicks=2),)
    search = (press("ctrl+l"), Step(text=WORDS), press("Return"))
    return Program(
        "Kiwix, mouse and keys" if mouse else "Kiwix, keys alone",
        ("kiwix-desktop", str(archive)),
        (
            Task("start", (START,)),
            Task("find", search + open_result),
            Task("enlarge", (press(*["ctrl+plus"] * 10),)),
            Task("usual size", (press("ctrl+0"),), timed=False),
            Task("bookmark", bookmark),
            Task("quit and start again", (QUIT, START)),
            Task("find the bookmark", (press("ctrl+shift+2"), *open_bookmark)),
            Task("PDF", (press("ctrl+p"), Step(keys=("Return",), writes=True))),
            Task("quit", (QUIT,), timed=False),
        ),
    )
