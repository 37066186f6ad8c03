"""Puts a changed function or table in the place of the one that runs, in this process alone.

A function keeps its identity and gets other code, so whoever imported it runs the changed one too.
"""

import ast
import sys
from collections.abc import Iterator
from functools import cached_property
from types import CodeType, FunctionType, ModuleType
from typing import Any

from changes import Definition, definitions, tables

SEEN = "__mutants_seen__"


def live(module: ModuleType, qualified: str) -> FunctionType | None:
    """Return the function that runs under a qualified name; None where it is hidden behind something else."""
    found: Any = module
    for name in qualified.split("."):
        found = vars(found).get(name) if hasattr(found, "__dict__") else None
    if isinstance(found, property):
        found = found.fget
    elif isinstance(found, cached_property):
        found = found.func
    found = getattr(found, "__func__", found)
    found = getattr(found, "__wrapped__", found)
    return found if isinstance(found, FunctionType) else None


def put(module: ModuleType, tree: ast.Module, qualified: str, node: Definition) -> None:
    """Let a function run what stands in the tree now.

    Raises:
        ValueError: Its code closes over other names than before, so that it cannot be exchanged.
    """
    function = live(module, qualified)
    if function is None:
        raise ValueError(qualified)
    _exchange(function, _codes(compile(tree, str(module.__file__), "exec")))
    if node.args.defaults:
        function.__defaults__ = tuple(_value(one, module) for one in node.args.defaults)
    for one, default in zip(node.args.kwonlyargs, node.args.kw_defaults, strict=True):
        if default is not None and function.__kwdefaults__:
            function.__kwdefaults__[one.arg] = _value(default, module)


def _value(node: ast.expr, module: ModuleType) -> object:
    return eval(compile(ast.Expression(node), "default", "eval"), vars(module))  # noqa: S307 - the program's own


def _exchange(function: FunctionType, codes: dict[tuple[str, int], CodeType]) -> None:
    old = function.__code__
    function.__code__ = codes[old.co_qualname, old.co_firstlineno]


def _codes(code: CodeType) -> dict[tuple[str, int], CodeType]:
    found = {}
    for one in code.co_consts:
        if isinstance(one, CodeType):
            found |= {(one.co_qualname, one.co_firstlineno): one, **_codes(one)}
    return found


def put_table(module: ModuleType, tree: ast.Module, name: str) -> None:
    """Make a table anew, and the tables made of it, wherever they were imported under their name."""
    others = [one for key, one in list(sys.modules.items()) if key.startswith("carbonroad")]
    touched = {name}
    for below, statement in tables(tree):
        names = {one.id for one in ast.walk(statement) if isinstance(one, ast.Name)}
        if below != name and not names & touched:
            continue
        touched.add(below)
        old = vars(module)[below]
        exec(compile(ast.Module([statement], []), str(module.__file__), "exec"), vars(module))  # noqa: S102
        for other in others:
            if vars(other).get(below) is old:
                setattr(other, below, vars(module)[below])


def watch(module: ModuleType, source: str, seen: set[tuple[str, int, int]]) -> None:
    """Let every statement of a module's functions say that it is run."""
    tree = ast.parse(source)
    wanted = list(definitions(tree))
    for _, node in wanted:
        for inner in list(ast.walk(node)):
            for field in ("body", "orelse", "finalbody"):
                body = getattr(inner, field, None)
                if isinstance(body, list):
                    setattr(inner, field, list(_said(body, module.__name__)))
    vars(module)[SEEN] = seen
    codes = _codes(compile(tree, str(module.__file__), "exec"))
    for qualified, _ in wanted:
        function = live(module, qualified)
        if function is not None:
            _exchange(function, codes)


def _said(body: list[ast.stmt], name: str) -> Iterator[ast.stmt]:
    for one in body:
        if not isinstance(one, ast.Nonlocal | ast.Global):
            call = f"{SEEN}.add(({name!r}, {one.lineno}, {one.col_offset}))"
            said = ast.parse(call).body[0]
            for node in ast.walk(said):
                ast.copy_location(node, one)
            yield said
        yield one
