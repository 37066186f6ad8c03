"""Milestones that stand for targets of their year: what the documents show for a reference."""

from pathlib import Path

from roadmap_files import item, load_files

TOP = """
    carbonroad: 1
    title: Plan
    before_means: inclusive
    milestones:
      - {id: eighty, title: Eighty, deadline: 2030, indicator: [steel.share]}
"""
STEEL = """
    indicators:
      - {id: share, title: Share, unit: '%', targets: {2030: 80, 2035: 90}}
"""


def test_a_milestone_of_another_file_stands_for_a_target(tmp_path: Path) -> None:
    project = load_files(tmp_path, {"carbonroad.yaml": TOP, "steel.yaml": STEEL})
    target = item(project, "steel.share@2030")
    assert (target.listed, target.stand_in) == (False, "top.eighty")
    assert project.system.shown_as("steel.share@2030") == "top.eighty"


def test_a_target_of_another_year_is_shown_itself(tmp_path: Path) -> None:
    project = load_files(tmp_path, {"carbonroad.yaml": TOP, "steel.yaml": STEEL})
    assert item(project, "steel.share@2035").listed
    assert project.system.shown_as("steel.share@2035") == "steel.share@2035"
    assert project.system.shown_as("nowhere.to.be.found") == "nowhere.to.be.found"


def test_a_superseded_milestone_stands_for_nothing(tmp_path: Path) -> None:
    milestones = """
    milestones:
      - {id: old, title: Old, deadline: 2030, indicator: [share], superseded_by: new}
      - {id: new, title: New, deadline: 2030, indicator: [share]}
      - {id: late, title: Late, deadline: 2030, indicator: [share]}
"""
    project = load_files(tmp_path, {"steel.yaml": STEEL + milestones})
    assert item(project, "steel.share@2030").stand_in == "steel.new"
