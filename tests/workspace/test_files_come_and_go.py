"""Files and folders that come, go and change under a workspace; texts that no file should have."""

import random
import shutil
from pathlib import Path

import pytest
from whole_loads import DAY, Found, edited, found_anew, found_now, today, write

from carbonroad.project import load
from carbonroad.source.folder import find_roadmaps
from carbonroad.workspace.workspace import Workspace

ROOT = Path(__file__).parents[2]
NESTED = ROOT / "tests" / "data" / "nested"
TOP = "title: T\nbefore_means: inclusive\nowner: A\n"
FILE = "title: Steel\nmilestones:\n  - {id: m, title: M, deadline: by 2030, owner: A}\n"


def lines(found: Found, home: Path) -> dict[str, str]:
    """What was found as text, with paths from a folder on."""
    return {path.removeprefix(str(home)): repr(one).replace(str(home), "~") for path, one in found.items()}


def test_files_and_roadmaps_come_and_go_unsaved_and_saved(tmp_path: Path) -> None:
    home, shadow = tmp_path / "real", tmp_path / "as-saved"
    shutil.copytree(NESTED, home)
    chance = random.Random(3)
    workspace = Workspace(today)
    opened: dict[Path, str] = {}
    names = [*sorted(home.rglob("*.yaml")), home / "new" / "carbonroad.yaml", home / "new" / "steel.yaml",
             home / "whole" / "new.yaml", home / "north" / "more.yaml"]  # fmt: skip
    for step in range(30):
        path = chance.choice(names)
        text = path.read_text(encoding="utf-8") if path.exists() else f"parent: whole\n{TOP}"
        kind = chance.randrange(5)
        if kind < 2:
            opened[path] = edited(chance, text) if kind else text
            workspace.put(str(path), opened[path])
        elif kind == 2 and path in opened:
            del opened[path]
            workspace.drop(str(path))
        elif kind == 3 and path.exists():
            path.unlink()
            workspace.refresh([str(path)])
        elif kind == 4:
            write({path: edited(chance, text)})
            workspace.refresh([str(path)] if step % 2 else None)
        shutil.rmtree(shadow, ignore_errors=True)
        shutil.copytree(home, shadow)
        write({shadow / one.relative_to(home): words for one, words in opened.items()})
        assert lines(found_now(workspace, home), home) == lines(found_anew(shadow), shadow), (
            step,
            path,
            kind,
        )


def test_the_same_object_as_long_as_nothing_changes(tmp_path: Path) -> None:
    write({tmp_path / "carbonroad.yaml": TOP, tmp_path / "steel.yaml": FILE})
    workspace, steel = Workspace(today), str(tmp_path / "steel.yaml")
    first = workspace.roadmap(steel)
    assert first is not None
    tree = first.tree(steel)
    workspace.put(steel, FILE)
    workspace.refresh()
    assert workspace.roadmap(str(tmp_path / "carbonroad.yaml")) is first
    workspace.put(steel, FILE + "x-remark: 1\n")
    second = workspace.roadmap(steel)
    assert second is not first
    assert first.tree(steel) is not None
    assert second is not None
    top = str(tmp_path / "carbonroad.yaml")
    assert second.tree(top) is first.tree(top)
    assert second.source(steel) != first.source(steel)
    assert tree is not second.tree(steel)


def test_an_unsaved_top_file_makes_a_roadmap_of_unsaved_files(tmp_path: Path) -> None:
    workspace, home = Workspace(today), tmp_path / "not-there"
    workspace.put(str(home / "steel.yaml"), FILE)
    alone = workspace.roadmap(str(home / "steel.yaml"))
    assert alone is not None
    assert alone.folder.top is None
    workspace.put(str(home / "carbonroad.yaml"), TOP)
    both = workspace.roadmap(str(home / "steel.yaml"))
    assert both is not None
    assert both.paths == (str(home / "carbonroad.yaml"), str(home / "steel.yaml"))
    assert set(both.project.system.items) == {"steel.m"}
    workspace.drop(str(home / "carbonroad.yaml"))
    again = workspace.roadmap(str(home / "steel.yaml"))
    assert again is not None
    assert again.folder.top is None


def test_a_parent_that_is_not_saved_is_found(tmp_path: Path) -> None:
    write({tmp_path / "north" / "carbonroad.yaml": f"parent: whole\n{TOP}"})
    workspace, north = Workspace(today), str(tmp_path / "north" / "carbonroad.yaml")
    lost = workspace.roadmap(north)
    assert lost is not None
    assert "unknown-parent" in {one.name for one in lost.findings()}
    workspace.put(str(tmp_path / "whole" / "carbonroad.yaml"), TOP)
    found = workspace.roadmap(north)
    assert found is not None
    assert "unknown-parent" not in {one.name for one in found.findings()}


def test_a_folder_that_is_removed_leaves_no_roadmap(tmp_path: Path) -> None:
    home = tmp_path / "roadmaps" / "a"
    write({home / "carbonroad.yaml": TOP, home / "steel.yaml": FILE})
    workspace = Workspace(today)
    roadmap = workspace.roadmap(str(home / "steel.yaml"))
    assert roadmap is not None
    shutil.rmtree(home)
    assert workspace.roadmap(str(home / "steel.yaml")) is roadmap
    assert roadmap.findings(str(home / "steel.yaml")) != ()
    workspace.refresh([str(home)])
    assert workspace.roadmap(str(home / "steel.yaml")) is None
    assert workspace.roadmaps([str(tmp_path)]) == []


def test_a_folder_or_a_link_in_the_place_of_a_file(tmp_path: Path) -> None:
    home = tmp_path / "a"
    write({home / "carbonroad.yaml": TOP, home / "steel.yaml": FILE, tmp_path / "b.yaml": FILE})
    workspace, steel = Workspace(today), str(home / "steel.yaml")
    assert workspace.roadmap(steel) is not None
    (home / "steel.yaml").unlink()
    (home / "steel.yaml").mkdir()
    workspace.refresh([steel])
    assert workspace.roadmap(steel) is None
    (home / "steel.yaml").rmdir()
    (home / "steel.yaml").symlink_to(tmp_path / "b.yaml")
    workspace.refresh([steel])
    outside = workspace.roadmap(steel)
    assert outside is not None
    assert [one.name for one in outside.findings(steel)] == ["file-leads-outside"]
    assert outside.source(steel) is None


def test_a_file_goes_between_being_listed_and_being_read(tmp_path: Path) -> None:
    write({tmp_path / "carbonroad.yaml": TOP, tmp_path / "steel.yaml": FILE})
    workspace, steel = Workspace(today), str(tmp_path / "steel.yaml")
    roadmap = workspace.roadmap(str(tmp_path / "carbonroad.yaml"))
    (tmp_path / "steel.yaml").write_bytes(b"\xff\xfe\xff")
    workspace.refresh([steel])
    roadmap = workspace.roadmap(steel)
    assert roadmap is not None
    assert [one.name for one in roadmap.findings(steel)] == ["not-utf-8"]
    assert roadmap.source(steel) is None
    assert roadmap.tree(steel) is None


@pytest.mark.parametrize(
    "text",
    ["\0", "title: \ud800\n", "\udfff: [\n", "a: " + "[" * 5_000, "\ufeff" + FILE, "", "\r\r\r",
     "x" * 20_000_001, "é" * 10_000_001, "milestones: &a [*a]\n", "- " * 9_000, "\u2028title: T\n"],
    ids=range(12),
)  # fmt: skip
def test_no_text_of_an_editor_raises(text: str, tmp_path: Path) -> None:
    write({tmp_path / "carbonroad.yaml": TOP, tmp_path / "steel.yaml": FILE})
    workspace = Workspace(today)
    for name in ("steel.yaml", "carbonroad.yaml"):
        path = str(tmp_path / name)
        workspace.put(path, text)
        roadmap = workspace.roadmap(path)
        assert roadmap is not None
        assert isinstance(roadmap.findings(), tuple)
        roadmap.tree(path)
        workspace.put(path, FILE)


@pytest.mark.parametrize("path", ["a\0.yaml", "\ud800.yaml", "/", "/nowhere/at/all.yaml", "x.yaml/y.yaml"])
def test_no_path_of_an_editor_raises(path: str) -> None:
    workspace = Workspace(today)
    workspace.put(path, "x: 1\n")
    assert workspace.roadmap(path) is None
    workspace.refresh([path])
    workspace.drop(path)
    assert workspace.roadmaps([path, "/nowhere/at/all"]) == []


@pytest.mark.parametrize("path", ["/nowhere/\ud800.yaml", "/nowhere/\ud800/carbonroad.yaml", "/a\0/x.yaml"])
def test_a_name_that_no_disk_has_is_no_roadmaps(path: str) -> None:
    workspace = Workspace(today)
    workspace.put(path, FILE)
    workspace.refresh()
    assert workspace.roadmap(path) is None
    assert workspace.roadmaps(["/nowhere"]) == []


def test_settings_and_baseline_are_read_again(tmp_path: Path) -> None:
    top, steel = tmp_path / "carbonroad.yaml", tmp_path / "steel.yaml"
    write({top: TOP, steel: FILE})
    workspace = Workspace(today)

    def names() -> set[str]:
        roadmap = workspace.roadmap(str(steel))
        assert roadmap is not None
        return {one.name for one in roadmap.findings(str(steel))}

    assert "no-source" in names()
    workspace.put(str(top), TOP + "validate: {ignore: [no-source]}\n")
    assert "no-source" not in names()
    workspace.put(str(top), TOP)
    assert "no-source" in names()
    roadmap = workspace.roadmap(str(steel))
    assert roadmap is not None
    from carbonroad.checking.baseline import written

    baseline = tmp_path / "carbonroad-baseline.json"
    baseline.write_text(written(roadmap.project.baseline_entries()), encoding="utf-8")
    workspace.refresh([str(baseline)])
    assert names() == set()
    baseline.unlink()
    workspace.refresh([str(baseline)])
    assert "no-source" in names()


def test_the_day_may_change_while_it_runs(tmp_path: Path) -> None:
    days = [DAY]
    write({tmp_path / "carbonroad.yaml": TOP, tmp_path / "steel.yaml": FILE})
    workspace = Workspace(lambda: days[0])
    first = workspace.roadmap(str(tmp_path / "steel.yaml"))
    days[0] = DAY.replace(year=2031)
    second = workspace.roadmap(str(tmp_path / "steel.yaml"))
    assert first is not None
    assert second is not None
    assert (first.project.as_of, second.project.as_of) == (DAY, days[0])


def test_other_texts_are_checked_and_not_kept(tmp_path: Path) -> None:
    from carbonroad.source.text import from_string

    steel = str(tmp_path / "steel.yaml")
    write({tmp_path / "carbonroad.yaml": TOP, tmp_path / "steel.yaml": FILE})
    roadmap = Workspace(today).roadmap(steel)
    assert roadmap is not None
    usual = roadmap.findings()
    assert roadmap.check({}) == usual
    assert "unknown-key" in {
        one.name for one in roadmap.check({steel: from_string(FILE + "abc: 1\n", steel)})
    }
    assert roadmap.findings() == usual


def test_it_finds_what_the_command_line_finds_of_a_lone_file(tmp_path: Path) -> None:
    path = tmp_path / "steel.yaml"
    write({path: FILE})
    roadmap = Workspace(today).roadmap(str(path))
    folders = find_roadmaps(str(path))
    assert roadmap is not None
    assert isinstance(folders, list)
    assert roadmap.folder == folders[0]
    assert roadmap.findings() == load(folders[0], None, DAY).findings


@pytest.mark.parametrize(
    ("name", "text", "ours"),
    [
        ("steel.yaml", FILE, True),
        ("钢铁.yaml", "行业: 钢铁\n里程碑：\n", True),
        ("x.yml", "# yaml-language-server: $schema=https://example.org/carbonroad.schema.json\n", True),
        ("x.yaml", "indicators: []\nmeasures: []\n", True),
        ("roadmaps/new.yaml", "", True),
        ("docker-compose.yaml", "services:\n  web: {image: nginx}\n", False),
        ("buildspec.yml", "version: 0.2\nphases:\n  build: {}\n", False),
        (".github/workflows/x.yml", "on: push\njobs: {}\n", False),
        ("mkdocs.yml", "site_name: x\nnav: []\n", False),
        (".pre-commit-config.yaml", "milestones: []\n", False),
        ("values.yaml", "", False),
        ("steel.txt", FILE, False),
    ],
)
def test_which_lone_files_are_ours(name: str, text: str, ours: bool, tmp_path: Path) -> None:
    workspace, path = Workspace(today), str(tmp_path / name)
    workspace.put(path, text)
    assert (workspace.roadmap(path) is not None) is ours
    assert len(workspace.roadmaps([str(tmp_path)])) == ours


def test_a_lone_file_stays_ours_while_it_is_typed(tmp_path: Path) -> None:
    workspace, path = Workspace(today), str(tmp_path / "steel.yaml")
    workspace.put(path, FILE)
    assert workspace.roadmap(path) is not None
    workspace.put(path, FILE.replace("milestones:", "mile"))
    assert workspace.roadmap(path) is not None
    workspace.drop(path)
    assert workspace.roadmap(path) is None


def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    write({tmp_path / "carbonroad.yaml": TOP, tmp_path / "steel.yaml": FILE})
    (tmp_path / "steel.yaml").chmod(0)
    workspace = Workspace(today)
    roadmap = workspace.roadmap(str(tmp_path / "steel.yaml"))
    assert roadmap is not None
    assert isinstance(roadmap.findings(), tuple)
