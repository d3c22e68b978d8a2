import json
from pathlib import Path

import pytest

from bench.figures import Figure, Measured, Missing, Unit, table, write_json
from bench.timing import percentile


def figure(
    ours: float, *, most: float | None = None, most_ratio: float | None = None
) -> Figure:
    return Figure("a thing", Unit.MILLISECONDS, ours, 0.010, "bare", most, most_ratio)


def test_a_figure_without_a_budget_has_no_verdict() -> None:
    assert figure(0.5).verdict == ""


def test_a_figure_at_its_budget_is_within() -> None:
    assert figure(0.020, most=0.020, most_ratio=2.0).verdict == "within"


def test_a_figure_that_keeps_one_of_two_budgets_misses() -> None:
    assert figure(0.020, most=0.020, most_ratio=1.9).verdict == "misses"
    assert figure(0.020, most=0.019, most_ratio=2.0).verdict == "misses"


def test_the_table_shows_value_ratio_budget_and_verdict_and_what_is_missing() -> None:
    found: list[Measured] = [figure(0.0125, most_ratio=1.2), Missing("cold", "no root")]
    shown = table(found)
    line = next(text for text in shown.splitlines() if text.startswith("a thing"))
    assert " ".join(line.split()) == "a thing 12.5 ms 10.0 ms 1.25 x 1.2 x misses"
    assert "cold: no root" in shown


def test_the_json_holds_every_figure_with_its_verdict(tmp_path: Path) -> None:
    path = tmp_path / "results.json"
    write_json(path, [figure(0.020, most=0.010), Missing("cold", "no root")])
    record = json.loads(path.read_text(encoding="utf-8"))
    assert [each["verdict"] for each in record["figures"]] == ["misses"]
    assert record["figures"][0]["ratio"] == pytest.approx(2.0)
    assert record["not_measured"] == [{"what": "cold", "why": "no root"}]


def test_the_99th_percentile_leaves_one_in_a_hundred_above_it() -> None:
    values = [float(value) for value in range(1, 101)]
    assert percentile(values, 99) == 99.0
    assert percentile(values, 50) == 50.0
    assert percentile([7.0], 99) == 7.0
