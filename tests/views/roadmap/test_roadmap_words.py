"""Every word of the roadmap exists in Chinese."""

import ast
from collections.abc import Iterator
from pathlib import Path

import carbonroad.views.roadmap as package
from carbonroad.views.status_marks import STATUS_WORDS
from carbonroad.wording import wording


def _keys() -> Iterator[str]:
    for path in sorted(Path(package.__file__).parent.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and _is_wording(node.func):
                words = node.args[0]
                if isinstance(words, ast.Constant) and isinstance(words.value, str):
                    yield words.value


def _is_wording(function: ast.expr) -> bool:
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    return name == "w"


def test_every_sentence_is_translated() -> None:
    w = wording("zh")
    keys = (
        set(_keys()) | set(STATUS_WORDS.values()) | {"actual", "target", "reference", "binding", "expected"}
    )
    assert len(keys) > 40
    assert sorted(key for key in keys if w(key) == key) == []
