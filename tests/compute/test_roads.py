"""What leads to what."""

from pathlib import Path

from roadmap_files import load_files

from carbonroad.compute.roads import leads_to


def test_an_indicator_leads_to_its_parent_however_that_is_typed(tmp_path: Path) -> None:
    top = """
        carbonroad: 1
        title: Plan
        before_means: inclusive
        indicators:
          - {id: \u00e9nergie, title: E, unit: '%', targets: {2030: 20}}
    """
    for typed in ("\u00e9nergie", "e\u0301nergie", "top.e\u0301nergie", " 总体.e\u0301nergie "):
        steel = (
            f"indicators:\n  - {{id: share, title: S, parent: '{typed}', unit: '%', targets: {{2030: 9}}}}\n"
        )
        project = load_files(tmp_path, {"carbonroad.yaml": top, "steel.yaml": steel})
        assert leads_to(project.system)["steel.share"] == ["top.\u00e9nergie"], typed
