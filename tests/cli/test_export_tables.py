"""`export --to csv|xlsx|docx` as it is called: formats by ending, tables, languages, what is refused."""

import csv
import io
from pathlib import Path
from textwrap import dedent

import openpyxl
import pytest
from tabled_roadmap import STEEL, TOP

from carbonroad.cli.options import extras
from carbonroad.cli.run import run
from carbonroad.export import ALL


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("a", "b"):
        folder = tmp_path / "roadmaps" / name
        folder.mkdir(parents=True)
        (folder / "carbonroad.yaml").write_text(dedent(TOP), "utf-8")
        (folder / "steel.yaml").write_text(dedent(STEEL), "utf-8")
    return tmp_path


def test_the_ending_says_the_format(here: Path) -> None:
    for name in ("plan.xlsx", "plan.docx"):
        assert run(["export", "roadmaps/a", "-q", "-o", name]) == 0
        assert (here / name).read_bytes().startswith(b"PK")
    assert run(["export", "roadmaps/a", "-q", "-o", "plan.json"]) == 0
    assert (here / "plan.json").read_text("utf-8").startswith("{")
    assert run(["export", "roadmaps/a", "-q", "-o", "plan.xml"]) == 0
    assert "<Project" in (here / "plan.xml").read_text("utf-8")[:200]
    assert run(["export", "roadmaps/a", "-q", "-o", "data"]) == 0
    assert (here / "data").read_text("utf-8").startswith("{")


@pytest.mark.usefixtures("here")
def test_one_table_goes_to_standard_output(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["export", "roadmaps/a", "--to", "csv", "--table", "时间表", "--lang", "zh"]) == 0
    text = capsysbinary.readouterr().out.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert rows[0]["名称"] == "达峰"
    assert "\r\r" not in text


def test_headers_are_in_the_first_language_unless_another_is_asked_for(here: Path) -> None:
    assert run(["export", "roadmaps/a", "-q", "-o", "en.xlsx"]) == 0
    assert run(["export", "roadmaps/a", "-q", "-o", "zh.xlsx", "--lang", "zh-CN"]) == 0
    assert openpyxl.load_workbook(here / "en.xlsx").sheetnames[1] == "Timetable"
    assert openpyxl.load_workbook(here / "zh.xlsx").sheetnames[1] == "时间表"


def test_all_tables_and_several_roadmaps_go_to_folders(here: Path) -> None:
    assert run(["export", "roadmaps/a", "-q", "--to", "csv", "-o", "tables"]) == 0
    assert (here / "tables" / "timetable.csv").is_file()
    assert run(["export", "roadmaps", "-q", "--to", "csv", "-o", "all"]) == 0
    assert sorted(path.name for path in (here / "all").iterdir()) == ["a", "b"]
    assert (here / "all" / "b" / "assignments.csv").is_file()
    assert run(["export", "roadmaps", "-q", "--to", "xlsx", "-o", "books"]) == 0
    assert sorted(path.name for path in (here / "books").iterdir()) == ["a.xlsx", "b.xlsx"]
    assert run(["export", "roadmaps/a", "-q", "--to", "csv", "--table", "works", "-o", "works.csv"]) == 0
    assert (here / "works.csv").is_file()


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--to", "csv"], "csv is several files"),
        (["--to", "csv", "-o", "plan.csv"], "plan.csv is one"),
        (["--to", "csv", "--table", "timetabel"], 'did you mean "timetable"?'),
        (["--to", "docx", "--table", "works", "-o", "a.docx"], "timetable, assignments"),
        (["--to", "json", "--table", "works"], "--table says nothing to json"),
        (["--to", "json", "--owner", "dic"], "it is for csv, xlsx, docx"),
        (["--to", "json", "-o", "plan.xlsx"], "write --to xlsx"),
        (["--to", "mspdi", "-o", "plan.mpp"], "-o roadmap.xml"),
        (["-o", "plan.pdf"], "The ending of plan.pdf says no format."),
        (["-o", "plan.mmd"], "plan.mmd is one"),
        (["-o", "plan.xlsx", "--owner", "dikk"], 'does not know "dikk"'),
        (["-o", "plan.xlsx", "--industry", "stel"], 'did you mean "steel"?'),
    ],
)
def test_what_cannot_be_meant_is_refused(
    capsys: pytest.CaptureFixture[str], arguments: list[str], says: str
) -> None:
    assert run(["export", "roadmaps/a", *arguments]) == 2
    written = capsys.readouterr()
    assert written.out == ""
    assert says in written.err


@pytest.mark.usefixtures("here")
def test_what_is_not_installed_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(extras, "find_spec", lambda _: None)
    for name, extra in (("xlsx", "xlsx"), ("docx", "docx")):
        assert run(["export", "roadmaps/a", "-o", f"plan.{name}"]) == 2
        assert f'pip install "carbonroad[{extra}]"' in capsys.readouterr().err
    assert run(["export", "roadmaps/a", "-q", "--to", "csv", "-o", "tables"]) == 0


def test_the_help_names_every_format(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "--help"]) == 0
    said = " ".join(capsys.readouterr().out.split())
    for form in ALL:
        assert f"{form.name}: " in said
