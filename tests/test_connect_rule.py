"""Two rules about Qt that no linter knows.

A lambda or a partial given to ``connect`` keeps its widget alive for ever; a bound
method does not. An f-string inside ``tr`` is extracted as written, so that no
translation ever matches it.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCES = sorted((Path(__file__).parents[1] / "src" / "reader").rglob("*.py"))


def calls_of(method: str, source: str) -> Iterator[ast.Call]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            function = node.func
            name = getattr(function, "attr", getattr(function, "id", None))
            if name == method:
                yield node


def faulty_connects(source: str) -> list[int]:
    return [
        call.lineno
        for call in calls_of("connect", source)
        if any(isinstance(argument, ast.Lambda | ast.Call) for argument in call.args)
    ]


def faulty_translations(source: str) -> list[int]:
    return [
        call.lineno
        for method in ("tr", "translate")
        for call in calls_of(method, source)
        if any(isinstance(argument, ast.JoinedStr) for argument in call.args)
    ]


@pytest.mark.parametrize(
    "argument", ["lambda: None", "partial(self.show, 1)", "make_slot()"]
)
def test_the_rule_finds_what_keeps_a_widget_alive(argument: str) -> None:
    assert faulty_connects(f"self.button.clicked.connect({argument})") == [1]


def test_the_rule_lets_a_bound_method_pass() -> None:
    source = "self.button.clicked.connect(self._on_clicked)"
    assert faulty_connects(source) == []


def test_the_rule_finds_an_f_string_inside_tr() -> None:
    assert faulty_translations('self.tr(f"{count} topics")') == [1]
    assert faulty_translations('self.tr("%n topic(s)", "", count)') == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_only_bound_methods_are_connected(path: Path) -> None:
    assert faulty_connects(path.read_text("utf-8")) == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_no_f_string_is_translated(path: Path) -> None:
    assert faulty_translations(path.read_text("utf-8")) == []
