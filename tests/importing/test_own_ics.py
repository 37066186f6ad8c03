"""The calendar of `export`, read back: the same calendar again, with what people changed in theirs."""

from pathlib import Path
from typing import Any

import pytest
from roadmap_files import TODAY
from small_roadmap import two_fields

from carbonroad.export import BY_NAME, Exported, Options
from carbonroad.importing.draft import Draft
from carbonroad.importing.own.ics_reading import read_own_ics
from carbonroad.importing.yaml_text import texts_of
from carbonroad.project import Project, load
from carbonroad.source.folder import find_roadmaps

ROADMAPS = Path(__file__).resolve().parents[2] / "roadmaps"


def loaded(folder: Path) -> Project:
    found = find_roadmaps(str(folder))
    assert isinstance(found, list)
    return load(found[0], None, TODAY)


def calendar(project: Project, lang: str = "en", **options: Any) -> bytes:
    exported = Exported(project.system, project.facts, "1.0", lang, Options(**options))
    (data,) = BY_NAME["ics"].write(exported).values()
    return data


def written(draft: Draft, folder: Path) -> Project:
    folder.mkdir(parents=True)
    for name, text in texts_of(draft).items():
        (folder / name).write_text(text, encoding="utf-8")
    return loaded(folder)


def messages(draft: Draft) -> list[str]:
    return [f"{one.name}: {one.message}" for one in draft.findings]


@pytest.mark.parametrize(
    ("name", "todo"), [("china", False), ("france", True), ("fields", False), ("fields", True)]
)
def test_import_is_the_inverse_of_export(name: str, todo: bool, tmp_path: Path) -> None:
    (tmp_path / name).mkdir()
    project = two_fields(tmp_path / name) if name == "fields" else loaded(ROADMAPS / name)
    data = calendar(project, "zh", todo=todo)
    draft = read_own_ics(data, "plan.ics")
    assert draft.findings == ()
    again = written(draft, tmp_path / "again" / name)
    assert not again.errors
    assert calendar(again, "zh", todo=todo) == data


def test_a_moved_renamed_or_ticked_entry_is_taken_over_and_said(tmp_path: Path) -> None:
    data = calendar(two_fields(tmp_path), todo=True).replace(b"\r\n ", b"")
    head, tail = data.split(b"SUMMARY;LANGUAGE=en:Steel peaks")
    tail = tail.replace(b"20301231", b"20310630", 1).replace(b"NEEDS-ACTION", b"COMPLETED", 1)
    changed = head + b"SUMMARY;LANGUAGE=en:Steel peaks early" + tail
    changed = changed.replace(b"SUMMARY;LANGUAGE=en:begins: Ban", b"SUMMARY;LANGUAGE=en:Other words")
    draft = read_own_ics(changed, "plan.ics")
    moved = "was moved in the calendar from 2030-12-31 to 2031-06-30; its deadline was worded “before 2030”"
    assert messages(draft) == [
        f"changed-elsewhere: steel.M1 {moved}.",
        "changed-elsewhere: steel.M1 was ticked off in the calendar.",
        "changed-elsewhere: steel.M6 was renamed in the calendar from “Ban” to “Other words”.",
    ]
    found: Any = draft.parts["steel"]["milestones"]
    steel = {one["id"]: one for one in found}
    assert (steel["M1"]["deadline"], steel["M1"]["status"]) == ("2031-06-30", "done")
    assert steel["M6"]["title"] == {"en": "Other words", "zh": "禁令"}
    assert not written(draft, tmp_path / "again").errors


def test_a_part_of_a_calendar_and_strange_entries_are_read_as_far_as_they_go(tmp_path: Path) -> None:
    data = calendar(two_fields(tmp_path), owner="nea")
    entry = (
        b"BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Board meeting\r\nDTSTART:20270301T090000Z\r\n"
        b"DTEND:20270301T100000Z\r\nDESCRIPTION:Room 5\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    draft = read_own_ics(data.replace(b"END:VCALENDAR\r\n", entry), "plan.ics")
    assert list(draft.parts) == ["power"]
    assert draft.top["milestones"] == [
        {
            "id": "entry-1",
            "title": "Board meeting",
            "deadline": "2027-03-01",
            "owner": "none",
            "note": "Room 5",
        }
    ]
    assert messages(draft) == [
        'foreign-entry: "Board meeting" is not from a roadmap; it is milestone entry-1 now.'
    ]
    again = written(draft, tmp_path / "again")
    assert not again.errors
    strange = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n" + entry
    alone = written(read_own_ics(strange, "plan.ics"), tmp_path / "alone")
    assert not alone.errors
    assert [str(item.latest) for item in alone.system.items.values()] == ["2027-03-01"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"BEGIN:VCALENDAR",
        b"BEGIN:VCALENDAR\r\nEND:VEVENT\r\n",
        b"no calendar",
        b"BEGIN:VEVENT\r\nEND:VEVENT\r\n",
    ],
)
def test_what_is_no_calendar_is_one_finding(data: bytes) -> None:
    draft = read_own_ics(data, "plan.ics")
    assert (draft.top, draft.parts) == ({}, {})
    assert [one.name for one in draft.findings] == ["damaged-export"]


def test_damaged_data_cost_themselves_alone(tmp_path: Path) -> None:
    data = calendar(two_fields(tmp_path)).replace(b"\r\n ", b"")
    broken = data.replace(
        b'X-CARBONROAD-ITEM;VALUE=TEXT:{"in":"steel"', b'X-CARBONROAD-ITEM;VALUE=TEXT:{"in":7'
    )
    broken = broken.replace(b'{"in":"power"', b'["in":"power"')
    draft = read_own_ics(broken, "plan.ics")
    assert any("its data were changed by another program" in one for one in messages(draft))
    assert not written(draft, tmp_path / "again").errors
