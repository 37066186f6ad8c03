"""Quick fixes: what is done about a finding mends it, brings no error with it, and touches nothing else."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from corpus_files import cases, files_of, stated
from editor_files import DATA_DATE, Opened, found_after, opened, texts_after

from carbonroad.checking.rule_pages import pages
from carbonroad.editing.acting.at_cursor import actions, fix_all
from carbonroad.editing.answers import Action
from carbonroad.findings import Finding, Severity
from carbonroad.source.text import SourceText, read
from carbonroad.workspace.workspace import Roadmap, Workspace

TOP = """\
# carbonroad.yaml
title: Plan of the ministry
as_of: 2026-11-22
before_means: inclusive
organisations:
  miit: {title: Ministry of Industry, short: MIIT}  # the first
# what follows
sources:
  ap21:
    title: Action plan
"""


def titles(found: Sequence[Action]) -> list[str]:
    return [action.title for action in found]


def chosen(found: Sequence[Action], title: str) -> Action:
    return next(action for action in found if action.title.startswith(title))


def all_at(roadmap: Roadmap, path: str, lang: str = "en") -> Iterator[tuple[Finding, Action]]:
    """Everything that can be done at each finding of a file."""
    for finding in roadmap.findings(path):
        for action in actions(roadmap, path, finding.span.start, finding.span.start, lang):
            yield finding, action


def errors(found: Sequence[Finding]) -> Counter[tuple[str, str]]:
    return Counter((one.span.path, one.code) for one in found if one.severity is Severity.error)


def not_mended(workspace: Workspace, roadmap: Roadmap, action: Action) -> str:
    """What is wrong with an action: its finding stays, or an error came; empty where nothing is."""
    before, after = roadmap.findings(), found_after(workspace, roadmap, action)
    (own,) = action.findings
    left = [one for one in after if (one.name, one.span.path) == (own.name, own.span.path)]
    were = [one for one in before if (one.name, one.span.path) == (own.name, own.span.path)]
    if len(left) >= len(were):
        return f"{action.title}: {own.name} stays in {own.span.path}"
    new = errors(after) - errors(before)
    return f"{action.title}: brings {sorted(new)}" if new else ""


def assert_mended(found: Opened, action: Action) -> None:
    assert not_mended(found.workspace, found.roadmap, action) == ""


def of_meaning(roadmap: Roadmap, path: str, lang: str) -> Iterator[Action]:
    """What can be done at each finding but those of the syntax: behind one of them another may hide."""
    return (one for finding, one in all_at(roadmap, path, lang) if not one.findings[0].code.startswith("CR0"))


def states(case: Path, end: str) -> Iterator[tuple[Workspace, Roadmap]]:
    """The roadmaps of a case of the corpus, with line ends of one kind."""
    as_of = stated(case).as_of
    workspace = Workspace(lambda: as_of, as_of)
    files = [file.resolve() for file in files_of(case) if file.suffix != ".json"]
    for file in files if end != "\n" else ():
        text = read(file)
        if isinstance(text, SourceText) and "\r" not in text.text and not text.bom:
            workspace.put(str(file), text.text.replace("\n", end))
    known = {id(one): one for file in files if (one := workspace.roadmap(str(file))) is not None}
    yield from ((workspace, one) for one in known.values())


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_whatever_is_done_in_the_corpus_mends_what_it_is_about(end: str) -> None:
    done = 0
    wrong: list[str] = []
    for case in cases():
        for workspace, roadmap in states(case, end):
            for path in roadmap.paths:
                for action in of_meaning(roadmap, path, "en"):
                    done += 1
                    wrong += filter(None, (not_mended(workspace, roadmap, action),))
    assert wrong == [], "\n".join(wrong)
    assert done > 100


def test_whatever_is_done_in_the_examples_of_the_rules_mends_it(tmp_path: Path) -> None:
    done = 0
    wrong: list[str] = []
    for page in pages():
        if page.escaped:  # bytes that are no text
            continue
        folder = tmp_path / page.rule.code
        first, *pieces = re.split(r"(?m)^# file (\S+)\n", page.flagged)
        files = dict(zip(pieces[::2], pieces[1::2], strict=True)) or {"steel.yaml": first}
        for name, text in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
        workspace = Workspace(lambda: DATA_DATE, DATA_DATE)
        for name in files:
            roadmap = workspace.roadmap(str(folder / name))
            for action in of_meaning(roadmap, str(folder / name), "zh") if roadmap is not None else ():
                assert roadmap is not None
                done += 1
                wrong += filter(None, (not_mended(workspace, roadmap, action),))
    assert wrong == [], "\n".join(wrong)
    assert done > 100


def test_a_repair_that_leaves_no_doubt_comes_first_and_is_preferred(tmp_path: Path) -> None:
    steel = (
        "title: Steel\nmilestones:\n  - {id: M1, title: One, deadline: 2030, owner: miti▮, source: ap21}\n"
    )
    found = opened(tmp_path, {"steel.yaml": steel, "carbonroad.yaml": TOP})
    done = actions(found.roadmap, found.path, found.offset, found.offset, "en")
    assert titles(done) == [
        'Replace "miti" with "miit"',
        'Declare the organisation "miti"',
        "Suppress unknown-organisation here: accepted as it stands",
        "Suppress unknown-organisation until 2027-02-28: to be settled",
    ]
    assert [action.preferred for action in done] == [True, False, False, False]
    assert {action.kind for action in done} == {"quickfix"}
    assert titles(actions(found.roadmap, found.path, found.offset, found.offset, "zh")) == [
        "把“miti”改为“miit”",
        "声明单位“miti”",
        "在此处忽略 unknown-organisation：经核可，维持现有写法",
        "忽略 unknown-organisation 至 2027-02-28：待进一步明确",
    ]


def test_a_repair_that_needs_a_look_says_so(tmp_path: Path) -> None:
    found = opened(
        tmp_path,
        "title: Steel\nsources:\n  a: {title: A plan, url: exa▮mple.org}\nmilestones: []\n",
    )
    (action,) = (
        one
        for one in actions(found.roadmap, found.path, found.offset, found.offset, "en")
        if one.findings[0].name == "not-a-web-address" and "https" in str(one.edits)
    )
    assert action.title.endswith(" (look at the result)")
    assert not action.preferred
    assert_mended(found, action)


def test_nothing_is_offered_where_nothing_is_found(tmp_path: Path) -> None:
    steel = "title: Steel\nmilestones:\n  - {id: M1, title: One, deadline: 2030, owner: miti}\n"
    found = opened(tmp_path, {"steel.yaml": steel, "carbonroad.yaml": TOP})
    assert actions(found.roadmap, found.path, 0, 3, "en") == []
    assert actions(found.roadmap, str(tmp_path / "gone.yaml"), 0, 3, "en") == []


@pytest.mark.parametrize(
    ("line", "lang", "written"),
    [
        (
            "    deadline: 2030\n",
            "en",
            "  - id: M1  # carbonroad: ignore[no-owner] -- accepted as it stands\n",
        ),
        ("    deadline: 2030\n", "zh", "  - id: M1  # carbonroad: 忽略[no-owner] —— 经核可，维持现有写法\n"),
    ],
)
def test_a_comment_that_suppresses_stands_at_the_lines_end_with_its_reason(
    tmp_path: Path, line: str, lang: str, written: str
) -> None:
    found = opened(tmp_path, f"title: Steel\nmilestones:\n  - id: M1▮\n    title: One\n{line}")
    done = actions(found.roadmap, found.path, found.offset, found.offset, lang)
    action = next(
        one for one in done if "忽略[no-owner] —" in str(one.edits) or "ignore[no-owner] --" in str(one.edits)
    )
    (text,) = texts_after(found.roadmap, action).values()
    assert text.splitlines(keepends=True)[2] == written
    assert_mended(found, action)


def test_a_comment_that_stands_there_takes_the_rule_in(tmp_path: Path) -> None:
    found = opened(
        tmp_path,
        """
        title: Steel
        milestones:
          - id: M1▮  # carbonroad: ignore[no-source] -- its text is not public
            title: One
            deadline: 2030
        """,
    )
    (action,) = actions(found.roadmap, found.path, found.offset, found.offset, "en")
    assert action.title == "Suppress no-owner by the comment that stands here"
    (text,) = texts_after(found.roadmap, action).values()
    assert "# carbonroad: ignore[no-source, no-owner] -- its text is not public\n" in text
    assert_mended(found, action)


def test_inside_a_text_of_several_lines_the_comment_stands_above_it(tmp_path: Path) -> None:
    found = opened(
        tmp_path,
        """
        title: Steel
        owner: [a body]
        milestones:
          - id: M1
            title: >-
              Steel
              peaks
            deadline: 2030
            source: "plan that
              goes▮ on"
        """,
    )
    for finding in found.roadmap.findings():
        for action in actions(found.roadmap, found.path, finding.span.start, finding.span.start, "en"):
            assert_mended(found, action)


def test_what_concerns_a_file_is_suppressed_at_its_head(tmp_path: Path) -> None:
    steel = "# The steel industry.\n\ntitle: Steel\nowner: miit\nindicators: []\n"
    found = opened(tmp_path, {"steel.yaml": steel, "carbonroad.yaml": TOP})
    done = [one for _, one in all_at(found.roadmap, found.path)]
    action = chosen(done, "Suppress industry-without-milestone here")
    assert_mended(found, action)


def test_errors_of_reading_cannot_be_suppressed(tmp_path: Path) -> None:
    found = opened(tmp_path, "title: Steel\nmilestones:\n  - id: 'M1\n    title: One\n")
    assert not any("Suppress" in action.title for _, action in all_at(found.roadmap, found.path))


def test_an_unknown_body_and_source_are_declared_where_the_others_are(tmp_path: Path) -> None:
    steel = """\
title: Steel
milestones:
  - {id: M1, title: One, deadline: 2030, owner: Ministry of Water, source: "fyp15#3.2"}
"""
    found = opened(tmp_path, {"steel.yaml": steel, "carbonroad.yaml": TOP})
    top = str(tmp_path / "carbonroad.yaml")
    done = [one for _, one in all_at(found.roadmap, found.path)]
    body = chosen(done, 'Declare the organisation "Ministry of Water"')
    assert texts_after(found.roadmap, body) == {
        top: TOP.replace("# the first\n", "# the first\n  ministry-of-water: {title: Ministry of Water}\n")
    }
    assert_mended(found, body)
    source = chosen(done, 'Declare the source "fyp15"')
    assert texts_after(found.roadmap, source) == {top: f"{TOP}  fyp15:\n    title: fyp15\n"}
    assert_mended(found, source)


def test_without_that_section_it_is_begun(tmp_path: Path) -> None:
    steel = "title: Steel\nmilestones:\n  - {id: M1, title: One, deadline: 2030, owner: miit, source: ap21}\n"
    top = "标题: 规划\n单位:\n  miit: {标题: 工信部}\n"
    found = opened(tmp_path, {"steel.yaml": steel, "carbonroad.yaml": top})
    done = [one for _, one in all_at(found.roadmap, found.path)]
    for action in done:
        assert_mended(found, action)
    declared = [one for one in done if one.title.startswith("Declare")]
    for action in declared:
        (text,) = texts_after(found.roadmap, action).values()
        assert text == f"{top.rstrip()}\n来源:\n  ap21:\n    标题: ap21\n"


_MORE = "  - id: eaf▮\n    title: More  # why\n"
_THIRD = "  - title▮: A third thing\n    deadline: 2030\n"


@pytest.mark.parametrize(
    ("entry", "title", "written"),
    [
        (_MORE, "Add deadline: not stated", "    title: More  # why\n    deadline: not stated\n"),
        (_THIRD, "Add id: a-third-thing", "  - id: a-third-thing\n    title: A third thing\n"),
        ("  - {id▮: x, deadline: 2030}\n", "Add title: x", "  - {id: x, deadline: 2030, title: x}\n"),
        (
            "  - id: x\n    title: X\n    deadline▮:  # open\n",
            "Add deadline",
            "    deadline: not stated  # open\n",
        ),
        ("  - 编号▮: 一\n    标题: 第一项\n", "Add 期限: 未明确", "    标题: 第一项\n    期限: 未明确\n"),
    ],
)
def test_a_required_key_is_added_in_its_place(tmp_path: Path, entry: str, title: str, written: str) -> None:
    found = opened(
        tmp_path, f"title: Steel\nmilestones:\n{entry}  - {{id: last, title: Last, deadline: 2031}}\n"
    )
    action = chosen(actions(found.roadmap, found.path, found.offset, found.offset, "en"), title)
    (text,) = texts_after(found.roadmap, action).values()
    assert written in text
    assert_mended(found, action)


def test_all_that_is_safe_is_repaired_at_once_and_the_rest_is_left(tmp_path: Path) -> None:
    steel = """\
title: Steel
milestones：
  - {id: M1, title: One, deadline: 2030, owner: miti, lead: miit}  # stays
  - {id: M2, title: Two, deadlin: 2031, owner: miit}
"""
    found = opened(tmp_path, {"steel.yaml": steel, "carbonroad.yaml": TOP})
    action = fix_all(found.roadmap, found.path, "en")
    assert action is not None
    assert action.kind == "source.fixAll"
    assert action.title.startswith("Repair ")
    (text,) = texts_after(found.roadmap, action).values()
    assert text == (steel.replace("：", ":").replace("miti", "miit").replace("deadlin:", "deadline:"))
    found.workspace.put(found.path, text)
    assert fix_all(found.roadmap, found.path, "en") is None


def test_there_is_nothing_to_repair_in_a_file_that_is_not_there(tmp_path: Path) -> None:
    found = opened(tmp_path, "title: Steel\nmilestones: []\n")
    assert fix_all(found.roadmap, str(tmp_path / "gone.yaml"), "en") is None


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("works:\n  - id: w\n    title: W\n    start: 2027\n    takes: 9▮\n", ["9 months", "9y", "9w", "9d"]),
        ("工程:\n  - 编号: w\n    标题: W\n    开始: 2027\n    工期: 9▮\n", ["9个月", "9年", "9周", "9天"]),
        ("milestones:\n  - id: m\n    title: M\n    deadline: 30/06/2030▮\n", ["2030-06-30"]),
        ("milestones:\n  - id: m\n    title: M\n    deadline: 5.6.2030▮\n", ["2030-06-05", "2030-05-06"]),
        ("里程碑:\n  - 编号: m\n    标题: M\n    期限: 30年前▮\n", ["2030年前"]),
        ("milestones: [{id: M1, title: A, deadline: 2030}, {id: M1▮, title: C, deadline: 2030}]\n", ["M2"]),
        ("milestones: [{id: up, title: A, deadline: 2030}, {id: up▮, title: C, deadline: 2030}]\n", ["up-2"]),
    ],
)
def test_what_may_have_been_meant_is_offered_before_anything_is_suppressed(
    tmp_path: Path, text: str, new: list[str]
) -> None:
    found = opened(tmp_path, {"carbonroad.yaml": TOP, "steel.yaml": f"owner: miit\n{text}"})
    offers = actions(found.roadmap, found.path, found.offset, found.offset, "en")
    assert [one.title.rpartition(" to ")[2].strip('"') for one in offers[: len(new)]] == new
    assert not offers[len(new)].title.startswith("Change")
    for one in offers[: len(new)]:
        assert_mended(found, one)
