"""Finds the sentences of findings and messages: what `say`, `say_count` and `sayable` are given."""

import ast
from functools import cache
from pathlib import Path

from interface_words import ROOT, Found, NotALiteralError

_MAKERS = {"say": 1, "sayable": 1, "say_count": 2}
"""Functions of `carbonroad.base.texts.said`, with how many templates they begin with."""


@cache
def find_sentences(package: Path = ROOT / "carbonroad") -> list[Found]:
    """Return every sentence of the package, in the order of the files; tests give a package of their own.

    Raises:
        NotALiteralError: A template is made by joining or formatting.
    """
    found: dict[str, Found] = {}
    for path in sorted(package.rglob("*.py")):
        place = path.relative_to(package.parent).as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
                if name in _MAKERS:
                    for words in _templates(node, _MAKERS[name], place):
                        one = Found("", words[0], place, node.lineno, words[1])
                        if words[1] or words[0] not in found:
                            found[words[0]] = one
    return [one for one in found.values() if one.words.strip()]


def _templates(call: ast.Call, wanted: int, place: str) -> list[tuple[str, str]]:
    """The templates of a call, each with its plural; a template by another name stands in `sayable`."""
    chosen: list[tuple[str, str]] = []
    given = call.args[:wanted]
    if wanted == 2:
        match given:
            case [ast.Constant(value=str(one)), ast.Constant(value=str(many))]:
                return [(one, many)]
    for argument in given:
        for node in (argument.body, argument.orelse) if isinstance(argument, ast.IfExp) else (argument,):
            match node:
                case ast.Constant(value=str(words)):
                    chosen.append((words, ""))
                case ast.JoinedStr() | ast.BinOp():
                    raise NotALiteralError(f"{place}:{call.lineno}: write one literal")
    return chosen
