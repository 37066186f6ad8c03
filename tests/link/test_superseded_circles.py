"""What is superseded in a circle counts again; what merely leads to one stays superseded."""

from pathlib import Path

from roadmap_files import load_files, names

LONG = 1500


def chain(*last: str) -> str:
    """Items that each give way to the next one, and what the last of them gives way to."""
    ways = [*(f"i{n}" for n in range(1, LONG)), *last]
    lines = [
        f"  - {{id: i{n}, title: T{n}, deadline: 2030, superseded_by: {way}}}" for n, way in enumerate(ways)
    ]
    return "\n".join(["milestones:", *lines, f"  - {{id: i{len(ways)}, title: Last, deadline: 2030}}", ""])


def test_a_long_chain_without_a_circle_is_fine(tmp_path: Path) -> None:
    project = load_files(tmp_path, chain(f"i{LONG}"))
    assert names(project) == []
    assert sum(item.superseded_by is not None for item in project.system.items.values()) == LONG


def test_the_tail_of_a_circle_stays_superseded(tmp_path: Path) -> None:
    project = load_files(tmp_path, chain(f"i{LONG - 3}"))
    assert names(project) == ["superseded-by-itself"]
    counted = [item.id for item in project.system.items.values() if item.superseded_by is None]
    assert counted == [f"i{LONG - 3}", f"i{LONG - 2}", f"i{LONG - 1}", f"i{LONG}"]
