"""The IAMC's table of `export`, read back: variables, units, scenarios, years and numbers."""

from pathlib import Path
from typing import Any

from roadmap_files import load_files

from carbonroad.export import BY_NAME, Exported
from carbonroad.importing.own.iamc import is_iamc, read_own_iamc
from carbonroad.importing.yaml_text import texts_of
from carbonroad.project import Project

HEAD = b"Model,Scenario,Region,Variable,Unit,2020,2030\r\n"
PLAN = """
    title: Plan
    region: CN-GD
    as_of: 2026-11-22
    before_means: inclusive
    owner: none
    pathway:
      unit: Mt CO2/yr
      variable: Emissions|CO2
      actual: {2020: 550.5}
      target: {2030: 400..450, 2060: -5}
      reference: {2030: 600}
    indicators:
      - {id: a, title: A, unit: "%", variable: Share|A, actual: {2024: 19.7},
         targets: {2030: {value: 25, stretch: 27}}}
      - {id: b, title: B, unit: 万千瓦, variable: Capacity|B, targets: {2030: 120000以上}}
      - {id: c, title: C, unit: Mt, variable: Sink|C, change: false, targets: {2030: -2.5}}
"""
STEEL = """
    title: Steel
    owner: none
    pathway: {unit: Mt CO2/yr, variable: Emissions|CO2|Industry|Steel, target: {2030: 100}}
"""


def table(project: Project) -> bytes:
    (data,) = BY_NAME["iamc"].write(Exported(project.system, project.facts, "1.0", "en")).values()
    return data


def test_import_is_the_inverse_of_export(tmp_path: Path) -> None:
    (tmp_path / "plan").mkdir()
    data = table(load_files(tmp_path / "plan", {"carbonroad.yaml": PLAN, "steel.yaml": STEEL}))
    assert is_iamc(data.decode().partition("\r\n")[0].split(","))
    draft = read_own_iamc(data, "plan.csv")
    assert draft.findings == ()
    assert draft.top["region"] == "CN-GD"
    assert list(draft.parts) == ["steel"]
    (tmp_path / "again" / "plan").mkdir(parents=True)
    again = load_files(tmp_path / "again" / "plan", texts_of(draft), as_of="2026-11-22")
    assert not again.errors
    assert table(again) == data


def test_what_has_no_place_is_kept_or_said(tmp_path: Path) -> None:
    rows = (
        b"m,Historical,China,Emissions|CO2,Mt CO2/yr,1,\r\n"
        b"m,SSP2-26,China,Emissions|CO2,Mt CO2/yr,2,1.5\r\n"
        b"m,Target,China,Share|A,%,,many\r\n"
        b"m,Target,World,Share|A,%,,5\r\n"
    )
    draft = read_own_iamc(HEAD + rows, "plan.csv")
    assert [(one.name, one.pointer) for one in draft.findings] == [
        ("unreadable-member", "G4"),
        ("foreign-entry", "A5"),
        ("unknown-member", ""),
    ]
    pathway: Any = draft.top["pathway"]
    assert pathway["x-scenarios"] == {"SSP2-26": {"2020": "2", "2030": "1.5"}}
    assert draft.top["region"] == "CN"
    assert not load_files(tmp_path, texts_of(draft)).errors


def test_another_table_is_one_finding() -> None:
    for data in (b"a,b\r\n1,2\r\n", HEAD):
        draft = read_own_iamc(data, "plan.csv")
        assert [one.name for one in draft.findings] == ["damaged-export"]
        assert draft.top == {}
    assert not is_iamc(["Model", "Scenario", "Region", "Variable", "Unit", "note"])
