"""Every word that a person sees can be translated, as far as a program can tell."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

import reader.ui

FOLDER = Path(reader.ui.__file__).parent
MODULES = sorted(FOLDER.glob("*.py"))
TRANSLATING = {"tr", "translate", "QT_TRANSLATE_NOOP"}
# Hand on words that stand there as literals: those of the model, and of errors.
HANDS_ON = {"model_words.py", "error_words.py"}
# Where Qt or the program takes words that a person will see or hear.
SHOWING = re.compile(
    r"set(Text|WindowTitle|Title|ToolTip|StatusTip|WhatsThis|AccessibleName|"
    r"AccessibleDescription|PlaceholderText|InformativeText|DetailedText|ItemText|"
    r"Prefix|Suffix|LabelText|HorizontalHeaderLabels)|add(Item|Action|Button|Tab|Menu|"
    r"Row)|announce|Message|QLabel|QPushButton|QCheckBox|QRadioButton|QAction|QMenu|"
    r"QGroupBox|QFileDialog|WrappingCheckBox|Card|Line"
)
# Words for the log, for programmers and for Qt.
NOT_SHOWN = re.compile(
    r"debug|info|warning|error|exception|critical|BugError|TypeError|ValueError|"
    r"setStyleSheet|compile|connect"
)
SENTENCE = re.compile(r"[A-Za-z]{2,} [A-Za-z]{2,}")
# Rules of style sheets, which are sentences to nobody.
STYLE_SHEETS = {"stylesheet.py", "frame_style.py", "motion.py"}
NOBODY_READS = {
    "Atkinson Hyperlegible Next",  # a name
    "Evidence Reader",  # a name, in the queue of a printer
    "Walking practice with a physiotherapist helps most people a little.",  # a measure
    "search, second thoughts",  # a lane of the worker
    "the voice",  # a thread
    "uncaught exception",  # for the log
    "could not be raised",  # for the log
    "uncaught in a thread",  # for the log
    "the handout is no PDF: ",  # a mistake of ours, for the log
    " cannot be drawn: ",  # a mistake of ours, for the log
    " of the handout cannot be drawn",  # another
}


class Found(NamedTuple):
    module: str
    line: int
    words: str


def called(node: ast.Call) -> str:
    func = node.func
    return func.attr if isinstance(func, ast.Attribute) else getattr(func, "id", "")


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def untranslated(node: ast.AST) -> Iterator[ast.Constant]:
    """The string literals of an expression that no translation is asked for."""
    if isinstance(node, ast.Call) and called(node) in TRANSLATING:
        return
    if isinstance(node, ast.Call) and NOT_SHOWN.fullmatch(called(node)):
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node
    for child in ast.iter_child_nodes(node):
        yield from untranslated(child)


def without_docstrings(tree: ast.Module) -> ast.Module:
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if isinstance(body, list):
            node.body = [  # type: ignore[attr-defined]  # every node with a body
                each
                for each in body
                if not (
                    isinstance(each, ast.Expr) and isinstance(each.value, ast.Constant)
                )
            ]
    return tree


def words_shown(tree: ast.AST) -> Iterator[ast.Constant]:
    for call in calls(tree):
        if SHOWING.fullmatch(called(call)):
            named = [each.value for each in call.keywords if each.arg != "icon"]
            for part in (*call.args, *named):
                for literal in untranslated(part):
                    if re.search(r"[A-Za-z]{2}", str(literal.value)):
                        yield literal


def sentences(tree: ast.AST) -> Iterator[ast.Constant]:
    for literal in untranslated(tree):
        words = str(literal.value)
        if SENTENCE.search(words) and words not in NOBODY_READS:
            yield literal


@pytest.fixture(params=MODULES, ids=[path.name for path in MODULES])
def module(request: pytest.FixtureRequest) -> Path:
    assert isinstance(request.param, Path)
    return request.param


def read(module: Path) -> ast.Module:
    return without_docstrings(ast.parse(module.read_text("utf-8")))


def test_words_that_are_shown_go_through_tr(module: Path) -> None:
    found = [(each.lineno, each.value) for each in words_shown(read(module))]
    assert found == []


def test_no_sentence_stands_outside_tr(module: Path) -> None:
    if module.name in STYLE_SHEETS:
        return
    found = [(each.lineno, each.value) for each in sentences(read(module))]
    assert found == []


def test_what_is_translated_is_a_plain_literal(module: Path) -> None:
    """Of an f-string or a name, no tool can take the words out of the source."""
    found = []
    for call in calls(read(module)):
        strings = called(call) == "translate" and len(call.args) == 1
        if called(call) in TRANSLATING and call.args and not strings:
            literal = call.args[0] if called(call) == "tr" else call.args[1]
            if not isinstance(literal, ast.Constant):
                found.append((call.lineno, ast.unparse(call)))
    assert len(found) == (module.name in HANDS_ON), found


def test_no_sentence_is_put_together_from_two_translations(module: Path) -> None:
    found = [
        (node.lineno, ast.unparse(node))
        for node in ast.walk(read(module))
        if isinstance(node, ast.BinOp)
        and isinstance(node.op, ast.Add)
        and all(
            isinstance(side, ast.Call) and called(side) in TRANSLATING
            for side in (node.left, node.right)
        )
    ]
    assert found == []


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("label.setText('Nothing here')", "Nothing here"),
        ("QLabel(f'Open {title}', self)", "Open "),
        ("Message(self.tr('Saved.'), 'Try again.')", "Try again."),
    ],
)
def test_the_check_finds_words_that_nobody_can_translate(
    source: str, words: str
) -> None:
    assert [each.value for each in words_shown(ast.parse(source))] == [words]


def test_the_check_finds_a_sentence_that_is_kept_for_later() -> None:
    tree = ast.parse("HINT = 'Type fewer words'; said = self.tr('Type fewer words')")
    assert [each.value for each in sentences(tree)] == ["Type fewer words"]
