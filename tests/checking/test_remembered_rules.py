"""Rules look as far as rules/shared/reach.py says and no further: remembered or not, they find the same."""

import shutil
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest
from crossed_roadmap import write_crossed, write_examples

from carbonroad.checking import remembered
from carbonroad.checking.remembered import RuleMemory
from carbonroad.compute.facts import compute_facts
from carbonroad.findings import Finding, sort_key
from carbonroad.link.system import System
from carbonroad.project import load
from carbonroad.rules import all_checks, checks_for
from carbonroad.rules.shared.reach import BY_CHAIN, BY_PART
from carbonroad.source.folder import find_roadmaps

ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 22)
SHIPPED = (
    "roadmaps/china",
    "roadmaps/france",
    "tests/data/in-progress",
    "tests/data/network",
    "tests/data/timed",
)
SEEDS = tuple(f"crossed-{number}" for number in range(6))


def linked(folder: Path) -> System:
    found = find_roadmaps(str(folder))
    assert isinstance(found, list)
    return load(found[0], None, DAY).system


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(findings, key=sort_key)


def whole(system: System) -> list[Finding]:
    facts = compute_facts(system)
    return in_order(finding for rule in checks_for(system) for finding in rule.check(system, facts))


@pytest.fixture
def _part_by_part(monkeypatch: pytest.MonkeyPatch) -> None:
    """Never look at the whole instead: each unit is looked at alone."""
    monkeypatch.setattr(remembered, "_MOST", 2.0)


@pytest.mark.usefixtures("_part_by_part")
@pytest.mark.parametrize("name", SHIPPED)
def test_parts_of_a_shipped_roadmap_give_what_the_whole_gives(name: str) -> None:
    system = linked(ROOT / name)
    assert in_order(RuleMemory().findings(system, compute_facts(system))) == whole(system)


@pytest.mark.usefixtures("_part_by_part")
@pytest.mark.parametrize("seed", SEEDS)
def test_parts_of_a_crossed_roadmap_give_what_the_whole_gives(seed: str, tmp_path: Path) -> None:
    write_crossed(tmp_path / "crossed", seed)
    system = linked(tmp_path / "crossed")
    assert in_order(RuleMemory().findings(system, compute_facts(system))) == whole(system)


@pytest.mark.usefixtures("_part_by_part")
@pytest.mark.parametrize("phased", [True, False])
def test_examples_of_all_rules_as_industries_of_one_roadmap(tmp_path: Path, *, phased: bool) -> None:
    assert write_examples(tmp_path / "examples", phased=phased) > 100
    system = linked(tmp_path / "examples")
    expected = whole(system)
    assert in_order(RuleMemory().findings(system, compute_facts(system))) == expected
    assert len({finding.name for finding in expected} & (BY_PART | BY_CHAIN)) > 30


def test_what_is_said_of_rules_is_said_of_rules_that_there_are() -> None:
    assert {rule.RULE.name for rule in all_checks()} >= BY_PART | BY_CHAIN
    assert not BY_PART & BY_CHAIN


def test_every_rule_by_part_and_chain_is_seen_to_find_something(tmp_path: Path) -> None:
    found = set[str]()
    write_examples(tmp_path / "examples")
    write_examples(tmp_path / "timeless", phased=False)
    for seed in SEEDS:
        write_crossed(tmp_path / seed, seed)
    for folder in tmp_path.iterdir():
        found |= {finding.name for finding in whole(linked(folder))}
    assert found >= BY_PART | BY_CHAIN


def test_nothing_is_found_again_where_what_it_depends_on_has_changed(tmp_path: Path) -> None:
    write_crossed(tmp_path / "now", SEEDS[0], industries=12)
    memory = RuleMemory()
    for place in ("field-0", "field-9", "carbonroad", "field-1", "field-11"):
        path = tmp_path / "now" / f"{place}.yaml"
        text = path.read_text(encoding="utf-8")
        for new in (text.replace("2025", "2031"), text.replace("M1", "M7"), text):
            path.write_text(new, encoding="utf-8")
            system = linked(tmp_path / "now")
            assert in_order(memory.findings(system, compute_facts(system))) == whole(system)


@pytest.mark.usefixtures("_part_by_part")
def test_what_leaves_the_calendar_depends_on_the_whole_network(tmp_path: Path) -> None:
    folder = tmp_path / "long"
    shutil.copytree(ROOT / "tests" / "data" / "timed", folder)
    undated = "  - {id: Eras, title: Eras, takes: 2040 years}\n"
    path = folder / "heat.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("works:\n", f"works:\n{undated}"), encoding="utf-8")
    system = linked(folder)
    assert in_order(RuleMemory().findings(system, compute_facts(system))) == whole(system)


@pytest.mark.usefixtures("_part_by_part")
def test_of_two_with_one_id_the_first_counts(tmp_path: Path) -> None:
    folder = tmp_path / "twice"
    write_crossed(folder, SEEDS[0])
    for path in folder.glob("field-*.yaml"):
        text = path.read_text(encoding="utf-8").replace("id: I2", "id: I0").replace("id: lane1", "id: lane0")
        path.write_text(text.replace("id: M4", "id: É").replace("id: M5", "id: E\u0301"), encoding="utf-8")
    system = linked(folder)
    assert in_order(RuleMemory().findings(system, compute_facts(system))) == whole(system)
