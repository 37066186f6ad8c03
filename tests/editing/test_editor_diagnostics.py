"""Findings as an editor shows them: a range on one line, words in the reader's language, other places."""

import os
from pathlib import Path

import pytest
from editor_files import opened

from carbonroad.editing.diagnostics import diagnostics
from carbonroad.findings import Severity

TOP = """
    title: A plan
    as_of: 2026-11-22
    organisations:
      miit: {title: Ministry of Industry}
      mee: {title: Ministry of Environment}
"""


def test_a_finding_says_what_to_write_in_the_readers_language(tmp_path: Path) -> None:
    steel = "title: Steel\nmilestones:\n  - {id: M1, title: One, deadline: 2030, owner: miti, source: none}\n"
    found = opened(tmp_path, {"steel.yaml": steel, "carbonroad.yaml": TOP})
    chosen = [one for one in diagnostics(found.roadmap, found.path, "en") if one.code == "CR201"]
    (one,) = chosen
    assert found.text[one.span.start : one.span.end] == "miti"
    assert (one.severity, one.name, one.fixable) == (Severity.error, "unknown-organisation", True)
    assert one.message == 'Owner "miti" is not declared.\n→ replace "miti" with "miit"'
    (other,) = one.related
    assert other.span.path == str(tmp_path / "carbonroad.yaml")
    assert other.message == "did you mean this one?"
    (chinese,) = (one for one in diagnostics(found.roadmap, found.path, "zh") if one.code == "CR201")
    assert chinese.message == "负责单位“miti”没有声明。\n→ 把“miti”改为“miit”"
    assert chinese.related[0].message == "是指这个吗？"
    assert chinese.finding == one.finding


def test_findings_stand_with_the_file_they_are_about(tmp_path: Path) -> None:
    steel = "title: Steel\nmilestones:\n  - {id: M1, title: One, deadline: before 2030, owner: miit}\n"
    found = opened(tmp_path, {"steel.yaml": steel, "carbonroad.yaml": TOP})
    top = str(tmp_path / "carbonroad.yaml")
    here = {one.span.path for one in diagnostics(found.roadmap, found.path, "en")}
    there = {one.span.path for one in diagnostics(found.roadmap, top, "en")}
    assert here <= {found.path}
    assert there == {top}


def test_what_nothing_uses_and_what_was_dropped_are_tagged(tmp_path: Path) -> None:
    found = opened(
        tmp_path,
        {
            "steel.yaml": """
                title: Steel
                owner: miit
                milestones:
                  - {id: old, title: One, deadline: 2030, status: dropped}
                  - {id: new, title: Two, deadline: 2031, after: old}
                """,
            "carbonroad.yaml": TOP,
        },
    )
    tags = {one.name: one.tags for one in diagnostics(found.roadmap, found.path, "en")}
    assert tags["depends-on-dropped"] == ("deprecated",)
    unused = diagnostics(found.roadmap, str(tmp_path / "carbonroad.yaml"), "en")
    assert {one.tags for one in unused if one.name == "declared-and-never-used"} == {("unnecessary",)}


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("", ""),
        ("\n\n  # only a comment\n", "# only a comment"),
        ("- one\n- two\n", "-"),
        ("title: Steel\nmilestones:\n  - \n", None),
        ("title: Steel\nmilestones:\n  - id:", None),
        ("title: 'Steel\nmilestones: []\n", None),
        ("标题：钢铁\r\n里程碑：\r\n", None),
    ],
)
def test_every_range_is_on_one_line_and_marks_something(
    tmp_path: Path, text: str, marked: str | None
) -> None:
    path = tmp_path / "steel.yaml"
    path.write_text(text, encoding="utf-8", newline="")
    found = opened(tmp_path, {"carbonroad.yaml": "title: A plan\n"})
    roadmap = found.workspace.roadmap(str(path))
    assert roadmap is not None
    told = diagnostics(roadmap, str(path), "en")
    assert told
    for one in told:
        piece = text[one.span.start : one.span.end]
        assert piece or not text
        assert not piece.strip("\r\n") or "\n" not in piece
    if marked is not None:
        assert text[told[0].span.start : told[0].span.end] == marked


def test_a_file_that_is_no_text_is_told_of_without_a_range(tmp_path: Path) -> None:
    path = tmp_path / "steel.yaml"
    path.write_bytes(b"title: \xb8\xd6\xcc\xfa\n")
    found = opened(tmp_path, {"carbonroad.yaml": "title: A plan\n"})
    roadmap = found.workspace.roadmap(str(path))
    assert roadmap is not None
    assert [one.name for one in diagnostics(roadmap, os.fspath(path), "en")] == ["not-utf-8"]
