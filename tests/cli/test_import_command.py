"""`carbonroad import`: what it writes, says and refuses."""

import json
from pathlib import Path

import pytest

from carbonroad.cli.run import run

TASKS = """\
2027年重点任务台账,,,,
序号,工作任务,时间节点,责任单位,完成情况
1,印发实施方案,2026年12月底前,工信局、发改局,已完成
2,建设零碳园区,尽快,管委会,进行中
"""
FIELDS = """\
Field,Task,Deadline,Owner
Energy,Heat plan,2030,Energy Office
Transport,Tram line,2031,Transport Office
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("任务.csv").write_text(TASKS, encoding="gbk")
    Path("tasks.csv").write_text(FIELDS, encoding="utf-8")
    return tmp_path


def test_a_list_becomes_a_folder_that_validates(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["import", "tasks.csv", "-o", "roadmaps/city", "--title", "City"]) == 0
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.splitlines() == [
        "Wrote roadmaps/city (in 3 files): 2 milestones.",
        "The checks find nothing wrong with it.",
        "Next: carbonroad validate roadmaps/city",
    ]
    assert Path("roadmaps/city/energy.yaml").read_text("utf-8") == (
        "title: Energy\n\nmilestones:\n"
        "  - id: t1\n    title: Heat plan\n    deadline: 2030\n    owner: energy-office\n"
    )
    assert run(["validate", "roadmaps/city"]) == 0
    assert run(["render", "roadmaps/city", "-o", "build", "--to", "md", "-q"]) == 0


def test_without_a_target_the_draft_goes_to_standard_output(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["import", "任务.csv", "--format", "concise"]) == 0
    told = capsys.readouterr()
    assert told.out.startswith("格式: 1\n标题: 2027年重点任务台账\n语言: [zh]\n")
    assert "    期限: 未明确\n" in told.out
    assert "备注: 时间节点：尽快" in told.out
    assert '任务.csv:4:10: warning[CR603] "尽快" in C4 is not a deadline.' in told.err
    assert "Made a draft with 2 milestones." in told.err
    assert [path.name for path in here.iterdir() if path.suffix == ".yaml"] == []


def test_keys_can_be_english_and_the_messages_chinese(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["import", "任务.csv", "--keys", "en", "--lang", "zh"]) == 0
    told = capsys.readouterr()
    assert "\n    deadline: 2026年12月底前\n" in told.out
    assert "C4中的“尽快”不是期限。" in told.err
    assert "已生成草稿：2项里程碑。" in told.err


def test_nothing_is_ever_overwritten(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("city.yaml").write_text("title: mine\n", encoding="utf-8")
    Path("full").mkdir()
    Path("full/notes.txt").write_text("mine", encoding="utf-8")
    for target in ("city.yaml", "full"):
        assert run(["import", "tasks.csv", "-o", target]) == 2
        assert f"{target} is there already; nothing was written." in capsys.readouterr().err
    assert Path("city.yaml").read_text("utf-8") == "title: mine\n"
    Path("empty").mkdir()
    assert run(["import", "tasks.csv", "-o", "empty"]) == 0


def test_findings_end_a_run_as_asked(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["import", "任务.csv", "--fail-on", "warning", "-o", "a.yaml"]) == 1
    assert Path("a.yaml").is_file()
    capsys.readouterr()
    assert run(["import", "任务.csv", "--format", "json", "-o", "b.yaml"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert [finding["code"] for finding in report["findings"]] == ["CR632", "CR603"]


def test_columns_are_mapped_by_header_or_letter(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("odd.csv").write_text(
        "Resp. unit;What to do;Until\nEnergy Office;Heat plan;2030\n", encoding="utf-8"
    )
    maps = ["--map", "Resp. unit=owner", "--map", "b=title", "--map", "C=期限"]
    assert run(["import", "odd.csv", *maps, "-q"]) == 0
    assert "title: Heat plan\n    deadline: 2030\n    owner: energy-office\n" in capsys.readouterr().out
    assert run(["import", "odd.csv", "--map", "Until=whenever"]) == 2
    assert '"Until=whenever" does not say what a column is.' in capsys.readouterr().err


def test_what_cannot_be_read_is_said_without_a_traceback(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("letter.csv").write_text("Dear all,\nplease find below\n", encoding="utf-8")
    Path("old.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    for name, words in (("letter.csv", "CR604"), ("old.xls", "CR62"), ("missing.xlsx", "missing.xlsx")):
        assert run(["import", name, "-o", "x"]) == 2
        told = capsys.readouterr()
        assert words in told.out + told.err
        assert "Traceback" not in told.err
        assert not Path("x").exists()


def test_an_export_comes_back_from_its_folder(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["import", "tasks.csv", "-o", "city", "-q"]) == 0
    assert run(["export", "city", "--to", "csv", "-o", "data", "-q"]) == 0
    assert run(["import", "data", "-o", "again", "-q"]) == 0
    assert {path.name for path in Path("again").iterdir()} == {
        "carbonroad.yaml",
        "energy.yaml",
        "transport.yaml",
    }
    assert Path("again/energy.yaml").read_text("utf-8") == Path("city/energy.yaml").read_text("utf-8")
    capsys.readouterr()


def test_an_ending_that_an_import_does_not_write_is_no_folder(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["import", "tasks.csv", "-o", "plan.xlsx"]) == 2
    assert "An import writes YAML, not .xlsx." in capsys.readouterr().err
    assert not Path("plan.xlsx").exists()


@pytest.mark.parametrize("name", ["../outside", "/outside", "CON", "a\ud800\u0000/b", "carbonroad", ""])
def test_no_industry_of_a_foreign_file_is_written_elsewhere(
    here: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    """The names of an export's industries become the names of files."""
    assert run(["init", "plan"]) == 0
    assert run(["export", "plan", "--to", "json", "-o", "plan.json"]) == 0
    document = json.loads((here / "plan.json").read_text("utf-8"))
    first, second = document["industries"][:2]
    first["id"], second["note"] = name, {"en": "half of a sign: \ud800, a control: \x1b"}
    (here / "changed.json").write_text(json.dumps(document))
    before = sorted(here.rglob("*"))
    assert run(["import", "changed.json", "-o", "draft"]) in (0, 1)
    capsys.readouterr()
    new = {path.relative_to(here).as_posix() for path in here.rglob("*")} - {
        path.relative_to(here).as_posix() for path in before
    }
    files = new - {"draft"}
    assert all(file.startswith("draft/") and file.count("/") == 1 for file in files)
    assert "draft/carbonroad.yaml" in files
    assert len(files) == (2 if not name else 3)
    assert run(["validate", "draft"]) == 0
