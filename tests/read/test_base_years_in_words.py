"""A base year in a target's words is its baseline; another one beside it is a finding."""

from pathlib import Path

from roadmap_files import item, load_files, names, place

TEXT = """
owner: MIIT
indicators:
  - id: e
    title: E
    unit: Mt
    baseline: {{year: 1990, value: 100}}
    targets:
      2030: {target}
"""


def test_the_words_are_the_baseline(tmp_path: Path) -> None:
    project = load_files(tmp_path, TEXT.format(target="at least 55% below 2005 levels"))
    assert names(project) == []
    assert item(project, "steel.e@2030").written.baseline.year == 2005


def test_the_indicators_own_level_of_that_year_is_used(tmp_path: Path) -> None:
    project = load_files(tmp_path, TEXT.format(target="at least 55% below 1990 levels"))
    track = project.facts.tracks["steel.e@2030"]
    assert track.goal is not None
    assert track.goal.value == 45


def test_another_year_in_the_targets_own_baseline_is_a_finding(tmp_path: Path) -> None:
    project = load_files(tmp_path, TEXT.format(target="{value: down 5% vs 2005, baseline: 2010}"))
    (finding,) = (one for one in project.findings if one.name == "change-contradicted")
    assert place(project, finding) == "down 5% vs 2005"
    assert "2005" in finding.message
    assert "2010" in finding.message
