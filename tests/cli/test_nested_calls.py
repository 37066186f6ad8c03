"""Roadmaps with parents through the command line: what is read, what is written, what is said."""

import json
import shutil
from pathlib import Path

import pytest
from git_repository import Repository
from nested_roadmaps import NESTED, write

from carbonroad.cli.run import run


@pytest.fixture
def nested(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(NESTED, tmp_path / "roadmaps")
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path / "roadmaps")
    return tmp_path / "roadmaps"


def outcome(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = run([*words])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_one_roadmap_alone_knows_what_it_inherits(nested: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert outcome(capsys, "validate", "hill")[:2] == (0, "No findings in 1 file.\n")
    for call in (("show", "hill"), ("status", "hill"), ("schedule", "hill")):
        assert outcome(capsys, *call)[0] == 0, call
    assert "Ministry of Works" in outcome(capsys, "show", "hill")[1]


def test_from_within_a_county_its_province_is_found(
    nested: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(nested / "hill")
    assert outcome(capsys, "validate") == (0, "No findings in 1 file.\n", "")


def test_all_of_them_are_checked_in_one_run(nested: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = outcome(capsys, "validate", ".", "--format", "concise")
    assert code == 0
    assert out.count("allocation-missed") + out.count("CR437") >= 1
    alone = outcome(capsys, "validate", "whole", "north", "--format", "concise")[1]
    assert "CR437" not in alone


def test_a_mistyped_parent_is_an_error_with_the_way_out(
    nested: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = nested / "north" / "carbonroad.yaml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("parent: whole", "parent: whloe"), encoding="utf-8"
    )
    code, out, _ = outcome(capsys, "validate", "north")
    assert code == 1
    assert out.count("error[") == 1
    assert 'did you mean "whole"?' in out
    assert outcome(capsys, "validate", "north", "--fix", "--unsafe-fixes")[0] == 0
    assert "parent: whole\n" in file.read_text(encoding="utf-8")


def test_a_mistyped_key_is_one_error_and_nothing_is_called_unknown(
    nested: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = nested / "hill" / "carbonroad.yaml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("parent: north", "perent: north"), encoding="utf-8"
    )
    code, out, _ = outcome(capsys, "validate", "hill")
    assert (code, out.count("error["), "unknown-key" in out) == (1, 1, True)


def test_pages_name_the_parent_and_lead_to_each_other(
    nested: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (
        outcome(capsys, "render", ".", "--to", "md", "--view", "overview", "-o", str(tmp_path / "out"))[0]
        == 0
    )
    whole = (tmp_path / "out" / "whole" / "index.md").read_text(encoding="utf-8")
    assert "## Allocation" in whole
    assert "[**North**](../north/index.md)" in whole
    north = (tmp_path / "out" / "north" / "index.md").read_text(encoding="utf-8")
    assert "## Part of The Whole" in north
    assert "| 70% |" in " ".join(north.split())
    assert "## 指标分解" in (tmp_path / "out" / "whole" / "zh" / "index.md").read_text(encoding="utf-8")


def test_the_export_says_where_things_come_from_and_what_is_divided(
    nested: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    south = json.loads(outcome(capsys, "export", "south", "--to", "json")[1])
    assert {body["id"]: body.get("from") for body in south["organisations"]} == {
        "energy": "whole",
        "works": "whole",
    }
    assert south["top"]["indicators"][0]["parent"] == "whole.wind"
    assert [one["name"] for one in south["above"]] == ["whole"]
    assert outcome(capsys, "export", ".", "--to", "json", "-o", "../data")[0] == 0
    whole = json.loads((nested.parent / "data" / "whole.json").read_text(encoding="utf-8"))
    missed = [one for one in whole["allocations"] if one["verdict"] == "missed"]
    assert [(one["target"], one["lacking"], one["low"]) for one in missed] == [("top.wind@2030", 50.0, 950.0)]


def test_two_of_one_name_have_files_of_their_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    item = "milestones:\n  - {id: m, title: M, deadline: by 2030, owner: none}\n"
    write(tmp_path / "r", east="title: E\n" + item, east__drum="parent: east\n" + item, west__drum=item)
    monkeypatch.chdir(tmp_path / "r")
    assert outcome(capsys, "export", ".", "--to", "json", "-o", "../data")[0] == 0
    assert sorted(one.name for one in (tmp_path / "data").iterdir()) == [
        "east-drum.json", "east.json", "west-drum.json",
    ]  # fmt: skip
    assert outcome(capsys, "render", ".", "--to", "md", "-o", "../out")[0] == 0
    assert {"east", "east-drum", "west-drum"} <= {one.name for one in (tmp_path / "out").iterdir()}


def test_the_folder_of_a_roadmap_with_others_below_is_one_for_commands_about_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    item = "milestones:\n  - {id: m, title: Mine, deadline: by 2030, owner: none}\n"
    write(tmp_path, whole="title: Whole\n" + item, whole__north="title: North\nparent: whole\n" + item)
    monkeypatch.chdir(tmp_path)
    assert outcome(capsys, "show", "whole")[0] == 0
    assert json.loads(outcome(capsys, "export", "whole", "--to", "json")[1])["name"] == "whole"
    assert "2 roadmaps" in outcome(capsys, "validate", "whole", "-v")[1]


def test_an_earlier_version_has_the_parents_of_its_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    repository = Repository(tmp_path / "repository")
    shutil.copytree(NESTED, repository.folder / "roadmaps")
    repository.git("add", "-A")
    repository.git("commit", "-q", "-m", "first")
    top = repository.folder / "roadmaps" / "whole" / "carbonroad.yaml"
    top.write_text(top.read_text(encoding="utf-8").replace("  energy: {", "  power: {"), encoding="utf-8")
    south = repository.folder / "roadmaps" / "south" / "carbonroad.yaml"
    text = south.read_text(encoding="utf-8").replace("owner: energy", "owner: power")
    south.write_text(text.replace("at least 250", "at least 300"), encoding="utf-8")
    monkeypatch.chdir(repository.folder)
    code, out, err = outcome(capsys, "diff", "HEAD", "--roadmap", "roadmaps/south")
    assert (code, err) == (0, "")
    assert "+50 MW" in out
