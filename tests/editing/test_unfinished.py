"""What is found only because somebody is in the middle of typing it, at the mark."""

from pathlib import Path

import pytest
from completed import TOP
from editor_files import opened

from carbonroad.editing.completing.unfinished import unfinished

_ITEM = "milestones:\n  - id: M1\n    title: Furnaces\n    owner: miit\n    source: stl24\n"
_FAR = "    # more\n" * 30


@pytest.mark.parametrize(
    ("text", "held", "breaks"),
    [
        (f"owner: mi▮\n{_ITEM}    deadline: 2030\n", ["unknown-organisation"], False),
        (f"owner: mitt▮\n{_ITEM}    deadline: 2030\n", [], False),
        (f"owner: mitt\nnote: St▮\n{_ITEM}    deadline: 2030\n", [], False),
        (f"{_ITEM}    deadline: 203▮\n", ["unreadable-date"], False),
        (f"{_ITEM}    deadline: before ▮\n", ["unreadable-date"], False),
        (f"{_ITEM}    deadline: soon▮\n", [], False),
        (f"{_ITEM}    dead▮\n", ["syntax-error"], True),
        (f"{_ITEM}    deadline: 2030\n    support: [▮\n", ["unclosed-bracket"], True),
        (f"{_ITEM}    ▮\n", ["missing-key"], False),
        (f"{_ITEM}  - {{id: M2, title: Next, deadline: 2031, owner: miit, source: stl24}}▮\n", [], False),
        (f"{_ITEM}{_FAR}    ▮\n", [], False),
    ],
)
def test_what_is_half_typed_is_held_back(tmp_path: Path, text: str, held: list[str], breaks: bool) -> None:
    one = opened(tmp_path, {"carbonroad.yaml": TOP, "steel.yaml": f"title: Steel\n{text}"})
    found = unfinished(one.roadmap, one.path, one.offset, "en")
    assert ([each.name for each in found.findings], found.breaks) == (held, breaks)
