"""Finds the interface words of the program: the English words that `w(…)` is called with.

Most calls hold the words themselves. Others hold a name: a local that words were assigned to, a table of the
module or of one it imports from, a parameter that callers in the module give words for. All of these are
followed. Words that reach a call by another way (an attribute, a value of the model) stand in `marked(…)`.
Words that are put together where they are said or marked are refused: no catalogue could hold them.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
PLACES = ("editing", "export", "read", "render", "scene", "serve", "views", "wording")
_IN_TEMPLATES = re.compile(r'\bw\("([^"]+)"')


class NotALiteralError(ValueError):
    """Words are put together where they are said, so no catalogue could hold them."""


class Found(NamedTuple):
    """One interface word: its context ("" or "unit"), the words, where they stand, and their plural."""

    context: str
    words: str
    path: str
    line: int
    plural: str = ""


@cache
def find_words(package: Path = ROOT / "carbonroad", templates: Path = ROOT / "templates") -> list[Found]:
    """Return every interface word of the package and the templates, in the order of the files.

    Tests give a package of their own.

    Raises:
        NotALiteralError: Words are joined or formatted in a call, or marked by a name.
    """
    files = [path for place in PLACES for path in sorted((package / place).rglob("*.py"))]
    modules = {path: _Module(path, package) for path in files}
    for module in modules.values():
        module.modules = list(modules.values())
    found: dict[tuple[str, str], Found] = {}
    for path, module in modules.items():
        for context, node in module.words():
            one = Found(context, str(node.value), path.relative_to(package.parent).as_posix(), node.lineno)
            found.setdefault((context, one.words), one)
    for path in sorted(templates.rglob("*.*")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            for words in _IN_TEMPLATES.findall(line):
                place = path.relative_to(templates.parent).as_posix()
                found.setdefault(("", words), Found("", words, place, number))
    for path, module in modules.items():
        for one_node, many in module.plurals():
            place = path.relative_to(package.parent).as_posix()
            found["", one_node.value] = Found("", one_node.value, place, one_node.lineno, many.value)
    return [one for one in found.values() if one.words.strip()]


class _Module:
    """One file, with the ways from a name to the strings behind it."""

    def __init__(self, path: Path, package: Path) -> None:
        self.path = path
        self.package = package
        self.tree = ast.parse(path.read_text(encoding="utf-8"))
        self.functions = [n for n in ast.walk(self.tree) if isinstance(n, ast.FunctionDef)]
        self.modules: list[_Module] = [self]
        self.following: set[tuple[str, str]] = set()
        self.calls: dict[str, list[tuple[ast.FunctionDef | None, ast.Call]]] = {}
        for function in (None, *self.functions):
            for node in _own_nodes(function or self.tree):
                if isinstance(node, ast.Call):
                    self.calls.setdefault(_called(node), []).append((function, node))

    def words(self) -> Iterator[tuple[str, ast.Constant]]:
        """Return the words in this file's calls, each with its context."""
        for function, node in self.calls.get("w", ()):
            if node.args:
                self._refuse(node.args[0], isinstance(node.args[0], ast.JoinedStr | ast.BinOp))
                yield from (("", one) for one in self._strings(node.args[0], function))
        for _, node in self.calls.get("marked", ()):
            self._refuse(node.args[0], not _is_literal(node.args[0]))
            context = next((k.value.value for k in node.keywords if isinstance(k.value, ast.Constant)), "")
            yield from ((str(context), one) for one in _constants(node.args[0]))

    def _refuse(self, node: ast.expr, composed: bool) -> None:  # noqa: FBT001 - what was just asked of the node
        if composed:
            raise NotALiteralError(f"{self.path}:{node.lineno}: write literals")

    def plurals(self) -> Iterator[tuple[ast.Constant, ast.Constant]]:
        """Return the pairs of `w.plural("{n} day", "{n} days", …)`."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call) and _called(node) == "plural":
                match node.args[:2]:
                    case [ast.Constant() as one, ast.Constant() as many]:
                        yield one, many

    def given_to(self, variable: str, field: str) -> Iterator[ast.Constant]:
        """What this file gives for a field of the class that a variable is named for: `view` of `View(…)`."""
        place = next((at for module in self.modules for at in module.field_place(variable, field)), None)
        if place is None:
            return
        for called, calls in self.calls.items():
            if called.lower() == variable:
                for function, node in calls:
                    given = [k.value for k in node.keywords if k.arg == field] or node.args[place:][:1]
                    for value in given:
                        yield from self._strings(value, function)

    def field_place(self, variable: str, field: str) -> Iterator[int]:
        """The place of a field in the class of this file that a variable is named for."""
        for node in self.tree.body:
            if isinstance(node, ast.ClassDef) and node.name.lower() == variable:
                targets = [one.target for one in node.body if isinstance(one, ast.AnnAssign)]
                names = [target.id for target in targets if isinstance(target, ast.Name)]
                if field in names:
                    yield names.index(field)

    def _strings(self, node: ast.expr, function: ast.FunctionDef | None) -> Iterator[ast.Constant]:
        """The strings that an argument may be."""
        match node:
            case ast.IfExp(body=one, orelse=other):
                yield from self._strings(one, function)
                yield from self._strings(other, function)
            case ast.BoolOp(values=values):
                for value in values:
                    yield from self._strings(value, function)
            case ast.Name(id=name):
                yield from self._named(name, function)
            case ast.Subscript(value=table) | ast.Call(func=ast.Attribute(attr="get", value=table)):
                yield from self._strings(table, function)
            case ast.Attribute(value=ast.Name(id=variable), attr=field):
                for module in self.modules:
                    yield from module.given_to(variable, field)
            case _:
                yield from _constants(node)

    def _named(self, name: str, function: ast.FunctionDef | None) -> Iterator[ast.Constant]:
        if function is not None:
            local = list(_assigned(name, function))
            if local:
                for value, at in local:
                    yield from self._behind(value, at, function)
                return
            place = [argument.arg for argument in (*function.args.args, *function.args.kwonlyargs)]
            if name in place:
                yield from self._given(function.name, name, place.index(name))
                return
        yield from self._table(name)

    def _behind(self, value: ast.expr, at: int | None, function: ast.FunctionDef) -> Iterator[ast.Constant]:
        """The strings of what is assigned or looped over; `at` is the name's place in a row."""
        match value:
            case ast.Call(func=ast.Attribute(attr="items", value=ast.Name(id=table))) if at == 1:
                yield from self._table(table)
            case ast.Call(func=ast.Attribute(attr="values", value=ast.Name(id=table))):
                yield from self._table(table, at)
            case ast.Name(id=table):
                yield from self._table(table, at)
            case _ if at is None:
                yield from self._strings(value, function)
            case _:
                yield from _constants(value, at)

    def _given(self, function: str, name: str, place: int) -> Iterator[ast.Constant]:
        """What callers in any file give for a parameter; a method's `self` is not given."""
        if (function, name) in self.following:
            return
        self.following.add((function, name))
        for module in self.modules:
            yield from module.given_to_parameter(function, name, place)
        self.following.discard((function, name))

    def given_to_parameter(self, function: str, name: str, place: int) -> Iterator[ast.Constant]:
        """What this file's calls of a function give for a parameter."""
        if function not in self.calls:
            return
        for caller, node in self.calls[function]:
            at = place - (1 if isinstance(node.func, ast.Attribute) else 0)
            given = [k.value for k in node.keywords if k.arg == name] or node.args[max(at, 0) :][:1]
            for value in given:
                yield from self._strings(value, caller)

    def _table(self, name: str, at: int | None = None) -> Iterator[ast.Constant]:
        for node in self.tree.body:
            if isinstance(node, ast.ImportFrom) and any((a.asname or a.name) == name for a in node.names):
                path = self.package.parent / f"{(node.module or '').replace('.', '/')}.py"
                if path.is_file():
                    original = next(a.name for a in node.names if (a.asname or a.name) == name)
                    yield from _module(path, self.package)._table(original, at)  # noqa: SLF001
        for value, _ in _assigned(name, self.tree):
            yield from _constants(value, at)


@cache
def _module(path: Path, package: Path) -> _Module:
    return _Module(path, package)


def _is_literal(node: ast.expr) -> bool:
    try:
        ast.literal_eval(node)
    except ValueError:
        return False
    return True


def _called(node: ast.Call) -> str:
    function = node.func
    if isinstance(function, ast.Call) and _called(function) == "wording":
        return "w"
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")


def _own_nodes(scope: ast.AST) -> Iterator[ast.AST]:
    """The nodes of a scope without those of the functions in it."""
    for child in ast.iter_child_nodes(scope):
        yield child
        if not isinstance(child, ast.FunctionDef):
            yield from _own_nodes(child)


def _assigned(name: str, scope: ast.AST) -> Iterator[tuple[ast.expr, int | None]]:
    """What is assigned to a name or looped over with it, and the name's place in a row of names."""
    for node in _own_nodes(scope):
        targets: list[ast.expr] = []
        value: ast.expr | None = None
        if isinstance(node, ast.Assign):
            targets, value = node.targets, node.value
        elif isinstance(node, (ast.AnnAssign, ast.NamedExpr)):
            targets, value = [node.target], node.value
        elif isinstance(node, (ast.For, ast.comprehension)):
            targets, value = [node.target], node.iter
        for target in targets:
            row = target.elts if isinstance(target, ast.Tuple) else [target]
            for at, one in enumerate(row):
                if value is not None and isinstance(one, ast.Name) and one.id == name:
                    yield value, at if isinstance(target, ast.Tuple) else None


def _constants(node: ast.AST, at: int | None = None) -> Iterator[ast.Constant]:
    """The strings in a literal: of a map its values; `at` takes that place of each row only."""
    match node:
        case ast.Constant(value=str()):
            yield node
        case ast.Dict(values=rows) | ast.Tuple(elts=rows) | ast.List(elts=rows) | ast.Set(elts=rows):
            for row in rows:
                inner = isinstance(row, ast.Tuple) and at is not None
                yield from _constants(row.elts[at] if inner and at < len(row.elts) else row)  # type: ignore[union-attr]
        case ast.IfExp(body=body, orelse=orelse):
            yield from _constants(body, at)
            yield from _constants(orelse, at)
        case ast.Subscript(value=value) | ast.Starred(value=value):
            yield from _constants(value, at)
