"""Exported tables come back as they were: export, import, export gives the same."""

from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from carbonroad.export import BY_NAME, Exported
from carbonroad.findings import Severity
from carbonroad.importing.foreign.look import Kind
from carbonroad.importing.readers import Foreign, draft_of
from carbonroad.importing.yaml_text import texts_of
from carbonroad.project import Project, load
from carbonroad.source.folder import Folder, NoRoadmap, find_roadmaps
from carbonroad.starting.checked_draft import load_draft
from carbonroad.starting.roadmap_files import example_files

ROADMAPS = Path(__file__).resolve().parents[2] / "roadmaps"
DAY = date(2026, 11, 22)


@cache
def project(name: str) -> Project:
    found = find_roadmaps(str(ROADMAPS / name))
    assert not isinstance(found, NoRoadmap)
    return load(found[0], DAY, DAY)


def exported(of: Project, kind: str, lang: str) -> dict[str, bytes]:
    return dict(BY_NAME[kind].write(Exported(of.system, of.facts, "0", lang)))


def imported(files: dict[str, bytes], kind: Kind, name: str) -> Project:
    """What the exported files say, once they are a draft; a draft has no errors."""
    draft = draft_of(tuple(Foreign(data, file, kind) for file, data in sorted(files.items())), name)
    made = load_draft(texts_of(draft), DAY, DAY)
    assert [finding.message for finding in made.findings if finding.severity is Severity.error] == []
    made.system = made.system._replace(name=name)
    return made


def without_fingerprint(files: dict[str, bytes]) -> dict[str, list[str]]:
    """The lines of all files but the one that depends on the bytes of the roadmap's files."""
    return {
        name: [
            line for line in data.decode().split("\r\n") if not line.startswith(("Fingerprint", "数据指纹"))
        ]
        for name, data in files.items()
    }


@pytest.mark.parametrize(("name", "lang"), [("china", "zh"), ("france", "fr")])
def test_csv_files_of_the_shipped_roadmaps_come_back(name: str, lang: str) -> None:
    before = exported(project(name), "csv", lang)
    after = exported(imported(before, Kind.csv, name), "csv", lang)
    assert len(before) > 8
    assert without_fingerprint(after) == without_fingerprint(before)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_workbook_of_the_sample_comes_back(lang: str, tmp_path: Path) -> None:
    for name, text in example_files(lang, "", ()).items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    files = {path.stem: str(path) for path in tmp_path.glob("*.yaml") if path.name != "carbonroad.yaml"}
    sample = load(Folder("sample", str(tmp_path), str(tmp_path / "carbonroad.yaml"), files), DAY, DAY)
    before = exported(sample, "xlsx", lang)
    after = exported(imported(before, Kind.xlsx, "sample"), "xlsx", lang)
    assert cells(after) == cells(before)
    assert len(cells(before)) > 6


def cells(files: dict[str, bytes]) -> dict[str, list[list[object]]]:
    """Every sheet of a workbook, without the row of the fingerprint."""
    (data,) = files.values()
    book = openpyxl.load_workbook(BytesIO(data))
    return {
        sheet.title: [
            [cell.value for cell in row]
            for row in sheet.iter_rows()
            if not str(row[0].value).startswith(("Fingerprint", "数据指纹"))
        ]
        for sheet in book
    }
