"""Keys and words: both languages, nothing given, mistyped, twice."""

from pathlib import Path

import pytest
from roadmap_files import item, load_files, mistakes, names, place

from carbonroad.read.vocabulary.shape import Enumeration, Shape
from carbonroad.read.vocabulary.shapes import SHAPES
from carbonroad.read.vocabulary.words import ENUMERATIONS, SYNONYMS

ENGLISH = """
    industry: steel
    title: Steel
    indicators:
      - id: eaf
        title: Furnaces
        unit: "%"
        better: higher
        baseline: {year: 2020, value: 9}
        actual:
          2024: {value: 10.2, estimate: true}
        targets:
          2030: {value: ≥15, stretch: 20, nature: binding}
    milestones:
      - id: M1
        title: Peak
        deadline: {words: in this term, by: 2027-12}
        owner: MIIT
        lead: NDRC
        support: [MEE]
        owner_basis: inferred
        goal: peak
        status: on-track
        after: {id: W1, type: SS, lag: 3mo, basis: implied}
    works:
      - id: W1
        title: Pilot
        takes: 9 months
        start: 2027
        cost: 120亿 CNY
        deliverable: A furnace
        acceptance: Runs a year
        progress: 40
        for: M1
"""
CHINESE = """
    行业: steel
    标题: Steel
    指标:
      - 编号: eaf
        标题: Furnaces
        计量单位: "%"
        方向: 越高越好
        基期: {年度: 2020, 数值: 9}
        实际值:
          2024: {数值: 10.2, 估计: 是}
        目标:
          2030: {数值: ≥15, 力争值: 20, 属性: 约束性}
    里程碑:
      - 编号: M1
        标题: Peak
        期限: {原话: in this term, 不晚于: 2027-12}
        负责: MIIT
        牵头: NDRC
        配合: [MEE]
        负责依据: 推定
        总目标: 达峰
        状态: 进行中
        前置: {编号: W1, 关系: SS, 间隔: 3mo, 判据: 推断}
    工作包:
      - 编号: W1
        标题: Pilot
        工期: 9个月
        开始: 2027
        投资: 120亿 CNY
        交付物: A furnace
        验收标准: Runs a year
        进度: 40
        支撑: M1
"""


def test_a_file_means_the_same_in_both_languages(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "zh").mkdir()
    english, chinese = load_files(tmp_path / "en", ENGLISH), load_files(tmp_path / "zh", CHINESE)
    assert names(english) == names(chinese) == []
    assert (
        list(english.system.items)
        == list(chinese.system.items)
        == [
            "steel.M1",
            "steel.eaf@2030",
            "steel.W1",
        ]
    )
    for ref in english.system.items:
        a, b = item(english, ref), item(chinese, ref)
        assert (a.title, a.deadline, a.parties, a.nature, a.status) == (
            b.title,
            b.deadline,
            b.parties,
            b.nature,
            b.status,
        )
        assert a.written.finished == b.written.finished
    first, second = english.system.links[0], chinese.system.links[0]
    assert first._replace(span=second.span) == second
    assert english.facts.schedule == chinese.facts.schedule
    assert english.system.languages == ("en",)
    assert chinese.system.languages == ("zh",)


@pytest.mark.parametrize("shape", SHAPES.values(), ids=lambda shape: shape.name)
def test_no_word_serves_two_keys_of_one_map(shape: Shape) -> None:
    keys = [key for field in shape.fields for key in (field.name, *field.zh)]
    assert len(keys) == len(set(keys))
    assert set(keys) <= shape.by_key.keys()


@pytest.mark.parametrize("words", ENUMERATIONS.values(), ids=lambda words: words.name)
def test_no_word_of_a_list_means_two_things(words: Enumeration) -> None:
    spellings = [spelling for word, chinese in words.words.items() for spelling in (word, *chinese)]
    assert len(spellings) == len(set(spellings))


def test_one_key_in_both_spellings_is_an_error_at_the_second(tmp_path: Path) -> None:
    project = load_files(tmp_path, "milestones:\n  - {id: a, title: A, deadline: 2030, 期限: 2031}\n")
    assert names(project) == ["key-in-both-spellings"]
    assert place(project, mistakes(project)[0]) == "期限"
    assert str(item(project, "steel.a").latest) == "2030-12-31"


def test_null_in_any_spelling_means_not_given(tmp_path: Path) -> None:
    project = load_files(
        tmp_path,
        """
        milestones:
          - id: a
            title: A
            deadline: 2030
            owner: ~
            lead: null
            status:
            note: ""
            nature: null
        works:
        measures: ~
        """,
    )
    assert names(project) == []
    assert item(project, "steel.a").parties == ((), (), (), False, False)
    assert item(project, "steel.a").status is None


def test_an_empty_required_key_is_missing_at_that_key(tmp_path: Path) -> None:
    project = load_files(tmp_path, "milestones:\n  - id: a\n    title: A\n    deadline:\n")
    assert names(project) == ["missing-key"]
    assert place(project, mistakes(project)[0]) == "deadline"


def test_a_missing_key_points_at_the_first_key_of_its_map(tmp_path: Path) -> None:
    project = load_files(tmp_path, "milestones:\n  - id: a\n    title: A\n")
    assert names(project) == ["missing-key"]
    assert place(project, mistakes(project)[0]) == "id"


@pytest.mark.parametrize(
    ("yaml", "missing"),
    [
        ("milestones: [{note: x}]", {"id", "title", "deadline"}),
        ("indicators: [{note: x}]", {"id", "title", "unit"}),
        ("works: [{note: x}]", {"id", "title"}),
        ("measures: [{note: x}]", {"id", "title"}),
        ("phases: [{zoom: 2}]", {"id", "title", "years"}),
        ("organisations: {a: {kind: x}}", {"title"}),
        ("sources: {a: {number: x}}", {"title"}),
    ],
)
def test_what_each_kind_of_thing_needs(tmp_path: Path, yaml: str, missing: set[str]) -> None:
    project = load_files(tmp_path, yaml + "\n")
    assert set(names(project)) == {"missing-key"}
    assert {finding.pointer.rsplit(".", 1)[-1] for finding in mistakes(project)} == missing


def test_a_mistyped_key_is_one_finding_and_its_value_still_counts(tmp_path: Path) -> None:
    project = load_files(
        tmp_path,
        {
            "carbonroad.yaml": "carbonroad: 1\ntitle: Plan\nbefore_means: inclusive\n",
            "steel.yaml": "milestone:\n  - {id: M1, title: A, deadlin: by 2030}\n",
            "copper.yaml": "milestones:\n  - {id: M1, title: B, deadline: 2031, after: steel.M1}\n",
        },
    )
    assert names(project) == ["unknown-key", "unknown-key"]
    assert [finding.help for finding in mistakes(project)] == [
        'did you mean "milestones"?',
        'did you mean "deadline"?',
    ]
    assert [link.predecessor for link in project.system.links] == ["steel.M1"]
    assert str(item(project, "steel.M1").latest) == "2030-12-31"


@pytest.mark.parametrize(("wrong", "right"), SYNONYMS.items())
def test_synonyms_are_named_and_nothing_else_is_found(tmp_path: Path, wrong: str, right: str) -> None:
    values = {
        "实际值": "{2024: 10}",
        "目标": "{2030: 10}",
        "takes": "9 months",
        "开始": "2027",
        "结束": "2028",
    }
    values |= {"期限": "2030年", "deadline": "2030", "after": "b", "cost": "180m EUR", "organisations": "{}"}
    value = values.get(right, "甲")
    kinds = {
        "指标": {"编号": "a", "标题": "甲", "单位": "Mt"},
        "工程": {"编号": "a", "标题": "甲", "工期": "9个月", "开始": "2027"},
        "works": {"id": "a", "title": "A", "start": "2027"},
    }
    kind = "指标" if right in ("实际值", "目标") else "工程" if not right.isascii() else "works"
    lines = [f"{key}: {one}" for key, one in kinds[kind].items() if key != right]
    if right == "结束":
        lines = [line for line in lines if not line.startswith("工期")]
    body = f"{kind}:\n  - " + "\n    ".join([*lines, f"{wrong}: {value}"])
    other = {"工程": "  - {编号: b, 标题: 乙}\n", "works": "  - {id: b, title: B}\n"}.get(kind, "")
    if right == "organisations":
        body, other = f"{wrong}: {value}", ""
    project = load_files(tmp_path, f"{body}\n{other}")
    assert [name for name in names(project) if name != "takes-without-start"] == ["unknown-key"]
    assert mistakes(project)[0].help == f'did you mean "{right}"?'
    assert mistakes(project)[0].fix is not None


def test_an_unknown_key_that_resembles_none_lists_the_known_ones(tmp_path: Path) -> None:
    project = load_files(tmp_path, "milestones:\n  - {id: a, title: A, deadline: 2030, colour: red}\n")
    assert names(project) == ["unknown-key"]
    assert "superseded_by" in mistakes(project)[0].help


def test_keys_that_begin_with_x_are_ignored_everywhere(tmp_path: Path) -> None:
    project = load_files(
        tmp_path,
        """
        x-file: {anything: [1, 2]}
        milestones:
          - {id: a, title: A, deadline: {words: soon, by: 2030, x-in: 1}, x-fact: f1}
        """,
    )
    assert names(project) == []


def test_a_word_that_is_not_in_the_list_offers_the_nearest(tmp_path: Path) -> None:
    project = load_files(tmp_path, "milestones:\n  - {id: a, title: A, deadline: 2030, status: on-trak}\n")
    assert names(project) == ["unknown-word"]
    assert 'did you mean "on-track"?' in mistakes(project)[0].help
    assert item(project, "steel.a").status is None


M1 = "title: Steel\nowner: MIIT\nmilestones:\n  - id: M1\n    title: Peak\n    deadline: 2030\n"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (M1.replace("Peak", "&Peak"), "unused-anchor"),
        (M1.replace("Peak", "!Peak"), "reserved-sign"),
        (M1.replace("Peak", '" "'), "missing-key"),
        (M1.replace("id: M1", "&a\n    id: M1") + "  - <<: *a\n    id: M2\n", "merge-key"),
        (M1.replace("Steel", "{en: Steel, <<: {zh: x}}"), "merge-key"),
        (M1 + "\u3000\u3000owner: MEE\n", "odd-space"),
        (M1.replace("deadline", "dead\u200bline"), "invisible-character"),
        (M1 + "  - id: M1\n    title: Other\n    deadline: 2031\n    after: M1\n", "duplicate-id"),
    ],
)
def test_one_mistake_is_one_finding(tmp_path: Path, text: str, name: str) -> None:
    assert names(load_files(tmp_path, {"steel.yaml": text})) == [name]


def test_name_of_a_body_with_a_sign_nobody_sees_is_found(tmp_path: Path) -> None:
    files = {"carbonroad.yaml": "organisations:\n  miit: {title: MIIT}\n", "steel.yaml": M1}
    files["steel.yaml"] = M1.replace("MIIT", "mi\u200bit")
    assert names(load_files(tmp_path, files)) == ["invisible-character"]


@pytest.mark.parametrize("tag", ["english", "en_US", "../../x", "中文"])
def test_languages_are_tags(tmp_path: Path, tag: str) -> None:
    project = load_files(tmp_path, {"carbonroad.yaml": f"languages: [en, {tag}, EN]\n", "steel.yaml": M1})
    (finding,) = mistakes(project)
    assert (finding.name, place(project, finding)) == ("not-a-language", tag)
    assert project.system.languages == ("en",)


@pytest.mark.parametrize("name", ["a\\b", "my steel", "steel.v2", "index.html", "<x>"])
def test_file_name_that_is_no_id(tmp_path: Path, name: str) -> None:
    project = load_files(tmp_path, {"carbonroad.yaml": "title: Plan\n", f"{name}.yaml": M1})
    assert names(project) == ["invalid-id"]
    assert all(part.id.replace("-", "").isalnum() for part in project.system.parts)


def test_map_where_a_list_should_be_names_the_dash(tmp_path: Path) -> None:
    (finding,) = mistakes(load_files(tmp_path, M1.replace("  - id", "    id")))
    assert "`- `" in finding.help
