"""Formatting in an editor: the fewest edits that give what `fmt` gives, and none where it refuses."""

from itertools import pairwise
from pathlib import Path

import pytest
from editor_files import opened
from hypothesis import given
from hypothesis import strategies as st

from carbonroad.checking.fixing import edited
from carbonroad.editing.differences import edits_between
from carbonroad.editing.formatting import formatted
from carbonroad.findings import Edit
from carbonroad.formatting.text import formatted as canonical
from carbonroad.read.vocabulary.shapes import LONE_FILE
from carbonroad.source.text import SourceText, from_string

UNTIDY = """\
title:   Steel   # its name
milestones:
    - title: One
      id:   M1
      deadline: 2030
    - {id: M2, title: Two, deadline: 2031}
works:
  - id: W1
    title: A work
    takes: 9 months
  - id: W2
    title: Another
    takes: 2y
note:  Some prose
"""


def applied(text: str, edits: tuple[Edit, ...]) -> str:
    for edit in reversed(edits):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_edits_give_what_fmt_gives_and_leave_other_lines_alone(tmp_path: Path, end: str) -> None:
    text = UNTIDY.replace("\n", end)
    found = opened(tmp_path, text)
    edits = formatted(found.roadmap, found.path)
    made = canonical(from_string(text), LONE_FILE)
    assert isinstance(made, str)
    assert made != text
    assert applied(found.text, edits) == made
    assert len(edits) > 1
    assert sum(edit.end - edit.start for edit in edits) < len(text) / 2


def test_after_them_there_is_nothing_to_do(tmp_path: Path) -> None:
    found = opened(tmp_path, UNTIDY)
    text = applied(found.text, formatted(found.roadmap, found.path))
    found.workspace.put(found.path, text)
    assert formatted(found.roadmap, found.path) == ()


@pytest.mark.parametrize("text", ["title: 'Steel\nnote: x\n", "title: Steel\n? a\n: b\n", ""])
def test_a_file_that_fmt_leaves_alone_has_no_edits(tmp_path: Path, text: str) -> None:
    found = opened(tmp_path, {"steel.yaml": text, "carbonroad.yaml": "title: A plan\n"})
    assert formatted(found.roadmap, found.path) == ()


def test_a_file_that_is_not_there_has_no_edits(tmp_path: Path) -> None:
    found = opened(tmp_path, UNTIDY)
    assert formatted(found.roadmap, str(tmp_path / "gone.yaml")) == ()


_LINES = st.lists(st.sampled_from(["a", "b: 1", "  c", "", "长：", "d # e"]), max_size=12)


@given(_LINES, _LINES, st.sampled_from(["\n", "\r\n", "\r"]))
def test_edits_make_one_text_of_another_in_order_and_apart(one: list[str], two: list[str], end: str) -> None:
    old, new = end.join(one), end.join(two)
    edits = edits_between(old, new)
    assert applied(old, edits) == new
    assert all(before.end <= after.start for before, after in pairwise(edits))
    assert edited(SourceText("x", old), edits).text.replace("\r\n", "\n") == new.replace("\r\n", "\n")
