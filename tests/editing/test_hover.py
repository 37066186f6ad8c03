"""What stands under the mouse: named things, keys, words, values, rules; in both languages."""

from pathlib import Path

import pytest
from editor_files import opened

from carbonroad.editing.hovering.at_cursor import hover
from carbonroad.editing.hovering.rule_help import explanation

TOP = """
    title: {en: A plan, zh: 一个规划}
    languages: [en, zh]
    as_of: 2026-11-22
    before_means: inclusive
    phases:
      - {id: fyp15, title: {en: 15th FYP, zh: “十五五”}, years: 2026..2030}
    organisations:
      miit: {title: {en: Ministry of Industry, zh: 工业和信息化部}, short: MIIT}
      mee: {title: {en: Ministry of Environment, zh: 生态环境部}}
    sources:
      ap21:
        title: {en: Action plan, zh: 行动方案}
        number: 国发〔2021〕23号
        issued: 2021-10-24
        publisher: The council
        url: https://example.org/ap
    validate:
      ignore: [same-title]
      severity: {no-source: off}
    milestones:
      - {id: peak, title: {en: Emissions peak, zh: 碳达峰}, deadline: before 2030, goal: peak, owner: miit}
"""
STEEL = """
    title: {en: Steel, zh: 钢铁}
    owner: miit
    measures:
      - {id: scrap, title: {en: More scrap, zh: 多用废钢}}
    milestones:
      - id: M1
        title: {en: Steel peaks, zh: 钢铁达峰}
        deadline: strive before 2030
        for: top.peak
        after: [W1]
        support: mee
        measure: scrap
        status: at-risk
        source: ap21#3.2
      - {id: M2, title: Follow-up, deadline: 18 months after M1, after: M1}
    indicators:
      - id: power
        title: {en: Wind power, zh: 风电装机}
        unit: 万千瓦
        better: higher
        actual: {2020: 2000, 2024: 0.5亿千瓦}
        targets:
          2030: {value: 1.8亿千瓦以上, stretch: strive for 20000}
    works:
      - id: W1
        title: {en: First work, zh: 第一项工程}
        takes: 9 months
        start: 2027
        cost: about 1.2 bn CNY
"""


def place(tmp_path: Path, words: str, within: str, lang: str = "en") -> str:
    """The hover on some words within a longer piece of one of the files."""
    found = opened(tmp_path, {"carbonroad.yaml": TOP, "steel.yaml": STEEL})
    found.path = str(tmp_path / ("steel.yaml" if within in STEEL else "carbonroad.yaml"))
    at = found.text.index(within) + within.index(words) + 1
    answer = hover(found.roadmap, found.path, at, lang)
    if answer is None:
        return ""
    assert answer.span.start <= at <= answer.span.end
    return answer.markdown


def test_an_item_is_told_of_by_its_id_its_title_and_wherever_it_is_named(tmp_path: Path) -> None:
    by_id = place(tmp_path, "peak", "{id: peak")
    assert by_id.splitlines() == [
        "**Emissions peak**  ",
        "碳达峰",
        "",
        "Milestone · `top.peak` · The “1”",
        "",
        "- **Deadline**: before 2030 → 2030-12-31 (in over 4 years)",
        "- **Status**: planned",
        "- **Owner**: Ministry of Industry",
        "- **Served by** (1)",
        "  - `steel.M1` Steel peaks (strive before 2030)",
    ]
    assert place(tmp_path, "Emissions", "Emissions peak") == by_id
    assert place(tmp_path, "碳达峰", "zh: 碳达峰") == by_id
    assert place(tmp_path, "peak", "for: top.peak") == by_id
    assert place(tmp_path, "top", "for: top.peak") == by_id


def test_in_chinese_everything_but_the_authors_own_words_is_chinese(tmp_path: Path) -> None:
    assert place(tmp_path, "M1", "id: M1", "zh").splitlines() == [
        "**钢铁达峰**  ",
        "Steel peaks",
        "",
        "里程碑 · `steel.M1` · 钢铁",
        "",
        "- **期限**：strive before 2030 → 2030-12-31（还有4年多）",
        "- **计算完成**：2027-09-30",
        "- **总时差**：0 天，在关键线路上",
        "- **状态**：有风险",
        "- **负责**：工业和信息化部",
        "- **配合**：生态环境部",
        "- **前置** (1)",
        "  - `steel.W1` 第一项工程",
        "- **后续** (1)",
        "  - `steel.M2` Follow-up（18 months after M1）",
        "- **支撑** (1)",
        "  - `top.peak` 碳达峰（before 2030）",
        "- **来源**：[国发〔2021〕23号](<https://example.org/ap>)，3.2",
    ]


def test_a_work_says_when_it_is_planned_and_whether_it_is_critical(tmp_path: Path) -> None:
    said = place(tmp_path, "W1", "after: [W1]")
    assert "Work package · `steel.W1` · Steel" in said
    assert "- **Computed dates**: 2027-01-01 – 2027-09-30 (9 months)" in said
    assert "- **Float**: 0 days, on the critical path" in said


def test_a_target_says_how_far_it_has_come(tmp_path: Path) -> None:
    said = place(tmp_path, "2030", "2030: {value")
    assert "Target · `steel.power@2030` · Steel" in said
    assert "- **Value**: 1.8亿千瓦以上 → at least 180 million kW = 180 GW" in said
    assert "- **Stretch**: strive for 200 million kW" in said
    assert "last measured: 50 million kW in 2024" in said
    assert "130 million kW to go" in said
    assert "a year needed" in said


@pytest.mark.parametrize(
    ("words", "within", "lang", "lines"),
    [
        ("miit", "owner: miit", "en", ["工业和信息化部", "- **Owns or leads**: 5 items"]),
        ("mee", "support: mee", "zh", ["**生态环境部**  ", "- **负责或牵头**：共0项", "- **配合**：共1项"]),
        ("ap21", "source: ap21", "en", ["- **Issued**: 2021-10-24", "- **Cited by** (1)"]),
        ("fyp15", "id: fyp15", "zh", ["**“十五五”**  ", "- **年份**：2026-01-01至2030-12-31"]),
        ("scrap", "measure: scrap", "en", ["Measure · `steel.scrap` · Steel", "- **Joined by** (1)"]),
        ("power", "id: power", "en", ["- **Unit**: 10,000 kW", "| 2024 | 50 million kW |  |"]),
        ("Steel", "en: Steel,", "en", ["Industry · `steel`", "- **Holds**: 4 items"]),
    ],
)  # fmt: skip
def test_bodies_sources_phases_measures_indicators_and_industries(
    tmp_path: Path, words: str, within: str, lang: str, lines: list[str]
) -> None:
    said = place(tmp_path, words, within, lang).splitlines()
    assert [line for line in lines if line not in said] == []


@pytest.mark.parametrize(
    ("words", "within", "lang", "said"),
    [
        ("strive before", "deadline: strive before 2030", "en", "**strive before 2030** → 2030-12-31"),
        ("18 months", "deadline: 18 months after M1", "en", "**18 months after M1** → expected 2032-06-30"),
        ("1.8亿", "value: 1.8亿千瓦以上", "zh", "**1.8亿千瓦以上** = 18,000万千瓦"),
        ("20000", "strive for 20000", "en", "**strive for 20000** → strive for 200 million kW"),
        ("0.5亿", "2024: 0.5亿千瓦", "en", "**0.5亿千瓦** → 50 million kW = 5,000 万千瓦 = 50 GW"),
        ("9 months", "takes: 9 months", "en", "**9 months** → 2027-01-01 – 2027-09-30"),
        ("2027", "start: 2027", "en", "**2027** → 2027-01-01"),
        ("about 1.2", "cost: about 1.2 bn CNY", "en", "**about 1.2 bn CNY** → around 1,200,000,000 CNY"),
    ],
)
def test_a_value_is_told_as_it_was_understood(
    tmp_path: Path, words: str, within: str, lang: str, said: str
) -> None:
    assert place(tmp_path, words, within, lang).splitlines()[0] == said


@pytest.mark.parametrize(
    ("typed", "means", "days", "says"),
    [
        ("2030年底前", "inclusive", "2030-12-31", ""),
        ("2030年前", "inclusive", "2030-12-31", "“前”含所写时段：以其最后一天为限。"),
        ("2030年前", "exclusive", "2029-12-31", "“前”不含所写时段：本路线图的“年前口径”如此规定。"),
        (
            "2030年左右",
            "inclusive",
            "2029-01-01 – 2031-12-31",
            "“左右”指前后各一年；月份、季度为前后各三个月。",
        ),
        ("“十五五”期间", "inclusive", "2026-01-01 – 2030-12-31", "时期：“十五五”"),
        ("2031年起", "inclusive", "2031-01-01 起", ""),
        ("每年", "inclusive", "下次 2026-12-31", "周期性要求，共5次。"),
        ("长期", "inclusive", "", "长期要求，没有截止日期，不会逾期。"),
        ("未明确", "inclusive", "", "来源未写明日期，不会逾期。"),
    ],
)
def test_a_deadline_shows_the_days_that_were_understood(
    tmp_path: Path, typed: str, means: str, days: str, says: str
) -> None:
    steel = f"title: Steel\nmilestones:\n  - {{id: M1, title: One, deadline: {typed}▮}}\n"
    found = opened(tmp_path, {"steel.yaml": steel, "carbonroad.yaml": TOP.replace("inclusive", means)})
    answer = hover(found.roadmap, found.path, found.offset, "zh")
    assert answer is not None
    head, *remarks = answer.markdown.split("\n\n")
    assert head == f"**{typed}**" + (f" → {days}" if days else "")
    assert remarks == ([f"- {says}"] if says else [])


def test_a_key_says_what_it_means_and_how_its_value_is_written(tmp_path: Path) -> None:
    said = place(tmp_path, "deadline", "deadline: strive")
    assert said.startswith(
        "**deadline** · 期限  \n*A milestone*\n\nRequired. Until when, in the author's words."
    )
    assert "- `by 2030` · `2030` · `end of 2030` — by: the last day of what is named" in said
    said = place(tmp_path, "organisations", "organisations:", "zh")
    assert "负责和配合的单位。" in said
    assert "- 必填：`title`" in said


def test_a_chinese_key_is_answered_with_chinese_names(tmp_path: Path) -> None:
    found = opened(tmp_path, "标题: 钢铁\n里程碑▮:\n  - {编号: 达峰, 标题: 达峰, 期限: 2030年前}\n")
    answer = hover(found.roadmap, found.path, found.offset - 1, "zh")
    assert answer is not None
    assert answer.markdown.startswith("**里程碑** · milestones")
    assert "- 必填：`编号`、`标题`、`期限`" in answer.markdown


def test_a_word_of_a_fixed_list_says_what_it_means(tmp_path: Path) -> None:
    assert (
        place(tmp_path, "at-risk", "status: at-risk")
        == "**at-risk** · 有风险\n\nIn danger of missing its deadline."
    )
    assert place(tmp_path, "higher", "better: higher", "zh") == "**higher** · 越高越好\n\n数值越高越好。"


def test_a_rule_is_told_of_in_the_settings_and_in_a_comment(tmp_path: Path) -> None:
    assert "CR507" in place(tmp_path, "same-title", "ignore: [same-title]")
    assert "CR503" in place(tmp_path, "no-source", "{no-source: off}")
    assert place(tmp_path, "off", "no-source: off}") == "**off** · 关闭\n\nNot reported."
    found = opened(
        tmp_path,
        """
        title: Steel
        milestones:
          - {id: M1, title: One, deadline: 2030}  # carbonroad: ignore[no-source, no-▮owner] -- not yet
        """,
    )
    answer = hover(found.roadmap, found.path, found.offset, "en")
    assert answer is not None
    assert found.text[answer.span.start : answer.span.end] == "no-owner"
    assert answer.markdown.startswith("**No owner · no-owner · CR502 · warning**")


def test_the_page_of_a_rule_is_markdown_in_the_readers_language() -> None:
    english, chinese = explanation("CR502", "en"), explanation("no-owner", "zh")
    assert english.startswith("## No owner · no-owner · CR502 · warning\n\n")
    assert "```yaml\nmilestones:" in english
    assert "# expect" not in english
    assert chinese.startswith("## 无负责单位 · no-owner · CR502 · 警告\n\n")
    assert explanation("CR5", "en") == explanation("nonsense", "en") == ""


def test_what_users_write_does_not_act_as_markdown(tmp_path: Path) -> None:
    title = "<img src=x> [here](command:run) *a* `b` | c"
    found = opened(
        tmp_path, f"title: Steel\nmilestones:\n  - id: M1▮\n    title: '{title}'\n    deadline: 2030\n"
    )
    answer = hover(found.roadmap, found.path, found.offset, "en")
    assert answer is not None
    assert answer.markdown.startswith(r"**\<img src=x\> \[here\](command:run) \*a\* \`b\` \| c**")


def test_a_web_address_of_another_kind_is_no_link(tmp_path: Path) -> None:
    top = TOP.replace("https://example.org/ap", "javascript:alert(1)")
    found = opened(tmp_path, {"carbonroad.yaml": top, "steel.yaml": STEEL.replace("ap21#3.2", "ap21▮#3.2")})
    answer = hover(found.roadmap, found.path, found.offset, "en")
    assert answer is not None
    assert "](" not in answer.markdown


def test_where_nothing_stands_nothing_is_told(tmp_path: Path) -> None:
    found = opened(tmp_path, "title: Steel\n\n▮\nmilestones: []\nnote: Some prose\n")
    assert hover(found.roadmap, found.path, found.offset, "en") is None
    assert hover(found.roadmap, found.path, found.after("Some"), "en") is None
    assert hover(found.roadmap, found.path, 10_000, "en") is None


def test_a_deadline_that_cannot_be_read_is_answered_with_what_can(tmp_path: Path) -> None:
    found = opened(tmp_path, "title: Steel\nmilestones:\n  - {id: M1, title: One, deadline: some▮day}\n")
    answer = hover(found.roadmap, found.path, found.offset, "en")
    assert answer is not None
    assert "`by 2030`" in answer.markdown


def test_a_mistake_elsewhere_in_the_file_takes_nothing_away(tmp_path: Path) -> None:
    found = opened(
        tmp_path,
        """
        title: Steel
        milestones:
          - id: M1▮
            title: One
            deadline: by 2030
          - id: M2
            title: "Two
        """,
    )
    answer = hover(found.roadmap, found.path, found.offset, "en")
    assert answer is not None
    assert "by 2030 → 2030-12-31" in answer.markdown
