"""Definition, references, highlights: in files that can be read, and in lines that are half typed."""

from pathlib import Path

import pytest
from marked_roadmaps import MARK, Marked, marked, opened, shown, text_of

from carbonroad.editing.navigation import definition, highlights, references

TOP = """
    carbonroad: 1
    title: Test
    industries: [steel]
    phases:
      - {id: fyp15, title: {en: 15th FYP, zh: “十五五”}, years: 2026..2030}
    organisations:
      miit: {title: {en: Ministry of Industry, zh: 工业和信息化部}, short: MIIT}
    sources:
      plan: {title: Action plan, number: No. 7}
    measures:
      - {id: grid, title: Grid}
    milestones:
      - {id: peak, title: Emissions peak, deadline: before 2030, goal: peak}
"""
STEEL = """
    industry: steel
    title: Steel
    indicators:
      - {id: eaf, title: F, unit: "%", targets: {fyp15: 15, 2035: [{value: 20}, {id: draft, value: 25}]}}
    milestones:
      - id: 钢铁达峰
        title: Steel peaks
        deadline: 2030
      - id: M2
        title: Second
        deadline: 2031
        WRITTEN
"""


def _with(folder: Path, written: str) -> Marked:
    return marked(folder, {"carbonroad.yaml": TOP, "steel.yaml": STEEL.replace("WRITTEN", written)})


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("after: 钢铁‸达峰", "steel.yaml:6: 钢铁达峰"),
        ("前置: [‸钢铁达峰]", "steel.yaml:6: 钢铁达峰"),
        ('after: {id: "钢铁达峰‸", lag: 3mo}', "steel.yaml:6: 钢铁达峰"),
        ("for: steel.钢铁达‸峰", "steel.yaml:6: 钢铁达峰"),
        ("for: st‸eel.钢铁达峰", "steel.yaml:1: steel"),
        ("for: top.pe‸ak", "carbonroad.yaml:13: peak"),
        ("for: 总体.pe‸ak", "carbonroad.yaml:13: peak"),
        ("for: to‸p.peak", "carbonroad.yaml:1: "),
        ("for: peak‸", "carbonroad.yaml:13: peak"),
        ("for: eaf@fy‸p15", "steel.yaml:4: fyp15"),
        ("for: e‸af@2035.draft", "steel.yaml:4: draft"),
        ("superseded_by: eaf@2035‸", "steel.yaml:4: 2035"),
        ("for: ea‸f", "steel.yaml:4: eaf"),
        ("indicator: ea‸f", "steel.yaml:4: eaf"),
        ("measure: gr‸id", "carbonroad.yaml:11: grid"),
        ("owner: MI‸IT", "carbonroad.yaml:7: miit"),
        ("负责: 工业和信息‸化部", "carbonroad.yaml:7: miit"),
        ("support: someone, Ministry of Ind‸ustry and 3 others", "carbonroad.yaml:7: miit"),
        ("source: pl‸an#3.2", "carbonroad.yaml:9: plan"),
        ("source: [《Action ‸plan》]", "carbonroad.yaml:9: plan"),
        ("依据: {id: No.‸ 7}", "carbonroad.yaml:9: plan"),
        ("if: Emissions ‸peak", "carbonroad.yaml:13: peak"),
        ("reports: [{date: 2026-01-01, source: pl‸an}]", "carbonroad.yaml:9: plan"),
        ("note: the pe‸ak", "nowhere"),
        ("own‸er: MIIT", "nowhere"),
        ("after: nobo‸dy", "nowhere"),
        ("source: plan#3‸.2", "nowhere"),
    ],
)
def test_definition_leads_to_where_it_is_declared(tmp_path: Path, written: str, place: str) -> None:
    one = _with(tmp_path, written)
    assert shown(one.roadmap, definition(one.roadmap, one.path, one.offset)) == place


@pytest.mark.parametrize(
    ("deadline", "place"),
    [
        ("by the end of the 15th F‸YP", "carbonroad.yaml:5: fyp15"),
        ("“十五‸五”期间", "carbonroad.yaml:5: fyp15"),
        ("after 钢铁‸达峰", "steel.yaml:6: 钢铁达峰"),
        ("钢铁达‸峰后18个月内", "steel.yaml:6: 钢铁达峰"),
        ("18 months after top.pe‸ak", "carbonroad.yaml:13: peak"),
        ("after the pe‸ak", "carbonroad.yaml:13: peak"),
        ("by 20‸31", "nowhere"),
    ],
)
def test_definition_finds_what_a_deadline_names(tmp_path: Path, deadline: str, place: str) -> None:
    one = marked(
        tmp_path,
        {"carbonroad.yaml": TOP, "steel.yaml": STEEL.replace("2031\n        WRITTEN", deadline)},
    )
    assert shown(one.roadmap, definition(one.roadmap, one.path, one.offset)) == place


def test_an_industry_leads_to_its_file(tmp_path: Path) -> None:
    one = marked(
        tmp_path, {"carbonroad.yaml": TOP.replace("[steel]", "[st‸eel]"), "steel.yaml": "title: S\n"}
    )
    found = definition(one.roadmap, one.path, one.offset)
    assert found is not None
    assert (Path(found.path).name, found.start, found.end) == ("steel.yaml", 0, 0)


def test_references_stand_in_all_files_with_and_without_the_declaration(tmp_path: Path) -> None:
    one = _with(tmp_path, "{for: peak}"[1:-1] + "\n        after: top.pe‸ak\n        deadline_note: peak")
    found = references(one.roadmap, one.path, one.offset, declaration=True)
    assert [shown(one.roadmap, span) for span in found] == [
        "carbonroad.yaml:13: peak",
        "steel.yaml:12: peak",
        "steel.yaml:13: peak",
    ]
    again = references(one.roadmap, *one.at("peak", "carbonroad.yaml"), declaration=False)
    assert again == found[1:]


def test_references_of_a_body_count_each_of_its_names(tmp_path: Path) -> None:
    one = _with(tmp_path, "owner: MIIT\n        support: [工业和信息化部, mi‸it]")
    found = references(one.roadmap, one.path, one.offset, declaration=False)
    assert [shown(one.roadmap, span).partition(": ")[2] for span in found] == [
        "MIIT",
        "工业和信息化部",
        "miit",
    ]


def test_an_aliased_value_is_one_reference(tmp_path: Path) -> None:
    one = _with(tmp_path, "owner: &who mi‸it\n        lead: *who")
    found = references(one.roadmap, one.path, one.offset, declaration=False)
    assert [shown(one.roadmap, span) for span in found] == ["steel.yaml:12: miit"]


def test_references_count_roadmaps_that_inherit(tmp_path: Path) -> None:
    child = "title: North\nparent: nation\nowner: miit\n"
    marked(
        tmp_path,
        {"nation/carbonroad.yaml": TOP, "nation/steel.yaml": "title: S\n", "north/carbonroad.yaml": child},
    )
    nation, north = (opened(tmp_path / name / "carbonroad.yaml") for name in ("nation", "north"))
    text = text_of(nation, nation.paths[0])
    found = references(nation, nation.paths[0], text.index("miit"), declaration=True, others=[nation, north])
    assert [(Path(span.path).parent.name, span.start > 0) for span in found] == [
        ("nation", True),
        ("north", True),
    ]
    path = north.paths[0]
    inherited = definition(north, path, child.index("miit"))
    assert inherited is not None
    assert (Path(inherited.path).parent.name, inherited.start) == ("nation", text.index("miit"))
    above = definition(north, path, child.index("nation"))
    assert above is not None
    assert above.path == nation.paths[0]


def test_highlights_tell_what_declares_from_what_names(tmp_path: Path) -> None:
    one = _with(tmp_path, "after: 钢铁达峰‸")
    text = text_of(one.roadmap, one.path)
    found = highlights(one.roadmap, one.path, one.offset)
    assert [(text[h.start : h.end], h.declares) for h in found] == [("钢铁达峰", True), ("钢铁达峰", False)]


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("after: 钢铁‸达峰]", "steel.yaml:6: 钢铁达峰"),
        ("after: [钢铁‸达峰, M2", "steel.yaml:6: 钢铁达峰"),
        ('owner: "MI‸IT', "carbonroad.yaml:7: miit"),
        ('负责: "工业和‸信息化部', "carbonroad.yaml:7: miit"),
        ("source: [pla‸n", "carbonroad.yaml:9: plan"),
        ("deadline: [15th F‸YP", "carbonroad.yaml:5: fyp15"),
        ("owner: [someone, Ministry of In‸dustry", "carbonroad.yaml:7: miit"),
        ("for: [steel.钢‸铁达峰", "steel.yaml:6: 钢铁达峰"),
        ("- pe‸ak]", "carbonroad.yaml:13: peak"),
        ("note: [pe‸ak", "nowhere"),
        ("# pe‸ak", "nowhere"),
        ("", "nowhere"),
    ],
)
def test_in_a_line_that_cannot_be_read_the_word_is_taken(tmp_path: Path, line: str, place: str) -> None:
    text = STEEL.replace("        WRITTEN", f"        {line or MARK}")
    one = marked(tmp_path, {"carbonroad.yaml": TOP, "steel.yaml": text})
    assert shown(one.roadmap, definition(one.roadmap, one.path, one.offset)) == place


def test_wherever_a_file_breaks_off_there_is_an_answer(tmp_path: Path) -> None:
    one = _with(
        tmp_path, "after: [{id: 钢铁达峰, lag: 3mo}]\n        source: plan#3\n        deadline: after M2"
    )
    text = text_of(one.roadmap, one.path)
    for end in range(0, len(text), 7):
        roadmap = opened(Path(one.path), {one.path: text[:end]})
        for offset in (end, max(0, end - 2)):
            found = definition(roadmap, one.path, offset)
            assert found is None or found.path in roadmap.paths
            assert isinstance(references(roadmap, one.path, offset, declaration=True), tuple)
            assert all(mark.end <= end for mark in highlights(roadmap, one.path, offset))
