"""Which tests reach a mutant, and by which way."""

import ast
import zlib
from collections import defaultdict
from collections.abc import Iterator
from types import ModuleType
from typing import NamedTuple

from changes import Change, Definition, definitions, tables

Place = tuple[str, int, int]
"""A statement: its module, line and column."""


class Mutant(NamedTuple):
    """One change of one function or table."""

    module: ModuleType
    path: str
    name: str
    node: ast.stmt
    tree: ast.Module
    change: Change

    def key(self) -> str:
        """Return what tells it from all others, as long as its function stays as it is."""
        at = f"{self.change.old.lineno - self.node.lineno}:{self.change.old.col_offset}"
        text = zlib.crc32(ast.unparse(self.node).encode())
        return f"{self.path}::{self.name}:{text:08x}:{at} {self.change.words()}"


def groups_of(mutant: Mutant, reached: dict[Place, list[int]]) -> list[list[int]]:
    """Return the tests that reach a mutant, grouped by what else they reach around it; small groups first."""
    name = mutant.module.__name__
    around = list(_users(mutant))
    at = set(around)
    if isinstance(mutant.node, Definition):
        at = {(name, *_at(mutant))}
        around = [
            (name, one.lineno, one.col_offset) for one in ast.walk(mutant.node) if isinstance(one, ast.stmt)
        ]
    ways: defaultdict[int, list[Place]] = defaultdict(list)
    for place in around:
        for test in reached.get(place, ()):
            ways[test].append(place)
    groups: defaultdict[tuple[Place, ...], list[int]] = defaultdict(list)
    for test, way in ways.items():
        if at & set(way):
            groups[tuple(way)].append(test)
    return sorted(groups.values(), key=lambda group: (len(group), group))


def _at(mutant: Mutant) -> tuple[int, int]:
    """Return where the statement is that a test must reach; of a definition the first one in it."""
    at = mutant.change.statement
    if at is mutant.node and isinstance(at, Definition):
        is_told = isinstance(at.body[0], ast.Expr) and isinstance(at.body[0].value, ast.Constant)
        at = at.body[1] if is_told and len(at.body) > 1 else at.body[0]
    return at.lineno, at.col_offset


def _users(mutant: Mutant) -> Iterator[Place]:
    """Give the statements of its module that name a table, or one made of it."""
    names = {mutant.name}
    for name, statement in tables(mutant.tree):
        if {one.id for one in ast.walk(statement) if isinstance(one, ast.Name)} & names:
            names.add(name)
    for _, definition in definitions(mutant.tree):
        for one in ast.walk(definition):
            if (
                isinstance(one, ast.stmt)
                and {inner.id for inner in ast.walk(one) if isinstance(inner, ast.Name)} & names
            ):
                yield mutant.module.__name__, one.lineno, one.col_offset
