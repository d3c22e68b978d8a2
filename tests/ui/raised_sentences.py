"""Every sentence that an error can be raised with, read from the source."""

import ast
import re
import sys
from collections.abc import Iterable, Mapping
from enum import Enum, auto
from functools import cache, singledispatch
from itertools import chain, product
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

import reader

PACKAGE = Path(reader.__file__).parent
NOT_IN_THE_WINDOW = {"cli", "compiler"}
# Its message goes on after the name of a picture, and is never shown without it.
FRAGMENT = "LogoError"
# Put together from parts, more or fewer of them, so that no template fits.
JOINED = {
    ("clinic_fault.py", "_message(name, self.faults)"),
    ("summary.py", "f'{advice[0].upper()}{advice[1:]}'"),
}


class Place(Enum):
    """Where something of which the source knows nothing stands in a sentence."""

    VALUE = auto()
    WHOLE = auto()  # a sentence by itself, with its full stop


Sentence: TypeAlias = tuple[str | Place, ...]

PLACE: Sentence = (Place.VALUE,)
NOTHING_KNOWN: Mapping[str, Sentence] = MappingProxyType({})
WITHIN_A_FRAGMENT = MappingProxyType({"error.message": PLACE})


class IrregularError(Exception):
    """No template can be made of an expression."""


class Module(NamedTuple):
    path: Path
    tree: ast.Module
    calls: list[tuple[ast.Call, ast.FunctionDef | None]]
    functions: list[ast.FunctionDef]


class Scope(NamedTuple):
    """Where an expression stands; bound is what the function gets as words."""

    module: Module
    function: ast.FunctionDef | None
    line: int = sys.maxsize
    bound: Mapping[str, Sentence] = NOTHING_KNOWN

    def inside(self, name: str) -> ast.expr | None:
        """What the function has given a name last."""
        nodes = ast.walk(self.function) if self.function is not None else ()
        return last_given(name, nodes, self.line)

    def outside(self, name: str) -> ast.expr | None:
        """What the module has given a name."""
        return last_given(name, self.module.tree.body, sys.maxsize)

    def irregular(self, node: ast.AST) -> IrregularError:
        where = f"{self.module.path.name}, line {getattr(node, 'lineno', 0)}"
        return IrregularError(f"{where}: {ast.unparse(node)}")


def last_given(name: str, nodes: Iterable[ast.AST], line: int) -> ast.expr | None:
    found: dict[int, ast.expr | None] = {}
    for node in nodes:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.lineno < line:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if name in map(name_of, targets):
                found[node.lineno] = node.value
    return found[max(found)] if found else None


def name_of(node: ast.AST | None) -> str:
    """The last part of a name."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


@cache
def modules() -> tuple[Module, ...]:
    return tuple(
        read(path, path.read_text("utf-8"))
        for path in sorted(PACKAGE.rglob("*.py"))
        if path.relative_to(PACKAGE).parts[0] not in NOT_IN_THE_WINDOW
    )


def read(path: Path, source: str) -> Module:
    module = Module(path, ast.parse(source), [], [])
    gather(module, module.tree, None)
    return module


def gather(module: Module, node: ast.AST, function: ast.FunctionDef | None) -> None:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            module.calls.append((child, function))
        elif isinstance(child, ast.FunctionDef):
            module.functions.append(child)
        inner = child if isinstance(child, ast.FunctionDef) else function
        gather(module, child, inner)


@singledispatch
def said(node: ast.AST, scope: Scope) -> list[Sentence]:
    """All that an expression can say; nothing where it is translated already."""
    raise scope.irregular(node)


@said.register
def _(node: ast.Constant, scope: Scope) -> list[Sentence]:
    if not isinstance(node.value, str) or set(node.value) & set("{}"):
        raise scope.irregular(node)
    return [(node.value,)]


@said.register
def _(node: ast.JoinedStr, scope: Scope) -> list[Sentence]:
    parts = [
        at_a_place(part.value, scope)
        if isinstance(part, ast.FormattedValue)
        else said(part, scope)
        for part in node.values
    ]
    return [tuple(chain(*each)) for each in product(*parts)]


def at_a_place(node: ast.expr, scope: Scope) -> list[Sentence]:
    """Words where the function knows them as words; else a value."""
    if isinstance(node, ast.Name) and node.id not in scope.bound:
        words = scope.inside(node.id)
        if not isinstance(words, ast.Constant | ast.JoinedStr | ast.IfExp):
            return [PLACE]
        return at_a_place(words, scope._replace(line=words.lineno))
    if isinstance(node, ast.IfExp):
        either = branches(node, scope)
        return [each for branch in either for each in at_a_place(branch, scope)]
    words_here = isinstance(node, ast.Constant | ast.JoinedStr | ast.Name)
    return said(node, scope) if words_here or name_of(node) == "message" else [PLACE]


@said.register
def _(node: ast.Name, scope: Scope) -> list[Sentence]:
    if node.id in scope.bound:
        return [scope.bound[node.id]]
    words = scope.inside(node.id) or scope.outside(node.id)
    if words is None:
        raise scope.irregular(node)
    return said(words, scope._replace(line=words.lineno))


@said.register
def _(node: ast.Attribute, scope: Scope) -> list[Sentence]:
    """The message of another error, which may be a fragment."""
    if ast.unparse(node) in scope.bound:
        return [scope.bound[ast.unparse(node)]]
    caught = [
        name_of(each.type)
        for each in ast.walk(scope.function or scope.module.tree)
        if isinstance(each, ast.ExceptHandler) and each.name == name_of(node.value)
    ]
    if node.attr != "message" or not caught:
        raise scope.irregular(node)
    return list(fragments()) if caught == [FRAGMENT] else [(Place.WHOLE,)]


@said.register
def _(node: ast.IfExp, scope: Scope) -> list[Sentence]:
    either = branches(node, scope)
    return [each for branch in either for each in said(branch, scope)]


def branches(node: ast.IfExp, scope: Scope) -> list[ast.expr]:
    """What may be chosen; one, where the choice is by how words end."""
    test = re.fullmatch(r"(\w+)\.endswith\('(.)'\)", ast.unparse(node.test))
    if test is None or test[1] not in scope.bound:
        return [node.body, node.orelse]
    last = scope.bound[test[1]][-1]
    ends = last.endswith(test[2]) if isinstance(last, str) else last is Place.WHOLE
    return [node.body if ends else node.orelse]


@said.register
def _(node: ast.BoolOp, scope: Scope) -> list[Sentence]:
    return [each for value in node.values for each in said(value, scope)]


@said.register
def _(node: ast.Subscript, scope: Scope) -> list[Sentence]:
    table = scope.outside(name_of(node.value))
    if not isinstance(table, ast.Dict):
        raise scope.irregular(node)
    keys = [ast.unparse(key) for key in table.keys if key is not None]
    return said(table.values[keys.index(ast.unparse(node.slice))], scope)


@said.register
def _(node: ast.Call, scope: Scope) -> list[Sentence]:
    name = name_of(node.func)
    if name in {"tr", "translate"}:
        return []
    if isinstance(node.func, ast.Attribute):
        if name == "format":
            return said(node.func.value, scope)
        table = scope.outside(name_of(node.func.value))
        if name == "get" and isinstance(table, ast.Dict):
            values = [*table.values, *node.args[1:]]
            return [each for value in values for each in said(value, scope)]
    return from_function(name, node, scope)


def from_function(name: str, node: ast.Call, scope: Scope) -> list[Sentence]:
    """What a function of ours gives back, if there is only one of that name."""
    named = [
        (module, function)
        for module in modules()
        for function in module.functions
        if function.name == name
    ]
    if len(named) != 1:
        raise scope.irregular(node)
    ((module, function),) = named
    return [
        each
        for part in ast.walk(function)
        if isinstance(part, ast.Return) and part.value is not None
        for each in said(part.value, Scope(module, function, part.lineno))
    ]


# ---- what is raised ------------------------------------------------------------------


@cache
def kinds() -> dict[str, ast.ClassDef | None]:
    """The errors that are shown in their own words."""
    found: dict[str, ast.ClassDef | None] = {"KnownError": None}
    classes = [
        node
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ClassDef)
    ]
    for _ in classes:
        found |= {
            node.name: node
            for node in classes
            if found.keys() & set(map(name_of, node.bases))
        }
    return found


def makes_itself(node: ast.ClassDef | None) -> bool:
    """Whether a class has a message of its own making."""
    body = node.body if node is not None else []
    return any(getattr(each, "name", "") == "__init__" for each in body)


def is_made(call: ast.Call, function: ast.FunctionDef | None) -> bool:
    """Whether a call makes an error with its sentences."""
    name = name_of(call.func)
    if ast.unparse(call.func) == "super().__init__":
        own = (node for node in kinds().values() if makes_itself(node))
        return any(function in node.body for node in own if node is not None)
    return name in kinds() and name != FRAGMENT and not makes_itself(kinds()[name])


@cache
def fragments() -> tuple[Sentence, ...]:
    found: dict[Sentence, None] = {}
    for module in modules():
        for call, function in module.calls:
            if name_of(call.func) == FRAGMENT:
                scope = Scope(module, function, call.lineno, WITHIN_A_FRAGMENT)
                found |= dict.fromkeys(said(call.args[0], scope))
    return tuple(found)


def callers_words(function: ast.FunctionDef | None) -> list[Mapping[str, Sentence]]:
    """What callers hand to a function as words, where all of them do."""
    if function is None:
        return [NOTHING_KNOWN]
    names = [each.arg for each in function.args.args if each.arg != "self"]
    texts = [x.arg for x in function.args.args if name_of(x.annotation) == "str"]
    choices: dict[str, list[Sentence]] = {}
    for text in texts:
        try:
            handed = [
                each
                for module in modules()
                for call, caller in module.calls
                if name_of(call.func) == function.name
                for each in said(
                    call.args[names.index(text)], Scope(module, caller, call.lineno)
                )
            ]
        except (IrregularError, IndexError):
            continue
        choices |= {text: handed} if handed else {}
    combined = product(*choices.values())
    return [dict(zip(choices, each, strict=True)) for each in combined]


class Raised(NamedTuple):
    """The templates of all that is raised, and what has none."""

    templates: set[str]
    joined: set[tuple[str, str]]


@cache
def raised() -> Raised:
    found = Raised(set(), set())
    for module in modules():
        note(module, found)
    return found


def note(module: Module, found: Raised) -> None:
    for call, function in module.calls:
        for bound in callers_words(function) if is_made(call, function) else ():
            scope = Scope(module, function, call.lineno, bound)
            named = [x.value for x in call.keywords if x.arg in {"message", "advice"}]
            for words in (*call.args[:2], *named):
                here = (module.path.name, ast.unparse(words))
                if here in JOINED:
                    found.joined.add(here)
                else:
                    found.templates.update(map(template, said(words, scope)))
    found.templates.discard("")


def template(sentence: Sentence) -> str:
    places = iter(range(len(sentence)))
    return "".join(x if isinstance(x, str) else f"{{{next(places)}}}" for x in sentence)
