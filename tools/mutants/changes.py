"""The small changes that a mutation tester makes to a function or a table, as a careless hand could.

Words in quotation marks stay as they are: sentences are compared elsewhere, whole.
"""

import ast
from collections.abc import Iterator
from typing import NamedTuple

_COMPARED: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}
_REACHED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Div,
    ast.Mod: ast.FloorDiv,
    ast.Pow: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
_CALLED = {"min": "max", "max": "min", "any": "all", "all": "any"}
_UNTOUCHED = {"annotation", "returns", "decorator_list", "type_comment", "type_params", "ctx"}
_TABLES = (ast.Constant, ast.Tuple, ast.List, ast.Set, ast.Dict, ast.BinOp, ast.UnaryOp)
_TABLE_MAKERS = {"frozenset", "tuple", "dict", "MappingProxyType"}
Definition = ast.FunctionDef | ast.AsyncFunctionDef


class Change(NamedTuple):
    """One node of a tree and what could stand in its place."""

    parent: ast.AST
    field: str
    index: int | None
    old: ast.AST
    new: ast.AST | None
    statement: ast.stmt
    """The innermost statement that holds it: a test that does not reach it cannot see the change."""

    def make(self) -> None:
        """Put the new node into the tree."""
        if self.index is None:
            setattr(self.parent, self.field, self.new)
        else:
            getattr(self.parent, self.field)[self.index] = self.new
        if self.new is not None:
            ast.copy_location(self.new, self.old)
            ast.fix_missing_locations(self.new)

    def unmake(self) -> None:
        """Put the old node back."""
        self._replace(new=self.old, old=self.old).make()

    def words(self) -> str:
        """Return what is changed into what, on one line."""
        if (
            isinstance(self.old, ast.Call)
            and isinstance(self.new, ast.Call)
            and self.old.func is self.new.func
        ):
            (lost,) = (one for one in self.old.keywords if one not in self.new.keywords)
            return f"{ast.unparse(self.old.func)}(… {_short(lost)})  →  without it"
        if isinstance(self.old, ast.Raise | ast.Expr | ast.Assign | ast.Delete):
            return f"{_short(self.old)}  →  nothing"
        return f"{_short(self.old)}  →  {_short(self.new) if self.new is not None else 'nothing'}"


def definitions(tree: ast.Module) -> Iterator[tuple[str, Definition]]:
    """Give the functions of a module and the methods of its classes, by qualified name."""
    for node in tree.body:
        yield from _definitions(node, "")


def _definitions(node: ast.stmt, prefix: str) -> Iterator[tuple[str, Definition]]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        yield prefix + node.name, node
    elif isinstance(node, ast.ClassDef):
        for inner in node.body:
            yield from _definitions(inner, f"{prefix}{node.name}.")


def tables(tree: ast.Module) -> Iterator[tuple[str, ast.stmt]]:
    """Give the assignments of constants and tables at the head of a module, by name."""
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                pass
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
                pass
            case _:
                continue
        made = isinstance(value, ast.Call) and isinstance(value.func, ast.Name)
        if isinstance(value, _TABLES) or (made and value.func.id in _TABLE_MAKERS):
            yield name, node


def changes(node: ast.stmt, *, table: bool = False) -> Iterator[Change]:
    """Give the changes of one definition or table, always in the same order."""
    yield from _changes(node, node, table=table)


def _changes(node: ast.AST, statement: ast.stmt, *, table: bool) -> Iterator[Change]:
    for field, value in ast.iter_fields(node):
        if field in _UNTOUCHED:
            continue
        several = isinstance(value, list)
        for index, child in enumerate(value if several else [value]):
            if not isinstance(child, ast.AST) or _is_docstring(node, field, index, child):
                continue
            inside = child if isinstance(child, ast.stmt) else statement
            for new in _instead(child, node, field, table=table):
                yield Change(node, field, index if several else None, child, new, inside)
            yield from _changes(child, inside, table=table)


def _is_docstring(node: ast.AST, field: str, index: int, child: ast.AST) -> bool:
    holds = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and field == "body" and index == 0
    return holds and isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)


def _instead(node: ast.AST, parent: ast.AST, field: str, *, table: bool) -> Iterator[ast.AST | None]:
    if isinstance(node, ast.stmt):
        yield from _instead_of_statement(node)
        return
    if isinstance(node, ast.Slice):
        if node.lower is not None:
            yield ast.Slice(None, node.upper, node.step)
        if node.upper is not None:
            yield ast.Slice(node.lower, None, node.step)
    if not isinstance(node, ast.expr) or isinstance(parent, ast.FormattedValue | ast.JoinedStr):
        return
    asked = field in {"test", "guard"} or (isinstance(parent, ast.comprehension) and field == "ifs")
    if asked and not isinstance(node, ast.Compare | ast.Constant):
        if not isinstance(parent, ast.While):
            yield ast.BoolOp(ast.Or(), [node, ast.Constant(value=True)])
        yield ast.BoolOp(ast.And(), [node, ast.Constant(value=False)])
    if field == "value" and isinstance(parent, ast.Return) and ast.unparse(node) != "None":
        yield ast.Constant(value=None)
    yield from _instead_of_operation(node)
    if isinstance(node, ast.Call):
        yield from _instead_of_call(node)
    yield from _instead_of_value(node, parent, table=table)


def _instead_of_statement(node: ast.stmt) -> Iterator[ast.AST]:
    match node:
        case ast.Expr(value=ast.Call() | ast.Yield() | ast.YieldFrom()) | ast.Raise() | ast.Delete():
            yield ast.Pass()
        case ast.Assign(targets=[ast.Subscript() | ast.Attribute()]):
            yield ast.Pass()
        case ast.AugAssign(op=op):
            if type(op) in _REACHED:
                yield ast.AugAssign(node.target, _REACHED[type(op)](), node.value)
            yield ast.Pass()
        case ast.Continue():
            yield ast.Break()
        case ast.Break():
            yield ast.Continue()


def _instead_of_operation(node: ast.expr) -> Iterator[ast.expr]:
    match node:
        case ast.Compare(left, ops, comparators):
            for place, op in enumerate(ops):
                for other in _COMPARED[type(op)]:
                    yield ast.Compare(left, [*ops[:place], other(), *ops[place + 1 :]], comparators)
        case ast.BoolOp(op, values):
            for place in range(len(values)):
                rest = [*values[:place], *values[place + 1 :]]
                yield rest[0] if len(rest) == 1 else ast.BoolOp(op, rest)
        case ast.UnaryOp(op=ast.Not() | ast.USub(), operand=operand):
            yield operand
        case ast.BinOp(left, op, right) if type(op) in _REACHED and not _is_text(left, right):
            yield ast.BinOp(left, _REACHED[type(op)](), right)


def _instead_of_call(node: ast.Call) -> Iterator[ast.expr]:
    if isinstance(node.func, ast.Name) and node.func.id in _CALLED:
        yield ast.Call(ast.Name(_CALLED[node.func.id], ast.Load()), node.args, node.keywords)
    for place, one in enumerate(node.keywords):
        if one.arg is not None:
            yield ast.Call(node.func, node.args, [*node.keywords[:place], *node.keywords[place + 1 :]])


def _instead_of_value(node: ast.expr, parent: ast.AST, *, table: bool) -> Iterator[ast.expr]:
    looked_in = isinstance(parent, ast.Compare) and isinstance(parent.ops[-1], ast.In | ast.NotIn)
    match node:
        case ast.Constant(value=bool() as value):
            yield ast.Constant(value=not value)
        case ast.Constant(value=int() | float() as value):
            yield ast.Constant(value=value + 1)
        case ast.Set(elts=elts) if len(elts) > 1:
            for place in range(len(elts)):
                yield ast.Set([*elts[:place], *elts[place + 1 :]])
        case ast.Tuple(elts=elts) | ast.List(elts=elts) if (table or looked_in) and len(elts) > 1:
            for place in range(len(elts)):
                yield type(node)([*elts[:place], *elts[place + 1 :]], ast.Load())
        case ast.Dict(keys=keys, values=values) if table and len(keys) > 1:
            for place in range(len(keys)):
                yield ast.Dict(
                    [*keys[:place], *keys[place + 1 :]],
                    [*values[:place], *values[place + 1 :]],
                )


def _is_text(*nodes: ast.expr) -> bool:
    return any(
        isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))
        for node in nodes
    )


def _short(node: ast.AST | None, most: int = 90) -> str:
    text = " ".join(ast.unparse(node).split()) if node is not None else ""
    return text if len(text) <= most else f"{text[: most - 1]}…"
