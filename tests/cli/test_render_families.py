"""`render` of roadmaps that stand below one another: what one says of another is made again with it."""

from pathlib import Path

import pytest

from carbonroad.cli.run import run

NATION = """\
title: Nation
languages: [en]
as_of: 2026-11-22
before_means: inclusive
owner: Office
indicators:
  - {id: wind, title: Wind power, unit: GW, allocation: sum, targets: {2030: ">= 30"}, source: Plan}
"""
PART = """\
title: The {name}
languages: [en]
as_of: 2026-11-22
parent: nation
owner: Office
indicators:
  - {{id: wind, title: Wind power, unit: GW, targets: {{2030: ">= {target}"}}, source: Plan}}
"""
CLEAN = (
    "title: Steel\nmilestones:\n  - {id: M1, title: Peak, deadline: by 2030, source: Plan, owner: Office}\n"
)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write(tmp_path, "nation", NATION)
    write(tmp_path, "north", PART.format(name="North", target=20))
    write(tmp_path, "south", PART.format(name="South", target=10))
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CARBONROAD_NO_CACHE", raising=False)
    monkeypatch.setenv("CARBONROAD_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("CARBONROAD_CACHE_KEY", "k" * 64)
    return tmp_path


def write(folder: Path, name: str, top: str) -> None:
    below = folder / "roadmaps" / name
    below.mkdir(parents=True, exist_ok=True)
    (below / "carbonroad.yaml").write_text(top)
    (below / "steel.yaml").write_text(CLEAN)


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("name", "top"),
    [
        ("north", PART.format(name="High North", target=20)),
        ("north", PART.format(name="North", target=25)),
        ("nation", NATION.replace("Nation", "The nation")),
        ("nation", NATION.replace("languages: [en]", "languages: [zh, en]")),
    ],
    ids=["a child's title", "a child's target", "the parent's title", "the parent's languages"],
)
def test_what_one_says_of_another_is_made_again(here: Path, name: str, top: str) -> None:
    assert run(["render", "roadmaps"]) == 0
    write(here, name, top)
    assert run(["render", "roadmaps"]) == 0
    assert run(["render", "roadmaps", "-o", "anew", "--no-cache"]) == 0
    assert files(here / "build") == files(here / "anew")


def test_a_child_leads_to_its_parent(here: Path) -> None:
    assert run(["render", "roadmaps"]) == 0
    assert '<a href="../nation/index.html">Nation</a>' in (here / "build/north/index.html").read_text()
    assert (
        '<a href="../../nation/index.html">Nation</a>'
        in (here / "build/north/steel/timetable.html").read_text()
    )


def test_a_child_alone_leads_to_nobody(here: Path) -> None:
    assert run(["render", "roadmaps/north"]) == 0
    assert "nation/index" not in (here / "build/index.html").read_text()


def test_the_list_has_the_children_under_their_parent(here: Path) -> None:
    assert run(["render", "roadmaps", "--to", "md"]) == 0
    text = (here / "build/index.md").read_text()
    assert text.index("](nation/index.md)") < text.index("# Nation") < text.index("](north/index.md)")
