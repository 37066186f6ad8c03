"""`unit` and `baseline` take one string or a map of languages; a blank text is a finding."""

from pathlib import Path

import pytest
from roadmap_files import item, load_files, names, place

ROADMAP = """
    industry: power
    title: Power
    languages: [en, zh]
    owner: X
    indicators:
      - id: e
        title: E
        unit: {unit}
        baseline: {baseline}
        targets: {{2030: {{value: {value}, deadline: by 2030}}}}
"""


def load(folder: Path, *, unit: str = "GW", baseline: str = "2020", value: str = '"5"') -> object:
    return load_files(folder, {"power.yaml": ROADMAP.format(unit=unit, baseline=baseline, value=value)})


@pytest.mark.parametrize("unit", ["GW", "{en: GW, zh: 亿千瓦}", "{en: parks, zh: 个}", "{en: GW}"])
def test_a_unit_may_be_given_in_several_languages(tmp_path: Path, unit: str) -> None:
    project = load(tmp_path, unit=unit)
    assert names(project) == []  # type: ignore[arg-type]
    assert item(project, "power.e@2030").indicator.unit.text in ("GW", "parks")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("unit", "value", "bound"),
    [
        ("{en: GW, zh: 亿千瓦}", "12亿千瓦以上", 1200),
        ("{en: companies, zh: 家}", "500家左右", 500),
        ("{en: chargers, zh: 台}", "2800万台", 28_000_000),
    ],
)
def test_a_value_may_be_typed_in_any_of_the_units(
    tmp_path: Path, unit: str, value: str, bound: float
) -> None:
    project = load(tmp_path, unit=unit, value=value)
    assert names(project) == []  # type: ignore[arg-type]
    assert item(project, "power.e@2030").written.value.low == bound  # type: ignore[arg-type]


def test_units_that_do_not_measure_the_same_are_found(tmp_path: Path) -> None:
    project = load(tmp_path, unit="{en: GW, zh: 万吨}")
    assert names(project) == ["unit-does-not-fit"]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("baseline", "words", "year"),
    [
        ("2020", "2020", 2020),
        ("peak level", "peak level", None),
        ("{en: peak level, zh: 峰值}", "peak level", None),
        ("{year: 2020, value: 3}", "2020", 2020),
        ("{年度: 2020年}", "2020年", 2020),
    ],
)
def test_a_baseline_is_a_year_or_words(tmp_path: Path, baseline: str, words: str, year: int | None) -> None:
    project = load(tmp_path, baseline=baseline)
    found = item(project, "power.e@2030").indicator.baseline  # type: ignore[arg-type]
    assert names(project) == []  # type: ignore[arg-type]
    assert (found.words, found.year) == (words, year)


@pytest.mark.parametrize("title", ['{en: " "}', '{en: Steel, zh: ""}', '" "', "{}"])
def test_a_blank_title_is_found(tmp_path: Path, title: str) -> None:
    milestone = f"{{id: M1, title: {title}, deadline: by 2030, owner: X}}"
    text = f"industry: steel\ntitle: Steel\nmilestones: [{milestone}]\n"
    project = load_files(tmp_path, text)
    assert names(project) == ["missing-key"]


def test_the_finding_stands_at_the_blank_words(tmp_path: Path) -> None:
    text = 'industry: steel\ntitle: {en: Steel, zh: "  "}\n'
    project = load_files(tmp_path, text)
    (finding,) = (f for f in project.findings if f.name == "missing-key")
    assert place(project, finding) == '"  "'
