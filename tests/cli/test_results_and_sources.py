"""No result takes the place of a roadmap's file or of a baseline, whichever command writes it."""

import json
from pathlib import Path

import pytest

from carbonroad.cli.run import run

STEEL = "title: Steel\nas_of: 2026-11-22\nmilestones:\n  - {id: M1, title: Peak, deadline: by 2030}\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "steel.yaml").write_text(STEEL, encoding="utf-8")
    return tmp_path


def calls(file: str) -> list[list[str]]:
    return [
        ["export", "steel.yaml", "-o", file],
        ["schema", "-o", file],
        ["schedule", "steel.yaml", "--format", "json", "-o", file],
        ["validate", "steel.yaml", "--format", f"json={file}"],
    ]


@pytest.mark.parametrize("file", ["steel.yaml", "./steel.yaml", "new.yml", "NEW.YAML"])
@pytest.mark.parametrize("number", range(4))
def test_a_roadmap_file_stays(here: Path, capsys: pytest.CaptureFixture[str], file: str, number: int) -> None:
    before = {path.name: path.read_bytes() for path in here.iterdir()}
    assert run(calls(file)[number]) == 2
    assert f"error: {file} was not written" in capsys.readouterr().err
    assert {path.name: path.read_bytes() for path in here.iterdir()} == before


@pytest.mark.parametrize("file", ["known.json", "carbonroad-baseline.json"])
@pytest.mark.parametrize("number", range(4))
def test_a_baseline_stays(here: Path, capsys: pytest.CaptureFixture[str], file: str, number: int) -> None:
    assert run(["validate", "steel.yaml", "--write-baseline", "--baseline", file]) == 0
    before = (here / file).read_bytes()
    assert json.loads(before)["findings"]
    capsys.readouterr()
    assert run(calls(file)[number]) == 2
    assert f"error: {file} was not written: it is a baseline." in capsys.readouterr().err
    assert (here / file).read_bytes() == before


@pytest.mark.parametrize("number", range(4))
def test_what_the_command_wrote_itself_is_written_anew(here: Path, number: int) -> None:
    call = calls("result.json")[number]
    first = run(call)
    written = (here / "result.json").read_bytes()
    (here / "result.json").write_bytes(b"{}")
    assert run(call) == first
    assert (here / "result.json").read_bytes() == written
    assert run(call) == first
