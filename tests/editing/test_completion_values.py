"""Which values are offered: what the roadmap declares, fixed words, and forms that fit."""

from pathlib import Path

import pytest
from completed import CHINESE_TOP, TOP, offered, offered_in
from editor_files import DATA_DATE

from carbonroad.editing.completing.ask import MOST

ITEMS = """\
measures:
  - {id: scrap, title: {en: Scrap, zh: 废钢}}
milestones:
  - id: M1
    title: {en: Electric furnaces, zh: 电炉}
    deadline: end of 2025
    owner: miit
    source: stl24
  - id: M2
    title: Hydrogen
    deadline: 2031
    owner: miit
indicators:
  - {id: eaf, title: Share of furnaces, unit: "%", targets: {2030: ≥15, 2035: {id: plan, value: 30}}}
"""


def milestone(line: str) -> str:
    return ITEMS.replace("indicators:", f"  - id: M3\n    title: Three\n    {line}\nindicators:")


def test_items_of_this_file_come_first_and_others_with_their_file(tmp_path: Path) -> None:
    found = offered(tmp_path, milestone("after: ▮"))
    assert found.labels == ["M1", "M2", "eaf@2030", "eaf@2035.plan", "top.peak"]
    assert found.one("M1").detail == "Electric furnaces · end of 2025"
    assert found.line("M1") == "    after: M1"


def test_an_item_is_found_by_its_id_and_all_its_titles(tmp_path: Path) -> None:
    one = offered(tmp_path, milestone("after: 电▮")).one("M1")
    assert one.filter.startswith("电炉")
    assert "Electric furnaces" in one.filter
    assert "M1" in one.filter
    assert "电炉" in one.documentation


def test_titles_are_in_the_readers_language(tmp_path: Path) -> None:
    assert offered(tmp_path, milestone("after: ▮"), "zh").one("M1").detail == "电炉 · end of 2025"


def test_an_item_neither_waits_for_itself_nor_twice_for_another(tmp_path: Path) -> None:
    assert "M3" not in offered(tmp_path, milestone("after: ▮")).labels
    assert offered(tmp_path, milestone("after: [M1, top.peak, ▮]")).labels == [
        "M2",
        "eaf@2030",
        "eaf@2035.plan",
    ]
    assert "M1" not in offered(tmp_path, milestone("after:\n      - M1\n      - ▮")).labels
    assert "M1" not in offered(tmp_path, milestone("after:\n      - {id: M1}\n      - {id: ▮}")).labels
    assert "M1" in offered(tmp_path, milestone("after: [M▮1]")).labels


def test_on_a_line_of_its_own_a_value_gets_its_dash(tmp_path: Path) -> None:
    assert offered(tmp_path, milestone("after:\n      ▮")).line("M1") == "      - M1"
    assert offered(tmp_path, milestone("after:\n      - M1\n      ▮")).line("M2") == "      - M2"


def test_from_the_top_file_items_have_their_industry(tmp_path: Path) -> None:
    files = {"carbonroad.yaml": f"{TOP}works:\n  - id: W1\n    after: ▮\n", "steel.yaml": ITEMS}
    found = offered_in(tmp_path, files)
    assert found.labels == ["peak", "steel.M1", "steel.M2", "steel.eaf@2030", "steel.eaf@2035.plan"]


def test_another_industry_is_named_with_its_file(tmp_path: Path) -> None:
    files = {"carbonroad.yaml": TOP, "steel.yaml": ITEMS, "power.yaml": "works:\n  - id: W1\n    after: ▮\n"}
    assert offered_in(tmp_path, files).labels == [
        "top.peak",
        "steel.M1",
        "steel.M2",
        "steel.eaf@2030",
        "steel.eaf@2035.plan",
    ]


def test_a_milestone_serves_the_goals_of_the_top_file_first(tmp_path: Path) -> None:
    assert offered(tmp_path, milestone("for: ▮")).labels[0] == "top.peak"
    assert offered(tmp_path, f"{ITEMS}works:\n  - id: W1\n    for: ▮\n").labels[0] == "M1"


@pytest.mark.parametrize(
    ("line", "offers"),
    [
        ("measure: ▮", ["scrap", "top.saving"]),
        ("indicator: ▮", ["eaf", "top.intensity"]),
        ("goal: ▮", ["peak", "neutrality"]),
        ("nature: ▮", ["binding", "expected"]),
        ("status: ▮", ["planned", "on-track", "at-risk", "late", "done", "missed", "dropped"]),
        ("owner_basis: ▮", ["stated", "inferred"]),
        ("source: ▮", ["stl24", "ap21"]),
        ("source: {id: ▮}", ["stl24", "ap21"]),
        ("source: {id: ap21, evidence: ▮}", ["seen", "partly", "memory"]),
        ("source: ap21#▮", []),
        ("after: {id: M1, type: ▮}", ["FS", "SS", "FF", "SF", "informs"]),
        ("after: {id: M1, basis: ▮}", ["stated", "implied"]),
        ("after: {id: M1, lag: ▮}", ["3mo", "2w", "-2w"]),
        ("title: T▮", []),
        ("note: ▮x", []),
    ],
)
def test_each_key_is_offered_what_it_takes(tmp_path: Path, line: str, offers: list[str]) -> None:
    assert offered(tmp_path, milestone(line)).labels == offers


def test_the_parent_of_an_indicator_is_one_of_the_top_file(tmp_path: Path) -> None:
    text = "indicators:\n  - {id: one, title: x, unit: t}\n  - id: two\n    parent: ▮\n"
    assert offered(tmp_path, text).labels == ["top.intensity"]


def test_bodies_are_named_as_the_roadmap_names_them_and_found_by_every_name(tmp_path: Path) -> None:
    found = offered(tmp_path, milestone("owner: ▮"))
    assert found.labels == ["miit", "ndrc", "none"]
    assert found.one("ndrc").detail == "Development and Reform Commission"
    assert {"发改委", "国家发展和改革委员会"} <= set(found.one("ndrc").filter.split())
    assert offered(tmp_path, milestone("owner: 发▮")).one("ndrc").filter.startswith("发改委")


def test_of_several_names_in_one_string_the_last_is_completed(tmp_path: Path) -> None:
    found = offered(tmp_path, milestone("support: miit、发▮"))
    assert found.labels == ["ndrc"]
    assert found.line("ndrc") == "    support: miit、ndrc"
    assert offered(tmp_path, milestone("support: [miit, ▮]")).labels == ["ndrc"]


def test_nobody_supports_what_is_his_own(tmp_path: Path) -> None:
    assert offered(tmp_path, milestone("owner: [ndrc]\n    support: ▮")).labels == ["miit"]


def test_without_declared_bodies_those_named_elsewhere_are_offered(tmp_path: Path) -> None:
    text = "milestones:\n  - {id: M1, title: x, owner: MIIT}\n  - id: M2\n    owner: ▮\n"
    assert offered_in(tmp_path, {"plan.yaml": text}).labels == ["MIIT", "none"]


def test_with_declared_bodies_a_mistyped_name_is_not_offered(tmp_path: Path) -> None:
    found = offered(tmp_path, milestone("support: [miitt, and 4 others]\n    owner: ▮"))
    assert "miitt" not in found.labels


def test_in_chinese_files_words_and_references_are_chinese(tmp_path: Path) -> None:
    def at(line: str) -> list[str]:
        text = f"里程碑:\n  - 编号: M1\n    {line}\n"
        return offered(tmp_path, text, "zh", CHINESE_TOP, "钢铁.yaml").labels

    assert at("属性: ▮") == ["约束性", "预期性"]
    assert at("支撑: ▮") == ["总体.达峰"]
    assert at("负责：▮") == ["省发改委", "省工信厅", "无"]
    assert at("状态: ▮")[:2] == ["计划", "按期推进"]
    assert at("期限: ▮")[:2] == ["到2030年", "2030年底前"]
    assert "“十五五”期间" in at("期限: ▮")
    assert not [one for one in at("期限: ▮") if "by" in one]


def test_a_word_tells_the_other_language_and_its_meaning(tmp_path: Path) -> None:
    one = offered(tmp_path, milestone("status: ▮")).one("late")
    assert one.detail == "滞后 · Past its deadline and still pursued."
    assert {"overdue", "逾期"} <= set(one.filter.split())


def test_deadlines_have_the_day_that_they_mean(tmp_path: Path) -> None:
    found = offered(tmp_path, milestone("deadline: ▮"))
    assert found.labels[0] == "by 2030"
    assert found.one("before 2030").detail == "before · ≤ 2030-12-31"
    assert found.one("15th FYP").detail == "2026..2030"
    assert found.labels.index("15th FYP") < found.labels.index("14th FYP")


def test_deadlines_have_the_year_that_is_typed(tmp_path: Path) -> None:
    found = offered(tmp_path, milestone("deadline: 2027▮"))
    assert found.one("before 2027").filter.startswith("2027")
    assert found.line("end of 2027") == "    deadline: end of 2027"
    exclusive = TOP.replace("inclusive", "exclusive")
    assert (
        offered(tmp_path, milestone("deadline: ▮"), top=exclusive)
        .one("before 2030")
        .detail.endswith("2029-12-31")
    )


def test_a_deadline_may_wait_for_an_item(tmp_path: Path) -> None:
    assert offered(tmp_path, milestone("deadline: after ▮")).labels[:3] == [
        "after M1",
        "after M2",
        "after top.peak",
    ]


def test_units_of_the_roadmap_come_before_common_ones(tmp_path: Path) -> None:
    top = f"{TOP}  - {{id: rail, title: x, unit: km}}\n"
    found = offered(tmp_path, "indicators:\n  - id: x\n    unit: ▮\n", top=top)
    assert found.labels[:2] == ["%", "km"]
    assert found.line("%") == '    unit: "%"'
    assert "Mt CO2" in found.labels
    assert offered(tmp_path, 'indicators:\n  - id: x\n    unit: "▮"\n').line("%") == '    unit: "%'


def test_examples_stand_where_nothing_is_declared(tmp_path: Path) -> None:
    assert "9 months" in offered(tmp_path, "works:\n  - id: W1\n    takes: ▮\n").labels
    assert "≥15" in offered(tmp_path, "indicators:\n  - id: x\n    targets: {2030: ▮}\n").labels
    assert offered(tmp_path, "works:\n  - id: W1\n    finished: ▮\n").labels[0] == "2026-11-22"


def test_a_new_id_is_one_more_than_the_last(tmp_path: Path) -> None:
    assert offered(tmp_path, "milestones:\n  - id: M1\n  - id: M9\n  - id: ▮\n").labels == ["M10"]
    assert offered(tmp_path, "milestones:\n  - id: ▮\n").labels == []


def test_industries_are_the_files_of_the_folder(tmp_path: Path) -> None:
    files = {
        "carbonroad.yaml": "industries: [steel, ▮]\n",
        "steel.yaml": "",
        "power.yaml": "",
        "wind.yaml": "",
    }
    assert offered_in(tmp_path, files).labels == ["power", "wind"]


def test_what_stands_in_a_file_that_is_left_out_is_not_offered(tmp_path: Path) -> None:
    files = {
        "carbonroad.yaml": "industries: [steel]\nworks:\n  - id: W1\n    after: ▮\n",
        "steel.yaml": ITEMS,
        "draft.yaml": ITEMS,
    }
    labels = offered_in(tmp_path, files).labels
    assert "steel.M1" in labels
    assert "draft.M1" not in labels


def test_a_blank_is_put_behind_a_colon_that_has_none(tmp_path: Path) -> None:
    assert offered(tmp_path, milestone("owner:▮")).line("miit") == "    owner: miit"


def test_what_is_inherited_is_offered_too(tmp_path: Path) -> None:
    for name in ("nation", "north"):
        (tmp_path / name).mkdir()
    files = {
        "nation/carbonroad.yaml": TOP,
        "north/carbonroad.yaml": "parent: nation\nmilestones:\n  - id: M1\n    owner: ▮\n",
    }
    assert offered_in(tmp_path, files).labels == ["miit", "ndrc", "none"]
    again = files | {"north/carbonroad.yaml": "parent: nation\nmilestones:\n  - id: M1\n    source: ▮\n"}
    assert offered_in(tmp_path, again).labels == ["ap21", "stl24"]
    parent = files | {"north/carbonroad.yaml": "parent: ▮\n"}
    assert offered_in(tmp_path, parent).labels == ["nation"]


def test_rules_in_a_comment_the_found_ones_first(tmp_path: Path) -> None:
    found = offered(
        tmp_path, "milestones:\n  # carbonroad: ignore[▮]\n  - {id: M1, title: x, deadline: 2030}\n"
    )
    assert {"no-source", "no-owner"} >= set(found.labels[:1])
    assert found.one("no-source").detail == "CR503 · No source"
    assert found.line("no-source") == "  # carbonroad: ignore[no-source"
    more = offered(tmp_path, "title: x # carbonroad: ignore[no-source, no-▮]\n")
    assert "no-source" not in more.labels
    assert more.taken("no-owner") == "title: x # carbonroad: ignore[no-source, no-owner]\n"


def test_a_comment_that_suppresses_is_offered_behind_a_hash_sign(tmp_path: Path) -> None:
    assert offered(tmp_path, "# c▮\n").taken("carbonroad: ignore[…]") == "# carbonroad: ignore[\n"
    assert offered(tmp_path, "#▮\n").taken("carbonroad: ignore[…]") == "# carbonroad: ignore[\n"
    assert offered(tmp_path, "# any words▮\n").labels == []


def test_very_many_items_are_narrowed_by_what_is_typed(tmp_path: Path) -> None:
    items = "".join(
        f"  - {{id: N{number}, title: Number {number}, deadline: 2030}}\n" for number in range(1200)
    )
    text = f"milestones:\n{items}  - id: last\n    after: "
    assert len(offered(tmp_path, f"{text}▮\n").labels) == MOST
    narrowed = offered(tmp_path, f"{text}N119▮\n").labels
    assert narrowed == ["N119", *(f"N119{digit}" for digit in range(10))]


def test_the_data_date_may_be_the_present_day(tmp_path: Path) -> None:
    one = offered_in(tmp_path, {"carbonroad.yaml": "carbonroad: 1\nas_of: ▮\n"})
    assert one.labels[0] == str(DATA_DATE)


def test_the_language_of_the_keys_comes_first(tmp_path: Path) -> None:
    for text, first in (("格式: 1\n语言: ▮\n", "zh"), ("carbonroad: 1\nlanguages: ▮\n", "en")):
        assert offered_in(tmp_path, {"carbonroad.yaml": text}).labels[0] == first
