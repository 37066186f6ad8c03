"""An exported workbook that a colleague has changed: what is new is placed, and nothing is silently lost."""

from collections.abc import Callable
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from carbonroad.export import BY_NAME, Exported
from carbonroad.importing.draft import Draft, Entries
from carbonroad.importing.foreign.look import Kind
from carbonroad.importing.readers import Foreign, draft_of
from carbonroad.project import load
from carbonroad.source.folder import NoRoadmap, find_roadmaps
from carbonroad.starting.checked_draft import settle

DAY = date(2026, 11, 22)
TOP = """carbonroad: 1
title: Example
before_means: inclusive
organisations:
  energy: {title: Energy Office}
  transport: {title: Department of Transport}
industries: [heat, steel]
"""
HEAT = """title: Heat
milestones:
  - {id: M1, title: Plan adopted, deadline: 2027, owner: energy}
  - {id: M2, title: Coal phased out, deadline: 2030, owner: energy, for: M1}
  - {id: M3, title: Nets extended, deadline: 2031, owner: energy, for: [M1, M2]}
indicators:
  - {id: share, title: Share, unit: "%", owner: energy, targets: {2030: 40}, actual: {2024: 18}}
"""
STEEL = "title: Steel\nmilestones:\n  - {id: M1, title: Furnaces, deadline: 2028, owner: transport}\n"


@cache
def workbook() -> bytes:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        for name, text in (("carbonroad", TOP), ("heat", HEAT), ("steel", STEEL)):
            (Path(folder) / f"{name}.yaml").write_text(text, encoding="utf-8")
        roadmaps = find_roadmaps(folder)
        assert not isinstance(roadmaps, NoRoadmap)
        project = load(roadmaps[0], DAY, DAY)
        (data,) = dict(BY_NAME["xlsx"].write(Exported(project.system, project.facts, "0", "en"))).values()
    return data


Change = Callable[[dict[str, Worksheet], Callable[[str, str], int]], None]


def changed(change: Change | None) -> Draft:
    book = openpyxl.load_workbook(BytesIO(workbook()))
    sheets = {sheet.title: sheet for sheet in book.worksheets}

    def column(sheet: str, header: str) -> int:
        return next(cell.column for cell in sheets[sheet][1] if cell.value == header)

    if change is not None:
        change(sheets, column)
    made = BytesIO()
    book.save(made)
    return draft_of((Foreign(made.getvalue(), "plan.xlsx", Kind.xlsx),), "plan")


def milestones(draft: Draft, part: str) -> list[Entries]:
    listed = draft.parts[part].get("milestones", [])
    assert isinstance(listed, list)
    return [one for one in listed if isinstance(one, dict)]


def told(draft: Draft) -> list[tuple[str, str]]:
    return [(one.name, one.pointer) for one in draft.findings]


def test_nothing_is_said_of_an_export_as_it_was_written() -> None:
    assert told(changed(None)) == []


def test_new_rows_are_placed_whatever_their_id() -> None:
    def change(sheets: dict[str, Worksheet], column: Callable[[str, str], int]) -> None:
        sheet = sheets["Timetable"]
        for row in (
            {"ID": "M9", "Kind": "milestone", "Industry": "Steel", "Title": "Hydrogen", "Deadline": "2032"},
            {"Industry": "Heat", "Title": "No id", "Deadline": "2033"},
            {"ID": "heat.M1", "Kind": "milestone", "Industry": "Heat", "Title": "Copied", "Deadline": "2034"},
            {
                "ID": "zinc.M1",
                "Kind": "milestone",
                "Industry": "Zinc",
                "Title": "Smelter",
                "Deadline": "2034",
            },
        ):
            at = sheet.max_row + 1
            for header, words in row.items():
                sheet.cell(at, column("Timetable", header), words)

    draft = changed(change)
    assert [(one["id"], one["title"]) for one in milestones(draft, "steel")] == [
        ("M1", "Furnaces"), ("M9", "Hydrogen"),
    ]  # fmt: skip
    assert [(one["id"], one["title"]) for one in milestones(draft, "heat")][3:] == [
        ("t1", "No id"), ("M1-2", "Copied"), ("M1-3", "Smelter"),
    ]  # fmt: skip
    assert milestones(draft, "heat")[5]["x-industry"] == "Zinc"
    assert [name for name, _ in told(draft)] == ["assumed"] * 3
    assert settle(draft, "en", "plan", None, DAY).sound


def test_words_of_no_list_and_rows_of_nothing_are_kept_and_told() -> None:
    def change(sheets: dict[str, Worksheet], column: Callable[[str, str], int]) -> None:
        sheets["Timetable"].cell(2, column("Timetable", "Kind"), "mile stone")
        sheets["Timetable"].cell(3, column("Timetable", "Stated status"), "nearly")
        values = sheets["Targets and actuals"]
        values.cell(2, column("Targets and actuals", "Indicator"), "heat.shaer")

    draft = changed(change)
    assert [one["id"] for one in milestones(draft, "heat")] == ["M1", "M2", "M3"]
    assert milestones(draft, "heat")[1]["x-status"] == "nearly"
    assert "heat.shaer" in str(draft.top["x-left-out"])
    assert [name for name, _ in told(draft)].count("unreadable-cell") == 3


def test_a_body_that_is_not_declared_may_be_a_slip() -> None:
    def change(sheets: dict[str, Worksheet], column: Callable[[str, str], int]) -> None:
        sheets["Timetable"].cell(2, column("Timetable", "Owner"), "Departement of Transport")

    (slip,) = [one for one in changed(change).findings if one.name == "similar-body"]
    assert "Department of Transport" in slip.help
    assert slip.pointer.endswith("2")


@pytest.mark.parametrize(
    ("sheet", "header", "row"),
    [("Timetable", "Deadline", 5), ("Timetable", "Target", 5), ("Assignments", "Organisation", 2)],
)
def test_a_change_where_a_sheet_only_repeats_another_is_told(sheet: str, header: str, row: int) -> None:
    def change(sheets: dict[str, Worksheet], column: Callable[[str, str], int]) -> None:
        assert sheets["Timetable"].cell(5, 2).value == "target"
        sheets[sheet].cell(row, column(sheet, header), "2039")

    assert [name for name, _ in told(changed(change))] == ["assumed"]


def test_a_deleted_row_costs_the_links_to_it_alone() -> None:
    def change(sheets: dict[str, Worksheet], column: Callable[[str, str], int]) -> None:
        assert sheets["Timetable"].cell(3, 1).value == "heat.M2"
        sheets["Timetable"].delete_rows(3)

    draft = changed(change)
    made = settle(draft, "en", "plan", None, DAY)
    third = milestones(draft, "heat")[1]
    assert (third["for"], third["x-for"]) == ("M1", "M2")
    assert [one.span.path for one in made.findings] == ["plan.xlsx!Timetable"]


def test_what_is_put_aside_names_the_cell_of_the_item() -> None:
    def change(sheets: dict[str, Worksheet], column: Callable[[str, str], int]) -> None:
        for row in (2, 3, 4):
            sheets["Timetable"].cell(row, column("Timetable", "Deadline"), "some day")

    draft = changed(change)
    made = settle(draft, "en", "plan", None, DAY)
    lines = {source.path: source for source in draft.sources}
    assert [
        lines[one.span.path].text.count("\n", 0, one.span.start) + 1 for one in made.findings
    ] == [2, 3, 4]  # fmt: skip
    assert made.sound
