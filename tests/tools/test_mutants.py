"""The mutation tester changes what runs, names the change, and puts everything back."""

import ast
import sys
from types import ModuleType

import pytest
from tools_of_mutants import changes, swapping

SOURCE = """
LIMITS = (3, 5)


def within(number, *, least=0):
    \"\"\"Whether a number lies in the limits.\"\"\"
    if number is None:
        return False
    return least < number <= LIMITS[1] and number not in (1, 2)


class Cup:
    @property
    def half(self):
        return 1 + 1
"""


@pytest.fixture
def module(tmp_path, monkeypatch):
    made = ModuleType("carbonroad_cup")
    made.__file__ = str(tmp_path / "cup.py")
    exec(compile(SOURCE, made.__file__, "exec"), vars(made))  # noqa: S102 - our own words above
    monkeypatch.setitem(sys.modules, "carbonroad_cup", made)
    return made


def changed(name: str) -> tuple[ast.Module, ast.stmt, dict[str, changes.Change]]:
    tree = ast.parse(SOURCE)
    table = dict(changes.tables(tree))
    node = table.get(name) or dict(changes.definitions(tree))[name]
    return tree, node, {one.words(): one for one in changes.changes(node, table=name in table)}


def test_each_change_says_what_becomes_of_what() -> None:
    _, _, found = changed("within")
    assert {
        "0  →  1",
        "number is None  →  number is not None",
        "False  →  True",
        "number not in (1, 2)  →  number in (1, 2)",
        "(1, 2)  →  (1,)",
        "least < number <= LIMITS[1]  →  least <= number <= LIMITS[1]",
        "least < number <= LIMITS[1]  →  least < number > LIMITS[1]",
        "least < number <= LIMITS[1] and number not in (1, 2)  →  None",
        "least < number <= LIMITS[1] and number not in (1, 2)  →  number not in (1, 2)",
    } <= set(found)
    assert not [words for words in found if "Whether" in words]


@pytest.mark.parametrize(
    ("words", "of", "before", "after"),
    [
        ("number not in (1, 2)  →  number in (1, 2)", 3, True, False),
        ("(1, 2)  →  (1,)", 2, False, True),
        ("False  →  True", None, False, True),
        ("0  →  1", 1, False, False),
    ],
)
def test_a_changed_function_runs_where_it_was_imported(module, words, of, before, after) -> None:
    imported = module.within
    assert imported(of) is before
    tree, node, found = changed("within")
    found[words].make()
    swapping.put(module, tree, "within", node)
    assert imported(of) is after
    found[words].unmake()
    swapping.put(module, tree, "within", node)
    assert imported(of) is before
    assert ast.unparse(tree) == ast.unparse(ast.parse(SOURCE))


def test_a_default_and_a_property_are_changed_too(module) -> None:
    tree, node, found = changed("within")
    found["0  →  1"].make()
    swapping.put(module, tree, "within", node)
    assert module.within.__kwdefaults__ == {"least": 1}
    tree, node, found = changed("Cup.half")
    found["1 + 1  →  1 - 1"].make()
    swapping.put(module, tree, "Cup.half", node)
    assert module.Cup().half == 0


def test_a_table_is_made_anew_where_it_is_used(module) -> None:
    tree, _, found = changed("LIMITS")
    found["5  →  6"].make()
    swapping.put_table(module, tree, "LIMITS")
    assert module.within(6)


def test_statements_tell_that_they_are_run(module) -> None:
    seen = set()
    swapping.watch(module, SOURCE, seen)
    assert module.within(None) is False
    assert {line for _, line, _ in seen} == {6, 7, 8}
