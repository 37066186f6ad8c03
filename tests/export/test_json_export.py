"""The JSON document: the shape that cli.md promises, qualified references, the same bytes every time."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from roadmap_files import TODAY, load_files, names
from tabled_roadmap import tabled

from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.times.deadlines import parse_deadline
from carbonroad.export import ALL, Exported
from carbonroad.export.json_document import json_bytes
from carbonroad.export.json_export import export_json
from carbonroad.export.json_schedule import activities_json
from carbonroad.project import Project, load
from carbonroad.source.folder import find_roadmaps

TOP = """
    carbonroad: 1
    title: {en: Plan, zh: 计划}
    region: CN
    languages: [en, zh]
    as_of: 2026-11-22
    before_means: inclusive
    phases: [{id: fyp15, title: 15th FYP, years: 2026..2030}]
    organisations: {miit: {title: Industry, short: MIIT}}
    sources: {ap21: {title: Action plan, issued: 2021-10-24}}
    milestones: [{id: peak, title: Peak, deadline: before 2030, goal: peak}]
"""
STEEL = """
    title: Steel
    owner: MIIT
    owner_basis: inferred
    measures: [{id: scrap, title: Scrap}]
    milestones:
      - {id: M1, title: {en: Peak, zh: 达峰}, deadline: before 2030, for: peak, support: [and 4 others],
         source: {id: Action plan, clause: 3.2, quote: 达峰, evidence: seen, deadline: 2030年前}}
      - {id: M2, title: Later, deadline: 18 months after M1}
      - {id: M3, title: Around, deadline: around 2030, status: dropped, superseded_by: M2}
      - {id: M4, title: None, deadline: not stated}
    works:
      - {id: W01, title: Pilot, start: 2030-04-02, takes: 9mo, for: M1, measure: scrap, progress: 5,
         cost: 120亿 CNY}
      - {id: W02, title: Next, after: {id: W01, lag: 2w, basis: implied}}
      - {id: W03, title: Far, deadline: 2032, after: {id: W02, lag: 1mo}}
    indicators:
      - {id: eaf, title: Furnaces, unit: "%", measure: scrap, for: top.peak, baseline: 2020,
         actual: {2025: {value: 10.4, estimate: true}},
         targets: {2030: {value: around 20, stretch: 25}, 2035: -18 %, 2040: world level}}
    pathway: {unit: Mt CO2/yr, actual: {2020: 5, 2025: 6.5}, target: {2030: 6}}
    revisions: [{rev: A, date: 2026-01, items: [M1, eaf]}]
    drawing: {creator: X}
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    found = load_files(tmp_path, {"carbonroad.yaml": TOP, "steel.yaml": STEEL})
    assert names(found) == ["value-not-understood"]
    return found


@pytest.fixture
def document(project: Project) -> dict[str, Any]:
    return export_json(project.system, project.facts, "0.1.0")


def promised() -> dict[str, Any]:
    """The example of the contract, with the members that it names."""
    return {
        "format": 0, "tool": {"name": 0, "version": 0}, "as_of": 0, "title": 0, "languages": 0, "phases": 0,
        "organisations": 0, "sources": 0,
        "top": dict.fromkeys(("id", "milestones", "indicators", "works", "measures", "revisions", "pathway")),
        "industries": [{
            "id": 0, "title": 0, "owner": 0, "lead": 0, "support": 0, "owner_basis": 0,
            "measures": 0, "revisions": 0,
            "milestones": [{
                "id": 0, "title": 0,
                "deadline": dict.fromkeys(
                    ("text", "kind", "earliest", "latest", "centre", "strive", "edtf")
                ),
                "owner": 0, "lead": 0, "support": 0, "status": 0, "derived_status": 0,
                "schedule": {
                    "early_start": 0, "early_finish": 0, "late_start": 0, "late_finish": 0,
                    "total_float_days": 0, "free_float_days": 0, "critical": 0,
                },
            }],
            "works": [{"id": 0, "kind": 0, "duration_days": 0, "schedule": 0}],
            "indicators": [{
                "id": 0, "unit": 0,
                "targets": [{"id": 0, "key": 0, "text": 0, "kind": 0, "low": 0, "high": 0, "change": 0}],
                "actual": [{"key": 0, "value": 0}],
            }],
            "pathway": {"unit": 0, "actual": 0, "target": 0, "reference": 0},
        }],
        "links": [{"from": 0, "to": 0, "type": 0, "lag_days": 0, "by": 0, "basis": 0}],
        "balance": dict.fromkeys((
            "unit", "years", "total", "target_total", "members", "peak_year", "neutral_year", "coverage",
            "undecided",
        )),
        "schedule": {"start": 0, "finish": 0, "duration_days": 0, "critical_path": 0},
    }  # fmt: skip


def missing(want: object, got: Any, at: str = "") -> list[str]:
    """The promised members that are not there."""
    if isinstance(want, list):
        return missing(want[0], got[0], at + "[0]")
    if not isinstance(want, dict):
        return []
    gone = [f"{at}.{key}" for key in want if key not in got]
    return gone + [m for key in want if key in got for m in missing(want[key], got[key], f"{at}.{key}")]


def test_every_member_that_the_contract_names_is_there(document: dict[str, Any]) -> None:
    assert missing(promised(), document) == []


def test_days_are_iso_and_a_finish_is_inclusive(document: dict[str, Any]) -> None:
    assert document["as_of"] == "2026-11-22"
    work = document["industries"][0]["works"][0]
    assert (work["id"], work["kind"], work["duration_days"]) == ("W01", "timed", 275)
    peak = document["industries"][0]["milestones"][0]
    assert work["schedule"] == {
        "early_start": "2030-04-02",
        "early_finish": "2031-01-01",
        "late_start": "2030-04-01",
        "late_finish": "2030-12-31",
        "total_float_days": -1,
        "free_float_days": 0,
        "critical": True,
    }
    assert (peak["schedule"]["early_start"], peak["schedule"]["early_finish"]) == ("2031-01-02", "2031-01-01")
    assert document["schedule"]["critical_path"] == ["steel.W01", "steel.M1"]
    assert document["schedule"]["duration_days"] == 275


def test_what_is_outside_the_network_has_no_schedule(document: dict[str, Any]) -> None:
    steel = document["industries"][0]
    assert [work["schedule"] for work in steel["works"][1:]] == [None, None]
    assert steel["milestones"][1]["schedule"] is None


def test_deadlines_keep_the_words_and_the_days(document: dict[str, Any]) -> None:
    first, second, third, fourth = (m["deadline"] for m in document["industries"][0]["milestones"])
    assert first == {
        "text": "before 2030",
        "kind": "before",
        "earliest": None,
        "latest": "2030-12-31",
        "centre": None,
        "strive": False,
        "edtf": "../2030",
    }
    assert (second["kind"], second["base_kind"], second["latest"]) == ("conditional", "by", None)
    assert (third["kind"], third["centre"], third["earliest"]) == ("around", "2030-07-01", "2029-01-01")
    assert fourth["kind"] == "not-stated"
    assert "base_kind" not in first


def test_ids_are_local_and_references_qualified(document: dict[str, Any]) -> None:
    steel = document["industries"][0]
    assert steel["milestones"][0]["for"] == ["top.peak"]
    assert steel["milestones"][1]["if"] == "steel.M1"
    assert steel["milestones"][2]["superseded_by"] == "steel.M2"
    assert steel["works"][0]["measure"] == "steel.scrap"
    assert steel["indicators"][0]["for"] == ["top.peak"]
    assert steel["indicators"][0]["measure"] == "steel.scrap"
    assert steel["revisions"][0]["items"] == ["steel.M1", "steel.eaf"]
    assert [(k["from"], k["to"], k["by"], k["lag_days"]) for k in document["links"]] == [
        ("steel.W01", "steel.W02", "after", 14),
        ("steel.W02", "steel.W03", "after", None),
        ("steel.W01", "steel.M1", "for", 0),
    ]


def test_duties_name_organisations_by_id_and_others_by_their_words(document: dict[str, Any]) -> None:
    peak = document["industries"][0]["milestones"][0]
    assert (peak["owner"], peak["support"], peak["owner_basis"]) == (["miit"], ["and 4 others"], "inferred")
    assert document["industries"][0]["owner"] == ["miit"]


def test_targets_carry_their_words_and_bounds(document: dict[str, Any]) -> None:
    around, change, unclear = document["industries"][0]["indicators"][0]["targets"]
    assert [around[key] for key in ("id", "key", "text", "kind", "low", "high", "change")] == [
        "eaf@2030",
        "2030",
        "around 20",
        "around",
        20,
        20,
        False,
    ]
    assert around["stretch"]["low"] == 25
    assert (change["change"], change["low"], change["measured_in"]) == (True, -18, "percent")
    assert (unclear["text"], unclear["kind"], unclear["low"]) == ("world level", None, None)


def test_citations_name_their_document(document: dict[str, Any]) -> None:
    (cited,) = document["industries"][0]["milestones"][0]["citations"]
    assert (cited["source"], cited["clause"], cited["evidence"]) == ("ap21", "3.2", "seen")
    assert cited["deadline"]["latest"] == "2030-12-31"
    assert document["sources"][0]["issued"] == "2021-10-24"


@pytest.mark.parametrize("written", ["2020", "2020-04", "2020-04-21"])
def test_a_source_is_dated_as_precisely_as_it_was_written(written: str, tmp_path: Path) -> None:
    sources = f"  a: {{title: Act, issued: {written}}}\n  b: {{title: Note, published: {written}}}\n"
    (tmp_path / "carbonroad.yaml").write_text(f"title: Plan\nsources:\n{sources}", encoding="utf-8")
    found = find_roadmaps(str(tmp_path))
    assert isinstance(found, list)
    project = load(found[0], None, date(2026, 11, 22))
    first, second = export_json(project.system, project.facts, "0")["sources"]
    assert (first["issued"], first["published"]) == (written, None)
    assert (second["issued"], second["published"]) == (None, written)


def test_texts_are_maps_of_languages(document: dict[str, Any]) -> None:
    assert document["title"] == {"en": "Plan", "zh": "计划"}
    assert document["industries"][0]["title"] == {"en": "Steel"}


def test_the_balance_lists_years_side_by_side(document: dict[str, Any]) -> None:
    balance = document["balance"]
    sides = [balance[key] for key in ("years", "total", "target_total", "members")]
    assert {len(side) for side in sides} == {11}
    assert (balance["total"][0], balance["total"][-1], balance["peak_year"]) == (5, 6, 2025)


def test_the_activities_of_a_schedule_have_their_dates_and_floats(project: Project) -> None:
    found = activities_json(project.system, project.facts.schedule.activities.values())
    assert [row["id"] for row in found] == ["steel.M1", "steel.W01"]
    assert set(found[0]) == {
        "id", "title", "kind", "duration_days", "early_start", "early_finish", "late_start", "late_finish",
        "total_float_days", "free_float_days", "critical",
    }  # fmt: skip


def test_without_a_top_file_top_is_null(tmp_path: Path) -> None:
    found = load_files(tmp_path, "milestones: [{id: a, title: A, deadline: 2030, owner: MIIT}]\n")
    document = export_json(found.system, found.facts, "1")
    assert document["top"] is None
    assert document["industries"][0]["milestones"][0]["owner"] == ["MIIT"]


def china() -> Project:
    found = find_roadmaps(str(Path(__file__).parents[2] / "roadmaps" / "china"))
    assert isinstance(found, list)
    return load(found[0], date(2026, 11, 22), TODAY)


def test_the_shipped_roadmap_exports_every_item_and_link_once() -> None:
    project = china()
    document = export_json(project.system, project.facts, "1")
    refs = [
        f"{part['id']}.{row['id']}"
        for part in [document["top"], *document["industries"]]
        for rows in (part["milestones"], part["works"], *(i["targets"] for i in part["indicators"]))
        for row in rows
    ]
    assert len(refs) > 200
    assert sorted(refs) == sorted(project.system.items)
    assert len(document["links"]) == len(project.system.links)
    assert document["balance"]["undecided"] == ["no industry has a pathway"]


def test_the_same_roadmap_gives_the_same_bytes_in_every_format(tmp_path: Path) -> None:
    (tmp_path / "plan").mkdir()
    (tmp_path / "again" / "plan").mkdir(parents=True)
    first, second = tabled(tmp_path / "plan"), tabled(tmp_path / "again" / "plan")
    for form in ALL:
        made = [form.write(Exported(one.system, one.facts, "1", "en")) for one in (first, second)]
        assert made[0] == made[1], form.name


def test_a_large_roadmap_is_plain_json_and_the_same_each_time() -> None:
    made = [json_bytes(export_json(one.system, one.facts, "1")) for one in (china(), china())]
    assert made[0] == made[1]
    text = made[0].decode()
    assert json.loads(text)["name"] == "china"
    assert not re.search(r"\b(NaN|Infinity)\b", text)


def test_reading_the_exported_edtf_back_gives_the_same_days() -> None:
    project = china()
    document = export_json(project.system, project.facts, "1")
    checked = 0
    for part in [document["top"], *document["industries"]]:
        targets = (row for indicator in part["indicators"] for row in indicator["targets"])
        for row in (*part["milestones"], *part["works"], *targets):
            deadline = row["deadline"]
            if deadline is not None and deadline["edtf"] is not None:
                again = parse_deadline(deadline["edtf"], ())
                assert not isinstance(again, Refusal)
                days = [None if day is None else day.isoformat() for day in (again.earliest, again.latest)]
                assert days == [deadline["earliest"], deadline["latest"]], row["id"]
                checked += 1
    assert checked > 200
