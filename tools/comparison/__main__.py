"""Times the tasks of docs/comparison.md in Evidence Reader and in Kiwix.

python -m tools.comparison build/comparison/pages.zim [RUNS]

Needs Xvfb, openbox, xdotool and kiwix-desktop. The first run of each program is not
timed: it learns what the screen shows after each step, and keeps it as PNG beside the
ZIM file, for a person to look at. In the timed runs a step is done when the screen
shows that again, and the next one begins at once.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tools.comparison.programs import Program, Step, Task, evidence_reader, kiwix
from tools.comparison.screen import Picture, Screen, display, wait_until

DISPLAY = 78
AWAY = ("mousemove", "1279", "799")  # so that nothing lights up under the mouse
END_OF_PDF = b"%%EOF"

Times = dict[str, float]


class Run:
    """One pass through the tasks of a program."""

    def __init__(
        self, program: Program, screen: Screen, home: Path, seen: list[Picture | None]
    ) -> None:
        self._program = program
        self._screen = screen
        self._home = home
        self._learning = not seen
        self._seen = seen
        self._number = 0
        self._process: subprocess.Popen[bytes] | None = None

    def tasks(self, pictures: Path) -> Times:
        """Do all tasks and return the seconds for each."""
        found: Times = {}
        try:
            for task in self._program.tasks:
                elapsed = self._task(task, pictures)
                if task.timed:
                    found[task.name] = elapsed
        finally:
            self._end()
        return found

    def _task(self, task: Task, pictures: Path) -> float:
        start = time.perf_counter()
        for step in task.steps:
            self._do(step)
            if self._learning:
                self._learn(step)
                file = f"{self._program.name}-{self._number:02}-{task.name}.png"
                self._screen.save(pictures / file.replace(" ", "-"))
            elif (wanted := self._seen[self._number]) is not None:
                self._screen.wait_for(wanted, f"{task.name}, {step}")
            self._number += 1
        return time.perf_counter() - start

    def _learn(self, step: Step) -> None:
        now = self._screen.settled()
        # What is out of sight cannot be waited for.
        before = self._seen[-1] if self._seen else None
        same = before is not None and not self._screen.differs(now, before)
        self._seen.append(None if same or step.ends or step.writes else now)

    def _do(self, step: Step) -> None:
        if step.starts:
            self._start()
        if step.keys:
            _xdotool("key", *step.keys)
        if step.text:
            _xdotool("type", step.text)
        if step.click:
            x, y = step.click
            click = ("click", "--repeat", str(step.clicks), "--delay", "50", "1")
            _xdotool("mousemove", str(x), str(y), *click, *AWAY)
        if step.ends and self._process:
            self._process.wait()
        if step.writes:
            wait_until(self._has_pdf, "the PDF")

    def _start(self) -> None:
        self._process = subprocess.Popen(
            self._program.command,
            cwd=self._home,
            env=self._program.environment(self._home),
            stderr=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            start_new_session=True,
        )

    def _has_pdf(self) -> bool:
        return any(
            file.read_bytes().rstrip().endswith(END_OF_PDF)
            for file in self._home.glob("*.pdf")
        )

    def _end(self) -> None:
        if self._process and self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGTERM)
            self._process.wait()


def _xdotool(*words: str) -> None:
    subprocess.run(["xdotool", *words], check=True)


@contextmanager
def lived_in(program: Program, screen: Screen) -> Iterator[Path]:
    """A home in which the program was started and left once before."""
    with TemporaryDirectory() as place:
        home = Path(place) / "before"
        (home / ".local" / "share").mkdir(parents=True)
        first, last = program.tasks[0], program.tasks[-1]
        once = Program(program.name, program.command, (first, last))
        Run(once, screen, home, []).tasks(home)
        for picture in home.glob("*.png"):
            picture.unlink()
        yield home


class Measured:
    """A program with what its screens look like, and its times."""

    def __init__(self, program: Program, screen: Screen, before: Path) -> None:
        self.program = program
        self.times: list[Times] = []
        self._screen = screen
        self._before = before
        self._seen: list[Picture | None] = []

    def run(self, pictures: Path) -> Times:
        """Do all tasks in a fresh copy of the home."""
        home = self._before.with_name("home")  # always the same: dialogs show it
        shutil.copytree(self._before, home, symlinks=True)
        try:
            return Run(self.program, self._screen, home, self._seen).tasks(pictures)
        finally:
            shutil.rmtree(home)


def table(measured: Measured) -> Iterator[str]:
    """The median of each task, with the quickest and the slowest run."""
    yield f"| {measured.program.name} | steps | seconds | from | to |"
    yield "|---|---:|---:|---:|---:|"
    for task in measured.program.tasks:
        if task.timed:
            times = [run[task.name] for run in measured.times]
            steps = sum(step.count for step in task.steps)
            middle, low, high = median(times), min(times), max(times)
            yield f"| {task.name} | {steps} | {middle:.2f} | {low:.2f} | {high:.2f} |"


def main(archive: Path, runs: int) -> None:
    """Measure each program, and print a table for each."""
    command = Path(sys.executable).with_name("evidence-reader")
    programs = (
        evidence_reader(str(command)),
        kiwix(archive, mouse=False),
        kiwix(archive, mouse=True),
    )
    with ExitStack() as stack:
        place = Path(stack.enter_context(TemporaryDirectory()))
        screen = stack.enter_context(display(place, DISPLAY))
        _xdotool(*AWAY)
        sides = []
        for program in programs:
            before = stack.enter_context(lived_in(program, screen))
            side = Measured(program, screen, before)
            side.run(archive.parent)
            sides.append(side)
        for number in range(runs):  # by turns, so that a busy minute is shared
            for side in sides:
                side.times.append(side.run(archive.parent))
                print(number + 1, side.program.name, side.times[-1], file=sys.stderr)
    for side in sides:
        print("\n".join(table(side)), end="\n\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]).absolute(), int(sys.argv[2]) if sys.argv[2:] else 5)
