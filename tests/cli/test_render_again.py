"""`render` again: what has not changed is neither loaded nor made, and nothing in a folder can fool it."""

import gc
import hashlib
import json
import shutil
import weakref
from pathlib import Path
from typing import Any

import pytest

import carbonroad.project
from carbonroad.cli.rendering import printing_press
from carbonroad.cli.rendering.pages_known import Memory
from carbonroad.cli.run import run
from carbonroad.render.site.edition import Edition
from carbonroad.render.templates.environment import styles

TOP = "title: Plan\nlanguages: [en]\nas_of: 2026-11-22\nbefore_means: inclusive\nowner: MIIT\n"
CLEAN = "title: Steel\nowner: MIIT\nmilestones:\n  - {id: M1, title: Peak, deadline: by 2030, source: Plan}\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("a", "b"):
        folder = tmp_path / "roadmaps" / name
        folder.mkdir(parents=True)
        (folder / "carbonroad.yaml").write_text(TOP)
        (folder / "steel.yaml").write_text(CLEAN)
        (folder / "cement.yaml").write_text(CLEAN.replace("Steel", "Cement"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CARBONROAD_NO_CACHE", raising=False)
    monkeypatch.setenv("CARBONROAD_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("CARBONROAD_CACHE_KEY", "k" * 64)
    return tmp_path


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def said(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().err


@pytest.fixture
def loads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The roadmaps that are loaded from now on."""
    found: list[str] = []
    usual = carbonroad.project.load

    def load(folder, *rest, **more):  # type: ignore[no-untyped-def]
        found.append(folder.name)
        return usual(folder, *rest, **more)

    monkeypatch.setattr(carbonroad.project, "load", load)
    return found


def test_a_roadmap_is_read_once(here: Path, loads: list[str]) -> None:
    assert run(["render", "roadmaps/a"]) == 0
    assert loads == ["a"]


def test_nothing_is_read_or_written_where_nothing_changed(
    here: Path, loads: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["render", "roadmaps/a"]) == 0
    before = files(here / "build")
    first = capsys.readouterr()
    loads.clear()
    assert run(["render", "roadmaps/a", "-v"]) == 0
    again = capsys.readouterr()
    assert again.out == first.out == "Open build/index.html\n"
    assert "0 files written" in again.err
    assert "roadmaps/a: 3 files, 2 items, as of 2026-11-22" in again.err
    assert loads == []
    assert files(here / "build") == before


def test_a_list_of_roadmaps_stays_whole(here: Path) -> None:
    assert run(["render", "roadmaps"]) == 0
    before = files(here / "build")
    assert run(["render", "roadmaps"]) == 0
    assert files(here / "build") == before
    (here / "roadmaps/b/steel.yaml").write_text(CLEAN.replace("2030", "2031"))
    assert run(["render", "roadmaps"]) == 0
    known = files(here / "build")
    assert run(["render", "roadmaps", "-o", "anew", "--no-cache"]) == 0
    assert known == files(here / "anew")


def test_another_folder_gets_all_files(here: Path) -> None:
    assert run(["render", "roadmaps/a"]) == 0
    assert run(["render", "roadmaps/a", "-o", "other"]) == 0
    assert files(here / "other") == files(here / "build")


@pytest.mark.parametrize(
    "change", ["gone", "other words", "other words and a manifest that says they are ours"]
)
def test_what_no_longer_stands_is_made_again(here: Path, change: str) -> None:
    assert run(["render", "roadmaps/a"]) == 0
    before = files(here / "build")
    page, manifest = here / "build/steel/timetable.html", here / "build/.carbonroad.json"
    if change == "gone":
        page.unlink()
    else:
        page.write_text("<script>alert(1)</script>")
    if "manifest" in change:
        content = json.loads(manifest.read_text())
        content["files"]["steel/timetable.html"] = hashlib.sha256(page.read_bytes()).hexdigest()
        manifest.write_text(json.dumps(content))
    assert run(["render", "roadmaps/a"]) == 0
    assert files(here / "build") == before


def test_a_cache_that_someone_wrote_to_is_as_none(here: Path) -> None:
    assert run(["render", "roadmaps/a"]) == 0
    before = files(here / "build")
    for path in (here / "cache").rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes().replace(b"steel", b"stole"))
    (here / "roadmaps/a/steel.yaml").write_text(CLEAN + "# remark\n")
    assert run(["render", "roadmaps/a"]) == 0
    after = files(here / "build")
    assert after.keys() == before.keys()
    assert run(["render", "roadmaps/a", "-o", "anew", "--no-cache"]) == 0
    assert after == files(here / "anew")


def test_an_own_template_counts(here: Path) -> None:
    own = here / "own/css"
    own.mkdir(parents=True)
    (own / "theme.css").write_text("body{color:red}")
    assert run(["render", "roadmaps/a", "--templates", "own"]) == 0
    (own / "theme.css").write_text("body{color:blue}")
    styles.cache_clear()  # as in a process of its own
    assert run(["render", "roadmaps/a", "--templates", "own"]) == 0
    assert b"color:blue" in (here / "build/index.html").read_bytes()


def test_a_template_that_is_edited_during_a_run_counts_in_the_next(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme = here / "own/css/theme.css"
    theme.parent.mkdir(parents=True)
    theme.write_text("body{color:red}")
    keep = Memory.keep

    def meddling(*arguments: Any) -> None:
        theme.write_text("body{color:blue}")
        keep(*arguments)

    styles.cache_clear()
    with monkeypatch.context() as patch:
        patch.setattr(Memory, "keep", meddling)
        assert run(["render", "roadmaps", "--templates", "own"]) == 0
    styles.cache_clear()  # as in a process of its own
    assert run(["render", "roadmaps", "--templates", "own"]) == 0
    known = files(here / "build")
    assert run(["render", "roadmaps", "--templates", "own", "-o", "anew", "--no-cache"]) == 0
    assert known == files(here / "anew")


def test_errors_are_found_again(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["render", "roadmaps/a"]) == 0
    before = files(here / "build")
    capsys.readouterr()
    (here / "roadmaps/a/steel.yaml").write_text(CLEAN.replace("by 2030", "some day"))
    for _ in range(2):
        assert run(["render", "roadmaps/a"]) == 1
        assert "steel.yaml:4" in said(capsys)
    for _ in range(2):
        assert run(["render", "roadmaps/a", "--keep-going", "-o", "more"]) == 1
        assert "steel.yaml:4" in said(capsys)
    assert files(here / "build") == before


def test_warnings_are_counted_again(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "roadmaps/a/steel.yaml").write_text(CLEAN.replace(", source: Plan", ""))
    assert run(["render", "roadmaps/a"]) == 0
    first = said(capsys)
    assert run(["render", "roadmaps/a"]) == 0
    assert said(capsys) == first


def test_one_of_several_with_an_error_stops_all_before_anything_is_written(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "roadmaps/b/steel.yaml").write_text(CLEAN.replace("by 2030", "some day"))
    assert run(["render", "roadmaps"]) == 1
    assert "roadmaps/b/steel.yaml:4" in said(capsys)
    assert not (here / "build").exists()
    assert run(["render", "roadmaps", "--keep-going"]) == 1
    assert (here / "build/a/index.html").is_file()


@pytest.mark.parametrize("jobs", ["1", "2", "3"])
def test_the_number_of_processes_changes_no_byte(here: Path, jobs: str) -> None:
    assert run(["render", "roadmaps", "--no-cache", "-o", "alone", "-j", "1"]) == 0
    assert run(["render", "roadmaps", "--no-cache", "-o", "some", "-j", jobs]) == 0
    assert files(here / "some") == files(here / "alone")


def test_a_roadmap_that_is_done_leaves_the_memory(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in "cdefg":
        shutil.copytree(here / "roadmaps/a", here / "roadmaps" / name)
    made: list[weakref.ref[Edition]] = []
    alive: list[int] = []
    begin = Edition.__init__

    def counted(self: Edition, *arguments: Any) -> None:
        alive.append(sum(one() is not None for one in made))
        made.append(weakref.ref(self))
        begin(self, *arguments)

    monkeypatch.setattr(Edition, "__init__", counted)
    monkeypatch.setattr(printing_press, "_MOST_DROPPED", 1)
    gc.disable()  # as good as, in a run of its own: what a load has made counts as old
    try:
        assert run(["render", "roadmaps", "--no-cache", "-j", "1"]) == 0
    finally:
        gc.enable()
    assert len(alive) >= 7
    assert max(alive) <= 3


def test_top_is_an_industry_to_every_command(here: Path) -> None:
    for command in ("render", "show", "status", "schedule"):
        assert run([command, "roadmaps/a", "--industry", "top"]) == 0
    made = files(here / "build")
    assert "timetable.html" in made
    assert not [path for path in made if path.startswith("steel/")]
