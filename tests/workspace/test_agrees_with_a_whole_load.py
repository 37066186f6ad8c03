"""Whatever is edited: a workspace finds what a load of the same texts from nothing finds."""

import random
import shutil
from pathlib import Path

import pytest
from crossed_roadmap import retyped, write_crossed, write_examples
from whole_loads import edited, found_anew, found_now, today, write

from carbonroad.checking import remembered
from carbonroad.workspace.workspace import Workspace

ROOT = Path(__file__).parents[2]
PLACES = {
    "france": (ROOT / "roadmaps" / "france", 20),
    "china": (ROOT / "roadmaps" / "china", 5),
    "nested": (ROOT / "tests" / "data" / "nested", 30),
    "in-progress": (ROOT / "tests" / "data" / "in-progress", 20),
    "timed": (ROOT / "tests" / "data" / "timed", 15),
}
MANY = {"crossed": 30, "examples": 5, "timeless": 3}


@pytest.mark.parametrize("name", PLACES)
def test_after_every_edit(name: str, tmp_path: Path) -> None:
    source, steps = PLACES[name]
    home = tmp_path / "roadmaps" / name
    shutil.copytree(source, home)
    chance = random.Random(name)
    files = sorted(home.rglob("*.yaml"))
    saved = {path: path.read_text(encoding="utf-8") for path in files}
    texts = dict(saved)
    workspace = Workspace(today)
    assert found_now(workspace, home) == found_anew(home)
    for step in range(steps):
        path = chance.choice(files)
        new = edited(chance, texts[path] if chance.random() < 0.7 else saved[path])
        write({path: new})  # the fresh load reads it from disk; the workspace is only told of the text
        texts[path] = new
        if chance.random() < 0.15:
            workspace.drop(str(path))
        elif chance.random() < 0.15:
            workspace.drop(str(path))
            workspace.refresh()
        else:
            workspace.put(str(path), new)
        assert found_now(workspace, home) == found_anew(home), (step, path)


@pytest.mark.parametrize("most", [0.5, 2.0])
@pytest.mark.parametrize("kind", ["crossed", "examples", "timeless"])
def test_of_many_industries(kind: str, most: float, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is remembered of industries shows where there are many; with 2.0 none is ever looked at whole."""
    monkeypatch.setattr(remembered, "_MOST", most)
    home = tmp_path / kind
    if kind == "crossed":
        write_crossed(home, f"{kind} {most}", industries=12)
    else:
        write_examples(home, phased=kind == "examples")
    chance = random.Random(kind)
    files = sorted(home.glob("*.yaml"))
    workspace = Workspace(today)
    found_now(workspace, tmp_path)
    for step in range(MANY[kind]):
        path = chance.choice([*files, *files[:8], home / "carbonroad.yaml"])
        text = path.read_text(encoding="utf-8")
        new = edited(chance, text) if chance.random() < 0.3 else retyped(chance, text)
        for now in (new, text) if chance.random() < 0.5 else (new,):  # typed and taken back, or left so
            write({path: now})
            workspace.put(str(path), now)
            assert found_now(workspace, tmp_path) == found_anew(tmp_path), (step, path)


def test_nothing_that_is_remembered_is_changed(tmp_path: Path) -> None:
    shutil.copytree(PLACES["nested"][0], tmp_path / "nested")
    chance = random.Random(7)
    workspace = Workspace(today)
    first = found_now(workspace, tmp_path)
    files = sorted(tmp_path.rglob("*.yaml"))
    for _ in range(20):
        path = chance.choice(files)
        text = path.read_text(encoding="utf-8")
        workspace.put(str(path), edited(chance, text))
        found_now(workspace, tmp_path)
        workspace.put(str(path), text)
    assert found_now(workspace, tmp_path) == first
