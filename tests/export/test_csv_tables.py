"""Tables as CSV, read back by the csv module: headers, days, numbers, duties, what might be run."""

import csv
import io
from datetime import date
from pathlib import Path

import pytest
from roadmap_files import TODAY
from tabled_roadmap import HOSTILE, exported, tabled

from carbonroad.export import Exported
from carbonroad.export.csv_export import write
from carbonroad.project import Project, load
from carbonroad.read.columns.tables import BY_KEY, TABLES
from carbonroad.read.columns.words import WORDS
from carbonroad.read.vocabulary.words import ENUMERATIONS
from carbonroad.source.folder import find_roadmaps

Rows = list[dict[str, str]]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return tabled(tmp_path)


def read(files: dict[str, bytes], name: str) -> Rows:
    text = files[f"{name}.csv"].decode("utf-8-sig")
    found = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    assert all(None not in row and None not in row.values() for row in found), (
        "every row is as long as the header"
    )
    return found


def by(rows: Rows, column: str, *values: str) -> Rows:
    return [row for row in rows if row[column] in values]


def test_a_milestone_has_its_words_its_days_and_its_bodies(project: Project) -> None:
    files = write(exported(project))
    (row,) = by(read(files, "timetable"), "ID", "steel.M1")
    assert row["Kind"] == "milestone"
    assert row["Industry"] == "Steel"
    assert (row["Title"], row["Title [zh]"]) == ("Furnaces", "电炉")
    assert (row["Deadline"], row["Latest day"]) == ("30 June 2027", "2027-06-30")
    assert row["Owner"] == "Department of Industry, Commerce and Trade; two", (
        "a title that two share is no name"
    )
    assert (row["Lead"], row["Support"]) == ("one", "Department of Environment; and 10 others")
    assert (row["Basis of duties"], row["Inherited"]) == ("inferred", "Basis of duties")
    assert (row["Stated status"], row["Status"], row["Nature"]) == ("at-risk", "at risk", "binding")
    assert (row["For"], row["Measure"], row["Measure title"]) == ("top.peak", "steel.scrap", "Scrap steel")
    assert row["Source"] == "Action plan#3.2"


def test_headers_words_and_names_are_in_the_language_asked_for(project: Project) -> None:
    (row,) = by(read(write(exported(project, "zh")), "timetable"), "编号", "steel.M1")
    assert (row["名称"], row["名称 [en]"], row["行业"]) == ("电炉", "Furnaces", "钢铁")
    assert (row["负责单位"], row["配合单位"]) == ("工业和商务局、two", "生态环境局、and 10 others")
    assert (row["期限"], row["期限（中文表述）"]) == ("30 June 2027", "2027年6月30日前")
    assert (row["类别"], row["填报状态"], row["负责依据"], row["依据"]) == (
        "里程碑", "有风险", "推定", "示政发〔2026〕1号#3.2",
    )  # fmt: skip


def test_inherited_duties_are_marked_and_nobody_is_said(project: Project) -> None:
    rows = read(write(exported(project)), "timetable")
    (second,), (third,) = by(rows, "ID", "steel.M2"), by(rows, "ID", "steel.M3")
    assert second["Owner"] == "Department of Industry, Commerce and Trade"
    assert second["Inherited"] == "Owner; Basis of duties"
    assert (third["Owner"], third["Deadline"], third["Latest day"]) == ("none", "not stated", "")


def test_values_keep_the_words_and_give_the_number(project: Project) -> None:
    rows = read(write(exported(project)), "values")
    found = {
        (r["Indicator"], r["Kind"], r["Period"]): (
            r["Value in words"], r["Number"], r["From"], r["To"], r["Unit of the number"],
        )
        for r in rows
    }  # fmt: skip
    assert found["steel.eaf", "actual", "2024"] == ("9.95", "9.95", "", "", "%")
    assert found["steel.eaf", "target", "2027"] == ("≥15", "15", "", "", "%")
    assert found["steel.eaf", "target", "2030"] == ("20-25", "", "20", "25", "%")
    assert found["steel.eaf", "target", "2029"] == ("world level", "", "", "", "")
    assert found["steel.co2", "target", "2030"] == ("'-18 %", "-18", "", "", "%") or found[
        "steel.co2", "target", "2030"
    ] == ("-18 %", "-18", "", "", "%")
    (estimate,) = by(rows, "Estimate", "true")
    assert (estimate["Period"], estimate["Source"]) == ("2025", "Action plan")
    assert by(rows, "Owner", "Department of Environment")[0]["Inherited"] == "Basis of duties"


def test_works_pathways_reports_and_citations(project: Project) -> None:
    files = write(exported(project))
    (work,) = read(files, "works")
    assert [work[key] for key in ("Duration", "Start", "Cost", "Amount", "Currency", "Progress")] == [
        "9mo", "2026-04", "1.2亿 CNY", "120000000", "CNY", "25",
    ]  # fmt: skip
    assert (work["Early finish"], work["For"]) == ("2026-12-31", "steel.M1")
    pathway = read(files, "pathways")
    assert [(r["Series"], r["Year"], r["Value in words"], r["Scope"]) for r in pathway] == [
        ("actual", "2025", "6.5", "Furnaces"),
        ("target", "2030", "5..6", ""),
    ]
    (report,) = read(files, "reports")
    assert (report["Item"], report["Date"], report["Progress"]) == ("steel.M1", "2026-10-31", "40")
    cited = read(files, "citations")
    assert [(r["What"], r["Item"], r["Clause"]) for r in cited] == [
        ("milestone", "steel.M1", "3.2"),
        ("indicator", "steel.eaf", ""),
        ("actual", "steel.eaf@2025", ""),
        ("measure", "steel.scrap", ""),
    ]
    assert cited[0]["Quote"] == "电炉"
    (source,) = read(files, "sources")
    assert (source["Issued"], source["Document number"]) == ("2026-03", "示政发〔2026〕1号")


def test_every_body_has_its_rows(project: Project) -> None:
    rows = read(write(exported(project)), "assignments")
    first = [(r["Organisation"], r["Role"]) for r in by(rows, "ID", "steel.M1")]
    assert first == [
        ("Department of Industry, Commerce and Trade", "owner"),
        ("Department of Environment", "support"),
        ("one", "lead"),
        ("two", "owner"),
        ("and 10 others", "support"),
    ]
    assert [r["ID"] for r in by(rows, "Organisation", "none")] == ["steel.M3"]


def test_owner_industry_and_table_limit_it(project: Project) -> None:
    files = write(exported(project, owner="dee", tables=("timetable", "assignments", "values")))
    assert sorted(files) == ["assignments.csv", "timetable.csv", "values.csv"]
    assert {r["ID"] for r in read(files, "timetable")} == {"top.peak", "steel.M1", "steel.eaf@2030"}
    assert {r["Organisation"] for r in read(files, "assignments")} == {"Department of Environment"}
    files = write(exported(project, parts=("top",)))
    assert [r["ID"] for r in read(files, "timetable")] == ["top.peak"]
    assert "works.csv" not in files


def test_nothing_in_a_cell_is_run_or_acts(project: Project) -> None:
    data = write(exported(project))["timetable.csv"]
    rows = read({"timetable.csv": data}, "timetable")
    cells = [row[column] for row in rows for column in ("Title", "Note")]
    for words in HOSTILE:
        assert f"'{words}" in cells, words
    assert "a\\u202eb\\u0001c" in cells
    text = data.decode("utf-8-sig")
    assert "\u202e" not in text
    assert "\x01" not in text


def test_every_list_of_words_is_known_and_no_header_stands_twice() -> None:
    for sheet in TABLES:
        for chinese in (True, False):
            heads = [column.header(chinese=chinese) for column in sheet.columns]
            assert len(heads) == len(set(heads)), sheet.key
        for column in sheet.columns:
            known = column.words in WORDS or column.words in ENUMERATIONS
            assert known == (column.kind == "word"), (sheet.key, column.key)


@pytest.mark.parametrize("name", ["china", "france"])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_shipped_roadmaps_have_a_row_for_everything(name: str, lang: str) -> None:
    folder = find_roadmaps(f"roadmaps/{name}")
    assert isinstance(folder, list)
    project = load(folder[0], None, TODAY)
    system = project.system
    files = write(Exported(system, project.facts, "0.1.0", lang))
    head = BY_KEY["timetable"].columns[0].header(chinese=lang == "zh")
    latest = "最迟日" if lang == "zh" else "Latest day"
    rows = {row[head]: row for row in read(files, "timetable")}
    shown = [item for item in system.items.values() if item.kind != "work" and item.listed]
    assert list(rows) == [item.ref for item in shown]
    for item in shown:
        day = rows[item.ref][latest]
        assert (date.fromisoformat(day) if day else None) == project.facts.due[item.ref].latest
    values = sum(len(one.actuals) + len(one.targets) for one in system.indicators.values())
    assert len(read(files, "values")) == values
    assert len(read(files, "links") if "links.csv" in files else ()) == len(system.links)
