"""The IAMC's table of `export`, read back: variables, units, scenarios, years and numbers."""

import csv
from io import BytesIO
from pathlib import Path
from typing import Any

import xlsxwriter
from roadmap_files import load_files

from carbonroad.export import BY_NAME, Exported
from carbonroad.importing.draft import Draft
from carbonroad.importing.foreign.look import Kind
from carbonroad.importing.own.iamc import is_iamc
from carbonroad.importing.readers import Foreign, draft_of
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


def read(data: bytes, kind: Kind = Kind.csv) -> Draft:
    return draft_of((Foreign(data, f"plan.{kind.value}", kind),), "plan")


def test_import_is_the_inverse_of_export(tmp_path: Path) -> None:
    (tmp_path / "plan").mkdir()
    data = table(load_files(tmp_path / "plan", {"carbonroad.yaml": PLAN, "steel.yaml": STEEL}))
    assert is_iamc(data.decode().partition("\r\n")[0].split(","))
    draft = read(data)
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
    draft = read(HEAD + rows)
    assert [(one.name, one.pointer) for one in draft.findings] == [
        ("unreadable-member", "G4"),
        ("foreign-entry", "A5"),
        ("unknown-member", ""),
    ]
    pathway: Any = draft.top["pathway"]
    assert pathway["x-scenarios"] == {"SSP2-26": {"2020": "2", "2030": "1.5"}}
    assert draft.top["region"] == "CN"
    assert not load_files(tmp_path, texts_of(draft)).errors


def test_a_table_saved_as_a_workbook_is_the_same(tmp_path: Path) -> None:
    (tmp_path / "plan").mkdir()
    data = table(load_files(tmp_path / "plan", {"carbonroad.yaml": PLAN, "steel.yaml": STEEL}))
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(csv.reader(data.decode().splitlines())):
            sheet.write_row(number, 0, row)
    draft = read(file.getvalue(), Kind.xlsx)
    assert draft.findings == ()
    assert (draft.top, draft.parts) == read(data)[:2]


def test_a_table_without_rows_is_one_finding() -> None:
    draft = read(HEAD)
    assert [one.name for one in draft.findings] == ["damaged-export"]
    assert draft.top == {}
    assert not is_iamc(["Model", "Scenario", "Region", "Variable", "Unit", "note"])
