"""Which keys are offered in a map, and what is written with one."""

from pathlib import Path

import pytest
from completed import CHINESE_TOP, offered, offered_in

ITEM = "milestones:\n  - id: M1\n    title: One\n"


def test_the_keys_of_a_milestone_that_it_does_not_have_the_required_one_first(tmp_path: Path) -> None:
    found = offered(tmp_path, f"{ITEM}    owner: miit\n    ▮\n    note: x\n")
    assert found.labels[0] == "deadline"
    assert {"support", "after", "source", "superseded_by"} <= set(found.labels)
    assert not {"id", "title", "owner", "note", "takes"} & set(found.labels)
    assert found.one("deadline").detail == "期限 · required"
    assert "Until when, in the author's words." in found.one("deadline").documentation
    assert "`before 2030`" in found.one("deadline").documentation


def test_a_key_is_written_with_its_colon_and_its_values_are_asked_for_at_once(tmp_path: Path) -> None:
    found = offered(tmp_path, f"{ITEM}    ow▮")
    assert found.taken("owner") == f"{ITEM}    owner: "
    assert found.one("owner").again


def test_of_a_key_that_has_its_colon_only_the_name_is_written(tmp_path: Path) -> None:
    found = offered(tmp_path, f"{ITEM}    ow▮ner: miit\n")
    assert found.taken("owner") == f"{ITEM}    owner: miit\n"
    assert found.taken("lead") == f"{ITEM}    lead: miit\n"


@pytest.mark.parametrize(
    ("typed", "key"),
    [("负", "owner"), ("责任单位", "owner"), ("resp", "owner"), ("due", "deadline"), ("depends", "after")],
)
def test_a_key_is_found_by_its_other_names(tmp_path: Path, typed: str, key: str) -> None:
    assert offered(tmp_path, f"{ITEM}    {typed}▮").one(key).filter.startswith(typed)


def test_in_a_file_with_chinese_keys_they_are_chinese(tmp_path: Path) -> None:
    found = offered(tmp_path, "里程碑:\n  - 编号: M1\n    ▮\n", "zh", CHINESE_TOP, "钢铁.yaml")
    assert found.labels[:3] == ["标题", "期限", "负责"]
    assert found.one("期限").detail == "deadline · 必填"
    assert found.line("负责") == "    负责: "
    assert "ow" in found.one("负责").filter


def test_the_language_of_the_keys_is_the_files_and_not_the_readers(tmp_path: Path) -> None:
    found = offered(tmp_path, "里程碑:\n  - 编号: M1\n    ▮\n", "en", CHINESE_TOP, "钢铁.yaml")
    assert found.labels[:2] == ["标题", "期限"]
    assert found.one("期限").detail == "deadline · required"


@pytest.mark.parametrize(("lang", "first"), [("en", "industry"), ("zh", "行业"), ("zh-Hans", "行业")])
def test_in_an_empty_file_the_reader_decides(tmp_path: Path, lang: str, first: str) -> None:
    assert offered(tmp_path, "▮", lang).labels[0] == first


def test_the_top_file_an_industry_and_a_file_alone_have_keys_of_their_own(tmp_path: Path) -> None:
    top = offered_in(tmp_path, {"carbonroad.yaml": "▮"}).labels
    assert {"carbonroad", "phases", "parent", "validate"} <= set(top)
    assert "industry" not in top
    (tmp_path / "one").mkdir()
    industry = offered(tmp_path / "one", "▮").labels
    assert "phases" not in industry
    (tmp_path / "alone").mkdir()
    alone = offered_in(tmp_path / "alone", {"plan.yaml": "works:\n  - {id: a, title: b}\n▮"}).labels
    assert {"industry", "phases", "milestones"} <= set(alone)
    assert "industries" not in alone


@pytest.mark.parametrize(
    ("key", "written"),
    [
        ("milestones", "milestones:\n  - id: "),
        ("revisions", "revisions:\n  - rev: "),
        ("pathway", "pathway:\n  "),
        ("owner", "owner: "),
    ],
)
def test_below_a_key_begins_what_it_holds(tmp_path: Path, key: str, written: str) -> None:
    assert offered(tmp_path, "title: Steel\n▮\n").line(key) == written


def test_lines_below_are_indented_from_where_the_key_stands(tmp_path: Path) -> None:
    found = offered(tmp_path, "works:\n  - id: W1\n    rep▮\n")
    assert found.line("reports") == "    reports:\n      - date: "
    found = offered(tmp_path, "indicators:\n  - targ▮\n")
    assert found.line("targets") == "  - targets:\n      "


def test_a_new_item_has_all_that_it_needs(tmp_path: Path) -> None:
    below = offered(tmp_path, "milestones:\n  ▮\n")
    assert below.taken("A milestone") == "milestones:\n  - id: \n    title: \n    deadline: \n"
    next_one = offered(tmp_path, f"{ITEM}    deadline: 2030\n  ▮\n")
    assert next_one.line("A milestone") == "  - id: M2\n    title: \n    deadline: "
    assert next_one.one("A milestone").insert == "- id: ${1:M2}\n    title: $2\n    deadline: $0"
    behind = offered(tmp_path, "milestones:\n  - ▮\n")
    assert behind.taken("A milestone") == "milestones:\n  - id: \n    title: \n    deadline: \n"
    margin = offered(tmp_path, "milestones:\n- id: M1\n▮\n")
    assert margin.taken("A milestone") == "milestones:\n- id: M1\n- id: M2\n  title: \n  deadline: \n"
    assert "owner" in margin.labels


def test_a_list_may_begin_behind_its_key(tmp_path: Path) -> None:
    found = offered(tmp_path, "title: x\nworks: ▮\n")
    assert found.taken("A work package") == "title: x\nworks:\n  - id: \n    title: \n"


def test_a_dash_without_its_blank_is_completed(tmp_path: Path) -> None:
    assert offered(tmp_path, "measures:\n  -▮\n").line("A measure") == "  - id: \n    title: "


def test_line_ends_stay_as_the_file_has_them(tmp_path: Path) -> None:
    found = offered(tmp_path, "title: x\r\nmeasures:\r\n  ▮\r\n")
    assert found.line("A measure") == "  - id: \r\n    title: "


def test_in_brackets_keys_stand_on_one_line(tmp_path: Path) -> None:
    found = offered(tmp_path, f"{ITEM}    source: {{id: ap21, ▮}}\n")
    assert "id" not in found.labels
    assert found.line("evidence") == "    source: {id: ap21, evidence: "
    assert offered(tmp_path, f"{ITEM}    source: {{▮").labels[0] == "id"


def test_a_citation_or_a_link_may_be_a_map(tmp_path: Path) -> None:
    found = offered(tmp_path, f"{ITEM}    source:\n      - ▮\n")
    assert found.line("id") == "      - id: "
    assert "ap21" in found.labels
    assert "clause" not in found.labels


def test_years_phases_and_languages_are_keys_too(tmp_path: Path) -> None:
    found = offered(tmp_path, "indicators:\n  - id: x\n    targets:\n      2025: 3\n      ▮\n")
    assert found.labels == ["2030", "2035", "fyp14", "fyp15"]
    assert found.line("2030") == "      2030: "
    found = offered(tmp_path, "indicators:\n  - id: x\n    actual: {▮}\n")
    assert found.labels == ["2026", "2025", "2024", "2023"]
    assert offered(tmp_path, "title: {en: Steel, ▮}\n").labels[0] == "zh"
    assert offered(tmp_path, "title: ▮\n").taken("en · zh") == "title:\n  en: \n  zh: \n"


def test_a_target_that_is_a_map_has_keys(tmp_path: Path) -> None:
    found = offered(tmp_path, "indicators:\n  - id: x\n    targets:\n      2030:\n        ▮\n")
    assert found.labels[0] == "value"
    assert "stretch" in found.labels


def test_bodies_that_are_named_and_not_declared_can_be_declared(tmp_path: Path) -> None:
    found = offered_in(tmp_path, {"carbonroad.yaml": "owner: [mee, A long name]\norganisations:\n  ▮\n"})
    assert found.labels == ["mee"]
    assert found.line("mee") == "  mee:\n    title: "


def test_settings_of_the_checks(tmp_path: Path) -> None:
    def at(text: str) -> list[str]:
        return offered_in(
            tmp_path, {"carbonroad.yaml": f"validate:\n{text}", "steel.yaml": "title: x\n"}
        ).labels

    assert "fail_on" in at("  ▮\n")
    assert "no-source" in at("  severity:\n    ▮\n")
    assert at("  severity:\n    no-source: ▮\n") == ["error", "warning", "info", "off"]
    rules = at("  ignore: [no-source, ▮]\n")
    assert "no-owner" in rules
    assert "no-source" not in rules
    assert at("  per_file_ignores:\n    ▮\n") == ["steel"]
