"""The IAMC's table: by the csv module here, by pyam and nomenclature in an environment of their own."""

import csv
import io
import json
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from roadmap_files import load_files

from carbonroad.base.exchange.regions import region_code, region_name
from carbonroad.export import BY_NAME, Exported
from carbonroad.project import Project

ROOT = Path(__file__).resolve().parents[2]
READERS = Path(os.environ.get("CARBONROAD_READERS", ROOT / ".venv" / "readers" / "bin" / "python"))
PLAN: Mapping[str, str] = {
    "carbonroad.yaml": """
        title: {zh: 示例国路线图, en: Example roadmap}
        region: FR
        languages: [zh, en]
        as_of: 2026-11-22
        before_means: inclusive
        owner: none
        phases: [{id: p, title: 近期, years: 2026..2028}]
        pathway:
          unit: 亿吨二氧化碳/年
          variable: Emissions|CO2
          actual: {2020: 113.5, 2025: 120.25}
          target: {2030: 100..110, 2060: 0}
          reference: {2030: 125.1}
        indicators:
          - {id: share, title: 非化石能源占比, unit: "%", variable: Secondary Energy|Share,
             actual: {2024: 19.7, 2025-06: 20, 2025-03: 19.9},
             targets: {2030: {value: 25左右, stretch: 27}, 2060: 80以上}}
          - {id: wind, title: 风电装机, unit: {en: GW, zh: 万千瓦}, variable: Capacity|Electricity|Wind,
             targets: {2030: 1200以上, 2035: {value: 1500, status: dropped}}}
          - {id: rate, title: 每年, unit: Mt/yr, variable: Other|Rate, targets: {p: 3}}
          - {id: sum, title: 合计, unit: Mt, variable: Other|Sum, targets: {2026..2028: 5}}
          - {id: fall, title: 强度, unit: t, variable: Other|Fall, baseline: 2005, targets: {2030: 下降65%}}
          - {id: bare, title: 无变量, unit: Mt, targets: {2030: 5}}
        """,
    "steel.yaml": """
        title: 钢铁
        owner: none
        pathway: {unit: Mt CO2/yr, variable: Emissions|CO2|Industry|Steel, target: {2030: ~1700}}
        indicators:
          - {id: twice, title: 再次, unit: "%", variable: Secondary Energy|Share, targets: {2030: 1}}
        """,
}
EXPECTED: dict[tuple[str, str, str], dict[int, float]] = {
    ("Historical", "Emissions|CO2", "Mt CO2/yr"): {2020: 11350, 2025: 12025},
    ("Target", "Emissions|CO2", "Mt CO2/yr"): {2030: 10500, 2060: 0},
    ("Target Low", "Emissions|CO2", "Mt CO2/yr"): {2030: 10000},
    ("Target High", "Emissions|CO2", "Mt CO2/yr"): {2030: 11000},
    ("Reference", "Emissions|CO2", "Mt CO2/yr"): {2030: 12510},
    ("Historical", "Secondary Energy|Share", "%"): {2024: 19.7, 2025: 20},
    ("Target", "Secondary Energy|Share", "%"): {2030: 25, 2060: 80},
    ("Stretch", "Secondary Energy|Share", "%"): {2030: 27},
    ("Target", "Capacity|Electricity|Wind", "GW"): {2030: 1200},
    ("Target", "Other|Rate", "Mt/yr"): {2026: 3, 2027: 3, 2028: 3},
    ("Target", "Emissions|CO2|Industry|Steel", "Mt CO2/yr"): {2030: 1700},
}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "plan").mkdir()
    found = load_files(tmp_path / "plan", PLAN)
    assert not found.errors, [one.message for one in found.findings]
    return found


def exported(project: Project) -> Exported:
    return Exported(project.system, project.facts, "1.0", "zh")


def table(project: Project) -> bytes:
    (data,) = BY_NAME["iamc"].write(exported(project)).values()
    return data


def test_numbers_stand_by_scenario_variable_and_year(project: Project) -> None:
    rows = list(csv.DictReader(io.StringIO(table(project).decode(), newline="")))
    found = {
        (row["Scenario"], row["Variable"], row["Unit"]): {
            int(year): float(text) for year, text in row.items() if year.isdigit() and text
        }
        for row in rows
    }
    assert found == EXPECTED
    assert {(row["Model"], row["Region"]) for row in rows} == {("plan", "France")}
    years = [name for name in rows[0] if name.isdigit()]
    assert years == sorted(years)


def test_what_has_no_row_is_named(project: Project) -> None:
    left = "top.wind@2035, top.sum@2026..2028, top.fall@2030"
    notes = [str(note) for note in BY_NAME["iamc"].notes(exported(project))]
    assert notes == [
        "1 has no variable and is not in the table: top.bare.",
        f"3 values are no levels of a year and are not in the table: {left}.",
        "Only the first of these is in the table: Target: Secondary Energy|Share.",
    ]


def test_words_of_strangers_are_no_formulas(tmp_path: Path) -> None:
    project = load_files(
        tmp_path,
        "title: =1+1\npathway: {unit: '@x, \"y\"', variable: =cmd(), target: {2030: -5}}\nowner: none\n",
    )
    (row,) = list(csv.reader(io.StringIO(table(project).decode(), newline="")))[1:]
    assert row[2:] == ["'=1+1", "'=cmd()", '\'@x, "y"', "-5"]
    assert "states no region" in BY_NAME["iamc"].notes(exported(project))[0]


def test_regions_are_named_as_data_bases_of_scenarios_do() -> None:
    assert [region_name(code) for code in ("CN", "fr", "CN-GD", "XX")] == ["China", "France", "CN-GD", "XX"]
    assert [region_code(name) for name in ("China", "france", "CN", "Nowhere")] == ["CN", "FR", "CN", ""]


@pytest.mark.skipif(not READERS.is_file(), reason="pyam and nomenclature are not installed; make readers")
def test_pyam_reads_it_and_nomenclature_accepts_it(project: Project, tmp_path: Path) -> None:
    (tmp_path / "plan.csv").write_bytes(table(project))
    for name, lines in (
        ("region", "- common:\n  - France\n"),
        (
            "variable",
            "".join(
                f"- {name}:\n    unit: {json.dumps(unit)}\n" for _, name, unit in dict.fromkeys(EXPECTED)
            ),
        ),
    ):
        (tmp_path / "definitions" / name).mkdir(parents=True)
        (tmp_path / "definitions" / name / f"{name}.yaml").write_text(_once(lines), encoding="utf-8")
    script = Path(__file__).with_name("iamc_readers.py")
    done = subprocess.run(
        [READERS, script, tmp_path / "plan.csv", tmp_path / "definitions"],
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert (found["model"], found["region"], found["country"]) == (["plan"], ["France"], "FR")
    assert found["refuses"], "or it would accept anything"
    assert found["units"] == ["1 percent", "1 gigawatt", "1.0 megametric_ton / year"]
    assert found["gigatonnes"] == pytest.approx(12.51)
    data = {(scenario, name, unit, year): value for scenario, name, unit, year, value in found["data"]}
    assert data == {(*key, year): value for key, values in EXPECTED.items() for year, value in values.items()}


def _once(lines: str) -> str:
    """The entries of a list without those that are there twice."""
    return "- ".join(dict.fromkeys(lines.split("- ")))
