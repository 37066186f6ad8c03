"""Killed at any moment: every file is whole, old or new, and the next run makes good what was interrupted."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from textwrap import dedent
from typing import NamedTuple

import pytest
from killing import CACHE, snapshot

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
TOP = """
    carbonroad: 1
    title: City roadmap
    as_of: 2026-11-22
    owner: city
    organisations: {city: {title: City council}}
"""
STEEL = """
    industry: steel
    title: Steel
    milestones:
      - {id: M1, title: Steel peaks, deadline: before 2030}
      - {id: M2, title: Rules in force, deadline: by 2027}
"""
UNTIDY = """
    # Kept.
    title:   Steel
    industry: steel
    milestones:
    - {title: Steel peaks,   id: M1, deadline: before 2030, owner: ctiy}
"""
RENDER = ("render", "--to", "md")


class Point(NamedTuple):
    """One kill and the run after it."""

    point: int
    killed: dict[str, str]
    again: int
    said: str
    then: dict[str, str]


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text).lstrip(), encoding="utf-8")


def run(folder: Path, *command: str) -> None:
    subprocess.run(
        [sys.executable, "-m", "carbonroad", *command],
        cwd=folder,
        env={**os.environ, "CARBONROAD_CACHE_DIR": CACHE},
        check=False,
        capture_output=True,
    )


def kills(scenario: Path, *command: str, most: int = 1000) -> list[Point]:
    """Return what becomes of the states that a kill may leave, of at most so many."""
    work = scenario.with_name("work")
    driver = Path(__file__).with_name("killing.py")
    called = [sys.executable, str(driver), str(scenario), str(work), "3", str(most), *command]
    done = subprocess.run(called, capture_output=True, check=True, text=True, encoding="utf-8")
    points = [Point(**json.loads(line)) for line in done.stdout.splitlines()]
    assert len(points) > 3
    return points


def ours(name: str) -> bool:
    """Whether a name is of what a run only prepares."""
    return ".carbonroad-stage" in name or ".carbonroad-part-" in name


def check(points: list[Point], old: dict[str, str], new: dict[str, str], *, code: int = 0) -> None:
    for point in points:
        for name, digest in point.killed.items():
            # A folder that is still empty, a prepared file, or a whole one.
            whole = {old.get(name), new.get(name), "an empty folder"}
            assert ours(name) or digest in whole, (point.point, name)
        for name in old:
            assert name in point.killed or name not in new or ours(name), (point.point, name)
        assert (point.again, point.then) == (code, new), (point.point, point.said)
        assert "Traceback" not in point.said


@pytest.fixture
def scenario(tmp_path: Path) -> Path:
    return tmp_path / "scenario"


def uninterrupted(scenario: Path, *command: str) -> dict[str, str]:
    """What stands there after a run that nothing interrupts."""
    fresh = scenario.with_name("fresh") / "work"
    shutil.copytree(scenario, fresh, symlinks=True)
    run(fresh, *command)
    return snapshot(fresh)


def told(points: list[Point]) -> set[str]:
    """What the runs after the kills said of these."""
    lines = (line for point in points for line in point.said.splitlines())
    return {line for line in lines if "interrupted" in line}


def rendered_before(folder: Path) -> None:
    """A roadmap with its pages of yesterday: since then one changed and one is no longer made."""
    power = STEEL.replace("teel", "ower").replace("Sower", "Power").replace("sower", "power")
    work = folder.with_name("work")  # where it will be rendered again: what is remembered is of that folder
    write(work, {"carbonroad.yaml": TOP, "steel.yaml": STEEL, "power.yaml": power})
    run(work, *RENDER)
    work.rename(folder)
    (folder / "power.yaml").unlink()
    write(
        folder, {"steel.yaml": STEEL.replace("2027", "2028"), "build/notes.txt": "mine", "notes.md": "mine"}
    )


def test_render_at_every_point(scenario: Path) -> None:
    rendered_before(scenario)
    command = (*RENDER, "--view", "timetable")
    points = kills(scenario, *command)
    check(points, snapshot(scenario), uninterrupted(scenario, *command))
    assert told(points) == {
        "A run was interrupted in build: what it had prepared was removed.",
        "A run was interrupted in build: its last 2 files were put in place.",
        "A run was interrupted in build: its last file was put in place.",
        "A run was interrupted in build once its files were in place: it is complete now.",
    }


def test_render_of_all_pages_at_some_points(scenario: Path) -> None:
    rendered_before(scenario)
    points = kills(scenario, *RENDER, most=12)
    check(points, snapshot(scenario), uninterrupted(scenario, *RENDER))


def test_a_killed_first_render_leaves_whole_files(scenario: Path) -> None:
    write(scenario, {"carbonroad.yaml": TOP, "steel.yaml": STEEL})
    command = (*RENDER, "--view", "timetable")
    check(kills(scenario, *command), snapshot(scenario), uninterrupted(scenario, *command))


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (("fmt", "-q"), 0),
        (("validate", "--fix", "-q"), 0),
        (("validate", "--write-baseline", "-q"), 0),
        (("export", "-o", "data/all.json", "-q"), 0),
        (("schedule", "--format", "csv", "-o", "old.csv", "-q"), 0),
        (("validate", "--format", "json=findings.json", "-q"), 1),
    ],
    ids=lambda value: "-".join(value[:2]) if isinstance(value, tuple) else "",
)
def test_files_that_are_written_singly(scenario: Path, command: tuple[str, ...], code: int) -> None:
    steel = (
        UNTIDY if command[0] in {"fmt", "validate"} else STEEL
    )  # a repair, an order to keep, an error to report
    write(scenario, {"carbonroad.yaml": TOP, "steel.yaml": steel, "old.csv": "old", "notes.md": "mine"})
    check(kills(scenario, *command), snapshot(scenario), uninterrupted(scenario, *command), code=code)


@pytest.mark.parametrize("more", [(), ("--from", "france"), ("--title", "City", "--ci", "github,pre-commit")])
def test_a_killed_init_is_completed_by_the_next(scenario: Path, more: tuple[str, ...]) -> None:
    write(scenario, {"notes.md": "mine"})
    command = ("init", "plan", *more, "-q")
    check(kills(scenario, *command, most=8), snapshot(scenario), uninterrupted(scenario, *command))
