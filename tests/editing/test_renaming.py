"""Renaming: every place of an id and no other; what would change a meaning is refused with the reason."""

import json
import random
import re
from pathlib import Path

import pytest
from marked_roadmaps import MARK, ROADMAPS, Marked, edited, marked, opened, text_of

from carbonroad.editing.answers import Refusal
from carbonroad.editing.mentioning.index_cache import index_of
from carbonroad.editing.renaming.at_cursor import rename, rename_at
from carbonroad.export.json_export import export_json
from carbonroad.workspace.roadmap import Roadmap

TOP = """
    carbonroad: 1
    title: Test
    industries: [steel]
    phases:
      - {id: fyp15, title: {en: 15th FYP, zh: “十五五”}, years: 2026..2030}
    organisations:
      miit: {title: {en: Ministry of Industry, zh: 工信部}, short: MIIT}
      mee: {title: Ministry of Ecology}
    sources:
      plan: {title: Action plan, number: No. 7}
    milestones:
      - {id: peak, title: Emissions peak, deadline: before 2030, goal: peak}
"""


def _both(folder: Path, steel: str) -> Marked:
    return marked(folder, {"carbonroad.yaml": TOP, "steel.yaml": steel})


def _renamed(one: Marked, new: str) -> str:
    """The lines that a renaming changes, as they are then."""
    edits = rename(one.roadmap, one.path, one.offset, new)
    assert not isinstance(edits, Refusal), edits
    lines = []
    for path, text in edited(one.roadmap, edits).items():
        before = text_of(one.roadmap, path).splitlines()
        lines += [now.strip() for old, now in zip(before, text.splitlines(), strict=True) if old != now]
    return " | ".join(lines)


@pytest.mark.parametrize(
    ("steel", "new", "lines"),
    [
        (
            """
            milestones:
              - {id: A‸, title: A, deadline: 2029}
              - {id: B, title: Not A, deadline: after A, after: [A, {id: steel.A}], note: A}
            """,
            "first",
            (
                "- {id: first, title: A, deadline: 2029} | "
                "- {id: B, title: Not A, deadline: after first, after: [first, {id: steel.first}], note: A}"
            ),
        ),
        (
            """
            里程碑:
              - 编号: 钢铁达峰
                标题: 钢铁达峰
                期限: 2030年前
              - 编号: K2
                标题: 其他
                期限: 钢铁达峰‸后18个月内
                前置: "钢铁达峰"
            """,
            "达峰1",
            '- 编号: 达峰1 | 期限: 达峰1后18个月内 | 前置: "达峰1"',
        ),
        (
            """
            milestones:
              - {id: 1‸, title: One, deadline: 2030}
              - {id: '2', title: Two, deadline: 2031, after: 1}
            """,
            "2030",
            "- {id: 2030, title: One, deadline: 2030} | - {id: '2', title: Two, deadline: 2031, after: 2030}",
        ),
        (
            """
            milestones:
              - {id: A‸, title: One, deadline: 2030}
              - {id: B, title: Two, deadline: 2031, after: 'A', for: steel.A}
            """,
            "null",
            (
                '- {id: "null", title: One, deadline: 2030} | '
                "- {id: B, title: Two, deadline: 2031, after: 'null', for: steel.null}"
            ),
        ),
        (
            """
            indicators:
              - id: eaf
                title: Furnaces
                unit: "%"
                targets: {2030: [{value: 1}, {id: x, value: 20, superseded_by: e‸af@2030}], fyp15: 3}
            works:
              - {id: W, title: W, for: [eaf@2030.x, eaf@fyp15, eaf], deadline: 2030}
            """,
            "electric",
            (
                "- id: electric | "
                "targets: {2030: [{value: 1}, {id: x, value: 20, superseded_by: electric@2030}], fyp15: 3} | "
                "- {id: W, title: W, for: [electric@2030.x, electric@fyp15, electric], deadline: 2030}"
            ),
        ),
        (
            """
            indicators:
              - id: eaf
                title: Furnaces
                unit: "%"
                targets: {2030: [{value: 15}, {id: dra‸ft, value: 20}]}
            works:
              - {id: W, title: W, for: steel.eaf@2030.draft, deadline: 2030}
            """,
            "final",
            (
                "targets: {2030: [{value: 15}, {id: final, value: 20}]} | "
                "- {id: W, title: W, for: steel.eaf@2030.final, deadline: 2030}"
            ),
        ),
        (
            """
            owner: &who mii‸t
            lead: *who
            support: [MIIT, 工信部, mee]
            """,
            "industry",
            "miit: {title: {en: Ministry of Industry, zh: 工信部}, short: MIIT} | owner: &who miit".replace(
                "miit", "industry"
            ),
        ),
        (
            """
            milestones:
              - {id: A, title: A, deadline: 2030, source: [pl‸an#3, {id: plan}, No. 7, Action plan]}
            """,
            "方案",
            (
                "方案: {title: Action plan, number: No. 7} | "
                "- {id: A, title: A, deadline: 2030, source: [方案#3, {id: 方案}, No. 7, Action plan]}"
            ),
        ),
        (
            """
            indicators:
              - {id: eaf, title: F, unit: "%", targets: {fyp15: 15}}
            milestones:
              - {id: A, title: A, deadline: end of fyp‸15, superseded_by: eaf@fyp15, note: 15th FYP}
              - {id: B, title: B, deadline: 15th FYP}
            """,
            "plan-5",
            (
                "- {id: plan-5, title: {en: 15th FYP, zh: “十五五”}, years: 2026..2030} | "
                '- {id: eaf, title: F, unit: "%", targets: {plan-5: 15}} | '
                "- {id: A, title: A, deadline: end of plan-5, superseded_by: eaf@plan-5, note: 15th FYP}"
            ),
        ),
        (
            """
            milestones:
              - {id: "\\x41‸", title: Escaped, deadline: 2030}
              - {id: B, title: B, deadline: 2031, after: A}
            """,
            "C",
            '- {id: "C", title: Escaped, deadline: 2030} | - {id: B, title: B, deadline: 2031, after: C}',
        ),
    ],
)
def test_an_id_is_changed_everywhere_and_nothing_else(
    tmp_path: Path, steel: str, new: str, lines: str
) -> None:
    assert _renamed(_both(tmp_path, steel), new) == lines


def test_where_the_new_id_hides_another_its_file_is_written_before_it(tmp_path: Path) -> None:
    one = _both(
        tmp_path,
        """
        milestones:
          - {id: A‸, title: A, deadline: 2029}
          - {id: B, title: B, deadline: 2029, for: peak}
        """,
    )
    assert _renamed(one, "peak") == (
        "- {id: peak, title: A, deadline: 2029} | - {id: B, title: B, deadline: 2029, for: top.peak}"
    )


@pytest.mark.parametrize(
    ("new", "why"),
    [
        ("", "An id cannot be empty."),
        ("a b", '"a b" cannot be an id: there is a blank in it.'),
        ("a.b", '"a.b" cannot be an id: a dot stands between a file and an id.'),
        ("a@b", '"a@b" cannot be an id.'),
        ("B", 'There is "B" already, in steel.yaml.'),
    ],
)
def test_what_is_no_id_or_is_taken_is_refused(tmp_path: Path, new: str, why: str) -> None:
    one = _both(
        tmp_path, "milestones:\n- {id: A‸, title: A, deadline: 2029}\n- {id: B, title: B, deadline: 2029}\n"
    )
    edits = rename(one.roadmap, one.path, one.offset, new)
    assert isinstance(edits, Refusal)
    assert edits.message == why
    assert edits.help


def test_a_name_that_would_be_read_otherwise_is_refused(tmp_path: Path) -> None:
    one = _both(tmp_path, "milestones:\n- {id: A, title: A, deadline: by the end of fyp‸15}\n")
    edits = rename(one.roadmap, one.path, one.offset, "2031")
    assert isinstance(edits, Refusal)
    assert edits.message == 'With the id "2031", something else would be meant in steel.yaml:2.'


def test_an_id_that_is_a_date_in_a_deadline_gets_its_file_before_it(tmp_path: Path) -> None:
    one = _both(
        tmp_path,
        "milestones:\n- {id: A‸, title: A, deadline: 2029}\n- {id: B, title: B, deadline: after A}\n",
    )
    assert _renamed(one, "2030").endswith("deadline: after steel.2030}")


def test_the_same_id_again_changes_nothing(tmp_path: Path) -> None:
    one = _both(tmp_path, "milestones:\n- {id: A‸, title: A, deadline: 2029}\n")
    assert rename(one.roadmap, one.path, one.offset, "A") == {}


@pytest.mark.parametrize(
    ("steel", "why"),
    [
        ("mile‸stones: []\n", '"milestones" is a word of the format and cannot be renamed.'),
        ("里程‸碑: []\n", '"里程碑" is a word of the format and cannot be renamed.'),
        (
            "milestones: [{id: A, title: A, deadline: 2030, status: plan‸ned}]\n",
            '"planned" is a word of the format and cannot be renamed.',
        ),
        ("industry: st‸eel\n", '"steel" is the name of the file steel.yaml.'),
        (
            "milestones: [{id: A, title: A, deadline: 2030, for: steel‸.A}]\n",
            '"steel" is the name of the file steel.yaml.',
        ),
        (
            "milestones: [{id: A, title: A, deadline: 2030, for: to‸p.peak}]\n",
            '"top" is a word of the format and cannot be renamed.',
        ),
        ("owner: MI‸IT\n", '"MIIT" is not the id of what it names, which is "miit".'),
        (
            "indicators: [{id: eaf, title: F, unit: '%', targets: {20‸30: 15}}]\n",
            '"2030" is the time of a target, and no id.',
        ),
        (
            "milestones:\n- {id: ‸A, title: A, deadline: 2029}\n- {id: A, title: B, deadline: 2029}\n",
            'The id "A" is given twice.',
        ),
    ],
)
def test_what_cannot_be_renamed_says_why(tmp_path: Path, steel: str, why: str) -> None:
    one = _both(tmp_path, steel)
    found = rename_at(one.roadmap, one.path, one.offset)
    assert isinstance(found, Refusal)
    assert found.message == why
    assert rename(one.roadmap, one.path, one.offset, "x") == found


def test_words_that_name_nothing_have_no_name(tmp_path: Path) -> None:
    one = _both(tmp_path, "title: St‸eel\n")
    assert rename_at(one.roadmap, one.path, one.offset) is None
    assert isinstance(rename(one.roadmap, one.path, one.offset, "x"), Refusal)


def test_what_is_renamed_is_the_id_without_its_quotes(tmp_path: Path) -> None:
    one = _both(tmp_path, "milestones:\n- {id: 'A-1‸', title: A, deadline: 2029}\n")
    found = rename_at(one.roadmap, one.path, one.offset)
    assert found is not None
    assert not isinstance(found, Refusal)
    span, ident = found
    assert (text_of(one.roadmap, one.path)[span.start : span.end], ident) == ("A-1", "A-1")


def test_an_id_that_an_alias_uses_for_something_else_is_refused(tmp_path: Path) -> None:
    one = _both(
        tmp_path,
        """
        measures: [{id: &x A‸, title: Measure}]
        milestones: [{id: *x, title: Milestone, deadline: 2030}]
        """,
    )
    found = rename(one.roadmap, one.path, one.offset, "B")
    assert isinstance(found, Refusal)
    assert found.message == '"A" in steel.yaml:1 cannot be changed alone.'


def test_a_name_in_a_line_that_cannot_be_read_is_changed_too(tmp_path: Path) -> None:
    one = _both(
        tmp_path,
        """
        milestones:
          - {id: A‸, title: A, deadline: 2029}
          - id: B
            title: B
            deadline: 2030
            note: "A is the first
            after: [A, C
        """,
    )
    edits = rename(one.roadmap, one.path, one.offset, "first")
    assert not isinstance(edits, Refusal)
    text = edited(one.roadmap, edits)[one.path]
    assert "id: first" in text
    assert "after: [first, C" in text
    assert '"A is the first' in text


CHILD = """
    title: North
    parent: nation
    owner: miit
    indicators:
      - {id: wind, title: Wind, unit: GW, targets: {2030: 3}}
"""


def _nation(folder: Path) -> tuple[Roadmap, Roadmap]:
    nation = (
        f"{TOP}    indicators: [{{id: wind, title: W, unit: GW, allocation: sum, targets: {{2030: 5}}}}]\n"
    )
    files = {
        "nation/carbonroad.yaml": nation,
        "nation/steel.yaml": "title: S\n",
        "north/carbonroad.yaml": CHILD,
    }
    marked(folder, files)
    return opened(folder / "nation" / "carbonroad.yaml"), opened(folder / "north" / "carbonroad.yaml")


def test_what_a_roadmap_above_declares_is_renamed_there_and_in_those_below(tmp_path: Path) -> None:
    nation, north = _nation(tmp_path)
    path, child = nation.paths[0], north.paths[0]
    below = rename_at(north, child, text_of(north, child).index("miit"))
    assert isinstance(below, Refusal)
    assert below.message == '"miit" is declared in nation/carbonroad.yaml, by a roadmap above.'
    edits = rename(nation, path, text_of(nation, path).index("miit"), "moi", others=[nation, north])
    assert not isinstance(edits, Refusal)
    assert {Path(one).parent.name: len(some) for one, some in edits.items()} == {"nation": 1, "north": 1}


def test_an_id_that_ties_a_target_to_the_one_above_is_not_changed(tmp_path: Path) -> None:
    nation, north = _nation(tmp_path)
    path, child = nation.paths[0], north.paths[0]
    at = re.search("(?<=id: )wind", text_of(nation, path))
    assert at is not None
    above = rename(nation, path, at.start(), "air", others=[north])
    assert isinstance(above, Refusal)
    assert "is part of it by its id" in above.message
    below = rename_at(north, child, text_of(north, child).index("wind"))
    assert isinstance(below, Refusal)
    assert below.message == 'By its id, "wind" is part of the indicator of a roadmap above.'


def _state(roadmap: Roadmap) -> tuple[str, list[tuple[str, ...]]]:
    """What a roadmap exports, without digests of its files, and its findings without their places."""
    project = roadmap.project
    data = json.dumps(export_json(project.system, project.facts, "1"), ensure_ascii=False, sort_keys=True)
    findings = [(one.code, str(one.message), one.pointer, one.severity.value) for one in project.findings]
    return re.sub(r'"(fingerprint|sha256|digest)": "[^"]*"', "", data), findings


@pytest.mark.parametrize(("name", "count"), [("china", 14), ("france", 8)])
def test_a_roadmap_says_the_same_with_another_id(name: str, count: int) -> None:
    suffix = "zq9x"  # in no file, so that it can be taken away again
    roadmap = opened(ROADMAPS / name / "carbonroad.yaml")
    index, before = index_of(roadmap), _state(roadmap)
    named = [thing for thing, one in index.names.things() if one.id and one.kind != "pathway"]
    for thing in random.Random(7).sample(named, count):
        place = index.place(thing)
        assert place is not None
        edits = rename(roadmap, place.path, place.start, index.names.declared[thing][1].id + suffix)
        assert not isinstance(edits, Refusal), (thing, edits)
        text, findings = _state(opened(Path(roadmap.paths[0]), edited(roadmap, edits)))
        again = [tuple(words.replace(suffix, "") for words in finding) for finding in findings]
        assert (text.replace(suffix, ""), again) == before, thing


def test_wherever_a_file_breaks_off_renaming_answers(tmp_path: Path) -> None:
    one = _both(
        tmp_path,
        "milestones:\n- {id: A‸, title: A, deadline: 2029}\n- {id: B, title: B, deadline: 2030, after: [A]}",
    )
    text = text_of(one.roadmap, one.path)
    assert MARK not in text
    for end in range(0, len(text), 3):
        roadmap = opened(Path(one.path), {one.path: text[:end]})
        for offset in (one.offset, end):
            edits = rename(roadmap, one.path, min(offset, end), "new")
            assert isinstance(edits, Refusal) or "new" in edited(roadmap, edits)[one.path]
