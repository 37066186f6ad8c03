"""Plans of Microsoft Project, read back by MPXJ: dates, links, fields, and what its scheduler says."""

import importlib.util
import json
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest

from carbonroad.export import Exported
from carbonroad.export.mspdi.writing import notes, plan_of
from carbonroad.project import load
from carbonroad.source.folder import find_roadmaps

if TYPE_CHECKING:
    from collections.abc import Callable

TODAY = date(2026, 11, 22)
SPACE = "{http://schemas.microsoft.com/project}"
CITY = """
    industry: heat
    title: {en: Heat & <pipes>, zh: 供热}
    as_of: 2026-11-22
    before_means: inclusive
    organisations:
      utility: {title: {en: "Heat, Light [Example] Utility", zh: 示例热力公司}}
      council: {title: {en: Example Council, zh: 示例市政府}}
    sources:
      plan: {title: Example heat plan}
    owner: utility
    measures:
      - {id: grid, title: {en: Heat grid, zh: 热网}, owner: council}
    milestones:
      - {id: law, title: Heat law in force, deadline: by 2026-06, finished: 2026-05-04}
      - {id: funds, title: Funds released, deadline: before 2027-03, measure: grid}
      - {id: open, title: Market opens, deadline: from 2028, after: {id: funds, lag: 2mo}}
      - {id: warm, title: City heated, deadline: by 2031, after: build, goal: peak, support: council}
      - {id: promise, title: Promise, deadline: not stated}
      - {id: bonus, title: Bonus, deadline: by 2035, if: warm}
      - {id: list, title: Yearly list, deadline: each year 2027..2029}
      - {id: ancient, title: Long ago, deadline: by 1975, finished: 1975-02-01}
      - {id: later, title: Far away, deadline: by 2045}
    indicators:
      - id: share
        title: {en: Renewable share, zh: 可再生占比}
        unit: "%"
        better: higher
        actual: {2024: 21}
        targets: {2030: {value: at least 40, deadline: by 2030, source: "plan#3.2"}}
    works:
      - {id: survey, title: Survey, takes: 3mo, start: 2027-01-01, after: funds, measure: grid,
         note: "First line\\nsecond > line"}
      - {id: design, title: Design, takes: 6mo, after: {id: survey, lag: 10d}, measure: grid}
      - {id: ducts, title: Ducts, takes: 8w, after: {id: design, type: SS, lag: 2w}}
      - {id: tests, title: Tests, takes: 30d,
         after: [{id: ducts, type: FF, lag: 5d}, {id: open, type: informs}]}
      - {id: shift, title: Shifts, takes: 20d, start: 2027-02, progress: 40,
         after: {id: tests, type: SF, lag: 40d}}
      - {id: build, title: Build, takes: 2y, after: [design, tests], deadline: by 2030}
      - {id: fixed, title: Fixed works, start: 2028-03-01, finish: 2028-08-31, after: build}
      - {id: advice, title: Advice, deadline: 2027-2029, note: A window}
      - {id: someday, title: Some day, after: survey}
"""


def roadmap(folder: Path) -> Exported:
    """Load a roadmap for export."""
    found = find_roadmaps(str(folder))
    assert isinstance(found, list)
    project = load(found[0], None, TODAY)
    assert [f for f in project.findings if f.severity.value == "error"] == []
    return Exported(project.system, project.facts, "0", "en")


@pytest.fixture
def city(tmp_path: Path) -> Exported:
    (tmp_path / "heat.yaml").write_text(dedent(CITY).lstrip(), encoding="utf-8")
    return roadmap(tmp_path)


def tasks_of(data: bytes) -> dict[str, ET.Element]:
    """The tasks of a plan by their ids."""
    field = "188743731"
    found = {}
    for task in ET.fromstring(data).iter(f"{SPACE}Task"):  # noqa: S314 - made here
        for one in task.findall(f"{SPACE}ExtendedAttribute"):
            if one.findtext(f"{SPACE}FieldID") == field:
                found[one.findtext(f"{SPACE}Value") or ""] = task
    return found


def test_a_plan_says_what_stands_where_no_date_is_and_what_lies_beyond_its_calendar(city: Exported) -> None:
    tasks = tasks_of(plan_of(city))

    def said(ref: str, *names: str) -> list[str | None]:
        return [tasks[ref].findtext(f"{SPACE}{name}") for name in names]

    assert said("heat.promise", "Manual", "Start", "FinishText", "Milestone") == [
        "1",
        None,
        "not stated",
        "1",
    ]
    assert said("heat.someday", "Manual", "Start", "FinishText", "Milestone") == ["1", None, "", "0"]
    window = ["1", "2027-01-01T08:00:00", "2029-12-31T17:00:00", "1", "39"]
    assert said("heat.advice", "Manual", "Start", "Finish", "Estimated", "DurationFormat") == window
    assert said("heat.ancient", "Start", "FinishText") == [None, "by 1975"]
    assert said("heat.law", "Finish", "Deadline") == ["2026-05-04T17:00:00", "2026-06-30T17:00:00"]
    (note,) = notes(city)
    assert note == (
        "1 item has a date before 1984 or after 2149, which Microsoft Project does not know; "
        "its words stand in its place."
    )
    assert tasks["heat.tests"].findall(f"{SPACE}PredecessorLink/{SPACE}PredecessorUID")[0].text is not None
    assert len(tasks["heat.tests"].findall(f"{SPACE}PredecessorLink")) == 1  # what informs binds nothing


def test_a_plan_is_the_same_bytes_whenever_it_is_made(city: Exported) -> None:
    assert plan_of(city) == plan_of(city)
    limited = tasks_of(plan_of(city._replace(options=city.options._replace(owner="council"))))
    assert "heat.funds" in limited
    assert "heat.fixed" not in limited


def _java() -> bool:
    return shutil.which("java") is not None and importlib.util.find_spec("mpxj") is not None


def test_mpxj_reads_the_plan_and_schedules_it_as_the_roadmap_does(city: Exported, tmp_path: Path) -> None:
    if not _java():
        pytest.skip("needs Java and the package mpxj")
    network = roadmap(Path(__file__).parents[1] / "data" / "network")
    plans = {"city": city, "network": network}
    for name, exported in plans.items():
        (tmp_path / f"{name}.xml").write_bytes(plan_of(exported))
    paths = {name: str(tmp_path / f"{name}.xml") for name in plans}
    done = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("mpxj_reading.py")), *paths.values()],
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    read = json.loads(done.stdout)
    for name, exported in plans.items():
        plan = read["plans"][paths[name]]
        assert plan["calendar"] == [8.0] * 7
        _in_order(Path(paths[name]).read_bytes(), read["orders"])
        assert _moved(plan) == []
        compared = [_same_schedule(exported, plan, uid) for uid in plan["tasks"]]
        assert compared.count(True) > 7
    _city_as_written(read["plans"][paths["city"]])


def _in_order(data: bytes, orders: dict[str, list[str]]) -> None:
    """Every element stands where the schema of the format has it."""
    looked = 0
    for element in ET.fromstring(data).iter():  # noqa: S314 - made here
        order = orders.get(element.tag.removeprefix(SPACE))
        if order is not None and len(element):
            places = [order.index(child.tag.removeprefix(SPACE).lower()) for child in element]
            assert places == sorted(places), element.tag
            looked += 1
    assert looked > 50


def _midnight(moment: str) -> int:
    return date.fromisoformat(moment[:10]).toordinal() + (moment[11:13] >= "12")


def _moved(plan: dict[str, Any]) -> list[Any]:
    """The tasks that MPXJ's scheduler puts elsewhere."""
    return [
        (task["name"], key, task[key], plan["scheduled"][uid][key])
        for uid, task in plan["tasks"].items()
        for key in ("start", "finish")
        if task[key] is not None
        and not task["summary"]
        and _midnight(task[key]) != _midnight(plan["scheduled"][uid][key])
    ]


def _same_schedule(exported: Exported, plan: dict[str, Any], uid: str) -> bool:
    """Compare early and late dates and floats, as MPXJ computes them, with the roadmap's own."""
    ref = plan["tasks"][uid]["fields"].get("Carbonroad ID", "")
    activity = exported.facts.schedule.activities.get(ref)
    if activity is None or activity.early_start is None or plan["tasks"][uid]["manual"]:
        return False
    task = plan["scheduled"][uid]
    assert activity.early_finish is not None
    early = activity.early_start.toordinal(), activity.early_finish.toordinal() + 1
    assert (_midnight(task["start"]), _midnight(task["finish"])) == early, ref
    # Project counts float to the end of the whole plan where nothing else limits it.
    if activity.total_float_days is None or activity.late_finish is None or _ends_the_plan(exported, ref):
        return False
    late = activity.late_finish.toordinal() + 1
    assert (task["float"], _midnight(task["late"][1])) == (activity.total_float_days, late), ref
    return True


def _ends_the_plan(exported: Exported, ref: str) -> bool:
    """Whether nothing limits an item but the end of the network."""
    activity = exported.facts.schedule.activities[ref]
    return activity.late_finish == exported.facts.schedule.finish and "heat.later" in exported.system.items


def _city_as_written(plan: dict[str, Any]) -> None:
    tasks = {task["fields"]["Carbonroad ID"]: task for task in plan["tasks"].values() if task["fields"]}
    names = {uid: task["fields"].get("Carbonroad ID") for uid, task in plan["tasks"].items()}

    def links(ref: str) -> list[Any]:
        return [(names[str(uid)], kind, lag) for uid, kind, lag in tasks[ref]["links"]]

    at: Callable[[str, str], Any] = lambda ref, key: tasks[ref][key]  # noqa: E731 - short, for what follows
    assert links("heat.design") == [("heat.survey", "FS", 10)]
    assert links("heat.ducts") == [("heat.design", "SS", 14)]
    assert links("heat.tests") == [("heat.ducts", "FF", 5)]
    assert links("heat.shift") == [("heat.tests", "SF", 40)]
    assert links("heat.open") == [("heat.funds", "FS", 61)]
    assert links("heat.someday") == []
    assert at("heat.survey", "days") == 91
    assert at("heat.survey", "constraint") == "START_NO_EARLIER_THAN"
    assert (at("heat.fixed", "constraint"), at("heat.fixed", "bound")) == (
        "MUST_START_ON",
        "2028-03-01T08:00",
    )
    assert at("heat.build", "deadline") == "2030-12-31T17:00"
    assert (at("heat.law", "percent"), at("heat.law", "ended")) == ("100", "2026-05-04T17:00")
    assert at("heat.shift", "percent") == "40"
    assert at("heat.survey", "baseline")[0] == at("heat.survey", "start")
    assert [at(ref, "summary") for ref in ("heat", "heat.grid", "heat.share", "heat.survey")] == [
        True,
        True,
        True,
        False,
    ]
    assert [at(ref, "milestone") for ref in ("heat.warm", "heat.share@2030", "heat.survey")] == [
        True,
        True,
        False,
    ]
    assert [at(ref, "level") for ref in ("heat", "heat.grid", "heat.survey", "heat.build")] == [1, 2, 3, 2]
    assert at("heat.warm", "resources") == [["Heat · Light (Example) Utility", 0.0], ["Example Council", 0.0]]
    assert at("heat.survey", "notes").startswith("First line\nsecond > line")
    assert at("heat", "name") == "Heat & <pipes>"
    assert at("heat.share@2030", "name") == "Renewable share: at least 40%"
    fields = at("heat.share@2030", "fields")
    assert (fields["Kind"], fields["Deadline in words"], fields["Sources"]) == (
        "target",
        "by 2030",
        "plan#3.2",
    )
    assert fields["Target value"] == "at least 40"
    assert at("heat.warm", "fields")["Support"] == "Example Council"
    assert at("heat.bonus", "fields")["If"] == "warm"
