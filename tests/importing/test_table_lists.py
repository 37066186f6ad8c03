"""Lists as offices keep them, made with openpyxl, to drafts: layout, groups, lanes, targets, works."""

from datetime import date
from io import BytesIO

import openpyxl

from carbonroad.findings import Severity
from carbonroad.importing.draft import Draft, Entries, Value
from carbonroad.importing.foreign.look import Kind
from carbonroad.importing.options import PLAIN, Options
from carbonroad.importing.readers import Foreign, draft_of

Rows = list[list[object]]


def workbook(sheets: dict[str, Rows], *merged: str, formats: dict[str, str] | None = None) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
        for area in merged:
            sheet.merge_cells(area)
        for place, words in (formats or {}).items():
            sheet[place].number_format = words
    made = BytesIO()
    book.save(made)
    return made.getvalue()


def drafted(data: bytes, options: Options = PLAIN, kind: Kind = Kind.xlsx) -> Draft:
    return draft_of((Foreign(data, "list.xlsx", kind),), "list", options)


def items(entries: Entries, key: str) -> list[Entries]:
    listed = entries.get(key, [])
    assert isinstance(listed, list)
    return [one for one in listed if isinstance(one, dict)]


def column(entries: Entries, key: str, name: str) -> list[Value]:
    return [one.get(name, "") for one in items(entries, key)]


TASKS: Rows = [
    ["附件1"],
    ["示例省碳达峰行动重点任务分工方案"],
    ["填报单位：省发展改革委"],
    ["序号", "重点任务", "具体措施", "责任分工", None, "完成时限", "联系人", "存档号"],
    [None, None, None, "牵头单位", "责任单位"],
    ["一、能源绿色低碳转型行动"],
    ["（一）大力发展新能源"],
    [
        1,
        "风电光伏",
        "印发发展规划",
        "省发展改革委",
        "省能源局，各市（州）人民政府",
        "2026年底前",
        "张处长",
        "A-1",
    ],
    [2, None, "建成3个基地", "省能源局", "省发展改革委等", "“十五五”期间", None, None],
    ["（二）严控煤炭消费"],
    [3, "散煤治理", "散煤清零", "省生态环境厅", None, "持续推进", None, None],
    ["二、工业领域碳达峰行动"],
    [4, "钢铁行业", "超低排放改造", "省能源局牵头，省工信厅配合", None, date(2028, 12, 1), None, None],
    [5, "绿色数据中心", "出台能效标准", "省工信厅", None, "46022", None, None],
    [None, "合计", "5项"],
    ["注：排在首位的为主要责任单位。"],
]
MERGED = ("A2:H2", "A4:A5", "B4:B5", "C4:C5", "D4:E4", "F4:F5", "A6:H6", "A7:H7", "B8:B9", "A16:H16")


def test_a_chinese_list_with_groups_and_merged_cells() -> None:
    draft = drafted(workbook({"任务分工": TASKS}, *MERGED, formats={"F13": 'yyyy"年"m"月"'}))
    top = draft.top
    assert (top["title"], top["languages"]) == ("示例省碳达峰行动重点任务分工方案", ["zh"])
    assert (top["x-above"], top["note"]) == ("填报单位：省发展改革委", "注：排在首位的为主要责任单位。")
    assert column(top, "measures", "title") == ["大力发展新能源", "严控煤炭消费", "工业领域碳达峰行动"]
    assert column(top, "milestones", "title") == [
        "印发发展规划",
        "建成3个基地",
        "散煤清零",
        "超低排放改造",
        "出台能效标准",
    ]
    assert column(top, "milestones", "id") == ["t1", "t2", "t3", "t4", "t5"]
    assert column(top, "milestones", "measure") == ["m1", "m1", "m2", "m3", "m3"]
    assert column(top, "milestones", "deadline") == [
        "2026年底前",
        "“十五五”期间",
        "长期",
        "2028-12",
        "未明确",
    ]
    assert column(top, "milestones", "owner")[0] == ["省能源局", "各市-州-人民政府"]
    assert (items(top, "milestones")[3]["lead"], items(top, "milestones")[3]["support"]) == (
        "省能源局",
        "省工信厅",
    )
    assert top["phases"] == [{"id": "十五五", "title": "“十五五”", "years": "2026..2030"}]
    assert isinstance(top["organisations"], dict)
    assert top["organisations"]["各市-州-人民政府"] == {"title": "各市（州）人民政府"}
    notes = [str(words) for words in column(top, "milestones", "note")]
    assert "重点任务：风电光伏；联系人：张处长" in notes[0]
    assert "省发展改革委等" in notes[1]
    assert "完成时限：持续推进" in notes[2]
    assert "46022" in notes[4]
    assert items(top, "milestones")[0]["x-存档号"] == "A-1"
    told = [(finding.name, finding.pointer) for finding in draft.findings]
    assert told == [("unknown-column", "H4"), ("ambiguous-date", "F14"), ("left-out", "B15")]


TRACKER: Rows = [
    ["Climate Action Plan - tracker"],
    [],
    ["Ref.", "Policy Action", "Responsible Agency", "Supporting agencies", "Start date", "End Date",
     "Duration",
     "% complete", "RAG", "Budget (m EUR)", "Depends on", "Comments"],
    ["ENERGY"],
    ["E1", "Offshore tender", "Ministry of Energy", "Ministry of Finance; Grid Operator", date(2027, 1, 1),
     date(2028, 6, 30), None, 0.25, "On track", "120", None, "Oversubscribed"],
    ["E2", "Grid code", "Grid Operator and Ministry of Energy", None, date(2026, 9, 1), None, "9 months",
     None, "Amber"],
    ["E3", "Coal exit law in force", "Ministry of Energy", None, None, "end of 2029",
     None, None, None, None, "E2"],
    ["BUILDINGS"],
    ["B1", "Heat pump scheme", "Ministry of Energy", None, None, "03/04/2027", None, None, "Complete"],
    ["B2", None, "Ministry of Energy", None, None, "2030"],
    ["B3", "Standards", "Ministry of Enargy", None, "Q4 2030", "Q1 2027"],
]  # fmt: skip


def test_an_english_tracker_of_works_and_milestones() -> None:
    draft = drafted(workbook({"Action plan": TRACKER}, "A4:L4", "A8:L8", formats={"H5": "0%"}))
    top = draft.top
    assert items(top, "works")[:2] == [
        {"id": "E1", "title": "Offshore tender", "measure": "m1", "start": "2027-01-01",
         "finish": "2028-06-30",
         "owner": "ministry-of-energy", "support": ["ministry-of-finance", "grid-operator"],
         "status": "on-track",
         "progress": "25", "cost": "120m EUR", "note": "Oversubscribed"},
        {"id": "E2", "title": "Grid code", "measure": "m1", "start": "2026-09-01", "takes": "9 months",
         "owner": ["grid-operator", "ministry-of-energy"], "status": "at-risk"},
    ]  # fmt: skip
    assert column(top, "milestones", "after") == ["E2", ""]
    assert column(top, "milestones", "deadline") == ["end of 2029", "not stated"]
    assert "End Date: 03/04/2027" in str(items(top, "milestones")[1]["note"])
    assert "B2 | Ministry of Energy | 2030" in str(top["note"])
    assert {(finding.name, finding.pointer) for finding in draft.findings} == {
        ("ambiguous-date", "F9"), ("row-without-title", "A10"), ("unreadable-cell", "F11"),
         ("similar-body", "C11"),
    }  # fmt: skip


INDICATORS: Rows = [
    ["类别", "指标名称", "单位", "2020年\n基期值", "2025年实际", "目标值", None, "属性", "责任单位"],
    [None, None, None, None, None, "2030年", "备选口径"],
    ["能源", "非化石能源消费比重", "%", 0.152, 0.2031, 0.255, None, "约束性", "市发改委"],
    [None, "煤炭消费总量", "万吨", 2312.4, "约2287", "不超过2200", "原煤", "约束性", "市发改委"],
    ["能效", "单位GDP能耗下降（%）", None, None, "/", "下降13.5%", None, "预期性", "市发改委"],
]


def test_indicators_with_two_header_rows_and_percentages() -> None:
    book = workbook(
        {"主要指标": INDICATORS}, "A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:E2", "F1:G1", "H1:H2", "I1:I2",
         "A3:A4",
        formats={"D3": "0.0%", "E3": "0.0%", "F3": "0%"},
    )  # fmt: skip
    draft = drafted(book)
    first, second, third = items(draft.top, "indicators")
    assert (first["actual"], first["targets"]) == ({"2020": "15.2", "2025": "20.31"}, {"2030": "25.5"})
    assert (first["measure"], first["nature"], first["unit"]) == ("m1", "binding", "%")
    assert (second["actual"], second["targets"]) == ({"2020": "2312.4"}, {"2030": "不超过2200"})
    assert second["x-目标值-备选口径"] == "原煤"
    assert "2025年实际：约2287" in str(second["note"])
    assert (third["title"], third["unit"], third["baseline"]) == ("单位GDP能耗下降", "%", "2020")
    assert {(finding.name, finding.pointer) for finding in draft.findings} == {
        ("unknown-column", "G2"), ("unreadable-cell", "E4"),
    }  # fmt: skip


def test_sheets_called_after_industries_are_industries() -> None:
    rows: Rows = [["工作任务", "时限", "责任单位"], ["达标", "2030年前", "市工信局"]]
    draft = drafted(workbook({"电力": rows, "钢铁": rows}))
    assert (draft.top["industries"], list(draft.parts)) == (["电力", "钢铁"], ["电力", "钢铁"])
    assert column(draft.parts["钢铁"], "milestones", "title") == ["达标"]
    single = drafted(workbook({"电力": rows, "钢铁": rows}), Options(single=True))
    assert column(single.top, "measures", "title") == ["电力", "钢铁"]


def test_years_alone_are_measured_before_the_first_target() -> None:
    head = "Sector;Indicator;Unit;2022;2023;Target 2030;Source\n"
    text = f"{head}Power;Share;%;38,2;45,1;>= 80;Energy Act, Art. 3\n"
    draft = draft_of((Foreign(text.encode(), "kpis.csv", Kind.csv),), "kpis")
    (one,) = items(draft.parts["power"], "indicators")
    assert (one["actual"], one["targets"]) == ({"2022": "38.2", "2023": "45.1"}, {"2030": ">= 80"})
    assert one["source"] == "s1#Art. 3"
    assert [finding.name for finding in draft.findings] == ["assumed", "assumed"]


def test_a_column_that_nobody_knows_is_said_once_and_can_be_mapped() -> None:
    rows: Rows = [
        ["Task", "Deadline", "Resp. unit"],
        ["A", 2030, "Energy Office"],
        ["B", 2031, "Energy Office"],
    ]
    draft = drafted(workbook({"List": rows}))
    (asked,) = draft.findings
    assert (asked.name, asked.severity, asked.pointer) == ("unknown-column", Severity.warning, "C1")
    assert '--map "Resp. unit=' in asked.help
    assert column(draft.top, "milestones", "x-resp-unit") == ["Energy Office", "Energy Office"]
    for left in ("resp. unit", "C"):
        mapped = drafted(workbook({"List": rows}), Options(maps=((left, "owner"),)))
        assert mapped.findings == ()
        assert column(mapped.top, "milestones", "owner") == ["energy-office", "energy-office"]


def test_two_tables_on_a_sheet_are_read_and_numbered_groups_are_lanes() -> None:
    rows: Rows = [
        ["序号", "任务事项", "完成时间", "责任部门", "进度%"],
        ["1", "能源转型"],
        ["1.1", "完成屋顶光伏试点", "2026年三季度", "区发改局", "已完成"],
        ["1.2", "建设虚拟电厂平台", "2027.6", "区发改局/区供电公司", None],
        [],
        ["二、主要指标"],
        ["指标", "单位", "2025年", "2030年目标"],
        ["新增光伏", "MW", 120, 800],
    ]
    top = drafted(workbook({"示例区": rows})).top
    assert "note" not in top
    assert column(top, "measures", "title") == ["能源转型"]
    assert [(one["id"], one["measure"]) for one in items(top, "milestones")] == [
        ("t1-1", "m1"),
        ("t1-2", "m1"),
    ]
    assert column(top, "milestones", "status") == ["done", ""]
    (one,) = items(top, "indicators")
    assert (one["actual"], one["targets"]) == ({"2025": "120"}, {"2030": "800"})


def test_a_second_run_gives_the_same_draft() -> None:
    data = workbook({"任务分工": TASKS}, *MERGED)
    assert drafted(data)[:2] == drafted(data)[:2]


def test_one_body_in_two_spellings_is_one_or_is_asked_about() -> None:
    """An ampersand is "and"; an office without the word for its level is asked for."""
    rows: Rows = [
        ["重点任务", "责任单位", "完成时限", "状态", "RAG"],
        ["改造供热管网", "县住建局", "2027年", "正常推进", "Green"],
        ["改造老旧小区", "县住建局", "2028年", "正常推进", "Green"],
        ["推广绿色建材", "住建局", "2028年", "滞后", "Red"],
        ["Plant trees", "Parks & Countryside", "2029", "late", "Red"],
        ["Restore peat", "Parks and Countryside", "2030", "late", "Red"],
    ]
    draft = drafted(workbook({"任务": rows}))
    assert list(draft.top["organisations"]) == ["县住建局", "住建局", "parks-countryside"]
    told = {finding.name: finding for finding in draft.findings}
    assert told["similar-body"].pointer == "B4"
    # There is a column for the state already, so none is offered a second time.
    assert '--map "RAG=note"' in told["unknown-column"].help
