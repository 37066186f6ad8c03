"""Untidy lists, as offices keep them: nothing of a cell is lost, misread or guessed without a word."""

from io import BytesIO

import openpyxl
import pytest

from carbonroad.importing.draft import Draft, Entries
from carbonroad.importing.foreign.look import Kind
from carbonroad.importing.lists.cells_names import read_bodies
from carbonroad.importing.lists.headers import recognise
from carbonroad.importing.options import PLAIN, Options
from carbonroad.importing.readers import Foreign, draft_of

Rows = list[list[object]]


def drafted(rows: Rows, *merged: str, options: Options = PLAIN) -> Draft:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(row)
    for area in merged:
        sheet.merge_cells(area)
    made = BytesIO()
    book.save(made)
    return draft_of((Foreign(made.getvalue(), "list.xlsx", Kind.xlsx),), "list", options)


def items(entries: Entries, key: str) -> list[Entries]:
    listed = entries.get(key, [])
    assert isinstance(listed, list)
    return [one for one in listed if isinstance(one, dict)]


def told(draft: Draft) -> list[tuple[str, str]]:
    return [(one.name, one.pointer) for one in draft.findings]


def test_marks_below_months_say_when_a_task_runs() -> None:
    """Month by month, over the turn of a year, with a gap, and one event."""
    draft = drafted(
        [
            ["Activity", "Responsible", "2027", None, None, None, "2028"],
            [None, None, "Sep", "Oct", "Nov", "Dec", "Jan"],
            ["Survey", "Housing", "x", "x"],
            ["Works", "Utility", None, "X", None, "x", "x"],
            ["Opening", "Mayor", None, None, None, None, "◆"],
        ],
        "C1:F1",
    )
    assert [(one["start"], one["finish"], one.get("note", "")) for one in items(draft.top, "works")] == [
        ("2027-09", "2027-10", ""), ("2027-10", "2028-01", "marked: 2027-10; 2027-12..2028-01"),
    ]  # fmt: skip
    assert [one["deadline"] for one in items(draft.top, "milestones")] == ["2028-01"]
    assert told(draft) == [("assumed", "C2")]


def test_a_chart_of_colours_is_not_silently_read_as_tasks_without_time() -> None:
    draft = drafted([["任务", "责任单位", "1季度", "2季度", "3季度"], ["摸底", "市住建局"]])
    assert told(draft) == []  # quarters of no year are columns without words
    titled = drafted(
        [["2027年工作计划"], ["任务", "责任单位", "1季度", "2季度", "3季度"], ["摸底", "市住建局"]]
    )
    assert told(titled) == [("unreadable-cell", "C2")]
    assert "2027-Q1" in titled.findings[0].message


def test_tables_beside_each_other_are_two() -> None:
    draft = drafted([
        ["Task", "Owner", "Deadline", None, "Indicator", "Unit", "Target 2030"],
        ["Write the plan", "Mayor", "2026-05-01", None, "Bikes", "thousand", 20],
    ])  # fmt: skip
    assert [(one["title"], one["deadline"]) for one in items(draft.top, "milestones")] == [
        ("Write the plan", "2026-05-01")
    ]
    assert [(one["title"], one["targets"]) for one in items(draft.top, "indicators")] == [
        ("Bikes", {"2030": "20"})
    ]


def test_an_indicator_beside_its_task_keeps_its_name() -> None:
    draft = drafted([["Task", "Indicator", "Unit", "Target 2030"], ["Cycle", "Bikes", "thousand", 20]])
    (one,) = items(draft.top, "indicators")
    assert (one["title"], one["note"]) == ("Bikes", "Task: Cycle")


def test_rows_of_years_are_one_indicator() -> None:
    draft = drafted([
        ["指标", "年份", "指标值（万吨）", "类型", "备注"],
        ["水泥产量", 2025, "1,250.5", "实际", None],
        ["水泥产量", 2030, "1100以内", "目标", "达峰后下降"],
        ["钢产量", 2030, 900, "目标", None],
    ])  # fmt: skip
    first, second = items(draft.top, "indicators")
    assert (first["actual"], first["targets"]) == ({"2025": "1,250.5"}, {"2030": "1100以内"})
    assert (first["unit"], first["note"], second["targets"]) == ("万吨", "达峰后下降", {"2030": "900"})
    assert "measures" not in draft.top
    assert told(draft) == []


def test_a_second_header_row_says_what_years_are() -> None:
    draft = drafted([
        ["指标名称", "单位", "2025年", "2030年"],
        [None, None, "现状值", "目标值"],
        ["森林蓄积量", "亿立方米", 1.2, 1.3],
    ])  # fmt: skip
    (one,) = items(draft.top, "indicators")
    assert (one["actual"], one["targets"]) == ({"2025": "1.2"}, {"2030": "1.3"})
    assert told(draft) == []


def test_a_header_repeated_below_a_merged_cell_is_no_row_and_hides_none() -> None:
    head = ["序号", "重点领域", "主要任务", "完成时限", "责任单位"]
    draft = drafted(
        [
            head, ["1-1", "工业", "超低排放改造", "2026年12月", "市生态环境局"], head,
            ["1-2", None, "关停落后产能", "2027年", "市工信局"],
        ],
        "B2:B4",
        options=Options(single=True),
    )  # fmt: skip
    assert [one["title"] for one in items(draft.top, "milestones")] == ["超低排放改造", "关停落后产能"]
    assert told(draft) == []


def test_two_unknown_columns_of_one_name_are_both_kept() -> None:
    draft = drafted([["Task", "Deadline", "Zone", "Zone"], ["Survey", "2027", "north", "south"]])
    (one,) = items(draft.top, "milestones")
    assert (one["x-zone"], one["x-zone-2"]) == ("north", "south")


def test_a_period_beside_start_and_finish_does_not_overwrite_them() -> None:
    draft = drafted([
        ["2026年进展情况表", None, "单位：亿元"],
        ["项目名称", "建设起止年限", "总投资", "形象进度", "开工时间", "竣工时间", "属性"],
        ["光伏基地", "2025-2027", 45.6, "完成45%", "2025年3月", "2027年12月", "约束性"],
        ["氢能走廊", "2026-2028", "12亿", "前期", "2026年6月", "2028年", None],
    ])  # fmt: skip
    first, second = items(draft.top, "works")
    assert (first["start"], first["finish"], first["progress"]) == ("2025年3月", "2027年12月", "45")
    assert (first["cost"], second["cost"]) == ("45.6亿 CNY", "12亿 CNY")
    assert first["note"] == "建设起止年限：2025-2027；属性：约束性"
    assert (draft.top["title"], draft.top["x-above"]) == ("2026年进展情况表", "单位：亿元")


def test_numbers_are_no_numbering_and_twice_the_same_id_is_told() -> None:
    draft = drafted([["Action", "Deadline"], ["20 electric buses", "2027"], ["Depots", "2028"]])
    assert [one["title"] for one in items(draft.top, "milestones")] == ["20 electric buses", "Depots"]
    numbered = drafted([["Action", "Deadline"], ["1 Buses", "2027"], ["2 Depots", "2028"]])
    assert [one["title"] for one in items(numbered.top, "milestones")] == ["Buses", "Depots"]
    twice = drafted([["ID", "Action", "Deadline"], ["A-3", "Trees", "2027"], ["A-3", "Hedges", "2028"]])
    assert told(twice) == [("assumed", "A3")]


def test_money_thousands_and_shares_as_offices_type_them() -> None:
    draft = drafted([
        ["Action", "Start", "Finish", "Budget (€m)"], ["Heat", "2026", "2027", 12.5]
    ])  # fmt: skip
    assert items(draft.top, "works")[0]["cost"] == "12.5m EUR"
    values = drafted(
        [["Indicator", "Unit", "Target 2027", "Target 2030"], ["Energy", "GWh", "10 000", "9 500"]]
    )
    assert items(values.top, "indicators")[0]["targets"] == {"2027": "10,000", "2030": "9,500"}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("任务 Task", "title"), ("序号 No.", "number"), ("Deadline\n完成时限", "deadline"),
        ("时限 Owner", ""), ("起", "start"), ("止", "finish"), ("Who?", "owner"),
        ("Action title", "title"), ("当前进展", "advance"),
    ],
)  # fmt: skip
def test_headers_in_two_languages_must_agree(text: str, key: str) -> None:
    assert recognise(text).key == key


def test_a_bracket_on_the_next_line_belongs_to_the_name_above() -> None:
    assert read_bodies("Transport Dept\n(with Police)\nMayor").names == {
        "": ["Transport Dept (with Police)", "Mayor"]
    }


def test_names_in_the_call_that_the_file_has_not_are_told() -> None:
    rows: Rows = [["Task", "Deadline"], ["Survey", "2027"]]
    draft = drafted(rows, options=Options(maps=(("Wer", "owner"), ("B", "deadline"))))
    assert told(draft) == [("not-in-file", "")]
    assert "Task, Deadline" in draft.findings[0].help
    assert [one.name for one in drafted(rows, options=Options(sheets=("Plan",))).findings] == ["not-in-file"]


def test_a_text_of_fields_is_a_table_when_asked_for() -> None:
    data = b"Milestone\tDue date\nOpen depot\t2027\n"
    draft = draft_of((Foreign(data, "list.txt", Kind.txt, table=True),), "list")
    assert [one["title"] for one in items(draft.top, "milestones")] == ["Open depot"]
