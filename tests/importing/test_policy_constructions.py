"""Constructions of policy texts beyond the plain ones: what is read from each, and what is left out."""

import pytest
from policy_texts import Read, sentence

from carbonroad.importing.foreign.look import Kind
from carbonroad.importing.policy.parts import Duties


def _values(text: str) -> list[tuple[str, str]]:
    return [(item.title, item.quantity.words) for item in sentence(text) if item.quantity]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Diversion rate: from 41% to 55% or more by 2030.", [("Diversion rate", "55% or more")]),
        ("Car trips per resident: down 5% by 2028.", [("Car trips per resident", "down 5%")]),
        ("Port emissions below 90,000 t CO2e in 2030.", [("Port emissions", "below 90,000 t CO2e")]),
        ("Canopy +3 percentage points by 2036.", [("Canopy", "+3 percentage points")]),
        ("Cut energy use 20-25% by 2030.", [("energy use", "down 20-25%")]),
        ("Tree cover will increase by 4 percentage points by 2035, from 18% in 2023.",
         [("Tree cover", "up 4 percentage points")]),
        ("Feed will be given to 400,000 dairy cows by 2029.", [("Feed given to dairy cows", "400,000 cows")]),
        ("The share will reach 20% of output by 2030 and strives for 50% by 2035.",
         [("share", "20%"), ("share", "strive for 50%")]),
        ("Bike lanes: 14 miles by 2028, of which 5 miles by 2027.",
         [("Bike lanes", "14 miles"), ("Bike lanes", "5 miles")]),
        ("Emissions shall not exceed 45 Mt in 2030 and 28 to 32 Mt in 2035.",
         [("Emissions", "not exceed 45 Mt"), ("Emissions", "28 to 32 Mt")]),
    ],
)  # fmt: skip
def test_short_and_joined_forms_are_targets(text: str, values: list[tuple[str, str]]) -> None:
    assert _values(text) == values


def test_a_second_target_quotes_no_deadline_of_the_first() -> None:
    read = Read("Plan of X\n\nCapacity is to reach 3 GW of wind by 2030, and 7 GW or more by 2035.\n")
    assert [read.quote(item) for item in read.kinds("target")] == [
        "Capacity is to reach 3 GW of wind by 2030",
        "7 GW or more by 2035",
    ]


def test_a_ratio_without_a_unit_and_a_size_in_words_are_asked_about() -> None:
    read = Read(
        "Plan of X\n\nThe clinker ratio shall be lowered to 0.65 by 2030. Waste will be halved by 2031.\n"
    )
    assert [item.kind for item in read.reading.items] == ["target", "milestone"]
    assert read.doubts() == [("number-without-unit", "0.65"), ("number-unclear", "halved")]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("The Example Office will report progress every year.", "every year"),
        ("Present a report to the board every December.", "every December"),
        ("每年发布评估报告。", "每年"),
        ("每季度公布交易情况。", "每季度"),
        ("每年1月31日前报送上一年度进展。", "每年1月31日前"),
    ],
)
def test_a_task_that_comes_back_is_a_milestone(text: str, when: str) -> None:
    (item,) = sentence(text)
    assert (item.kind, item.when and item.when.words) == ("milestone", when)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("示例热网互联工程，2026年4月至2027年10月实施，投资约6.8亿元。", "示例热网互联工程"),
        ("推进示例河水源涵养林建设工程，实施期限为2026—2029年。", "推进示例河水源涵养林建设工程"),
        ("The Western Bypass shall be double-tracked in 2026-2029.", "Western Bypass"),
        ("Solar park at Hill Road: construction April 2027 to September 2028.", "Solar park at Hill Road"),
        ("A capture plant at the works will be commissioned before 2031; engineering starts in 2027.",
         "A capture plant at the works"),
    ],
)  # fmt: skip
def test_a_project_and_when_it_is_carried_out_is_one_work(text: str, title: str) -> None:
    assert [(item.kind, item.title) for item in sentence(text)] == [("work", title)]


def test_a_start_that_names_no_day_is_asked_about() -> None:
    read = Read("Plan of X\n\nBattery at the depot - start autumn 2026, done by end-2027.\n")
    assert [item.kind for item in read.reading.items] == ["work"]
    assert read.doubts() == [("deadline-unreadable", "autumn 2026")]


@pytest.mark.parametrize(
    "text",
    [
        "本方案有效期至2030年12月31日。",
        "2026年5月12日，市有关部门将召开工作推进会，会议通知另行印发。",
        "2026年全县重点工作安排如下。",
        "改造工作涉及3200户。",
        "示例市能源局 2026年1月15日",
        "A public hearing takes place on 14 April 2026 in the Town Hall.",
        "The 2014 plan promised 500 acres by 2020.",
        "An estimated 60% of process heat is needed below 200 degrees.",
        "This guidance enters into force on 1 February 2026.",
    ],
)
def test_notices_meetings_and_validity_are_no_items(text: str) -> None:
    assert sentence(text) == []


def test_a_finished_entry_is_none_and_one_with_an_owner_is_a_task_without_a_date() -> None:
    read = Read(
        "示例方案\n一、任务\n1.编制工作指引。\n责任单位：市能源局\n2.维护路灯（市建设局负责）\n3.修剪行道树（市林业局）\n"
    )
    assert [(item.title, item.when, item.duties.owner) for item in read.kinds("milestone")] == [
        ("编制工作指引", None, ("市能源局",)),
        ("维护路灯", None, ("市建设局",)),
        ("修剪行道树", None, ("市林业局",)),
    ]


def test_headings_that_only_carry_a_plan_out_are_no_measures_and_sectors_are() -> None:
    text = (
        "示例方案\n一 工业\n到2027年，甲类占比达到9%，乙类占比达到8%。\n二、保障措施\n"
        "（一）加强组织领导。各部门要压实责任。\n"
    )
    assert [item.title for item in Read(text).kinds("measure")] == ["工业"]
    text = (
        "# Plan\n\n## Transport\n\nAdopt a tram plan by 2027.\n\n"
        "## Funding and review\n\nReview it by 2028.\n"
    )
    assert [item.title for item in Read(text, Kind.md).kinds("measure")] == ["Transport"]


@pytest.mark.parametrize(
    ("lines", "clause"),
    [
        (["三、主要行动", "行动二 设施升级", "3.到2030年，占比达到9%。"], "三行动二3"),
        (["III. Tasks", "1. Trucks", "1.2 The share will reach 9% by 2030."], "III 1.2"),
        (["1) Energy", "3. Transport", "IV. Waste", "a. The share will reach 9% by 2030."], "IV a"),
        (["一、工业", "1、加快改造。", "2）完成升级。", "（3）到2030年，占比达到9%。"], "一3"),
    ],
)
def test_a_clause_follows_the_numbers_where_forms_are_mixed(lines: list[str], clause: str) -> None:
    title = "示例方案" if "、" in lines[0] else "Plan of Exampletown"
    (target,) = Read("\n\n".join([title, *lines]) + "\n").kinds("target")
    assert target.clause == clause


@pytest.mark.parametrize(
    ("words", "duties"),
    [
        ("责任单位：市交通局牵头，市工信局、示例物流中心配合",
         Duties((), ("市交通局",), ("市工信局", "示例物流中心"))),
        ("责任分工：市能源局负责，市环境局配合。", Duties(("市能源局",), (), ("市环境局",))),
        ("市工信局牵头、市发改局配合。", Duties((), ("市工信局",), ("市发改局",))),
        ("市发改局会同市供电公司。", Duties(("市发改局",), (), ("市供电公司",))),
        ("（市发改局、各乡镇）", Duties(("市发改局", "各乡镇"))),
    ],
)  # fmt: skip
def test_bodies_are_found_however_chinese_texts_name_them(words: str, duties: Duties) -> None:
    (item,) = Read(f"示例方案\n一、任务\n1.到2030年，占比达到9%。{words}\n").kinds("target")
    assert item.duties == duties


@pytest.mark.parametrize(
    ("words", "duties"),
    [
        ("(Port companies, in coordination with Example Grid)",
         Duties(("Port companies",), (), ("Example Grid",))),
        ("(Energy Agency leads; Road Office supports)", Duties((), ("Energy Agency",), ("Road Office",))),
        ("- Finance Director", Duties(("Finance Director",))),
        ("Led by Example Transit; support: Road Office.",
         Duties((), ("Example Transit",), ("Road Office",))),
        ("Utility Board leads, Fire Department to help.",
         Duties((), ("Utility Board",), ("Fire Department",))),
    ],
)  # fmt: skip
def test_bodies_are_found_however_english_texts_name_them(words: str, duties: Duties) -> None:
    (item,) = Read(f"Plan of X\n\n1.1 Wind will reach 9% by 2030. {words}\n").kinds("target")
    assert item.duties == duties


def test_the_clause_of_a_paragraph_goes_before_the_subject_of_its_sentence() -> None:
    text = "示例方案\n一、任务\n1.市统计局2027年底前建立台账，由市数据局负责运维。（市能源局负责）\n"
    assert {item.duties.owner for item in Read(text).kinds("milestone")} == {("市数据局",)}
    text = (
        "Plan of X\n\n1.1 The Road Office will publish a map by 2027. "
        "Lead: Road Office. Support: Grid Agency.\n"
    )
    (item,) = Read(text).kinds("milestone")
    assert item.duties == Duties((), ("Road Office",), ("Grid Agency",))
