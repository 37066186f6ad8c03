"""Deadlines of every kind in whole files, the defaults of targets, milestones that stand for targets."""

from pathlib import Path

import pytest
from roadmap_files import item, load_files, mistakes, names

from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.times.deadlines import parse_deadline
from carbonroad.base.times.edtf import edtf

PHASES = """
    phases:
      - {id: fyp14, title: {en: 14th FYP, zh: “十四五”}, years: 2021..2025}
      - {id: fyp15, title: {en: 15th FYP, zh: “十五五”}, years: 2026..2030}
"""
KINDS = [
    ("2030", "by", None, "2030-12-31", "../2030"),
    ("到2030年", "by", None, "2030-12-31", "../2030"),
    ("2030年6月底前", "by", None, "2030-06-30", "../2030-06"),
    ("2030-Q2", "by", None, "2030-06-30", "../2030-06"),
    ("mid-2030", "by", None, "2030-06-30", "../2030-06"),
    ("2030.06.30", "by", None, "2030-06-30", "../2030-06-30"),
    ("before 2030", "before", None, "2030-12-31", "../2030"),
    ("2030年前", "before", None, "2030-12-31", "../2030"),
    ("around 2030", "around", "2029-01-01", "2031-12-31", "2030~"),
    ("15th FYP", "during", "2026-01-01", "2030-12-31", "2026/2030"),
    ("“十五五”期间", "during", "2026-01-01", "2030-12-31", "2026/2030"),
    ("14th and 15th FYP", "during", "2021-01-01", "2030-12-31", "2021/2030"),
    ("2026—2030年", "during", "2026-01-01", "2030-12-31", "2026/2030"),
    ("from 2031", "from", "2031-01-01", None, "2031/.."),
    ("2031年起", "from", "2031-01-01", None, "2031/.."),
    ("every year 2026..2030", "each", "2026-01-01", "2030-12-31", "2026/2030"),
    ("none", "none", None, None, None),
    ("长期", "none", None, None, None),
    ("not stated", "not-stated", None, None, None),
    ("未明确", "not-stated", None, None, None),
    ("after K5", "conditional", None, None, None),
]


@pytest.mark.parametrize(("words", "kind", "earliest", "latest", "text"), KINDS)
def test_every_kind_of_deadline_is_dated_in_a_whole_file(
    tmp_path: Path, words: str, kind: str, earliest: str | None, latest: str | None, text: str | None
) -> None:
    project = load_files(
        tmp_path,
        PHASES
        + f"""
    milestones:
      - {{id: a, title: A, deadline: {words}}}
      - {{id: K5, title: K, deadline: 2029}}
""",
    )
    assert names(project) == []
    deadline = item(project, "steel.a").deadline
    assert deadline is not None
    assert (deadline.words, deadline.kind, deadline.strive) == (words, kind, False)
    days = [None if day is None else str(day) for day in (deadline.earliest, deadline.latest)]
    assert days == [earliest, latest]
    assert edtf(deadline) == text
    if text is not None:
        again = parse_deadline(text, ())
        assert not isinstance(again, Refusal)
        assert (again.earliest, again.latest) == (deadline.earliest, deadline.latest)


def test_exclusive_before_ends_the_day_before_and_exports_that_day(tmp_path: Path) -> None:
    project = load_files(
        tmp_path,
        """
        before_means: exclusive
        milestones:
          - {id: a, title: A, deadline: before 2030}
          - {id: c, title: C, deadline: 2030年6月30日前}
        """,
    )
    deadline = item(project, "steel.a").deadline
    assert (str(deadline.latest), edtf(deadline)) == ("2029-12-31", "../2029-12-31")
    assert str(item(project, "steel.c").latest) == "2030-06-30"


def test_free_words_take_the_day_that_the_author_gives(tmp_path: Path) -> None:
    project = load_files(
        tmp_path, "milestones: [{id: a, title: A, deadline: {words: 本届任期内, by: 2027-12}}]\n"
    )
    deadline = item(project, "steel.a").deadline
    assert (deadline.words, deadline.kind, str(deadline.latest)) == ("本届任期内", "by", "2027-12-31")


def test_striving_is_a_flag_beside_the_day(tmp_path: Path) -> None:
    project = load_files(tmp_path, "milestones: [{id: a, title: A, deadline: 力争2030年前}]\n")
    deadline = item(project, "steel.a").deadline
    assert (deadline.strive, deadline.kind, str(deadline.latest)) == (True, "before", "2030-12-31")


def test_an_undeclared_phase_is_an_error_that_names_the_declared_ones(tmp_path: Path) -> None:
    project = load_files(tmp_path, PHASES + "    milestones: [{id: a, title: A, deadline: “十八五”期间}]\n")
    assert names(project) == ["undeclared-phase"]
    assert "14th FYP" in mistakes(project)[0].help


@pytest.mark.parametrize(
    ("deadline", "kind", "base"),
    [
        ("after K5", "conditional", "from"),
        ("K5后18个月内", "conditional", None),
        ("18 months after K5", "conditional", None),
        ("by 2030, if: K5", "conditional", "by"),
        ("2026..2030, if: K5", "conditional", "during"),
    ],
)
def test_a_condition_makes_the_deadline_conditional_and_is_resolved(
    tmp_path: Path, deadline: str, kind: str, base: str | None
) -> None:
    project = load_files(
        tmp_path,
        f"milestones: [{{id: a, title: A, deadline: {deadline}}}, {{id: K5, title: K, deadline: 2028}}]\n",
    )
    assert names(project) == []
    row = item(project, "steel.a")
    assert row.condition == "steel.K5"
    assert row.deadline.kind == kind
    assert base is None or row.deadline.base_kind == base


def test_after_peak_means_the_own_peak_else_the_top_files(tmp_path: Path) -> None:
    project = load_files(
        tmp_path,
        {
            "carbonroad.yaml": "title: P\nbefore_means: inclusive\n"
            "milestones: [{id: summit, title: S, deadline: 2030, goal: peak}]\n",
            "steel.yaml": "milestones: [{id: top-out, title: T, deadline: 2029, goal: peak},"
            " {id: a, title: A, deadline: after peak}]\n",
            "copper.yaml": "milestones: [{id: a, title: A, deadline: 达峰后}]\n",
        },
    )
    assert names(project) == []
    assert item(project, "steel.a").condition == "steel.top-out"
    assert item(project, "copper.a").condition == "top.summit"


TARGETS = (
    PHASES
    + """
    indicators:
      - id: e
        title: E
        unit: Mt
        nature: binding
        targets:
          2030: 1
          2030-06: 2
          fyp15: 3
          2026..2028: 4
          2035:
            - {value: 5, id: draft, deadline: before 2035, nature: expected}
            - {value: 6}
            - 7
"""
)


def test_every_target_is_a_row_due_by_the_end_of_its_key(tmp_path: Path) -> None:
    project = load_files(tmp_path, TARGETS)
    assert names(project) == []
    rows = {
        i.id: (i.deadline and i.deadline.kind, str(i.latest), i.nature, i.listed)
        for i in project.system.items.values()
    }
    assert rows == {
        "e@2030": ("by", "2030-12-31", "binding", True),
        "e@2030-06": ("by", "2030-06-30", "binding", True),
        "e@fyp15": ("by", "2030-12-31", "binding", True),
        "e@2026..2028": ("by", "2028-12-31", "binding", True),
        "e@2035.draft": ("before", "2035-12-31", "expected", True),
        "e@2035": ("by", "2035-12-31", "binding", True),
        "e@2035.2": ("by", "2035-12-31", "binding", True),
    }


def test_a_key_that_is_no_time_is_found_at_the_key(tmp_path: Path) -> None:
    project = load_files(
        tmp_path, "indicators: [{id: e, title: E, unit: Mt, targets: {soon: 1, 2030-13: 2}}]\n"
    )
    assert sorted(names(project)) == ["impossible-date", "unknown-phase"]


def test_a_milestone_of_the_year_stands_for_the_targets_of_its_indicators(tmp_path: Path) -> None:
    project = load_files(
        tmp_path,
        """
        indicators:
          - {id: e, title: E, unit: Mt, targets: {2030: 1, 2035: 2}}
          - {id: f, title: F, unit: Mt, targets: {2030: 1}}
        milestones:
          - {id: a, title: A, deadline: before 2030, indicator: [e]}
          - {id: old, title: Old, deadline: 2035, indicator: e, superseded_by: a}
        """,
    )
    assert names(project) == []
    listed = {i.id: i.listed for i in project.system.items.values() if i.kind == "target"}
    assert listed == {"e@2030": False, "e@2035": True, "f@2030": True}
