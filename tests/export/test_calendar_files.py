"""A calendar: read back by icalendar, by vobject and by ics; nothing in it is invented or by chance."""

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import ics  # type: ignore[import-untyped]
import pytest
import vobject  # type: ignore[import-untyped]
from icalendar import Calendar
from roadmap_files import load_files
from small_roadmap import two_fields

from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.times.durations import Duration
from carbonroad.export import BY_NAME, Exported, Options
from carbonroad.export.ics.alarms import read_alarms
from carbonroad.project import Project

USUAL, TODO = Options(), Options(todo=True)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return two_fields(tmp_path)


def files(project: Project, options: Options = USUAL, lang: str = "en") -> dict[str, bytes]:
    return dict(BY_NAME["ics"].write(Exported(project.system, project.facts, "1.0", lang, options)))


def written(project: Project, options: Options = USUAL, lang: str = "en") -> bytes:
    (data,) = files(project, options, lang).values()
    return data


def read(data: bytes) -> dict[str, list[Any]]:
    """The entries by the id of their item, read by icalendar, which finds no fault."""
    calendar = Calendar.from_ical(data)
    assert [one.errors for one in calendar.walk() if one.errors] == []
    found: dict[str, list[Any]] = {}
    for one in calendar.subcomponents:
        found.setdefault(str(one["X-CARBONROAD-ID"]), []).append(one)
    return found


def test_deadlines_are_whole_days_that_end_the_day_after(project: Project) -> None:
    peak = read(written(project))["steel.M1"][0]
    assert peak.name == "VEVENT"
    assert (peak["DTSTART"].dt, peak["DTEND"].dt) == (date(2030, 12, 31), date(2031, 1, 1))
    assert b"DTSTART;VALUE=DATE:20301231\r\nDTEND;VALUE=DATE:20310101\r\n" in written(project)
    assert "DTSTART" not in read(written(project, TODO))["steel.M1"][0]
    assert b"DUE;VALUE=DATE:20301231\r\n" in written(project, TODO)


def test_each_reader_finds_each_deadline(project: Project) -> None:
    entries = read(written(project))
    days = {str(one["UID"]): one["DTSTART"].dt for some in entries.values() for one in some}
    other = vobject.readOne(written(project).decode())
    other.validate(raiseException=True)
    assert {one.uid.value: one.dtstart.value for one in other.vevent_list} == days
    third = ics.Calendar(written(project).decode())
    assert {one.uid: one.begin.date() for one in third.events} == days
    assert all(one.all_day and one.duration == timedelta(days=1) for one in third.events)
    todos = ics.Calendar(written(project, TODO).decode()).todos
    assert len(todos) == sum(map(len, read(written(project, TODO)).values()))


def test_what_has_no_day_is_no_event_and_is_said(project: Project) -> None:
    undated = {"steel.M5", "steel.W2"}
    assert undated.isdisjoint(read(written(project)))
    (note,) = BY_NAME["ics"].notes(Exported(project.system, project.facts, "1.0", "en"))
    assert all(ref in note for ref in undated)
    todo = read(written(project, TODO))["steel.M5"][0]
    assert "DUE" not in todo
    assert "DTSTART" not in todo
    assert not BY_NAME["ics"].notes(Exported(project.system, project.facts, "1.0", "en", TODO))


def test_what_the_day_is_stands_before_the_title(project: Project) -> None:
    entries = read(written(project))
    titles = {ref: [str(one["SUMMARY"]) for one in some] for ref, some in entries.items()}
    assert titles["steel.M6"] == ["begins: Ban"]
    assert titles["steel.M9"] == ["expected: After the peak"]
    assert entries["steel.M9"][0]["STATUS"] == "TENTATIVE"
    assert titles["steel.W1"] == ["planned: Build furnaces"]
    assert titles["steel.M8"] == ["✓ Old rule"]
    assert titles["steel.M10"] == [f"Yearly list ({year})" for year in (2027, 2028, 2029)]
    assert [one["DTSTART"].dt.year for one in entries["steel.M10"]] == [2027, 2028, 2029]
    assert "before 2030" in str(entries["steel.M1"][0]["DESCRIPTION"])
    assert "2030-12-31" in str(entries["steel.M1"][0]["DESCRIPTION"])


def test_a_to_do_says_how_far_it_is(tmp_path: Path) -> None:
    project = load_files(
        tmp_path,
        """
        as_of: 2026-11-22
        owner: MIIT
        milestones:
          - {id: done, title: Done, deadline: by 2026, finished: 2026-03-05}
          - {id: old, title: Old, deadline: by 2028, status: dropped}
          - {id: list, title: List, deadline: every year 2025..2026, finished: {2025: 2025-12-20}}
        works:
          - {id: half, title: Half, start: 2026-01-01, takes: 2y, progress: 45, status: on-track}
        """,
    )
    entries = read(written(project, TODO))
    done, old, (half,) = entries["steel.done"][0], entries["steel.old"][0], entries["steel.half"]
    assert (done["STATUS"], done["PERCENT-COMPLETE"]) == ("COMPLETED", 100)
    assert done["COMPLETED"].dt == datetime(2026, 3, 5, 12, tzinfo=UTC)  # the 5th from Los Angeles to Beijing
    assert (old["STATUS"], half["STATUS"], half["PERCENT-COMPLETE"]) == ("CANCELLED", "IN-PROCESS", 45)
    assert [one["STATUS"] for one in entries["steel.list"]] == ["COMPLETED", "NEEDS-ACTION"]
    assert len({str(one["UID"]) for one in entries["steel.list"]}) == 2


def test_alarms_ring_in_the_morning_and_never_for_what_is_over(project: Project) -> None:
    alarms = Options(alarms=(Duration(30, "day"), Duration(3, "month")))
    entries = read(written(project, alarms))
    rings = [one["TRIGGER"].dt for one in entries["steel.M1"][0].subcomponents]
    assert rings == [timedelta(days=-92, hours=9), timedelta(days=-30, hours=9)]  # from 30 September
    assert [len(entries[ref][0].subcomponents) for ref in ("steel.M8", "steel.M2")] == [0, 0]
    assert len(entries["steel.M4"][0].subcomponents) == 1, "three months before it are over"
    assert not any(
        one.subcomponents for some in read(written(project, Options(alarms=()))).values() for one in some
    )
    todo = read(written(project, TODO))["steel.M1"][0].subcomponents[0]
    assert todo["TRIGGER"].params["RELATED"] == "END"
    assert todo["DESCRIPTION"] == "Steel peaks"


def test_times_of_alarms_are_read_or_refused() -> None:
    assert read_alarms("30d, 1w，3个月") == (Duration(30, "day"), Duration(1, "week"), Duration(3, "month"))
    assert read_alarms("none") == ()
    assert all(isinstance(read_alarms(text), Refusal) for text in ("soon", "", "-3d", "30"))
    assert isinstance(read_alarms(",".join(f"{n}d" for n in range(1, 13))), Refusal)


def test_ids_follow_from_names_and_nothing_from_the_clock(project: Project, tmp_path: Path) -> None:
    assert written(project) == written(project)
    uids = {ref: str(some[0]["UID"]) for ref, some in read(written(project)).items()}
    for path in tmp_path.glob("*.yaml"):
        moved = (
            path.read_text("utf-8").replace("before 2030", "by 2031").replace("Steel peaks", "Other title")
        )
        path.write_text(moved.replace("2026-11-22", "2026-12-01"), encoding="utf-8")
    later = load_files(tmp_path, {})
    after = {ref: some[0] for ref, some in read(written(later)).items()}
    assert {ref: str(one["UID"]) for ref, one in after.items()} == uids
    before = read(written(project))["steel.M1"][0]
    assert after["steel.M1"]["SEQUENCE"] == before["SEQUENCE"] + 9
    assert before["DTSTAMP"].dt == datetime(2026, 11, 22, tzinfo=UTC)


def test_bodies_are_named_and_none_is_made_an_organizer(project: Project) -> None:
    data = written(project, lang="zh")
    entry = read(data)["steel.M1"][0]
    assert str(entry["X-CARBONROAD-OWNER"]) == "miit"
    assert "工业和信息化部" in str(entry["DESCRIPTION"])
    assert entry["SUMMARY"].params["LANGUAGE"] == "zh"
    assert str(entry["SUMMARY"]) == "钢铁碳达峰"
    assert b"ORGANIZER" not in data
    assert b"ATTENDEE" not in data
    calendar = Calendar.from_ical(data)
    assert str(calendar["NAME"]) == str(calendar["X-WR-CALNAME"]) == "测试路线图"


def test_each_body_has_a_calendar_of_its_own(project: Project) -> None:
    made = files(project, Options(per_owner=True))
    name = project.system.name
    assert set(made) == {f"{name}-ndrc.ics", f"{name}-miit.ics", f"{name}-nea.ics"}
    assert set(read(made[f"{name}-nea.ics"])) == {"power.P1"}
    whole = {str(one["UID"]) for some in read(written(project)).values() for one in some}
    parts = [str(one["UID"]) for data in made.values() for some in read(data).values() for one in some]
    assert len(parts) == len(set(parts))
    assert set(parts) == whole
    assert set(read(written(project, Options(owner="nea")))) == {"power.P1"}


def test_a_body_without_a_day_gets_no_calendar_that_is_empty(tmp_path: Path) -> None:
    undated = "{id: M1, title: A, deadline: not stated, owner: someone}"
    dated = "{id: M2, title: B, deadline: by 2030, owner: other}"
    project = load_files(
        tmp_path, {"x.yaml": f"title: X\nas_of: 2026-11-22\nmilestones: [{undated}, {dated}]\n"}
    )
    assert [name.rpartition("-")[2] for name in files(project, Options(per_owner=True))] == ["other.ics"]
    assert len(files(project, Options(per_owner=True, todo=True))) == 2


HOSTILE = "a\\r\\nBEGIN:VEVENT\\r\\nATTACH:file:///etc/passwd;,\\\\ \\u202e\\u2028\\u0085 " + "钢" * 120


def test_a_hostile_title_is_text_and_lines_are_folded_by_octets(tmp_path: Path) -> None:
    project = load_files(
        tmp_path, f'owner: "X-EVIL:1"\nmilestones: [{{id: a, title: "{HOSTILE}", deadline: by 2030}}]\n'
    )
    for options in (Options(), TODO, Options(per_owner=True)):
        (data,) = files(project, options).values()
        lines = data.split(b"\r\n")
        assert all(len(line) <= 75 and line.decode() for line in lines[:-1])
        assert re.search(rb"(?<!\r)\n|\r(?!\n)", data) is None
        assert not any(line.startswith((b"ATTACH", b"X-EVIL")) for line in lines)
        (entry,) = read(data)["steel.a"]
        assert str(entry["SUMMARY"]).startswith("a BEGIN:VEVENT ATTACH:file:///etc/passwd;,\\ \\u202e")
        assert "钢" * 120 in str(entry["SUMMARY"])
        assert len(list(vobject.readOne(data.decode()).components())) == 1


def test_the_document_that_a_report_cites_by_its_number_is_carried_along(tmp_path: Path) -> None:
    top = """
        title: Plan
        languages: [en]
        as_of: 2026-11-22
        sources:
          yearbook: {title: Yearbook, number: "No. 7"}
          other: {title: Other}
        """
    steel = """
        title: Steel
        milestones:
          - id: M1
            title: Peak
            deadline: 2030
            owner: MIIT
            reports:
              - {date: 2026-01-31, status: on-track, source: "No. 7"}
        """
    project = load_files(tmp_path, {"carbonroad.yaml": top, "steel.yaml": steel})
    carried = [line for line in written(project).decode().split("\r\n") if "CARBONROAD-SOURCE" in line]
    assert len(carried) == 1
    assert "yearbook" in carried[0]
