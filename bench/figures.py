"""What was measured, beside its budget."""

import json
import platform
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path


class Unit(StrEnum):
    """What a figure is counted in; times are kept in seconds."""

    SECONDS = "s"
    MILLISECONDS = "ms"
    MICROSECONDS = "µs"
    MEGABYTES = "MB"

    def show(self, value: float) -> str:
        """The value in this unit, with as many digits as it deserves."""
        scale = {Unit.MILLISECONDS: 1e3, Unit.MICROSECONDS: 1e6}.get(self, 1.0)
        scaled = value * scale
        digits = 0 if scaled >= 100 else 1 if scaled >= 10 else 2
        return f"{scaled:,.{digits}f} {self.value}"


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table.

    Attributes:
        what: What was measured, and where it matters on how many pages.
        unit: In which both values are shown.
        ours: The reader's value: seconds or megabytes.
        bare: The value of what it is measured against in the same run.
        against: What that is, in words.
        most: The budget for our value.
        most_ratio: The budget for ours / bare.
    """

    what: str
    unit: Unit
    ours: float
    bare: float | None = None
    against: str = ""
    most: float | None = None
    most_ratio: float | None = None

    @property
    def ratio(self) -> float | None:
        """Ours / bare."""
        return self.ours / self.bare if self.bare else None

    @property
    def budget(self) -> str:
        """The budget in words, "" where there is none."""
        parts = [self.unit.show(self.most)] if self.most is not None else []
        parts += [f"{self.most_ratio} x"] if self.most_ratio is not None else []
        return " and ".join(parts)

    @property
    def verdict(self) -> str:
        """Whether the budget is kept; "" where there is none."""
        if not self.budget:
            return ""
        kept = self.most is None or self.ours <= self.most
        if self.most_ratio is not None:
            kept = kept and self.ratio is not None and self.ratio <= self.most_ratio
        return "within" if kept else "misses"


@dataclass(frozen=True, slots=True)
class Missing:
    """Something that could not be measured here, and why."""

    what: str
    why: str


Measured = Figure | Missing

_HEAD = ("what", "reader", "bare", "ratio", "budget", "")


def table(found: list[Measured]) -> str:
    """The figures as lines for a terminal, with what each is measured against."""
    rows = [_HEAD, *(_row(item) for item in found if isinstance(item, Figure))]
    widths = [max(len(row[place]) for row in rows) for place in range(len(_HEAD))]
    lines = [_line(row, widths) for row in rows]
    lines.insert(1, "-" * len(lines[0]))
    against = {i.against: i.what for i in found if isinstance(i, Figure) and i.against}
    if against:
        lines += ["", "bare:", *(f"  {words}" for words in against)]
    absent = [item for item in found if isinstance(item, Missing)]
    if absent:
        lines += ["", "not measured:", *(f"  {i.what}: {i.why}" for i in absent)]
    return "\n".join(lines)


def _row(figure: Figure) -> tuple[str, ...]:
    ratio, bare = figure.ratio, figure.bare
    return (
        figure.what,
        figure.unit.show(figure.ours),
        figure.unit.show(bare) if bare is not None else "",
        f"{ratio:.2f} x" if ratio is not None else "",
        figure.budget,
        figure.verdict,
    )


def _line(row: tuple[str, ...], widths: list[int]) -> str:
    first = row[0].ljust(widths[0])
    numbers = (row[i].rjust(widths[i]) for i in range(1, len(row) - 1))
    return "  ".join((first, *numbers, row[-1].ljust(widths[-1]))).rstrip()


def write_json(path: Path, found: list[Measured]) -> None:
    """Write everything that was measured, and on what machine, as JSON."""
    record = {
        "machine": {
            "system": platform.platform(),
            "processor": platform.machine(),
            "python": platform.python_version(),
        },
        "figures": [_record(item) for item in found if isinstance(item, Figure)],
        "not_measured": [asdict(item) for item in found if isinstance(item, Missing)],
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )


def _record(figure: Figure) -> dict[str, object]:
    return asdict(figure) | {"ratio": figure.ratio, "verdict": figure.verdict}
