"""Sentences of policy texts: deadlines, targets, outcomes, works, in Chinese and English."""

import pytest
from policy_texts import Read, sentence, target

from carbonroad.importing.foreign.look import Kind

_MD = Kind.md


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("到2025年，非化石能源消费比重达到20%左右。", ("非化石能源消费比重", "到2025年", "达到20%左右", "%")),
        (
            "2027年底前，煤炭消费总量控制在800万吨以内。",
            ("煤炭消费总量", "2027年底前", "控制在800万吨以内", "万吨"),
        ),
        ("到2030年，能耗强度比2020年下降18%以上。", ("能耗强度", "到2030年", "比2020年下降18%以上", "%")),
        (
            "到2030年，供热管网热损失较2020年下降5个百分点。",
            ("供热管网热损失", "到2030年", "较2020年下降5个百分点", "个百分点"),
        ),
        ("到2028年，建成零碳园区50个。", ("建成零碳园区", "到2028年", "50个", "个")),
        ("到2028年，建成50个零碳园区。", ("建成零碳园区", "到2028年", "50个", "个")),
        ("到2027年，产能比例由15%提高到30%。", ("产能比例", "到2027年", "提高到30%", "%")),
        ("“十五五”期间，铁水联运量年均增长15%以上。", ("铁水联运量", "“十五五”期间", "年均增长15%以上", "%")),
        ("到2030年，替代率达到8%—10%。", ("替代率", "到2030年", "达到8%—10%", "%")),
        ("到2027年底，认证产品较2025年翻一番。", ("认证产品", "到2027年底", "较2025年翻一番", "倍")),
        ("By 2030, the share of buses will reach 40%.", ("share of buses", "By 2030", "40%", "%")),
        (
            "Cut emissions by at least 18% from 2005 levels by 2030.",
            ("emissions", "by 2030", "down at least 18% from 2005 levels", "%"),
        ),
        (
            "Heat use shall be no more than 5 Mt CO2e before 2030.",
            ("Heat use", "before 2030", "no more than 5 Mt CO2e", "Mt CO2e"),
        ),
        (
            "Install 2,000 public charging points by Q2 2027.",
            ("install public charging points", "by Q2 2027", "2,000 charging points", "charging points"),
        ),
        (
            "Capacity shall rise from 1.2 GW in 2024 to 4 GW by the end of 2028.",
            ("Capacity", "by the end of 2028", "4 GW", "GW"),
        ),
        ("Demand is to fall below 60 kWh/m2 by 2035.", ("Demand", "by 2035", "below 60 kWh/m2", "kWh/m2")),
        (
            "Farm emissions fall by 25–30% relative to 2021 by 2032.",
            ("Farm emissions", "by 2032", "down 25–30% relative to 2021", "%"),
        ),
        ("In 2026–2028 plant 2 million trees.", ("plant trees", "In 2026–2028", "2 million trees", "trees")),
    ],
)  # fmt: skip
def test_a_target_has_its_indicator_deadline_value_and_unit(text: str, read: tuple[str, ...]) -> None:
    assert target(text) == read


def test_a_deadline_at_the_head_governs_all_parts_until_the_next_one() -> None:
    items = sentence(
        "到2025年，甲类产能达到5万吨，乙类产能达到6万吨；丙类产能达到7万吨；到2030年，甲类产能达到8万吨。"
    )
    assert [(item.title, item.when.words) for item in items if item.when] == [
        ("甲类产能", "到2025年"),
        ("乙类产能", "到2025年"),
        ("丙类产能", "到2025年"),
        ("甲类产能", "到2030年"),
    ]


def test_a_deadline_does_not_reach_over_a_full_stop() -> None:
    read = Read("示例方案\n一、目标\n到2025年，甲类产能达到5万吨。乙类产能达到6万吨。\n")
    assert [item.when.words if item.when else "" for item in read.kinds("target")] == ["到2025年", ""]
    assert ("deadline-unclear", "乙类产能达到6万吨") in read.doubts()


def test_the_indicator_of_the_year_before_goes_on() -> None:
    items = sentence("到2027年，新能源汽车占比达到90%以上；到2030年达到100%。")
    assert [item.title for item in items] == ["新能源汽车占比", "新能源汽车占比"]
    items = sentence("Energy use will be reduced by 20% by 2028 and by 35% by 2032.")
    assert [(item.title, item.when.words) for item in items if item.when] == [
        ("Energy use", "by 2028"),
        ("Energy use", "by 2032"),
    ]


def test_names_and_numbers_are_paired_by_their_order() -> None:
    items = sentence("到2030年，森林覆盖率、森林蓄积量分别达到38%、2200万立方米。")
    assert [(item.title, item.quantity.words) for item in items if item.quantity] == [
        ("森林覆盖率", "达到38%"),
        ("森林蓄积量", "2200万立方米"),
    ]


def test_a_number_to_strive_for_belongs_to_the_target_before_it() -> None:
    (item,) = sentence("到2030年，公共建筑能耗降低10%，力争降低12%。")
    assert item.stretch == "力争降低12%"
    (item,) = sentence("By 2035, emissions fall by 65% compared with 2005, striving for 70%.")
    assert item.stretch == "70%"


@pytest.mark.parametrize(
    ("text", "title", "words"),
    [
        ("2026年底前，制定出台分布式光伏管理办法。", "制定出台分布式光伏管理办法", "2026年底前"),
        ("石油消费力争2030年前达到峰值。", "石油消费达到峰值", "力争2030年前"),
        ("自2027年1月1日起，新建建筑全面执行标准。", "新建建筑全面执行标准", "自2027年1月1日起"),
        ("Adopt a low-emission zone from 2027.", "Adopt a low-emission zone", "from 2027"),
        ("By the end of 2028, all towns have heat plans.", "all towns have heat plans", "By the end of 2028"),
    ],
)
def test_an_outcome_with_a_deadline_and_no_number_is_a_milestone(text: str, title: str, words: str) -> None:
    (item,) = sentence(text)
    assert (item.kind, item.title, item.when and item.when.words) == ("milestone", title, words)


def test_each_outcome_below_a_deadline_is_one() -> None:
    items = sentence("到2027年，产业结构明显优化，绿色技术取得新进展。")
    assert [item.title for item in items] == ["产业结构明显优化", "绿色技术取得新进展"]


def test_a_project_with_start_and_end_is_a_work() -> None:
    (item,) = sentence("示例河抽水蓄能电站2026年6月开工，2030年底前建成投产，总投资约85亿元。")
    assert (item.kind, item.title, item.start, item.finish, item.cost) == (
        "work", "示例河抽水蓄能电站", "2026年6月", "2030年底前", "85亿元",
    )  # fmt: skip
    (item,) = sentence(
        "Construction of the Riverside tram line starts in March 2026 and is completed by the end of 2029."
    )
    assert (item.kind, item.title, item.start, item.finish) == (
        "work", "Riverside tram line", "in March 2026", "by the end of 2029",
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "“十四五”以来，全市新增光伏装机120万千瓦。",
        "截至2025年底，新能源公交车占比已达到78%。",
        "依据《2030年前碳达峰行动方案》（国发〔2021〕23号），制定本方案。",
        "坚持系统观念，为实现2030年前碳达峰目标，统筹推进。",
        "对达标企业给予最高200万元奖励。",
        "联系电话：0000-20302030。",
        "淘汰200万吨/年及以下常减压装置。",
        "Since 2015 emissions have fallen by 12%.",
        "In 2022 the share of wind was 18%, up from 10% in 2016.",
        "It implements the Energy Act (Act No. 12 of 2019).",
    ],
)
def test_what_was_or_is_only_named_is_no_item(text: str) -> None:
    assert sentence(text) == []


def test_an_abbreviation_does_not_end_a_sentence() -> None:
    (item,) = sentence("Train 1,500 installers (e.g. fitters) and approx. 200 auditors by 2027.")[:1]
    assert item.when is not None
    assert item.when.words == "by 2027"


def test_a_line_with_a_colon_gives_its_deadline_to_the_list_below() -> None:
    read = Read(
        "# Plan\n\nBy 2028 the city will:\n\n- adopt a clean zone;\n- "
        "build 40 bus shelters.\n\nParks stay open.\n",
        _MD,
    )
    assert [(item.kind, item.when.words) for item in read.reading.items if item.when] == [
        ("milestone", "By 2028"),
        ("target", "By 2028"),
    ]


def test_a_heading_that_promises_targets_gives_its_year() -> None:
    read = Read(
        "# 示例方案\n\n## 1.1 2027年目标\n\n- 综合利用率达到85%\n\n## 1.2 重点工作\n\n- 回收率达到60%\n", _MD
    )
    assert [item.when.words if item.when else "" for item in read.kinds("target")] == ["2027年", ""]


def test_a_line_about_the_time_dates_its_task() -> None:
    read = Read("示例方案\n一、任务\n1．推进屋顶光伏建设。扩大规模。完成时限：2027年12月底前。\n")
    (item,) = read.kinds("milestone")
    assert (item.title, item.when and item.when.words) == ("推进屋顶光伏建设", "2027年12月底前")
