"""Sections, measures, duties and the head of a policy text."""

import pytest
from policy_texts import Read

from carbonroad.importing.foreign.look import Kind
from carbonroad.importing.policy.parts import Duties


@pytest.mark.parametrize(
    ("lines", "clause"),
    [
        (["二、任务", "（一）能源", "1.发电。扩大规模，到2030年，占比达到9%。"], "二（一）1"),
        (["二、任务", "1．发电。到2030年，占比达到9%。"], "二1"),
        (["第三章 任务", "第十二条 到2030年，占比达到9%。"], "第十二条"),
        (["3 Tasks", "3.2 The share will reach 9% by 2030."], "3.2"),
        (["Action 4: Power. The share will reach 9% by 2030."], "Action 4"),
        (["Article 2. Targets", "(3) The share will reach 9% by 2030."], "Article 2 (3)"),
        (["一、任务", "1.2 发电：到2030年，占比达到9%。"], "1.2"),
        (["（三）能源", "（四）发电。到2030年，占比达到9%。"], "（四）"),
        (["一、任务", "①到2030年，占比达到9%。"], "一①"),
    ],
)
def test_a_clause_is_the_way_of_numbers_to_it(lines: list[str], clause: str) -> None:
    chinese = "一" <= lines[0][0] <= "龥" or lines[0][0] == "（" or "、" in lines[0]
    title = "示例方案" if chinese else "Plan of Exampletown"
    (target,) = Read("\n\n".join([title, *lines]) + "\n").kinds("target")
    assert target.clause == clause


def test_numbers_that_run_on_through_parts_stand_alone() -> None:
    text = (
        "Plan of X\n\nI. Aims\n\n1. Power. Wind shall reach 9% by 2030.\n\nII. "
        "Tasks\n\n2. Heat. Heat shall reach 8% by 2030.\n"
    )
    assert [item.clause for item in Read(text).kinds("target")] == ["1", "2"]


def test_numbered_sections_with_tasks_are_measures_and_goals_are_none() -> None:
    text = (
        "示例方案\n一、主要目标\n到2030年，占比达到9%。\n二、重点任务\n"
        "（一）能源转型行动\n1.发展新能源。加快建设。\n"
        "三、发展基础\n已建成20个园区。\n"
    )
    assert [(item.clause, item.title) for item in Read(text).kinds("measure")] == [
        ("二（一）", "能源转型行动"),
        ("二（一）1", "发展新能源"),
    ]


def test_a_table_of_contents_gives_nothing() -> None:
    text = "示例方案\n目录\n一、能源转型……1\n二、保障……3\n一、能源转型\n到2030年，占比达到9%。\n"
    assert [item.kind for item in Read(text).reading.items] == ["measure", "target"]


@pytest.mark.parametrize(
    ("words", "duties"),
    [
        (
            "（市发展改革委牵头，市工信局、市财政局等按职责分工负责）",
            Duties(("市工信局", "市财政局"), ("市发展改革委",)),
        ),
        ("（市林业局牵头，市财政局配合）", Duties((), ("市林业局",), ("市财政局",))),
        ("（市住房城乡建设局、各县（市、区）政府负责）", Duties(("市住房城乡建设局", "各县（市、区）政府"))),
        ("责任单位：市能源局、市自然资源和规划局。", Duties(("市能源局", "市自然资源和规划局"))),
        (
            "牵头单位：市交通运输局；配合单位：市公安局、市商务局。",
            Duties((), ("市交通运输局",), ("市公安局", "市商务局")),
        ),
        ("由市统计局会同市发展改革委负责。", Duties(("市统计局",), (), ("市发展改革委",))),
    ],
)
def test_a_clause_at_the_end_governs_its_paragraph(words: str, duties: Duties) -> None:
    read = Read(f"示例方案\n一、任务\n1.发展新能源。到2030年，占比达到9%。{words}\n")
    assert [item.duties for item in read.reading.items if item.clause == "一1"] == [duties, duties]


@pytest.mark.parametrize(
    ("words", "duties"),
    [
        ("Lead: Ministry of Energy. Partners: Department of Transport, Grid Agency.",
         Duties((), ("Ministry of Energy",), ("Department of Transport", "Grid Agency"))),
        ("Responsible: Department of Energy, Industry and Trade",
         Duties(("Department of Energy, Industry and Trade",))),
        ("Led by the Port Authority with support from the Statistics Office.",
         Duties((), ("Port Authority",), ("Statistics Office",))),
    ],
)  # fmt: skip
def test_an_english_clause_at_the_end_governs_its_paragraph(words: str, duties: Duties) -> None:
    read = Read(f"Plan of Exampletown\n\nAction 1. Power. Wind will reach 9% by 2030. {words}\n")
    assert [item.duties for item in read.reading.items] == [duties, duties]


def test_the_subject_of_a_sentence_answers_for_it_where_it_is_a_body() -> None:
    text = (
        "Plan of X\n\nThe Ministry of Energy and the Grid Agency will publish "
        "rules by 2027. Wind power will be mapped by 2028.\n"
    )
    first, second = Read(text).kinds("milestone")
    assert first.duties == Duties(("Ministry of Energy", "Grid Agency"))
    assert second.duties == Duties()


def test_a_line_behind_several_tasks_that_name_nobody_governs_them_all() -> None:
    text = (
        "示例方案\n一、任务\n（一）推广\n1.到2027年，甲类占比达到9%。\n"
        "2.到2028年，乙类占比达到8%。\n责任单位：市交通运输局\n"
    )
    assert {item.duties.owner for item in Read(text).reading.items if item.kind == "target"} == {
        ("市交通运输局",)
    }


def test_what_may_be_a_verb_is_asked_about_and_left_out() -> None:
    read = Read(
        "示例方案\n一、任务\n1.发展新能源。到2030年，占比达到9%。（加快推进节能改造，市能源局负责）\n"
    )
    assert ("owner-unclear", "加快推进节能改造") in read.doubts()
    assert read.kinds("target")[0].duties == Duties(("市能源局",))


def test_a_notice_says_its_title_number_issuer_and_day() -> None:
    text = (
        "示例市人民政府关于印发示例市碳达峰实施方案的通知\n"
        "示政发〔2026〕8号\n各县（市、区）人民政府：\n现印发给你们。\n"
        "示例市人民政府\n2026年3月15日\n示例市碳达峰实施方案\n一、任务\n到2030年，占比达到9%。\n"
    )
    assert Read(text).reading.document == (
        "示例市碳达峰实施方案",
        "示政发〔2026〕8号",
        "示例市人民政府",
        "2026-03-15",
    )


def test_an_english_plan_says_its_title_number_issuer_and_day() -> None:
    text = (
        "# Climate Plan\n\nAdopted by the Exampletown City Council on 12 March 2026. "
        "Reference: ECC/2026/14\n\nWind will reach 9% by 2030.\n"
    )
    assert Read(text, Kind.md).reading.document == (
        "Climate Plan",
        "ECC/2026/14",
        "Exampletown City Council",
        "2026-03-12",
    )
