"""Rules look as far as their `SCOPE` says and no further: remembered or not, they find the same."""

import shutil
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest
from crossed_roadmap import write_crossed, write_examples, write_scattered

from carbonroad.checking import remembered
from carbonroad.checking.pieces import declared
from carbonroad.checking.pieces import pieces as parts_of
from carbonroad.checking.remembered import RuleMemory
from carbonroad.checking.rule_pages import pages
from carbonroad.compute.facts import Facts
from carbonroad.findings import Finding, sort_key
from carbonroad.link.system import System
from carbonroad.project import load
from carbonroad.rules import all_checks, checks_for
from carbonroad.rules.shared.check import Check, Reach
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
BY_PIECES = {rule.RULE.name for rule in all_checks() if rule.SCOPE.reach != "whole"}
SEEN_TO_REACH_BEYOND_A_PART = {
    "before-means-unstated", "cannot-be-met", "declared-and-never-used", "goal-not-served",
    "missing-translation", "no-road-to-binding-milestone", "pathway-not-added", "sum-exceeds-whole",
    "sum-misses-top-target", "sum-peaks-after-goal",
}  # fmt: skip
"""Others say a wider reach than their own examples need."""
SEEDS = tuple(f"crossed-{number}" for number in range(6))


def linked(folder: Path) -> System:
    found = find_roadmaps(str(folder))
    assert isinstance(found, list)
    return load(found[0], None, DAY).system


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(findings, key=sort_key)


def whole(system: System) -> list[Finding]:
    facts = Facts(system)
    return in_order(finding for rule in checks_for(system) for finding in rule.check(system, facts))


@pytest.fixture
def _part_by_part(monkeypatch: pytest.MonkeyPatch) -> None:
    """Never look at the whole instead: each unit is looked at alone."""
    monkeypatch.setattr(remembered, "_MOST", 2.0)


@pytest.mark.usefixtures("_part_by_part")
@pytest.mark.parametrize("name", SHIPPED)
def test_parts_of_a_shipped_roadmap_give_what_the_whole_gives(name: str) -> None:
    system = linked(ROOT / name)
    assert in_order(RuleMemory().findings(system, Facts(system))) == whole(system)


@pytest.mark.usefixtures("_part_by_part")
@pytest.mark.parametrize("seed", SEEDS)
def test_parts_of_a_crossed_roadmap_give_what_the_whole_gives(seed: str, tmp_path: Path) -> None:
    write_crossed(tmp_path / "crossed", seed)
    system = linked(tmp_path / "crossed")
    assert in_order(RuleMemory().findings(system, Facts(system))) == whole(system)


@pytest.mark.usefixtures("_part_by_part")
@pytest.mark.parametrize("phased", [True, False])
def test_examples_of_all_rules_as_industries_of_one_roadmap(tmp_path: Path, *, phased: bool) -> None:
    assert write_examples(tmp_path / "examples", phased=phased) > 100
    system = linked(tmp_path / "examples")
    expected = whole(system)
    assert in_order(RuleMemory().findings(system, Facts(system))) == expected
    assert len({finding.name for finding in expected} & BY_PIECES) > 30


def differs(rule: Check, system: System, reach: Reach) -> bool:
    """Whether a rule finds other things in parts, looked at as far as this, than in the whole."""
    look = remembered._Look(system, Facts(system), parts_of(system, {}), declared(system), {})
    parts = look.findings(Claimed(rule, reach))
    return in_order(parts) != in_order(rule.check(system, Facts(system)))


class Claimed:
    """A rule with another reach."""

    def __init__(self, rule: Check, reach: Reach) -> None:
        self.RULE = rule.RULE
        self.SCOPE = rule.SCOPE._replace(reach=reach)
        self.check = rule.check


@pytest.fixture(scope="module")
def scattered(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[System]]:
    """By rule: its examples, with each item in a file of its own."""
    folder = tmp_path_factory.mktemp("scattered")
    ours = {rule.RULE.name for rule in all_checks()}
    systems: dict[str, list[System]] = {}
    for page in pages():
        name = page.rule.name
        if name in ours:
            for kind, text in (("flagged", page.flagged), ("fine", page.fine)):
                write_scattered(folder / name / kind, text)
                whole = folder / name / kind / "whole"
                systems.setdefault(name, []).append(linked(whole if whole.exists() else whole.parent))
    return systems


@pytest.mark.usefixtures("_part_by_part")
def test_no_rule_looks_further_in_its_scattered_examples_than_it_says(
    scattered: dict[str, list[System]],
) -> None:
    assert len(scattered) == len(all_checks())
    too_narrow = {
        rule.RULE.name: rule.SCOPE.reach
        for rule in all_checks()
        if any(differs(rule, system, rule.SCOPE.reach) for system in scattered[rule.RULE.name])
    }
    assert too_narrow == {}, "say a wider reach in the SCOPE of these"


@pytest.mark.usefixtures("_part_by_part")
def test_a_reach_that_is_too_narrow_shows_in_scattered_examples(
    scattered: dict[str, list[System]],
) -> None:
    caught = {
        rule.RULE.name
        for rule in all_checks()
        if any(differs(rule, system, "part") for system in scattered[rule.RULE.name])
    }
    assert caught >= SEEN_TO_REACH_BEYOND_A_PART


def test_every_rule_by_part_and_chain_is_seen_to_find_something(tmp_path: Path) -> None:
    found = set[str]()
    write_examples(tmp_path / "examples")
    write_examples(tmp_path / "timeless", phased=False)
    for seed in SEEDS:
        write_crossed(tmp_path / seed, seed)
    for folder in tmp_path.iterdir():
        found |= {finding.name for finding in whole(linked(folder))}
    assert found >= BY_PIECES


def test_nothing_is_found_again_where_what_it_depends_on_has_changed(tmp_path: Path) -> None:
    write_crossed(tmp_path / "now", SEEDS[0], industries=12)
    memory = RuleMemory()
    for place in ("field-0", "field-9", "carbonroad", "field-1", "field-11"):
        path = tmp_path / "now" / f"{place}.yaml"
        text = path.read_text(encoding="utf-8")
        for new in (text.replace("2025", "2031"), text.replace("M1", "M7"), text):
            path.write_text(new, encoding="utf-8")
            system = linked(tmp_path / "now")
            assert in_order(memory.findings(system, Facts(system))) == whole(system)


@pytest.mark.usefixtures("_part_by_part")
def test_what_leaves_the_calendar_depends_on_the_whole_network(tmp_path: Path) -> None:
    folder = tmp_path / "long"
    shutil.copytree(ROOT / "tests" / "data" / "timed", folder)
    undated = "  - {id: Eras, title: Eras, takes: 2040 years}\n"
    path = folder / "heat.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("works:\n", f"works:\n{undated}"), encoding="utf-8")
    system = linked(folder)
    assert in_order(RuleMemory().findings(system, Facts(system))) == whole(system)


@pytest.mark.usefixtures("_part_by_part")
def test_of_two_with_one_id_the_first_counts(tmp_path: Path) -> None:
    folder = tmp_path / "twice"
    write_crossed(folder, SEEDS[0])
    for path in folder.glob("field-*.yaml"):
        text = path.read_text(encoding="utf-8").replace("id: I2", "id: I0").replace("id: lane1", "id: lane0")
        path.write_text(text.replace("id: M4", "id: É").replace("id: M5", "id: E\u0301"), encoding="utf-8")
    system = linked(folder)
    assert in_order(RuleMemory().findings(system, Facts(system))) == whole(system)
