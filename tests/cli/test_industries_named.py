"""`--industry` of every command: by id or title, and only of the roadmaps that have it."""

import json
from pathlib import Path

import pytest

from carbonroad.cli.run import run

TOP = "title: Plan\nas_of: 2026-11-22\nowner: MIIT\n"
PART = "title: {title}\nowner: MIIT\nmilestones:\n  - {{id: {id}, title: Step, deadline: by 2030}}\n"
COMMANDS = ("export --to csv --table timetable", "schedule", "show", "status")


@pytest.fixture(autouse=True)
def roadmaps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """City a with iron and sea, city b with sea alone."""
    for name, parts in (("a", {"iron": "Iron works", "sea": "Sea ports"}), ("b", {"sea": "Sea ports"})):
        folder = tmp_path / "roadmaps" / name
        folder.mkdir(parents=True)
        (folder / "carbonroad.yaml").write_text(TOP)
        for part, title in parts.items():
            (folder / f"{part}.yaml").write_text(PART.format(title=title, id=f"{part.upper()}1"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("name", ["iron", "Iron works", "IRON WORKS"])
def test_an_industry_is_named_by_id_or_title(
    command: str, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*command.split(), "roadmaps/a", "--industry", name, "-q"]) == 0
    of_iron = capsys.readouterr().out
    assert run([*command.split(), "roadmaps/a", "--industry", "iron", "-q"]) == 0
    assert of_iron == capsys.readouterr().out
    assert run([*command.split(), "roadmaps/a", "-q"]) == 0
    assert of_iron != capsys.readouterr().out


def test_diff_takes_the_title_of_either_version(capsys: pytest.CaptureFixture[str]) -> None:
    call = ["diff", "roadmaps/a", "roadmaps/b", "--format", "json", "-q", "--industry"]
    assert run([*call, "Iron works"]) == 0
    found = json.loads(capsys.readouterr().out)["changes"]
    assert run([*call, "iron"]) == 0
    assert found == json.loads(capsys.readouterr().out)["changes"] != []


@pytest.mark.parametrize("command", ["export --to mspdi", "schedule --format json", "status --format json"])
def test_a_roadmap_without_the_industry_is_left_out(
    command: str, roadmaps: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*command.split(), "roadmaps", "--industry", "iron", "-o", "made/"]) == 0
    assert "b has none of these industries" in capsys.readouterr().err
    (made,) = (path for path in (roadmaps / "made").rglob("*") if path.is_file())
    assert made.name.startswith("a")


@pytest.mark.parametrize("command", COMMANDS)
def test_an_industry_that_no_roadmap_has_ends_the_run(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*command.split(), "roadmaps/a", "--industry", "irn"]) == 2
    assert 'did you mean "iron"?' in capsys.readouterr().err
