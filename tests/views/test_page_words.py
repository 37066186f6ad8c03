"""Every interface word of the pages exists in Chinese, with the same placeholders."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import carbonroad
from carbonroad.views.status_marks import STATUS_WORDS
from carbonroad.views.words import _AGAIN, KINDS
from carbonroad.wording import wording, zh_pages

_ROOT = Path(carbonroad.__file__).parent
_PLACES = [
    *sorted((_ROOT / "render").glob("*.py")),
    *sorted((_ROOT / "views").glob("*.py")),
    *sorted((_ROOT / "views" / "timetable").glob("*.py")),
    *sorted((_ROOT / "views" / "overview").glob("*.py")),
]
_NEUTRAL = {"{n}", "{last}", ""}
_HOLE = re.compile(r"\{\w+\}")


def _keys() -> Iterator[str]:
    for path in _PLACES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and _is_wording(node.func):
                yield from (
                    n.value
                    for n in ast.walk(node.args[0])
                    if isinstance(n, ast.Constant) and isinstance(n.value, str)
                )
    yield from (
        *STATUS_WORDS.values(),
        *KINDS.values(),
        *_AGAIN.values(),
        "every year",
        "every quarter",
        "every month",
    )


def _is_wording(func: ast.expr) -> bool:
    return (isinstance(func, ast.Name) and func.id == "w") or (
        isinstance(func, ast.Attribute) and func.attr == "w"
    )


@pytest.mark.parametrize("english", sorted(set(_keys()) - _NEUTRAL - {"every "}))
def test_words_have_a_chinese_form(english: str) -> None:
    chinese = wording("zh")(english)
    assert chinese != english or english == "{first} – {last}"
    assert set(_HOLE.findall(chinese)) <= set(_HOLE.findall(english))


def test_no_translation_is_left_over_from_words_that_are_gone() -> None:
    everything = "\n".join(
        path.read_text(encoding="utf-8") for path in _ROOT.rglob("*.py") if "wording" not in path.parts
    )
    templates = "\n".join(p.read_text(encoding="utf-8") for p in (_ROOT.parent / "templates").rglob("*.*"))
    assert not [
        key for key in zh_pages.WORDS if key not in everything + templates and not key.startswith("every ")
    ]
