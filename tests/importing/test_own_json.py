"""The JSON of `export`, read back: nothing of the roadmap is lost, and no document breaks the reader."""

import json
from pathlib import Path
from typing import Any

import pytest
from roadmap_files import TODAY, load_files
from small_roadmap import two_fields

from carbonroad.compute.changes.compare import compare
from carbonroad.export.json_document import json_bytes
from carbonroad.export.json_export import export_json
from carbonroad.importing.draft import Draft
from carbonroad.importing.own.json_reading import read_own_json
from carbonroad.importing.yaml_text import texts_of
from carbonroad.project import Project, load
from carbonroad.source.folder import find_roadmaps
from carbonroad.starting.checked_draft import settle

ROADMAPS = Path(__file__).resolve().parents[2] / "roadmaps"


def loaded(folder: Path) -> Project:
    found = find_roadmaps(str(folder))
    assert isinstance(found, list)
    return load(found[0], None, TODAY)


def written(draft: Draft, folder: Path) -> Project:
    folder.mkdir()
    alone = draft.top.get("industry")
    for name, text in texts_of(draft, name=f"{alone}.yaml" if alone else "carbonroad.yaml").items():
        (folder / name).write_text(text, encoding="utf-8")
    return loaded(folder)


def document(project: Project) -> dict[str, Any]:
    return export_json(project.system, project.facts, "1.0")


def without_fingerprint(found: dict[str, Any]) -> bytes:
    return json_bytes({**found, "fingerprint": ""})


ODD = """
    title: {en: Odd, zh: 异}
    languages: [en, zh]
    as_of: 2026-11-22
    before_means: exclusive
    phases: [{id: p, title: “十五五”, years: 2026..2030}, {id: one, title: One, years: 2031}]
    organisations: {a: {title: A}, b: {title: B, short: [Be, 乙]}}
    sources: {s: {title: Source, issued: 2021-04}}
    industries: [x, y]
"""
X = """
    title: X
    code: XXX
    owner: a
    support: b
    owner_basis: inferred
    measures: [{id: lane, title: Lane, owner: b, source: s}]
    pathway: {unit: Mt, target: {2030: 5..7, 2040: ~4, 2050: ≤1}}
    indicators:
      - {id: i, title: I, unit: {en: GW, zh: 亿千瓦}, baseline: {en: before, zh: 从前}, change: false,
         actual: {2024: {value: 5, estimate: true, source: {id: s, deadline: by 2025}}, 2025-06: 6},
         targets: {2030: [7, {id: draft, value: "-8", source: "s#3"}], p: 9,
                   2026..2027: {value: -5 %, change: true}}}
    milestones:
      - {id: m, title: M, deadline: before 2030, measure: lane, owner: [a, and 3 others], support: b}
      - {id: n, title: N, deadline: 3 months after m, owner: none}
      - {id: o, title: O, deadline: {words: in this term of office, by: 2027-12}, if: m, nature: binding}
      - {id: q, title: Q, deadline: every year 2026..2028, finished: {2026: 2026-11-01}, indicator: i}
    works:
      - {id: w, title: W, start: 2027-01-04, takes: 9mo, for: [m, top.t], progress: 5, cost: 120亿 CNY,
         after: {id: y.z, type: SS, lag: -2w, basis: implied, source: s},
         reports: [{date: 2026-10-01, progress: 8, note: On the way, source: s}]}
    revisions: [{rev: A, date: 2026-01, by: B, items: [m, i]}]
    drawing: {creator: C, department: {en: D, zh: 部}}
"""
Y = """
    title: Y
    code: YYY
    milestones: [{id: z, title: Z, deadline: not stated, owner: a, superseded_by: x.m}]
"""
TOP_ITEM = "    milestones: [{id: t, title: T, deadline: by 2060, goal: neutrality, lead: b}]\n"


@pytest.mark.parametrize("name", ["china", "france", "odd"])
def test_import_is_the_inverse_of_export(name: str, tmp_path: Path) -> None:
    if name == "odd":
        (tmp_path / name).mkdir()
        project = load_files(tmp_path / name, {"carbonroad.yaml": ODD + TOP_ITEM, "x.yaml": X, "y.yaml": Y})
        assert not project.errors, [one.message for one in project.findings]
    else:
        project = loaded(ROADMAPS / name)
    draft = read_own_json(json_bytes(document(project)), "plan.json")
    assert draft.findings == ()
    (tmp_path / "again").mkdir()
    again = written(draft, tmp_path / "again" / name)
    assert without_fingerprint(document(again)) == without_fingerprint(document(project))
    assert sorted(one.name for one in again.findings) == sorted(one.name for one in project.findings)
    found = compare(project.system, project.facts, again.system, again.facts)
    assert [(one.key, one.field) for one in found.changes] == [], "as `carbonroad diff` sees it"


def test_one_file_alone_and_every_status_come_back(tmp_path: Path) -> None:
    (tmp_path / "steel").mkdir()
    (tmp_path / "fields").mkdir()
    alone = load_files(
        tmp_path / "steel", "milestones: [{id: a, title: A, deadline: by 2030, owner: MIIT}]\n"
    )
    for number, project in enumerate((alone, two_fields(tmp_path / "fields"))):
        draft = read_own_json(json_bytes(document(project)), "plan.json")
        (tmp_path / str(number)).mkdir()
        again = written(draft, tmp_path / str(number) / project.system.name)
        assert without_fingerprint(document(again)) == without_fingerprint(document(project))


def names(draft: Draft) -> list[str]:
    return [found.name for found in draft.findings]


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"[]", b'{"format": 1}', b"[" * 5000, b'{"format": 7, "industries": []}', b"\xff\xfe{}"],
)
def test_what_is_no_export_is_one_finding(data: bytes) -> None:
    draft = read_own_json(data, "plan.json")
    assert (draft.top, draft.parts) == ({}, {})
    assert names(draft) in (["damaged-export"], ["not-utf-8"])


def test_wrong_members_cost_themselves_alone_and_unknown_ones_are_kept(tmp_path: Path) -> None:
    found = document(two_fields(tmp_path))
    steel = found["industries"][0]
    steel["milestones"][0] |= {"title": ["x"], "budget": {"total": 5, "of": [True]}, "for": ["steel.gone"]}
    steel["milestones"].append("no map")
    steel["indicators"][0]["targets"][0]["text"] = float("inf")
    steel["works"] = 7
    found["phases"][0]["start"] = "soon"
    draft = read_own_json(json.dumps(found).encode(), "plan.json")
    assert set(names(draft)) == {"unreadable-member", "unknown-member"}
    told = {one.pointer for one in draft.findings}
    assert {
        "industries[0].milestones[0].title",
        "industries[0].milestones[10]",
        "industries[0].works",
    } <= told
    milestones: Any = draft.parts["steel"]["milestones"]
    assert milestones[0]["x-budget"] == {"total": "5", "of": ["true"]}
    assert "for" not in milestones[0]
    assert len(milestones) == 10
    assert all(one.span.path == "plan.json" and one.help for one in draft.findings)


def test_nothing_in_a_document_makes_the_reader_fail(tmp_path: Path) -> None:
    """Each member in turn holds what it should not."""
    found = document(two_fields(tmp_path))
    places = [(found, key) for key in found]
    for part in (found["top"], *found["industries"]):
        places += [(part, key) for key in part]
        for kind in ("milestones", "works", "indicators", "measures"):
            places += [(one, key) for one in part[kind][:1] for key in one]
    places += [(found["links"][0], key) for key in found["links"][0]]
    odd: tuple[object, ...] = (7, {"x": [{}]}, "x", [7], True, [], [[]])
    for number, (holder, key) in enumerate(places):
        if key not in ("format", "industries"):
            kept, holder[key] = holder[key], odd[number % len(odd)]
            assert isinstance(read_own_json(json.dumps(found).encode(), "plan.json"), Draft)
            holder[key] = kept


def test_what_is_inherited_is_declared_and_said(tmp_path: Path) -> None:
    found = document(two_fields(tmp_path))
    found["organisations"][0]["from"] = "whole"
    draft = read_own_json(json.dumps(found).encode(), "plan.json")
    assert names(draft) == ["foreign-entry"]
    assert "ndrc" in draft.top["organisations"]


def test_what_lost_its_title_is_called_by_its_id_and_that_is_said(tmp_path: Path) -> None:
    found = document(two_fields(tmp_path))
    steel = found["industries"][0]
    del steel["milestones"][0]["title"]
    found["organisations"][0]["title"] = {"en": [[]]}
    draft = read_own_json(json.dumps(found).encode(), "plan.json")
    assert {"industries[0].milestones[0].title", "organisations[0].title"} <= {
        one.pointer for one in draft.findings
    }
    milestones: Any = draft.parts["steel"]["milestones"]
    assert milestones[0]["title"] == milestones[0]["id"]
    assert settle(draft, "en", "draft.yaml", None, TODAY).sound
